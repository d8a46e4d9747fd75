import { addDays } from '../../kernel/days.ts'
import { figuresOver, type OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { allCameBack, type Left, type NoProposal, type Proposal } from '../rules/came-back.ts'
import { comesBackIn, settingNames } from '../rules/settings.ts'
import { here } from '../tables.ts'

/** Payments of an organisation that left in the last half year and have not come back. */
async function leftOf(doing: Doing, organisation: OrganisationId): Promise<readonly Left[]> {
  const rows = await here(doing)
    .db.selectFrom('payments.instruction_shown')
    .select(['id', 'reference', 'end_to_end_id', 'amount', 'leaves_on', 'paid_to'])
    .where('organisation_id', '=', organisation)
    .where('released_on', 'is not', null)
    .where('returned_on', 'is', null)
    .where('leaves_on', '>=', addDays(doing.today, -183))
    .orderBy('leaves_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    reference: row.reference,
    endToEndId: row.end_to_end_id,
    amount: row.amount,
    leftOn: row.leaves_on,
    paidTo: row.paid_to,
  }))
}

export type CreditShown = {
  readonly id: string
  readonly on: Left['leftOn']
  readonly amount: Left['amount']
  readonly words: string
  readonly found: Proposal | NoProposal
}

/** Credits of the paying account that nobody has decided about, each with what it is taken for and why. */
export async function openCredits(
  doing: Doing,
  organisation: OrganisationId,
): Promise<readonly CreditShown[]> {
  const rows = await here(doing)
    .db.selectFrom('bank.payer_credit as c')
    .leftJoin('bank.payer_credit_decided as d', 'd.credit_id', 'c.id')
    .select(['c.id', 'c.on_day as on', 'c.amount', 'c.words'])
    .where('c.organisation_id', '=', organisation)
    .where('d.credit_id', 'is', null)
    .orderBy('c.on_day', 'desc')
    .orderBy('c.id')
    .limit(500)
    .execute()
  const figures = await figuresOver(doing, organisation, settingNames)
  const found = allCameBack(rows, await leftOf(doing, organisation), day => comesBackIn(figures(day)))
  return rows.map(row => ({ ...row, found: found.get(row.id) ?? 'no-payment-of-this-sum' }))
}

/** The statements of the paying account that were read, newest first. */
export const payerFiles = (doing: Doing, organisation: OrganisationId) =>
  here(doing)
    .db.selectFrom('bank.payer_file')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .orderBy('read_at', 'desc')
    .limit(20)
    .execute()
export type PayerFile = Awaited<ReturnType<typeof payerFiles>>[number]
