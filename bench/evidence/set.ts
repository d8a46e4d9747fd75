import { addDays, earlier, type PlainDate } from '../../src/kernel/days.ts'
import { type Random, randomFrom } from './random.ts'
import { firstDay, type Payment, paymentsOf, weeks } from './truth.ts'
import { fileText, type Kind, kinds, textOf } from './write.ts'

/** A row of a file, and which payment it truly shows. */
export type Row = {
  readonly label: string
  readonly payment: Payment
  readonly day: PlainDate
  readonly pence: number
  readonly text: string
  /** Null where the format has no ids of the bank. */
  readonly bankId: string | null
  readonly balance: number
  /** Whether an earlier file of the account shows this payment: the question that is asked of a program. */
  readonly same: boolean
}

export type SetFile = {
  readonly name: string
  readonly account: string
  readonly kind: Kind
  readonly from: PlainDate
  readonly until: PlainDate
  readonly opening: number
  readonly rows: readonly Row[]
  readonly text: string
}

export const seed = 20_261_129
const opening = 120_000

/** Which formats an account's files come in, one after the other: one bank's, or those of several. */
const accounts: readonly (readonly [string, readonly [Kind, ...Kind[]]])[] = [
  ['A01', ['csv-balance']],
  ['A02', ['csv']],
  ['A03', ['ofx']],
  ['A04', ['qif']],
  ['A05', ['camt']],
  ['A06', ['mt940']],
  ['A07', ['csv-balance', 'ofx']],
  ['A08', ['csv', 'qif']],
  ['A09', ['ofx', 'camt']],
  ['A10', ['mt940', 'csv-balance']],
  ['A11', kinds],
  ['A12', ['csv', 'ofx', 'mt940']],
]

const hasIds = (kind: Kind): boolean => kind === 'ofx' || kind === 'camt'

type Made = { readonly shown: Map<string, number>; readonly random: Random; readonly all: readonly Payment[] }

/** The days of each download: four or five weeks, going back one to two weeks behind the one before. */
function periods(random: Random): readonly (readonly [PlainDate, PlainDate])[] {
  const last = addDays(firstDay, weeks * 7 - 1)
  const found: [PlainDate, PlainDate][] = []
  let from = firstDay
  while (true) {
    const until = addDays(from, 27 + random.below(8))
    found.push([from, earlier(until, last)])
    if (until >= last) return found
    from = addDays(until, -(7 + random.below(8)))
  }
}

/** What a download of some days holds: all that was booked in them, of the last day perhaps not yet all. */
function covered({ all, random }: Made, [from, until]: readonly [PlainDate, PlainDate], isLast: boolean) {
  const inside = all.filter(({ booked }) => booked >= from && booked <= until)
  const lastDay = inside.filter(({ booked }) => booked === until).length
  const cut = isLast || lastDay < 2 ? 0 : random.below(lastDay)
  return inside.slice(0, inside.length - cut)
}

function rowsOf(
  made: Made,
  kind: Kind,
  file: { name: string; payments: readonly Payment[]; opening: number },
) {
  let balance = file.opening
  return file.payments.map((payment, at): Row => {
    const times = made.shown.get(payment.id) ?? 0
    made.shown.set(payment.id, times + 1)
    balance += payment.pence
    const early = times === 0
    const moved = early && hasIds(kind) && payment.traps.includes('moved-day')
    return {
      label: `${file.name}-${String(at + 1).padStart(3, '0')}`,
      payment,
      day: moved ? addDays(payment.day, -1) : payment.day,
      pence: payment.pence,
      text: textOf(payment, kind, early),
      bankId: hasIds(kind) ? `${kind}${payment.id}` : null,
      balance,
      same: !early,
    }
  })
}

function filesOf(account: string, order: readonly [Kind, ...Kind[]], random: Random): readonly SetFile[] {
  const made: Made = { shown: new Map(), random, all: paymentsOf(account, random) }
  const all = periods(random)
  return all.map((days, at): SetFile => {
    const kind = order[at % order.length] ?? order[0]
    const name = `${account}-${String(at + 1).padStart(2, '0')}`
    const payments = covered(made, days, at === all.length - 1)
    const first = made.all.findIndex(({ id }) => id === payments[0]?.id)
    const before = made.all.slice(0, Math.max(0, first)).reduce((sum, { pence }) => sum + pence, opening)
    const rows = rowsOf(made, kind, { name, payments, opening: before })
    const file = { name, account, kind, from: days[0], until: days[1], opening: before, rows }
    return { ...file, text: fileText(file) }
  })
}

/** The whole set: the same files and labels for the same seed, whatever day it is and wherever it runs. */
export function labelledSet(from = seed): readonly SetFile[] {
  return accounts.flatMap(([account, order], at) => filesOf(account, order, randomFrom(from + at)))
}
