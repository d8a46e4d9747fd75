import { look, may, type Route } from '../access/public.ts'
import type { OrganisationId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { decideSupplierAccount, giveSupplierAccount } from './actions/supplier-accounts.ts'
import { supplierForm } from './forms.ts'
import { suppliersPage } from './pages/suppliers.tsx'
import { openSuppliers, supplierAccounts } from './queries/suppliers.ts'
import { decideSupplierSays, type GiveSupplierReason, giveSupplierSays } from './rules/supplier.ts'

const organisationOf = (doing: Doing): OrganisationId | null => doing.actor.roles[0]?.organisation ?? null

/** The accounts; the numbers of those that wait, for whoever may check them, with the look written down. */
async function show(doing: Doing, typed: Typed = {}, errors: readonly FieldError[] = []): Promise<Answer> {
  const organisation = organisationOf(doing)
  if (organisation === null) return notFound
  const mayChange = may(doing, 'payments.prepare')
  const accounts = await supplierAccounts(doing, organisation)
  const waiting = accounts.filter(({ decided, closed_on }) => decided === null && closed_on === null)
  const ids = mayChange ? waiting.map(({ id }) => id) : []
  const numbers = await openSuppliers(doing, ids)
  for (const id of numbers.keys())
    await look(doing, { page: 'supplier-account-opened', organisation, person: null, to: id })
  return suppliersPage({
    accounts: accounts.map(account => ({
      ...account,
      numbers: numbers.get(account.id) ?? null,
      own: account.given_by !== null && account.given_by === doing.actor.id,
    })),
    mayChange,
    typed,
    errors,
  })
}

const fieldOf: Partial<Record<GiveSupplierReason, string>> = {
  'name-missing': 'supplier',
  'not-an-account': 'sortCode',
  'numbers-do-not-fit': 'accountNumber',
  'given-already': 'accountNumber',
}

async function give(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const organisation = organisationOf(doing)
  const read = supplierForm.read(typed)
  if (organisation === null) return notFound
  if (!read.ok) return show(doing, typed, read.errors)
  const given = await giveSupplierAccount(doing, { organisation, ...read.value })
  if (given.done) return '/payments/suppliers'
  const errors = given.because.map(reason => ({
    field: fieldOf[reason] ?? 'supplier',
    says: giveSupplierSays[reason],
  }))
  return show(doing, typed, errors)
}

async function decide(doing: Doing, { at, form: typed }: Asked): Promise<Answer> {
  const organisation = organisationOf(doing)
  const account = at['account'] ?? ''
  if (organisation === null) return notFound
  const made = await decideSupplierAccount(doing, {
    organisation,
    account,
    decided: one(typed, 'decided') === 'approved' ? 'approved' : 'refused',
    because: one(typed, `because-${account}`).slice(0, 300),
  })
  if (made.done) return '/payments/suppliers'
  if (made.because.includes('account-not-found')) return notFound
  const says = made.because.map(reason => ({
    field: `because-${account}`,
    says: decideSupplierSays[reason],
  }))
  return show(doing, typed, says)
}

/** The accounts of suppliers that the NHS pays itself. */
export const supplierRoutes: readonly Route[] = [
  { at: 'GET /payments/suppliers', allow: 'payments.read', handle: doing => show(doing) },
  { at: 'POST /payments/suppliers', allow: 'payments.prepare', handle: give },
  { at: 'POST /payments/suppliers/:account/decision', allow: 'payments.prepare', handle: decide },
]
