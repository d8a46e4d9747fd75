import { type PlainDate, plainDate } from '../../kernel/days.ts'
import { minus, nothing, type Pence, plus } from '../../kernel/money.ts'
import type { Case, Confidence, Source } from '../../kernel/rule.ts'
import type { Grade, InvoiceUnit, Said } from '../types.ts'
import { type Figures, usualFigures } from './settings.ts'
import { overlap, type Span } from './spans.ts'

/** A line of the plan on the day of an invoice's line. */
export type PlanLine = {
  readonly says: string
  readonly unit: string
  readonly rate: Pence
  /** Is it in the plan of that day? Else it is one of an earlier or later plan. */
  readonly inForce: boolean
  readonly lastDay: PlainDate | null
}

/** A line of another invoice that stands for the same, with that invoice's number. */
export type Twin = { readonly number: string; readonly sameTime: boolean }
/** Hours that somebody else gave, or says to have given. */
export type Elsewhere = {
  readonly who: string
  readonly on: PlainDate
  /** Null where it is not known from when to when. */
  readonly span: Span | null
}

/** What is known of one line of an invoice, when it is checked. */
export type LineFacts = {
  readonly on: PlainDate
  readonly unit: InvoiceUnit
  readonly rate: Pence
  readonly amount: Pence
  readonly span: Span | null
  /** The line of the plan that it names; null where it names none, or one that was never agreed. */
  readonly plan: PlanLine | null
  /** The day the invoice with the same supplier and number was entered before this one; null without one. */
  readonly sameNumberOn: PlainDate | null
  readonly twins: readonly Twin[]
  readonly others: readonly Elsewhere[]
  readonly assistants: readonly Elsewhere[]
  /** What the plan's line comes to for the invoice's period, and what of it was accepted or stands before. */
  readonly budget: Pence
  readonly used: Pence
  readonly period: { readonly from: PlainDate; readonly until: PlainDate }
  /** The first and the last day of the agreement; null while no end is set. */
  readonly agreed: { readonly from: PlainDate; readonly until: PlainDate | null }
  readonly diedOn: PlainDate | null
  readonly figures: Figures
}

export type Check = {
  readonly grade: Grade
  /** The grade where the facts weigh less. */
  readonly lesser?: Grade
  readonly says: string
  readonly source: Source
  readonly confidence: Confidence
  readonly cases: readonly Case<Partial<LineFacts>, Grade | null>[]
  /** The figures of the sentence, or null where it is not so; `lesser` where the lesser grade holds. */
  readonly find: (facts: LineFacts) => { readonly figures: Said; readonly lesser?: true } | null
}

export const ours: Pick<Check, 'source' | 'confidence'> = {
  source: {
    cite: 'design.md#checks-of-an-invoice',
    title: 'A rule of this service',
    address: null,
    read: plainDate('2026-11-29'),
  },
  confidence: 'design',
}
export const day = plainDate
export const sum = (pounds: number): Pence => BigInt(pounds * 100) as Pence
export const inPlan: PlanLine = {
  says: 'Mornings',
  unit: 'hour',
  rate: sum(20),
  inForce: true,
  lastDay: null,
}
export const nine: Span = { from: 540, until: 660 }
export const twin = (sameTime: boolean): readonly Twin[] => [{ number: '7', sameTime }]
export const else_ = (span: Span | null): readonly Elsewhere[] => [
  { who: 'Joan Reeve', on: day('2026-05-04'), span },
]

export const clash = (all: readonly Elsewhere[], span: Span | null): Elsewhere | undefined =>
  span === null ? undefined : all.find(one => one.span !== null && overlap(one.span, span))
export const untimed = (all: readonly Elsewhere[], { on, span }: LineFacts): Elsewhere | undefined =>
  all.find(one => one.on === on && (span === null || one.span === null))

export const lastDayOf = ({ agreed }: LineFacts): PlainDate | null => agreed.until
export const over = ({ budget, used, amount }: LineFacts): Pence => minus(plus(used, amount), budget)

/** Facts in which nothing is found: every case of a check changes some of them. */
export const nothingFound: LineFacts = {
  on: day('2026-05-04'),
  unit: 'hour',
  rate: sum(20),
  amount: sum(40),
  span: nine,
  plan: inPlan,
  sameNumberOn: null,
  twins: [],
  others: [],
  assistants: [],
  budget: sum(400),
  used: nothing,
  period: { from: day('2026-05-01'), until: day('2026-05-31') },
  agreed: { from: day('2026-04-06'), until: null },
  diedOn: null,
  figures: usualFigures,
}
