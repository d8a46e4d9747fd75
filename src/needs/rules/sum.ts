import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  costOf,
  type Pence,
  pence,
  plus,
  readMoney,
  readThousandths,
  sayMoney,
  sayThousandths,
  type Thousandths,
  timesRoundedHalfUp,
} from '../../kernel/money.ts'
import type { EmployerFigures, LineKey, RateRow, SumLine, SupportLine } from '../types.ts'

/**
 * Everything a sum is worked out of. Kept with the sum, so that it can be worked out again to the same penny.
 */
export type SumFacts = {
  readonly formulaVersion: number
  readonly ratesOn: PlainDate
  readonly lines: readonly SupportLine[]
  readonly rates: readonly RateRow[]
  readonly employer: (EmployerFigures & { readonly source: string; readonly from: PlainDate }) | null
  /** Contingency as parts of ten thousand of the lines above it: 400 is 4 %. A local setting. */
  readonly contingencyParts: number
}

export type WorkedOut = {
  readonly lines: readonly SumLine[]
  readonly weekly: Pence
  readonly fourWeekly: Pence
  readonly yearly: Pence
}

export type SumProblem =
  | 'no-lines'
  | 'rate-not-in-the-table'
  | 'unit-differs-from-the-rate'
  | 'employer-figures-missing'
  | 'formula-not-known'

/**
 * The formula's versions, each with the day it began: an old sum is worked out by the version it was made
 * with.
 */
export const formulaVersions = [
  {
    version: 3,
    from: '2026-04-06',
    says:
      'Units x rate for each line, employer’s costs as lines of their own, then contingency on all ' +
      'lines above. Each line is rounded once, half a penny up.',
  },
] as const
export const newestFormula = 3

const key = (text: string): LineKey => text as LineKey
const weeksAYear = 52n
const parts = (count: number): string => `${sayThousandths(BigInt(count) * 10n)} %`

/**
 * Units of a period as a week's money, rounded once: a month is a twelfth of 52 weeks, a year is 52 weeks.
 */
export function weeklyOf(units: Thousandths, rate: Pence, per: SupportLine['per']): Pence {
  if (per === 'week') return costOf(units, rate)
  return timesRoundedHalfUp(rate * units, per === 'month' ? 12n : 1n, weeksAYear * 1000n)
}

const perWords = { week: '', month: ' x 12 / 52', year: ' / 52' } as const

function careLine(line: SupportLine, rates: readonly RateRow[]): SumLine | SumProblem {
  const row = line.rateName === null ? null : rates.find(one => one.name === line.rateName)
  if (row === undefined) return 'rate-not-in-the-table'
  if (row && row.unit !== line.unit) return 'unit-differs-from-the-rate'
  const rate = row ? row.rate : readMoney(line.ownRate ?? '')
  const units = readThousandths(line.units)
  if (rate === null || units === null) return 'rate-not-in-the-table'
  const weekly = weeklyOf(units, rate, line.per)
  return {
    ...line,
    units: sayThousandths(units),
    rate,
    weekly,
    rateSource: row
      ? `${row.says}, local rate from ${sayShortDay(row.from)} (${row.source})`
      : `A rate of its own: ${line.ownRateBecause ?? 'no reason given'}`,
    working: `${sayThousandths(units)} x ${sayMoney(rate)}${perWords[line.per]} = ${sayMoney(weekly)} a week`,
  }
}

type EmployerLine = {
  readonly part: string
  readonly says: string
  readonly weekly: Pence
  readonly working: string
}

