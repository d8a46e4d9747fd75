import { addDays, later, type PlainDate } from '../../kernel/days.ts'
import { type Holidays, isWorkingDay, workingDayOnOrBefore } from '../../kernel/working-days.ts'

/** The day itself where banks are open on it, else the next day on which they are. */
export function workingDayOnOrAfter(day: PlainDate, holidays: Holidays): PlainDate {
  let found = day
  while (!isWorkingDay(found, holidays)) found = addDays(found, 1)
  return found
}

/**
 * The day on which a payment leaves. One that falls on a weekend or holiday leaves on the working day
 * before, because people whom the holder employs are paid from it (local setting, V-20). What should have
 * left already leaves on the next working day from today.
 */
export const leavesOn = (
  due: PlainDate,
  { holidays, today }: { readonly holidays: Holidays; readonly today: PlainDate },
): PlainDate => later(workingDayOnOrBefore(due, holidays), workingDayOnOrAfter(today, holidays))
