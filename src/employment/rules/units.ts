import { sayThousandths, type Thousandths } from '../../kernel/money.ts'
import type { WorkUnit } from '../types.ts'

/** What each unit is called, for one and for several. */
export const unitWords = {
  hour: ['hour', 'hours'],
  night: ['night', 'nights'],
  'waking-night': ['waking night', 'waking nights'],
  'sleep-in': ['sleep-in', 'sleep-ins'],
  day: ['day', 'days'],
  session: ['session', 'sessions'],
  visit: ['visit', 'visits'],
  mile: ['mile', 'miles'],
} as const satisfies Record<WorkUnit, readonly [string, string]>

/** `7.5 hours`, `1 sleep-in`. */
export const countOf = (unit: WorkUnit, units: Thousandths): string =>
  `${sayThousandths(units)} ${unitWords[unit][units === 1000n ? 0 : 1]}`

/** `Hours`, for a heading. */
export const headingOf = (unit: WorkUnit): string => {
  const [, many] = unitWords[unit]
  return `${many[0]?.toUpperCase() ?? ''}${many.slice(1)}`
}

/** The most of a unit that one day can hold. */
export const mostOnADay = {
  hour: 24,
  night: 1,
  'waking-night': 1,
  'sleep-in': 1,
  day: 1,
  session: 12,
  visit: 24,
  mile: 500,
} as const satisfies Record<WorkUnit, number>
