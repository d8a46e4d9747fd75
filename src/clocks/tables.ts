import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { FeedId, FeedNames } from './feed/types.ts'

type Tables = {
  'clocks.feed': {
    id: FeedId
    actor_id: string
    hash: string
    names: FeedNames
    made_on: PlainDate
    made_at: Generated<Moment>
  }
  'clocks.feed_ended': {
    feed_id: FeedId
    actor_id: string
    because: 'renewed' | 'stopped'
    ended_on: PlainDate
    ended_at: Generated<Moment>
  }
  'clocks.feed_looked': { feed_id: FeedId; person_id: PersonId; on_day: PlainDate; actor_id: string }
}

type All = Tables & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
