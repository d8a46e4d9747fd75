import type { PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import { organisation } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { carried, type LineSplit, type Strand, strands } from './rules/shares.ts'
import { here, type NeedsShown } from './tables.ts'
import type { LineKey } from './types.ts'

type Rows = {
  readonly shares: readonly NeedsShown['needs.share_shown'][]
  readonly totals: readonly NeedsShown['needs.share_total_shown'][]
  readonly agreements: readonly NeedsShown['needs.share_agreed_shown'][]
}

/**
 * A split as the actor may see it: a board sees every share, a body its own strand's and the others' totals.
 * `lines` is whole only for those who see every strand. `agreed_on` is null while somebody has not agreed.
 */
export type SplitShown = NeedsShown['needs.split_shown'] &
  Rows & { readonly lines: ReadonlyMap<LineKey, LineSplit> }

/** Every split of budgets that the actor may see, the newest first. */
export async function splitsOf(
  doing: Doing,
  ...references: readonly string[]
): Promise<readonly SplitShown[]> {
  if (references.length === 0) return []
  const { db } = here(doing)
  const rows = await db
    .selectFrom('needs.split_shown')
    .selectAll()
    .where('reference', 'in', [...references])
    .orderBy('number', 'desc')
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const shares = await db.selectFrom('needs.share_shown').selectAll().where('split_id', 'in', ids).execute()
  const totals = await db
    .selectFrom('needs.share_total_shown')
    .selectAll()
    .where('split_id', 'in', ids)
    .execute()
  const agreements = await db
    .selectFrom('needs.share_agreed_shown')
    .selectAll()
    .where('split_id', 'in', ids)
    .execute()
  return rows.map(row => {
    const own = shares.filter(one => one.split_id === row.id)
    return {
      ...row,
      shares: own,
      totals: totals.filter(one => one.split_id === row.id).sort((a, b) => place(a) - place(b)),
      agreements: agreements.filter(one => one.split_id === row.id),
      lines: linesOf(own),
    }
  })
}

const place = ({ strand }: { readonly strand: Strand }): number => strands.indexOf(strand)

const linesOf = (shares: Rows['shares']): ReadonlyMap<LineKey, LineSplit> =>
  new Map(
    [...Map.groupBy(shares, share => share.line_key)].map(([key, ofLine]) => [
      key,
      {
        key,
        way: ofLine[0]?.way ?? 'whole',
        parts: [...ofLine].sort((a, b) => place(a) - place(b)).map(({ strand, part }) => ({ strand, part })),
      },
    ]),
  )

/** The split that holds on a day: the newest that everybody agreed and that has begun; null where none. */
export const heldOn = (splits: readonly SplitShown[], day: PlainDate): SplitShown | null =>
  [...splits]
    .sort((a, b) => b.number - a.number)
    .find(({ from_on, agreed_on }) => agreed_on !== null && from_on <= day) ?? null

export type Carried = { readonly strand: Strand; readonly name: string; readonly weekly: Pence }

/**
 * Who carries how much a week of each line on a day; null where nothing is split: then it is all the
 * board's.
 */
export async function carriedOn(
  doing: Doing,
  { reference, day }: { readonly reference: string; readonly day: PlainDate },
  lines: readonly { readonly key: LineKey; readonly weekly: Pence }[],
): Promise<ReadonlyMap<LineKey, readonly Carried[]> | null> {
  const split = heldOn(await splitsOf(doing, reference), day)
  if (split === null) return null
  const names = new Map<Strand, string>()
  const bodies = [...split.totals, { strand: 'health' as const, body_id: split.organisation_id }]
  for (const { strand, body_id } of bodies)
    names.set(strand, (await organisation(doing, body_id))?.name ?? '')
  return new Map(
    lines.map(({ key, weekly }) => [
      key,
      [...carried(weekly, split.lines.get(key), weekly)].map(([strand, sum]) => ({
        strand,
        name: names.get(strand) ?? '',
        weekly: sum,
      })),
    ]),
  )
}
