import { type Backed, backedBy, findRule } from '../../rights/public.ts'

export type Totals = { readonly live: number; readonly yearToDate: number }

/** What a quarter brought. */
export type Turnover = {
  readonly starts: number
  readonly ends: number
  /** Starts of people who count in the year to date already: who came back, or began again. */
  readonly startsCountedAlready: number
}

export const turnoverSays = {
  'not-a-count': 'Enter whole numbers that are not below nought',
  'more-ends-than-budgets': 'More budgets cannot end than were there or began',
  'more-counted-than-starts': 'No more starts can be of people counted already than there were starts',
} as const
export type TurnoverProblem = keyof typeof turnoverSays

/** Every reason why a quarter cannot have been so. */
export function whyNotTurnover(before: Totals, quarter: Turnover): readonly TurnoverProblem[] {
  const counts = [...Object.values(before), ...Object.values(quarter)]
  const checks: readonly (readonly [boolean, TurnoverProblem])[] = [
    [counts.some(one => !Number.isInteger(one) || one < 0), 'not-a-count'],
    [quarter.ends > before.live + quarter.starts, 'more-ends-than-budgets'],
    [quarter.startsCountedAlready > quarter.starts, 'more-counted-than-starts'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}

/**
 * The totals after a quarter of the same year, from those before it. Each start is of one person who had no
 * budget then. Throws where `whyNotTurnover` finds a reason.
 */
export function afterQuarter(before: Totals, quarter: Turnover): Totals & Backed {
  const problems = whyNotTurnover(before, quarter)
  if (problems.length > 0) throw new RangeError(problems.join(', '))
  return {
    live: before.live + quarter.starts - quarter.ends,
    yearToDate: before.yearToDate + quarter.starts - quarter.startsCountedAlready,
    ...backedBy(findRule('RETURN-TWO-MEASURES')),
  }
}
