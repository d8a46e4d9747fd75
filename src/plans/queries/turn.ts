import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import { type Pence, pence } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Plan, ToWhom, VersionId } from '../types.ts'

export type Handed = {
  readonly to: ToWhom
  readonly words: string
  readonly by: string
  readonly on: PlainDate
}

/** Every time a version was handed on, newest first. */
export async function handingsOf(doing: Doing, version: VersionId): Promise<readonly Handed[]> {
  const rows = await here(doing)
    .db.selectFrom('plans.handing')
    .select(['to_whom', 'words', 'handed_by_name', 'handed_on'])
    .where('version_id', '=', version)
    .orderBy('handed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({ to: row.to_whom, words: row.words, by: row.handed_by_name, on: row.handed_on }))
}

/** Whose turn it is with a draft, since when: with the case worker until it is handed on. */
export async function turnOf(
  doing: Doing,
  plan: Plan,
): Promise<{ who: ToWhom; since: PlainDate; words: string }> {
  const [newest] = await handingsOf(doing, plan.id)
  return newest
    ? { who: newest.to, since: newest.on, words: newest.words }
    : { who: 'case-worker', since: plan.madeOn, words: '' }
}

/** Every version of a case's plan that this actor may see, newest first. */
export const versionsOf = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('plans.version_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('number', 'desc')
    .execute()

export type Waiting = {
  readonly reference: string
  readonly version: VersionId
  readonly number: number
  readonly organisation: OrganisationId
  readonly personName: string
  readonly to: ToWhom
  readonly since: PlainDate
  readonly words: string
  /** Pence a week. */
  readonly cost: Pence
  /** The sum it is held against; null for those who may not see money. */
  readonly budget: Pence | null
  /** Everybody who wrote a part of it. */
  readonly authors: readonly string[]
}

/** Every draft that this actor may see, with whose turn it is; those that have waited longest first. */
export async function draftsWaiting(doing: Doing): Promise<readonly Waiting[]> {
  const rows = await here(doing)
    .db.selectFrom('plans.version as v')
    .innerJoin('people.person_shown as p', 'p.id', 'v.person_id')
    .leftJoin('plans.sign_off as s', 's.version_id', 'v.id')
    .leftJoin('needs.sum_shown as sum', 'sum.id', 'v.sum_id')
    .leftJoinLateral(
      join =>
        join
          .selectFrom('plans.handing as h')
          .select(['h.to_whom', 'h.words', 'h.handed_on', 'h.handed_at'])
          .whereRef('h.version_id', '=', 'v.id')
          .orderBy('h.handed_at', 'desc')
          .orderBy('h.id', 'desc')
          .limit(1)
          .as('h'),
      join => join.onTrue(),
    )
    .select(['v.reference', 'v.id', 'v.number', 'v.organisation_id', 'v.made_on', 'p.full_name'])
    .select(['h.to_whom', 'h.words', 'h.handed_on', 'sum.weekly as budget'])
    .select([
      sql<bigint>`(select coalesce(sum(l.weekly), 0)::bigint from plans.line l where l.version_id = v.id)`.as(
        'cost',
      ),
      sql<string[]>`array(select distinct w.written_by::text from plans.writing w
        where w.version_id = v.id and w.written_by is not null)`.as('authors'),
    ])
    .where('s.version_id', 'is', null)
    .orderBy('h.handed_at', 'asc')
    .orderBy('v.made_at')
    .execute()
  return rows.map(row => ({
    reference: row.reference,
    version: row.id,
    number: row.number,
    organisation: row.organisation_id,
    personName: row.full_name,
    to: row.to_whom ?? 'case-worker',
    since: row.handed_on ?? row.made_on,
    words: row.words ?? '',
    cost: pence(row.cost),
    budget: row.budget,
    authors: row.authors,
  }))
}
