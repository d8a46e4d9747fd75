import { addMonths, daysBetween, type PlainDate } from '../../kernel/days.ts'
import { negative, nothing, type Pence, sayMoney, timesRoundedHalfUp } from '../../kernel/money.ts'
import type { PlanLine, ToMatch } from './facts.ts'

type One = { readonly line: PlanLine; readonly because: string }

const weeks = ['a week', 'two weeks', 'three weeks', 'four weeks', 'five weeks'] as const

/** `£174.00 is a week of “Mornings”`; null where the sum is no round number of weeks and no month. */
function roundTime(sum: Pence, { weekly, says }: PlanLine): string | null {
  if (weekly <= nothing) return null
  const place = weeks.findIndex((_, at) => sum === weekly * BigInt(at + 1))
  if (place >= 0) return `${sayMoney(sum)} is ${weeks[place]} of “${says}”.`
  return sum === timesRoundedHalfUp(weekly, 52n, 12n) ? `${sayMoney(sum)} is a month of “${says}”.` : null
}

/** `£43.50 is 3 times the rate of “Mornings”`. */
function timesRate(sum: Pence, { rate, says }: PlanLine): string | null {
  if (rate <= nothing || sum % rate !== 0n) return null
  return `${sayMoney(sum)} is ${sum / rate} times the rate of “${says}”.`
}

/** A payment a week, a fortnight, four weeks or a month after the last one for the same line. */
function inRhythm(on: PlainDate, last: PlainDate | undefined): boolean {
  if (last === undefined || on <= last) return false
  return [7, 14, 28].includes(daysBetween(last, on)) || addMonths(last, 1) === on
}

const only = (found: readonly One[]): One | null => {
  const [one, second] = found
  return one !== undefined && second === undefined ? one : null
}

/**
 * Which of several lines with the same payee a payment is for: the one of which it is a round time, else a
 * round number of units, else the one whose rhythm it keeps. Null where that leaves none or several.
 */
export function narrowed(
  { amount, on }: ToMatch,
  lines: readonly PlanLine[],
  last: ReadonlyMap<string, PlainDate>,
): One | null {
  const sum = amount < 0n ? negative(amount) : amount
  const by = (say: (line: PlanLine) => string | null): readonly One[] =>
    lines.flatMap(line => {
      const because = say(line)
      return because === null ? [] : [{ line, because }]
    })
  const rhythm = (line: PlanLine): string | null =>
    inRhythm(on, last.get(line.key)) ? `it keeps the rhythm of “${line.says}”.` : null
  return only(by(line => roundTime(sum, line))) ?? only(by(line => timesRate(sum, line))) ?? only(by(rhythm))
}
