import { look, may, sightOf } from '../access/public.ts'
import { agreementOn } from '../agreements/public.ts'
import type { Reference } from '../kernel/ids.ts'
import { personShown, personStrip } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notFound,
  type Page,
  type Typed,
} from '../platform/route.ts'
import { type Case, caseOf } from '../requests/public.ts'
import { findRule } from '../rights/public.ts'
import { heldPage } from './pages/held.tsx'
import { type ReviewShown, reviewsPage } from './pages/reviews.tsx'
import { closingOf, eventsOf, findingOf, reviewsOf, standingOf } from './queries.ts'

export type At = {
  readonly found: Case
  readonly reference: Reference
  readonly person: NonNullable<Page['person']>
}
export type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }
export const nothingWrong: Wrong = { typed: {}, errors: [] }

/** Finds the case of an address; what may not be seen is not found. */
export async function inCase(
  doing: Doing,
  asked: Asked,
  show: (at: At) => Promise<Answer> | Answer,
): Promise<Answer> {
  const found = await caseOf(doing, asked.at['reference'] ?? '')
  const person = found ? await personShown(doing, found.person) : null
  if (!found || !person) return notFound
  // Who sees neither reviews nor payments would be told that there were none.
  const sees = await sightOf(doing, found)
  if (sees !== 'all' && sees !== 'money') return notFound
  return show({
    found,
    reference: found.reference,
    person: { ...personStrip(person, doing.today), href: `/cases/${found.reference}` },
  })
}

type Row = Awaited<ReturnType<typeof reviewsOf>>[number]
const shown = (row: Row, opens: boolean): ReviewShown => ({
  id: row.id,
  lane: row.lane,
  heldOn: row.held_on,
  heldBy: row.held_by_name,
  follows: row.follows,
  changeFrom: row.change_from,
  opens,
})

/** The page of reviews: three lanes, what was held, what changed, whether it ends. */
export async function showReviews(doing: Doing, { found, reference, person }: At): Promise<Answer> {
  await look(doing, {
    page: 'reviews',
    organisation: found.organisation,
    person: found.person,
    to: found.request,
  })
  const [rows, events, agreement] = [
    await reviewsOf(doing, reference),
    await eventsOf(doing, reference),
    await agreementOn(doing, reference, doing.today),
  ]
  const opens = !doing.actor.roles.some(one => one.role === 'finance-officer')
  return reviewsPage({
    reference,
    person,
    today: doing.today,
    standing: await standingOf(doing, { reference, organisation: found.organisation, person: found.person }),
    reviews: rows.map(row => shown(row, opens)),
    events: events.map(event => ({ id: event.id, on: event.on_day, words: event.words, must: event.must })),
    may: {
      hold: may(doing, 'reviews.hold'),
      audit: may(doing, 'reviews.audit-money'),
      end: may(doing, 'reviews.ending'),
    },
    ending: agreement?.ends_on ? { on: agreement.ends_on, because: 'The letter gives the reasons.' } : null,
    closedOn: await closingOf(doing, reference),
    rules: ['DP-REV-01', 'DP-REV-02', 'DP-REV-06'].map(findRule),
  })
}

/** One review with what was found; not found for those who see only that it was held. */
export async function showHeld(doing: Doing, { found, reference, person }: At, id: string): Promise<Answer> {
  const row = (await reviewsOf(doing, reference)).find(review => review.id === id)
  const finding = row ? await findingOf(doing, row.id) : null
  if (!row || !finding) return notFound
  await look(doing, { page: 'a review', organisation: found.organisation, person: found.person, to: row.id })
  return heldPage({ reference, person, review: shown(row, true), finding })
}
