import { mayFor } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { later } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { minus, negative, nothing, type Pence } from '../../kernel/money.ts'
import { fundOf, post, sayProblem, toRecoverFrom } from '../../ledger/public.ts'
import { sendLetter } from '../../notices/public.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { repaidLetters } from '../letters/stopped.ts'
import { type Repaying, type RepayProblem, whyNotRepay } from '../rules/deciding.ts'
import { termsOf } from '../rules/standing.ts'
import { here } from '../tables.ts'
import type { Recovery, RepaidHow } from '../types.ts'
import { lockedRecovery, recordOf, type Which, whoseOf } from './kept.ts'

export type NewRepayment = Which & Repaying & { readonly how: RepaidHow; readonly words: string }

/**
 * Notes that money came back: it goes from what is to be recovered to the fund. When nothing is left to
 * repay, a letter says so. Answers what is left. Refuses with every reason of `whyNotRepay`.
 */
export async function repay(
  doing: Doing,
  asked: NewRepayment,
): Promise<Done<{ readonly left: Pence }, RepayProblem>> {
  const one = await lockedRecovery(doing, asked)
  if (one === null) return refused('not-found')
  if (!mayFor(doing, 'recoveries.note-money', one.organisation)) return refused('not-yours-to-note')
  const reasons = whyNotRepay(one, asked, doing.today)
  if (reasons.length > 0) return refused(...reasons)
  const id = newId()
  await here(doing)
    .db.insertInto('recoveries.repayment')
    .values({
      id,
      ...whoseOf(one),
      on_day: asked.on,
      amount: asked.amount,
      how: asked.how,
      words: asked.words.trim(),
      noted_by: doing.actor.id,
      noted_by_name: doing.actor.name,
      noted_on: doing.today,
    })
    .execute()
  await postIt(doing, one, { ...asked, id })
  await recordOf(doing, one, { happened: 'recovery-repaid', details: { amount: asked.amount, on: asked.on } })
  const left = minus(termsOf(one, doing.today).left, asked.amount)
  if (left === nothing) for (const letter of await repaidLetters(doing, one)) await sendLetter(doing, letter)
  return done({ left })
}

async function postIt(doing: Doing, one: Recovery, { id, amount, on }: Repaying & { id: string }) {
  const body = await organisation(doing, one.organisation)
  if (body === null) throw new Error(`The organisation of ${one.reference} cannot be seen`)
  const posted = await post(doing, [
    {
      key: `repayment:${id}`,
      // Money that came before the day of entering counts from that day: before it nothing was to be repaid.
      effectiveOn: later(on, one.posted?.on ?? on),
      because: `Paid back, recovery ${one.number}`,
      organisation: one.organisation,
      person: one.person,
      postings: [
        { account: toRecoverFrom(one.reference), pence: negative(amount) },
        { account: fundOf(body.code), pence: amount },
      ],
    },
  ])
  if (!posted.done) throw new Error(`A repayment: ${posted.because.map(sayProblem).join('; ')}`)
}
