import { isStaff, roleOf } from '../../access/public.ts'
import { ageOn } from '../../kernel/days.ts'
import { contactOf, organisation, personShown, relationshipsOf } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Case } from '../types.ts'

/** Whom a letter about a case goes to: the person, or a parent or representative who stands for them. */
export async function addresseeOf(doing: Doing, { person }: Pick<Case, 'person'>): Promise<string> {
  const shown = await personShown(doing, person)
  if (shown === null) return ''
  const child = shown.bornOn !== null && ageOn(shown.bornOn, doing.today) < 16
  const standsFor = (await relationshipsOf(doing, person)).find(
    one =>
      (one.kind === 'representative' || (child && one.kind === 'parent')) &&
      one.revoked_at === null &&
      one.from_on <= doing.today &&
      (one.until_on === null || one.until_on >= doing.today),
  )
  return standsFor ? `${standsFor.other_name}, for ${shown.fullName}` : shown.fullName
}

/** Who writes, in which role, and how to reach them: no letter goes out without a name. */
export async function senderOf(doing: Doing, one: Case) {
  const body = await organisation(doing, one.organisation)
  const details = (body?.details ?? {}) as { telephone?: string }
  const call = details.telephone ? `, or call ${details.telephone}` : ''
  const role = isStaff(doing.actor) ? roleOf(doing) : 'Personal health budget team'
  return {
    name: isStaff(doing.actor) ? doing.actor.name : (body?.name ?? 'The team'),
    role: `${role}, ${body?.name ?? ''}`,
    reach: `Send us a message under “Messages”, with your reference ${one.reference}${call}.`,
  }
}

/** How a letter goes out: always on screen and ready to print, and by mail where an address is known. */
export async function waysToDeliver(doing: Doing, { person }: Pick<Case, 'person'>) {
  const email = (await contactOf(doing, person))?.email
  return email ? (['screen', 'print', 'mail'] as const) : (['screen', 'print'] as const)
}
