import { type Pence, plainMoney } from '../../kernel/money.ts'
import { money, one } from '../../platform/forms.ts'
import type { FieldError, Typed } from '../../platform/route.ts'
import type { DecidedPart, NewDecision } from '../actions/decide.ts'
import { pathways } from '../pathways.ts'
import { type PartToDecide, sayPartProblem, whyNotSave } from '../rules/parts.ts'
import { type Part, ways } from '../types.ts'

/** Names the fields of one part of a decision. */
export const fieldOf = (name: 'way' | 'weekly' | 'reason', place: number): string => `${name}-${place}`

export type ReadParts = { readonly parts: readonly DecidedPart[]; readonly errors: readonly FieldError[] }

const weeklyField = money({ missing: '' })

function readWeekly(typed: Typed, name: string): { value: Pence | null } | { says: string } {
  return one(typed, name) === '' ? { value: null } : weeklyField(typed, name)
}

/** Each part as typed: a way, or refused, with its sum and its reason; every error at its field. */
export function readDecidedParts(typed: Typed, asked: readonly Part[]): ReadParts {
  const errors: FieldError[] = []
  const parts = asked.map((part): PartToDecide => {
    const { place, id, says, askedWay } = part
    const chosen = one(typed, fieldOf('way', place))
    const way = ways.find(name => name === chosen) ?? null
    if (way === null && chosen !== 'refused')
      errors.push({ field: fieldOf('way', place), says: `Grant or refuse “${says}”` })
    const weekly = readWeekly(typed, fieldOf('weekly', place))
    if ('says' in weekly) errors.push({ field: fieldOf('weekly', place), says: weekly.says })
    const reason = one(typed, fieldOf('reason', place)) || null
    return {
      part: id,
      place,
      says,
      askedWay,
      granted: way !== null,
      decidedWay: way,
      weekly: 'value' in weekly ? weekly.value : null,
      reason,
    }
  })
  const undecided = new Set(
    errors.filter(({ field }) => field.startsWith('way-')).map(({ field }) => Number(field.slice(4))),
  )
  const decided = parts.filter(({ place }) => !undecided.has(place))
  if (decided.length > 0)
    for (const problem of whyNotSave(decided))
      errors.push({ field: fieldFor(problem), says: sayPartProblem(problem, saysAt(parts, problem)) })
  return {
    parts: parts.map(({ part, granted, decidedWay, weekly, reason }) => ({
      part,
      granted,
      decidedWay,
      weekly,
      reason,
    })),
    errors,
  }
}

type Problem = ReturnType<typeof whyNotSave>[number]
const fieldFor = (problem: Problem): string =>
  'place' in problem
    ? fieldOf(problem.problem === 'way-needed' ? 'way' : 'reason', problem.place)
    : fieldOf('reason', 1)
const saysAt = (parts: readonly PartToDecide[], problem: Problem): string =>
  'place' in problem ? (parts.find(({ place }) => place === problem.place)?.says ?? '') : ''

const mostSummary = 2000

/** A decision as typed, with every error of its fields. */
export function readDecision(typed: Typed, asked: readonly Part[], reference: string) {
  const { parts, errors } = readDecidedParts(typed, asked)
  const pathway = pathways.find(name => name === one(typed, 'pathway')) ?? 'not-sure'
  const summary = one(typed, 'summary')
  const decision: NewDecision = { reference, seen: Number(one(typed, 'seen')) || 0, pathway, parts, summary }
  const own: readonly FieldError[] = [
    ...(pathway === 'not-sure' ? [{ field: 'pathway', says: 'Choose which care this person gets' }] : []),
    ...([...summary].length > mostSummary
      ? [{ field: 'summary', says: `Use ${mostSummary} characters or fewer` }]
      : []),
  ]
  return { decision, errors: [...own, ...errors] }
}

/** The form as it is first shown: what was asked for is proposed, nothing is refused beforehand. */
export const typedParts = (parts: readonly Part[]): Typed =>
  Object.fromEntries(
    parts.flatMap(part => [
      [fieldOf('way', part.place), part.granted === false ? 'refused' : (part.decidedWay ?? '')],
      [fieldOf('weekly', part.place), part.weekly === null ? '' : plainMoney(part.weekly)],
      [fieldOf('reason', part.place), part.reason ?? ''],
    ]),
  )
