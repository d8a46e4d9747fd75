import type { ToPay } from '../../employment/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { larger, nothing, type Pence, pence, plus } from '../../kernel/money.ts'
import type { ObligationId } from '../types.ts'

/** What is owed already for one payee of one payslip: and whether a run holds it, or it was paid. */
export type WageOwed = { readonly id: ObligationId; readonly amount: Pence; readonly held: boolean }

export type WageChange = {
  /** What is no longer owed as it was: the payslip was corrected before a run held it. */
  readonly end: readonly ObligationId[]
  /** What is still to be owed; nothing where all is. */
  readonly owe: Pence
  /** What was paid more than the corrected payslip asks; nothing where it was not. */
  readonly over: Pence
}

/**
 * What has to change so that a payslip's sum for one payee is owed once: what a run holds or has paid stays,
 * what no run holds follows the newest payslip, and of a higher one only the difference is owed. What was
 * paid too much is never taken back here: it is said. Our own way.
 */
export function wageChange(asked: Pence, owed: readonly WageOwed[]): WageChange {
  const sum = (all: readonly WageOwed[]): Pence => plus(nothing, ...all.map(({ amount }) => amount))
  if (sum(owed) === asked) return { end: [], owe: nothing, over: nothing }
  const [held, open] = [owed.filter(one => one.held), owed.filter(one => !one.held)]
  const left = pence(asked - sum(held))
  return {
    end: open.map(({ id }) => id),
    owe: larger(left, nothing),
    over: larger(pence(-left), nothing),
  }
}

type Of = {
  readonly assistant: string
  readonly code: string
  readonly from: PlainDate
  readonly until: PlainDate
}

/**
 * Whom a payslip's money goes to, as we pay them: the assistant with the job's own code, since two may have
 * the same name; the tax authority, the pension provider and the payroll firm by name.
 */
export const wagePayee = ({ to, name }: Pick<ToPay, 'to' | 'name'>, { code }: Of): string =>
  to === 'assistant' ? `${name} (${code})` : name

const short = { assistant: 'PAY', hmrc: 'TAX', pension: 'PEN', 'payroll-firm': 'FEE' } as const

/** What the one who is paid knows it by: 18 letters reach their statement. */
export const wageReference = ({ to }: Pick<ToPay, 'to'>, { code, until }: Of): string =>
  `${short[to]} ${code.slice(3)} ${until.slice(2).replaceAll('-', '').slice(0, 4)}`

/** The name of one payee of one payslip's period, as the source of what is owed. */
export const wageSource = (engagement: string, { to }: Pick<ToPay, 'to'>, { from, until }: Of): string =>
  `${engagement} ${from} ${until} ${to}`
