import assert from 'node:assert/strict'
import { record } from '../../access/public.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import type { FeedId, FeedNames } from '../feed/types.ts'
import { feedOfMine, hashOfSecret, newSecret } from '../queries/feed.ts'
import { here } from '../tables.ts'

async function end(doing: Doing, feed: FeedId, because: 'renewed' | 'stopped'): Promise<void> {
  assert(doing.actor.id !== null)
  await here(doing)
    .db.insertInto('clocks.feed_ended')
    .values({ feed_id: feed, actor_id: doing.actor.id, because, ended_on: doing.today })
    .execute()
}

const noted = (doing: Doing, happened: string, to: FeedId) =>
  record(doing, { happened, organisation: null, person: doing.actor.person, to })

/** Makes the actor's secret calendar address, which ends an older one. The secret it gives is not kept. */
export async function makeFeed(doing: Doing, names: FeedNames): Promise<string> {
  assert(doing.actor.id !== null)
  const [before, secret, id] = [await feedOfMine(doing), newSecret(), newId<'feed'>()]
  if (before !== null) await end(doing, before.id, 'renewed')
  await here(doing)
    .db.insertInto('clocks.feed')
    .values({ id, actor_id: doing.actor.id, hash: hashOfSecret(secret), names, made_on: doing.today })
    .execute()
  await noted(doing, before === null ? 'calendar-made' : 'calendar-renewed', id)
  return secret
}

/** Stops the actor's calendar address at once. False where there is none. */
export async function stopFeed(doing: Doing): Promise<boolean> {
  const feed = await feedOfMine(doing)
  if (feed === null) return false
  await end(doing, feed.id, 'stopped')
  await noted(doing, 'calendar-stopped', feed.id)
  return true
}
