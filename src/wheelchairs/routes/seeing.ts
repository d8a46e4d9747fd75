import { isStaff, look, sightOf } from '../../access/public.ts'
import { personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Asked, Page } from '../../platform/route.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { roundsOf } from '../queries/rounds.ts'
import type { Round } from '../types.ts'

export type Seen = {
  readonly found: Case
  readonly staff: boolean
  readonly rounds: readonly Round[]
  readonly strip: { readonly person: NonNullable<Page['person']> }
}

/** The case of an address for those who see its money, the look written down; else null. */
export async function seen(doing: Doing, { at }: Asked, page: string): Promise<Seen | null> {
  const found = await caseOf(doing, at['reference'] ?? '')
  const person = found ? await personShown(doing, found.person) : null
  if (!found || !person) return null
  const sight = await sightOf(doing, found)
  if (sight !== 'all' && sight !== 'money') return null
  const rounds = await roundsOf(doing, found.reference)
  if (found.pathway !== 'wheelchair' && rounds.length === 0) return null
  const { organisation, person: id, reference } = found
  await look(doing, { page, organisation, person: id, details: { budget: reference } })
  return {
    found,
    rounds,
    staff: isStaff(doing.actor),
    strip: { person: { ...personStrip(person, doing.today), href: `/cases/${reference}` } },
  }
}
