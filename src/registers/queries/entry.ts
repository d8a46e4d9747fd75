import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Consent, Entry, EntryId, Review } from '../types.ts'
import { admissionsOf } from './stays.ts'

/** All rows of entries in one table, the newest number first. */
async function consentsOf(doing: Doing, ids: readonly EntryId[]) {
  const { db } = here(doing)
  const rows = await db
    .selectFrom('registers.consent')
    .selectAll()
    .where('entry_id', 'in', ids)
    .orderBy('number', 'desc')
    .execute()
  const bodies = await db
    .selectFrom('registers.consent_body as b')
    .innerJoin('people.organisation_shown as o', 'o.id', 'b.body_id')
    .select(['b.consent_id', 'b.body_id', 'o.name'])
    .where('b.entry_id', 'in', ids)
    .orderBy('o.name')
    .execute()
  return rows.map(row => ({
    entry: row.entry_id,
    consent: {
      number: row.number,
      givenOn: row.given_on,
      saidBy: row.said_by,
      name: row.name,
      about: row.about,
      asked: row.asked,
      bodies: bodies
        .filter(one => one.consent_id === row.id)
        .map(one => ({ id: one.body_id, name: one.name })),
    } satisfies Consent,
  }))
}

async function actionsOf(doing: Doing, ids: readonly EntryId[]) {
  return here(doing)
    .db.selectFrom('registers.action as a')
    .leftJoin('registers.action_done as d', 'd.action_id', 'a.id')
    .selectAll('a')
    .select(['d.on_day as done_on', 'd.says as done_says'])
    .where('a.entry_id', 'in', ids)
    .orderBy('a.by_day')
    .orderBy('a.number')
    .execute()
}

async function reviewsOf(doing: Doing, ids: readonly EntryId[]) {
  const rows = await here(doing)
    .db.selectFrom('registers.review as r')
    .leftJoin('registers.held as h', 'h.review_id', 'r.id')
    .select(['r.id', 'r.entry_id', 'r.number', 'r.kind', 'r.asked_on', 'r.why'])
    .select(['h.on_day', 'h.took_part', 'h.expert', 'h.no_expert'])
    .select(['h.safe', 'h.care', 'h.future', 'h.hospital'])
    .where('r.entry_id', 'in', ids)
    .orderBy('r.number', 'desc')
    .execute()
  const actions = await actionsOf(doing, ids)
  return rows.map(row => ({
    entry: row.entry_id,
    review: {
      id: row.id,
      number: row.number,
      kind: row.kind,
      askedOn: row.asked_on,
      why: row.why,
      held:
        row.on_day === null
          ? null
          : {
              on: row.on_day,
              tookPart: row.took_part ?? '',
              expert: row.expert,
              noExpert: row.no_expert,
              safe: row.safe ?? '',
              care: row.care ?? '',
              future: row.future ?? '',
              hospital: row.hospital ?? '',
            },
      actions: actions
        .filter(one => one.review_id === row.id)
        .map(one => ({
          id: one.id,
          number: one.number,
          says: one.says,
          owner: one.owner,
          by: one.by_day,
          done: one.done_on === null ? null : { on: one.done_on, says: one.done_says ?? '' },
        })),
    } satisfies Review,
  }))
}

async function othersOf(doing: Doing, ids: readonly EntryId[]) {
  const { db } = here(doing)
  const of = { levels: 'registers.level_given', budgets: 'registers.budget' } as const
  const levels = await db
    .selectFrom(of.levels)
    .selectAll()
    .where('entry_id', 'in', ids)
    .orderBy('number', 'desc')
    .execute()
  const budgets = await db
    .selectFrom(of.budgets)
    .selectAll()
    .where('entry_id', 'in', ids)
    .orderBy('number', 'desc')
    .execute()
  const crises = await db
    .selectFrom('registers.crisis')
    .selectAll()
    .where('entry_id', 'in', ids)
    .orderBy('on_day', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const endings = await db.selectFrom('registers.ending').selectAll().where('entry_id', 'in', ids).execute()
  return { levels, budgets, crises, endings }
}

type Others = Awaited<ReturnType<typeof othersOf>>

function othersFor({ levels, budgets, crises, endings }: Others, id: EntryId) {
  const budget = budgets.find(one => one.entry_id === id)
  const ending = endings.find(one => one.entry_id === id)
  return {
    levels: levels
      .filter(one => one.entry_id === id)
      .map(one => ({ says: one.says, because: one.because, on: one.on_day, byName: one.noted_by_name })),
    crises: crises
      .filter(one => one.entry_id === id)
      .map(({ number, on_day: on, happened, instead, bed, bed_said_by: bedSaidBy }) => ({
        number,
        on,
        happened,
        instead,
        bed,
        bedSaidBy,
      })),
    budget: budget ? { reference: budget.reference, purpose: budget.purpose, on: budget.linked_on } : null,
    ending: ending
      ? { on: ending.on_day, why: ending.why, saidBy: ending.said_by, because: ending.because }
      : null,
  }
}

const whose = (doing: Doing) =>
  here(doing).db.selectFrom('registers.entry').selectAll().orderBy('put_on', 'desc')
type Row = Awaited<ReturnType<ReturnType<typeof whose>['execute']>>[number]

async function whole(doing: Doing, rows: readonly Row[]): Promise<readonly Entry[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const consents = await consentsOf(doing, ids)
  const reviews = await reviewsOf(doing, ids)
  const admissions = await admissionsOf(doing, ids)
  const others = await othersOf(doing, ids)
  return rows.map(row => ({
    id: row.id,
    organisation: row.organisation_id,
    person: row.person_id,
    putOn: row.put_on,
    has: row.has,
    reason: row.reason,
    putByName: row.put_by_name,
    consents: consents.filter(one => one.entry === row.id).map(one => one.consent),
    reviews: reviews.filter(one => one.entry === row.id).map(one => one.review),
    admissions: admissions.filter(one => one.entry === row.id).map(one => one.admission),
    ...othersFor(others, row.id),
  }))
}

/** An entry whole; null where there is none that this actor may see. */
export async function entryById(doing: Doing, id: string): Promise<Entry | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const rows = await whose(doing)
    .where('id', '=', id as EntryId)
    .execute()
  return (await whole(doing, rows))[0] ?? null
}

/** Every entry of a person that this actor may see, the newest first. */
export const entriesOf = async (doing: Doing, person: PersonId): Promise<readonly Entry[]> =>
  whole(doing, await whose(doing).where('person_id', '=', person).execute())

/** Every entry that this actor may see: of one person, or of all. */
export const entriesSeen = async (doing: Doing, person: PersonId | null): Promise<readonly Entry[]> =>
  person === null ? whole(doing, await whose(doing).execute()) : entriesOf(doing, person)

/** Of those people the ones who are on the list now, with the address of each: for links of neighbours. */
export async function onListNow(doing: Doing, person: PersonId): Promise<EntryId | null> {
  const row = await here(doing)
    .db.selectFrom('registers.entry_shown')
    .select('id')
    .where('person_id', '=', person)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}
