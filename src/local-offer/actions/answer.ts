import { may } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { findRule, neverCodes } from '../../rights/public.ts'
import { citable } from '../forms.ts'
import { stateRule } from '../letters.ts'
import { questionOf } from '../queries.ts'
import type { Answer, AskedBudget } from '../types.ts'
import { nextNumber } from './ask.ts'
import { writeAnswer } from './write-answer.ts'

export type Answering = {
  readonly answer: Answer
  readonly conditions: string
  readonly reasons: string
  readonly instead: string
  /** The id of the rule behind it, where one is named. */
  readonly rule: string | null
}
export type AnswerProblem =
  | 'no-question'
  | 'not-allowed'
  | 'answered-already'
  | 'answered-it-before'
  | 'asked-it-themselves'

export const answerProblemSays: Readonly<Record<AnswerProblem, string>> = {
  'no-question': 'There is no such question',
  'not-allowed': 'You cannot answer this',
  'answered-already': 'This was answered while your page was open. What you sent was not saved',
  'answered-it-before': 'You answered it before, so somebody else has to look at it again',
  'asked-it-themselves': 'You asked this, so somebody else has to answer',
}

const known: readonly string[] = [...citable, ...neverCodes]

/**
 * Answers a question that waits, as a person: yes, yes with conditions, not yet or no, with reasons. Refused:
 * what does not wait any more, who answered it before (it is looked at again by somebody else), and who asked
 * it themselves and not for a caller.
 */
export async function answerToBuy(
  doing: Doing,
  budget: AskedBudget,
  { question: number, ...given }: Answering & { readonly question: number },
): Promise<Done<null, AnswerProblem>> {
  if (doing.actor.id !== null && !may(doing, 'local-offer.answer')) return refused('not-allowed')
  await nextNumber(doing, budget)
  const question = await questionOf(doing, budget, number)
  if (question === null) return refused('no-question')
  if (!question.waiting) return refused('answered-already')
  const own = question.on_behalf_of === null && question.asked_by === doing.actor.id
  const problems: readonly AnswerProblem[] = [
    ...(question.answered_by !== null && question.answered_by === doing.actor.id
      ? (['answered-it-before'] as const)
      : []),
    ...(own && doing.actor.id !== null ? (['asked-it-themselves'] as const) : []),
  ]
  if (problems.length > 0) return refused(...problems)
  const rule = given.rule !== null && known.includes(given.rule) ? findRule(given.rule).id : null
  const { answer, conditions, reasons, instead } = given
  const rules = rule === null ? [] : [stateRule(rule)]
  await writeAnswer(doing, question, { answer, conditions, reasons, instead, rules, byRule: false })
  return done(null)
}
