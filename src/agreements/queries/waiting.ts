import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { Paging } from '../../kernel/paging.ts'
import { foundBy } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import { type AccountId, type WaitKind, waitKinds } from '../types.ts'

/** One thing that waits for staff: what, in which case, for whom, since when. */
export type Waits = {
  readonly what: WaitKind
  readonly reference: Reference
  readonly person: string
  readonly since: PlainDate
  readonly account: AccountId | null
}

export type WaitsAsked = { readonly what: WaitKind | null; readonly find: string; readonly page: number }
export type Waiting = {
  readonly paging: Paging
  readonly rows: readonly Waits[]
  /** How many wait of each kind, of those that are looked for. */
  readonly counts: Readonly<Record<WaitKind, number>>
}

/** The newest version of a plan that was agreed, where nobody has prepared an agreement on it. */
const toPrepare = sql`select 'to-prepare' as what, v.reference, v.person_id, v.signed_off_on as since,
    null::uuid as account
  from (select distinct on (s.reference) s.id, s.reference, s.person_id, s.signed_off_on
    from plans.version_shown s where s.signed_off_on is not null order by s.reference, s.number desc) v
  where not exists (select from agreements.agreement a where a.plan_version_id = v.id)
    and not exists (select from agreements.ending e where e.reference = v.reference)`

/** The newest agreement of a case, where a side has not signed it and no end is set. */
const toSign = sql`select k.what, a.reference, a.person_id, a.made_on, null::uuid
  from (select distinct on (n.reference) n.id, n.reference, n.person_id, n.made_on
    from agreements.agreement n order by n.reference, n.number desc) a
  cross join (values ('to-sign-by-person', 'signed-by-person'),
    ('to-sign-by-body', 'signed-by-body')) k (what, fact)
  where not exists (select from agreements.fact f where f.agreement_id = a.id and f.what = k.fact)
    and not exists (select from agreements.ending e where e.reference = a.reference)`

const accounts = sql`select 'account', c.reference, c.person_id, c.given_on, c.id from agreements.account c
  where not exists (select from agreements.account_decision d where d.account_id = c.id)`

/**
 * What waits in the cases this actor may see, one page of it, the oldest first. A plan to agree on and a
 * signature wait no longer for somebody who died; an account is still decided about.
 */
export async function whatWaits(doing: Doing, { what, find, page }: WaitsAsked): Promise<Waiting> {
  const kept = sql`waits as materialized (${toPrepare} union all ${toSign} union all ${accounts}),
    kept as materialized (select w.what, w.reference, w.since, w.account, p.full_name as person
      from waits w join people.person_shown p on p.id = w.person_id
      where (p.died_on is null or w.what = 'account')
        and ${foundBy(find, sql.ref('w.reference')) ?? sql`true`})`
  const counts = sql.join(
    waitKinds.map(kind => sql`count(*) filter (where what = ${kind}) as ${sql.id(kind)}`),
  )
  const { told, ...listed } = await onePage<Waits, Waiting['counts']>(doing, {
    kept,
    told: counts,
    order: sql`since, reference, what`,
    page,
    ...(what === null ? {} : { where: sql`what = ${what}` }),
  })
  return { ...listed, counts: told }
}
