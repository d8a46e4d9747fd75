import type { PlainDate } from '../../kernel/days.ts'
import { type FigureSet, type FiguresOf, usualOf } from '../../kernel/figures.ts'

const ours = { confidence: 'design', why: 'Our own figure.' } as const
const ofHundred = { ...ours, unit: 'percent', least: 0, most: 100 } as const
const window = { ...ours, unit: 'days', least: 1, most: 120 } as const

/** The figures of a body's own that evidence rests on, as dated settings. No law sets any of them. */
export const settingNames = {
  'bank-statement-days': {
    ...ours,
    says: 'The next statement is expected after',
    unit: 'days',
    usual: 120,
    least: 1,
    most: 366,
  },
  'bank-payment-days': {
    ...window,
    says: 'Money in is taken for our payment of the same sum up to so long after it left',
    usual: 10,
  },
  'bank-payment-named-days': {
    ...window,
    says: 'The same, where the statement names our payment',
    usual: 60,
  },
  'bank-return-days': {
    ...window,
    says: 'Money back on the paying account is taken for a return up to so long after the payment left',
    usual: 10,
  },
  'bank-return-named-days': {
    ...window,
    says: 'The same, where the statement names the payment or the budget',
    usual: 60,
  },
  'looking-settled-days': {
    ...ours,
    says: 'A light look is enough after so long with nothing open',
    unit: 'days',
    usual: 365,
    least: 0,
    most: 3660,
  },
  'looking-light-share': { ...ofHundred, says: 'A light look takes of all payments', usual: 2 },
  'looking-usual-share': { ...ofHundred, says: 'The usual look takes of all payments', usual: 5 },
  'looking-close-share': { ...ofHundred, says: 'A closer look takes of all payments', usual: 25 },
  'looking-least-payments': {
    ...ours,
    says: 'However few there are, a look takes at least',
    unit: 'payments',
    usual: 3,
    least: 0,
    most: 100,
  },
} as const satisfies FigureSet

export type Figures = FiguresOf<typeof settingNames>
export const usualFigures: Figures = usualOf(settingNames)

/** How many days after it left a payment may show up; longer where the statement names it. */
export type Window = { readonly named: number; readonly otherwise: number }
export type WindowOn = (leftOn: PlainDate) => Window

/** The window for money that arrives on a budget's account, for a payment of a day. */
export const arrivesIn = (figures: Figures): Window => ({
  named: figures['bank-payment-named-days'],
  otherwise: figures['bank-payment-days'],
})
/** The window for money that comes back to the paying account. */
export const comesBackIn = (figures: Figures): Window => ({
  named: figures['bank-return-named-days'],
  otherwise: figures['bank-return-days'],
})
