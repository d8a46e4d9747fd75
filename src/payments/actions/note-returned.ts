import { may, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { negative } from '../../kernel/money.ts'
import { allocatedTo, heldBy, post } from '../../ledger/public.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { InstructionId, ReturnId } from '../types.ts'

export type ReturnReason =
  | 'role-may-not'
  | 'payment-not-found'
  | 'not-left-yet'
  | 'returned-before'
  | 'before-it-left'
  | 'in-the-future'
  | 'say-why'

export const returnSays: Readonly<Record<ReturnReason, string>> = {
  'role-may-not': 'Only a finance officer may note that a payment came back.',
  'payment-not-found': 'There is no such payment.',
  'not-left-yet': 'This payment has not left yet.',
  'returned-before': 'It is noted already that this payment came back.',
  'before-it-left': 'It cannot have come back before it left.',
  'in-the-future': 'The day it came back cannot be in the future.',
  'say-why': 'Say why it came back, as the bank says.',
}

export type NewReturn = {
  readonly instruction: InstructionId
  readonly on: PlainDate
  readonly because: string
}

/**
 * Notes that a payment came back: its money is set aside again, and the days may be paid again by the next
 * run.
 */
export async function noteReturned(doing: Doing, asked: NewReturn): Promise<Done<ReturnId, ReturnReason>> {
  const { db } = here(doing)
  const paid = await db
    .selectFrom('payments.instruction_shown')
    .selectAll()
    .where('id', '=', asked.instruction)
    .executeTakeFirst()
  if (paid === undefined) return refused('payment-not-found')
  const checks: readonly (readonly [boolean, ReturnReason])[] = [
    [doing.actor !== theService && !may(doing, 'payments.prepare'), 'role-may-not'],
    [paid.released_on === null, 'not-left-yet'],
    [paid.returned_on !== null, 'returned-before'],
    [paid.released_on !== null && asked.on < paid.released_on, 'before-it-left'],
    [asked.on > doing.today, 'in-the-future'],
    [asked.because.trim() === '', 'say-why'],
  ]
  const reasons = checks.filter(([so]) => so).map(([, reason]) => reason)
  if (reasons.length > 0) return refused(...reasons)
  const id = newId<'returned payment'>()
  const because = asked.because.trim()
  const whose = { organisation_id: paid.organisation_id, person_id: paid.person_id }
  await db
    .insertInto('payments.returned')
    .values({
      id,
      instruction_id: asked.instruction,
      ...whose,
      on_day: asked.on,
      because,
      noted_by: doing.actor.id,
      noted_on: doing.today,
    })
    .execute()
  const budget = paid.reference as Reference
  const posted = await post(doing, [
    {
      key: `returned:${asked.instruction}`,
      effectiveOn: asked.on,
      because: `Payment came back: ${because}`.slice(0, 500),
      organisation: paid.organisation_id,
      person: paid.person_id,
      postings: [
        { account: heldBy(budget), pence: negative(paid.amount) },
        { account: allocatedTo(budget), pence: paid.amount },
      ],
    },
  ])
  if (!posted.done) throw new Error(`A return could not be posted: ${posted.because.join(', ')}`)
  await record(doing, {
    happened: 'payment-returned',
    organisation: paid.organisation_id,
    person: paid.person_id,
    to: asked.instruction,
    because,
    details: { reference: paid.reference, amount: paid.amount, on: asked.on },
  })
  return done(id)
}
