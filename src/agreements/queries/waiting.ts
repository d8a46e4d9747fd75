import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { AccountId } from '../types.ts'

/** One thing that waits for staff: what, in which case, for whom, since when. */
export type Waits = {
  readonly what: 'to-prepare' | 'to-sign-by-person' | 'to-sign-by-body' | 'account'
  readonly reference: Reference
  readonly person: string
  readonly since: PlainDate
  readonly account: AccountId | null
}

/** Everything that waits in the cases this actor may see, the oldest first. */
export async function whatWaits(doing: Doing): Promise<readonly Waits[]> {
  const all = [...(await toPrepare(doing)), ...(await toSign(doing)), ...(await accountsWaiting(doing))]
  return all.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

async function toPrepare(doing: Doing): Promise<readonly Waits[]> {
  const rows = await here(doing)
    .db.selectFrom('plans.version_shown as v')
    .innerJoin('people.person_shown as p', 'p.id', 'v.person_id')
    .select(['v.reference', 'p.full_name', 'v.signed_off_on'])
    .distinctOn('v.reference')
    .where('v.signed_off_on', 'is not', null)
    .where('p.died_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('agreements.agreement_shown as a')
            .select('a.id')
            .whereRef('a.plan_version_id', '=', 'v.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plans.version_shown as w')
            .select('w.id')
            .whereRef('w.reference', '=', 'v.reference')
            .whereRef('w.number', '>', 'v.number')
            .where('w.signed_off_on', 'is not', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('agreements.ending_shown as e')
            .select('e.reference')
            .whereRef('e.reference', '=', 'v.reference'),
        ),
      ),
    )
    .orderBy('v.reference')
    .execute()
  return rows.map(row => ({
    what: 'to-prepare' as const,
    reference: row.reference as Reference,
    person: row.full_name,
    since: row.signed_off_on ?? doing.today,
    account: null,
  }))
}

async function toSign(doing: Doing): Promise<readonly Waits[]> {
  const rows = await here(doing)
    .db.selectFrom('agreements.agreement_shown as a')
    .innerJoin('people.person_shown as p', 'p.id', 'a.person_id')
    .select(['a.reference', 'p.full_name', 'a.made_on', 'a.signed_by_person_on', 'a.signed_by_body_on'])
    .where('a.ends_on', 'is', null)
    .where('p.died_on', 'is', null)
    .where(or => or.or([or('a.signed_by_person_on', 'is', null), or('a.signed_by_body_on', 'is', null)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('agreements.agreement_shown as b')
            .select('b.id')
            .whereRef('b.reference', '=', 'a.reference')
            .whereRef('b.number', '>', 'a.number'),
        ),
      ),
    )
    .execute()
  return rows.flatMap(row => {
    const one = { reference: row.reference, person: row.full_name, since: row.made_on, account: null }
    return [
      ...(row.signed_by_person_on === null ? [{ ...one, what: 'to-sign-by-person' as const }] : []),
      ...(row.signed_by_body_on === null ? [{ ...one, what: 'to-sign-by-body' as const }] : []),
    ]
  })
}

async function accountsWaiting(doing: Doing): Promise<readonly Waits[]> {
  const rows = await here(doing)
    .db.selectFrom('agreements.account_shown as c')
    .innerJoin('people.person_shown as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.reference', 'p.full_name', 'c.given_on'])
    .where('c.approved_on', 'is', null)
    .where('c.closed_on', 'is', null)
    .execute()
  return rows.map(row => ({
    what: 'account' as const,
    reference: row.reference,
    person: row.full_name,
    since: row.given_on,
    account: row.id,
  }))
}
