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

export type SeenInPart = 'council' | 'supplier' | 'holder'

/**
 * As what the one who asks sees a part of a person's plan: the council's lines, those that they are paid for,
 * those that they hold money for. Null where they see all of it, or nothing.
 */
export async function seesInPart(doing: Doing, { person, organisation }: Of): Promise<SeenInPart | null> {
  const { rows } = await sql<{ as_what: SeenInPart | null }>`
    select case when ${person} <> all (access.people('part'))
          or ${organisation} = any (access.organisations('plan')) then null
        when ${person} = any (access.people('supplies')) then 'supplier'
        when ${person} = any (access.people('holds')) then 'holder' else 'council' end as as_what`.execute(
    doing.transaction,
  )
  return rows[0]?.as_what ?? null
}
