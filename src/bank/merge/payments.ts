import type { Statement } from '../read/types.ts'
import { type EvidenceFile, filesOf, type Shown } from './evidence.ts'
import { paired } from './pairing.ts'
import type { AccountLine } from './types.ts'
import { dayKey, idKey, type Payment, verdict } from './verdict.ts'

/** Payments found so far, by the bank's id and by day and amount. */
class Known {
  readonly payments: Payment[] = []
  readonly #byId = new Map<string, Payment[]>()
  readonly #byDay = new Map<string, Payment[]>()

  withIdOf(row: Shown): readonly Payment[] {
    return row.line.bankId === null ? [] : (this.#byId.get(idKey(row)) ?? [])
  }

  onDayOf(row: Shown): readonly Payment[] {
    return this.#byDay.get(dayKey(row)) ?? []
  }

  add(row: Shown): void {
    const payment: Payment = { rows: [], lastSource: '' }
    this.payments.push(payment)
    this.show(payment, row)
  }

  show(payment: Payment, row: Shown): void {
    payment.rows.push(row)
    payment.lastSource = row.source
    const put = (map: Map<string, Payment[]>, key: string): void => {
      const there = map.get(key)
      if (there === undefined) map.set(key, [payment])
      else if (!there.includes(payment)) there.push(payment)
    }
    put(this.#byDay, dayKey(row))
    if (row.line.bankId !== null) put(this.#byId, idKey(row))
  }
}

/** The payment that a row is for certain: by its id, or by its running balance. */
function certain(known: Known, row: Shown): Payment | undefined {
  const withId = known.withIdOf(row)
  const free = withId.filter(({ lastSource }) => lastSource !== row.source)
  const onDay = (payment: Payment): boolean => payment.rows.some(one => dayKey(one) === dayKey(row))
  // The same id, day and amount twice in one file is one payment shown twice.
  const found = free.find(onDay) ?? withId.find(onDay) ?? free[0]
  if (found || row.line.balance === null) return found
  return known
    .onDayOf(row)
    .find(payment => payment.lastSource !== row.source && verdict(row, payment) === 'same')
}

function showFile({ rows }: EvidenceFile, known: Known): void {
  const open: Shown[] = []
  for (const row of rows) {
    const payment = certain(known, row)
    if (payment) known.show(payment, row)
    else if (row.line.bankId !== null && known.onDayOf(row).length === 0) known.add(row)
    else open.push(row)
  }
  for (const equal of Map.groupBy(open, dayKey).values()) {
    const [first] = equal
    const free = first ? known.onDayOf(first).filter(({ lastSource }) => lastSource !== first.source) : []
    const pairs = paired(equal, free)
    for (const row of equal) {
      const payment = pairs.get(row)
      if (payment) known.show(payment, row)
    }
    // The same id again among the new rows of one file is found by now.
    for (const row of equal.filter(one => !pairs.has(one))) addNew(known, row)
  }
}

function addNew(known: Known, row: Shown): void {
  const again = known.withIdOf(row).find(payment => payment.rows.some(one => dayKey(one) === dayKey(row)))
  if (again) known.show(again, row)
  else known.add(row)
}

/** The newest row in the format of the surest speaks for the payment; id and balance may come from any. */
function lineOf({ rows }: Payment): AccountLine {
  const byAge = rows.toSorted((a, b) =>
    a.age === b.age ? (a.name < b.name ? -1 : 1) : a.age < b.age ? -1 : 1,
  )
  const newest = byAge.findLast(({ format }) => format === rows[0]?.format) ?? byAge.at(-1)
  if (newest === undefined) throw new Error('a payment without a row that shows it')
  return {
    ...newest.line,
    bankId: newest.line.bankId ?? byAge.findLast(({ line }) => line.bankId !== null)?.line.bankId ?? null,
    balance: newest.line.balance ?? byAge.findLast(({ line }) => line.balance !== null)?.line.balance ?? null,
    evidence: rows.map(({ name }) => name),
  }
}

/** The payments of an account, by day: a function of the set of its statements, whatever their order. */
export function paymentsShownBy(statements: readonly Statement[]): readonly AccountLine[] {
  const known = new Known()
  for (const file of filesOf(statements)) showFile(file, known)
  const lines = known.payments.map(lineOf)
  return lines.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
