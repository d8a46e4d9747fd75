import { look, may, type Route } from '../access/public.ts'
import { newestAgreement } from '../agreements/public.ts'
import type { PlainDate } from '../kernel/days.ts'
import { readId, readReference } from '../kernel/ids.ts'
import type { OrganisationId } from '../people/public.ts'
import { personShown } from '../people/public.ts'
import { linesOn } from '../plans/public.ts'
import type { Doing } from '../platform/doing.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { decideProposal, decideSays } from './actions/decide-proposal.ts'
import { endRepeat, endRepeatSays, payAgain, type UseReason } from './actions/pay-again.ts'
import {
  mayPropose,
  type NewProposal,
  type ProposeReason,
  paidPart,
  propose,
  proposeSays,
} from './actions/propose.ts'
import { proposalPage } from './pages/proposal.tsx'
import { newProposalPage, proposalsPage } from './pages/proposals.tsx'
import {
  againForm,
  answerForm,
  emergencyForm,
  endForm,
  oneOffForm,
  repeatForm,
  whatForm,
} from './proposal-forms.ts'
import { advancesOf } from './queries/advances.ts'
import { littleOn, type ProposalShown, proposalAt, proposalsOf, usesOf } from './queries/proposals.ts'
import { sayStop, sayWarning, type UseStop, type UseWarning, useStops, useWarnings } from './rules/ceiling.ts'
import { countedUses, repeatFrom } from './rules/repeats.ts'
import { type ProposalKind, proposalKinds } from './types.ts'

const organisationOf = (doing: Doing): OrganisationId | null => doing.actor.roles[0]?.organisation ?? null
type Filled = { readonly typed?: Typed; readonly errors?: readonly FieldError[] }

async function list(doing: Doing, { typed = {}, errors = [] }: Filled = {}): Promise<Answer> {
  const organisation = organisationOf(doing)
  if (organisation === null) return notFound
  const kinds = proposalKinds.filter(kind => mayPropose(doing, kind))
  return proposalsPage({ proposals: await proposalsOf(doing, organisation), kinds, typed, errors })
}

/** Where it goes on: the page of what was chosen, for the budget that was named. */
async function begin(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const read = whatForm.read(typed)
  if (!read.ok) return list(doing, { typed, errors: read.errors })
  const reference = readReference(read.value.reference)
  const known = reference !== null && (await newestAgreement(doing, reference)) !== null
  if (known) return `/payments/proposals/new/${read.value.what}/${reference}`
  return list(doing, { typed, errors: [{ field: 'reference', says: proposeSays['no-agreement'] }] })
}

const whatIn = (doing: Doing, { at }: Asked): ProposalKind | null =>
  proposalKinds.find(kind => kind === at['what'] && mayPropose(doing, kind)) ?? null

async function showNew(doing: Doing, asked: Asked, { typed = {}, errors = [] }: Filled): Promise<Answer> {
  const [what, reference] = [whatIn(doing, asked), readReference(asked.at['reference'] ?? '')]
  const agreement = reference === null ? null : await newestAgreement(doing, reference)
  if (what === null || reference === null || agreement === null) return notFound
  const person = await personShown(doing, agreement.person_id)
  if (person === null) return notFound
  const part = what === 'repeat' ? 'notional' : paidPart(agreement)
  const own = (await linesOn(doing, reference, doing.today)).filter(({ way }) => way === part)
  await look(doing, {
    page: 'payment-proposal-new',
    organisation: agreement.organisation_id,
    person: agreement.person_id,
  })
  const options = own.map(({ line_key, says }) => ({ value: line_key, label: says }))
  return newProposalPage({ what, reference, name: person.fullName, lines: options, typed, errors })
}

const forms = { 'one-off': oneOffForm, emergency: emergencyForm, repeat: repeatForm } as const
const fieldOf: Partial<Record<ProposeReason, string>> = {
  'say-why': 'because',
  'parts-missing': 'parts',
  'past-the-year': 'parts',
  'floor-missing': 'floor',
  'no-supplier': 'supplier',
  'no-such-line': 'line',
  'not-the-holders-line': 'line',
  'times-missing': 'mostTimes',
  'ends-before-it-begins': 'until-day',
}

async function add(doing: Doing, asked: Asked): Promise<Answer> {
  const [what, reference] = [whatIn(doing, asked), readReference(asked.at['reference'] ?? '')]
  if (what === null || reference === null) return notFound
  const typed = asked.form
  const read = forms[what](doing.today).read(typed)
  if (!read.ok) return showNew(doing, asked, { typed, errors: read.errors })
  const proposed = await propose(doing, { reference, what, ...read.value } as NewProposal)
  if (proposed.done) return `/payments/proposals/${proposed.value}`
  const errors = proposed.because.map(reason => ({
    field: fieldOf[reason] ?? 'amount',
    says: proposeSays[reason],
  }))
  return showNew(doing, asked, { typed, errors })
}

