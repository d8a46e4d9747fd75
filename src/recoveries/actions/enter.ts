import { mayFor } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { negative, type Pence } from '../../kernel/money.ts'
import { heldBy, outsidePlanOf, post, sayProblem, toRecoverFrom } from '../../ledger/public.ts'
import { takeOff } from '../../payments/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Job } from '../../platform/jobs.ts'
import { budgetFound } from '../queries/found.ts'
import { recoveriesOf } from '../queries/recoveries.ts'
import { type EnterProblem, whyNotEnter } from '../rules/deciding.ts'
import { standingOf, termsOf } from '../rules/standing.ts'
import { takesFromOutside } from '../rules/surplus.ts'
import { here } from '../tables.ts'
import type { Recovery } from '../types.ts'
import { lockedRecovery, recordOf, type Which, whoseOf } from './kept.ts'

/**
 * Enters a recovery in the ledger as money to be paid back, on its day or later. Refuses with every reason of
 * `whyNotEnter`: no notice, an objection without an answer, a day too early, less money there than is asked.
 */
export async function enter(doing: Doing, which: Which): Promise<Done<null, EnterProblem>> {
  const one = await lockedRecovery(doing, which)
  const budget = one === null ? null : await budgetFound(doing, which.reference)
  if (one === null || budget === null) return refused('not-found')
  if (!mayFor(doing, 'recoveries.note-money', one.organisation)) return refused('not-yours-to-enter')
  const outside = takesFromOutside(one.ground)
  const there = outside ? budget.found.outsidePlan : budget.found.held
  const reasons = whyNotEnter(one, doing.today, there)
  if (reasons.length > 0) return refused(...reasons)
  const { amount } = termsOf(one, doing.today)
  if (one.way === 'net') return takeItOff(doing, one, amount)
  const from = outside ? outsidePlanOf(one.reference) : heldBy(one.reference)
  const posted = await post(doing, [
    {
      key: `recovery:${one.id}`,
      effectiveOn: doing.today,
      because: `To be paid back, as said in the letter of recovery ${one.number}`,
      organisation: one.organisation,
      person: one.person,
      postings: [
        { account: from, pence: negative(amount) },
        { account: toRecoverFrom(one.reference), pence: amount },
      ],
    },
  ])
  if (!posted.done) throw new Error(`A recovery: ${posted.because.map(sayProblem).join('; ')}`)
  await noteEntered(doing, one, amount)
  return done(null)
}

/** It comes off the next payment: nothing is posted before that payment leaves. */
async function takeItOff(doing: Doing, one: Recovery, amount: Pence): Promise<Done<null, EnterProblem>> {
  const taken = await takeOff(doing, {
    reference: one.reference,
    amount,
    from: doing.today,
    because: `unused money, as said in the letter of recovery ${one.number}`,
    source: { of: 'recoveries', id: one.id },
  })
  if (!taken.done) return refused('no-coming-payment')
  await noteEntered(doing, one, amount)
  return done(null)
}

async function noteEntered(doing: Doing, one: Recovery, amount: Pence): Promise<void> {
  await here(doing)
    .db.insertInto('recoveries.posting')
    .values({
      ...whoseOf(one),
      amount,
      posted_on: doing.today,
      posted_by: doing.actor.id,
      posted_by_name: doing.actor.name,
    })
    .execute()
  await recordOf(doing, one, { happened: 'recovery-entered', details: { amount, way: one.way } })
}

/** Every recovery whose day has come is entered; what stands against one stays for a finance officer. */
export async function enterThoseDue(doing: Doing): Promise<number> {
  const rows = await here(doing)
    .db.selectFrom('recoveries.recovery_shown')
    .select('reference')
    .distinct()
    .where('posted_on', 'is', null)
    .where('withdrawn_on', 'is', null)
    .where('moves_on', '<=', doing.today)
    .orderBy('reference')
    .execute()
  let entered = 0
  for (const { reference } of rows)
    for (const one of await recoveriesOf(doing, reference))
      if (standingOf(one, doing.today) === 'to-enter' && (await enter(doing, one)).done) entered += 1
  return entered
}

/** Early in the morning of the day that the letter gave. */
export const enterJob: Job = {
  name: 'enter-recoveries',
  every: '15 5 * * *',
  run: async doing => void (await enterThoseDue(doing)),
}
