import { record } from '../../access/public.ts'
import type { AgreementId, PaidPart } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { ObligationId, ObligationKind } from '../types.ts'

export type NewObligation = {
  readonly agreement: AgreementId
  readonly part: PaidPart
  readonly kind: ObligationKind
  readonly amount: Pence
  readonly dueOn: PlainDate
  /** The days it is for, both inside; the due day unless said. */
  readonly from?: PlainDate
  readonly until?: PlainDate
  /** What it is for, in a sentence for the family. */
  readonly because: string
}
export type OweProblem = 'agreement-not-found' | 'amount-is-nothing' | 'nothing-said'

/**
 * Writes down something owed once: equipment, a difference, an emergency advance. It is paid by the next
 * run.
 */
export async function owe(doing: Doing, asked: NewObligation): Promise<Done<ObligationId, OweProblem>> {
  const { db } = here(doing)
  const agreement = await db
    .selectFrom('agreements.agreement_shown')
    .select(['id', 'organisation_id', 'person_id', 'reference'])
    .where('id', '=', asked.agreement)
    .executeTakeFirst()
  if (agreement === undefined) return refused('agreement-not-found')
  if (asked.amount <= nothing) return refused('amount-is-nothing')
  if (asked.because.trim() === '') return refused('nothing-said')
  const id = newId<'obligation'>()
  await db
    .insertInto('payments.obligation')
    .values({
      id,
      organisation_id: agreement.organisation_id,
      person_id: agreement.person_id,
      reference: agreement.reference,
      agreement_id: agreement.id,
      part: asked.part,
      kind: asked.kind,
      amount: asked.amount,
      due_on: asked.dueOn,
      period_from: asked.from ?? asked.dueOn,
      period_until: asked.until ?? asked.from ?? asked.dueOn,
      because: asked.because.trim(),
      decided_by: doing.actor.id,
      decided_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'payment-owed',
    organisation: agreement.organisation_id,
    person: agreement.person_id,
    to: id,
    because: asked.because.trim(),
    details: { reference: agreement.reference, kind: asked.kind, amount: asked.amount },
  })
  return done(id)
}
