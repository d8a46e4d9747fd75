import { may, type Route } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { openFile } from '../../platform/files.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, notAllowed, notFound } from '../../platform/route.ts'
import { mayDecide } from '../actions/kept.ts'
import { notePaid } from '../actions/note-paid.ts'
import { paidForm } from '../forms.ts'
import { invoicePage } from '../pages/invoice.tsx'
import { figuresOf, planLines } from '../queries/budget.ts'
import { findingsOf } from '../queries/facts.ts'
import { entriesFor, lettersFor } from '../queries/story.ts'
import { type PaidProblem, paidSays } from '../rules/deciding.ts'
import { lineNames } from '../rules/plan.ts'
import { nothingWrong, type SeenInvoice, seenOne, type Wrong } from './seeing.ts'

const doneSays: Readonly<Record<string, string>> = {
  entered: 'The invoice is entered. Somebody of the ICB checks it line by line.',
  decided: 'Decided. What was accepted is paid by the next payment run.',
  settled: 'The dispute is settled, and the supplier is told by letter.',
  paid: 'Noted.',
  credited: 'The credit note is entered. It comes off the next payment, and the supplier is told by letter.',
}

const backOf = ({ viewer, invoice }: SeenInvoice): string =>
  viewer === 'supplier' ? '/invoices?show=all' : `/invoices/${invoice.reference}`

async function show(
  doing: Doing,
  found: SeenInvoice,
  wrong: Wrong & { readonly done?: string },
): Promise<Answer> {
  const { invoice, budget, viewer, strip } = found
  const figures = await figuresOf(doing, invoice.organisation, invoice.datedOn)
  const hidden = budget === null
  return invoicePage({
    invoice,
    findings: hidden ? null : await findingsOf(doing, invoice, budget),
    figures,
    planNames: hidden ? new Map() : lineNames(await planLines(doing, budget.reference)),
    letters: hidden ? [] : await lettersFor(doing, invoice),
    entries: viewer === 'staff' || viewer === 'holder' ? await entriesFor(doing, invoice) : [],
    seesRuns: may(doing, 'payments.read'),
    mayDecide: mayDecide(doing, invoice),
    ownEntry: invoice.enteredBy !== null && invoice.enteredBy === doing.actor.id,
    mayNotePaid: viewer !== 'supplier' && may(doing, 'invoices.note-paid'),
    back: backOf(found),
    ...strip,
    ...wrong,
  })
}

async function showOne(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seenOne(doing, asked, 'invoice')
  if (found === null) return notFound
  const done = doneSays[one(asked.query, 'done')]
  return show(doing, found, { ...nothingWrong, ...(done === undefined ? {} : { done }) })
}

async function paper(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seenOne(doing, asked, 'invoice-paper')
  const file = found?.invoice.file ?? null
  return file === null ? notFound : ((await openFile(doing, file)) ?? notFound)
}

const paidAt = (problem: PaidProblem): string => (problem === 'in-the-future' ? 'on-day' : 'amount')

async function paid(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seenOne(doing, asked, 'invoice')
  if (found === null) return notFound
  if (found.viewer === 'supplier') return notAllowed
  const read = paidForm(doing.today).read(asked.form)
  if (!read.ok) return show(doing, found, { typed: asked.form, errors: read.errors })
  const { reference, number } = found.invoice
  const noted = await notePaid(doing, { reference, number, ...read.value })
  if (noted.done) return `/invoices/${reference}/${number}?done=paid`
  const errors = noted.because.flatMap(reason =>
    reason === 'invoice-not-found' ? [] : [{ field: paidAt(reason), says: paidSays[reason] }],
  )
  return show(doing, found, { typed: asked.form, errors })
}

const at = '/invoices/:reference/:number' as const
export const oneRoutes: readonly Route[] = [
  { at: `GET ${at}`, allow: 'invoices.read', handle: showOne },
  { at: `GET ${at}/paper`, allow: 'invoices.read', handle: paper },
  { at: `POST ${at}/payment`, allow: 'invoices.note-paid', handle: paid },
]
