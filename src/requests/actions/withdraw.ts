import { endSight, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../queries/case.ts'
import { here } from '../tables.ts'
import type { Case } from '../types.ts'

export type WithdrawProblem = 'case-not-found' | 'withdrawn' | 'decided-already'

export const withdrawSays = {
  'case-not-found': 'There is no such request',
  withdrawn: 'The request was withdrawn before',
  'decided-already':
    'The request has been decided. Send your team a message if you no longer want the budget',
} as const satisfies Record<WithdrawProblem, string>

/** Takes a request back before it is decided. Nothing is lost by it: the person may ask again at any time. */
export async function withdraw(
  doing: Doing,
  { reference, because }: { readonly reference: string; readonly because: string },
): Promise<Done<Case, WithdrawProblem>> {
  const one = await caseOf(doing, reference)
  if (one === null) return refused('case-not-found')
  if (one.withdrawnOn !== null) return refused('withdrawn')
  if (one.decidedOn !== null) return refused('decided-already')
  await here(doing)
    .db.insertInto('requests.withdrawal')
    .values({
      request_id: one.request,
      organisation_id: one.organisation,
      person_id: one.person,
      withdrawn_on: doing.today,
      because,
      by_actor: doing.actor.id,
      by_name: doing.actor.name,
    })
    .execute()
  if (one.caseWorker === null) await endSight(doing, { person: one.person, subject: one.request })
  await record(doing, {
    happened: 'request-withdrawn',
    organisation: one.organisation,
    person: one.person,
    to: one.request,
    details: { reference: one.reference },
  })
  return done(one)
}
