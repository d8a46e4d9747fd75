import { nextReview } from '../../clocks/public.ts'
import { addMonths, type PlainDate } from '../../kernel/days.ts'
import { type Lane, lanes } from '../../rights/public.ts'

export type LaneStanding = {
  readonly lane: Lane
  readonly due: PlainDate
  readonly booked: PlainDate | null
  readonly lastHeld: PlainDate | null
  readonly rule: string
}
export type LaneFacts = {
  readonly firstPaid: PlainDate
  readonly held: readonly { readonly lane: Lane; readonly on: PlainDate }[]
  readonly booked: readonly { readonly lane: Lane; readonly on: PlainDate }[]
  /** Months within which the money is looked at for the first time: a local setting; the law names none. */
  readonly firstAuditMonths: number
}

/**
 * When each lane is next due. The plan: within three months of the first payment, then at most twelve apart
 * (DP-REV-01 and
 * -02). Eligibility: the same months (general knowledge). The money: when the local setting says, then
 * yearly.
 */
export function lanesDue(facts: LaneFacts): readonly LaneStanding[] {
  return lanes.map(lane => {
    const held = facts.held
      .filter(one => one.lane === lane)
      .map(one => one.on)
      .sort()
    const lastHeld = held.at(-1) ?? null
    const due =
      lane === 'money-audit'
        ? lastHeld === null
          ? addMonths(facts.firstPaid, facts.firstAuditMonths)
          : addMonths(lastHeld, 12)
        : (nextReview({ firstPaid: facts.firstPaid, held, of: 'icb' }).due as PlainDate)
    const booked =
      facts.booked
        .filter(one => one.lane === lane && (lastHeld === null || one.on > lastHeld))
        .map(one => one.on)
        .sort()
        .at(-1) ?? null
    return {
      lane,
      due,
      booked,
      lastHeld,
      rule: lane === 'plan-review' ? (lastHeld === null ? 'DP-REV-01' : 'DP-REV-02') : 'DP-REV-06',
    }
  })
}
