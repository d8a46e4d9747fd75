import { bodiesOver, movesOf } from '../../access/public.ts'
import { addDays, later, type PlainDate } from '../../kernel/days.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
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

/**
 * The figures that hold for a person's cases, each for its days: of the body that answered then. A clock that
 * began under a body's own figure keeps its day when another body follows.
 */
export async function settingsOf(
  doing: Doing,
  { organisation, person }: { readonly organisation: OrganisationId; readonly person: PersonId },
): Promise<readonly Setting[]> {
  const [all, moves] = [await settingsByOrganisation(doing), await movesOf(doing, person)]
  return bodiesOver(moves, organisation).flatMap(({ body, from, until }) =>
    (all.get(body) ?? []).flatMap(one => within(one, from, until)),
  )
}

/** Pure: a figure for the days on which its body answered; none where there is no such day. */
function within(one: Setting, from: PlainDate | null, next: PlainDate | null): readonly Setting[] {
  const last = next === null ? null : addDays(next, -1)
  const cut = {
    ...one,
    from: from === null ? one.from : later(from, one.from),
    until: last === null ? one.until : one.until === null || last < one.until ? last : one.until,
  }
  return cut.until !== null && cut.until < cut.from ? [] : [cut]
}
