import { ageOn, type PlainDate } from '../../kernel/days.ts'
import type { Pathway } from '../pathway.ts'
import type { Way } from '../types.ts'

export type Contradiction =
  | { readonly what: 'too-young'; readonly from: number; readonly age: number }
  | { readonly what: 'too-old'; readonly until: number; readonly age: number }
  | { readonly what: 'not-held-so'; readonly way: Way }

type Asked = {
  /** Null where the day is not known: then age stands against nothing. */
  readonly born: PlainDate | null
  readonly on: PlainDate
  readonly ways: readonly Way[]
}

/**
 * Every fact that a pathway does not bear: an age outside it on the day asked about, and each way of holding
 * the money that it does not have. What a pathway bears stands in its file.
 */
export function contradictions(
  { ages, ways }: Pick<Pathway, 'ages' | 'ways'>,
  asked: Asked,
): readonly Contradiction[] {
  const age = asked.born === null || ages === null ? null : ageOn(asked.born, asked.on)
  const found: Contradiction[] = []
  if (age !== null && ages !== null && age < ages.from)
    found.push({ what: 'too-young', from: ages.from, age })
  if (age !== null && ages !== null && ages.until !== null && age > ages.until)
    found.push({ what: 'too-old', until: ages.until, age })
  const wrong = [...new Set(asked.ways)].filter(way => !ways.includes(way))
  return [...found, ...wrong.map(way => ({ what: 'not-held-so' as const, way }))]
}

const wayWords = {
  notional: 'a notional budget',
  'third-party': 'a budget held by a third party',
  'direct-payment': 'a direct payment',
} as const satisfies Record<Way, string>

/** A contradiction in a sentence, with the name of the care. */
export function sayContradiction(one: Contradiction, { name }: Pick<Pathway, 'name'>): string {
  if (one.what === 'too-young')
    return `${name} is for people of ${one.from} or over; this person is ${one.age}`
  if (one.what === 'too-old')
    return `${name} is for people of ${one.until} or under; this person is ${one.age}`
  return `${name} cannot be held as ${wayWords[one.way]}`
}
