import { sql } from 'kysely'
import type { Id } from '../../kernel/brand.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Role, roleNames } from '../permissions.ts'
import { here } from '../tables.ts'

export type Happening = {
  /** What happened, in words with hyphens: `plan-signed-off`. */
  readonly happened: string
  readonly organisation: Id<'organisation'> | null
  readonly person: Id<'person'> | null
  /** The thing it happened to: a request, a plan, a run. */
  readonly to?: string | null
  readonly because?: string | null
  /** What a look was for, in words that the person reads: `first review`. */
  readonly purpose?: string | null
  /** Ids, days and sums that explain it; never a diagnosis, an address or a bank number. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** The role in which somebody acts, as the record names it: their first, or a person of the public. */
export function roleOf(doing: Doing): string {
  const role = doing.actor.roles[0]?.role as Role | undefined
  if (role) return roleNames[role]
  return doing.actor.id === null ? doing.actor.name : roleNames.person
}

/** Writes a change into the record, in the change's own transaction. */
export const record = (doing: Doing, happening: Happening): Promise<void> =>
  write(doing, { kind: 'change', id: newId() }, happening)

/**
 * Writes down that something was asked for and refused, with the reason. It stands although the request that
 * was refused leaves nothing else behind.
 */
export async function recordRefused(doing: Doing, happening: Happening): Promise<void> {
  const as = { kind: 'refused', id: newId() } as const
  await write(doing, as, happening)
  doing.ifUndone?.push(again => write(again, as, happening))
}

/** Writes down that somebody looked at a person's record: who, in which role, what for. */
export const look = (
  doing: Doing,
  at: Omit<Happening, 'happened'> & { readonly page: string },
): Promise<void> => write(doing, { kind: 'look', id: newId() }, { ...at, happened: at.page })

const asTexts = (_name: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value

type As = { readonly kind: 'change' | 'look' | 'refused'; readonly id: string }

async function write(doing: Doing, { kind, id }: As, happening: Happening): Promise<void> {
  await here(doing)
    .db.insertInto('access.happening')
    .values(rowOf(doing, { kind, id }, happening))
    .execute()
}

// So many are written at once: their JSON stays below a few megabytes.
const mostAtOnce = 5000

/** Many changes of one deed, such as the payments of a run: a few statements for all of them. */
export const recordAll = (doing: Doing, happenings: readonly Happening[]): Promise<void> =>
  writeAll(doing, 'change', happenings)

/** Looks at many people's records in one deed, such as a payment file's. */
export const lookAll = (
  doing: Doing,
  looks: readonly (Omit<Happening, 'happened'> & { readonly page: string })[],
): Promise<void> =>
  writeAll(
    doing,
    'look',
    looks.map(one => ({ ...one, happened: one.page })),
  )

async function writeAll(doing: Doing, kind: As['kind'], happenings: readonly Happening[]): Promise<void> {
  for (let from = 0; from < happenings.length; from += mostAtOnce) {
    const some = happenings.slice(from, from + mostAtOnce)
    const rows = some.map(one => ({
      ...rowOf(doing, { kind, id: newId() }, one),
      details: one.details ?? {},
    }))
    await sql`insert into access.happening (id, kind, what, on_day, at, actor_id, actor_name, actor_role,
        on_behalf_of, organisation_id, person_id, subject_id, purpose, because, details)
      select id, kind, what, on_day, at, actor_id, actor_name, actor_role, on_behalf_of, organisation_id,
        person_id, subject_id, purpose, because, details
      from jsonb_populate_recordset(null::access.happening, ${JSON.stringify(rows, asTexts)}::jsonb)`.execute(
      doing.transaction,
    )
  }
}

const rowOf = (doing: Doing, { kind, id }: As, happening: Happening) => ({
  id,
  kind,
  what: happening.happened,
  on_day: doing.today,
  at: doing.now,
  actor_id: doing.actor.id,
  actor_name: doing.actor.name,
  actor_role: roleOf(doing),
  on_behalf_of: doing.onBehalfOf,
  organisation_id: happening.organisation,
  person_id: happening.person,
  subject_id: happening.to ?? null,
  purpose: happening.purpose ?? doing.purpose,
  because: happening.because ?? null,
  details: JSON.stringify(happening.details ?? {}, asTexts),
})
