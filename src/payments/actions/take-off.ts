import { record } from '../../access/public.ts'
import type { PaidPart } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { allocatedTo, fundOf, type NewEntry } from '../../ledger/public.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { nextDues } from '../queries/dues.ts'
import type { Due } from '../queries/weighed.ts'
import { takenOffPostings } from '../rules/deductions.ts'
import { here } from '../tables.ts'

export type NewDeduction = {
  readonly reference: string
  readonly amount: Pence
  /** Payments that are due before this day are left as they are. */
  readonly from: PlainDate
  /** What it is, in a sentence for the holder. */
  readonly because: string
  /** Where it was decided, as `{ of: 'recoveries', id }`: one fact comes off once. */
  readonly source: { readonly of: string; readonly id: string }
}
export type TakeOffProblem = 'no-coming-payment' | 'amount-is-nothing' | 'nothing-said'

export type ComingPayment = Pick<Due, 'amount' | 'dueOn' | 'organisation' | 'person'> & {
  readonly part: PaidPart
}

/** The next regular payment of a budget, before anything comes off it; null where none is to come. */
export async function comingPayment(doing: Doing, reference: string): Promise<ComingPayment | null> {
  const next = (await nextDues(doing, reference, 12)).find(
    one => one.schedule !== null && one.takenOff === undefined,
  )
  if (next === undefined || next.part === 'notional') return null
  const { amount, part, dueOn, organisation: lead, person } = next
  return { amount, part, dueOn, organisation: lead, person }
}

/**
 * Takes a sum off one coming regular payment: the first that is due on a day or later. Notice and time to
 * object
 * lie with whoever decided it. Asked again for the same source it answers what is there. Refuses where no
 * regular
 * payment is to come.
 */
export async function takeOff(doing: Doing, asked: NewDeduction): Promise<Done<string, TakeOffProblem>> {
  const { db } = here(doing)
  const { source } = asked
  const before = await db
    .selectFrom('payments.deduction')
    .select('id')
    .where('source', '=', source.of)
    .where('source_id', '=', source.id)
    .executeTakeFirst()
  if (before !== undefined) return done(before.id)
  const payment = await comingPayment(doing, asked.reference)
  if (payment === null) return refused('no-coming-payment')
  if (asked.amount <= nothing) return refused('amount-is-nothing')
  if (asked.because.trim() === '') return refused('nothing-said')
  const id = newId()
  const whose = { organisation_id: payment.organisation, person_id: payment.person }
  await db
    .insertInto('payments.deduction')
    .values({
      id,
      ...whose,
      reference: asked.reference,
      part: payment.part,
      amount: asked.amount,
      from_on: asked.from,
      because: asked.because.trim(),
      source: source.of,
      source_id: source.id,
      decided_by: doing.actor.id,
      decided_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'payment-made-smaller',
    organisation: payment.organisation,
    person: payment.person,
    to: id,
    because: asked.because.trim(),
    details: { reference: asked.reference, amount: asked.amount, from: asked.from },
  })
  return done(id)
}

type Written = { readonly id: string; readonly stopped_on: PlainDate | null }

/** Notes what the payments of a run, as they were written, were made smaller by. */
export async function noteTakenOff(
  doing: Doing,
  found: readonly Due[],
  rows: readonly Written[],
): Promise<void> {
  const taken = rows.flatMap(({ id, stopped_on }, place) => {
    const due = found[place]
    if (due?.takenOff === undefined || stopped_on !== null) return []
    return [
      {
        instruction_id: id as never,
        deduction_id: due.takenOff.deduction,
        organisation_id: due.organisation,
        person_id: due.person,
        reference: due.reference,
        amount: due.takenOff.amount,
        taken_on: doing.today,
      },
    ]
  })
  if (taken.length > 0) await here(doing).db.insertInto('payments.deduction_taken').values(taken).execute()
}

type Leaving = Pick<NewEntry, 'key' | 'effectiveOn' | 'organisation' | 'person'> & {
  readonly reference: string
  readonly taken: Pence
}

/** The entry that a smaller payment makes besides its own: what is not paid out goes back to the fund. */
export async function takenOffEntry(doing: Doing, { reference, taken, ...one }: Leaving): Promise<NewEntry> {
  const body = await organisation(doing, one.organisation)
  if (body === null) throw new Error(`The organisation of ${reference} cannot be seen`)
  return {
    ...one,
    because: 'Unused money, taken off a payment',
    postings: takenOffPostings(allocatedTo(reference as Reference), fundOf(body.code), taken),
  }
}
