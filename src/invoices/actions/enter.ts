import { isStaff, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Id } from '../../kernel/brand.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import { supplierKey } from '../../payments/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { keepFile, kindOf } from '../../platform/files.ts'
import type { SentFile } from '../../platform/route.ts'
import { type Budget, budgetOf, figuresOf } from '../queries/budget.ts'
import { supplierOrganisation } from '../queries/suppliers.ts'
import { type EnterProblem, mostLines } from '../rules/deciding.ts'
import { lineAddsUp, totalOf } from '../rules/sums.ts'
import { here } from '../tables.ts'
import type { InvoiceId, NewLine } from '../types.ts'
import { lockInvoices } from './kept.ts'

export type NewInvoice = {
  readonly reference: string
  readonly supplier: string
  /** Where letters to the supplier go; may be empty. */
  readonly address: string
  /** The number on the supplier's paper. */
  readonly theirs: string
  readonly datedOn: PlainDate
  /** The day it is to be paid by; null where the paper names none. */
  readonly dueOn: PlainDate | null
  readonly from: PlainDate
  readonly until: PlainDate
  readonly total: Pence
  readonly lines: readonly NewLine[]
  readonly file: SentFile | null
}

const papers: readonly (string | null)[] = ['application/pdf', 'image/jpeg', 'image/png']

/**
 * Takes an invoice as it stands on the paper, by staff, the holder or the organisation that holds the budget.
 * An invoice that was entered before is taken too, so that it is seen to be one: its lines are stopped.
 * Refuses what does not add up to the penny, and a file that is no photo or PDF.
 */
export async function enterInvoice(doing: Doing, asked: NewInvoice): Promise<Done<number, EnterProblem>> {
  const budget = await budgetOf(doing, asked.reference)
  if (budget === null) return refused('budget-not-found')
  const reasons = whyNotEnter(asked)
  if (reasons.length > 0) return refused(...reasons)
  await lockInvoices(doing, budget.reference)
  const id = newId<'invoice'>()
  const { organisation, person } = budget
  const file = asked.file === null ? null : await keepFile(doing, { organisation, person }, asked.file)
  const number = await writeInvoice(doing, { id, asked, budget, file })
  await writeLines(doing, { id, asked, budget })
  await record(doing, {
    happened: 'invoice-entered',
    organisation,
    person,
    to: id,
    details: { reference: budget.reference, supplier: asked.supplier.trim(), total: asked.total },
  })
  return done(number)
}

/** `INV 007/26` and `inv-007-26` are one number. */
export const numberKey = (typed: string): string => typed.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

function whyNotEnter(asked: NewInvoice): readonly EnterProblem[] {
  const { lines, total, file } = asked
  const checks: readonly (readonly [boolean, EnterProblem])[] = [
    [supplierKey(asked.supplier) === '', 'name-missing'],
    [numberKey(asked.theirs) === '', 'number-missing'],
    [asked.until < asked.from, 'ends-before-it-begins'],
    [lines.length === 0, 'no-lines'],
    [lines.length > mostLines, 'too-many-lines'],
    [lines.length > 0 && (!lines.every(lineAddsUp) || totalOf(lines) !== total), 'lines-do-not-add-up'],
    [file !== null && !papers.includes(kindOf(file.bytes)), 'not-a-paper'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}

type Writing = { readonly id: InvoiceId; readonly asked: NewInvoice; readonly budget: Budget }

const enteredAs = (doing: Doing, { ours }: Budget) =>
  ours ? 'third-party' : isStaff(doing.actor) || doing.actor.id === null ? 'staff' : 'holder'

async function nextNumber(doing: Doing, reference: string): Promise<number> {
  const last = await here(doing)
    .db.selectFrom('invoices.invoice')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('reference', '=', reference)
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}

async function writeInvoice(
  doing: Doing,
  { id, asked, budget, file }: Writing & { readonly file: Id<'file'> | null },
): Promise<number> {
  const number = await nextNumber(doing, budget.reference)
  const figures = await figuresOf(doing, budget.organisation, asked.datedOn)
  await here(doing)
    .db.insertInto('invoices.invoice')
    .values({
      id,
      organisation_id: budget.organisation,
      person_id: budget.person,
      reference: budget.reference,
      number,
      agreement_id: budget.agreement,
      third_party_id: budget.thirdParty,
      supplier: asked.supplier.trim(),
      supplier_key: supplierKey(asked.supplier),
      supplier_organisation_id: await supplierOrganisation(doing, asked.supplier),
      address: asked.address.trim(),
      theirs: asked.theirs.trim(),
      theirs_key: numberKey(asked.theirs),
      dated_on: asked.datedOn,
      due_on: asked.dueOn ?? addDays(asked.datedOn, figures['invoices-pay-days']),
      from_on: asked.from,
      until_on: asked.until,
      total: asked.total,
      file_id: file,
      entered_by: doing.actor.id,
      entered_by_name: doing.actor.name,
      entered_as: enteredAs(doing, budget),
      entered_on: doing.today,
      entered_at: doing.now,
    })
    .execute()
  return number
}

const writeLines = (doing: Doing, { id, asked, budget }: Writing) =>
  here(doing)
    .db.insertInto('invoices.line')
    .values(
      asked.lines.map((line, place) => ({
        id: newId<'invoice line'>(),
        invoice_id: id,
        organisation_id: budget.organisation,
        person_id: budget.person,
        place: place + 1,
        says: line.says.trim(),
        on_day: line.on,
        begins: line.begins,
        ends: line.ends,
        units: line.units,
        unit: line.unit,
        rate: line.rate,
        amount: line.amount,
        line_key: line.lineKey,
      })),
    )
    .execute()
