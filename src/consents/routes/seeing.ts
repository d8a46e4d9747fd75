import { isStaff, look } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import { type PersonShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Asked, Page } from '../../platform/route.ts'
import { whoFactsOf, wholly } from '../queries/person.ts'
import type { WhoFacts } from '../rules/who-decides.ts'

export type Seen = {
  readonly person: PersonShown
  readonly staff: boolean
  /** The person themselves reads it. */
  readonly own: boolean
  readonly facts: WhoFacts
  readonly strip: { readonly person: NonNullable<Page['person']> }
}

/** The person of an address for those who see the whole record, the look written down; else null. */
export async function seen(doing: Doing, { at }: Asked, page: string): Promise<Seen | null> {
  const id = readId<'person'>(at['person'] ?? '')
  const person = id ? await wholly(doing, id) : null
  if (person === null) return null
  await look(doing, { page, organisation: person.organisation, person: person.id })
  return {
    person,
    staff: isStaff(doing.actor),
    own: doing.actor.person === person.id,
    facts: await whoFactsOf(doing, person),
    strip: { person: personStrip(person, doing.today) },
  }
}
