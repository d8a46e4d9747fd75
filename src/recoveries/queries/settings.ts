import type { Role } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Decider } from '../rules/deciding.ts'
import { allSettings, limitOf, limitSum, type SettingName, settingNames } from '../rules/settings.ts'
import type { Figures } from '../rules/surplus.ts'
import { here } from '../tables.ts'
import type { LocalFigure } from '../types.ts'

export type SettingShown = {
  readonly name: SettingName
  readonly value: string
  readonly from: PlainDate
  readonly by: string | null
  readonly because: string
}

/** Every setting of this module that a board has made, the newest first, also those to come. */
export async function settingsOf(
  doing: Doing,
  organisation: OrganisationId,
): Promise<readonly SettingShown[]> {
  const rows = await here(doing)
    .db.selectFrom('people.setting_shown as s')
    .leftJoin('access.actor_shown as a', 'a.id', 's.set_by')
    .select(['s.name', 's.value', 's.from_on', 's.because', 'a.name as by'])
    .where('s.organisation_id', '=', organisation)
    .where('s.name', 'in', [...allSettings])
    .orderBy('s.from_on', 'desc')
    .orderBy('s.set_at', 'desc')
    .execute()
  return rows.map(({ name, value, from_on, by, because }) => ({
    name: name as SettingName,
    value,
    from: from_on,
    by,
    because,
  }))
}

/** Of some settings the one of a name that holds on a day; null where none does. */
export const settingIn = (
  settings: readonly SettingShown[],
  name: SettingName,
  day: PlainDate,
): SettingShown | null => settings.find(one => one.name === name && one.from <= day) ?? null

function figureIn(settings: readonly SettingShown[], name: SettingName, day: PlainDate): LocalFigure | null {
  const found = settingIn(settings, name, day)
  if (found === null || !/^\d{1,7}(\.\d+)?$/.test(found.value)) return null
  return { value: Number(found.value), from: found.from, by: found.by, because: found.because }
}

/** The board's figures for the working, on a day. */
export const figuresOf = (settings: readonly SettingShown[], day: PlainDate): Figures => ({
  limit: figureIn(settings, 'surplus-weeks', day),
  billsWeeks: figureIn(settings, 'recovery-bills-weeks', day),
  contingencyWeeks: figureIn(settings, 'recovery-contingency-weeks', day),
})

/** A number of days as the board has set it, or as it is usual here. */
export const daysIn = (settings: readonly SettingShown[], name: SettingName, day: PlainDate): number =>
  figureIn(settings, name, day)?.value ?? settingNames[name].usual ?? 28

/** Who decides, and up to which sums their roles may: roles without a limit of their own decide nothing. */
export async function deciderIn(doing: Doing, organisation: OrganisationId): Promise<Decider> {
  const settings = await settingsOf(doing, organisation)
  const limits = doing.actor.roles
    .filter(one => one.organisation === organisation)
    .flatMap(({ role }): Pence[] => {
      const name = limitOf(role as Role)
      const set = name === null ? null : settingIn(settings, name, doing.today)
      const sum = set === null ? null : limitSum(set.value)
      return sum === null ? [] : [sum]
    })
  return { id: doing.actor.id, limits }
}
