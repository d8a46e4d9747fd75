import { type Pence, pence } from '../../../kernel/money.ts'
import type { Row } from './rows.ts'

/** The balances a table's running balance shows, and which way the table runs. */
export type Shown = {
  readonly opening: Pence | null
  readonly closing: Pence | null
  readonly newestFirst: boolean
}

/**
 * In how many places the running balance does not carry over; only rows that have all they need are asked.
 */
function breaks(rows: readonly Row[]): number {
  return rows.reduce((count, row, at) => {
    const before = rows[at - 1]?.balance ?? null
    if (before === null || row.balance === null || row.amount === null) return count
    return before + row.amount === row.balance ? count : count + 1
  }, 0)
}

/** Steps forward less steps back between neighbouring days. */
function dayTrend(rows: readonly Row[]): number {
  const days = rows.flatMap(row => (row.entry ? [row.entry.date] : []))
  return days.reduce((trend, day, at) => {
    const before = days[at - 1] ?? day
    return day > before ? trend + 1 : day < before ? trend - 1 : trend
  }, 0)
}

/**
 * Whether the newest row comes first. An unbroken running balance decides where only one direction has it;
 * then the days; then the direction with fewer breaks. Interest is booked out of the order of its days, so
 * days alone will not do.
 */
function runsBackwards(rows: readonly Row[]): boolean {
  const forwards = breaks(rows)
  const backwards = breaks(rows.toReversed())
  if ((forwards === 0) !== (backwards === 0)) return backwards === 0
  const trend = dayTrend(rows)
  return trend === 0 ? backwards < forwards : trend < 0
}

/**
 * Rows that are out of their order in time, though nothing is missing: each balance is reached from another
 * but for one beginning and one end. Null where that is not so, and the file's own order must stand.
 */
function endsOfChain(rows: readonly Row[]): { opening: Pence; closing: Pence } | null {
  const counts = new Map<bigint, number>()
  const count = (sum: bigint, by: number): void => void counts.set(sum, (counts.get(sum) ?? 0) + by)
  for (const { balance, amount } of rows) {
    if (balance === null || amount === null) return null
    count(balance - amount, 1)
    count(balance, -1)
  }
  const left = [...counts].filter(([, times]) => times !== 0)
  const opening = left.find(([, times]) => times === 1)
  const closing = left.find(([, times]) => times === -1)
  return left.length === 2 && opening && closing
    ? { opening: pence(opening[0]), closing: pence(closing[0]) }
    : null
}

/**
 * The balance before the oldest row. Where that row has none (some banks write one balance a day), it is
 * taken from the first balance that stands and the rows up to it, provided that another balance stands to
 * check it by.
 */
function openingOf(rows: readonly Row[]): Pence | null {
  const first = rows.findIndex(row => row.balance !== null)
  const balance = rows[first]?.balance ?? null
  if (balance === null || (first > 0 && rows.filter(row => row.balance !== null).length < 2)) return null
  let sum: bigint = balance
  for (const { amount } of rows.slice(0, first + 1)) {
    if (amount === null) return null
    sum -= amount
  }
  return pence(sum)
}

/** What the running balance shows of a table's ends; rows that the bank did not book are left aside. */
export function shownBy(rows: readonly Row[]): Shown {
  const own = rows.filter(row => row.own)
  const newestFirst = runsBackwards(own)
  const inTime = newestFirst ? own.toReversed() : own
  const chain = breaks(inTime) > 0 ? endsOfChain(inTime) : null
  if (chain) return { ...chain, newestFirst }
  return { opening: openingOf(inTime), closing: inTime.at(-1)?.balance ?? null, newestFirst }
}
