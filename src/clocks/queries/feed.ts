import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { actorMay, lookAll } from '../../access/public.ts'
import type { PersonId } from '../../people/public.ts'
import type { Actor, Doing } from '../../platform/doing.ts'
import type { Feed, FeedId, FeedNames } from '../feed/types.ts'
import { here } from '../tables.ts'
import type { RunOfMine } from './runs.ts'

/** A secret that nobody guesses: 32 bytes of chance, as an address may hold them. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret. */
export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(`calendar ${secret}`).digest('hex')

/** The calendar address that the actor has now; null where there is none or it was stopped. */
export async function feedOfMine(doing: Doing): Promise<Feed | null> {
  const row = await here(doing)
    .db.selectFrom('clocks.feed as f')
    .select(['f.id', 'f.names', 'f.made_on'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('clocks.feed_ended as e').select('e.feed_id').whereRef('e.feed_id', '=', 'f.id')),
      ),
    )
    .orderBy('f.made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

type Owner = Actor & { readonly feed: FeedId; readonly names: FeedNames }

/**
 * From here on the transaction sees what the owner of a secret address sees today. Null where it was
 * stopped, never was, or where its owner has no right to a calendar any more.
 */
export async function enterByFeed(
  doing: Doing,
  secret: string,
): Promise<{ readonly doing: Doing; readonly feed: FeedId; readonly names: FeedNames } | null> {
  const { rows } = await sql<{ owner: Owner | null }>`
    select clocks.enter_by_feed(${hashOfSecret(secret)}) as owner`.execute(doing.transaction)
  const owner = rows[0]?.owner ?? null
  if (owner === null || !actorMay(owner, 'clocks.calendar')) return null
  const { feed, names, ...actor } = owner
  return { doing: { ...doing, actor, purpose: 'calendar feed' }, feed, names }
}

/** Writes down that a calendar looked at these people's clocks: once a day each, however often it asks. */
export async function noteFeedLooks(doing: Doing, feed: FeedId, runs: readonly RunOfMine[]): Promise<void> {
  const actor = doing.actor.id
  const others = new Map(
    runs.filter(one => one.person_id !== doing.actor.person).map(one => [one.person_id, one]),
  )
  if (actor === null || others.size === 0) return
  const people = [...others.keys()]
  const { rows } = await sql<{ person_id: PersonId }>`
    insert into clocks.feed_looked (feed_id, person_id, on_day, actor_id)
    select ${feed}, p, ${doing.today}, ${actor} from unnest(${people}::uuid[]) p
    on conflict do nothing returning person_id`.execute(doing.transaction)
  const looks = rows.flatMap(({ person_id: person }) => {
    const organisation = others.get(person)?.organisation_id
    return organisation === undefined ? [] : [{ page: 'calendar feed', organisation, person }]
  })
  if (looks.length > 0) await lookAll(doing, looks)
}
