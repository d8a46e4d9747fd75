import { addMonths, earlier, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  larger,
  nothing,
  type Pence,
  plus,
  sayMoney,
  sayThousandths,
  type Thousandths,
  timesRoundedHalfUp,
} from '../../kernel/money.ts'
import type { Engagement, Payslip } from '../types.ts'
import { leaveOn } from './leave.ts'
import { noticeWeeks, redundancyOn } from './leaving.ts'
import { contractOn, expensesOf, grossOf, payLines, weeksPay } from './pay.ts'
import { unpaidWork } from './unpaid.ts'

/** What an employer would owe, in pence. `tax` is what goes to HM Revenue and Customs and the pension. */
export type Liability = {
  readonly wages: Pence
  readonly tax: Pence
  readonly leave: Pence
  readonly notice: Pence
  readonly redundancy: Pence
  readonly total: Pence
}
export const liabilityParts = ['wages', 'tax', 'leave', 'notice', 'redundancy'] as const
export type LiabilityPart = (typeof liabilityParts)[number]

export type EngagementLiability = Liability & {
  readonly code: string
  readonly assistant: string
  /** Each part in a sentence that can be checked with a pencil. */
  readonly working: Readonly<Record<LiabilityPart, string>>
}

/** The last day of a tax month, which runs from the 6th to the 5th, and the 22nd by which it is paid. */
export function taxDueOn(paidOn: PlainDate): PlainDate {
  const month = `${paidOn.slice(0, 8)}22` as PlainDate
  return Number(paidOn.slice(8)) <= 5 ? month : addMonths(month, 1)
}
export const pensionDueOn = (paidOn: PlainDate): PlainDate =>
  addMonths(`${paidOn.slice(0, 8)}22` as PlainDate, 1)

export const taxOf = (slip: Payslip): Pence => plus(slip.tax, slip.employeeNi, slip.employerNi)
export const pensionOf = (slip: Payslip): Pence => plus(slip.employeePension, slip.employerPension)

const lastDayOf = ({ ending, contracts }: Engagement, day: PlainDate): PlainDate | null =>
  ending?.on ?? contractOn(contracts, day)?.until ?? null

function wages(one: Engagement, day: PlainDate) {
  const lines = payLines(unpaidWork(one.sheets, one.payslips, day), one.terms)
  const amount = plus(grossOf(lines), expensesOf(lines))
  const open = one.sheets.some(sheet => sheet.decided === null)
  const says = lines.length === 0 ? 'All approved work is on a payslip.' : lines.map(sayLine).join('; ')
  return { amount, says: open ? `${says} Hours that wait to be approved are not in it.` : says }
}

const sayLine = (line: ReturnType<typeof payLines>[number]): string =>
  `${sayThousandths(line.units)} x ${sayMoney(line.rate)} = ${sayMoney(line.amount)}`

function tax(one: Engagement, day: PlainDate) {
  const due = one.payslips.filter(slip => slip.paidOn <= day)
  const taxes = plus(nothing, ...due.filter(slip => taxDueOn(slip.paidOn) >= day).map(taxOf))
  const pension = plus(nothing, ...due.filter(slip => pensionDueOn(slip.paidOn) >= day).map(pensionOf))
  return {
    amount: plus(taxes, pension),
    says:
      `Of payslips whose day to pay has not passed: ${sayMoney(taxes)} tax and National Insurance, ` +
      `${sayMoney(pension)} pension.`,
  }
}

function leave(one: Engagement, day: PlainDate, week: Pence) {
  const contract = contractOn(one.contracts, day)
  if (contract === null) return { amount: nothing, says: 'No particulars were written yet.' }
  const { daysAWeek } = contract
  const { from } = one
  const answer = leaveOn({ from, last: lastDayOf(one, day), daysAWeek, leave: one.leave }, day)
  const owed = answer.owed > 0n ? answer.owed : (0n as Thousandths)
  return {
    amount: timesRoundedHalfUp(week, owed, daysAWeek),
    says:
      `${sayThousandths(answer.builtUp)} days built up since ${sayShortDay(answer.year.from)}, ` +
      `${sayThousandths(answer.taken)} taken: ${sayThousandths(owed)} days at ${sayMoney(week)} for ` +
      `${sayThousandths(daysAWeek)} days.`,
  }
}

