import { isStaff, roleOf } from '../../access/public.ts'
import { contactOf, organisation, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Agreement } from '../queries/agreements.ts'

type Of = Pick<Agreement, 'organisation_id' | 'reference'>

/** Who writes, in which role, and how to reach them: no letter goes out without a name. */
export async function senderOf(doing: Doing, one: Of) {
  const body = await organisation(doing, one.organisation_id)
  const { telephone } = (body?.details ?? {}) as { telephone?: string }
  const staff = isStaff(doing.actor)
  return {
    name: staff ? doing.actor.name : (body?.name ?? 'The team'),
    role: `${staff ? roleOf(doing) : 'Personal health budget team'}, ${body?.name ?? ''}`,
    reach: `Send us a message under “Messages”, with your reference ${one.reference}${
      telephone ? `, or call ${telephone}` : ''
    }.`,
  }
}

/** Always on screen and ready to print, and by mail where an address is known. */
export async function waysToDeliver(doing: Doing, person: PersonId) {
  const email = (await contactOf(doing, person))?.email
  return email ? (['screen', 'print', 'mail'] as const) : (['screen', 'print'] as const)
}
