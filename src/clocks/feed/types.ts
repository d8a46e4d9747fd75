import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'

export type FeedId = Id<'feed'>

export const feedNames = ['nobody', 'reference', 'first-name'] as const
/** What an entry says of whom it is about: the owner's choice. */
export type FeedNames = (typeof feedNames)[number]

export type Feed = { readonly id: FeedId; readonly names: FeedNames; readonly made_on: PlainDate }
