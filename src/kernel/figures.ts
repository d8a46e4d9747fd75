import { addDays, type PlainDate } from './days.ts'
import { nothing, readMoney, sayMoney } from './money.ts'
import type { Confidence } from './rule.ts'

export type FigureUnit =
  | 'years'
  | 'days'
  | 'percent'
  | 'payments'
  | 'weeks'
  | 'times'
  | 'pounds'
  | 'complaints'

/** A figure of a body's own that a module rests on: what it means, what is usual, and what it can be. */
export type FigureFacts = {
  readonly says: string
  readonly unit: FigureUnit
  /** Null where nothing holds until a body has set it. */
  readonly usual: number | null
  readonly least: number
  readonly most: number
  /** Tenths of it count too: `8.5` weeks. */
  readonly tenths?: true
  readonly confidence: Confidence
  /** Where the usual one comes from, in a sentence. */
  readonly why: string
}
export type FigureSet = Readonly<Record<string, FigureFacts>>
export type FiguresOf<All extends FigureSet> = {
  readonly [Name in keyof All & string]: null extends All[Name]['usual'] ? number | null : number
}

/** One figure as it was set, the newest of its day first among equals. */
export type SetFigure = { readonly name: string; readonly value: string; readonly from: PlainDate }

const shapeOf = ({ unit, tenths }: FigureFacts): RegExp => {
  if (unit === 'pounds') return /^\d{1,7}(\.\d{2})?$/
  return tenths ? /^\d{1,4}(\.\d)?$/ : /^\d{1,4}$/
}

/** A typed text as it is kept: `8`, `8.5`, `1000.00`; null where it is no number that this figure can be. */
export function keepFigure(facts: FigureFacts, typed: string): string | null {
  const plain = facts.unit === 'pounds' ? typed.replace('£', '').replaceAll(',', '') : typed
  const text = plain.trim()
  if (!shapeOf(facts).test(text)) return null
  return Number(text) >= facts.least && Number(text) <= facts.most ? text : null
}

/** A typed or kept text as the figure, of pounds in pounds; null where it is none that this figure can be. */
export function readFigure(facts: FigureFacts, typed: string): number | null {
  const kept = keepFigure(facts, typed)
  return kept === null ? null : Number(kept)
}

/** What is wrong with a figure, as a sentence at its field. */
export function figureWrong({ least, most, unit, tenths }: FigureFacts): string {
  if (unit === 'pounds') return 'Enter an amount in pounds, like 1000'
  if (tenths) return `Enter ${unit} as a number from ${least} to ${most}, like 8 or 8.5`
  return `Enter a whole number from ${least} to ${most} (${unit})`
}

/** `30 days`, `1 day`, `150 %`, `£1,000.00`. */
export function sayFigure({ unit }: FigureFacts, value: number): string {
  if (unit === 'pounds') return sayMoney(readMoney(value.toFixed(2)) ?? nothing)
  return unit === 'percent' ? `${value} %` : `${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`
}

/** Of figures set, the newest day first, the one that holds on a day; null where none does. */
export const figureSetOn = <One extends SetFigure>(
  all: readonly One[],
  name: string,
  day: PlainDate,
): One | null => all.find(one => one.name === name && one.from <= day) ?? null

/** Every figure of a set on a day: as it was set for that day, or the usual one. */
export const figuresIn = <All extends FigureSet>(
  facts: All,
  set: readonly SetFigure[],
  day: PlainDate,
): FiguresOf<All> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, one]) => {
      const found = figureSetOn(set, name, day)
      return [name, (found === null ? null : readFigure(one, found.value)) ?? one.usual]
    }),
  ) as FiguresOf<All>

/** The usual figures, where a body has set nothing. */
export const usualOf = <All extends FigureSet>(facts: All): FiguresOf<All> =>
  Object.fromEntries(Object.entries(facts).map(([name, { usual }]) => [name, usual])) as FiguresOf<All>

/**
 * The last day on which a set figure holds, so that no two ever hold on one day: the day before the next one.
 * `null` while nothing follows; `never` where another was set for the same first day before it came.
 */
export function holdsUntil(all: readonly SetFigure[], one: SetFigure): PlainDate | null | 'never' {
  const own = all.filter(({ name }) => name === one.name)
  const next = own[own.indexOf(one) - 1]
  if (next === undefined) return null
  return next.from === one.from ? 'never' : addDays(next.from, -1)
}

export const setFigureSays = {
  'not-yours-to-set': 'Your role cannot set figures',
  'not-a-figure': 'Enter a whole number that the figure can be',
  'reason-missing': 'Say who decided it, where and why',
  'in-the-past': 'The first day cannot be in the past',
  'begun-today': 'A figure holds since today already. Choose a later day',
} as const
export type SetFigureProblem = keyof typeof setFigureSays

export type Setting = {
  readonly mayIt: boolean
  /** As it is kept; null where it can be none. */
  readonly value: string | null
  readonly because: string
  readonly from: PlainDate
  readonly today: PlainDate
  /** What was set for the same figure, the newest day first. */
  readonly before: readonly SetFigure[]
}

/**
 * Every reason why a figure cannot be set so. One that is still to come may be set again, which replaces it;
 * one that has begun stands for its days, so that nothing is judged by a figure that came after it.
 */
export function whyNotSet(asked: Setting): readonly SetFigureProblem[] {
  const { from, today } = asked
  const checks: readonly (readonly [boolean, SetFigureProblem])[] = [
    [!asked.mayIt, 'not-yours-to-set'],
    [asked.value === null, 'not-a-figure'],
    [asked.because.trim() === '', 'reason-missing'],
    [from < today, 'in-the-past'],
    [from === today && asked.before.some(one => one.from === today), 'begun-today'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}
