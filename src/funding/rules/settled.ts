import { addDays, earlier, later, type PlainDate } from '../../kernel/days.ts'
import { type Pence, timesRoundedHalfUp } from '../../kernel/money.ts'
import type { LineKey } from '../../needs/public.ts'
import type { DisputeId, Recharged } from '../types.ts'
import { type AgreedSplit, type OpenDispute, splitOn } from './charges.ts'

type Days = { readonly from: PlainDate; readonly until: PlainDate }

/** A dispute that was settled: what is in it now, and what the body carries of that. */
export type SettledDispute = Days & {
  readonly id: DisputeId
  readonly key: LineKey
  readonly strand: Recharged
  readonly settledOn: PlainDate
  /** The body's part in hundredths of a percent. */
  readonly hundredths: number
  readonly disputed: Pence
  readonly bodyPays: Pence
}

/** What a correction makes of a settled dispute: posted again with these sums. */
export type SettledAgain = {
  readonly dispute: DisputeId
  readonly key: LineKey
  readonly strand: Recharged
  /** What had been charged first and was moved into the dispute later: it is taken out of it again. */
  readonly movedBack: Pence
  readonly disputed: Pence
  readonly bodyPays: Pence
}

/** What the body carries of a sum in dispute: rounded once, half a penny up. */
export const settledPart = (disputed: Pence, hundredths: number): Pence =>
  timesRoundedHalfUp(disputed, BigInt(hundredths), 10_000n)

/**
 * The days of a settled dispute on which its settlement is the last word: not those on which shares hold that
 * everybody agreed after the day of the settlement.
 */
export function standingDays(
  dispute: SettledDispute,
  period: Days,
  splits: readonly AgreedSplit[],
): { readonly days: readonly OpenDispute[]; readonly all: boolean } {
  const { id, key, strand } = dispute
  const [from, until] = [later(dispute.from, period.from), earlier(dispute.until, period.until)]
  const cuts = splits.map(one => one.from).filter(day => day > from && day <= until)
  const starts = [from, ...[...new Set(cuts)].sort()]
  const stretches = starts.map((start, place) => {
    const next = starts[place + 1]
    return { id, key, strand, from: start, until: next === undefined ? until : addDays(next, -1) }
  })
  const days = stretches.filter(
    one => (splitOn(splits, one.from)?.agreedOn ?? dispute.settledOn) <= dispute.settledOn,
  )
  return { days, all: days.length === stretches.length }
}
