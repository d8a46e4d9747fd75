import { type PlainDate, plainDate } from '../../kernel/days.ts'
import * as at from '../sources.ts'
import type { Backing } from '../types.ts'

/** An order of the Schedule as dated data: the day on which it was last checked is that of its source. */
export type OrderRow = {
  readonly letter: string
  readonly says: string
  readonly by: Backing
  readonly from: PlainDate
  /** The last day on which the row counts; null while it stands. */
  readonly until: PlainDate | null
}
const since = plainDate('2013-08-01')
const row = (letter: string, says: string, by: Backing): OrderRow => ({
  letter,
  says,
  by,
  from: since,
  until: null,
})

/**
 * The orders that bar a direct payment. The list for education plans was since rewritten for the Sentencing
 * Code; its new words were not read, and neither was the end of the Schedule of 2013.
 */
export const orderRows = {
  'drug-rehabilitation-requirement': row('A', 'a drug rehabilitation requirement', at.schedule),
  'alcohol-treatment-requirement': row('B', 'an alcohol treatment requirement', at.schedule),
  'licence-with-drug-or-alcohol-work': row(
    'C',
    'a licence condition to work on drugs or alcohol',
    at.schedule,
  ),
  'community-rehabilitation-order-with-treatment': row(
    'D',
    'a community rehabilitation order with treatment for drugs or alcohol',
    at.schedule,
  ),
  'drug-treatment-and-testing-order': row('E', 'a drug treatment and testing order', at.senSchedule),
  'youth-order-with-drug-treatment': row(
    'F',
    'a youth rehabilitation order with drug treatment',
    at.senSchedule,
  ),
  'youth-order-with-drug-testing': row('G', 'a youth rehabilitation order with drug testing', at.senSchedule),
  'youth-order-with-intoxicating-substance-treatment': row(
    'H',
    'a youth rehabilitation order with treatment for intoxicating substances, or a Scottish order like these',
    at.knownSchedule,
  ),
} as const satisfies Record<string, OrderRow>
