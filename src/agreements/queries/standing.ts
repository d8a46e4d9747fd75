import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../../access/public.ts'
import { ageOn, type PlainDate } from '../../kernel/days.ts'
import { type OrganisationId, type PersonId, personShown, relationshipsOf } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Standing } from '../types.ts'

type Of = { readonly person: PersonId; readonly organisation: OrganisationId }
export type Bond = Awaited<ReturnType<typeof relationshipsOf>>[number]

/** Does a relationship hold on a day, and was a nomination not withdrawn? */
export const holdsOn = (bond: Bond, day: PlainDate): boolean =>
  bond.revoked_at === null &&
  bond.from_on <= day &&
  (bond.until_on === null || bond.until_on >= day) &&
  (bond.withdrawn_on === null || bond.withdrawn_on > day)

const preparers: readonly Role[] = ['case-worker', 'team-leader']
const approvers: readonly Role[] = ['team-leader', 'head-of-service', 'panel']
const staff: readonly Role[] = [...new Set([...preparers, ...approvers, 'finance-officer' as const])]

const hasRole = (doing: Doing, organisation: OrganisationId, roles: readonly Role[]): boolean =>
  doing.actor.roles.some(one => one.organisation === organisation && roles.includes(one.role as Role))

/** May the one who asks do the office's part: the service itself always. */
export const isOffice = (doing: Doing, organisation: OrganisationId): boolean =>
  doing.actor.id === null || hasRole(doing, organisation, preparers)
export const isApprover = (doing: Doing, organisation: OrganisationId): boolean =>
  hasRole(doing, organisation, approvers)
export const isFinance = (doing: Doing, organisation: OrganisationId): boolean =>
  hasRole(doing, organisation, ['finance-officer'])

/** What the one who asks is in a case today: the person, who stands in for them, a nominee, staff. */
export async function standingOf(doing: Doing, { person, organisation }: Of): Promise<Standing> {
  if (doing.actor.person === person) return 'the-person'
  if (doing.actor.id === null || hasRole(doing, organisation, staff)) return 'staff'
  const mine = (await bondsOn(doing, person)).filter(
    bond => doing.actor.person !== null && bond.other_person_id === doing.actor.person,
  )
  const kinds = mine.map(({ kind }) => kind)
  return (
    (['parent', 'representative', 'nominee'] as const).find(one => kinds.includes(one)) ?? 'somebody-else'
  )
}

/** Everybody who is something to a person today. A parent stands in for a child under 16 only. */
export async function bondsOn(doing: Doing, person: PersonId): Promise<readonly Bond[]> {
  const shown = await personShown(doing, person)
  const child = shown?.bornOn != null && ageOn(shown.bornOn, doing.today) < 16
  const all = await relationshipsOf(doing, person)
  return all.filter(
    bond =>
      holdsOn(bond, doing.today) &&
      (child || (bond.kind !== 'parent' && bond.basis !== 'parental-responsibility')),
  )
}

/**
 * Who has a budget on a day, or asks for one: a row for each person with `reference`, `pathway`, the case
 * worker and who holds the direct payment. SQL for modules that stand above this one: `app.ts` hands it in.
 */
export const budgetsHeld = (day: PlainDate): RawBuilder<unknown> => sql`
  select distinct on (r.person_id) r.person_id, r.organisation_id, r.reference, r.pathway,
    r.case_worker_id as worker_id, a.holder_kind
  from requests.request_shown r
    left join lateral (select s.holder_kind from agreements.agreement_shown s
      where s.reference = r.reference and s.signed_by_person_on is not null
        and s.signed_by_body_on is not null order by s.number desc limit 1) a on true
  where r.withdrawn_on is null and r.outcome is distinct from 'refused'
    and not exists (select from agreements.ending_shown e where e.reference = r.reference
      and e.ends_on < ${day})
  order by r.person_id, r.received_on desc, r.reference`
