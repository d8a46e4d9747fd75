import { record, roleOf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { ask } from '../../platform/jobs.ts'
import { seenOf } from '../queries/seen.ts'
import { type WhyNot, whyNotSucceed } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Step } from '../types.ts'

export type Order = {
  readonly step: Step
  readonly because: string
  /** Whom a family reaches from now on: a name and a telephone number. */
  readonly reach: string
}

/** What the job is called that carries orders out. */
export const jobName = 'carry-out-successions'

/**
 * Orders that the cases of a body move to those that follow it. A job carries it out, part by part: it may be
 * left and goes on after a break. Refuses with every reason of `whyNotSucceed`.
 */
export async function orderSuccession(
  doing: Doing,
  { step, because, reach }: Order,
): Promise<Done<string, WhyNot>> {
  const reasons = whyNotSucceed(await seenOf(doing, step))
  if (reasons.length > 0) return refused(...reasons)
  const id = newId<'succession'>()
  await here(doing)
    .db.insertInto('succession.order')
    .values({
      id,
      organisation_id: step.body.id,
      on_day: step.on,
      because,
      reach,
      asked_by: doing.actor.id,
      asked_by_name: doing.actor.name,
      asked_by_role: roleOf(doing),
      asked_on: doing.today,
      asked_at: doing.now,
    })
    .execute()
  await record(doing, {
    happened: 'succession-ordered',
    organisation: step.body.id,
    person: null,
    to: id,
    because,
    details: { on: step.on, to: step.nexts.map(({ name }) => name) },
  })
  await ask(doing, { name: jobName, payload: {}, key: jobName })
  return done(id)
}
