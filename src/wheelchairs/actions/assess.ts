import { mayFor } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { wheelchairRight } from '../../rights/public.ts'
import { noRightLetter } from '../letters/letters.ts'
import { send } from '../letters/sending.ts'
import { roundsOf } from '../queries/rounds.ts'
import { type NewRound, type Problem, whyNotAssess } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { RoundId } from '../types.ts'
import { locked, recordOf, whoseOf } from './changing.ts'

/**
 * Writes down what was found: whether there is a right, how much is needed, which chair meets the need and
 * what that would cost the NHS. Where there is no right now, a letter says why. A new look follows a chair
 * whose holder or condition has changed.
 */
export async function assessChair(
  doing: Doing,
  { reference, ...asked }: NewRound & { readonly reference: string },
): Promise<Done<{ readonly number: number }, Problem>> {
  const all = await locked(doing, reference)
  if (all === null || !mayFor(doing, 'wheelchairs.write', all.found.organisation))
    return refused('not-allowed')
  const { found, rounds } = all
  if (found.pathway !== 'wheelchair' && rounds.length === 0) return refused('not-allowed')
  const open = found.withdrawnOn === null && found.outcome !== 'refused'
  const problems = whyNotAssess(asked, rounds[0] ?? null, open)
  if (problems.length > 0) return refused(...problems)
  const id: RoundId = newId()
  const number = rounds.length + 1
  await here(doing)
    .db.insertInto('wheelchairs.round')
    .values({
      id,
      ...whoseOf(found),
      reference: found.reference,
      number,
      ...rowOf(asked),
      written_by: doing.actor.id,
      written_by_name: doing.actor.name,
      written_on: doing.today,
    })
    .execute()
  const { standing, need, value } = asked
  await recordOf(
    doing,
    { ...found, id, number },
    {
      happened: 'wheelchair-assessed',
      details: { standing, need, value },
    },
  )
  const now = (await roundsOf(doing, found.reference)).find(one => one.id === id)
  const noRight = now !== undefined && !wheelchairRight(now.standing, now.assessedOn).rightNow
  if (noRight) await send(doing, now, noRightLetter(now))
  return done({ number })
}

const rowOf = (asked: NewRound) => ({
  referred_on: asked.referredOn,
  assessed_on: asked.assessedOn,
  assessor: asked.assessor,
  standing: asked.standing,
  need: asked.need,
  chair: asked.chair,
  value: asked.value,
  repair_yearly: asked.repairYearly,
  voucher_value: asked.voucherValue,
  voucher_until: asked.voucherUntil,
})
