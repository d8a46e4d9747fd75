import { type RawBuilder, sql } from 'kysely'
import type { OrganisationId } from '../../people/public.ts'

/** Of which cases something is asked. */
export type Which =
  | { readonly organisation: OrganisationId }
  | { readonly reference: string }
  | { readonly references: readonly string[] }

/** The rows of which cases: a condition on the columns of a table or view by its name here. */
export function ofCase(which: Which, name: string): RawBuilder<boolean> {
  if ('organisation' in which) return sql`${sql.ref(`${name}.organisation_id`)} = ${which.organisation}`
  const reference = sql.ref(`${name}.reference`)
  return 'reference' in which
    ? sql`${reference} = ${which.reference}`
    : sql`${reference} = any (${[...which.references]}::text[])`
}
