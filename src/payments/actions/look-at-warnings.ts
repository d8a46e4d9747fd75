import { sql } from 'kysely'
import { may, record, recordAll } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { runState } from '../queries/run.ts'
import type { RunId } from '../types.ts'
import { holdRun } from './hold-run.ts'

export type LookReason =
  | 'run-not-found'
  | 'role-may-not'
  | 'has-left'
  | 'was-withdrawn'
  | 'none-chosen'
  | 'say-why'

export const lookSays: Readonly<Record<LookReason, string>> = {
  'run-not-found': 'There is no such run.',
  'role-may-not': 'Only somebody who releases payments may acknowledge a warning, and only finance may stop.',
  'has-left': 'The run has left already.',
  'was-withdrawn': 'The run was withdrawn.',
  'none-chosen': 'Choose the payments that you have looked at.',
  'say-why': 'Say what you have checked.',
}

export type Looked = { readonly run: RunId; readonly checks: readonly string[]; readonly because: string }

async function whyNot(doing: Doing, looked: Looked, allow: 'payments.release' | 'payments.prepare') {
  await holdRun(doing, looked.run)
  const run = await runState(doing, looked.run)
  if (run === null) return { run, reasons: ['run-not-found' as const] }
  const checks: readonly (readonly [boolean, LookReason])[] = [
    [doing.actor === theService || !may(doing, allow), 'role-may-not'],
    [run.released_on !== null, 'has-left'],
    [run.withdrawn_on !== null, 'was-withdrawn'],
    [looked.checks.length === 0, 'none-chosen'],
    [looked.because.trim() === '', 'say-why'],
  ]
  return { run, reasons: checks.filter(([so]) => so).map(([, reason]) => reason) }
}

/**
 * Acknowledges warnings about the payments of a run, in the actor's own name and with what they checked.
 * Refused: whoever does not release payments, a run that has left or was withdrawn, nothing chosen, nothing
 * said. One that was acknowledged before stays with who did it first. Answers how many were.
 */
export async function acknowledge(doing: Doing, looked: Looked): Promise<Done<number, LookReason>> {
  const { run, reasons } = await whyNot(doing, looked, 'payments.release')
  if (run === null || reasons.length > 0) return refused(...reasons)
  const { rows } = await sql<{ id: string; person: PersonId; organisation: OrganisationId }>`
    insert into payments.acknowledgement
      (check_id, run_id, organisation_id, person_id, because, who, who_name, on_day, at)
    select c.id, c.run_id, c.organisation_id, c.person_id, ${looked.because.trim()}, ${doing.actor.id}::uuid,
      ${doing.actor.name}, ${doing.today}::date, ${doing.now}::timestamptz
    from payments.check_found c
    where c.run_id = ${looked.run} and c.grade = 'warning' and c.id = any (${[...looked.checks]}::uuid[])
    on conflict (check_id) do nothing
    returning check_id as id, person_id as person, organisation_id as organisation`.execute(doing.transaction)
  await recordAll(
    doing,
    rows.map(({ id, person, organisation }) => ({
      happened: 'payment-warning-acknowledged',
      organisation,
      person,
      to: id,
      because: looked.because.trim(),
      details: { run: run.number },
    })),
  )
  return done(rows.length)
}

/**
 * Takes the payments that warnings are about out of a run, to be looked into: they are due again. Signatures
 * given before count no more. Answers how many were taken out.
 */
export async function takeOut(doing: Doing, looked: Looked): Promise<Done<number, LookReason>> {
  const { run, reasons } = await whyNot(doing, looked, 'payments.prepare')
  if (run === null || reasons.length > 0) return refused(...reasons)
  const { rows } = await sql<{ id: string }>`
    update payments.instruction i set stopped_because = array['taken-out'], stopped_on = ${doing.today}::date
    where i.run_id = ${looked.run} and i.stopped_because = '{}' and i.id in (
      select c.instruction_id from payments.check_found c
      where c.run_id = ${looked.run} and c.id = any (${[...looked.checks]}::uuid[]))
    returning i.id`.execute(doing.transaction)
  for (const { id } of rows)
    await record(doing, {
      happened: 'payment-stopped',
      organisation: run.organisation_id,
      person: null,
      to: id,
      because: looked.because.trim(),
      details: { run: run.number },
    })
  return done(rows.length)
}
