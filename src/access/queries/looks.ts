import { sql } from 'kysely'
import type { Id } from '../../kernel/brand.ts'
import type { Moment, PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

export type HappeningShown = {
  readonly id: string
  readonly at: Moment
  readonly kind: 'change' | 'look' | 'refused'
  readonly what: string
  readonly actor_id: string | null
  readonly actor_name: string
  readonly actor_role: string
  readonly on_behalf_of: string | null
  readonly person_id: string | null
  readonly purpose: string | null
  readonly because: string | null
}

const shown = [
  'id',
  'at',
  'kind',
  'what',
  'actor_id',
  'actor_name',
  'actor_role',
  'on_behalf_of',
  'person_id',
  'purpose',
  'because',
] as const

export const linesOnAPage = 50

/**
 * Whether the one who asks sees this person's record whole: their own, or as an organisation's or by a
 * grant.
 */
export async function seesWhole(doing: Doing, person: Id<'person'>): Promise<boolean> {
  if (doing.actor.person === person) return true
  const { rows } = await sql<{ sees: boolean }>`
    select ${person}::uuid = any (access.people('all')) as sees`.execute(doing.transaction)
  return rows[0]?.sees === true || staffSee(doing, person)
}

/**
 * Staff who read whole records see at least one happening of it that is not their own, under row-level
 * security.
 */
async function staffSee(doing: Doing, person: Id<'person'>): Promise<boolean> {
  if (doing.actor.roles.length === 0) return false
  const row = await here(doing)
    .db.selectFrom('access.happening_shown')
    .select('id')
    .where('person_id', '=', person)
    .where(or => or.or([or('actor_id', 'is', null), or('actor_id', '!=', doing.actor.id ?? '')]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Who looked at or changed a person's record, newest first: one page, and whether there is another. The
 * person's own looks are left out.
 */
export async function looksAt(
  doing: Doing,
  person: Id<'person'>,
  page: number,
): Promise<{ rows: readonly HappeningShown[]; more: boolean }> {
  const rows = await here(doing)
    .db.selectFrom('access.happening_shown as h')
    .select(shown)
    .where('person_id', '=', person)
    .where(sql<boolean>`not (h.kind = 'look' and exists (
      select from access.actor_shown a where a.id = h.actor_id and a.person_id = ${person}))`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset((page - 1) * linesOnAPage)
    .limit(linesOnAPage + 1)
    .execute()
  return { rows: rows.slice(0, linesOnAPage), more: rows.length > linesOnAPage }
}

export type Filter = {
  readonly person: string | null
  readonly actor: string | null
  readonly kind: 'change' | 'look' | 'refused' | null
  readonly from: PlainDate | null
  readonly until: PlainDate | null
}

/** Happenings that an auditor asks for, newest first: one page, and whether there is another. */
export async function happeningsBy(
  doing: Doing,
  { person, actor, kind, from, until }: Filter,
  page: number,
): Promise<{ rows: readonly HappeningShown[]; more: boolean }> {
  const rows = await here(doing)
    .db.selectFrom('access.happening_shown')
    .select(shown)
    .$if(person !== null, query => query.where('person_id', '=', person))
    .$if(actor !== null, query =>
      query.where('actor_name', 'ilike', `%${(actor ?? '').replace(/[\\%_]/g, '\\$&')}%`),
    )
    .$if(kind !== null, query => query.where('kind', '=', kind ?? 'look'))
    .$if(from !== null, query => query.where('on_day', '>=', from))
    .$if(until !== null, query => query.where('on_day', '<=', until))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset((page - 1) * linesOnAPage)
    .limit(linesOnAPage + 1)
    .execute()
  return { rows: rows.slice(0, linesOnAPage), more: rows.length > linesOnAPage }
}

/** One happening that the one who asks may see; null where there is none. */
export const happening = async (doing: Doing, id: string): Promise<HappeningShown | null> =>
  (await here(doing)
    .db.selectFrom('access.happening_shown')
    .select(shown)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null
