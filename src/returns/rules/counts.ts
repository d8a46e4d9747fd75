import { addDays, addMonths, financialYear, type PlainDate, plainDate } from '../../kernel/days.ts'
import { type Backed, backedBy, findRule, ways } from '../../rights/public.ts'
import type { Counts, Holding, Span } from '../types.ts'

const covers = ({ from, until }: Holding, span: Span): boolean =>
  from <= span.until && (until === null || (until >= span.from && until >= from))

/** Do two holdings share a day of the span? */
const meet = (a: Holding, b: Holding, span: Span): boolean => {
  const froms = [a.from, b.from, span.from].sort()
  const untils = [a.until, b.until, span.until].filter(day => day !== null).sort()
  return (froms.at(-1) ?? span.from) <= (untils[0] ?? span.until)
}

const together = (own: readonly Holding[], span: Span): boolean =>
  own.some((one, at) => own.slice(at + 1).some(next => next.way !== one.way && meet(one, next, span)))

/**
 * How many people held a budget on any day of a span, each once, and how many in each way. A holding
 * whose last day comes before its first covers no day.
 */
export function countHeld(holdings: readonly Holding[], span: Span): Counts {
  const held = Map.groupBy(
    holdings.filter(one => covers(one, span)),
    ({ person }) => person,
  )
  const people = [...held.values()]
  const several = people.filter(own => new Set(own.map(({ way }) => way)).size > 1)
  const mixed = several.filter(own => together(own, span)).length
  const inWay = (way: Holding['way']) => people.filter(own => own.some(one => one.way === way)).length
  return {
    people: people.length,
    byWay: Object.fromEntries(ways.map(way => [way, inWay(way)])) as Counts['byWay'],
    mixed,
    changed: several.length - mixed,
  }
}

/** The days of a quarter of the NHS year that begins in April of `year`: the first is April to June. */
export function quarterOf(year: number, quarter: 1 | 2 | 3 | 4): Span {
  const from = addMonths(plainDate(`${year}-04-01`), (quarter - 1) * 3)
  return { from, until: addDays(addMonths(from, 3), -1) }
}

/** The days of the year to date: from 1 April until a day. */
export const yearTo = (until: PlainDate): Span => ({
  from: plainDate(`${financialYear(until)}-04-01`),
  until,
})

export type QuarterCounts = Backed & { readonly yearToDate: Counts; readonly live: Counts }

/**
 * Year to date and live on the last day of a quarter, both out of the same holdings. The two measures rest on
 * published commentary, the counting of mixed people on general knowledge: the confidences say so.
 */
export const countQuarter = (holdings: readonly Holding[], ends: PlainDate): QuarterCounts => ({
  yearToDate: countHeld(holdings, yearTo(ends)),
  live: countHeld(holdings, { from: ends, until: ends }),
  ...backedBy(findRule('RETURN-TWO-MEASURES'), findRule('RETURN-TWO-WAYS-AT-ONCE')),
})
