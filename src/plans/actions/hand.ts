import { may, record, type WhyNotOnBehalf, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { sendMessage } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { planOf } from '../queries/plan.ts'
import { standingOf } from '../queries/standing.ts'
import { turnOf } from '../queries/turn.ts'
import { type WhyNotHand, whyNotHand } from '../rules/hand.ts'
import { here } from '../tables.ts'
import type { Plan, ToWhom } from '../types.ts'
import { writesAs } from './write.ts'

type Handing = { readonly reference: string; readonly to: ToWhom; readonly words: string }

/**
 * Hands a draft to the family, the case worker or the approver, with words. The family is told by a message.
 */
export async function handPlan(
  doing: Doing,
  { reference, to, words }: Handing,
): Promise<Done<null, WhyNotHand | WhyNotOnBehalf | 'plan-not-found'>> {
  const plan = await planOf(doing, reference)
  if (plan === null || plan.words === null) return refused('plan-not-found')
  const unheard = await whyNotOnBehalf(doing, plan.person, 'write-plan')
  if (unheard.length > 0) return refused(...unheard)
  const against = whyNotHand({
    writesAs: await writesAs(doing, plan.person),
    approves: doing.actor.roles.length > 0 && may(doing, 'plans.sign-off'),
    turn: (await turnOf(doing, plan)).who,
    to,
    words,
    signedOff: plan.signedOff !== null,
    problems: (await standingOf(doing, plan)).problems.length,
  })
  if (against.length > 0) return refused(...against)
  await noteHanding(doing, plan, { reference, to, words: words.trim() })
  return done(null)
}

async function noteHanding(doing: Doing, plan: Plan, { to, words, reference }: Handing): Promise<void> {
  const of = { organisation: plan.organisation, person: plan.person }
  await here(doing)
    .db.insertInto('plans.handing')
    .values({
      id: newId(),
      version_id: plan.id,
      organisation_id: of.organisation,
      person_id: of.person,
      to_whom: to,
      words,
      handed_by: doing.actor.id,
      handed_by_name: doing.actor.name,
      handed_on: doing.today,
      handed_at: doing.now,
    })
    .execute()
  await record(doing, {
    happened: `plan-handed-to-${to}`,
    ...of,
    to: plan.id,
    details: { reference, version: plan.number },
  })
  const says = ['Your plan is with you now: read it, change what is not right, and hand it back.', words]
  if (to === 'family')
    await sendMessage(doing, { about: reference, words: says.filter(Boolean).join('\n\n') })
}
