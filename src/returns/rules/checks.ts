import type { Counts } from '../types.ts'

export type Figures = { readonly yearToDate: Counts; readonly live: Counts }

export type Checked = {
  readonly now: Figures
  /** The quarter before as it was sent; null where it was not. */
  readonly before: Figures | null
  /** Is that quarter in the same year? Year to date begins again each April. */
  readonly sameYear: boolean
  /** By how much live may move without a word, a figure of the body's own; null where none is set. */
  readonly mostChangePercent: number | null
}

/** `mend`: cannot be true. `explain`: may be true, and then says why. */
export const checkSays = {
  'year-to-date-below-live': { grade: 'mend', says: 'Year to date cannot be below live' },
  'way-above-people': { grade: 'mend', says: 'No way can have more people than there are' },
  'ways-below-people': { grade: 'mend', says: 'Somebody counts in no way' },
  'year-to-date-fell': { grade: 'mend', says: 'Year to date cannot fall within a year' },
  'last-quarter-missing': { grade: 'explain', says: 'Nothing was sent for the quarter before' },
  'changed-a-lot': { grade: 'explain', says: 'Live has moved a lot since the quarter before' },
} as const
export type CheckProblem = keyof typeof checkSays

const waysOf = ({ byWay }: Counts): readonly number[] => Object.values(byWay)
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

const movedALot = ({ now, before, mostChangePercent }: Checked): boolean => {
  if (before === null || mostChangePercent === null) return false
  const moved = Math.abs(now.live.people - before.live.people)
  return moved > 0 && moved * 100 >= mostChangePercent * before.live.people
}

/** Everything that is odd about a quarter's figures. How each weighs and what is said of it: `checkSays`. */
export function checkFigures(asked: Checked): readonly CheckProblem[] {
  const { now, before, sameYear } = asked
  const both = [now.yearToDate, now.live]
  const checks: readonly (readonly [boolean, CheckProblem])[] = [
    [now.yearToDate.people < now.live.people, 'year-to-date-below-live'],
    [both.some(one => waysOf(one).some(count => count > one.people)), 'way-above-people'],
    [both.some(one => sum(waysOf(one)) < one.people), 'ways-below-people'],
    [sameYear && before !== null && now.yearToDate.people < before.yearToDate.people, 'year-to-date-fell'],
    [before === null, 'last-quarter-missing'],
    [movedALot(asked), 'changed-a-lot'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}
