import { sql } from 'kysely'
import { supplierKey } from '../../payments/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'

/** The organisation that we know by a supplier's name, so that its own people see their papers; else null. */
export async function supplierOrganisation(doing: Doing, name: string): Promise<OrganisationId | null> {
  const { rows } = await sql<{ id: OrganisationId; name: string }>`
    select id, name from people.organisation_shown where kind in ('provider', 'supplier', 'charity')`.execute(
    doing.transaction,
  )
  const key = supplierKey(name)
  return rows.find(one => supplierKey(one.name) === key)?.id ?? null
}
