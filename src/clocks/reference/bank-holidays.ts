/**
 * The days on which banks in England and Wales are shut, 2019 to 2028, substitute days included.
 * Source: the list of GOV.UK (Open Government Licence v3.0), read 2026-11-22. Confidence: secondary.
 * Days after `bankHolidaysKnownUntil` are not known yet: whoever counts beyond it says so.
 */
import { type PlainDate, plainDate } from '../../kernel/days.ts'
import type { Holidays } from '../../kernel/working-days.ts'

const monthsAndDays = {
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27', // the jubilee and the Queen's funeral
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26', // the coronation
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
} as const

/** Every bank holiday of England and Wales from 2019 to 2028. */
export const bankHolidays: Holidays = new Set(
  Object.entries(monthsAndDays).flatMap(([year, days]) =>
    days.split(' ').map(day => plainDate(`${year}-${day}`)),
  ),
)

/** The last day that the table covers. */
export const bankHolidaysKnownUntil: PlainDate = plainDate('2028-12-31')
