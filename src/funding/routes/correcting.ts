import type { Route } from '../../access/public.ts'
import type { AccountName, Posting } from '../../ledger/public.ts'
import { heldOn, splitsOf, strandNames } from '../../needs/public.ts'
import { organisationByCode } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Answer, notFound, type Typed } from '../../platform/route.ts'
import { type Corrected, correctShares } from '../actions/correct-shares.ts'
import { proposeShares } from '../actions/share-out.ts'
import { correctingForm, readShares, type SharesTyped, typedShares } from '../forms.ts'
import { correctionLetters } from '../letters.ts'
import { correctedPage, correctingPage, proposedPage } from '../pages/correcting.tsx'
import { shareOutPage } from '../pages/share-out.tsx'
import { correctionsFor } from '../queries/issued.ts'
import { type Correction, correctingSays, movedSums } from '../rules/corrections.ts'
import { bodyNames, councils, type Funded, linesToSplit, ownBody } from '../showing.ts'
import { inBudget, nothingWrong, proposingSays, type Wrong } from './sharing.ts'

async function movedIn(doing: Doing, { lead }: Funded, corrections: readonly Correction[]) {
  const moved = movedSums(corrections, lead)
  const names = await bodyNames(
    doing,
    moved.map(({ body }) => body),
  )
  return moved.map(one => ({ ...one, name: names.get(one.body) ?? '' }))
}

/** The form with the shares that hold now, so that only what changes is typed. */
async function sharesForm(doing: Doing, funded: Funded, wrong: Wrong = nothingWrong): Promise<Answer> {
  if (ownBody(doing) !== funded.lead) return notFound
  const { reference, strip: person } = funded
  const lines = await linesToSplit(doing, reference, doing.today)
  const errors = wrong.errors
  const typed = errors.length > 0 ? wrong.typed : typedShares(lines, heldOn(funded.splits, doing.today))
  const sends = {
    to: `/funding/${reference}/back-dating/shares/preview`,
    says: 'See what it brings',
    title: 'Change the shares from a past day',
  }
  return shareOutPage({ reference, person, lines, councils: await councils(doing), typed, errors, sends })
}

/** Writes the shares as typed, and answers with what `shows` makes of it: a page rolls everything back. */
async function propose(
  doing: Doing,
  funded: Funded,
  {
    typed,
    shows,
  }: { readonly typed: Typed; readonly shows: (read: SharesTyped, id: string) => Promise<Answer> },
): Promise<Answer> {
  if (ownBody(doing) !== funded.lead) return notFound
  const { reference, lead, person } = funded
  const lines = await linesToSplit(doing, reference, doing.today)
  const known = (await councils(doing)).map(({ id }) => id)
  const read = readShares(typed, { lines, today: doing.today, lead, councils: known })
  if (!read.ok) return sharesForm(doing, funded, { typed, errors: read.errors })
  if (read.value.from > doing.today)
    return sharesForm(doing, funded, { typed, errors: [{ field: 'from-day', says: notPast }] })
  const proposed = await proposeShares(doing, { reference, organisation: lead, person, ...read.value })
  if (proposed.done) return shows(read.value, proposed.value)
  const errors = proposed.because.map(because => ({ field: 'way-0', says: proposingSays[because] }))
  return sharesForm(doing, funded, { typed, errors })
}
const notPast = 'The day must be in the past or today. Later shares are written under “Share it out”'

const kept = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'once' && name !== '_csrf'))

const previewShares = (doing: Doing, funded: Funded, typed: Typed): Promise<Answer> =>
  propose(doing, funded, {
    typed,
    shows: async ({ from, because }, id) => {
      const { reference, lead, strip: person } = funded
      const split = (await splitsOf(doing, reference)).find(one => one.id === id)
      const corrections = await correctionsFor(doing, { reference, lead, asIfAgreed: id as never })
      const names = await bodyNames(doing, [lead, ...(split?.body_ids ?? []), ...bodiesIn(corrections)])
      return proposedPage({
        reference,
        person,
        typed: kept(typed),
        from,
        totals: split?.totals ?? [],
        bodies: (split?.body_ids ?? []).map(body => names.get(body) ?? ''),
        corrections,
        moved: await movedIn(doing, funded, corrections),
        letters: correctionLetters(corrections, { names, because }),
      })
    },
  })

