import { plainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { findPathway, findRule, type RightKind, type RuleChange } from '../../rights/public.ts'
import type { Count, Examination, Finding } from '../types.ts'
import type { FigureAsked } from './examine.ts'

/** A right in a few words, for a table. */
export const rightNames: Readonly<Record<RightKind, string>> = {
  'right-to-have': 'Right to have',
  'right-to-request': 'Right to request',
  'right-to-ask': 'Right to ask',
  'decide-afresh': 'To be decided afresh at 18',
  'policy-expectation': 'Expected by policy',
  'policy-option': 'Option by policy',
  'pilot-notional-only': 'Pilot, notional only',
  'local-offer': 'Local offer',
  none: 'Nothing',
}

export const figureNames: Readonly<Record<FigureAsked, string>> = {
  'request-answer-working-days': 'Working days to answer a request',
  'reconsideration-answer-working-days': 'Working days to look at a decision again',
  'first-review-within-months': 'Months until the first review',
  'later-review-within-months': 'Months between later reviews',
}

const otherAnswers: Readonly<Record<string, string>> = {
  'no-day': 'No day promised',
  'a-day': 'A day',
  sooner: 'A day, sooner',
  later: 'A day, later',
  'as-now': 'The same day',
}

/** One side of a finding as a table says it: a right, a day, or how a day moves. */
export function sayAnswer(answer: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(answer)) return sayShortDay(plainDate(answer))
  return rightNames[answer as RightKind] ?? otherAnswers[answer] ?? answer
}

/** The change in one sentence, as something supposed. */
export function sayChange(change: RuleChange): string {
  const day = sayDay(change.on)
  switch (change.kind) {
    case 'ends':
      return `If this rule ended, so that it is not in force from ${day}: “${findRule(change.rule).says}”`
    case 'right':
      return (
        `If from ${day} everybody in “${groupName(change.group)}” ` +
        `had this: ${rightNames[change.right].toLowerCase()}`
      )
    case 'figure':
      return `If from ${day} “${figureNames[change.key as FigureAsked]}” were ${change.value}`
    default:
      return change satisfies never
  }
}

/** A group by the name of its pathway. */
export const groupName = (group: string): string => findPathway(group)?.name ?? group

const isChange = ({ before, after }: Finding): boolean => before !== after
const casesOf = (counts: readonly Count[]): number => counts.reduce((sum, { cases }) => sum + cases, 0)

export const changedIn = ({ counts }: Examination): number => casesOf(counts.filter(isChange))

const inWords = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`

const thatChange = (changed: number): string => `${inWords(changed, 'case')} of`

/** The finding first: how many cases would have another answer, of how many; or how far it has come. */
export function sayFinding(examination: Examination): string {
  const { looked, cases, finished } = examination
  const changed = changedIn(examination)
  const changes = changed === 1 || changed === 0 ? 'changes' : 'change'
  const all = (finished ? looked : cases).toLocaleString('en-GB')
  if (finished) return `${changed === 0 ? 'No case of' : thatChange(changed)} ${all} ${changes}`
  const soFar = changed === 0 ? 'none changes' : `${changed.toLocaleString('en-GB')} ${changes}`
  return `${inWords(looked, 'case')} of ${all} looked at so far; ${soFar}`
}
