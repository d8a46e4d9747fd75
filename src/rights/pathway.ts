import { type Cohort, type FactAsked, factsAsked, type RuleId, type Way, ways } from './types.ts'

/** The steps of the main job, in the order in which a budget takes them. */
export const allSteps = [
  'ask',
  'decide',
  'needs-and-sum',
  'plan',
  'agreement',
  'pay',
  'evidence',
  'review',
] as const
export type Step = (typeof allSteps)[number]

/** What a pathway is, as data: one file in `pathways/`, found by itself. No other file is touched. */
export type Pathway = {
  /** The name of the file too. */
  readonly id: string
  /** The group on whose right it rests. */
  readonly group: Cohort
  /** Where it stands in lists, from 1. */
  readonly place: number
  readonly name: string
  readonly who: string
  /** What it is, to somebody who asks: one sentence. */
  readonly hint: string
  /** The rules that give the right, the oldest first; each carries its own day. */
  readonly rights: readonly RuleId[]
  readonly funders: 'nhs-alone' | 'nhs-part' | 'council-and-nhs'
  readonly ways: readonly Way[]
  /** What can be done here so far; with `decide` somebody may be granted it. */
  readonly steps: readonly Step[]
  /** The clocks that run on it, by the id of the rule that sets the limit. */
  readonly clocks: readonly RuleId[]
  /** The one of these clocks that a request runs against; null where only a local standard does. */
  readonly decideBy: RuleId | null
  /** By which domains needs are assessed; by age: a child's until the day before the 18th birthday. */
  readonly domains: 'adult' | 'child' | 'by-age'
  /** The age in whole years from and until which somebody may be on it; null where any age may. */
  readonly ages: { readonly from: number; readonly until: number | null } | null
  /** The fact that its right asks before it is decided; null where membership of the group is enough. */
  readonly asks: FactAsked | null
  readonly reviews: readonly RuleId[]
  /** What a professional or the family shows to confirm that the right is there. */
  readonly evidence: readonly string[]
}

/** A budget of the NHS and others that takes every step, for any age, held in any way. */
const usual = {
  funders: 'nhs-part',
  ways,
  steps: allSteps,
  clocks: ['PHB-REQUEST', 'DP-DEC-07'],
  decideBy: null,
  domains: 'by-age',
  ages: null,
  asks: null,
  reviews: ['DP-REV-01', 'DP-REV-02', 'DP-REV-06'],
  evidence: [],
} as const satisfies Partial<Pathway>

/** A pathway: what its file says of it, and what is usual where the file says nothing. */
export const pathway = (said: Omit<Pathway, keyof typeof usual> & Partial<Pathway>): Pathway => ({
  ...usual,
  ...said,
})

const groupAsked: Readonly<Record<FactAsked, Cohort>> = { section: 'section-117', chair: 'wheelchair' }
const isStep = (step: string): step is Step => allSteps.some(known => known === step)

/**
 * What is wrong with the pathway files, one sentence each: a step that there is not, steps out of order, a
 * rule that is not in the register, a way or a name that is missing, two of the same name.
 */
export function pathwayProblems(
  all: readonly Pathway[],
  knows: { readonly rule: (id: RuleId) => boolean; readonly ways: readonly Way[] },
): readonly string[] {
  const ids = all.map(({ id }) => id)
  return [
    ...new Set(
      ids.filter((id, place) => ids.indexOf(id) !== place).map(id => `There are two pathways ${id}.`),
    ),
    ...all.flatMap(one => problemsOf(one, knows).map(says => `The pathway ${one.id} ${says}.`)),
  ]
}

function problemsOf(
  { id, group, name, steps, ways, rights, clocks, decideBy, reviews, ages, asks }: Pathway,
  knows: { readonly rule: (id: RuleId) => boolean; readonly ways: readonly Way[] },
): readonly string[] {
  const order = steps.map(step => allSteps.indexOf(step))
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? [] : ['has an id that is not small letters with hyphens']),
    ...(name.trim() === '' ? ['has no name'] : []),
    ...steps.filter(step => !isStep(step)).map(step => `names the step “${step}”, which there is not`),
    ...(order.some((at, place) => place > 0 && at <= (order[place - 1] ?? -1))
      ? ['has its steps out of order']
      : []),
    ...(rights.length === 0 ? ['names no rule that gives the right'] : []),
    ...[...rights, ...clocks, ...reviews]
      .filter(rule => !knows.rule(rule))
      .map(rule => `names the rule ${rule}, which there is not`),
    ...(decideBy !== null && !clocks.includes(decideBy)
      ? [`is decided by ${decideBy}, which is no clock of it`]
      : []),
    ...(group === 'fast-track' && clocks.includes('CHC-DECISION')
      ? ['runs against the 28 days of a full assessment, which the fast track never does']
      : []),
    ...(asks !== null && !factsAsked.includes(asks) ? [`asks for “${asks}”, which there is not`] : []),
    ...(asks !== null && factsAsked.includes(asks) && groupAsked[asks] !== group
      ? [`asks for the ${asks}, which decides nothing for its group`]
      : []),
    ...(ways.length === 0 ? ['can be held in no way'] : []),
    ...ways.filter(way => !knows.ways.includes(way)).map(way => `is held as “${way}”, which there is not`),
    ...(ages !== null && ages.until !== null && ages.until < ages.from
      ? ['ends before it begins by age']
      : []),
  ]
}
