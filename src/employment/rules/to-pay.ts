import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import type { Payslip } from '../types.ts'
import { pensionDueOn, pensionOf, taxDueOn, taxOf } from './liability.ts'

/** To whom a payslip's money goes. */
export type PayTo = 'assistant' | 'hmrc' | 'pension' | 'payroll-firm'

/** One thing to pay: how much, to whom, by when. */
export type ToPay = {
  readonly to: PayTo
  readonly name: string
  readonly amount: Pence
  readonly by: PlainDate
  readonly because: string
}

type Of = { readonly slip: Payslip; readonly assistant: string; readonly firm: string }

/**
 * What one payslip asks the employer to pay: the net pay to the assistant on the pay day, tax and National
 * Insurance of both to HM Revenue and Customs, pension of both to the provider, the fee to the firm. The
 * four sums are what the month costs: gross, employer's National Insurance, employer's pension and fee, less
 * what was taken off for others.
 */
export function toPay({ slip, assistant, firm }: Of): readonly ToPay[] {
  const all: readonly ToPay[] = [
    { to: 'assistant', name: assistant, amount: slip.net, by: slip.paidOn, because: 'Net pay' },
    {
      to: 'hmrc',
      name: 'HM Revenue and Customs',
      amount: taxOf(slip),
      by: taxDueOn(slip.paidOn),
      because: 'Tax and National Insurance, the assistant’s and yours',
    },
    {
      to: 'pension',
      name: 'The pension provider',
      amount: pensionOf(slip),
      by: pensionDueOn(slip.paidOn),
      because: 'Pension, the assistant’s part and yours',
    },
    { to: 'payroll-firm', name: firm, amount: slip.fee, by: slip.paidOn, because: 'Fee for the payslip' },
  ]
  return all.filter(({ amount }) => amount !== nothing)
}

export const totalToPay = (all: readonly ToPay[]): Pence => plus(nothing, ...all.map(({ amount }) => amount))
