import { readThousandths, type Thousandths } from '../../kernel/money.ts'
import type { SumLine } from '../../needs/public.ts'
import type { Line, Way } from '../types.ts'

/**
 * Letters of a line's text that a plan keeps; the sum adds the name of a line to each of an employer's costs.
 */
const longest = 200
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

const isEmployed = (line: SumLine, lines: readonly SumLine[]): boolean =>
  lines.some(({ key, kind }) => kind === 'employer-cost' && key.startsWith(`${line.key}-`))

const units = (text: string): Thousandths => readThousandths(text) ?? (1000n as Thousandths)

/** Whom the law or the state names as payee of a cost; everybody else is chosen by the family. */
const payeeOf = ({ key }: SumLine): Pick<Line, 'payee' | 'payeeWords'> =>
  key.endsWith('-ni')
    ? { payee: 'HM Revenue and Customs', payeeWords: ['HMRC'] }
    : { payee: '', payeeWords: [] }

function fromSumLine(line: SumLine, { way, lines }: { way: Way | null; lines: readonly SumLine[] }): Line {
  return {
    key: line.key,
    says: shortened(line.says),
    outcome: '',
    kind: line.kind,
    unit: line.unit,
    units: units(line.units),
    per: line.per,
    rate: line.rate,
    charge: null,
    weekly: line.weekly,
    way,
    ...payeeOf(line),
    employs: isEmployed(line, lines),
  }
}

/**
 * Pure: the lines of a sum as arrangements, with their keys, units and costs to the penny; what costs nothing
 * is left out. Who is paid, what for and which way is kept from the version before where it had the same
 * line.
 */
export function linesFromSum(
  lines: readonly SumLine[],
  { way, before }: { readonly way: Way | null; readonly before: readonly Line[] },
): readonly Line[] {
  return lines
    .filter(line => line.weekly > 0n)
    .map(line => {
      const made = fromSumLine(line, { way, lines })
      const was = before.find(({ key }) => key === line.key)
      if (!was) return made
      const { outcome, payee, payeeWords, charge } = was
      return { ...made, outcome, payee, payeeWords, charge, way: was.way }
    })
}
