import { isStaff, may, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { budgetOf } from '../queries/budget.ts'
import { invoiceOf } from '../queries/invoices.ts'
import type { PaidProblem } from '../rules/deciding.ts'
import { moneyOf } from '../rules/standing.ts'
import { here } from '../tables.ts'
import { lockInvoices } from './kept.ts'

export type NewPaid = {
  readonly reference: string
  readonly number: number
  readonly on: PlainDate
  readonly amount: Pence
}

/**
 * Notes that the holder, or the organisation that holds the budget, paid what was accepted from the budget's
 * own account. It moves nothing: the bank's own lines are the evidence. Refuses more than is to be paid.
 */
export async function notePaid(
  doing: Doing,
  { reference, number, on, amount }: NewPaid,
): Promise<Done<null, PaidProblem | 'invoice-not-found'>> {
  await lockInvoices(doing, reference)
  const [invoice, budget] = [await invoiceOf(doing, reference, number), await budgetOf(doing, reference)]
  if (invoice === null || budget === null) return refused('invoice-not-found')
  if (doing.actor !== theService && !may(doing, 'invoices.note-paid')) return refused('not-yours-to-note')
  const { toPayByHolder } = moneyOf(invoice)
  if (toPayByHolder <= nothing) return refused('nothing-to-pay')
  if (amount <= nothing || amount > toPayByHolder) return refused('more-than-to-pay')
  if (on > doing.today) return refused('in-the-future')
  await here(doing)
    .db.insertInto('invoices.paid_note')
    .values({
      id: newId(),
      invoice_id: invoice.id,
      organisation_id: invoice.organisation,
      person_id: invoice.person,
      on_day: on,
      amount,
      noted_by: doing.actor.id,
      noted_by_name: doing.actor.name,
      noted_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'invoice-paid-from-account',
    organisation: invoice.organisation,
    person: invoice.person,
    to: invoice.id,
    details: { reference, invoice: number, on, amount, by: isStaff(doing.actor) ? 'staff' : 'holder' },
  })
  return done(null)
}
