import { sql } from 'kysely'
import { mayFor, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import { comingPayment } from '../../payments/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Budget, budgetFound, workingToday } from '../queries/found.ts'
import { asKept, recoveriesOf } from '../queries/recoveries.ts'
import { daysIn } from '../queries/settings.ts'
import { type ProposeProblem, whyNotPropose } from '../rules/proposing.ts'
import { isOpen, standingOf } from '../rules/standing.ts'
import { here } from '../tables.ts'
import type { Executor, Ground, Kept, RecoveryId, SettlingWay, Working } from '../types.ts'

export type NewProposal = {
  readonly reference: string
  readonly ground: Ground
  readonly way: SettlingWay
  readonly because: string
  /** What somebody owes or has promised; a sum of nought says that it was asked about. */
  readonly owed: readonly Kept[]
  readonly amount: Pence
  readonly whoMustRepay: string
  readonly repayDays: number
  readonly executor: Executor | null
}

const finalBills = ['wages', 'notice-pay', 'leave', 'other-bill'] as const

/**
 * Proposes to ask for money back, with its working as of today. Nothing is sent and nothing moves by this:
 * somebody else decides about the notice. Refuses with every reason of `whyNotPropose`.
 */
export async function propose(
  doing: Doing,
  asked: NewProposal,
): Promise<Done<{ readonly number: number }, ProposeProblem>> {
  const budget = await budgetFound(doing, asked.reference)
  if (budget === null) return refused('no-agreement')
  if (!mayFor(doing, 'recoveries.propose', budget.one.organisation)) return refused('not-yours-to-propose')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`recoveries:${asked.reference}`}, 0))`.execute(
    doing.transaction,
  )
  const before = await recoveriesOf(doing, asked.reference)
  const working = workingToday(budget, asked.owed)
  const reasons = whyNotPropose({
    ...asked,
    working,
    periodPayment: asked.way === 'net' ? await periodPaymentOf(doing, asked.reference) : null,
    fewestDays: fewestDays(budget, asked.ground),
    diedOn: budget.diedOn,
    finalBillsAsked: finalBills.every(kind => asked.owed.some(one => one.kind === kind)),
    openRecovery: before.some(one => isOpen(standingOf(one, doing.today))),
  })
  if (reasons.length > 0) return refused(...reasons)
  const number = (before[0]?.number ?? 0) + 1
  await write(doing, { budget, asked, working, number })
  return done({ number })
}

/** The next regular payment, of which some may be taken off; null where none is to come. */
export const periodPaymentOf = async (doing: Doing, reference: string): Promise<Pence | null> =>
  (await comingPayment(doing, reference))?.amount ?? null

/** The fewest days to repay that a board gives: more for an estate. */
export const fewestDays = ({ settings, found }: Budget, ground: Ground): number =>
  daysIn(settings, ground === 'patient-died' ? 'recovery-estate-days' : 'repay-within-days', found.today)

type Writing = {
  readonly budget: Budget
  readonly asked: NewProposal
  readonly working: Working
  readonly number: number
}

async function write(doing: Doing, { budget, asked, working, number }: Writing): Promise<void> {
  const id = newId<'recovery'>() as RecoveryId
  const { organisation, person, reference } = budget.one
  await here(doing)
    .db.insertInto('recoveries.proposal')
    .values({
      id,
      organisation_id: organisation,
      person_id: person,
      reference,
      number,
      ground: asked.ground,
      way: asked.way,
      found_on: working.foundOn,
      working: asKept(working),
      amount: asked.amount,
      because: asked.because.trim(),
      who_must_repay: asked.whoMustRepay.trim(),
      repay_days: asked.repayDays,
      executor: asked.executor === null ? null : JSON.stringify(asked.executor),
      proposed_by: doing.actor.id,
      proposed_by_name: doing.actor.name,
      proposed_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'recovery-proposed',
    organisation,
    person,
    to: id,
    because: asked.ground,
    details: { reference, recovery: number, amount: asked.amount },
  })
}
