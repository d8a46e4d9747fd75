import { roleOf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { answerLetters } from '../letters/answer.ts'
import { asKept } from '../queries/recoveries.ts'
import { daysIn, deciderIn, settingsOf } from '../queries/settings.ts'
import { type Answering, type DecideProblem, daysOfAnswer, whyNotAnswer } from '../rules/deciding.ts'
import { termsOf } from '../rules/standing.ts'
import { here } from '../tables.ts'
import type { Kept, Recovery } from '../types.ts'
import { lockedRecovery, recordOf, type Which, whoseOf } from './kept.ts'

export type NewAnswer = Which &
  Answering & {
    /** What is protected now too, because of what was said. */
    readonly alsoKept: readonly Kept[]
  }

/**
 * The second decision on a recovery that was objected to: it stays, it becomes less, or nothing is asked for.
 * Letters say so with reasons, and from which day on anything moves. Refuses with every reason of
 * `whyNotAnswer`.
 */
export async function answer(doing: Doing, asked: NewAnswer): Promise<Done<null, DecideProblem>> {
  const one = await lockedRecovery(doing, asked)
  if (one === null) return refused('not-found')
  const reasons = whyNotAnswer(one, await deciderIn(doing, one.organisation), asked)
  const { objection, notice } = one
  if (reasons.length > 0) return refused(...reasons)
  if (objection === null || notice === null) return refused('no-objection')
  const settings = await settingsOf(doing, one.organisation)
  const days = daysOfAnswer(doing.today, {
    movesOn: termsOf(one, doing.today).movesOn ?? notice.movesOn,
    repayDays: one.repayDays,
    readDays: daysIn(settings, 'recovery-read-days', doing.today),
  })
  await here(doing)
    .db.insertInto('recoveries.answer')
    .values({
      ...whoseOf(one),
      objection_id: objection.id,
      outcome: asked.outcome,
      amount: amountOf(one, asked),
      because: asked.because.trim(),
      also_kept: asKept(asked.alsoKept),
      answered_on: doing.today,
      moves_on: days.movesOn,
      repay_by: days.repayBy,
      decided_by: doing.actor.id,
      decided_by_name: doing.actor.name,
      decided_by_role: roleOf(doing),
    })
    .execute()
  const details = { outcome: asked.outcome, amount: amountOf(one, asked) }
  await recordOf(doing, one, { happened: 'recovery-answered', details })
  const told = { ...asked, amount: amountOf(one, asked), ...days, objection, notice }
  for (const letter of await answerLetters(doing, one, told)) await sendLetter(doing, letter)
  return done(null)
}

function amountOf(one: Recovery, { outcome, amount }: Answering): Pence {
  if (outcome === 'dropped') return nothing
  return outcome === 'less' ? (amount ?? nothing) : one.amount
}
