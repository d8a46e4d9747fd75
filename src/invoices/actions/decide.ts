import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { minus, nothing, type Pence } from '../../kernel/money.ts'
import { post } from '../../ledger/public.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { disputeLetter } from '../letters/supplier.ts'
import { type Budget, budgetOf, planLines } from '../queries/budget.ts'
import { findingsOf } from '../queries/facts.ts'
import { invoiceOf } from '../queries/invoices.ts'
import { type DecideProblem, type Deciding, whyNotDecide } from '../rules/deciding.ts'
import { payerOn } from '../rules/plan.ts'
import { here } from '../tables.ts'
import type { Found, Invoice, Line, Payer } from '../types.ts'
import { apart, canSetApart, lockInvoices, mayDecide, oweSupplier } from './kept.ts'

export type LineDecision = Deciding & { readonly place: number }
export type NewDecisions = {
  readonly reference: string
  readonly number: number
  /** Lines that are not named stay to be decided: no line waits for another. */
  readonly lines: readonly LineDecision[]
}
/** A problem of one line, by its place; of none where the place is null. */
export type ProblemAt = { readonly place: number | null; readonly problem: DecideProblem }

type Chosen = {
  readonly line: Line
  readonly findings: readonly Found[]
  readonly pays: Payer
  readonly disputed: Pence
  readonly because: string
}

/**
 * Decides about lines of an invoice: accepted, disputed, or a part of each. In one transaction: what we pay
 * becomes an obligation that the next run picks up, what is disputed is set apart, and the supplier is told
 * by letter. Refused, with the line it is about: whoever is no staff of the ICB, staff who entered it, a line
 * that was decided before, accepting what something stops, and whatever lacks its reason.
 */
export async function decideLines(
  doing: Doing,
  { reference, number, lines }: NewDecisions,
): Promise<Done<Invoice, 'invoice-not-found'> | { readonly done: false; readonly at: readonly ProblemAt[] }> {
  await lockInvoices(doing, reference)
  const [invoice, budget] = [await invoiceOf(doing, reference, number), await budgetOf(doing, reference)]
  if (invoice === null || budget === null) return refused('invoice-not-found')
  const problem = whyNot(doing, invoice, lines)
  if (problem !== null) return { done: false, at: [{ place: null, problem }] }
  const chosen = await chosenOf(doing, { invoice, budget, lines })
  const at = chosen.flatMap(one =>
    whyNotDecide(one.line, one.findings, one).map(wrong => ({ place: one.line.place, problem: wrong })),
  )
  if (at.length > 0) return { done: false, at }
  if (!(await write(doing, invoice, chosen)))
    return { done: false, at: [{ place: null, problem: 'not-posted' }] }
  await tell(doing, invoice, chosen)
  return done(invoice)
}

function whyNot(doing: Doing, invoice: Invoice, lines: readonly LineDecision[]): DecideProblem | null {
  if (!mayDecide(doing, invoice)) return 'role-may-not'
  if (invoice.enteredBy !== null && invoice.enteredBy === doing.actor.id) return 'entered-it-yourself'
  const known = new Set(invoice.lines.map(({ place }) => place))
  return lines.some(({ place }) => known.has(place)) ? null : 'nothing-decided'
}

type Asked = {
  readonly invoice: Invoice
  readonly budget: Budget
  readonly lines: readonly LineDecision[]
}

async function chosenOf(doing: Doing, { invoice, budget, lines }: Asked): Promise<readonly Chosen[]> {
  const found = await findingsOf(doing, invoice, budget)
  const plan = await planLines(doing, budget.reference)
  return invoice.lines.flatMap(line => {
    const asked = lines.find(({ place }) => place === line.place)
    if (asked === undefined) return []
    return [
      {
        line,
        findings: found.get(line.id) ?? [],
        pays: payerOn(plan, line.lineKey, line.on),
        disputed: asked.disputed,
        because: asked.because.trim(),
      },
    ]
  })
}

/** False where the ledger does not take it: then nothing is decided. */
async function write(doing: Doing, invoice: Invoice, chosen: readonly Chosen[]): Promise<boolean> {
  const ours = chosen.filter(({ pays }) => pays === 'nhs')
  const sums = await canSetApart(
    doing,
    invoice,
    ours.map(({ disputed }) => disputed),
  )
  const setApart = new Map(ours.map(({ line }, place) => [line.id, sums[place] ?? nothing]))
  const entries = ours
    .map(({ line }) => ({ line, sum: setApart.get(line.id) ?? nothing }))
    .filter(({ sum }) => sum > nothing)
    .map(one => apart(doing, invoice, one))
  if (entries.length > 0 && !(await post(doing, entries)).done) return false
  const parts = ours.map(({ line, disputed }) => ({
    key: line.lineKey ?? '',
    amount: minus(line.amount, disputed),
  }))
  const obligation = await oweSupplier(doing, invoice, parts)
  const rows = chosen.map(one => ({
    accepted: minus(one.line.amount, one.disputed),
    set_apart: setApart.get(one.line.id) ?? nothing,
    ...one,
  }))
  await here(doing)
    .db.insertInto('invoices.decision')
    .values(
      rows.map(({ line, accepted, disputed, because, pays, findings, set_apart }) => ({
        line_id: line.id,
        invoice_id: invoice.id,
        organisation_id: invoice.organisation,
        person_id: invoice.person,
        accepted,
        disputed,
        because,
        pays,
        findings: JSON.stringify(findings),
        set_apart,
        obligation_id: pays === 'nhs' && accepted > nothing ? obligation : null,
        decided_by: doing.actor.id,
        decided_by_name: doing.actor.name,
        decided_on: doing.today,
        decided_at: doing.now,
      })),
    )
    .execute()
  return true
}

/** The record, a line each; and one letter to the supplier where something is disputed. */
async function tell(doing: Doing, invoice: Invoice, chosen: readonly Chosen[]): Promise<void> {
  for (const { line, disputed, because } of chosen)
    await record(doing, {
      happened: disputed > nothing ? 'invoice-line-disputed' : 'invoice-line-accepted',
      organisation: invoice.organisation,
      person: invoice.person,
      to: line.id,
      because: because || null,
      details: {
        reference: invoice.reference,
        invoice: invoice.number,
        accepted: minus(line.amount, disputed),
        disputed,
      },
    })
  const disputed = chosen.filter(one => one.disputed > nothing)
  if (disputed.length > 0) await sendLetter(doing, await disputeLetter(doing, invoice, disputed))
}
