import type { RefusedRow, Statement } from '../read/types.ts'

const figures = ({ account }: Statement): string => {
  const whole = `${account?.accountNumber ?? account?.iban ?? ''}`.replace(/\D/g, '')
  return account?.sortCode && whole.length < 8 ? `${account.sortCode.replace(/\D/g, '')}${whole}` : whole
}

/** Whether two numbers may be of one account: one may be only the end of the other, or not be known. */
const mayBeSame = (a: string, b: string): boolean => a === '' || b === '' || a.endsWith(b) || b.endsWith(a)

const count = (statements: readonly Statement[]): number =>
  statements.reduce((sum, { lines }) => sum + lines.length, 0)

/** The one with the most lines; of equals the first by name. */
function biggest(groups: Iterable<readonly [string, readonly Statement[]]>): string | undefined {
  return [...groups].toSorted(([a, x], [b, y]) => count(y) - count(x) || (a < b ? -1 : 1))[0]?.[0]
}

/** An account is in one currency: pounds where any statement is, else that of most lines. */
export function currencyOf(statements: readonly Statement[]): string {
  const byCurrency = Map.groupBy(statements, ({ currency }) => currency)
  return byCurrency.has('GBP') ? 'GBP' : (biggest(byCurrency) ?? 'GBP')
}

/** The numbers that whole files agree on: those of files which hold a single account. */
function agreed(files: readonly (readonly Statement[])[]): readonly string[] {
  return files.flatMap(parts => {
    const numbers = new Set(parts.map(figures))
    const [only] = numbers
    return numbers.size === 1 && only ? [only] : []
  })
}

/**
 * The statements that speak for the account. A file may hold several currencies or accounts; sums of two are
 * never put together. Of one file's accounts, the one that other files of this account name is taken, else
 * the biggest.
 */
export function statementsThatCount(statements: readonly Statement[]): readonly Statement[] {
  const currency = currencyOf(statements)
  const files = [
    ...Map.groupBy(
      statements.filter(one => one.currency === currency),
      one => one.source,
    ).values(),
  ]
  const known = agreed(files)
  return files.flatMap(parts => {
    const byNumber = Map.groupBy(parts, figures)
    if (byNumber.size === 1) return parts
    const named = [...byNumber].filter(
      ([number]) => number !== '' && known.some(one => mayBeSame(one, number)),
    )
    const chosen = biggest(named.length > 0 ? named : byNumber)
    return parts.filter(one => figures(one) === chosen)
  })
}

/** What a person is told of a statement that was left out. */
export function whyLeftOut(statement: Statement, currency: string): RefusedRow {
  const { account } = statement
  const number = account?.accountNumber ?? account?.iban ?? 'without a number'
  const why =
    statement.currency === currency
      ? `The file also holds another account (${number}), which was left out.`
      : `The file also holds payments in ${statement.currency}, left out of this account in ${currency}.`
  return { line: 1, why }
}
