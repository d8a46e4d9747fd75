import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import type { CheckName, Found, Grade, InvoiceUnit, Outcome, Payer, Said } from '../types.ts'

export const gradeSays = {
  information: 'For information',
  warning: 'To look at',
  stop: 'Stop',
} as const satisfies Record<Grade, string>

export const unitSays = {
  hour: 'hour',
  night: 'night',
  'sleep-in': 'sleep-in',
  visit: 'visit',
  session: 'session',
  day: 'day',
  week: 'week',
  month: 'month',
  mile: 'mile',
  item: 'item',
} as const satisfies Record<InvoiceUnit, string>

export const outcomeSays = {
  'in-full': 'Pay all of it',
  'in-part': 'Pay part of it',
  nothing: 'Pay nothing of it',
  'credit-note': 'The supplier sent a credit note',
} as const satisfies Record<Outcome, string>

export const payerSays = {
  nhs: 'The NHS pays the supplier',
  'third-party': 'The organisation that holds the budget pays it',
  holder: 'Paid from the budget’s bank account',
} as const satisfies Record<Payer, string>

const day = (figures: Said, name: string): string => sayShortDay((figures[name] ?? '') as PlainDate)
const sum = (figures: Said, name: string): string => sayMoney(BigInt(figures[name] ?? '0') as Pence)
const until = (figures: Said): string => (figures['until'] ? `, and ends on ${day(figures, 'until')}` : '')

/** Each finding in words, for staff and for the holder alike: nobody is told less than the other. */
const says: Readonly<Record<CheckName, (figures: Said) => string>> = {
  'duplicate-number': figures =>
    `An invoice of this supplier with the same number was entered before, on ${day(figures, 'on')}.`,
  'not-in-plan': () => 'No line of the plan is for this.',
  'outside-agreement': figures =>
    `The day is outside the agreement, which begins on ${day(figures, 'from')}${until(figures)}.`,
  'after-death': figures => `The day is after the person’s death on ${day(figures, 'on')}.`,
  'same-lines': figures =>
    `The same stands on invoice ${figures['number']} of this supplier: it may be charged twice.`,
  'line-ended': figures =>
    figures['until']
      ? `“${figures['line']}” was in the plan until ${day(figures, 'until')}, before this day.`
      : `“${figures['line']}” was not in the plan on this day.`,
  'over-rate': figures =>
    `${sum(figures, 'rate')} for one ${figures['unit']} is more than the agreed ${sum(figures, 'agreed')}.`,
  'unit-not-agreed': figures =>
    `It counts by the ${figures['unit']}, the plan by the ${figures['agreed']}: no rates can be compared.`,
  'overlapping-hours': figures =>
    `${figures['who']} has hours at the same time on ${day(figures, 'on')}. ` +
    'Two may have been needed, or one is wrong.',
  'same-day-hours': figures =>
    `${figures['who']} has approved hours on ${day(figures, 'on')}. ` +
    'Without times we cannot say whether they overlap.',
  'more-than-left': figures =>
    `It is ${sum(figures, 'over')} more than is left of this line from ${day(figures, 'from')} to ` +
    `${day(figures, 'until')}: ${sum(figures, 'left')} was left.`,
  'outside-period': figures =>
    `The day is outside the invoice’s own period, ${day(figures, 'from')} to ${day(figures, 'until')}.`,
}

export const sayFound = ({ what, figures }: Pick<Found, 'what' | 'figures'>): string => says[what](figures)
