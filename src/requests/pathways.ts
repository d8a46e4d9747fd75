import { findPathway, pathways as known } from '../rights/public.ts'
import type { Pathway } from './types.ts'

const open = known.filter(({ steps }) => steps.includes('decide'))

/** The care that may be asked for and decided here, as the pathways say; last, that somebody is not sure. */
export const pathways: readonly Pathway[] = [...open.map(({ id }) => id), 'not-sure']

/** The name of a care, also of one that is not decided here any more. */
export const sayPathway = (id: Pathway): string =>
  id === 'not-sure' ? 'Not sure yet' : (findPathway(id)?.name ?? id)

/** What a care is, in a sentence, to somebody who asks for it. */
export const hintOf = (id: Pathway): string =>
  id === 'not-sure' ? 'We will find out with you.' : (findPathway(id)?.hint ?? '')

/** Every care with its name, for a list to choose from. */
export const pathwaySays: Readonly<Record<Pathway, string>> = Object.fromEntries(
  pathways.map(id => [id, sayPathway(id)]),
)
