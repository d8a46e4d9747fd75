import type { Id } from '../../kernel/brand.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { AccountName, Entry, EntryId, Posting } from '../types.ts'

/** One entry with its postings; null where there is none or it is not the actor's to see. */
export async function entryOf(doing: Doing, id: EntryId): Promise<Entry | null> {
  return (await withPostings(doing, [id]))[0] ?? null
}

/** The entry that was posted under a key; null where there is none or it is not the actor's to see. */
export async function entryByKey(doing: Doing, key: string): Promise<Entry | null> {
  const found = await here(doing)
    .db.selectFrom('ledger.entry')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst()
  return found ? entryOf(doing, found.id) : null
}

/**
 * The entries that touch any of these accounts, newest day first, at most `limit`, each with all its
 * postings.
 */
export async function movementsOf(
  doing: Doing,
  accounts: AccountName | readonly AccountName[],
  limit = 100,
): Promise<readonly Entry[]> {
  const names = typeof accounts === 'string' ? [accounts] : [...accounts]
  if (names.length === 0) return []
  const found = await here(doing)
    .db.selectFrom('ledger.entry as e')
    .select('e.id')
    .where('e.id', 'in', eb =>
      eb
        .selectFrom('ledger.posting as p')
        .innerJoin('ledger.account as a', 'a.id', 'p.account_id')
        .select('p.entry_id')
        .where('a.name', 'in', names),
    )
    .orderBy('e.effective_on', 'desc')
    .orderBy('e.recorded_at', 'desc')
    .orderBy('e.number', 'desc')
    .limit(limit)
    .execute()
  return [
    ...(await withPostings(
      doing,
      found.map(({ id }) => id),
    )),
  ].reverse()
}

/** Every entry of one person, or of one organisation, or of all: oldest day first. */
export async function entriesOf(
  doing: Doing,
  whose: { person?: Id<'person'>; organisation?: Id<'organisation'> } = {},
): Promise<readonly Entry[]> {
  const { person, organisation } = whose
  const found = await here(doing)
    .db.selectFrom('ledger.entry')
    .select('id')
    .$if(person !== undefined, query => query.where('person_id', '=', person ?? null))
    .$if(organisation !== undefined, query =>
      query.where('organisation_id', '=', organisation as Id<'organisation'>),
    )
    .execute()
  return withPostings(
    doing,
    found.map(({ id }) => id),
  )
}

/** The names of all accounts, or of one organisation's, in their order. */
export async function accountNames(
  doing: Doing,
  { organisation }: { organisation?: Id<'organisation'> } = {},
): Promise<readonly AccountName[]> {
  const rows = await here(doing)
    .db.selectFrom('ledger.account')
    .select('name')
    .$if(organisation !== undefined, query =>
      query.where('organisation_id', '=', organisation as Id<'organisation'>),
    )
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

async function withPostings(doing: Doing, ids: readonly EntryId[]): Promise<readonly Entry[]> {
  if (ids.length === 0) return []
  const { db } = here(doing)
  const some = <Row>(read: (slice: EntryId[]) => Promise<Row[]>): Promise<Row[]> => inSlices(ids, read)
  const rows = await some(slice =>
    db
      .selectFrom('ledger.entry as e')
      .leftJoin('ledger.entry as r', 'r.reverses', 'e.id')
      .selectAll('e')
      .select('r.id as reversed_by')
      .where('e.id', 'in', slice)
      .execute(),
  )
  const postings = await some(slice =>
    db
      .selectFrom('ledger.posting_shown')
      .select(['entry_id', 'account', 'pence'])
      .where('entry_id', 'in', slice)
      .orderBy('entry_id')
      .orderBy('place')
      .execute(),
  )
  const byEntry = Map.groupBy(postings, ({ entry_id }) => entry_id)
  return rows.sort(inOrder).map(row => entryFrom(row, row.reversed_by, byEntry.get(row.id) ?? []))
}

type Row = {
  id: EntryId
  key: string
  effective_on: Entry['effectiveOn']
  recorded_at: Entry['recordedAt']
  recorded_on: Entry['recordedOn']
  because: string
  actor_name: string
  reverses: EntryId | null
  organisation_id: Entry['organisation']
  person_id: Entry['person']
  number: bigint
}

const entryFrom = (row: Row, reversedBy: EntryId | null, postings: readonly Posting[]): Entry => ({
  id: row.id,
  key: row.key,
  effectiveOn: row.effective_on,
  recordedAt: row.recorded_at,
  recordedOn: row.recorded_on,
  because: row.because,
  by: row.actor_name,
  reverses: row.reverses,
  reversedBy,
  organisation: row.organisation_id,
  person: row.person_id,
  postings: postings.map(({ account, pence }) => ({ account, pence })),
})

/** By the day it counts from, then by when it was recorded, and within one moment as it was asked for. */
function inOrder(a: Row, b: Row): number {
  if (a.effective_on !== b.effective_on) return a.effective_on < b.effective_on ? -1 : 1
  if (a.recorded_at !== b.recorded_at) return a.recorded_at < b.recorded_at ? -1 : 1
  return a.number < b.number ? -1 : 1
}

/** A query takes so many ids at a time. */
async function inSlices<Row>(
  ids: readonly EntryId[],
  read: (slice: EntryId[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < ids.length; from += 10_000)
    rows.push(...(await read(ids.slice(from, from + 10_000))))
  return rows
}
