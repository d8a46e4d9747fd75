import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { anywhere, onePage } from '../../platform/paging.ts'
import type { OverviewShown } from '../pages/overview.tsx'
import { bodyNames } from '../showing.ts'
import type { StatementId } from '../types.ts'

type Split = {
  readonly reference: string
  readonly full_name: string
  readonly from_on: PlainDate
  readonly agreed_on: PlainDate | null
  readonly disputes: number
}
type Statement = {
  readonly id: StatementId
  readonly number: number
  readonly organisation_id: OrganisationId
  readonly body_id: OrganisationId
  readonly from_on: PlainDate
  readonly until_on: PlainDate
  readonly charged: string
}

/** What is asked of the two lists: whose budget is sought, and which page of each is shown. */
export type OverviewAsked = { readonly find: string; readonly page: number; readonly statements: number }

/** Shared budgets as they are shared now, those in dispute first; with every body that carries a part. */
function splitsOf(doing: Doing, { find, page }: OverviewAsked) {
  const sought = anywhere(find)
  const kept = sql`open as materialized (
      select d.reference, count(*)::int as disputes from funding.dispute d
      where not exists (select from funding.settlement t where t.dispute_id = d.id) group by d.reference),
    newest as materialized (
      select distinct on (s.reference) s.reference, s.person_id, s.from_on, s.agreed_on, s.body_ids
      from needs.split_shown s order by s.reference, s.number desc),
    kept as materialized (
      select n.*, p.full_name, coalesce(o.disputes, 0) as disputes
      from newest n join people.person_shown p on p.id = n.person_id
        left join open o on o.reference = n.reference
      where ${find} = '' or p.full_name ilike ${sought} or n.reference ilike ${sought})`
  const order = sql`(disputes > 0) desc, (agreed_on is null) desc, full_name, reference`
  const told = sql`count(*) as found, (select jsonb_agg(distinct n.body_ids) from newest n) as bodies`
  return onePage<Split, { bodies: readonly (readonly OrganisationId[])[] | null }>(doing, {
    kept,
    order,
    told,
    page,
  })
}

/** Recharge statements, the newest first, each with the sum of its charges that count. */
function statementsOf(doing: Doing, { statements }: OverviewAsked) {
  const kept = sql`charged as materialized (
      select c.statement_id, sum(c.pence)::text as charged from funding.charge c
      where not exists (select from funding.charge_replaced r where r.charge_id = c.id)
      group by c.statement_id),
    kept as materialized (
      select s.id, s.number, s.organisation_id, s.body_id, s.from_on, s.until_on, s.made_on,
        coalesce(c.charged, '0') as charged
      from funding.statement s left join charged c on c.statement_id = s.id)`
  return onePage<Statement>(doing, { kept, order: sql`made_on desc, number desc, id`, page: statements })
}

/** One page of the shared budgets and one of the statements that this actor may see. */
export async function overviewOf(
  doing: Doing,
  asked: OverviewAsked,
): Promise<
  Pick<OverviewShown, 'budgets' | 'statements' | 'paging' | 'statementPaging'> & {
    readonly bodies: readonly OrganisationId[]
  }
> {
  const splits = await splitsOf(doing, asked)
  const statements = await statementsOf(doing, asked)
  const ids = statements.rows.flatMap(one => [one.organisation_id, one.body_id])
  const names = await bodyNames(doing, ids)
  return {
    bodies: [...new Set((splits.told.bodies ?? []).flat())],
    paging: splits.paging,
    statementPaging: statements.paging,
    budgets: splits.rows.map(one => ({
      reference: one.reference,
      name: one.full_name,
      from: one.from_on,
      agreed: one.agreed_on !== null,
      disputes: one.disputes,
    })),
    statements: statements.rows.map(one => ({
      id: one.id,
      number: one.number,
      lead: names.get(one.organisation_id) ?? '',
      body: names.get(one.body_id) ?? '',
      from: one.from_on,
      until: one.until_on,
      charged: BigInt(one.charged) as Pence,
    })),
  }
}
