import type { Call, Points, Scoring } from '../types.ts'

export const callSays = {
  'no-places': 'Say how many places there are: at least one',
  'no-scale': 'Say which level is the highest: at least 1',
  'weights-not-100': 'The weights must be whole numbers above nought and add up to 100',
  'equal-by-unknown': 'Name one of the criteria, by which equal results are told apart',
} as const
export type CallProblem = keyof typeof callSays

const whole = (value: number, least: number): boolean => Number.isInteger(value) && value >= least

/** Every reason why a call cannot be judged by. */
export function whyNotCall({ places, criteria, topLevel, equalBy }: Call): readonly CallProblem[] {
  const sum = criteria.reduce((all, { weight }) => all + weight, 0)
  const checks: readonly (readonly [boolean, CallProblem])[] = [
    [!whole(places, 1), 'no-places'],
    [!whole(topLevel, 1), 'no-scale'],
    [sum !== 100 || criteria.some(({ weight }) => !whole(weight, 1)), 'weights-not-100'],
    [criteria.every(({ name }) => name !== equalBy), 'equal-by-unknown'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}

export const onScale = ({ criteria, topLevel }: Call, { levels }: Scoring): boolean =>
  levels.length === criteria.length && levels.every(level => whole(level, 0) && level <= topLevel)

/** Weight times level, added up. Divided by the top level it is the score of one scorer. */
export const pointsOf = ({ criteria }: Call, { levels }: Scoring): Points =>
  criteria.reduce((all, { weight }, at) => all + weight * (levels[at] ?? 0), 0)

/** A scorer's points, or those of several together, as a score out of 100: `76.25`, half a hundredth up. */
export function sayScore({ topLevel }: Call, points: Points, scorers = 1): string {
  const hundredths = Math.floor((points * 200 + topLevel * scorers) / (2 * topLevel * scorers))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
