import type { Doing } from '../../platform/doing.ts'
import type { OverviewShown } from '../pages/overview.tsx'
import { bodyNames } from '../showing.ts'
import { here } from '../tables.ts'

const most = 200

/** Shared budgets and statements that this actor may see, the newest first, at most two hundred of each. */
export async function overviewOf(
  doing: Doing,
): Promise<Pick<OverviewShown, 'budgets' | 'statements'> & { readonly bodies: readonly string[] }> {
  const { db } = here(doing)
  const splits = await db
    .selectFrom('needs.split_shown as s')
    .innerJoin('people.person_shown as p', 'p.id', 's.person_id')
    .select(['s.reference', 's.from_on', 's.agreed_on', 's.body_ids', 'p.full_name'])
    .select(eb =>
      eb
        .selectFrom('funding.dispute as d')
        .leftJoin('funding.settlement as t', 't.dispute_id', 'd.id')
        .select(of => of.fn.countAll<bigint>().as('open'))
        .whereRef('d.reference', '=', 's.reference')
        .where('t.dispute_id', 'is', null)
        .as('disputes'),
    )
    .distinctOn('s.reference')
    .orderBy('s.reference')
    .orderBy('s.number', 'desc')
    .limit(most)
    .execute()
  const statements = await db
    .selectFrom('funding.statement')
    .selectAll()
    .orderBy('made_on', 'desc')
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
  const ids = statements.flatMap(one => [one.organisation_id, one.body_id])
  const names = await bodyNames(doing, ids)
  return {
    bodies: [...new Set(splits.flatMap(one => one.body_ids))],
    budgets: splits.map(one => ({
      reference: one.reference,
      name: one.full_name,
      from: one.from_on,
      agreed: one.agreed_on !== null,
      disputes: Number(one.disputes ?? 0n),
    })),
    statements: statements.map(one => ({
      id: one.id,
      number: one.number,
      lead: names.get(one.organisation_id) ?? '',
      body: names.get(one.body_id) ?? '',
      from: one.from_on,
      until: one.until_on,
    })),
  }
}
