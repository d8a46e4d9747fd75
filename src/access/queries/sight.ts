import { sql } from 'kysely'
import type { Id } from '../../kernel/brand.ts'
import type { Doing } from '../../platform/doing.ts'
import type { SightSort } from '../tables.ts'

type Of = { readonly person: Id<'person'>; readonly organisation: Id<'organisation'> }

/** How much of a person's record the one who asks sees: the most of the sorts they have; null where none. */
export async function sightOf(doing: Doing, { person, organisation }: Of): Promise<SightSort | null> {
  const sees = (sort: SightSort) =>
    sql<boolean>`(coalesce(${person} = any (access.people(${sort})), false)
      or coalesce(${organisation} = any (access.organisations(${sort})), false))`
  const { rows } = await sql<Record<SightSort, boolean>>`
    select ${sees('all')} as all, ${sees('money')} as money, ${sees('plan')} as plan,
      ${sees('name')} as name`.execute(doing.transaction)
  const [found] = rows
  return (['all', 'money', 'plan', 'name'] as const).find(sort => found?.[sort] === true) ?? null
}

/** Does the one who asks see a person's plan only as far as their own body has a part in it? */
export async function seesInPart(doing: Doing, { person, organisation }: Of): Promise<boolean> {
  const { rows } = await sql<{ part: boolean }>`
    select ${person} = any (access.people('part')) and ${organisation} <> all (access.organisations('plan'))
      as part`.execute(doing.transaction)
  return rows[0]?.part === true
}
