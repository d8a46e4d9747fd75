import { sql } from 'kysely'
import type { Moment, PlainDate } from '../../kernel/days.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Kind, namesOf } from '../reference/happened.ts'
import { here } from '../tables.ts'

export type HappenedRow = {
  readonly id: string
  readonly at: Moment
  readonly day: PlainDate
  readonly kind: 'change' | 'look' | 'refused'
  readonly what: string
  readonly who: string
  readonly role: string
  readonly forCaller: boolean
  readonly because: string | null
  readonly purpose: string | null
  readonly details: unknown
}

export type HappenedFilter = Kind | 'all' | 'looks'

type Of = { readonly person: PersonId; readonly reference: string }

/** What happened to a person in a case, newest first. Of their other cases only what says no case is told. */
export async function happenedIn(
  doing: Doing,
  { person, reference }: Of,
  { filter, most, from = 0 }: { filter: HappenedFilter; most: number; from?: number },
): Promise<readonly HappenedRow[]> {
  const rows = await here(doing)
    .db.selectFrom('access.happening_shown as h')
    .select(['h.id', 'h.at', 'h.on_day', 'h.kind', 'h.what', 'h.actor_name', 'h.actor_role'])
    .select(['h.on_behalf_of', 'h.because', 'h.purpose', 'h.details'])
    .where('h.person_id', '=', person)
    .where(sql<boolean>`coalesce(h.details->>'reference', ${reference}) = ${reference}`)
    .$if(filter === 'looks', query => query.where('h.kind', '=', 'look'))
    .$if(filter !== 'looks', query => query.where('h.kind', '=', 'change'))
    .$if(filter !== 'looks' && filter !== 'all', query =>
      query.where('h.what', 'in', [...namesOf(filter as Kind), 'no such thing']),
    )
    .orderBy('h.at', 'desc')
    .orderBy('h.id', 'desc')
    .offset(from)
    .limit(most)
    .execute()
  return rows.map(row => ({
    id: row.id,
    at: row.at,
    day: row.on_day,
    kind: row.kind,
    what: row.what,
    who: row.actor_name,
    role: row.actor_role,
    forCaller: row.on_behalf_of !== null,
    because: row.because,
    purpose: row.purpose,
    details: row.details,
  }))
}
