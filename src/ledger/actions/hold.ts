import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { allocatedTo } from '../accounts.ts'
import { holdOf } from '../queries/holds.ts'
import { type HoldProblem, whyNotHoldBack } from '../rules.ts'
import { here } from '../tables.ts'
import type { HoldId } from '../types.ts'

export type NewHold = {
  readonly reference: Reference
  readonly pence: Pence
  readonly until: PlainDate
  /** What it is kept for, in a sentence for the family and the auditor. */
  readonly because: string
}

/**
 * Keeps money back in what is set aside for a budget, for something agreed and not yet paid: no payment is
 * judged payable with it. Refuses nothing or less, more than is free, a last day that has been, and a budget
 * without money. It ends by `endHold`, or by itself after its last day.
 */
export async function holdBack(doing: Doing, asked: NewHold): Promise<Done<HoldId, HoldProblem>> {
  const { db } = here(doing)
  const account = await db
    .selectFrom('ledger.account_shown')
    .selectAll()
    .where('name', '=', allocatedTo(asked.reference))
    .executeTakeFirst()
  const free = account === undefined ? null : (account.kept_balance ?? nothing) - account.held_back
  const problems = whyNotHoldBack({ ...asked, free, today: doing.today })
  if (account === undefined || problems.length > 0) return refused(...problems)
  const id = newId<'hold'>()
  await db
    .insertInto('ledger.hold')
    .values({
      id,
      account_id: account.id,
      organisation_id: account.organisation_id,
      person_id: account.person_id,
      pence: asked.pence,
      because: asked.because.trim(),
      from_on: doing.today,
      until_on: asked.until,
      kept_by: doing.actor.id,
      kept_by_name: doing.actor.name,
    })
    .execute()
  await record(doing, {
    happened: 'money-kept-back',
    organisation: account.organisation_id,
    person: account.person_id,
    to: id,
    because: asked.because.trim(),
    details: { reference: asked.reference, amount: asked.pence },
  })
  return done(id)
}

/**
 * Ends what was kept back: it was paid, or is not needed any more. Refuses what is not there or has ended.
 */
export async function endHold(
  doing: Doing,
  { hold: id, because }: { readonly hold: HoldId; readonly because: string },
): Promise<Done<null, 'no-such-hold' | 'ended-before'>> {
  const hold = await holdOf(doing, id)
  if (hold === null) return refused('no-such-hold')
  if (hold.ended_on !== null) return refused('ended-before')
  const { organisation_id, person_id } = hold
  await here(doing)
    .db.insertInto('ledger.hold_end')
    .values({
      hold_id: id,
      organisation_id,
      person_id,
      because,
      ended_on: doing.today,
      ended_by: doing.actor.id,
      ended_by_name: doing.actor.name,
    })
    .execute()
  await record(doing, {
    happened: 'money-no-longer-kept-back',
    organisation: organisation_id,
    person: person_id,
    to: id,
    because,
  })
  return done(null)
}
