import { sql } from 'kysely'
import { may, record, recordAll } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { blockedSince, runState } from '../queries/run.ts'
import { here } from '../tables.ts'
import type { RunId } from '../types.ts'
import { holdRun } from './hold-run.ts'

export type StopReason = 'run-not-found' | 'role-may-not' | 'has-left' | 'was-withdrawn' | 'say-why'

export const stopSays: Readonly<Record<StopReason, string>> = {
  'run-not-found': 'There is no such run.',
  'role-may-not': 'Only a finance officer may do this.',
  'has-left': 'The run has left already.',
  'was-withdrawn': 'The run was withdrawn.',
  'say-why': 'Say why the run is withdrawn.',
}

/** A run that may still be changed, locked for it; or every reason why it may not. */
async function openRun(doing: Doing, id: RunId) {
  await holdRun(doing, id)
  const run = await runState(doing, id)
  const reasons: StopReason[] = []
  if (doing.actor !== theService && !may(doing, 'payments.prepare')) reasons.push('role-may-not')
  if (run?.released_on) reasons.push('has-left')
  if (run?.withdrawn_on) reasons.push('was-withdrawn')
  return { run, reasons }
}

/**
 * Stops the payments of a run that something has come to stand against. Signatures given before count no
 * more.
 */
export async function stopBlocked(doing: Doing, id: RunId): Promise<Done<number, StopReason>> {
  const { run, reasons } = await openRun(doing, id)
  if (run === null) return refused('run-not-found')
  if (reasons.length > 0) return refused(...reasons)
  const blocked = await blockedSince(doing, id)
  for (const one of blocked)
    await here(doing)
      .db.updateTable('payments.instruction')
      .set({ stopped_because: [...one.reasons], stopped_on: doing.today })
      .where('id', '=', one.instruction as never)
      .where('stopped_on', 'is', null)
      .execute()
  await recordAll(
    doing,
    blocked.map(one => ({
      happened: 'payment-stopped',
      organisation: one.organisation,
      person: one.person,
      to: one.instruction,
      because: one.reasons.join(', '),
      details: { reference: one.reference, run: run.number },
    })),
  )
  return done(blocked.length)
}

/** Withdraws a run before it leaves: nothing of it is paid, and all of it is due again. */
export async function withdrawRun(
  doing: Doing,
  id: RunId,
  because: string,
): Promise<Done<number, StopReason>> {
  const { run, reasons } = await openRun(doing, id)
  if (run === null) return refused('run-not-found')
  const all = because.trim() === '' ? [...reasons, 'say-why' as const] : reasons
  if (all.length > 0) return refused(...all)
  await here(doing)
    .db.insertInto('payments.withdrawal')
    .values({
      run_id: id,
      organisation_id: run.organisation_id,
      because: because.trim(),
      withdrawn_by: doing.actor.id,
      withdrawn_by_name: doing.actor.name,
      withdrawn_on: doing.today,
    })
    .execute()
  await sql`update payments.instruction set stopped_because = array['run-withdrawn'],
      stopped_on = ${doing.today}
    where run_id = ${id} and stopped_because = '{}'`.execute(doing.transaction)
  await record(doing, {
    happened: 'payment-run-withdrawn',
    organisation: run.organisation_id,
    person: null,
    to: id,
    because: because.trim(),
    details: { number: run.number, payments: run.now.payments, total: run.now.total },
  })
  return done(run.now.payments)
}
