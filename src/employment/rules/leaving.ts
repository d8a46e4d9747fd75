import { addMonths, addWeeks, addYears, ageOn, type PlainDate } from '../../kernel/days.ts'
import { type Pence, smaller, timesRoundedHalfUp } from '../../kernel/money.ts'
import { noticeLimits, redundancyLimits, weekPayLimitOn } from '../reference/figures.ts'

/** Full years of service on a day. */
export const yearsOfService = (from: PlainDate, day: PlainDate): number => Math.max(0, ageOn(from, day))

/** The least notice that the law gives an assistant, in weeks (EMP-NOTICE). */
export function leastNotice(from: PlainDate, day: PlainDate): number {
  if (addMonths(from, noticeLimits.firstAfterMonths) > day) return 0
  return Math.min(Math.max(1, yearsOfService(from, day)), noticeLimits.mostWeeks)
}

/** The notice that is owed: the least by law, or what was agreed where that is more. */
export const noticeWeeks = (from: PlainDate, day: PlainDate, agreed: number | null): number =>
  Math.max(leastNotice(from, day), agreed ?? 0)

export type RedundancyFacts = {
  readonly from: PlainDate
  readonly born: PlainDate | null
  readonly day: PlainDate
  readonly weeksPay: Pence
}
export type RedundancyAnswer = {
  /** The day on which the least notice would run out: years are counted up to it. */
  readonly reckonedOn: PlainDate
  readonly years: number
  /** Tenths of a week. */
  readonly weeksTenths: number
  readonly weeksPay: Pence
  readonly limitFrom: PlainDate
  readonly amount: Pence
  readonly note: 'under-two-years' | 'birth-not-known' | null
}

/** Weeks for one year of service that ends so many years before the reckoned day, in tenths. */
function tenthsOf(born: PlainDate | null, yearBegan: PlainDate): number {
  if (born === null) return 10
  const age = ageOn(born, yearBegan)
  return age >= redundancyLimits.moreFrom ? 15 : age >= redundancyLimits.halfBelow ? 10 : 5
}

/**
 * Redundancy pay if the job ended without notice on a day: counted back from the day on which the least
 * notice would have run out, a year at a time, by the age at the start of each year (EMP-REDUNDANCY). Where
 * the birth is not known each year counts as one week, and the answer says so.
 */
export function redundancyOn({ from, born, day, weeksPay }: RedundancyFacts): RedundancyAnswer {
  const reckonedOn = addWeeks(day, leastNotice(from, day))
  const { limit, from: limitFrom } = weekPayLimitOn(reckonedOn)
  const counted = smaller(weeksPay, limit)
  const years = yearsOfService(from, reckonedOn)
  const enough = years >= redundancyLimits.yearsNeeded
  const each = Array.from({ length: enough ? Math.min(years, redundancyLimits.mostYears) : 0 }, (_, back) =>
    tenthsOf(born, addYears(reckonedOn, -(back + 1))),
  )
  const weeksTenths = each.reduce((sum, tenths) => sum + tenths, 0)
  return {
    reckonedOn,
    years,
    weeksTenths,
    weeksPay: counted,
    limitFrom,
    amount: timesRoundedHalfUp(counted, BigInt(weeksTenths), 10n),
    note: enough ? (born === null ? 'birth-not-known' : null) : 'under-two-years',
  }
}
