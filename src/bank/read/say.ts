import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { plainMoney, sayMoney } from '../../kernel/money.ts'
import type { Statement } from './types.ts'

const grouped = (sum: bigint): string => plainMoney(sum).replace(/\B(?=(\d{3})+\.)/g, ',')
const inItsMoney = (sum: bigint, currency: string): string =>
  currency === 'GBP' ? sayMoney(sum as Parameters<typeof sayMoney>[0]) : `${grouped(sum)} ${currency}`

/** `1 May to 31 May 2026`; the year once where it is the same. */
function saySpan(first: PlainDate, last: PlainDate): string {
  if (first === last) return `on ${sayShortDay(first)}`
  const from =
    first.slice(0, 4) === last.slice(0, 4) ? sayShortDay(first).replace(/ \d{4}$/, '') : sayShortDay(first)
  return `from ${from} to ${sayShortDay(last)}`
}

function sayLines({ lines }: Statement): string {
  if (lines.length === 0) return 'There are no payments on this statement.'
  const days = lines.map(line => line.date).sort()
  const span = saySpan(days[0] as PlainDate, days.at(-1) as PlainDate)
  return `We read ${lines.length === 1 ? '1 line' : `${lines.length} lines`} ${span}.`
}

const cannotTell =
  'We cannot tell whether they add up: the file does not show both an opening and a closing balance'

function saySum({ arithmetic, opening, closing, outBy, currency, comparable }: Statement): string {
  switch (arithmetic) {
    case 'agrees':
      return `They add up: opening ${grouped(opening ?? 0n)}, closing ${grouped(closing ?? 0n)}.`
    case 'does-not-agree':
      return `They do not add up: out by ${inItsMoney(outBy ?? 0n, currency)}.`
    case 'cannot-tell':
      return comparable ? `${cannotTell}.` : `${cannotTell} in the same currency.`
    default:
      return arithmetic satisfies never
  }
}

/**
 * What a person is told about one statement: what was read, whether it adds up, and every row that was
 * refused.
 */
export function saySummary(statement: Statement): string {
  const { refused } = statement
  const rows = refused.map(({ line, why }) => `Line ${line}: ${why}`)
  const left =
    refused.length === 0 ? [] : [`We left out ${refused.length === 1 ? '1 row' : `${refused.length} rows`}.`]
  return [`${sayLines(statement)} ${saySum(statement)}`, ...statement.remarks, ...left, ...rows].join('\n')
}