/**
 * Has the job ended, or will it on a known day? Then no notice is owed, and redundancy only where it is
 * that.
 */
function leaving(one: Engagement, day: PlainDate, week: Pence) {
  const contract = contractOn(one.contracts, day)
  const { from, ending } = one
  if (ending !== null) {
    const [last, told] = [ending.on, ending.noticeOn].map(sayShortDay)
    const known = `The job ends on ${last}; notice was given on ${told}.`
    if (ending.ground !== 'redundant') return { notice: nothing, redundancy: nothing, says: [known, known] }
    const pay = redundancyOn({ from, born: contract?.born ?? null, day: ending.on, weeksPay: week })
    return { notice: nothing, redundancy: pay.amount, says: [known, sayRedundancy(pay)] }
  }
  const weeks = noticeWeeks(from, day, contract?.noticeWeeks ?? null)
  const pay = redundancyOn({ from, born: contract?.born ?? null, day, weeksPay: week })
  const agreed = contract?.noticeWeeks === null || contract === null ? '' : `, ${contract.noticeWeeks} agreed`
  return {
    notice: timesRoundedHalfUp(week, BigInt(weeks), 1n),
    redundancy: pay.amount,
    says: [
      `${weeks === 1 ? '1 week' : `${weeks} weeks`} of notice${agreed} x ${sayMoney(week)}.`,
      sayRedundancy(pay),
    ],
  }
}

function sayRedundancy(pay: ReturnType<typeof redundancyOn>): string {
  if (pay.note === 'under-two-years') return 'Less than two full years of service: nothing.'
  const weeks = `${sayThousandths(BigInt(pay.weeksTenths) * 100n)} weeks x ${sayMoney(pay.weeksPay)}`
  const years = `${pay.years} full years on ${sayShortDay(pay.reckonedOn)}`
  const limit = `the limit of a week’s pay from ${sayShortDay(pay.limitFrom)} is kept to`
  return pay.note === 'birth-not-known'
    ? `${weeks}: ${years}; ${limit}. The birthday is not known, so each year counts as one week.`
    : `${weeks}: ${years}; ${limit}.`
}

/**
 * What would be owed for one assistant if the job ended on a day without more notice: wages and miles
 * approved and unpaid, tax and pension still to pay over, leave built up, notice and redundancy. Employer's
 * National Insurance on what is paid at the end is not in it. A job that has ended is reckoned on its last
 * day.
 */
export function liabilityOf(one: Engagement, day: PlainDate): EngagementLiability {
  const on = one.ending === null ? day : earlier(day, one.ending.on)
  const week = weeksPay(one.terms, on)
  const begun = one.from <= day
  const parts = {
    wages: wages(one, day),
    tax: tax(one, day),
    leave: leave(one, on, week),
    leaving: leaving(one, on, week),
  }
  const { notice, redundancy, says } = parts.leaving
  const sums = {
    wages: larger(parts.wages.amount, nothing),
    tax: parts.tax.amount,
    leave: begun ? parts.leave.amount : nothing,
    notice: begun ? notice : nothing,
    redundancy: begun ? redundancy : nothing,
  }
  return {
    code: one.code,
    assistant: one.assistant,
    ...sums,
    total: plus(...liabilityParts.map(part => sums[part])),
    working: {
      wages: parts.wages.says,
      tax: parts.tax.says,
      leave: parts.leave.says,
      notice: says[0] ?? '',
      redundancy: says[1] ?? '',
    },
  }
}

/** Several engagements together. */
export function liabilitiesTogether(all: readonly Liability[]): Liability {
  const sum = (part: LiabilityPart): Pence => plus(nothing, ...all.map(one => one[part]))
  const [w, t, l, n, r] = liabilityParts.map(sum)
  const parts = {
    wages: w ?? nothing,
    tax: t ?? nothing,
    leave: l ?? nothing,
    notice: n ?? nothing,
    redundancy: r ?? nothing,
  }
  return { ...parts, total: plus(...Object.values(parts)) }
}
