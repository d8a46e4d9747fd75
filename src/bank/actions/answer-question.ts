import { may, record, recordRefused, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { sayShortDay } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { entryByKey, reverse, sayProblem } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { budgetOf, inTurn, seesLines } from '../queries/budget.ts'
import { planLines } from '../queries/facts.ts'
import { type QuestionShown, questionOf } from '../queries/questions.ts'
import { type Choice, choicesFor, sayAnswer } from '../rules/choices.ts'
import { type Budget, entryFor, keyOf } from '../rules/posting.ts'
import { payeeIn } from '../rules/words.ts'
import { here } from '../tables.ts'
import type { AnswerId, PayeeId } from '../types.ts'
import { matchOpen, postAll } from './match-open.ts'
import { raiseFlags } from './raise-flags.ts'

export type AnswerProblem = 'no-question' | 'not-allowed' | 'caller-may-not-do-this' | 'not-a-choice'

export type NewAnswer = {
  readonly reference: string
  readonly question: number
  /** One of `choicesFor`: `plan-line:line-3`, `outside-plan`, `call-me`. */
  readonly answer: string
  readonly words?: string
}

export type Answered = {
  /** What was learnt about the payee, which may be forgotten again. */
  readonly learnt: PayeeId | null
  /** How many other lines this answered as well. */
  readonly alsoMatched: number
  readonly open: number
}

/** What may be answered about a question: the plan's lines of its day, and what is in no plan. */
export async function choicesOf(
  doing: Doing,
  budget: Budget,
  { on_day, amount }: Pick<QuestionShown, 'on_day' | 'amount'>,
): Promise<readonly Choice[]> {
  const lines = (await planLines(doing, budget)).filter(
    line => line.from <= on_day && (line.until === null || line.until >= on_day),
  )
  return choicesFor(amount, lines)
}

async function whyNot(doing: Doing, budget: Budget): Promise<AnswerProblem | null> {
  if (doing.actor.id !== null && !may(doing, 'bank.answer')) return 'not-allowed'
  return (await whyNotOnBehalf(doing, budget.person, 'send-statements'))[0] ?? null
}

/**
 * Answers one question about a line: the match is written with who said so, the ledger follows, and a payee
 * that is now known answers other open questions as well. Another answer later replaces it: the entry of the
 * first is reversed. Refused: whoever may not, a question that is not there, and what is no choice of it.
 */
export async function answerQuestion(doing: Doing, asked: NewAnswer): Promise<Done<Answered, AnswerProblem>> {
  const budget = await budgetOf(doing, asked.reference)
  if (budget === null || !(await seesLines(doing, budget))) return refused('no-question')
  const { organisation, person } = budget
  const problem = await whyNot(doing, budget)
  if (problem !== null) {
    await recordRefused(doing, { happened: 'answer-refused', organisation, person, because: problem })
    return refused(problem)
  }
  await inTurn(doing, budget)
  const question = await questionOf(doing, budget, asked.question)
  if (question === null) return refused('no-question')
  const choice = (await choicesOf(doing, budget, question)).find(({ value }) => value === asked.answer)
  if (choice === undefined) return refused('not-a-choice')
  const answer = await keepAnswer(doing, question, asked)
  const details = { question: question.number, answer: choice.value, budget: budget.reference }
  await record(doing, { happened: 'bank-question-answered', organisation, person, to: question.id, details })
  if (choice.matched === null) return done({ learnt: null, alsoMatched: 0, open: 0 })
  const learnt = await learn(doing, budget, { question, choice, answer })
  await matchAsTold(doing, budget, { question, choice, learnt })
  const { matched, open } = await matchOpen(doing, budget)
  await raiseFlags(doing, budget)
  return done({ learnt, alsoMatched: matched, open })
}

async function keepAnswer(doing: Doing, question: QuestionShown, { answer, words = '' }: NewAnswer) {
  const id = newId() as AnswerId
  await here(doing)
    .db.insertInto('bank.answer')
    .values({
      id,
      question_id: question.id,
      organisation_id: question.organisation_id,
      person_id: question.person_id,
      answer,
      words,
      answered_on: doing.today,
      answered_at: doing.now,
      answered_by: doing.actor.id,
      answered_by_name: doing.actor.name,
      on_behalf_of: doing.onBehalfOf,
    })
    .execute()
  return id
}

type Told = { readonly question: QuestionShown; readonly choice: Choice }

/** An answer that names a line of the plan teaches what the payee is for, unless it is known already. */
async function learn(
  doing: Doing,
  budget: Budget,
  { question, choice, answer }: Told & { readonly answer: AnswerId },
): Promise<PayeeId | null> {
  const words = payeeIn(question.says)
  if (choice.matched?.kind !== 'plan-line' || choice.matched.lineKey === null || words === '') return null
  const { db } = here(doing)
  const known = await db
    .selectFrom('bank.payee as p')
    .leftJoin('bank.payee_forgotten as f', 'f.payee_id', 'p.id')
    .select('p.id')
    .where('p.reference', '=', budget.reference)
    .where('p.words', '=', words)
    .where('p.line_key', '=', choice.matched.lineKey)
    .where('f.payee_id', 'is', null)
    .executeTakeFirst()
  if (known) return known.id
  const id = newId() as PayeeId
  const payee = {
    id,
    organisation_id: budget.organisation,
    person_id: budget.person,
    reference: budget.reference,
    says: question.says,
    words,
    line_key: choice.matched.lineKey,
    answer_id: answer,
    learnt_on: doing.today,
  }
  await db.insertInto('bank.payee').values(payee).execute()
  return id
}

/** Undoes what an earlier match of a line moved in the ledger, as if it had never been. */
export async function undoEntry(doing: Doing, line: QuestionShown['line_id'], number: number): Promise<void> {
  const entry = await entryByKey(doing, keyOf(line, number))
  if (entry === null || entry.reversedBy !== null) return
  const because = 'It was for something else'
  const undone = await reverse(doing, {
    entry: entry.id,
    on: 'original-day',
    key: `${keyOf(line, number)}:undo`,
    because,
  })
  if (!undone.done) throw new Error(undone.because.map(sayProblem).join('; '))
}

async function matchAsTold(
  doing: Doing,
  budget: Budget,
  { question, choice, learnt }: Told & { readonly learnt: PayeeId | null },
): Promise<void> {
  if (choice.matched === null) return
  const before = question.match_number ?? 0
  await undoEntry(doing, question.line_id, before)
  const number = before + 1
  await here(doing)
    .db.insertInto('bank.match')
    .values({
      line_id: question.line_id,
      number,
      organisation_id: budget.organisation,
      person_id: budget.person,
      reference: budget.reference,
      kind: choice.matched.kind,
      line_key: choice.matched.lineKey,
      because: sayAnswer(choice, doing.actor.name.slice(0, 100), sayShortDay(doing.today)),
      by_rule: false,
      payee_id: learnt,
      matched_by: doing.actor.id,
      matched_by_name: doing.actor.name,
      matched_on: doing.today,
    })
    .execute()
  const { line_id: id, on_day: on, amount, says } = question
  const entry = entryFor(budget, { id, on, amount, says, number }, choice.matched)
  if (entry !== null) await postAll(doing, [entry])
}
