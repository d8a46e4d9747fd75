import { may, type Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import { carried, heldOn } from '../../needs/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../../platform/route.ts'
import { agreeToCarry, proposeShares } from '../actions/share-out.ts'
import { readShares } from '../forms.ts'
import { shareOutPage } from '../pages/share-out.tsx'
import { type LineShown, sharesPage } from '../pages/shares.tsx'
import { disputesOf } from '../queries/facts.ts'
import { correctionsFor } from '../queries/issued.ts'
import { councilPart, personPays } from '../queries/person-pays.ts'
import { bodyNames, councils, type Funded, fundedAt, linesToSplit, ownBody } from '../showing.ts'

export type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }
export const nothingWrong: Wrong = { typed: {}, errors: [] }

/** Finds the budget of an address and hands it on; not found is not found, whoever asks. */
export async function inBudget(
  doing: Doing,
  asked: Asked,
  show: (funded: Funded) => Promise<Answer>,
): Promise<Answer> {
  const funded = await fundedAt(doing, asked.at['reference'] ?? '')
  return funded === null ? notFound : show(funded)
}

type Names = ReadonlyMap<OrganisationId, string>

/** Whether this actor sees every strand: the board and the family do, another body sees its own. */
const seesAll = (doing: Doing, { lead }: Funded): boolean => {
  const own = ownBody(doing)
  return own === null || own === lead
}

async function linesShown(doing: Doing, funded: Funded, names: Names): Promise<readonly LineShown[]> {
  const held = heldOn(funded.splits, doing.today)
  if (!seesAll(doing, funded)) return []
  const bodies = new Map(held?.totals.map(({ strand, body_id }) => [strand, body_id]))
  const lines = await linesToSplit(doing, funded.reference, doing.today)
  return lines.map(({ key, says, weekly }) => ({
    key,
    says,
    weekly,
    carried: [...carried(weekly, held?.lines.get(key), weekly)].map(([strand, sum]) => ({
      strand,
      name: names.get(bodies.get(strand) ?? funded.lead) ?? '',
      weekly: sum,
    })),
  }))
}

async function ownLines(doing: Doing, funded: Funded, names: Names): Promise<readonly LineShown[]> {
  const held = heldOn(funded.splits, doing.today)
  if (seesAll(doing, funded) || held === null) return []
  const own = ownBody(doing)
  const shares = held.shares.filter(one => one.body_id === own)
  return shares.map(one => ({
    key: `${one.line_key}-${one.strand}`,
    says: one.says,
    weekly: one.weekly,
    carried: [{ strand: one.strand, name: names.get(one.body_id) ?? '', weekly: one.weekly }],
  }))
}

const kindSays = { contribution: 'Contribution to social care', 'top-up': 'Top-up' } as const

async function show(doing: Doing, funded: Funded): Promise<Answer> {
  const { reference, splits, lead, strip: person } = funded
  const held = heldOn(splits, doing.today)
  const disputes = await disputesOf(doing, reference)
  const names = await bodyNames(doing, [lead, ...splits.flatMap(one => one.totals.map(row => row.body_id))])
  const paid = await personPays(doing, reference)
  const cost = held?.totals.find(({ strand }) => strand === 'social-care')?.weekly ?? null
  const own = ownBody(doing)
  return sharesPage({
    reference,
    person,
    today: doing.today,
    held,
    lines: [...(await linesShown(doing, funded, names)), ...(await ownLines(doing, funded, names))],
    totals: (held?.totals ?? []).map(({ strand, body_id, weekly }) => ({
      strand,
      name: names.get(body_id) ?? '',
      weekly,
    })),
    waiting: waitingIn(funded, doing),
    paid: paid.map(({ kind, weekly, from_on, because }) => ({
      says: kindSays[kind],
      weekly,
      from: from_on,
      because,
    })),
    council: councilPart(cost, paid),
    disputes: disputes.map(one => ({
      ...one,
      body: names.get(one.body_id) ?? '',
      interim: names.get(one.interim_id) ?? '',
    })),
    toCorrect: may(doing, 'funding.back-date') && own === lead ? await waitingToCorrect(doing, funded) : 0,
    may: {
      shareOut: may(doing, 'funding.share-out'),
      dispute: may(doing, 'funding.dispute') && held !== null,
      settle: may(doing, 'funding.settle') && own === lead,
      contribute: may(doing, 'funding.contribute') && held !== null,
      backDate: may(doing, 'funding.back-date'),
    },
  })
}

/** How many statements do not follow the shares that everybody agreed. */
const waitingToCorrect = async (doing: Doing, { reference, lead, splits }: Funded): Promise<number> =>
  splits.some(({ agreed_on }) => agreed_on !== null)
    ? (await correctionsFor(doing, { reference, lead })).length
    : 0

const waitingIn = ({ splits }: Funded, doing: Doing) => {
  const own = ownBody(doing)
  return splits
    .filter(({ agreed_on }) => agreed_on === null)
    .map(split => ({
      split,
      mayAgree:
        may(doing, 'funding.agree') &&
        own !== null &&
        split.body_ids.includes(own) &&
        !split.agreements.some(one => one.organisation_id === own),
    }))
}

async function showForm(doing: Doing, funded: Funded, wrong: Wrong = nothingWrong): Promise<Answer> {
  const { reference, strip: person } = funded
  const lines = await linesToSplit(doing, reference, doing.today)
  return shareOutPage({ reference, person, lines, councils: await councils(doing), ...wrong })
}

export const proposingSays = {
  'does-not-add-up': 'The shares of a line do not add up',
  'nobody-else-carries': 'Only health pays in this. There is nothing to share: leave it as it is',
  'nothing-said': 'Say what the shares rest on',
} as const

async function propose(doing: Doing, funded: Funded, typed: Typed): Promise<Answer> {
  const { reference, lead, person } = funded
  const lines = await linesToSplit(doing, reference, doing.today)
  const known = (await councils(doing)).map(({ id }) => id)
  const read = readShares(typed, { lines, today: doing.today, lead, councils: known })
  if (!read.ok) return showForm(doing, funded, { typed, errors: read.errors })
  const proposed = await proposeShares(doing, { reference, organisation: lead, person, ...read.value })
  if (proposed.done) return `/funding/${reference}`
  const errors = proposed.because.map(because => ({ field: 'way-0', says: proposingSays[because] }))
  return showForm(doing, funded, { typed, errors })
}

async function agree(doing: Doing, { at }: Asked): Promise<Answer> {
  const [split, body] = [readId<'split'>(at['split'] ?? ''), ownBody(doing)]
  if (split === null || body === null) return notFound
  const agreed = await agreeToCarry(doing, { split, body })
  return agreed.done || agreed.because.includes('agreed-before') ? `/funding/${at['reference']}` : notFound
}

export const sharingRoutes: readonly Route[] = [
  {
    at: 'GET /funding/:reference',
    allow: 'funding.read',
    handle: (doing, asked) => inBudget(doing, asked, funded => show(doing, funded)),
  },
  {
    at: 'GET /funding/:reference/split',
    allow: 'funding.share-out',
    handle: (doing, asked) => inBudget(doing, asked, funded => showForm(doing, funded)),
  },
  {
    at: 'POST /funding/:reference/splits',
    allow: 'funding.share-out',
    handle: (doing, asked) => inBudget(doing, asked, funded => propose(doing, funded, asked.form)),
  },
  { at: 'POST /funding/:reference/splits/:split/agreement', allow: 'funding.agree', handle: agree },
]
