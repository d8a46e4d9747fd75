import { look, may, type Route } from '../access/public.ts'
import { seesBank } from '../agreements/public.ts'
import { readId, readReference } from '../kernel/ids.ts'
import { sayMoney } from '../kernel/money.ts'
import { figureRoutes, type OrganisationId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { findAsked, pageAsked } from '../platform/paging.ts'
import { type Answer, type Asked, notFound, type Typed } from '../platform/route.ts'
import { noteReturned, returnSays } from './actions/note-returned.ts'
import { prepareRun, prepareSays } from './actions/prepare-run.ts'
import { payerOn, setPayer } from './actions/set-payer.ts'
import { kindAsked, payerForm, prepareForm, returnForm } from './forms.ts'
import { holderPage } from './pages/holder.tsx'
import { overviewPage } from './pages/overview.tsx'
import { payerPage, returnPage } from './pages/payer.tsx'
import { payingRoutes } from './paying-routes.ts'
import { proposalRoutes } from './proposal-routes.ts'
import { checksWaiting } from './queries/checks.ts'
import { holderView } from './queries/holder.ts'
import { overview } from './queries/overview.ts'
import { settingNames } from './rules/settings.ts'
import { runRoutes } from './run-routes.ts'
import { supplierRoutes } from './supplier-routes.ts'
import { here } from './tables.ts'
import type { InstructionId } from './types.ts'
import { wagesRoutes } from './wages-routes.ts'

/** The organisation whose payments somebody sees: that of their role. */
const organisationOf = (doing: Doing): OrganisationId | null => doing.actor.roles[0]?.organisation ?? null

async function showOverview(
  doing: Doing,
  { query = {}, ...wrong }: { query?: Typed; typed?: Typed; errors?: OverviewErrors } = {},
): Promise<Answer> {
  const organisation = organisationOf(doing)
  if (organisation === null) return notFound
  const due = { kind: kindAsked(query), find: findAsked(query), page: pageAsked(query) }
  const view = await overview(doing, organisation, { due, runsPage: pageAsked(query, 'runs') })
  const mayPrepare = may(doing, 'payments.prepare')
  return overviewPage({ view, today: doing.today, mayPrepare, query, ...wrong })
}
type OverviewErrors = readonly { readonly field: string; readonly says: string }[]

async function prepare(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const organisation = organisationOf(doing)
  const read = prepareForm(doing.today).read(typed)
  if (!read.ok || organisation === null)
    return showOverview(doing, { typed, errors: read.ok ? [] : read.errors })
  const run = await prepareRun(doing, { organisation, until: read.value.until })
  if (run.done) return `/payments/runs/${run.value.run}`
  const errors = run.because.map(reason => ({ field: 'until-day', says: prepareSays[reason] }))
  return showOverview(doing, { typed, errors })
}

async function showPayer(doing: Doing, typed: Typed = {}, errors: OverviewErrors = []): Promise<Answer> {
  const organisation = organisationOf(doing)
  if (organisation === null) return notFound
  const now = await payerOn(doing, organisation, doing.today)
  const kind = { fileKind: now?.file_kind ?? 'pain.001.001.09' }
  return payerPage({
    typed: { ...kind, ...typed },
    errors,
    now: now && { name: now.name_on_account, ending: now.ending, fileKind: now.file_kind },
  })
}

const payerSays = {
  'role-may-not': 'Only a finance officer may set the account.',
  'set-for-that-day': 'An account is set for that day already. Choose a later day',
  'no-user-number': 'Enter the Bacs user number',
  'not-an-account': 'Check the sort code and the account number',
} as const

async function changePayer(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const organisation = organisationOf(doing)
  const read = payerForm(doing.today).read(typed)
  if (!read.ok || organisation === null) return showPayer(doing, typed, read.ok ? [] : read.errors)
  const { fileKind, ...given } = read.value
  const set = await setPayer(doing, { organisation, ...given, ...(fileKind === null ? {} : { fileKind }) })
  if (set.done) return '/payments'
  return showPayer(
    doing,
    typed,
    set.because.map(reason => ({
      field: reason === 'no-user-number' ? 'userNumber' : 'from-day',
      says: payerSays[reason],
    })),
  )
}

async function forHolder(doing: Doing, { at }: Asked): Promise<Answer> {
  const reference = readReference(at['reference'] ?? '')
  const view = reference === null ? null : await holderView(doing, reference)
  if (view === null) return notFound
  await look(doing, {
    page: 'payments-read',
    organisation: view.organisation,
    person: view.person.id,
    details: { reference: view.reference },
  })
  const bank = await seesBank(doing, { person: view.person.id, organisation: view.organisation })
  const found = await checksWaiting(doing, view.reference)
  const checks = found.filter(({ what }) => bank || what === 'unusually-large')
  return holderPage(view, { today: doing.today, checks })
}

async function paymentAt(doing: Doing, { at }: Asked) {
  const id = readId<'payment instruction'>(at['instruction'] ?? '')
  if (id === null) return null
  const row = await here(doing)
    .db.selectFrom('payments.instruction_shown')
    .selectAll()
    .where('id', '=', id)
    .where('released_on', 'is not', null)
    .executeTakeFirst()
  return row ?? null
}

async function showReturn(doing: Doing, asked: Asked): Promise<Answer> {
  const payment = await paymentAt(doing, asked)
  if (payment === null) return notFound
  await look(doing, {
    page: 'payment-read',
    organisation: payment.organisation_id,
    person: payment.person_id,
    to: payment.id,
    details: { amount: sayMoney(payment.amount) },
  })
  return returnPage({ typed: {}, errors: [], payment })
}

async function cameBack(doing: Doing, asked: Asked): Promise<Answer> {
  const payment = await paymentAt(doing, asked)
  if (payment === null) return notFound
  const read = returnForm(doing.today).read(asked.form)
  if (!read.ok) return returnPage({ typed: asked.form, errors: read.errors, payment })
  const noted = await noteReturned(doing, { instruction: payment.id as InstructionId, ...read.value })
  if (noted.done) return `/payments/runs/${payment.run_id}`
  const errors = noted.because.map(reason => ({ field: 'on-day', says: returnSays[reason] }))
  return returnPage({ typed: asked.form, errors, payment })
}

const figures = figureRoutes({
  at: '/payments/settings',
  back: '/payments',
  title: 'Figures for payments',
  facts: settingNames,
  see: 'people.figures-read',
  set: 'people.figures-set',
})

/** Money out. What somebody may not see is not found; who may not do a thing is told so at the door. */
export const routes: readonly Route[] = [
  {
    at: 'GET /payments',
    allow: 'payments.read',
    handle: (doing, { query }) => showOverview(doing, { query }),
  },
  { at: 'POST /payments/runs', allow: 'payments.prepare', handle: prepare },
  { at: 'GET /payments/payer', allow: 'payments.prepare', handle: doing => showPayer(doing) },
  { at: 'POST /payments/payer', allow: 'payments.prepare', handle: changePayer },
  { at: 'GET /payments/for/:reference', allow: 'payments.own', handle: forHolder },
  { at: 'GET /payments/returns/:instruction', allow: 'payments.prepare', handle: showReturn },
  { at: 'POST /payments/returns/:instruction', allow: 'payments.prepare', handle: cameBack },
  ...figures,
  ...runRoutes,
  ...payingRoutes,
  ...proposalRoutes,
  ...supplierRoutes,
  ...wagesRoutes,
]
