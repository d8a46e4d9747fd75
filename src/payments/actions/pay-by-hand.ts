import { sql } from 'kysely'
import { may, record, recordAll } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { nextAttempts } from '../queries/attempts.ts'
import { filesOf } from '../queries/payables.ts'
import type { RunState } from '../queries/run.ts'
import { liveFile } from '../rules/live-file.ts'
import { here } from '../tables.ts'
import type { InstructionId } from '../types.ts'
import { holdRun } from './hold-run.ts'

export type HandReason =
  | 'role-may-not'
  | 'not-left-yet'
  | 'none-chosen'
  | 'say-the-reference'
  | 'before-it-was-released'
  | 'in-the-future'
  | 'not-to-be-paid-by-hand'

export const handSays: Readonly<Record<HandReason, string>> = {
  'role-may-not': 'Only somebody who releases payments may do this.',
  'not-left-yet': 'Two people have to release the run first.',
  'none-chosen': 'Choose the payments that were paid by hand.',
  'say-the-reference': 'Enter the reference that the bank gave for the payment.',
  'before-it-was-released': 'It cannot have been paid before the run was released.',
  'in-the-future': 'The day on which it was paid cannot be in the future.',
  'not-to-be-paid-by-hand':
    'One of these is in a file for the bank, or was paid by hand before. Nothing was noted. ' +
    'Look at the list again.',
}

export type PaidByHand = {
  readonly instructions: readonly InstructionId[]
  readonly on: PlainDate
  readonly bankReference: string
}

/**
 * Notes in the actor's own name that payments of a run were paid by hand, with the day and the bank's
 * reference. None of them can go in a file afterwards. All of them or none: refused where one is in a file
 * that was not given up, or was paid by hand before.
 */
export async function markPaidByHand(
  doing: Doing,
  run: RunState,
  paid: PaidByHand,
): Promise<Done<number, HandReason>> {
  await holdRun(doing, run.id)
  const checks: readonly (readonly [boolean, HandReason])[] = [
    [doing.actor === theService || !may(doing, 'payments.release'), 'role-may-not'],
    [run.released_on === null, 'not-left-yet'],
    [paid.instructions.length === 0, 'none-chosen'],
    [paid.bankReference.trim() === '', 'say-the-reference'],
    [run.released_on !== null && paid.on < run.released_on, 'before-it-was-released'],
    [paid.on > doing.today, 'in-the-future'],
  ]
  const reasons = checks.filter(([so]) => so).map(([, reason]) => reason)
  if (reasons.length > 0) return refused(...reasons)
  const open = await openOf(doing, run, paid.instructions)
  if (open.length !== new Set(paid.instructions).size) return refused('not-to-be-paid-by-hand')
  await sql`insert into payments.way (instruction_id, attempt, rail, run_id, organisation_id, person_id,
      paid_on, bank_reference, who, who_name, at)
    select p.instruction_id, next.attempt, 'hand', p.run_id, p.organisation_id, p.person_id,
      ${paid.on}::date, ${paid.bankReference.trim()}, ${doing.actor.id}::uuid, ${doing.actor.name},
      ${doing.now}::timestamptz
    from ${nextAttempts(open.map(({ id }) => id))}
      join payments.payment p on p.instruction_id = next.instruction_id`.execute(doing.transaction)
  await recordAll(
    doing,
    open.map(({ id, organisation, person }) => ({
      happened: 'payment-made-by-hand',
      organisation,
      person,
      to: id,
      details: { run: run.number, on: paid.on },
    })),
  )
  return done(open.length)
}

type Open = { id: InstructionId; organisation: OrganisationId; person: PersonId }

/** Of these payments of a run, those that no file that counts holds and that were not paid by hand. */
async function openOf(
  doing: Doing,
  run: RunState,
  asked: readonly InstructionId[],
): Promise<readonly Open[]> {
  const { rows } = await sql<Open>`
    select p.instruction_id as id, p.organisation_id as organisation, p.person_id as person
    from payments.payment p
    where p.run_id = ${run.id} and p.instruction_id = any (${[...asked]}::uuid[])
      and not exists (select from payments.returned r where r.instruction_id = p.instruction_id)
      and not exists (select from payments.way w where w.instruction_id = p.instruction_id
        and (w.rail = 'hand'
          or not exists (select from payments.file_given_up g where g.file_id = w.file_id)))`.execute(
    doing.transaction,
  )
  return rows
}

export type GiveUpReason = 'role-may-not' | 'no-file' | 'bank-has-answered' | 'say-why'

export const giveUpSays: Readonly<Record<GiveUpReason, string>> = {
  'role-may-not': 'Only somebody who releases payments may do this.',
  'no-file': 'There is no file that the bank could have.',
  'bank-has-answered': 'The bank has answered that it took this file. It cannot be given up.',
  'say-why': 'Say how you know that the bank has not taken the file.',
}

/**
 * Notes in the actor's own name that the bank has not taken a run's file and never will, so that its payments
 * may go another way. Refused once the bank has answered that it took any of it.
 */
export async function giveUpFile(
  doing: Doing,
  run: RunState,
  because: string,
): Promise<Done<string, GiveUpReason>> {
  await holdRun(doing, run.id)
  const live = liveFile(await filesOf(doing, run.id))
  const checks: readonly (readonly [boolean, GiveUpReason])[] = [
    [doing.actor === theService || !may(doing, 'payments.release'), 'role-may-not'],
    [live === null, 'no-file'],
    [live !== null && (await wasTaken(doing, live.id)), 'bank-has-answered'],
    [because.trim() === '', 'say-why'],
  ]
  const reasons = checks.filter(([so]) => so).map(([, reason]) => reason)
  if (reasons.length > 0 || live === null) return refused(...reasons)
  await here(doing)
    .db.insertInto('payments.file_given_up')
    .values({
      file_id: live.id,
      run_id: run.id,
      organisation_id: run.organisation_id,
      because: because.trim(),
      who: doing.actor.id ?? '',
      who_name: doing.actor.name,
      on_day: doing.today,
      at: doing.now,
    })
    .execute()
  await record(doing, {
    happened: 'payment-file-given-up',
    organisation: run.organisation_id,
    person: null,
    to: run.id,
    because: because.trim(),
    details: { number: run.number },
  })
  return done(live.id)
}

async function wasTaken(doing: Doing, file: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select exists (
    select from payments.answered a join payments.way w on w.instruction_id = a.instruction_id
    where w.file_id = ${file} and a.became in ('taken', 'paid')) as taken`.execute(doing.transaction)
  return rows[0]?.taken ?? false
}