/** What an employer pays for one assistant on top of the wage, line by line, each rounded once (V-14). */
export function employerLines(pay: Pence, figures: EmployerFigures): readonly EmployerLine[] {
  const above = (threshold: Pence): Pence => (pay > threshold ? pence(pay - threshold) : pence(0n))
  const ni = timesRoundedHalfUp(above(figures.niAboveWeekly), BigInt(figures.niParts), 10_000n)
  const enrolled = pay * weeksAYear >= figures.pensionFromYearly
  const pension = enrolled
    ? timesRoundedHalfUp(above(figures.pensionAboveWeekly), BigInt(figures.pensionParts), 10_000n)
    : pence(0n)
  const leave = timesRoundedHalfUp(pay, BigInt(figures.leaveWeeks), weeksAYear * 1000n)
  const insurance = timesRoundedHalfUp(figures.insuranceYearly, 1n, weeksAYear)
  const payroll = timesRoundedHalfUp(figures.payrollFourWeekly, 1n, 4n)
  return [
    {
      part: 'ni',
      says: 'Employer’s National Insurance',
      weekly: ni,
      working: `${parts(figures.niParts)} of pay above ${sayMoney(figures.niAboveWeekly)} a week`,
    },
    {
      part: 'pension',
      says: 'Employer’s pension',
      weekly: pension,
      working: enrolled
        ? `${parts(figures.pensionParts)} of pay above ${sayMoney(figures.pensionAboveWeekly)} a week`
        : `None: pay in 52 weeks is below ${sayMoney(figures.pensionFromYearly)}`,
    },
    {
      part: 'leave',
      says: 'Cover for paid leave',
      weekly: leave,
      working: `${sayThousandths(BigInt(figures.leaveWeeks))} weeks / 52 of ${sayMoney(pay)}`,
    },
    {
      part: 'insurance',
      says: 'Employer’s liability insurance',
      weekly: insurance,
      working: `${sayMoney(figures.insuranceYearly)} a year / 52`,
    },
    {
      part: 'payroll',
      says: 'Payroll',
      weekly: payroll,
      working: `${sayMoney(figures.payrollFourWeekly)} for four weeks / 4`,
    },
  ]
}

const asSumLine = (of: SumLine, cost: EmployerLine, source: string): SumLine => ({
  key: key(`${of.key}-${cost.part}`),
  says: `${cost.says} (${of.says})`,
  group: 'Costs of being an employer',
  when: 'Every week',
  kind: 'employer-cost',
  unit: 'part',
  units: '1',
  per: 'week',
  rate: cost.weekly,
  rateName: null,
  rateSource: source,
  weekly: cost.weekly,
  working: `${cost.working} = ${sayMoney(cost.weekly)} a week`,
})

function contingencyLine(lines: readonly SumLine[], share: number): readonly SumLine[] {
  if (share === 0) return []
  const above = plus(...lines.map(line => line.weekly))
  const weekly = timesRoundedHalfUp(above, BigInt(share), 10_000n)
  return [
    {
      key: key('contingency'),
      says: 'Contingency, kept for the unexpected',
      group: 'Kept for the unexpected',
      when: 'When needed',
      kind: 'contingency',
      unit: 'part',
      units: '1',
      per: 'week',
      rate: weekly,
      rateName: null,
      rateSource: `Local setting: ${parts(share)} of the lines above`,
      weekly,
      working: `${parts(share)} of ${sayMoney(above)} = ${sayMoney(weekly)} a week`,
    },
  ]
}

/**
 * Works a sum out of its facts, line by line, each with its working. Refuses with every problem there is. The
 * same
 * facts give the same sum for ever: the formula's version is one of them.
 */
export function workOut(
  facts: SumFacts,
):
  | { readonly ok: true; readonly sum: WorkedOut }
  | { readonly ok: false; readonly because: readonly SumProblem[] } {
  const problems = new Set<SumProblem>()
  if (!formulaVersions.some(one => one.version === facts.formulaVersion)) problems.add('formula-not-known')
  if (facts.lines.length === 0) problems.add('no-lines')
  if (facts.employer === null && facts.lines.some(line => line.employed))
    problems.add('employer-figures-missing')
  const care: SumLine[] = []
  for (const line of facts.lines) {
    const made = careLine(line, facts.rates)
    if (typeof made === 'string') problems.add(made)
    else care.push(made)
  }
  if (problems.size > 0) return { ok: false, because: [...problems] }
  const { employer } = facts
  const employed = new Set(facts.lines.filter(line => line.employed).map(line => line.key))
  const costs =
    employer === null
      ? []
      : care
          .filter(line => employed.has(line.key))
          .flatMap(line =>
            employerLines(line.weekly, employer).map(cost =>
              asSumLine(line, cost, `${employer.source}, figures from ${sayShortDay(employer.from)}`),
            ),
          )
  const above = [...care, ...costs]
  const lines = [...above, ...contingencyLine(above, facts.contingencyParts)]
  const weekly = plus(...lines.map(line => line.weekly))
  return {
    ok: true,
    sum: { lines, weekly, fourWeekly: pence(weekly * 4n), yearly: pence(weekly * weeksAYear) },
  }
}
