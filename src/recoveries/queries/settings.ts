import type { Role } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { figureSetOn, readFigure } from '../../kernel/figures.ts'
import type { Pence } from '../../kernel/money.ts'
import { type FigureShown, figureHistory, type OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Decider } from '../rules/deciding.ts'
import { limitOf, limitSum, type SettingName, settingNames } from '../rules/settings.ts'
import type { Figures } from '../rules/surplus.ts'
import type { LocalFigure } from '../types.ts'

/** One figure that a board has set, with who set it, when and why. */
export type SettingShown = FigureShown

/** Every setting of this module that a board has made, the newest first, also those to come. */
export const settingsOf = (doing: Doing, organisation: OrganisationId): Promise<readonly SettingShown[]> =>
  figureHistory(doing, { organisation, facts: settingNames })

function figureIn(settings: readonly SettingShown[], name: SettingName, day: PlainDate): LocalFigure | null {
  const found = figureSetOn(settings, name, day)
  const value = found === null ? null : readFigure(settingNames[name], found.value)
  if (found === null || value === null) return null
  return { value, from: found.from, by: found.by, because: found.because }
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
      const set = name === null ? null : figureSetOn(settings, name, doing.today)
      const sum = set === null ? null : limitSum(set.value)
      return sum === null ? [] : [sum]
    })
  return { id: doing.actor.id, limits }
}
