import { type RawBuilder, sql } from 'kysely'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import type { Paging } from '../../kernel/paging.ts'
import { foundBy, type OrganisationId, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import type { PayReason } from '../rules/why-not-pay.ts'
import type { DueKind, ObligationKind, Part } from '../types.ts'
import { dues } from './dues.ts'
import { namesOf } from './names.ts'
import type { Due } from './weighed.ts'

/** So far ahead the first pages look. */
export const daysAhead = 7

/** What is due, as the list of it shows. */
export type DueShown = {
  readonly reference: string
  readonly person: PersonId
  readonly name: string
  readonly part: Part
  readonly dueOn: PlainDate
  readonly from: PlainDate
  readonly until: PlainDate
  readonly amount: Pence
  readonly isFor: string | null
  readonly kind: ObligationKind | null
  readonly paidTo: string
  /** What of it is taken off for advances. */
  readonly netted: Pence
  readonly reasons: readonly PayReason[]
  /** It should have left before today. */
  readonly late: boolean
}

/** How much is due, of an organisation, in whole pence. */
export type DueTotals = {
  readonly count: number
  readonly total: Pence
  readonly blocked: number
  readonly blockedTotal: Pence
  readonly late: number
}

/** What is due of a case, as it is kept: by its place in the order of the days. */
export const rowsOf = (found: readonly Due[]) =>
  found.map((one, place) => ({
    reference: one.reference,
    place,
    organisation_id: one.organisation,
    person_id: one.person,
    part: one.part,
    due_on: one.dueOn,
    leaves_on: one.leavesOn,
    period_from: one.from,
    period_until: one.until,
    amount: String(one.amount),
    is_for: one.isFor,
    reasons: one.reasons,
    kind: one.kind,
    paid_to: one.paidTo,
    netted: String(plus(nothing, ...one.netted.map(({ amount }) => amount))),
  }))

/** The cases of an organisation that were changed after they were worked out, or that nobody has today. */
async function notKnown({ transaction, today }: Doing, organisation: OrganisationId) {
  const { rows } = await sql<{ reference: string }>`select o.reference from payments.outlook o
    where o.organisation_id = ${organisation} and (o.known_changes is distinct from o.changes
      or o.worked_on is distinct from ${today}::date
      or o.until_on is distinct from ${addDays(today, daysAhead)}::date)`.execute(transaction)
  return rows.map(({ reference }) => reference)
}

/**
 * The rows `due`: what leaves of an organisation's budgets in the next days, with what should have left
 * before and has not. Cases that are known are read; the others are worked out here and now.
 */
async function dueRows(doing: Doing, organisation: OrganisationId): Promise<RawBuilder<unknown>> {
  const references = await notKnown(doing, organisation)
  const until = addDays(doing.today, daysAhead)
  const now = references.length === 0 ? [] : rowsOf(await dues(doing, { references }, until))
  return sql`due as (
    select d.* from payments.outlook_due d
    where d.organisation_id = ${organisation} and d.reference <> all (${references}::text[])
    union all
    select n.*
    from jsonb_populate_recordset(null::payments.outlook_due, ${JSON.stringify(now)}::jsonb) n)`
}

const blocked = sql<boolean>`cardinality(reasons) > 0`
const isLate = (today: PlainDate) => sql<boolean>`due_on < ${today}::date`

const totals = (today: PlainDate) => sql`count(*) as count, coalesce(sum(amount), 0)::text as total,
  count(*) filter (where ${blocked}) as blocked,
  coalesce(sum(amount) filter (where ${blocked}), 0)::text as "blockedTotal",
  count(*) filter (where ${isLate(today)}) as late`

type Told = Record<'count' | 'blocked' | 'late', number> & Record<'total' | 'blockedTotal', string>

const asTotals = ({ count, blocked, late, total, blockedTotal }: Told): DueTotals => ({
  count,
  blocked,
  late,
  total: BigInt(total) as Pence,
  blockedTotal: BigInt(blockedTotal) as Pence,
})

/** How much an organisation has to pay in the next days, and what of it cannot be paid as things stand. */
export async function dueTotals(doing: Doing, organisation: OrganisationId): Promise<DueTotals> {
  const due = await dueRows(doing, organisation)
  const { rows } = await sql<{ told: Told }>`with ${due}
    select to_jsonb(t) as told from (select ${totals(doing.today)} from due) t`.execute(doing.transaction)
  return asTotals(rows[0]?.told as Told)
}

export type DueAsked = { readonly kind: DueKind; readonly find: string; readonly page: number }
export type DueListed = {
  /** Of all that is due, whatever is looked for. */
  readonly totals: DueTotals
  readonly paging: Paging
  readonly rows: readonly DueShown[]
}

function wanted({ kind }: DueAsked, today: PlainDate): RawBuilder<boolean> {
  switch (kind) {
    case 'all':
      return sql`found`
    case 'blocked':
      return sql`found and ${blocked}`
    case 'clear':
      return sql`found and not ${blocked}`
    case 'late':
      return sql`found and ${isLate(today)}`
    default:
      return kind satisfies never
  }
}

/** One page of what an organisation has to pay in the next days, the longest due first, with all totals. */
export async function dueListed(
  doing: Doing,
  organisation: OrganisationId,
  asked: DueAsked,
): Promise<DueListed> {
  const found = foundBy(asked.find, sql.ref('d.reference'))
  const from = found === null ? sql`due d` : sql`due d join people.person_shown p on p.id = d.person_id`
  const { told, paging, rows } = await onePage<Omit<DueShown, 'name'>, Told>(doing, {
    kept: sql`${await dueRows(doing, organisation)},
      kept as materialized (select d.reference, d.place, d.person_id as person, d.part, d.due_on,
        d.due_on as "dueOn", d.period_from as "from", d.period_until as "until", d.amount,
        d.is_for as "isFor", d.kind, d.paid_to as "paidTo", d.netted, d.reasons,
        d.due_on < ${doing.today}::date as late,
        ${found ?? sql`true`} as found from ${from})`,
    told: totals(doing.today),
    where: wanted(asked, doing.today),
    order: sql`due_on, reference collate "C", place`,
    page: asked.page,
  })
  const names = await namesOf(
    doing,
    rows.map(({ person }) => person),
  )
  return {
    totals: asTotals(told),
    paging,
    rows: rows.map(row => ({ ...row, name: names.get(row.person) ?? '' })),
  }
}
