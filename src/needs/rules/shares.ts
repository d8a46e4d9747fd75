import { type Pence, pence, sayMoney, sayThousandths, share } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { LineKey } from '../types.ts'

/** Health is the board's own part, free to the person. In this order a penny left over is given (K6). */
export const strands = ['health', 'social-care', 'education'] as const
export type Strand = (typeof strands)[number]
export const strandNames = {
  health: 'Health',
  'social-care': 'Social care',
  education: 'Education',
} as const satisfies Record<Strand, string>

export const splitWays = ['percentage', 'amount', 'whole'] as const
export type SplitWay = (typeof splitWays)[number]

/**
 * What one strand carries of a line: hundredths of a percent, pence a week, or 1 where it carries all of it.
 */
export type Part = { readonly strand: Strand; readonly part: bigint }

export type LineSplit = {
  readonly key: LineKey
  readonly way: SplitWay
  /** In the order of the strands; a strand that carries nothing is left out. */
  readonly parts: readonly Part[]
}

/** Which body stands behind each strand of a budget. */
export type Bodies = Readonly<Partial<Record<Strand, OrganisationId>>>

const sumOf = (parts: readonly Part[]): bigint => parts.reduce((all, { part }) => all + part, 0n)

export type SplitProblem =
  | { readonly problem: 'not-a-whole'; readonly hundredths: bigint }
  | { readonly problem: 'not-the-amount'; readonly sum: Pence; readonly weekly: Pence }
  | { readonly problem: 'nobody' }
  | { readonly problem: 'no-body'; readonly strand: Strand }

/** Why a line can't be split so; an empty list when it can. `weekly` is what the line costs a week. */
export function whyNotSplit(
  { way, parts }: LineSplit,
  { weekly, bodies }: { readonly weekly: Pence; readonly bodies: Bodies },
): readonly SplitProblem[] {
  const problems: SplitProblem[] = parts
    .filter(({ strand }) => bodies[strand] === undefined)
    .map(({ strand }) => ({ problem: 'no-body', strand }))
  const sum = sumOf(parts)
  if (parts.length === 0 && way !== 'percentage') problems.push({ problem: 'nobody' })
  else if (way === 'percentage' && sum !== 10_000n) problems.push({ problem: 'not-a-whole', hundredths: sum })
  else if (way === 'amount' && sum !== weekly)
    problems.push({ problem: 'not-the-amount', sum: pence(sum), weekly })
  return problems
}

/** A reason as a sentence for the field. */
export function saySplitProblem(problem: SplitProblem): string {
  if (problem.problem === 'not-a-whole')
    return `The shares add up to ${sayThousandths(problem.hundredths * 10n)}%. They must add up to 100%`
  if (problem.problem === 'not-the-amount')
    return (
      `The shares add up to ${sayMoney(problem.sum)} a week. ` +
      `They must add up to ${sayMoney(problem.weekly)}`
    )
  if (problem.problem === 'nobody') return 'Say who carries this line'
  return `Choose which council pays for ${strandNames[problem.strand].toLowerCase()}`
}

/**
 * The parts as weights. A line split by amounts whose cost has changed since: the others carry their amounts,
 * health carries the rest, and where there is no rest they carry it in proportion to their amounts.
 */
function weightsOf({ way, parts }: LineSplit, weekly: Pence): readonly bigint[] {
  if (way !== 'amount') return parts.map(({ part }) => part)
  const others = sumOf(parts.filter(({ strand }) => strand !== 'health'))
  if (others === 0n || (others > weekly && parts.length > 0)) return parts.map(({ part }) => part)
  const rest = weekly - others
  return parts.some(({ strand }) => strand === 'health')
    ? parts.map(({ strand, part }) => (strand === 'health' ? rest : part))
    : parts.map(({ part }) => part)
}

/**
 * What each strand carries of a sum of a line, to the penny, by largest remainder (K6). A line that nobody
 * split is all the board's.
 */
export function carried(sum: Pence, split: LineSplit | undefined, weekly: Pence): ReadonlyMap<Strand, Pence> {
  if (split === undefined) return new Map([['health', sum]])
  const weights = weightsOf(split, weekly)
  const shares = share(sum, weights.every(weight => weight === 0n) ? weights.map(() => 1n) : weights)
  return new Map(split.parts.map(({ strand }, place) => [strand, shares[place] ?? pence(0n)]))
}
