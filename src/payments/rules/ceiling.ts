import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { nothing, type Pence, pence, plus, sayMoney } from '../../kernel/money.ts'
import { usualSettings } from './settings.ts'

/** What was agreed ahead: so much and so many times at most, between two days (both inside). */
export type Repeat = {
  readonly ceiling: Pence
  readonly mostTimes: number
  readonly from: PlainDate
  readonly until: PlainDate
  readonly agreed: boolean
  readonly ended: boolean
  /** Less than this of the ceiling, in hundredths, is little: a local setting of the day. */
  readonly little?: number
}
/** One time that it was used: a session, a delivery. */
export type Use = { readonly on: PlainDate; readonly times: number; readonly amount: Pence }

export type Left = {
  readonly used: Pence
  readonly times: number
  readonly left: Pence
  readonly timesLeft: number
}

/** What is left of it after all uses so far. */
export function leftOfRepeat({ ceiling, mostTimes }: Repeat, uses: readonly Use[]): Left {
  const used = plus(nothing, ...uses.map(({ amount }) => amount))
  const times = uses.reduce((sum, one) => sum + one.times, 0)
  return { used, times, left: pence(ceiling - used), timesLeft: mostTimes - times }
}

export const useStops = [
  'not-agreed',
  'has-ended',
  'outside-the-days',
  'amount-is-nothing',
  'more-than-the-ceiling',
  'more-times-than-agreed',
] as const
export type UseStop = (typeof useStops)[number]
export const useWarnings = ['more-than-a-month', 'same-day-before', 'little-left'] as const
export type UseWarning = (typeof useWarnings)[number]

const littleOf = ({ little = usualSettings['payments-little-percent'] }: Repeat): number => little

const inMonth = (day: PlainDate) => (one: Use) => one.on.slice(0, 7) === day.slice(0, 7)

/** The months that the agreement runs for, begun ones counted whole. */
export function monthsOf({ from, until }: Pick<Repeat, 'from' | 'until'>): number {
  const [a, b] = [from, until].map(day => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
  return (b ?? 0) - (a ?? 0) + 1
}

/**
 * What stops one more use, and what somebody has to look at first. A month may take more than its even share
 * of the whole: that is a warning, never a stop. The ceiling, the number of times and the days are a stop.
 * Our own way: no law says how far ahead a body may agree to pay.
 */
export function checkUse(
  repeat: Repeat,
  uses: readonly Use[],
  use: Use,
): { readonly stops: readonly UseStop[]; readonly warnings: readonly UseWarning[] } {
  const { left, timesLeft } = leftOfRepeat(repeat, uses)
  const month = plus(use.amount, ...uses.filter(inMonth(use.on)).map(({ amount }) => amount))
  const stops: readonly (readonly [boolean, UseStop])[] = [
    [!repeat.agreed, 'not-agreed'],
    [repeat.ended, 'has-ended'],
    [use.on < repeat.from || use.on > repeat.until, 'outside-the-days'],
    [use.amount <= nothing || use.times < 1, 'amount-is-nothing'],
    [use.amount > left, 'more-than-the-ceiling'],
    [use.times > timesLeft, 'more-times-than-agreed'],
  ]
  const warnings: readonly (readonly [boolean, UseWarning])[] = [
    [month * BigInt(monthsOf(repeat)) > repeat.ceiling, 'more-than-a-month'],
    [uses.some(({ on }) => on === use.on), 'same-day-before'],
    [(left - use.amount) * 100n < repeat.ceiling * BigInt(littleOf(repeat)), 'little-left'],
  ]
  const those = <Name>(all: readonly (readonly [boolean, Name])[]) =>
    all.filter(([so]) => so).map(([, name]) => name)
  return { stops: those(stops), warnings: those(warnings) }
}

/** Why one more use is stopped, in words with its figures. */
export function sayStop(stop: UseStop, repeat: Repeat, uses: readonly Use[]): string {
  const { left, timesLeft } = leftOfRepeat(repeat, uses)
  switch (stop) {
    case 'not-agreed':
      return 'A second person has not agreed to it.'
    case 'has-ended':
      return 'It was ended. Propose a new one if it goes on.'
    case 'outside-the-days':
      return `It is agreed for ${sayShortDay(repeat.from)} to ${sayShortDay(repeat.until)}, both included.`
    case 'amount-is-nothing':
      return 'Say how many times and how much.'
    case 'more-than-the-ceiling':
      return `Only ${sayMoney(left)} of ${sayMoney(repeat.ceiling)} is left. More has to be agreed first.`
    case 'more-times-than-agreed':
      return `Only ${timesLeft} of ${repeat.mostTimes} times are left. More has to be agreed first.`
    default:
      return stop satisfies never
  }
}

/** What somebody has to look at first, in words with its figures. */
export function sayWarning(warning: UseWarning, repeat: Repeat): string {
  switch (warning) {
    case 'more-than-a-month': {
      const even = pence(repeat.ceiling / BigInt(monthsOf(repeat)))
      return `With it, this month is more than its even share of ${sayMoney(even)}. The whole is not passed.`
    }
    case 'same-day-before':
      return 'There is one of the same day already. Is it another one?'
    case 'little-left':
      return (
        `After it, less than ${littleOf(repeat)} % of ${sayMoney(repeat.ceiling)} is left ` +
        '(a local figure, not a rule).'
      )
    default:
      return warning satisfies never
  }
}

/** `6 of 12 times and £300.00 of £600.00 are left, until 31 March 2027.` */
export function sayLeft(repeat: Repeat, uses: readonly Use[]): string {
  const { left, timesLeft } = leftOfRepeat(repeat, uses)
  return (
    `${timesLeft} of ${repeat.mostTimes} times and ${sayMoney(left)} of ${sayMoney(repeat.ceiling)} are ` +
    `left, until ${sayShortDay(repeat.until)}.`
  )
}
