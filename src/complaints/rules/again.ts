import type { PlainDate } from '../../kernel/days.ts'
import { mustReconsider, type Setting } from '../../rights/public.ts'
import type { Again, AgainOutcome, AgainSubject } from '../types.ts'
import type { Problem } from './say.ts'

const lookedAt = ({ answer }: Again): boolean => answer !== null && answer.outcome !== 'not-looked-at-again'

/** Must we look again at this today? The rule of `rights`, on what was asked of the same subject before. */
export const mustLookAgain = (
  before: readonly Again[],
  { subject, asked, settings }: { subject: AgainSubject; asked: PlainDate; settings: readonly Setting[] },
) =>
  mustReconsider({
    subject,
    asked,
    reconsidered: before.filter(one => one.subject === subject && lookedAt(one)).map(one => one.askedOn),
    settings,
  })

type Asking = {
  readonly subject: AgainSubject
  readonly words: string
  readonly decidedBy: string
  readonly decidedOn: PlainDate
}
export function whyNotAskAgain(
  before: readonly Again[],
  asked: Asking,
  today: PlainDate,
): readonly Problem[] {
  const checks: readonly (readonly [boolean, Problem])[] = [
    [before.some(one => one.subject === asked.subject && one.answer === null), 'one-is-open'],
    [asked.words.trim() === '', 'words-missing'],
    [asked.decidedBy.trim() === '', 'decider-missing'],
    [asked.decidedOn > today, 'happened-later'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}

type Answering = {
  readonly outcome: AgainOutcome
  readonly by: { readonly id: string | null; readonly name: string }
  readonly deciders: readonly (string | null)[]
}
const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The first decider never answers: known by the record, or by the name that the decision’s letter gave. */
export function whyNotAnswerAgain(one: Again, { outcome, by, deciders }: Answering): readonly Problem[] {
  const decided = (by.id !== null && deciders.includes(by.id)) || same(one.decidedBy, by.name)
  const checks: readonly (readonly [boolean, Problem])[] = [
    [one.answer !== null, 'answered-already'],
    [decided, 'decided-it-before'],
    [outcome === 'not-looked-at-again' && one.must, 'must-be-looked-at'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}
