import { sql } from 'kysely'
import { may, recordAll } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { plus } from '../../kernel/money.ts'
import { post } from '../../ledger/public.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { ask } from '../../platform/jobs.ts'
import { creditsTaken } from '../queries/credits.ts'
import { linesOfObligations } from '../queries/suppliers.ts'
import { backPostings } from '../rules/entries.ts'
import { here, type PaymentsShown } from '../tables.ts'
import type { InstructionId, ReturnId } from '../types.ts'
import { creditEntries } from './credit.ts'

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
type Paid = PaymentsShown['payments.instruction_shown']

/**
 * Notes that a payment came back: its money is set aside again, the days may be paid again by the next run,
 * and the holder is told.
 */
export async function noteReturned(doing: Doing, asked: NewReturn): Promise<Done<ReturnId, ReturnReason>> {
  const paid = await here(doing)
    .db.selectFrom('payments.instruction_shown')
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
  const [id] = await returnAll(doing, [{ paid, on: asked.on, because: asked.because.trim() }])
  if (id === undefined) throw new Error('A return was not written')
  return done(id)
}

export type Back = { readonly paid: Paid; readonly on: PlainDate; readonly because: string }

/**
 * The same for payments of which everything was asked before: one or fifteen thousand in a few statements.
 * Throws where the ledger refuses one: a mistake of the programmer.
 */
export async function returnAll(doing: Doing, all: readonly Back[]): Promise<readonly ReturnId[]> {
  if (all.length === 0) return []
  const rows = all.map(({ paid, on, because }) => ({
    id: newId<'returned payment'>(),
    instruction_id: paid.id,
    organisation_id: paid.organisation_id,
    person_id: paid.person_id,
    on_day: on,
    because,
    noted_by: doing.actor.id,
    noted_on: doing.today,
  }))
  await sql`insert into payments.returned (id, instruction_id, organisation_id, person_id, on_day, because,
      noted_by, noted_on)
    select id, instruction_id, organisation_id, person_id, on_day, because, noted_by, noted_on
    from jsonb_populate_recordset(null::payments.returned, ${JSON.stringify(rows)}::jsonb)`.execute(
    doing.transaction,
  )
  await postBack(doing, all)
  await recordAll(
    doing,
    all.map(({ paid, on, because }) => ({
      happened: 'payment-returned',
      organisation: paid.organisation_id,
      person: paid.person_id,
      to: paid.id,
      because,
      details: { reference: paid.reference, amount: paid.amount, on },
    })),
  )
  for (const run of new Set(all.map(({ paid }) => paid.run_id)))
    await ask(doing, { name: 'tell-returned', payload: { run }, key: `tell-returned ${run}` })
  return rows.map(({ id }) => id)
}

/** The money of each moves from what the holder has to what is set aside. */
async function postBack(doing: Doing, all: readonly Back[]): Promise<void> {
  const lines = await linesOfObligations(
    doing,
    all.map(({ paid }) => paid.obligation_id),
  )
  const credited = await creditsTaken(
    doing,
    all.map(({ paid }) => paid.id),
  )
  const entries = all.flatMap(({ paid, on, because }) => {
    const budget = paid.reference as Reference
    const of = { effectiveOn: on, organisation: paid.organisation_id, person: paid.person_id }
    const credits = creditEntries(
      { ...of, reference: budget },
      { id: paid.id, back: true },
      credited(paid.id),
    )
    const back = {
      ...of,
      key: `returned:${paid.id}`,
      because: `Payment came back: ${because}`.slice(0, 500),
      postings: backPostings(budget, plus(paid.amount, paid.credited), lines(paid.obligation_id)),
    }
    return [back, ...credits]
  })
  const posted = await post(doing, entries)
  if (!posted.done) throw new Error(`A return could not be posted: ${posted.because.join(', ')}`)
}
