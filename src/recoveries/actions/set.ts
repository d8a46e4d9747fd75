import { permissions } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { type OrganisationId, setSetting } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { readSetting, type SettingName } from '../rules/settings.ts'
import { hasRole } from './kept.ts'

export type NewFigure = {
  readonly organisation: OrganisationId
  readonly name: SettingName
  readonly value: string
  readonly from: PlainDate
  readonly because: string
}
export type SetProblem = 'not-yours-to-set' | 'not-a-figure' | 'reason-missing' | 'in-the-past'

/**
 * Sets a figure of a board's own from today or a later day on. Earlier ones stand for the days before, so
 * that no proposal can be judged by a figure that came after it.
 */
export async function setFigure(doing: Doing, asked: NewFigure): Promise<Done<null, SetProblem>> {
  const value = readSetting(asked.name, asked.value)
  const checks: readonly (readonly [boolean, SetProblem])[] = [
    [!hasRole(doing, asked, permissions['recoveries.settings']), 'not-yours-to-set'],
    [value === null, 'not-a-figure'],
    [asked.because.trim() === '', 'reason-missing'],
    [asked.from < doing.today, 'in-the-past'],
  ]
  const reasons = checks.filter(([so]) => so).map(([, reason]) => reason)
  if (reasons.length > 0 || value === null) return refused(...reasons)
  await setSetting(doing, { ...asked, value, because: asked.because.trim() })
  return done(null)
}
