import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Paging } from '../../kernel/paging.ts'
import { foundBy } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import { type ListKind, type Standing, standings } from '../rules/standing.ts'

export type Listed = {
  readonly reference: string
  readonly number: number
  /** Null where the one who asks may not know whose budget it is. */
  readonly name: string | null
  readonly supplier: string
  readonly theirs: string
  readonly datedOn: PlainDate
  readonly dueOn: PlainDate
  readonly total: Pence
  readonly disputed: Pence
  readonly standing: Standing
}

export type Listing = {
  /** How many there are of each standing, whatever is looked for. */
  readonly counts: Readonly<Record<Standing, number>>
  readonly paging: Paging
  readonly rows: readonly Listed[]
}
export type ListAsked = { readonly kind: ListKind; readonly find: string; readonly page: number }

/** The same order as `standingOf`, which a test holds it to. */
const kept = sql`
  sums as (
    select l.invoice_id, coalesce(sum(l.amount) filter (where d.line_id is null), 0)::bigint as open,
      coalesce(sum(d.disputed) filter (where s.line_id is null), 0)::bigint as disputed,
      (coalesce(sum(d.accepted + coalesce(s.paid, 0)), 0) - coalesce(sum(c.sum), 0))::bigint as accepted
    from invoices.line l left join invoices.decision d on d.line_id = l.id
      left join invoices.settlement s on s.line_id = l.id
      left join (select line_id, sum(amount) as sum from invoices.credit_line group by line_id) c
        on c.line_id = l.id
    group by l.invoice_id),
  newest as (
    select distinct on (obligation_id) invoice_id, amount + credited as amount, released_on, returned_on
    from invoices.payments_of(array(select id from invoices.invoice))
    order by obligation_id, instruction_id desc),
  paid as (
    select invoice_id, bool_or(returned_on is not null) as back,
      coalesce(sum(amount) filter (where released_on is not null and returned_on is null), 0)::bigint as sum
    from newest group by invoice_id),
  taken as (
    select invoice_id, sum(taken)::bigint as sum
    from invoices.credits_taken(array(select id from invoices.invoice)) group by invoice_id),
  noted as (select invoice_id, sum(amount)::bigint as sum from invoices.paid_note group by invoice_id)`

const standing = sql`case
  when m.open > 0 then 'to-check'
  when coalesce(q.back, false) then 'came-back'
  when m.disputed > 0 then 'in-dispute'
  when m.accepted > coalesce(q.sum, 0) + coalesce(n.sum, 0) - coalesce(t.sum, 0) then 'to-pay'
  when m.accepted > 0 then 'paid'
  else 'nothing-to-pay' end`

const openOnes = ['to-check', 'in-dispute', 'came-back'] as const satisfies readonly Standing[]
const wanted = (kind: ListKind) => {
  if (kind === 'all') return sql<boolean>`found`
  const those = kind === 'open' ? openOnes : [kind]
  return sql<boolean>`found and standing = any (${[...those]}::text[])`
}

/** One page of the invoices that somebody may see, those due longest first, with how many stand how. */
export async function listed(doing: Doing, asked: ListAsked): Promise<Listing> {
  const byPerson = foundBy(asked.find, sql.ref('i.reference'))
  const like = `%${asked.find.replace(/[\\%_]/g, '\\$&')}%`
  const found =
    byPerson === null ? sql`true` : sql`(${byPerson} or i.supplier ilike ${like} or i.theirs ilike ${like})`
  const { told, paging, rows } = await onePage<Listed, Record<Standing, number>>(doing, {
    kept: sql`${kept},
      kept as materialized (
        select i.reference, i.number, p.full_name as name, i.supplier, i.theirs, i.dated_on as "datedOn",
          i.due_on as "dueOn", i.total, m.disputed, ${standing} as standing,
          coalesce(${found}, false) as found
        from invoices.invoice i join sums m on m.invoice_id = i.id
          left join lateral (select x.* from paid x where x.invoice_id = i.id) q on true
          left join noted n on n.invoice_id = i.id
          left join taken t on t.invoice_id = i.id
          left join people.person_shown p on p.id = i.person_id)`,
    told: sql.join(standings.map(one => sql`count(*) filter (where standing = ${one}) as ${sql.ref(one)}`)),
    where: wanted(asked.kind),
    order: sql`"dueOn", reference collate "C", number`,
    page: asked.page,
  })
  return { counts: told, paging, rows }
}
