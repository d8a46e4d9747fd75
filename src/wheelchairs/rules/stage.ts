import { daysBetween, type PlainDate } from '../../kernel/days.ts'
import { chairWaited, wheelchairRight } from '../../rights/public.ts'
import { type Need, needs, type Round } from '../types.ts'
import { isChildOn } from './figures.ts'

export const stages = [
  'referred',
  'no-right',
  'assessed',
  'quoted',
  'chosen',
  'agreed',
  'has-chair',
  'period-over',
  'ended',
] as const
export type Stage = (typeof stages)[number]

/** The days of what happened, as lists know them; null where it has not. */
export type Days = {
  readonly standing: Round['standing'] | null
  readonly assessedOn: PlainDate | null
  readonly quotedOn: PlainDate | null
  readonly chosenOn: PlainDate | null
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly handedOn: PlainDate | null
  readonly endedOn: PlainDate | null
}

/** How far a budget has come, out of what happened. */
export function stageOf(days: Days, today: PlainDate): Stage {
  if (days.standing === null || days.assessedOn === null) return 'referred'
  if (!wheelchairRight(days.standing, days.assessedOn).rightNow) return 'no-right'
  if (days.endedOn !== null) return 'ended'
  if (days.handedOn !== null) return days.endsOn !== null && days.endsOn < today ? 'period-over' : 'has-chair'
  if (days.startsOn !== null) return 'agreed'
  if (days.chosenOn !== null) return 'chosen'
  return days.quotedOn === null ? 'assessed' : 'quoted'
}

const firstOf = (all: readonly PlainDate[]): PlainDate | null => [...all].sort()[0] ?? null

/** The days of a round that is known in full. */
export const daysOf = (round: Round): Days => ({
  standing: round.standing,
  assessedOn: round.assessedOn,
  quotedOn: firstOf(round.quotes.map(one => one.notedOn)),
  chosenOn: round.choice?.chosenOn ?? null,
  startsOn: round.agreed?.startsOn ?? null,
  endsOn: round.agreed?.endsOn ?? null,
  handedOn: round.handedOver?.on ?? null,
  endedOn: firstOf(round.endings.map(one => one.on)),
})

/** Does somebody still wait for their chair? */
export const waits = (stage: Stage): boolean =>
  ['referred', 'assessed', 'quoted', 'chosen', 'agreed'].includes(stage)

/** Whole weeks from the referral until a day, and whether that is within 18 weeks. */
export const waitedFor = (referredOn: PlainDate, until: PlainDate) => ({
  weeks: Math.floor(daysBetween(referredOn, until) / 7),
  late: chairWaited(referredOn, until).counted === 'longer',
})

export type HandedOver = {
  readonly born: PlainDate | null
  readonly need: Need
  readonly referredOn: PlainDate
  readonly handedOn: PlainDate
}
export type Counted = {
  readonly who: 'adult' | 'child'
  readonly need: Need
  readonly within: number
  readonly longer: number
}

/** Chairs handed over, as the national collection groups them: by adult and child, need, and the wait. */
export function countHandedOver(all: readonly HandedOver[]): readonly Counted[] {
  const groups = (['adult', 'child'] as const).flatMap(who => needs.map(need => ({ who, need })))
  return groups.map(({ who, need }) => {
    const own = all.filter(
      one => one.need === need && isChildOn(one.born, one.handedOn) === (who === 'child'),
    )
    const longer = own.filter(one => waitedFor(one.referredOn, one.handedOn).late).length
    return { who, need, within: own.length - longer, longer }
  })
}

/** The first day of the quarter of a year that a day is in: quarters begin in April, as the NHS counts. */
export const quarterOf = (day: PlainDate): PlainDate => {
  const month = Number(day.slice(5, 7))
  const first = month - ((month - 1) % 3)
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01` as PlainDate
}
