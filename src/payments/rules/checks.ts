import { daysBetween, type PlainDate, plainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, pence, sayMoney } from '../../kernel/money.ts'
import type { Case, Confidence, Source } from '../../kernel/rule.ts'
import { type Figures as Settings, usualSettings } from './settings.ts'

/** How much a check weighs. What stops a payment is a reason of `why-not-pay.ts`. */
export type Grade = 'information' | 'warning' | 'stop'

/** What is known of a payment and of what was paid before, on the day on which it would leave. */
export type CheckFacts = {
  readonly amount: Pence
  readonly leavesOn: PlainDate
  /** The day since which its account counts: approved, or given where that is not asked; null without one. */
  readonly accountSince: PlainDate | null
  /** Whether the budget had another account before this one. */
  readonly hadAnother: boolean
  /** Whether money of this budget has left for this account before. */
  readonly paidThere: boolean
  /** How many payments of the same part left before and stayed, and the largest of them. */
  readonly before: number
  readonly largest: Pence
  /** The local settings of the day. */
  readonly figures: CheckFigures
}
export type CheckFigures = {
  readonly changeDays: number
  readonly unusualPercent: number
  /** Fewer payments than this say nothing about what is usual. */
  readonly enoughBefore: number
}

/** What the checks take of an organisation's settings of a day. */
export const figuresOf = (set: Settings): CheckFigures => ({
  changeDays: set['payments-bank-change-days'],
  unusualPercent: set['payments-unusual-percent'],
  enoughBefore: set['payments-enough-before'],
})

/** Used where an organisation has set nothing else for the day. */
export const usualFigures: CheckFigures = figuresOf(usualSettings)

export const checkNames = ['new-payee', 'bank-details-changed', 'unusually-large'] as const
export type CheckName = (typeof checkNames)[number]
/** What the sentence about a check needs, as texts: sums in pence, days, counts. */
export type Figures = Readonly<Record<string, string>>
export type Found = {
  readonly what: CheckName
  readonly grade: Exclude<Grade, 'stop'>
  readonly figures: Figures
}

type Check = {
  readonly grade: Exclude<Grade, 'stop'>
  readonly says: string
  readonly source: Source
  readonly confidence: Confidence
  readonly from: PlainDate | null
  readonly cases: readonly Case<Partial<CheckFacts>, boolean>[]
  /** The figures of the sentence where it is so; null where it is not. */
  readonly find: (facts: CheckFacts) => Figures | null
  readonly sayStaff: (figures: Figures) => string
  readonly tellHolder: (figures: Figures) => string
}

const ours: Pick<Check, 'source' | 'confidence' | 'from'> = {
  source: {
    cite: 'design.md#checks-of-a-payment',
    title: 'A rule of this service',
    address: null,
    read: plainDate('2026-11-29'),
  },
  confidence: 'design',
  from: null,
}
const dayIn = (figures: Figures, name: string): string => sayShortDay(plainDate(figures[name] ?? ''))
const sumIn = (figures: Figures, name: string): string => sayMoney(pence(BigInt(figures[name] ?? '0')))
const day = plainDate

/** The checks of a payment that stop nothing, each with both sides of its line. */
export const checks: Readonly<Record<CheckName, Check>> = {
  'new-payee': {
    ...ours,
    grade: 'information',
    says: 'Whoever is paid into an account for the first time is named.',
    cases: [
      { says: 'nothing has gone there', facts: { paidThere: false }, answer: true },
      { says: 'money has gone there before', facts: { paidThere: true }, answer: false },
    ],
    find: ({ accountSince, paidThere }) => (accountSince === null || paidThere ? null : {}),
    sayStaff: () => 'Nothing has been paid into this account before.',
    tellHolder: () => 'It is the first payment into this account.',
  },
  'bank-details-changed': {
    ...ours,
    grade: 'warning',
    says: 'Bank details that changed in the last 30 days (local setting) are looked at again.',
    cases: [
      { says: 'changed 30 days ago', facts: { accountSince: day('2026-05-09') }, answer: true },
      { says: 'changed 31 days ago', facts: { accountSince: day('2026-05-08') }, answer: false },
      {
        says: 'the first account of this budget',
        facts: { accountSince: day('2026-05-09'), hadAnother: false },
        answer: false,
      },
    ],
    find: ({ accountSince, hadAnother, leavesOn, figures }) =>
      accountSince !== null && hadAnother && daysBetween(accountSince, leavesOn) <= figures.changeDays
        ? { since: accountSince, days: String(figures.changeDays) }
        : null,
    sayStaff: figures =>
      `The bank details changed on ${dayIn(figures, 'since')}, less than ` +
      `${Number(figures['days']) + 1} days before. ` +
      'Ask the holder on a number that you know, not one that came with the change.',
    tellHolder: figures =>
      `Your bank details changed on ${dayIn(figures, 'since')}. We may ask you whether it was you.`,
  },
  'unusually-large': {
    ...ours,
    grade: 'warning',
    says: 'A payment of more than one and a half times the largest before it (local setting) is looked at.',
    cases: [
      { says: 'one and a half times', facts: { amount: pence(15_000n) }, answer: false },
      { says: 'a penny more', facts: { amount: pence(15_001n) }, answer: true },
      { says: 'only two before it', facts: { amount: pence(15_001n), before: 2 }, answer: false },
    ],
    find: ({ amount, before, largest, figures }) =>
      before >= figures.enoughBefore && amount * 100n > largest * BigInt(figures.unusualPercent)
        ? { amount: String(amount), largest: String(largest), before: String(before) }
        : null,
    sayStaff: figures =>
      `${sumIn(figures, 'amount')} is unusually large for this budget: the largest of the last ` +
      `${figures['before']} payments was ${sumIn(figures, 'largest')}.`,
    tellHolder: () => 'It is larger than your payments so far, so somebody looks at it before it leaves.',
  },
}

/** Every check that a payment meets, graded, with the figures of its sentence; empty where there is none. */
export const checksOf = (facts: CheckFacts): readonly Found[] =>
  checkNames.flatMap(what => {
    const figures = checks[what].find(facts)
    return figures === null ? [] : [{ what, grade: checks[what].grade, figures }]
  })

/** What was found, as a sentence for staff. */
export const sayCheck = ({ what, figures }: Pick<Found, 'what' | 'figures'>): string =>
  checks[what].sayStaff(figures)
/** The same for the holder. */
export const tellCheck = ({ what, figures }: Pick<Found, 'what' | 'figures'>): string =>
  checks[what].tellHolder(figures)
