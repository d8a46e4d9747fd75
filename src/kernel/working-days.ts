import { addDays, type PlainDate, weekday } from './days.ts'

/** Days on which banks in England and Wales are shut, as handed in from the dated reference table. */
export type Holidays = ReadonlySet<PlainDate>

export const isWorkingDay = (day: PlainDate, holidays: Holidays): boolean =>
  weekday(day) <= 5 && !holidays.has(day)

/** The day itself where it is a working day, else the working day before it: nobody is paid late. */
export function workingDayOnOrBefore(day: PlainDate, holidays: Holidays): PlainDate {
  let found = day
  while (!isWorkingDay(found, holidays)) found = addDays(found, -1)
  return found
}

/** The n-th working day after a day, which is not counted itself (convention K4). */
export function addWorkingDays(day: PlainDate, count: number, holidays: Holidays): PlainDate {
  let found = day
  for (let left = count; left > 0; left -= isWorkingDay(found, holidays) ? 1 : 0) found = addDays(found, 1)
  return found
}
