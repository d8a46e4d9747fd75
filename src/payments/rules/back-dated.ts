import { daysInside, type PlainDate } from '../../kernel/days.ts'
import { costOf, minus, type Pence, share, type Thousandths } from '../../kernel/money.ts'
import { moneyForDays } from './schedule.ts'

/** A rate with both of its dates: from when it counts, and when it was written down. */
export type DatedRate = { readonly rate: Pence; readonly from: PlainDate; readonly recordedOn: PlainDate }

/** The rate for a day as it was known on another day; null where none was known. */
export const rateKnownOn = (
  rates: readonly DatedRate[],
  { day, knownOn }: { readonly day: PlainDate; readonly knownOn: PlainDate },
): Pence | null =>
  rates
    .filter(({ from, recordedOn }) => from <= day && recordedOn <= knownOn)
    .sort((a, b) => (`${a.from} ${a.recordedOn}` < `${b.from} ${b.recordedOn}` ? 1 : -1))[0]?.rate ?? null

/**
 * A change of rate from a day in the past, for units a week that were paid up to a day (both ends inside).
 */
export type BackDated = {
  readonly units: Thousandths
  readonly before: Pence
  readonly after: Pence
  readonly from: PlainDate
  readonly paidUntil: PlainDate
  /** The funders' shares, in the order in which they are listed (K6). */
  readonly weights: readonly bigint[]
  readonly nextDays: number
}

export type ArrearsPreview = {
  readonly days: number
  readonly arrears: Pence
  readonly shares: readonly Pence[]
  readonly arrearsUntil: PlainDate
  readonly nextPayment: Pence
  readonly nextShares: readonly Pence[]
}

/**
 * What a change from a day in the past would bring, before anything is posted: shown, and nothing else
 * (V-18).
 */
export function previewBackDated(change: BackDated): ArrearsPreview {
  const days = daysInside(change.from, change.paidUntil)
  const [old, now] = [costOf(change.units, change.before), costOf(change.units, change.after)]
  const arrears = minus(moneyForDays(now, days), moneyForDays(old, days))
  const nextPayment = moneyForDays(now, change.nextDays)
  return {
    days,
    arrears,
    shares: share(arrears, change.weights),
    arrearsUntil: change.paidUntil,
    nextPayment,
    nextShares: share(nextPayment, change.weights),
  }
}
