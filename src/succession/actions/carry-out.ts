import { sql } from 'kysely'
import { record } from '../../access/public.ts'
import { openRunsOf } from '../../payments/public.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { ask, type Job } from '../../platform/jobs.ts'
import { nextOrder, type Order } from '../queries/orders.ts'
import { steps } from '../queries/steps.ts'
import { here } from '../tables.ts'
import type { Next, Step } from '../types.ts'
import { atOnce, movePart, movePeople, prepareBodies } from './move-part.ts'
import { jobName } from './order.ts'

export type Went = 'nothing-to-do' | 'a-run-waits' | 'went-on' | 'finished'

/**
 * One part of the oldest order that is not done, whole or not at all: as the service, in a transaction of its
 * own. Broken off, it begins again with the same part. While a payment run waits it waits too.
 */
export async function goOn(doing: Doing, most = atOnce): Promise<Went> {
  const order = await nextOrder(doing)
  if (order === null) return 'nothing-to-do'
  const step = (await steps(doing)).find(one => one.body.id === order.body && one.on === order.on)
  if (step === undefined) throw new Error(`The succession of order ${order.id} is not in the table any more`)
  if ((await openRunsOf(doing, order.body)).length > 0) return 'a-run-waits'
  await prepareBodies(doing, step, order)
  if ((await movePart(doing, { step, order, most })) === most) return 'went-on'
  await sweep(doing, step, order)
  await finish(doing, order)
  return 'finished'
}

/** What somebody wrote for the old body while a case moved goes after it. */
async function sweep(doing: Doing, step: Step, order: Order): Promise<void> {
  for (const next of step.nexts) {
    const { rows } = await sql<{ id: PersonId }>`select person_id as id from access.moved_shown
      where from_id = ${step.body.id} and to_id = ${next.id} and on_day = ${step.on}`.execute(
      doing.transaction,
    )
    const people = rows.map(({ id }) => id)
    if (people.length > 0) await movePeople(doing, { step, next: next as Next, order, people })
  }
}

async function finish(doing: Doing, order: Order): Promise<void> {
  await here(doing)
    .db.insertInto('succession.finished')
    .values({
      order_id: order.id,
      organisation_id: order.body,
      finished_on: doing.today,
      finished_at: doing.now,
    })
    .execute()
  await record(doing, { happened: 'succession-done', organisation: order.body, person: null, to: order.id })
}

/**
 * Carries orders out, part by part: asked for by an order, and every minute so that a break ends by itself.
 */
export const carryOutJob: Job = {
  name: jobName,
  every: '* * * * *',
  async run(doing) {
    if ((await goOn(doing)) === 'went-on') await ask(doing, { name: jobName, payload: {}, key: jobName })
  },
}
