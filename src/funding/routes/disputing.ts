import type { Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import { nothing } from '../../kernel/money.ts'
import { heldOn, type Strand, strandNames } from '../../needs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Answer, type Asked, notFound, type Typed } from '../../platform/route.ts'
import { contribute } from '../actions/contribute.ts'
import { disputedSum, disputeSays, raiseDispute, settleDispute } from '../actions/dispute.ts'
import { contributionForm, disputeForm, settlementForm } from '../forms.ts'
import { contributionPage, disputePage, settlementPage } from '../pages/part-forms.tsx'
import { disputesOf } from '../queries/facts.ts'
import { contributionSays } from '../rules/contribution.ts'
import { bodyNames, type Funded, ownBody } from '../showing.ts'
import type { Recharged } from '../types.ts'
import { inBudget, nothingWrong, type Wrong } from './sharing.ts'

/** The parts that another body carries on the day: of the actor's own body, where it is not the board. */
function partsOf(doing: Doing, { splits, lead }: Funded) {
  const own = ownBody(doing)
  const held = heldOn(splits, doing.today)
  return (held?.shares ?? [])
    .filter(one => one.strand !== 'health' && (own === lead || one.body_id === own))
    .map(one => ({ ...one, name: `${one.line_key}/${one.strand}` }))
}

function showDispute(doing: Doing, funded: Funded, wrong: Wrong = nothingWrong): Answer {
  const parts = partsOf(doing, funded).map(one => ({
    value: one.name,
    label: `${one.says}: ${strandNames[one.strand].toLowerCase()}`,
  }))
  return disputePage({ reference: funded.reference, person: funded.strip, parts, ...wrong })
}

async function raise(doing: Doing, funded: Funded, typed: Typed): Promise<Answer> {
  const read = disputeForm(doing.today).read(typed)
  if (!read.ok) return showDispute(doing, funded, { typed, errors: read.errors })
  const { part: name, interim, ...about } = read.value
  const part = partsOf(doing, funded).find(one => one.name === name)
  if (part === undefined) {
    const errors = [{ field: 'part', says: 'Choose which part of which line is in dispute' }]
    return showDispute(doing, funded, { typed, errors })
  }
  const raised = await raiseDispute(doing, {
    ...about,
    reference: funded.reference,
    organisation: funded.lead,
    person: funded.person,
    body: part.body_id,
    key: part.line_key,
    says: part.says,
    strand: part.strand as Recharged,
    interim: interim === 'board' ? funded.lead : part.body_id,
  })
  if (raised.done) return `/funding/${funded.reference}`
  const errors = raised.because.map(because => ({ field: 'from-day', says: disputeSays[because] }))
  return showDispute(doing, funded, { typed, errors })
}

async function showSettling(
  doing: Doing,
  funded: Funded,
  { asked, wrong = nothingWrong }: { readonly asked: Asked; readonly wrong?: Wrong },
): Promise<Answer> {
  const id = asked.at['dispute']
  const one = (await disputesOf(doing, funded.reference)).find(found => found.id === id)
  if (one === undefined || ownBody(doing) !== funded.lead) return notFound
  const names = await bodyNames(doing, [one.body_id, one.organisation_id])
  return settlementPage({
    reference: funded.reference,
    person: funded.strip,
    dispute: one.id,
    says: `${one.says}, ${strandNames[one.strand].toLowerCase()}: ${one.because}`,
    body: names.get(one.body_id) ?? '',
    lead: names.get(one.organisation_id) ?? '',
    sum: await disputedSum(doing, one.id),
    ...wrong,
  })
}

async function settle(doing: Doing, funded: Funded, asked: Asked): Promise<Answer> {
  const dispute = readId<'funding dispute'>(asked.at['dispute'] ?? '')
  if (dispute === null || ownBody(doing) !== funded.lead) return notFound
  const read = settlementForm.read(asked.form)
  const again = (errors: Wrong['errors']) =>
    showSettling(doing, funded, { asked, wrong: { typed: asked.form, errors } })
  if (!read.ok) return again(read.errors)
  const { percentage: hundredths, because } = read.value
  const settled = await settleDispute(doing, { reference: funded.reference, dispute, hundredths, because })
  if (settled.done) return `/funding/${funded.reference}`
  return again(settled.because.map(reason => ({ field: 'percentage', says: disputeSays[reason] })))
}

/** A council's own lines that social care carries a part of. */
const careLines = (doing: Doing, { splits }: Funded) => {
  const own = ownBody(doing)
  return (heldOn(splits, doing.today)?.shares ?? []).filter(
    one => one.strand === 'social-care' && one.body_id === own,
  )
}

function showContribution(doing: Doing, funded: Funded, wrong: Wrong = nothingWrong): Answer {
  const lines = careLines(doing, funded).map(one => ({ value: one.line_key, label: one.says }))
  return contributionPage({ reference: funded.reference, person: funded.strip, lines, ...wrong })
}

async function pay(doing: Doing, funded: Funded, typed: Typed): Promise<Answer> {
  const [read, body] = [contributionForm(doing.today).read(typed), ownBody(doing)]
  if (!read.ok || body === null)
    return showContribution(doing, funded, { typed, errors: read.ok ? [] : read.errors })
  const { strand, kind, line, allowed, ...about } = read.value
  const key = kind === 'top-up' ? careLines(doing, funded).find(one => one.line_key === line) : undefined
  const total = heldOn(funded.splits, doing.today)?.totals.find(
    one => one.strand === 'social-care' && one.body_id === body,
  )
  const set = await contribute(doing, {
    ...about,
    reference: funded.reference,
    organisation: funded.lead,
    person: funded.person,
    body,
    strand: strand as Strand,
    kind,
    key: key?.line_key ?? null,
    socialCare: (kind === 'top-up' ? key?.weekly : total?.weekly) ?? nothing,
    councilAllows: allowed,
  })
  if (set.done) return `/funding/${funded.reference}`
  const errors = set.because.map(because => ({ field: 'strand', says: contributionSays[because] }))
  return showContribution(doing, funded, { typed, errors })
}

export const disputingRoutes: readonly Route[] = [
  {
    at: 'GET /funding/:reference/dispute',
    allow: 'funding.dispute',
    handle: (doing, asked) => inBudget(doing, asked, async funded => showDispute(doing, funded)),
  },
  {
    at: 'POST /funding/:reference/disputes',
    allow: 'funding.dispute',
    handle: (doing, asked) => inBudget(doing, asked, funded => raise(doing, funded, asked.form)),
  },
  {
    at: 'GET /funding/:reference/disputes/:dispute',
    allow: 'funding.settle',
    handle: (doing, asked) => inBudget(doing, asked, funded => showSettling(doing, funded, { asked })),
  },
  {
    at: 'POST /funding/:reference/disputes/:dispute/settlement',
    allow: 'funding.settle',
    handle: (doing, asked) => inBudget(doing, asked, funded => settle(doing, funded, asked)),
  },
  {
    at: 'GET /funding/:reference/contribution',
    allow: 'funding.contribute',
    handle: (doing, asked) => inBudget(doing, asked, async funded => showContribution(doing, funded)),
  },
  {
    at: 'POST /funding/:reference/contributions',
    allow: 'funding.contribute',
    handle: (doing, asked) => inBudget(doing, asked, funded => pay(doing, funded, asked.form)),
  },
]
