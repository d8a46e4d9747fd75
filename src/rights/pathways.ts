import { found } from 'openphb:pathways'
import { type Pathway, pathwayProblems } from './pathway.ts'
import { register } from './register.ts'
import { ways } from './types.ts'

export type { Pathway, Step } from './pathway.ts'

/**
 * Every pathway, in the order of their places. A wrong file stops the start: whoever is granted something
 * must never meet a step that there is not.
 */
export const pathways: readonly Pathway[] = [...found].sort(
  (a, b) => a.place - b.place || (a.id < b.id ? -1 : 1),
)

const rules = new Set(register.map(({ id }) => id))
const wrong = pathwayProblems(pathways, { rule: id => rules.has(id), ways })
if (wrong.length > 0) throw new Error(wrong.join(' '))

const byId = new Map(pathways.map(pathway => [pathway.id, pathway]))

/** The pathway of that id; null where there is none. */
export const findPathway = (id: string): Pathway | null => byId.get(id) ?? null

/** The pathway of an id that is known to be one; throws where there is none. */
export function pathwayOf(id: string): Pathway {
  const pathway = findPathway(id)
  if (!pathway) throw new RangeError(`there is no pathway ${id}`)
  return pathway
}
