import type { PlainDate } from '../kernel/days.ts'
import type { Backing, Case, Confidence, Rule } from '../kernel/rule.ts'
import type { AnyRule, Backed } from './types.ts'

type Wording = {
  readonly id: string
  readonly says: string
  /** Where it is written, the most telling place first. */
  readonly by: readonly [Backing, ...Backing[]]
  readonly from: PlainDate | null
  readonly until?: PlainDate
}

const written = ({ id, says, by: [first, ...also], from, until = undefined }: Wording) => ({
  id,
  says,
  source: first.source,
  confidence: first.confidence,
  also,
  from,
  until: until ?? null,
})

type Deciding<Facts, Answer> = Wording & {
  readonly cases: readonly Case<Facts, Answer>[]
  readonly decide: (facts: Facts) => Answer
}

/** A rule that answers differently to different facts; its cases show both sides of the line. */
export const rule = <Facts, Answer>(wording: Deciding<Facts, Answer>): Rule<Facts, Answer> => ({
  ...written(wording),
  cases: wording.cases,
  decide: wording.decide,
})

/** A rule that only says that something is so or must be done: its answer is the same for everybody. */
export const duty = <Answer>(wording: Wording & { readonly answer: Answer }): Rule<object, Answer> => ({
  ...written(wording),
  cases: [{ says: 'the same for everybody', facts: {}, answer: wording.answer }],
  decide: () => wording.answer,
})

/** Every place where a rule is written, with how sure each makes us. */
export const backings = ({ source, confidence, also = [] }: AnyRule): readonly Backing[] => [
  { source, confidence },
  ...also,
]

const notLaw: ReadonlySet<Confidence> = new Set(['design', 'local-setting'])

/**
 * The rules behind an answer, each once, and the confidences to show beside it. A rule of the product and
 * a local setting state no law, so they are named among the rules and add no confidence.
 */
export function backedBy(...used: readonly AnyRule[]): Backed {
  const once = [...new Map(used.map(one => [one.id, one])).values()]
  const sure = once.flatMap(backings).map(({ confidence }) => confidence)
  return { rules: once.map(({ id }) => id), confidences: [...new Set(sure)].filter(one => !notLaw.has(one)) }
}

/** Several answers shown together rest on all that each of them rests on. */
export const together = (...parts: readonly Backed[]): Backed => ({
  rules: [...new Set(parts.flatMap(({ rules }) => rules))],
  confidences: [...new Set(parts.flatMap(({ confidences }) => confidences))],
})

/**
 * Is the rule in force on that day? One without a first day has no known beginning and counts as in force.
 */
export const inForceOn = ({ from, until }: AnyRule, day: PlainDate): boolean =>
  (from === null || from <= day) && (until === null || until >= day)
