import type { Id } from '../kernel/brand.ts'
import { readId } from '../kernel/ids.ts'
import { one } from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'
import { type Pathway, pathwaySays, type Way, wayShort } from '../requests/public.ts'
import { type Stage, stages, type Whose, whose } from './types.ts'

export const sorts = ['due', 'name', 'received', 'stage'] as const
export type Sort = (typeof sorts)[number]

/** Which cases: what a member of staff asks of the caseload by its address. */
export type Filter = {
  readonly find: string
  /** `open`: all that are not refused, withdrawn or closed. */
  readonly stage: Stage | 'open' | 'all'
  readonly whose: Whose | 'me' | null
  readonly overdue: boolean
  readonly pathway: Pathway | null
  readonly worker: Id<'actor'> | 'me' | 'nobody' | null
  readonly way: Way | null
  readonly sort: Sort
}

const among = <Value extends string>(all: readonly Value[], typed: string): Value | null =>
  all.find(value => value === typed) ?? null

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => Object.keys(words) as Key[]

/**
 * Reads an address; anything in it that means nothing is as good as not there. Somebody looked for is
 * looked for everywhere.
 */
export function filterFrom(query: Typed): Filter {
  const find = one(query, 'find').slice(0, 100)
  return {
    find,
    stage: among([...stages, 'open', 'all'] as const, one(query, 'stage')) ?? (find === '' ? 'open' : 'all'),
    whose: among([...whose, 'me'] as const, one(query, 'turn')),
    overdue: one(query, 'overdue') === 'yes',
    pathway: among(keysOf(pathwaySays), one(query, 'pathway')),
    worker: among(['me', 'nobody'] as const, one(query, 'worker')) ?? readId(one(query, 'worker')),
    way: among(keysOf(wayShort), one(query, 'way')),
    sort: among(sorts, one(query, 'sort')) ?? 'due',
  }
}

const asked = ['find', 'stage', 'turn', 'overdue', 'pathway', 'worker', 'way', 'sort'] as const

/**
 * The part of an address that says a filter, without what says nothing: to be kept, sent on, or paged
 * through.
 */
export const queryOf = (query: Typed): string =>
  new URLSearchParams(
    asked
      .filter(name => one(query, name) !== '')
      .map((name): [string, string] => [name, one(query, name).slice(0, 100)]),
  ).toString()

export const pageOf = (query: Typed): number =>
  Math.min(10_000, Math.max(1, Number.parseInt(one(query, 'page'), 10) || 1))

export const perPage = 50
/** As many as a spreadsheet is good for. */
export const mostRows = 25_000
