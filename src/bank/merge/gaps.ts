import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Statement } from '../read/types.ts'
import { spanOf } from './evidence.ts'
import type { AccountLines, Gap, LeftOut } from './types.ts'
import { statementsThatCount } from './which.ts'

type Spoken = {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly of: Statement
  readonly leftOut: readonly Pick<LeftOut, 'after'>[]
}

/** A statement can show a gap where it states its period, or a balance to compare. Others only close gaps. */
const canShowGaps = ({ period, opening, closing }: Statement): boolean =>
  period !== null || opening !== null || closing !== null

const byDay = (a: Spoken, b: Spoken): number =>
  a.from === b.from ? (a.to < b.to ? -1 : a.to > b.to ? 1 : 0) : a.from < b.from ? -1 : 1

/**
 * The balances on a statement's last day: where it closed, and before and after each line of that day, as
 * the running balance shows them or counted back from the closing. A statement that begins on that day may
 * take up at any of them.
 */
function balancesAtEnd({ of, to }: Spoken): ReadonlySet<bigint> {
  const found = new Set<bigint>()
  let back: bigint | null = of.closing
  if (back !== null) found.add(back)
  for (const { date, balance, amount } of of.newestFirst ? of.lines : of.lines.toReversed()) {
    if (date !== to) continue
    if (balance !== null) found.add(balance).add(balance - amount)
    if (back !== null) {
      back -= amount
      found.add(back)
    }
  }
  return found
}

/** Whether a line of the last day may have been left out: then not every balance of that day is known. */
function lastDayInPart({ of, to, leftOut }: Spoken): boolean {
  const onLast = of.lines.filter(({ date }) => date === to).length
  const before = of.lines.length - onLast
  return leftOut.some(({ after }) => (of.newestFirst ? after <= onLast : after >= before))
}

type Carried = 'yes' | 'no' | 'unknown'

/** Whether a statement takes up where the ones that reach furthest before it left off. */
function carriedOver(before: readonly Spoken[], opening: Pence | null, sameDay: boolean): Carried {
  const closings = before.flatMap(one =>
    one.of.closing === null ? [] : [...(sameDay ? balancesAtEnd(one) : [one.of.closing])],
  )
  if (opening === null || closings.length === 0) return 'unknown'
  if (closings.some(sum => sum === opening)) return 'yes'
  return sameDay && before.some(lastDayInPart) ? 'unknown' : 'no'
}

/** The days between two statements; the two days themselves where they are neighbours or the same. */
function between(to: PlainDate, from: PlainDate): Gap {
  const [first, last] = [addDays(to, 1), addDays(from, -1)]
  if (first <= last) return { from: first, to: last }
  return to <= from ? { from: to, to: from } : { from, to }
}

function gapBefore(next: Spoken, before: readonly Spoken[]): Gap | null {
  const end = before[0]?.to
  if (end === undefined || next.from < end) return null
  const carried = carriedOver(before, next.of.opening, next.from === end)
  if (carried === 'yes') return null
  const gap = between(end, next.from)
  if (carried === 'no') return gap
  const bothStated = next.of.period !== null && before.every(({ of }) => of.period !== null)
  return bothStated && addDays(end, 1) < next.from ? gap : null
}

/** What is left of a gap when a statement that shows no gaps itself speaks for some of its days. */
function without(gap: Gap, spoken: Spoken): readonly Gap[] {
  if (spoken.to < gap.from || spoken.from > gap.to) return [gap]
  const parts: Gap[] = []
  if (gap.from < spoken.from) parts.push({ from: gap.from, to: addDays(spoken.from, -1) })
  if (gap.to > spoken.to) parts.push({ from: addDays(spoken.to, 1), to: gap.to })
  return parts
}

/**
 * Days no statement of the account speaks for (import point 6): between stated periods, or where a statement
 * opens at another balance than the one before closed. Where the balance is carried over there is no gap. A
 * function of the set of statements: one that comes later closes its gap.
 */
export function gapsOf(account: AccountLines): readonly Gap[] {
  const spoken = statementsThatCount(account.statements).flatMap(of => {
    const span = spanOf(of)
    return span ? [{ ...span, of, leftOut: account.leftOut?.get(of) ?? [] }] : []
  })
  const gaps: Gap[] = []
  let furthest: Spoken[] = []
  for (const next of spoken.filter(({ of }) => canShowGaps(of)).toSorted(byDay)) {
    const gap = gapBefore(next, furthest)
    if (gap) gaps.push(gap)
    const end = furthest[0]?.to ?? ''
    if (next.to > end) furthest = [next]
    else if (next.to === end) furthest.push(next)
  }
  const loose = spoken.filter(({ of }) => !canShowGaps(of))
  return loose.reduce<readonly Gap[]>((left, one) => left.flatMap(gap => without(gap, one)), gaps)
}
