import type { PlainDate } from '../../kernel/days.ts'
import type { Strand } from '../../needs/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { RuleId } from '../../rights/public.ts'

/** Money of several bodies stays side by side, or goes into one pool. */
export const joiningWays = ['aligned', 'pooled'] as const
export type JoiningWay = (typeof joiningWays)[number]

export type Joining = {
  readonly way: JoiningWay
  readonly lead: OrganisationId
  /** What the bodies call the agreement under which they pool; null where they do not. */
  readonly under: string | null
  readonly from: PlainDate
  readonly because: string
}

export const joiningSays = {
  'nobody-else-carries': 'Only one body pays. Share the budget out first',
  'lead-carries-nothing': 'Who leads must be one of the bodies that pay',
  'pool-without-agreement': 'Enter what the bodies call the agreement under which they pool their money',
  'before-the-shares': 'The day is before the first day on which the budget is shared',
} as const
export type JoiningProblem = keyof typeof joiningSays

type Shared = { readonly from: PlainDate; readonly bodies: readonly OrganisationId[] } | null

/**
 * Why money cannot be said to be held together like this. `shared` is who carries a part, since when; null
 * where nobody shares. A pool rests on an agreement of the bodies (NHS Act 2006 s.75, told by a published
 * summary: secondary).
 */
export function whyNotJoin(joining: Joining, shared: Shared): readonly JoiningProblem[] {
  if (shared === null || shared.bodies.length < 2) return ['nobody-else-carries']
  const problems: JoiningProblem[] = []
  if (!shared.bodies.includes(joining.lead)) problems.push('lead-carries-nothing')
  if (joining.way === 'pooled' && joining.under === null) problems.push('pool-without-agreement')
  if (joining.from < shared.from) problems.push('before-the-shares')
  return problems
}

/** What holds on a day: the newest that begins on it or before. */
export const joiningOn = <One extends { readonly from: PlainDate }>(
  all: readonly One[],
  day: PlainDate,
): One | null => all.filter(({ from }) => from <= day).at(-1) ?? null

/** The rules under which each part of a budget stands, by their ids: they hold whoever leads. */
export const rulesOfStrand: Readonly<Record<Strand, readonly RuleId[]>> = {
  health: ['RIGHT-05', 'DP-REV-01', 'DP-REV-02'],
  'social-care': ['CARE-ACT-S25', 'CARE-ACT-S26', 'CARE-ACT-DP-REVIEW', 'CARE-ACT-DP-REVIEW-YEARLY'],
  education: ['SEN-NO-SCHOOL-PLACE', 'SEN-DP-REVIEW', 'EHC-REVIEW'],
}

/** When each part is looked at again, in words; the days stand with the person's dates. */
export const reviewsOfStrand: Readonly<Record<Strand, string>> = {
  health: 'Within 3 months of the first payment, then at least every 12 months',
  'social-care': 'Within 6 months of the first payment, then at least every 12 months',
  education: 'Within 3 months of the first payment, then with the yearly review of the EHC plan',
}

/** Who may be asked to pay towards each part. */
export const paysTowards: Readonly<Record<Strand, string>> = {
  health: 'Free. Nobody pays towards it',
  'social-care': 'The council may ask the person to pay a part of it',
  education: 'Free. Nobody pays towards it',
}
