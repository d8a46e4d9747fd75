import { register } from './register.ts'
import type { AnyRule, Confidence, RuleId } from './types.ts'

/** A rule as the table of all rules shows it. */
export type TableRow = {
  readonly id: RuleId
  readonly source: string
  readonly confidence: Confidence
  readonly cases: number
  /** How many different answers its cases give: two or more where it decides something. */
  readonly answers: number
  /** It says the same for everybody, so that there is no line with two sides. */
  readonly duty: boolean
}

/** It says the same for everybody, so that there is no line with two sides. */
export const isDuty = ({ cases }: AnyRule): boolean =>
  cases.length === 1 && cases[0]?.says === 'the same for everybody'

const asText = (answer: unknown): string =>
  JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? `${value}p` : value)) ??
  'nothing'

/** Each rule with its source, how sure we are, and how many cases and different answers it shows. */
export const ruleTable = (rules: readonly AnyRule[] = register): readonly TableRow[] =>
  rules.map(rule => ({
    id: rule.id,
    source: rule.source.title,
    confidence: rule.confidence,
    cases: rule.cases.length,
    answers: new Set(rule.cases.map(({ answer }) => asText(answer))).size,
    duty: isDuty(rule),
  }))

/** Rules that decide something and show one answer only: nobody would notice if they always gave it. */
export const oneSided = (rows: readonly TableRow[]): readonly RuleId[] =>
  rows.filter(({ duty, answers }) => !duty && answers < 2).map(({ id }) => id)

/** The table as text: one line for each rule, under its headings, and how many there are. */
export function sayTable(rows: readonly TableRow[]): string {
  const cells = rows.map(({ id, confidence, cases, answers, duty, source }) => [
    id,
    confidence,
    String(cases),
    duty ? 'duty' : String(answers),
    source,
  ])
  const table = [['rule', 'confidence', 'cases', 'answers', 'source'], ...cells]
  const widths = [0, 1, 2, 3].map(at => Math.max(...table.map(line => line[at]?.length ?? 0)))
  const lines = table.map(line => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
  const duties = rows.filter(({ duty }) => duty).length
  return `${lines.join('\n')}\n\n${rows.length} rules, ${duties} of them duties with one answer\n`
}
