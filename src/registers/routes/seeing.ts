import { isStaff, look } from '../../access/public.ts'
import { type PersonShown, personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Asked, Page } from '../../platform/route.ts'
import { entryById } from '../queries/entry.ts'
import type { Entry } from '../types.ts'

export type Seen = {
  readonly entry: Entry
  readonly who: PersonShown
  readonly staff: boolean
  readonly own: boolean
  /** They work for a body that the consent names, not for the one that keeps the list. */
  readonly named: boolean
  readonly strip: { readonly person: NonNullable<Page['person']> }
}

/** The entry of an address for those who see it, the look written down with what it was for; else null. */
export async function seen(doing: Doing, { at }: Asked, page: string): Promise<Seen | null> {
  const entry = await entryById(doing, at['entry'] ?? '')
  const who = entry ? await personShown(doing, entry.person) : null
  if (entry === null || who === null) return null
  const staff = isStaff(doing.actor)
  const named = staff && !doing.actor.roles.some(({ organisation }) => organisation === entry.organisation)
  const { person, id } = entry
  const purpose = named ? 'named in the consent' : staff ? 'keeping the list' : null
  await look(doing, { page, organisation: null, person, to: id, ...(purpose === null ? {} : { purpose }) })
  const strip = personStrip(who, doing.today)
  return {
    entry,
    who,
    staff,
    named,
    own: doing.actor.person === person,
    strip: { person: { ...strip, href: `/registers/${id}` } },
  }
}