const bodiesIn = (corrections: readonly Correction[]) => corrections.map(({ issued }) => issued.body)

async function showCorrecting(doing: Doing, funded: Funded, wrong: Wrong = nothingWrong): Promise<Answer> {
  if (ownBody(doing) !== funded.lead) return notFound
  const { reference, lead, strip: person } = funded
  const corrections = await correctionsFor(doing, { reference, lead })
  const moved = await movedIn(doing, funded, corrections)
  return correctingPage({ reference, person, corrections, moved, ...wrong })
}

/** What funds are called: each body by its name, and the strand that it is of. */
async function fundsIn(doing: Doing, postings: readonly Posting[]) {
  const names = new Map<AccountName, string>()
  for (const { account } of postings) {
    const [, code = '', strand] = /^fund:(.*?)(?:-(social-care|education))?$/.exec(account) ?? []
    const name = (await organisationByCode(doing, code))?.name
    if (name === undefined) continue
    const part = strand === undefined ? '' : `, ${strandNames[strand as 'education'].toLowerCase()}`
    names.set(account, `${name}${part}`)
  }
  return names
}

async function correct(
  doing: Doing,
  funded: Funded,
  { typed, shows }: { readonly typed: Typed; readonly shows: (done: Corrected) => Promise<Answer> },
): Promise<Answer> {
  if (ownBody(doing) !== funded.lead) return notFound
  const read = correctingForm.read(typed)
  if (!read.ok) return showCorrecting(doing, funded, { typed, errors: read.errors })
  const { reference, lead, person } = funded
  const did = await correctShares(doing, { reference, lead, person, ...read.value })
  if (did.done) return shows(did.value)
  const errors = did.because.map(reason => ({ field: 'on', says: correctingSays[reason] }))
  return showCorrecting(doing, funded, { typed, errors })
}

const previewCorrection = (doing: Doing, funded: Funded, typed: Typed): Promise<Answer> =>
  correct(doing, funded, {
    typed,
    shows: async corrected =>
      correctedPage({
        reference: funded.reference,
        person: funded.strip,
        typed: kept(typed),
        corrected,
        moved: await movedIn(doing, funded, corrected.corrections),
        funds: await fundsIn(
          doing,
          corrected.entries.flatMap(({ postings }) => postings),
        ),
      }),
  })

const toBudget = ({ reference }: Funded) => ({ shows: async (): Promise<Answer> => `/funding/${reference}` })

/** Shares that change from a past day: seen first, agreed by the bodies, then statements corrected. */
export const correctingRoutes: readonly Route[] = [
  {
    at: 'GET /funding/:reference/back-dating/shares',
    allow: 'funding.back-date',
    handle: (doing, asked) => inBudget(doing, asked, funded => sharesForm(doing, funded)),
  },
  {
    at: 'POST /funding/:reference/back-dating/shares/preview',
    allow: 'funding.back-date',
    handle: (doing, asked) => inBudget(doing, asked, funded => previewShares(doing, funded, asked.form)),
  },
  {
    at: 'POST /funding/:reference/back-dating/shares',
    allow: 'funding.back-date',
    handle: (doing, asked) =>
      inBudget(doing, asked, funded => propose(doing, funded, { typed: asked.form, ...toBudget(funded) })),
  },
  {
    at: 'GET /funding/:reference/corrections',
    allow: 'funding.back-date',
    handle: (doing, asked) => inBudget(doing, asked, funded => showCorrecting(doing, funded)),
  },
  {
    at: 'POST /funding/:reference/corrections/preview',
    allow: 'funding.back-date',
    handle: (doing, asked) => inBudget(doing, asked, funded => previewCorrection(doing, funded, asked.form)),
  },
  {
    at: 'POST /funding/:reference/corrections',
    allow: 'funding.back-date',
    handle: (doing, asked) =>
      inBudget(doing, asked, funded => correct(doing, funded, { typed: asked.form, ...toBudget(funded) })),
  },
]
