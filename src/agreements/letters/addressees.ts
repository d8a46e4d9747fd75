import { contactOf, type PersonId, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { stopping } from '../../rights/public.ts'
import { bondsOn } from '../queries/standing.ts'
import { waysToDeliver } from './sender.ts'

type Receivers = ReturnType<typeof stopping>['receivers']
export type Addressee = {
  readonly name: string
  readonly addressLines?: readonly string[]
  readonly email?: string
}

async function helpersOf(doing: Doing, person: PersonId) {
  const bonds = await bondsOn(doing, person)
  return {
    standsIn: bonds.filter(({ kind }) => kind === 'parent' || kind === 'representative'),
    nominees: bonds.filter(({ kind }) => kind === 'nominee'),
  }
}

/** Who is there to be told, as the rules on notices ask for it. */
export async function receiverFacts(doing: Doing, person: PersonId) {
  const { standsIn, nominees } = await helpersOf(doing, person)
  return {
    died: (await personShown(doing, person))?.diedOn != null,
    representative: standsIn.length > 0,
    nominee: nominees.length > 0,
  }
}

/** Those whom a notice goes to by name, with their own address where one is known. */
export async function addresseesOf(
  doing: Doing,
  person: PersonId,
  receivers: Receivers,
): Promise<readonly Addressee[]> {
  const name = (await personShown(doing, person))?.fullName ?? ''
  const { standsIn, nominees } = await helpersOf(doing, person)
  const found: Addressee[] = []
  if (receivers.includes('personal-representatives'))
    found.push({ name: `The personal representatives of ${name}` })
  if (receivers.includes('patient')) found.push({ name })
  for (const bond of [
    ...(receivers.includes('representative') ? standsIn : []),
    ...(receivers.includes('nominee') ? nominees : []),
  ])
    found.push(await helperOf(doing, bond.other_person_id, bond.other_name))
  return found
}

async function helperOf(doing: Doing, person: PersonId | null, name: string): Promise<Addressee> {
  const contact = person === null ? null : await contactOf(doing, person)
  const lines = [...(contact?.lines ?? []), contact?.town ?? '', contact?.postcode ?? '']
  const addressLines = lines.filter(line => line !== '')
  return { name, addressLines, ...(contact?.email ? { email: contact.email } : {}) }
}

/** How a letter goes out: by mail only to whom it is addressed, never to somebody else's address. */
export async function deliveryTo(doing: Doing, person: PersonId) {
  const usual = await waysToDeliver(doing, person)
  return (to: Addressee) =>
    to.email || to.addressLines === undefined ? usual : (['screen', 'print'] as const)
}
