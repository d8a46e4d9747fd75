import { mayFor } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { pauseLetters, withdrawnLetters } from '../letters/stopped.ts'
import { type Pausing, type StopProblem, whyNotPause, whyNotWithdraw } from '../rules/deciding.ts'
import { here } from '../tables.ts'
import { lockedRecovery, recordOf, type Which, whoseOf } from './kept.ts'

/** Takes a proposal back, with a letter where its notice was sent. Refused once it is in the ledger. */
export async function withdraw(
  doing: Doing,
  asked: Which & { readonly because: string },
): Promise<Done<null, StopProblem>> {
  const one = await lockedRecovery(doing, asked)
  if (one === null) return refused('not-found')
  if (!mayFor(doing, 'recoveries.stop', one.organisation)) return refused('not-yours-to-stop')
  const reasons = whyNotWithdraw(one, asked.because, doing.today)
  if (reasons.length > 0) return refused(...reasons)
  const because = asked.because.trim()
  await here(doing)
    .db.insertInto('recoveries.withdrawal')
    .values({
      ...whoseOf(one),
      because,
      withdrawn_on: doing.today,
      withdrawn_by: doing.actor.id,
      withdrawn_by_name: doing.actor.name,
    })
    .execute()
  await recordOf(doing, one, { happened: 'recovery-withdrawn', because })
  if (one.notice !== null)
    for (const letter of await withdrawnLetters(doing, one, because)) await sendLetter(doing, letter)
  return done(null)
}

/** Lets days not count: every day of the notice moves on by as many. Tells those who had the notice. */
export async function pause(doing: Doing, asked: Which & Pausing): Promise<Done<null, StopProblem>> {
  const one = await lockedRecovery(doing, asked)
  if (one === null) return refused('not-found')
  if (!mayFor(doing, 'recoveries.stop', one.organisation)) return refused('not-yours-to-stop')
  const reasons = whyNotPause(one, asked, doing.today)
  if (reasons.length > 0) return refused(...reasons)
  const because = asked.because.trim()
  await here(doing)
    .db.insertInto('recoveries.pause')
    .values({
      id: newId(),
      ...whoseOf(one),
      from_on: asked.from,
      until_on: asked.until,
      because,
      noted_by: doing.actor.id,
      noted_by_name: doing.actor.name,
      noted_on: doing.today,
    })
    .execute()
  const { from, until } = asked
  await recordOf(doing, one, { happened: 'recovery-paused', because, details: { from, until } })
  const pauses = [...one.pauses, { from, until, because, byName: doing.actor.name }]
  for (const letter of await pauseLetters(doing, { ...one, pauses }, asked)) await sendLetter(doing, letter)
  return done(null)
}
