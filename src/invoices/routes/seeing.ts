import { isStaff, look } from '../../access/public.ts'
import { personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Asked, FieldError, Page, Typed } from '../../platform/route.ts'
import { type Budget, budgetOf } from '../queries/budget.ts'
import { invoiceOf } from '../queries/invoices.ts'
import type { Invoice } from '../types.ts'

/** As what somebody looks: a supplier sees its own papers only, and never the budget. */
export type Viewer = 'staff' | 'holder' | 'third-party' | 'supplier'
type Strip = { readonly person?: NonNullable<Page['person']> }
export type Seen = {
  readonly budget: Budget
  readonly viewer: Exclude<Viewer, 'supplier'>
  readonly strip: Strip
}
export type SeenInvoice = {
  readonly invoice: Invoice
  readonly budget: Budget | null
  readonly viewer: Viewer
  readonly strip: Strip
}
export type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }
export const nothingWrong: Wrong = { typed: {}, errors: [] }

async function stripOf(doing: Doing, budget: Budget): Promise<Strip> {
  const person = await personShown(doing, budget.person)
  return person === null
    ? { person: { name: budget.personName, details: [] } }
    : { person: { ...personStrip(person, doing.today), href: `/cases/${budget.reference}` } }
}

/** The budget of an address for those who may see its invoices, the look written down; else null. */
export async function seen(doing: Doing, { at }: Asked, page: string): Promise<Seen | null> {
  const budget = await budgetOf(doing, at['reference'] ?? '')
  if (budget === null) return null
  const { organisation, person, reference } = budget
  await look(doing, { page, organisation, person, details: { budget: reference } })
  const viewer = budget.ours ? 'third-party' : isStaff(doing.actor) ? 'staff' : 'holder'
  return { budget, viewer, strip: await stripOf(doing, budget) }
}

/** One invoice of an address, for those who may see it; else null. */
export async function seenOne(doing: Doing, asked: Asked, page: string): Promise<SeenInvoice | null> {
  const number = /^\d{1,6}$/.exec(asked.at['number'] ?? '')?.[0]
  const invoice = number ? await invoiceOf(doing, asked.at['reference'] ?? '', Number(number)) : null
  if (invoice === null) return null
  const all = await seen(doing, asked, page)
  if (all !== null) return { invoice, ...all }
  const { organisation, person, reference, id } = invoice
  await look(doing, { page, organisation, person, to: id, details: { budget: reference } })
  return { invoice, budget: null, viewer: 'supplier', strip: {} }
}
