import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

/** Firms that work pay out for others and are known to the service, by name. */
export async function payrollFirms(
  doing: Doing,
): Promise<readonly { readonly id: OrganisationId; readonly name: string }[]> {
  return here(doing)
    .db.selectFrom('people.organisation_shown')
    .select(['id', 'name'])
    .where('kind', '=', 'payroll')
    .orderBy('name')
    .execute()
}
