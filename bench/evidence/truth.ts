import { addDays, type PlainDate, plainDate } from '../../src/kernel/days.ts'
import type { Random } from './random.ts'

/** What makes a payment hard to tell from another, or to know again. */
export type Trap =
  | 'twin'
  | 'late'
  | 'reversal'
  | 'refund'
  | 'split'
  | 'changed-text'
  | 'moved-day'
  | 'same-sum'

/** One payment as it truly happened, in the order in which the bank booked them. */
export type Payment = {
  readonly id: string
  /** The day that the bank writes beside it. */
  readonly day: PlainDate
  /** The day from which downloads hold it; later than its own day where it came late. */
  readonly booked: PlainDate
  readonly pence: number
  readonly payee: string
  /** Its parts, where a bank that can split shows them. */
  readonly parts: readonly number[]
  readonly traps: readonly Trap[]
}

type Draft = Omit<Payment, 'id' | 'booked' | 'parts'> & Partial<Pick<Payment, 'booked' | 'parts'>>

/** The first Monday of the set; nothing in it depends on the day it is made. */
export const firstDay = plainDate('2026-01-05')
export const weeks = 26

const shops = ['CO-OP MARKET STREET', 'BOOTS 0042 MILLBROOK', 'ASHDALE GARDEN CENTRE'] as const
const one = (day: PlainDate, pence: number, payee: string, ...traps: readonly Trap[]): Draft => ({
  day,
  pence,
  payee,
  traps,
})

/** What comes every week: wages and visits of the same sum, week after week. */
function regular(monday: PlainDate, week: number): readonly Draft[] {
  const wages = one(addDays(monday, 4), -17_400, 'JOAN ELLERY WAGES')
  const physio = one(addDays(monday, 2), -4500, 'LARKFIELD PHYSIOTHERAPY LTD')
  const paidIn = one(addDays(monday, 1), 69_600, 'NHS MILLBROOK ICB')
  return week % 4 === 0 ? [paidIn, physio, wages] : [physio, wages]
}

function shopping(monday: PlainDate, random: Random): readonly Draft[] {
  return Array.from({ length: 2 + random.below(2) }, () => {
    const day = addDays(monday, random.below(7))
    const sum = -(300 + 5 * random.below(500))
    const payee = random.pick(shops)
    if (random.chance(15))
      return { ...one(day, sum, payee, 'late'), booked: addDays(day, 2 + random.below(5)) }
    if (random.chance(12)) return one(day, sum, payee, 'changed-text')
    return random.chance(12) ? one(day, sum, payee, 'moved-day') : one(day, sum, payee)
  })
}

/** Equal payments of one day; equal sums to two payees; money that went back and out again. */
function twinsAndReversals(monday: PlainDate, random: Random): readonly Draft[] {
  const found: Draft[] = []
  for (const day of [1, 3, 5].map(after => addDays(monday, after)))
    if (random.chance(55)) {
      const many = 2 + random.below(2)
      found.push(...Array.from({ length: many }, () => one(day, -400, 'MILLBROOK BUSES', 'twin')))
    }
  const day = addDays(monday, random.below(7))
  if (random.chance(25)) {
    found.push(one(day, -900, 'SWIM CENTRE', 'same-sum'), one(day, -900, 'MILLBROOK TAXIS', 'same-sum'))
  }
  if (random.chance(20)) {
    const again = addDays(day, random.below(2))
    found.push(one(day, -6000, 'SALTINGS NURSING', 'reversal'))
    found.push(
      one(day, 6000, 'SALTINGS NURSING', 'reversal'),
      one(again, -6000, 'SALTINGS NURSING', 'reversal'),
    )
  }
  return found
}

function refundsAndSplits(monday: PlainDate, random: Random): readonly Draft[] {
  const found: Draft[] = []
  const day = addDays(monday, random.below(5))
  if (random.chance(20)) {
    const sum = 500 + 5 * random.below(300)
    const payee = random.pick(shops)
    found.push(one(day, -sum, payee, 'refund'), one(addDays(day, 3 + random.below(8)), sum, payee, 'refund'))
  }
  if (random.chance(20)) {
    const parts = [-(2000 + random.below(900)), -(300 + random.below(200))]
    const sum = parts.reduce((all, part) => all + part, 0)
    found.push({ ...one(day, sum, 'TALLY PAYROLL SERVICES', 'split'), parts })
  }
  return found
}

/** Half a year of one account's payments, in the order in which the bank booked them. */
export function paymentsOf(account: string, random: Random): readonly Payment[] {
  const drafts = Array.from({ length: weeks }, (_, week) => {
    const monday = addDays(firstDay, week * 7)
    return [
      ...regular(monday, week),
      ...shopping(monday, random),
      ...twinsAndReversals(monday, random),
      ...refundsAndSplits(monday, random),
    ]
  }).flat()
  return drafts
    .map((draft): Omit<Payment, 'id'> => ({ booked: draft.day, parts: [], ...draft }))
    .toSorted((a, b) => (a.booked < b.booked ? -1 : a.booked > b.booked ? 1 : 0))
    .map((payment, at) => ({ id: `${account}-${String(at + 1).padStart(4, '0')}`, ...payment }))
}
