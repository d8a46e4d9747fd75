import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

type Body = Id<'organisation'>

/** One move of a person's cases from the body that answered to the one that followed it. */
export type Move = { readonly from: Body; readonly to: Body; readonly on: PlainDate }

/** Every move of a person's cases, the oldest first; none for almost everybody. */
export async function movesOf(doing: Doing, person: Id<'person'>): Promise<readonly Move[]> {
  const rows = await here(doing)
    .db.selectFrom('access.moved_shown')
    .select(['from_id', 'to_id', 'on_day'])
    .where('person_id', '=', person)
    .orderBy('on_day')
    .orderBy('number')
    .execute()
  return rows.map(row => ({ from: row.from_id as Body, to: row.to_id as Body, on: row.on_day }))
}

/** Pure: which body answered on a day, walking back from the one that answers today. */
export const answeredOn = (moves: readonly Move[], today: Body, day: PlainDate): Body =>
  moves.find(({ on }) => on > day)?.from ?? today

/** The bodies that answered one after another, each from its day (null: from the beginning). */
export const bodiesOver = (
  moves: readonly Move[],
  today: Body,
): readonly { readonly body: Body; readonly from: PlainDate | null; readonly until: PlainDate | null }[] =>
  [null, ...moves].map((move, place) => ({
    body: moves[place]?.from ?? today,
    from: move?.on ?? null,
    until: moves[place]?.on ?? null,
  }))
