import { sql } from 'kysely'
import { may, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { littleOn, type ProposalShown, proposalAt, usesOf } from '../queries/proposals.ts'
import { checkUse, type UseStop, type UseWarning } from '../rules/ceiling.ts'
import { countedUses, repeatFrom } from '../rules/repeats.ts'
import { here } from '../tables.ts'
import type { ObligationId, ProposalId } from '../types.ts'
import { owe } from './owe.ts'

export type NewUse = {
  /** The day of the session or delivery. */
  readonly on: PlainDate
  readonly times: number
  readonly amount: Pence
  /** The number of the bill, or what else it is known by. */
  readonly theirReference: string
  /** Whether somebody has looked at what was warned of. */
  readonly looked: boolean
}
export type UseReason = UseStop | UseWarning | 'not-found' | 'role-may-not' | 'not-owed'

/**
 * Lets something that was agreed ahead be paid once more, without asking anybody again. Refused where the
 * rules stop it, and, until somebody has looked, where they warn; two at once wait for each other, so that
 * the ceiling is never passed.
 */
export async function payAgain(
  doing: Doing,
  id: ProposalId,
  use: NewUse,
): Promise<Done<ObligationId, UseReason>> {
  if (doing.actor !== theService && !may(doing, 'payments.prepare')) return refused('role-may-not')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`proposal ${id}`}, 0))`.execute(doing.transaction)
  const proposal = await proposalAt(doing, id)
  if (proposal === null || proposal.what !== 'repeat') return refused('not-found')
  const uses = countedUses(await usesOf(doing, id))
  const little = await littleOn(doing, proposal.organisation_id, use.on)
  const { stops, warnings } = checkUse(repeatFrom(proposal, little), uses, use)
  if (stops.length > 0) return refused(...stops)
  if (warnings.length > 0 && !use.looked) return refused(...warnings)
  const key = newId()
  const owed = await owe(doing, {
    ...owedFor(proposal, use),
    dueOn: doing.today,
    source: { of: 'repeat', id: key },
  })
  if (!owed.done) return refused('not-owed')
  await keep(doing, proposal, { id: key, obligation_id: owed.value, warnings: [...warnings], use })
  return done(owed.value)
}

const owedFor = (proposal: ProposalShown, use: NewUse) => ({
  agreement: proposal.agreement_id,
  part: 'notional' as const,
  kind: 'repeat' as const,
  amount: use.amount,
  from: use.on,
  until: use.on,
  because: proposal.because,
  theirReference: use.theirReference,
  to: {
    supplier: proposal.supplier ?? '',
    lines: [{ line_key: proposal.line_key ?? '', amount: use.amount }],
  },
})

type Keeping = {
  readonly id: string
  readonly obligation_id: ObligationId
  readonly warnings: UseWarning[]
  readonly use: NewUse
}

async function keep(doing: Doing, proposal: ProposalShown, { use, ...row }: Keeping): Promise<void> {
  const { organisation_id, person_id, reference } = proposal
  await here(doing)
    .db.insertInto('payments.repeat_use')
    .values({
      ...row,
      proposal_id: proposal.id,
      organisation_id,
      person_id,
      reference,
      used_on: use.on,
      times: use.times,
      amount: use.amount,
      who: doing.actor.id,
      who_name: doing.actor.name,
      on_day: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'repeat-used',
    organisation: organisation_id,
    person: person_id,
    to: proposal.id,
    details: { reference, on: use.on, times: use.times, amount: use.amount, warnings: row.warnings },
  })
}

export type EndRepeatReason = 'not-found' | 'role-may-not' | 'ended-before' | 'say-why'
export const endRepeatSays: Readonly<Record<EndRepeatReason, string>> = {
  'not-found': 'There is no such agreement ahead.',
  'role-may-not': 'Only a finance officer may end it.',
  'ended-before': 'It was ended before.',
  'say-why': 'Say why it ends.',
}

/** Ends what was agreed ahead: what was used is paid, nothing more can be used. */
export async function endRepeat(
  doing: Doing,
  id: ProposalId,
  because: string,
): Promise<Done<ProposalId, EndRepeatReason>> {
  if (doing.actor !== theService && !may(doing, 'payments.prepare')) return refused('role-may-not')
  const proposal = await proposalAt(doing, id)
  if (proposal === null || proposal.what !== 'repeat') return refused('not-found')
  if (proposal.ended_on !== null) return refused('ended-before')
  if (because.trim() === '') return refused('say-why')
  const { organisation_id, person_id } = proposal
  await here(doing)
    .db.insertInto('payments.proposal_ended')
    .values({
      proposal_id: id,
      organisation_id,
      person_id,
      because: because.trim().slice(0, 300),
      who: doing.actor.id,
      who_name: doing.actor.name,
      on_day: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'repeat-ended',
    organisation: organisation_id,
    person: person_id,
    to: id,
    because: because.trim(),
  })
  return done(id)
}
