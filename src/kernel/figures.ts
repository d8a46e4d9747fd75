import { addDays, type PlainDate } from './days.ts'
import type { Confidence } from './rule.ts'

export type FigureUnit = 'years' | 'days' | 'percent' | 'payments' | 'weeks' | 'times'

/** A figure of a body's own that a module rests on: what it means, what is usual, and what it can be. */
export type FigureFacts = {
  readonly says: string
  readonly unit: FigureUnit
  readonly usual: number
  readonly least: number
  readonly most: number
  readonly confidence: Confidence
  /** Where the usual one comes from, in a sentence. */
  readonly why: string
}
export type FigureSet = Readonly<Record<string, FigureFacts>>
export type FiguresOf<All extends FigureSet> = Readonly<Record<keyof All & string, number>>

/** One figure as it was set, the newest of its day first among equals. */
export type SetFigure = { readonly name: string; readonly value: string; readonly from: PlainDate }

/** A typed or kept text as the figure; null where it is no whole number that this figure can be. */
export function readFigure({ least, most }: FigureFacts, typed: string): number | null {
  const text = typed.trim()
  if (!/^\d{1,4}$/.test(text)) return null
  const value = Number(text)
  return value >= least && value <= most ? value : null
}

/** What is wrong with a figure, as a sentence at its field. */
export const figureWrong = ({ least, most, unit }: FigureFacts): string =>
  `Enter a whole number from ${least} to ${most} (${unit})`

/** `30 days`, `1 day`, `150 %`. */
export const sayFigure = ({ unit }: FigureFacts, value: number): string =>
  unit === 'percent' ? `${value} %` : `${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`

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
  readonly value: number | null
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
