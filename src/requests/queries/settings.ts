import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Setting, type SettingKey, settingKeys } from '../../rights/public.ts'
import { here } from '../tables.ts'

const isKey = (name: string): name is SettingKey => Object.hasOwn(settingKeys, name)

/** Every figure that organisations have set for themselves, by organisation, as the rules take them. */
export async function settingsByOrganisation(
  doing: Doing,
): Promise<ReadonlyMap<OrganisationId, readonly Setting[]>> {
  const rows = await here(doing)
    .db.selectFrom('people.setting_shown as s')
    .innerJoin('people.organisation_shown as o', 'o.id', 's.organisation_id')
    .select([
      's.organisation_id',
      's.name',
      's.value',
      's.from_on',
      's.until_on',
      's.because',
      'o.name as owner',
    ])
    .where('s.name', 'in', Object.keys(settingKeys))
    .execute()
  const found = new Map<OrganisationId, Setting[]>()
  for (const row of rows) {
    const value = Number(row.value)
    if (!isKey(row.name) || !Number.isInteger(value)) continue
    const one = {
      key: row.name,
      value,
      from: row.from_on,
      until: row.until_on,
      owner: row.owner,
      because: row.because,
    }
    found.set(row.organisation_id, [...(found.get(row.organisation_id) ?? []), one])
  }
  return found
}

/** The figures that one organisation has set for itself. */
export const settingsOf = async (doing: Doing, of: OrganisationId): Promise<readonly Setting[]> =>
  (await settingsByOrganisation(doing)).get(of) ?? []
