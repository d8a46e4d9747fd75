import type { PlainDate } from '../../kernel/days.ts'
import { type Backed, backedBy, findRule } from '../../rights/public.ts'

/** One theme of a local rubric as it stood when the quarter ended. */
export type Theme = {
  readonly theme: string
  readonly claimed: number
  /** The levels for which there is evidence. One that is missing below holds back all above it. */
  readonly evidenceFor: readonly number[]
  /** The level at which the regional manager agreed; null until they have said. */
  readonly agreedAt: number | null
}

export type Rubric = {
  readonly topLevel: number
  /** The level to reach in each theme. */
  readonly target: number
}

export type Gap = { readonly theme: string; readonly levels: number }

export type Readiness = Backed & {
  /** Null where nobody has agreed to a level yet. */
  readonly agreed: Readonly<Record<string, number | null>>
  readonly total: number
  readonly of: number
  /** Each needs an action with an owner and a day: `whyNotAction`. */
  readonly gaps: readonly Gap[]
  readonly waiting: readonly string[]
  readonly label: typeof rubricLabel
}

/** How every rubric is named wherever it is shown: no official names of levels were found. */
export const rubricLabel = 'local rubric, not an official scale'

/** The highest level with evidence for it and for each one below. */
export function evidenced({ evidenceFor }: Theme): number {
  let level = 0
  while (evidenceFor.includes(level + 1)) level += 1
  return level
}

/** The level that counts: the least of what is claimed, has evidence and was agreed; null before the last. */
export const agreedLevel = (theme: Theme): number | null =>
  theme.agreedAt === null ? null : Math.min(theme.claimed, evidenced(theme), theme.agreedAt)

/** How ready an area is, as agreed. A theme that waits to be agreed adds nothing and is no gap yet. */
export function readiness(themes: readonly Theme[], { topLevel, target }: Rubric): Readiness {
  const levels = themes.map(one => ({ theme: one.theme, level: agreedLevel(one) }))
  const agreed = levels.flatMap(({ theme, level }) => (level === null ? [] : [{ theme, level }]))
  return {
    agreed: Object.fromEntries(levels.map(({ theme, level }) => [theme, level])),
    total: agreed.reduce((all, { level }) => all + level, 0),
    of: themes.length * topLevel,
    gaps: agreed
      .filter(({ level }) => level < target)
      .map(({ theme, level }) => ({ theme, levels: target - level })),
    waiting: levels.filter(({ level }) => level === null).map(({ theme }) => theme),
    label: rubricLabel,
    ...backedBy(findRule('READINESS-AGREED'), findRule('READINESS-LOCAL-RUBRIC')),
  }
}

export type Action = { readonly owner: string; readonly by: PlainDate | null; readonly today: PlainDate }

export const actionSays = {
  'owner-missing': 'Say who sees to it',
  'day-missing': 'Say by which day',
  'day-gone': 'The day cannot be in the past',
} as const
export type ActionProblem = keyof typeof actionSays

/** Every reason why an action closes no gap: it has an owner, and a day that has not gone. */
export function whyNotAction({ owner, by, today }: Action): readonly ActionProblem[] {
  const checks: readonly (readonly [boolean, ActionProblem])[] = [
    [owner.trim() === '', 'owner-missing'],
    [by === null, 'day-missing'],
    [by !== null && by < today, 'day-gone'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}
