import type { Doing } from '../../platform/doing.ts'
import type { Typed } from '../../platform/route.ts'
import { here } from '../tables.ts'

export type DraftKind = 'own' | 'referral'

/** What somebody has answered so far and not sent; null where they have begun nothing. */
export async function draftOf(doing: Doing, kind: DraftKind): Promise<Typed | null> {
  if (doing.actor.id === null) return null
  const row = await here(doing)
    .db.selectFrom('requests.draft')
    .select('answers')
    .where('actor_id', '=', doing.actor.id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row ? (row.answers as unknown as Typed) : null
}

/** Keeps the answers so far. Only their writer sees them, until they are sent or thrown away. */
export async function keepDraft(doing: Doing, kind: DraftKind, answers: Typed): Promise<void> {
  if (doing.actor.id === null) return
  const kept = JSON.stringify(answers)
  await here(doing)
    .db.insertInto('requests.draft')
    .values({ actor_id: doing.actor.id, kind, answers: kept, changed_at: doing.now })
    .onConflict(conflict =>
      conflict.columns(['actor_id', 'kind']).doUpdateSet({ answers: kept, changed_at: doing.now }),
    )
    .execute()
}

export async function throwDraftAway(doing: Doing, kind: DraftKind): Promise<void> {
  await here(doing)
    .db.deleteFrom('requests.draft')
    .where('actor_id', '=', doing.actor.id ?? '')
    .where('kind', '=', kind)
    .execute()
}
