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
export const record = (doing: Doing, happening: Happening): Promise<void> => write(doing, 'change', happening)

/** Writes down that something was asked for and refused, with the reason. */
export const recordRefused = (doing: Doing, happening: Happening): Promise<void> =>
  write(doing, 'refused', happening)

/** Writes down that somebody looked at a person's record: who, in which role, what for. */
export const look = (
  doing: Doing,
  at: Omit<Happening, 'happened'> & { readonly page: string },
): Promise<void> => write(doing, 'look', { ...at, happened: at.page })

async function write(doing: Doing, kind: 'change' | 'look' | 'refused', happening: Happening): Promise<void> {
  await here(doing)
    .db.insertInto('access.happening')
    .values({
      id: newId(),
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
      purpose: doing.purpose,
      because: happening.because ?? null,
      details: JSON.stringify(happening.details ?? {}, (_name, value: unknown) =>
        typeof value === 'bigint' ? value.toString() : value,
      ),
    })
    .execute()
}
