import { type RawBuilder, sql } from 'kysely'
import { type Paging, pagingOf, rowsAPage } from '../kernel/paging.ts'
import type { Doing } from './doing.ts'
import { one } from './forms.ts'
import type { Typed } from './route.ts'

/** The page that an address asks for; the first where it says nothing, or nothing that is a number. */
export function pageAsked(query: Typed, name = 'page'): number {
  const typed = one(query, name)
  return /^\d{1,9}$/.test(typed) ? Math.max(1, Number(typed)) : 1
}

/** What somebody looks for, as typed, cut to what a name or a reference can be. */
export const findAsked = (query: Typed): string => one(query, 'find').slice(0, 100)

/** What somebody looks for, for `ilike`: anywhere in a text, with its own `%` and `_` as they were typed. */
export const anywhere = (find: string): string => `%${find.replaceAll(/[\\%_]/g, '\\$&')}%`

type Kept = {
  /** The parts of the address that say which rows and in which order: they stay. */
  readonly keep?: readonly string[]
  /** What the number of the page is called in the address; `page` unless a page has two lists. */
  readonly name?: string
}

/** The address of each page of a list, with its filters kept and nothing that says nothing. */
export function pagesAt(path: string, query: Typed, { keep = [], name = 'page' }: Kept = {}) {
  const kept = keep
    .filter(part => one(query, part) !== '')
    .map((part): [string, string] => [part, one(query, part).slice(0, 100)])
  return (page: number): string => {
    const parts = new URLSearchParams(page === 1 ? kept : [...kept, [name, String(page)]])
    return parts.size === 0 ? path : `${path}?${parts}`
  }
}

type Listing = {
  /** What stands between `with` and the query: the last of it is `kept`, all rows that are counted. */
  readonly kept: RawBuilder<unknown>
  /** Which of the rows kept are listed; all of them unless said. */
  readonly where?: RawBuilder<boolean> | undefined
  /** Columns that say something of all rows kept, such as how many there are of each kind. */
  readonly told?: RawBuilder<unknown> | undefined
  /** By the columns of `kept`, so that no two rows may change places. */
  readonly order: RawBuilder<unknown>
  readonly page: number
  readonly most?: number
}

export type Listed<Row, Told> = {
  readonly paging: Paging
  readonly rows: readonly Row[]
  readonly told: Told
}

/**
 * One page of a list, with how many rows there are and what else is told of them, in one query: a page beyond
 * the end is the last one. What is told comes as JSON: whole numbers as numbers, sums as texts by `::text`.
 */
export async function onePage<Row, Told = unknown>(
  { transaction }: Pick<Doing, 'transaction'>,
  { kept, where = sql`true`, told = sql`count(*)`, order, page, most = rowsAPage }: Listing,
): Promise<Listed<Row, Told>> {
  type Found = { of_all: number; of_told: Told; is_row: true | null }
  const { rows } = await sql<Found & Row>`with ${kept},
    listed as materialized (select * from kept where ${where}),
    counted as (select count(*)::int as of_all from listed),
    shown as (select listed.*, true as is_row from listed order by ${order} limit ${most}
      offset (select greatest(0, least(${page}::bigint, (of_all + ${most}::int - 1) / ${most}::int) - 1)
        * ${most}::int from counted))
    select counted.of_all, (select to_jsonb(t) from (select ${told} from kept) t) as of_told, shown.*
    from counted left join shown on true order by ${order}`.execute(transaction)
  const [first] = rows
  return {
    paging: pagingOf(first?.of_all ?? 0, page, most),
    rows: rows.filter(row => row.is_row),
    told: first?.of_told as Told,
  }
}
