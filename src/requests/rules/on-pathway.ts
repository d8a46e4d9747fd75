import type { PlainDate } from '../../kernel/days.ts'
import { contradictions, findPathway, sayContradiction } from '../../rights/public.ts'
import type { Pathway, Way } from '../types.ts'

type Granted = { readonly granted: boolean; readonly decidedWay: Way | null }
type Person = { readonly born: PlainDate | null; readonly on: PlainDate }

/** Something that a care does not bear, in a sentence that names it: an age, or a way that is granted. */
export type NotBorne = { readonly way: Way | null; readonly says: string }

/** What of a decision its care does not bear, as the pathway says it: everything at once. */
export function notBorne(
  pathway: Pathway,
  parts: readonly Granted[],
  { born, on }: Person,
): readonly NotBorne[] {
  const known = findPathway(pathway)
  if (known === null) return []
  const ways = parts.flatMap(({ granted, decidedWay }) => (granted && decidedWay ? [decidedWay] : []))
  return contradictions(known, { born, on, ways }).map(one => ({
    way: one.what === 'not-held-so' ? one.way : null,
    says: sayContradiction(one, known),
  }))
}
