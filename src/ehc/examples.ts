import { type PlainDate, plainDate } from '../kernel/days.ts'
import { newId, type Reference } from '../kernel/ids.ts'
import { pence } from '../kernel/money.ts'
import type { Fact, Line, NewFact, Plan } from './types.ts'

const numbered = (facts: readonly NewFact[]): readonly Fact[] =>
  facts.map((one, at) => ({
    until: null,
    choice: null,
    who: null,
    words: null,
    about: null,
    accepted: null,
    ...one,
    number: at + 1,
    byName: 'Sian Prosser',
  }))

/** Nico Vale's plan (V-27): asked for on 16 February 2026, with what happened since. */
export const aPlan = (facts: readonly NewFact[] = [], more: Partial<Plan> = {}): Plan => ({
  id: newId(),
  reference: 'PHB-7K3M-9QT' as Reference,
  council: newId(),
  health: newId(),
  person: newId(),
  born: plainDate('2018-03-20'),
  receivedOn: plainDate('2026-02-16'),
  askedByName: 'Lena Vale',
  facts: numbered(facts),
  ...more,
})

/** The steps up to a final plan, each on a usual day after the request. */
export const upToFinal = (days: {
  readonly decided: PlainDate
  readonly draft: PlainDate
  readonly final: PlainDate
}): readonly NewFact[] => [
  { what: 'will-assess', on: days.decided, words: 'It may need special help' },
  { what: 'draft-sent', on: days.draft },
  { what: 'final-plan', on: days.final },
]

/** A line of section J: physiotherapy of Mina Rao (V-05). */
export const aLine = (say: Partial<Line> = {}): Line => ({
  id: newId(),
  number: 1,
  strand: 'health',
  says: 'Physiotherapy',
  yearly: pence(126_000n),
  blockContract: false,
  place: false,
  paymentAsked: true,
  usedThere: false,
  settingAgrees: null,
  decided: [],
  ...say,
})
