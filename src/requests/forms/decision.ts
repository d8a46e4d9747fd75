import type { PlainDate } from '../../kernel/days.ts'
import { type Pence, plainMoney } from '../../kernel/money.ts'
import { money, one } from '../../platform/forms.ts'
import type { FieldError, Typed } from '../../platform/route.ts'
import { answersFact, factQuestions, findPathway } from '../../rights/public.ts'
import type { DecidedPart, NewDecision } from '../actions/decide.ts'
import { pathways } from '../pathways.ts'
import { notBorne } from '../rules/on-pathway.ts'
import { type PartToDecide, sayPartProblem, whyNotSave } from '../rules/parts.ts'
import { type Part, type Pathway, ways } from '../types.ts'

/** Names the fields of one part of a decision. */
export const fieldOf = (name: 'way' | 'weekly' | 'reason', place: number): string => `${name}-${place}`

/** Names the field of what the right of a care asks. */
export const factField = (pathway: Pathway): string => `fact-${pathway}`

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

type About = {
  readonly asked: readonly Part[]
  readonly reference: string
  readonly born: PlainDate | null
  readonly on: PlainDate
}

/** What the care does not bear, each at its field: an age at the care, a way at every part granted so. */
const notBorneErrors = ({ pathway, parts }: NewDecision, { asked, born, on }: About): readonly FieldError[] =>
  notBorne(pathway, parts, { born, on }).flatMap(({ way, says }) => {
    if (way === null) return [{ field: 'pathway', says }]
    const held = parts.filter(({ decidedWay }) => decidedWay === way).map(({ part }) => part)
    return asked
      .filter(({ id }) => held.includes(id))
      .map(({ place }) => ({ field: fieldOf('way', place), says }))
  })

/** The answer to what the right of the chosen care asks; an error at its field where there is none. */
function readFact(typed: Typed, pathway: Pathway): { fact: string | null; error: FieldError | null } {
  const asks = findPathway(pathway)?.asks ?? null
  if (asks === null) return { fact: null, error: null }
  const field = factField(pathway)
  const fact = one(typed, field)
  if (answersFact(asks, fact)) return { fact, error: null }
  return { fact: null, error: { field, says: factQuestions[asks].missing } }
}

/** The care that is chosen, else the one asked for, with what is answered so far. */
export function chosenCare(typed: Typed, asked: Pathway): { pathway: Pathway; fact: string | null } {
  const pathway = pathways.find(name => name === one(typed, 'pathway')) ?? asked
  return { pathway, fact: one(typed, factField(pathway)) || null }
}

/** A decision as typed, with every error of its fields. */
export function readDecision(typed: Typed, about: About) {
  const { asked, reference } = about
  const { parts, errors } = readDecidedParts(typed, asked)
  const pathway = pathways.find(name => name === one(typed, 'pathway')) ?? 'not-sure'
  const summary = one(typed, 'summary')
  const seen = Number(one(typed, 'seen')) || 0
  const { fact, error } = readFact(typed, pathway)
  const decision: NewDecision = { reference, seen, pathway, fact, parts, summary }
  const own: readonly FieldError[] = [
    ...(pathway === 'not-sure' ? [{ field: 'pathway', says: 'Choose which care this person gets' }] : []),
    ...(error === null ? [] : [error]),
    ...([...summary].length > mostSummary
      ? [{ field: 'summary', says: `Use ${mostSummary} characters or fewer` }]
      : []),
  ]
  return { decision, errors: [...own, ...notBorneErrors(decision, about), ...errors] }
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
