import { roleOf } from '../../access/public.ts'
import { addresseesOf, receiverFacts } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { larger, minus, type Pence } from '../../kernel/money.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { repaymentNotice } from '../../rights/public.ts'
import { noticeLetters } from '../letters/notice.ts'
import { type Budget, budgetFound, workingToday } from '../queries/found.ts'
import { daysIn, deciderIn } from '../queries/settings.ts'
import { type DecideProblem, daysOfNotice, whyNotTell } from '../rules/deciding.ts'
import { mostToAsk, takesFromOutside } from '../rules/surplus.ts'
import { here } from '../tables.ts'
import { owedKinds, type Recovery } from '../types.ts'
import { lockedRecovery, recordOf, type Which, whoseOf } from './kept.ts'

/**
 * Decides to send the notice: letters to each whom the regulations name, with reasons, amount, time and who
 * must repay, and the day before which nothing moves. Refuses with every reason of `whyNotTell`.
 */
export async function tell(
  doing: Doing,
  which: Which,
): Promise<Done<{ readonly letters: readonly string[] }, DecideProblem>> {
  const one = await lockedRecovery(doing, which)
  const budget = one === null ? null : await budgetFound(doing, which.reference)
  if (one === null || budget === null) return refused('not-found')
  const receivers = await receiversOf(doing, one)
  const reasons = whyNotTell(one, await deciderIn(doing, one.organisation), {
    mostNow: mostNow(budget, one),
    complete: receivers.answer.maySend,
  })
  if (reasons.length > 0) return refused(...reasons)
  const days = daysOfNotice(doing.today, {
    objectDays: daysIn(budget.settings, 'recovery-object-days', doing.today),
    repayDays: one.repayDays,
  })
  const told = { sentOn: doing.today, ...days }
  const letters: string[] = []
  for (const letter of await noticeLetters(doing, { one, told, to: receivers.to }))
    letters.push((await sendLetter(doing, letter)).id)
  await here(doing)
    .db.insertInto('recoveries.notice')
    .values({
      ...whoseOf(one),
      sent_on: doing.today,
      object_by: days.objectBy,
      moves_on: days.movesOn,
      repay_by: days.repayBy,
      letters: letters.length,
      decided_by: doing.actor.id,
      decided_by_name: doing.actor.name,
      decided_by_role: roleOf(doing),
    })
    .execute()
  await recordOf(doing, one, {
    happened: 'recovery-told',
    because: one.ground,
    details: { amount: one.amount, movesOn: days.movesOn },
  })
  return done({ letters })
}

/**
 * What could be asked today on the same ground: by today's working, or by the protected sums of the proposal,
 * whichever is more. A day gone by alone does not undo a proposal.
 */
export function mostNow({ found, ...budget }: Budget, one: Recovery): Pence {
  const typed = one.working.kept.filter(({ kind }) => owedKinds.some(owed => owed === kind))
  const today = mostToAsk(one.ground, workingToday({ found, ...budget }, typed))
  return takesFromOutside(one.ground) ? today : larger(today, minus(found.held, one.working.protectedSum))
}

async function receiversOf(doing: Doing, one: Recovery) {
  const draft = {
    ground: one.ground,
    reasons: one.because,
    amount: one.amount,
    daysToRepay: one.repayDays,
    whoMustRepay: one.whoMustRepay,
    person: await receiverFacts(doing, one.person),
  }
  const { receivers } = repaymentNotice({ ...draft, to: [] })
  const answer = repaymentNotice({ ...draft, to: receivers })
  const { executor } = one
  return {
    answer,
    to:
      executor === null
        ? await addresseesOf(doing, one.person, answer.receivers)
        : [{ name: executor.name, addressLines: executor.lines }],
  }
}
