import { adultContinuingHealthcare } from './pathways/adult-continuing-healthcare.ts'
import { childrensContinuingCare } from './pathways/childrens-continuing-care.ts'
import { fastTrack } from './pathways/fast-track.ts'
import { otherPathways } from './pathways/others.ts'
import type { Pathway } from './pathways/pathway.ts'
import type { Cohort } from './types.ts'

export type { Pathway, Step } from './pathways/pathway.ts'

/** Every pathway; those that can be walked to the end come first. */
export const pathways: readonly Pathway[] = [
  adultContinuingHealthcare,
  fastTrack,
  childrensContinuingCare,
  ...otherPathways,
]

const byId = new Map(pathways.map(pathway => [pathway.id, pathway]))

/** The pathway of a group. There is one for each. */
export function pathwayOf(id: Cohort): Pathway {
  const found = byId.get(id)
  if (!found) throw new RangeError(`there is no pathway ${id}`)
  return found
}
