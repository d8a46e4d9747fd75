import { sql } from 'kysely'
import { nothing, plus } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { here, type InvoiceRow } from '../tables.ts'
import type { Invoice, InvoiceId, Line, Payment } from '../types.ts'
import { creditNotesOf } from './credits.ts'

/** The invoice of a budget by our number; null where there is none that this actor may see. */
export async function invoiceOf(doing: Doing, reference: string, number: number): Promise<Invoice | null> {
  const rows = await here(doing)
    .db.selectFrom('invoices.invoice')
    .selectAll()
    .where('reference', '=', reference)
    .where('number', '=', number)
    .execute()
  return (await whole(doing, rows))[0] ?? null
}

/** All invoices of a budget that this actor may see, the newest first. */
export async function invoicesOf(doing: Doing, reference: string): Promise<readonly Invoice[]> {
  const rows = await here(doing)
    .db.selectFrom('invoices.invoice')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('number', 'desc')
    .execute()
  return whole(doing, rows)
}

/** Invoices with their lines, what was decided about each, and how far they are paid: in a few queries. */
export async function whole(doing: Doing, rows: readonly InvoiceRow[]): Promise<readonly Invoice[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const lines = await linesOf(doing, ids)
  const notes = await here(doing)
    .db.selectFrom('invoices.paid_note')
    .selectAll()
    .where('invoice_id', 'in', ids)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  const payments = await paymentsOf(doing, ids)
  const credits = await creditNotesOf(doing, ids)
  return rows.map(row => ({
    ...headOf(row),
    lines: lines.filter(one => one.invoice === row.id).map(one => withCredits(one.line, credits)),
    creditNotes: credits.filter(one => one.invoice === row.id).map(one => one.note),
    paidNotes: notes
      .filter(one => one.invoice_id === row.id)
      .map(one => ({ on: one.on_day, amount: one.amount, by: one.noted_by_name, notedOn: one.noted_on })),
    payments: payments.filter(one => one.invoice === row.id),
  }))
}

const headOf = (row: InvoiceRow) => ({
  id: row.id,
  reference: row.reference,
  number: row.number,
  organisation: row.organisation_id,
  person: row.person_id,
  agreement: row.agreement_id,
  thirdParty: row.third_party_id,
  supplier: row.supplier,
  supplierKey: row.supplier_key,
  address: row.address,
  theirs: row.theirs,
  datedOn: row.dated_on,
  dueOn: row.due_on,
  from: row.from_on,
  until: row.until_on,
  total: row.total,
  file: row.file_id,
  enteredBy: row.entered_by,
  enteredByName: row.entered_by_name,
  enteredAs: row.entered_as,
  enteredOn: row.entered_on,
})

async function paymentsOf(doing: Doing, ids: readonly InvoiceId[]) {
  const { rows } = await sql<Payment & { invoice: InvoiceId }>`
    select invoice_id as invoice, obligation_id as obligation, instruction_id as instruction, run_id as run,
      run_number as "runNumber", amount, credited, leaves_on as "leavesOn", released_on as "releasedOn",
      returned_on as "returnedOn", returned_because as "returnedBecause"
    from invoices.payments_of(${[...ids]}::uuid[])`.execute(doing.transaction)
  return rows
}

type Found = { readonly invoice: InvoiceId; readonly line: Omit<Line, 'credited'> }

const withCredits = (line: Found['line'], credits: Awaited<ReturnType<typeof creditNotesOf>>): Line => ({
  ...line,
  credited: plus(
    nothing,
    ...credits.flatMap(({ note }) =>
      note.lines.filter(one => one.line === line.id).map(({ amount }) => amount),
    ),
  ),
})

const shortTime = (time: string | null): string | null => time?.slice(0, 5) ?? null

async function linesOf(doing: Doing, ids: readonly InvoiceId[]): Promise<readonly Found[]> {
  const rows = await here(doing)
    .db.selectFrom('invoices.line as l')
    .leftJoin('invoices.decision as d', 'd.line_id', 'l.id')
    .leftJoin('invoices.settlement as s', 's.line_id', 'l.id')
    .selectAll('l')
    .select(['d.accepted', 'd.disputed', 'd.because', 'd.pays', 'd.findings', 'd.set_apart'])
    .select(['d.obligation_id', 'd.decided_by_name', 'd.decided_on'])
    .select(['s.outcome', 's.paid', 's.credited', 's.refused', 's.credit_note', 's.settled_by_name'])
    .select(['s.because as settled_because', 's.obligation_id as settled_obligation', 's.settled_on'])
    .where('l.invoice_id', 'in', ids)
    .orderBy('l.place')
    .execute()
  return rows.map(row => ({
    invoice: row.invoice_id,
    line: {
      id: row.id,
      place: row.place,
      says: row.says,
      on: row.on_day,
      begins: shortTime(row.begins),
      ends: shortTime(row.ends),
      units: row.units,
      unit: row.unit,
      rate: row.rate,
      amount: row.amount,
      lineKey: row.line_key,
      decided: decidedIn(row),
      settled: settledIn(row),
    },
  }))
}

type Nullable<Row> = { readonly [Name in keyof Row]: Row[Name] | null }
type DecidedRow = Nullable<{
  accepted: NonNullable<Line['decided']>['accepted']
  disputed: NonNullable<Line['decided']>['disputed']
  because: string
  pays: NonNullable<Line['decided']>['pays']
  findings: unknown
  set_apart: NonNullable<Line['decided']>['setApart']
  obligation_id: NonNullable<Line['decided']>['obligation']
  decided_by_name: string
  decided_on: NonNullable<Line['decided']>['on']
}>

function decidedIn(row: DecidedRow): Line['decided'] {
  const { accepted, disputed, pays, set_apart: setApart, decided_on: on } = row
  if (accepted === null || disputed === null || pays === null || setApart === null || on === null) return null
  return {
    accepted,
    disputed,
    because: row.because ?? '',
    pays,
    findings: row.findings as NonNullable<Line['decided']>['findings'],
    setApart,
    obligation: row.obligation_id,
    by: row.decided_by_name ?? '',
    on,
  }
}

type SettledRow = Nullable<{
  outcome: NonNullable<Line['settled']>['outcome']
  paid: NonNullable<Line['settled']>['paid']
  credited: NonNullable<Line['settled']>['paid']
  refused: NonNullable<Line['settled']>['paid']
  credit_note: string
  settled_because: string
  settled_obligation: NonNullable<Line['settled']>['obligation']
  settled_by_name: string
  settled_on: NonNullable<Line['settled']>['on']
}>

function settledIn(row: SettledRow): Line['settled'] {
  const { outcome, paid, credited, refused, settled_on: on } = row
  if (outcome === null || paid === null || credited === null || refused === null || on === null) return null
  return {
    outcome,
    paid,
    credited,
    refused,
    creditNote: row.credit_note,
    because: row.settled_because ?? '',
    obligation: row.settled_obligation,
    by: row.settled_by_name ?? '',
    on,
  }
}