/** Hands a handler the proposal that the address names; one that may not be seen is not found. */
const ofProposal =
  (handle: (doing: Doing, proposal: ProposalShown, asked: Asked) => Promise<Answer>) =>
  async (doing: Doing, asked: Asked): Promise<Answer> => {
    const id = readId<'proposed payment'>(asked.at['proposal'] ?? '')
    const proposal = id === null ? null : await proposalAt(doing, id)
    return proposal === null ? notFound : handle(doing, proposal, asked)
  }

type Wrong = Filled & { readonly warnings?: readonly UseWarning[]; readonly on?: PlainDate }

async function show(doing: Doing, proposal: ProposalShown, wrong: Wrong = {}): Promise<Answer> {
  const { typed = {}, errors = [], warnings = [], on = doing.today } = wrong
  const { organisation_id: organisation, person_id: person } = proposal
  await look(doing, { page: 'payment-proposal-read', organisation, person, to: proposal.id })
  const advances = await advancesOf(doing, { reference: proposal.reference })
  const repeat = repeatFrom(proposal, await littleOn(doing, organisation, on))
  const lines = await linesOn(doing, proposal.reference, proposal.from_on)
  return proposalPage({
    proposal,
    line: lines.find(({ line_key }) => line_key === proposal.line_key)?.says ?? null,
    uses: await usesOf(doing, proposal.id),
    advance: advances.find(({ proposal: id }) => id === proposal.id) ?? null,
    may: {
      use: may(doing, 'payments.prepare'),
      agree: may(doing, 'payments.release') && proposal.who !== doing.actor.id,
    },
    warned: warnings.map(warning => ({ warning, says: sayWarning(warning, repeat) })),
    typed,
    errors,
  })
}

const decide = ofProposal(async (doing, proposal, { form: typed }) => {
  const read = answerForm.read(typed)
  if (!read.ok) return show(doing, proposal, { typed, errors: read.errors })
  const { agreed, why } = read.value
  const decided = await decideProposal(doing, proposal.id, { agreed, because: why })
  if (decided.done) return `/payments/proposals/${proposal.id}`
  const errors = decided.because.map(reason => ({ field: 'why', says: decideSays[reason] }))
  return show(doing, proposal, { typed, errors })
})

const others = {
  'not-found': 'There is no such agreement ahead.',
  'role-may-not': 'Only a finance officer may do this.',
  'not-owed': 'It could not be written down as owed.',
} as const
const isStop = (reason: UseReason): reason is UseStop => useStops.some(one => one === reason)
const isWarning = (reason: UseReason): reason is UseWarning => useWarnings.some(one => one === reason)

const use = ofProposal(async (doing, proposal, { form: typed }) => {
  const read = againForm(doing.today).read(typed)
  if (!read.ok) return show(doing, proposal, { typed, errors: read.errors })
  const { sum, number, ...given } = read.value
  const used = await payAgain(doing, proposal.id, { ...given, amount: sum, theirReference: number })
  if (used.done) return `/payments/proposals/${proposal.id}`
  const [repeat, uses] = [repeatFrom(proposal), countedUses(await usesOf(doing, proposal.id))]
  const warnings = used.because.filter(isWarning)
  const errors = used.because.flatMap(reason => {
    if (isWarning(reason)) return []
    return [{ field: 'sum', says: isStop(reason) ? sayStop(reason, repeat, uses) : others[reason] }]
  })
  const first = { field: 'looked', says: 'Look at the warning, then tick that you have' }
  const all = warnings.length > 0 ? [...errors, first] : errors
  return show(doing, proposal, { typed, warnings, on: given.on, errors: all })
})

const end = ofProposal(async (doing, proposal, { form: typed }) => {
  const read = endForm.read(typed)
  if (!read.ok) return show(doing, proposal, { typed, errors: read.errors })
  const ended = await endRepeat(doing, proposal.id, read.value.ending)
  if (ended.done) return `/payments/proposals/${proposal.id}`
  const errors = ended.because.map(reason => ({ field: 'ending', says: endRepeatSays[reason] }))
  return show(doing, proposal, { typed, errors })
})

/** What one person proposes to pay and another agrees to. */
export const proposalRoutes: readonly Route[] = [
  { at: 'GET /payments/proposals', allow: 'payments.read', handle: doing => list(doing) },
  { at: 'POST /payments/proposals', allow: 'payments.propose', handle: begin },
  {
    at: 'GET /payments/proposals/new/:what/:reference',
    allow: 'payments.propose',
    handle: (doing, asked) => showNew(doing, asked, {}),
  },
  { at: 'POST /payments/proposals/new/:what/:reference', allow: 'payments.propose', handle: add },
  {
    at: 'GET /payments/proposals/:proposal',
    allow: 'payments.read',
    handle: ofProposal((doing, proposal) => show(doing, proposal)),
  },
  { at: 'POST /payments/proposals/:proposal/decision', allow: 'payments.release', handle: decide },
  { at: 'POST /payments/proposals/:proposal/uses', allow: 'payments.prepare', handle: use },
  { at: 'POST /payments/proposals/:proposal/ending', allow: 'payments.prepare', handle: end },
]
