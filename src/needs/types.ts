import type { Brand, Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'

export type SumId = Id<'sum'>
export type SplitId = Id<'split'>
/** What a line of support keeps through every version of sum and plan: `line-3`. */
export type LineKey = Brand<string, 'line key'>

/** Units are kept as agreed and never converted: a sleep-in is not so many hours. */
export const unitsOfSupport = [
  'hour',
  'session',
  'night',
  'sleep-in',
  'mile',
  'visit',
  'day',
  'week',
  'month',
  'year',
  'item',
] as const
export type Unit = (typeof unitsOfSupport)[number]

export const lineKinds = [
  'care',
  'employer-cost',
  'training',
  'contingency',
  'equipment',
  'activity',
  'other',
] as const
export type LineKind = (typeof lineKinds)[number]

/** A line of support as it is needed: so many units in a week (or month, or year), at a rate of the table. */
export type SupportLine = {
  readonly key: LineKey
  readonly says: string
  /** What it is for in the person's life: `Nights`, `Getting up and going to bed`. */
  readonly group: string
  /** When it happens, in words: `Monday to Friday, 7am to 9am`. */
  readonly when: string
  readonly kind: LineKind
  readonly unit: Unit
  /** Thousandths of a unit for each period, as a decimal text: `37.5`. */
  readonly units: string
  readonly per: 'week' | 'month' | 'year'
  /** The name of a rate in the table, or null where a rate of its own was agreed, with the reason. */
  readonly rateName: string | null
  readonly ownRate: string | null
  readonly ownRateBecause: string | null
  /** An assistant whom the person employs: employer's costs follow. */
  readonly employed: boolean
}

/** One line of a sum with its working: `units x rate = amount`, for a week. */
export type SumLine = {
  readonly key: LineKey
  readonly says: string
  readonly group: string
  readonly when: string
  readonly kind: LineKind
  readonly unit: Unit | 'part'
  readonly units: string
  readonly per: 'week' | 'month' | 'year'
  readonly rate: Pence
  readonly rateName: string | null
  readonly rateSource: string
  readonly weekly: Pence
  readonly working: string
}

/**
 * Employer's figures from a day, as an ICB set them, with their source. Parts are of ten thousand: 1425 is
 * 14.25 %.
 */
export type EmployerFigures = {
  readonly niParts: number
  readonly niAboveWeekly: Pence
  readonly pensionParts: number
  readonly pensionAboveWeekly: Pence
  /** The pension is due only from this much pay in 52 weeks. */
  readonly pensionFromYearly: Pence
  /** Thousandths of weeks of paid leave in a year: 5600. */
  readonly leaveWeeks: number
  readonly insuranceYearly: Pence
  readonly payrollFourWeekly: Pence
}

export type RateRow = {
  readonly name: string
  readonly says: string
  readonly unit: Unit
  readonly rate: Pence
  readonly from: PlainDate
  readonly source: string
}

export type Domain = { readonly name: string; readonly level: string; readonly note: string }
