import type { PlainDate } from '../../kernel/days.ts'
import { larger, minus, nothing, type Pence } from '../../kernel/money.ts'
import type { Strand } from '../../needs/public.ts'

export type AskedContribution = {
  readonly strand: Strand
  readonly kind: 'contribution' | 'top-up'
  readonly weekly: Pence
  /** What social care carries a week: of the whole budget, or of the line for a top-up. */
  readonly socialCare: Pence
  /** Whether the council said that this may be topped up. */
  readonly councilAllows: boolean
  /** Whether it is section 117 after-care, as rule S117_AFTERCARE-FREE says of its pathway. */
  readonly afterCare: boolean
}

/**
 * Why a person can't be asked to pay this. The NHS's part is free of charge (NHS Act 2006, read as: no power
 * to charge for it; statute-read in the list of sources), and education is not charged either. A contribution
 * is the council's own (Care Act 2014 s.26, statute-read) and is never more than the council's part. Towards
 * section 117 after-care nobody is asked for one (general knowledge); a top-up that is chosen is another
 * thing.
 */
export function whyNotContribute(asked: AskedContribution): readonly ContributionProblem[] {
  const problems: ContributionProblem[] = []
  if (asked.strand === 'health') problems.push('health-is-free')
  if (asked.strand === 'education') problems.push('education-is-free')
  if (asked.kind === 'contribution' && asked.strand === 'social-care' && asked.afterCare)
    problems.push('after-care-is-free')
  if (asked.strand === 'social-care' && asked.socialCare === nothing) problems.push('no-social-care-part')
  if (asked.kind === 'contribution' && asked.strand === 'social-care' && asked.weekly > asked.socialCare)
    problems.push('more-than-the-part')
  if (asked.kind === 'top-up' && !asked.councilAllows) problems.push('council-allows-no-top-up')
  return problems
}
export type ContributionProblem = keyof typeof contributionSays

export const contributionSays = {
  'health-is-free': 'The health part is free. Nobody can be asked to pay towards it',
  'education-is-free': 'The education part is free. Nobody can be asked to pay towards it',
  'after-care-is-free':
    'Section 117 after-care is free, also the council’s part. Nobody can be asked for a contribution. ' +
    'That is general knowledge; we have not read it in the law',
  'no-social-care-part': 'Social care carries nothing here, so there is nothing to pay towards',
  'more-than-the-part': 'That is more than the council’s own part',
  'council-allows-no-top-up': 'A top-up is only possible where the council allows it',
} as const

/** What the council's statement shows (Care Act 2014 s.26): its cost, the person's part, what it pays. */
export type CouncilStatement = {
  readonly cost: Pence
  readonly contribution: Pence
  readonly councilPays: Pence
}

/** Never netted against the health part: what the person pays towards that is nothing. */
export const councilStatement = (cost: Pence, contribution: Pence): CouncilStatement => ({
  cost,
  contribution,
  councilPays: larger(nothing, minus(cost, contribution)),
})

/** What counts on a day: the last that was set for a day up to it, of each kind and line. */
export function contributionsOn<
  One extends { readonly kind: string; readonly line_key: string | null; readonly from_on: PlainDate },
>(all: readonly One[], day: PlainDate): readonly One[] {
  const found = new Map<string, One>()
  for (const one of all) {
    const name = `${one.kind} ${one.line_key ?? ''}`
    const before = found.get(name)
    if (one.from_on <= day && (before === undefined || one.from_on >= before.from_on)) found.set(name, one)
  }
  return [...found.values()]
}
