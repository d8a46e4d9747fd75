import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { isChild, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { permissionsOf } from '../queries/person.ts'
import { type NewPermission, type Problem, ruledOf, whyNotPermit } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { PermissionId } from '../types.ts'
import { locked, notedBy, recordOf, whoseOf } from './changing.ts'

/**
 * Permits that somebody near is paid, for care or for help with the money, from a day, with the reason why it
 * is necessary. Refuses where the rules let them be paid without it, with the other reasons of
 * `whyNotPermit`.
 */
export async function permitFamily(
  doing: Doing,
  { person: id, ...asked }: NewPermission & { readonly person: PersonId },
): Promise<Done<PermissionId, Problem>> {
  const person = await locked(doing, id, 'consents.permit')
  if (person === null) return refused('not-allowed')
  const forChild = person.bornOn !== null && isChild.decide({ born: person.bornOn, day: asked.from })
  const problems = whyNotPermit(asked, { forChild, known: await permissionsOf(doing, id) })
  if (problems.length > 0) return refused(...problems)
  const permission: PermissionId = newId()
  await here(doing)
    .db.insertInto('consents.permission')
    .values({
      id: permission,
      ...whoseOf(person),
      name: asked.name.trim(),
      relation: asked.relation,
      same_household: asked.sameHousehold,
      paid_for: asked.paidFor,
      because: asked.because,
      from_on: asked.from,
      until_on: asked.until,
      rules: [...ruledOf(asked, forChild).rules],
      permitted_on: doing.today,
      permitted_by: doing.actor.id,
      permitted_by_name: doing.actor.name,
    })
    .execute()
  await recordOf(doing, person, {
    happened: 'family-permitted',
    to: permission,
    details: { paidFor: asked.paidFor, from: asked.from, until: asked.until },
  })
  return done(permission)
}

/** Ends a permission with a last day and a reason. What was paid until then stands. */
export async function endPermission(
  doing: Doing,
  asked: { person: PersonId; permission: string; lastOn: PlainDate; because: string },
): Promise<Done<null, Problem>> {
  const person = await locked(doing, asked.person, 'consents.permit')
  if (person === null) return refused('not-allowed')
  const one = (await permissionsOf(doing, person.id)).find(known => known.id === asked.permission)
  if (one === undefined || one.endedBecause !== null) return refused('acts-no-more')
  if (asked.lastOn < one.from || asked.lastOn < doing.today) return refused('last-day-wrong')
  await here(doing)
    .db.insertInto('consents.permission_end')
    .values({
      permission_id: one.id,
      ...whoseOf(person),
      last_on: asked.lastOn,
      because: asked.because,
      ...notedBy(doing),
    })
    .execute()
  await recordOf(doing, person, {
    happened: 'family-permission-ended',
    to: one.id,
    details: { lastOn: asked.lastOn },
  })
  return done(null)
}
