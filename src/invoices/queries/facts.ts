import { sql } from 'kysely'
import { type ApprovedHours, approvedHours } from '../../employment/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { addDays } from '../../kernel/days.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { checksOf } from '../rules/checks.ts'
import type { Elsewhere, LineFacts, Twin } from '../rules/line-facts.ts'
import { around, budgetFor, type DatedLine, planLineOn } from '../rules/plan.ts'
import type { Figures } from '../rules/settings.ts'
import { type Span, spanFor, spanOf } from '../rules/spans.ts'
import { here } from '../tables.ts'
import type { Found, Invoice, InvoiceLineId, Line } from '../types.ts'
import { type Budget, figuresOf, planLines } from './budget.ts'

type Other = {
  readonly id: InvoiceLineId
  readonly invoice: string
  readonly number: number
  readonly supplier: string
  readonly key: string
  readonly theirs: string
  readonly on: PlainDate
  readonly begins: string | null
  readonly ends: string | null
  readonly unit: string
  readonly units: bigint
  readonly lineKey: string | null
  /** What of it counts against the plan's line: what was not refused. */
  readonly counts: Pence
}

/** The lines of a budget's other invoices that could stand for the same, or use the same line of the plan. */
async function otherLines(doing: Doing, { id, reference, from, until }: Invoice, days: number) {
  const near = around({ from, until }, days)
  const { rows } = await sql<Other>`
    select l.id, i.id as invoice, i.number, i.supplier, i.supplier_key as key, i.theirs, l.on_day as "on",
      to_char(l.begins, 'HH24:MI') as begins, to_char(l.ends, 'HH24:MI') as ends, l.unit, l.units,
      l.line_key as "lineKey",
      (case when s.line_id is not null then d.accepted + s.paid else l.amount end - coalesce(
        (select sum(c.amount) from invoices.credit_line c where c.line_id = l.id), 0))::bigint as counts
    from invoices.line l join invoices.invoice i on i.id = l.invoice_id
      left join invoices.decision d on d.line_id = l.id
      left join invoices.settlement s on s.line_id = l.id
    where i.reference = ${reference} and i.id <> ${id}
      and l.on_day between ${near.from}::date and ${near.until}::date
    order by i.number, l.place`.execute(doing.transaction)
  return rows
}

async function sameNumber(doing: Doing, one: Invoice): Promise<PlainDate | null> {
  const row = await here(doing)
    .db.selectFrom('invoices.invoice as i')
    .innerJoin('invoices.invoice as own', 'own.theirs_key', 'i.theirs_key')
    .select('i.entered_on')
    .where('own.id', '=', one.id)
    .where('i.reference', '=', one.reference)
    .where('i.supplier_key', '=', one.supplierKey)
    .where('i.number', '<', one.number)
    .orderBy('i.number')
    .limit(1)
    .executeTakeFirst()
  return row?.entered_on ?? null
}

const spanIn = (line: Pick<Line, 'on' | 'begins' | 'ends'>): Span | null =>
  line.begins === null || line.ends === null ? null : spanOf(line.on, line.begins, line.ends)

const ofAssistant = ({ assistant, on, begins, hours }: ApprovedHours): Elsewhere => ({
  who: assistant,
  on,
  span: begins === null ? null : spanFor(on, begins, hours),
})

type Known = {
  readonly invoice: Invoice
  readonly budget: Budget
  readonly plan: readonly DatedLine[]
  readonly figures: Figures
  readonly others: readonly Other[]
  readonly assistants: readonly Elsewhere[]
  readonly sameNumberOn: PlainDate | null
}

const same = (line: Line, other: Other): boolean =>
  other.on === line.on &&
  other.unit === line.unit &&
  other.units === line.units &&
  other.lineKey === line.lineKey

const twinsOf = ({ invoice, others }: Known, line: Line): readonly Twin[] =>
  others
    .filter(other => other.number < invoice.number && other.counts > nothing)
    .filter(other => other.key === invoice.supplierKey && same(line, other))
    .map(other => ({
      number: other.theirs,
      sameTime: line.begins !== null && other.begins === line.begins && other.ends === line.ends,
    }))

/** What of the plan's line others have used in the period, and what lines of this invoice before it do. */
function usedBefore({ invoice, others }: Known, line: Line): Pence {
  const inPeriod = ({ on }: { readonly on: PlainDate }) => on >= invoice.from && on <= invoice.until
  const elsewhere = others.filter(one => one.lineKey === line.lineKey && inPeriod(one))
  const here = invoice.lines.filter(one => one.lineKey === line.lineKey && one.place < line.place)
  return plus(nothing, ...elsewhere.map(one => one.counts), ...here.map(one => one.amount))
}

function factsOf(known: Known, line: Line): LineFacts {
  const { invoice, budget, plan, figures } = known
  const period = { from: invoice.from, until: invoice.until }
  return {
    on: line.on,
    unit: line.unit,
    rate: line.rate,
    amount: line.amount,
    span: spanIn(line),
    plan: planLineOn(plan, line.lineKey, line.on),
    sameNumberOn: known.sameNumberOn,
    twins: twinsOf(known, line),
    others: known.others
      .filter(other => other.key !== invoice.supplierKey && other.counts > nothing)
      .map(other => ({ who: other.supplier, on: other.on, span: spanIn(other) })),
    assistants: known.assistants,
    budget: budgetFor(plan, line.lineKey, period),
    used: usedBefore(known, line),
    period,
    agreed: { from: budget.from, until: budget.endsOn },
    diedOn: budget.diedOn,
    figures,
  }
}

/**
 * What is found today of each line of an invoice that nobody has decided about; of the others what was found
 * when somebody did. By the line's id, the heaviest first.
 */
export async function findingsOf(
  doing: Doing,
  invoice: Invoice,
  budget: Budget,
): Promise<ReadonlyMap<InvoiceLineId, readonly Found[]>> {
  const open = invoice.lines.some(line => line.decided === null)
  const known = open ? await knownOf(doing, invoice, budget) : null
  return new Map(
    invoice.lines.map(line => [
      line.id,
      line.decided?.findings ?? (known === null ? [] : checksOf(factsOf(known, line))),
    ]),
  )
}

async function knownOf(doing: Doing, invoice: Invoice, budget: Budget): Promise<Known> {
  const figures = await figuresOf(doing, invoice.organisation, invoice.datedOn)
  const days = invoice.lines.map(({ on }) => on).sort()
  const between = {
    from: addDays(days[0] ?? invoice.from, -1),
    until: addDays(days.at(-1) ?? invoice.until, 1),
  }
  return {
    invoice,
    budget,
    plan: await planLines(doing, budget.reference),
    figures,
    others: await otherLines(doing, invoice, figures['invoices-same-days']),
    assistants: (await approvedHours(doing, invoice.reference, between)).map(ofAssistant),
    sameNumberOn: await sameNumber(doing, invoice),
  }
}
