import { sql } from 'kysely'
import { may, record } from '../../access/public.ts'
import { allocateUntil } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { type Pence, plus } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { checksOfAll } from '../queries/checks.ts'
import { dues } from '../queries/dues.ts'
import type { Due } from '../queries/weighed.ts'
import { here } from '../tables.ts'
import type { RunId } from '../types.ts'
import { writeCredits } from './credit.ts'
import { oweWages } from './owe-wages.ts'
import { scheduleSigned } from './schedule-payments.ts'
import { noteTakenOff } from './take-off.ts'

export type PrepareReason = 'role-may-not-prepare' | 'until-before-today' | 'too-far-ahead' | 'nothing-to-pay'

export const prepareSays: Readonly<Record<PrepareReason, string>> = {
  'role-may-not-prepare': 'Only a finance officer may prepare a run.',
  'until-before-today': 'Choose today or a later day.',
  'too-far-ahead': 'Choose a day within the next five weeks.',
  'nothing-to-pay': 'Nothing can be paid up to that day that is not in a run already.',
}

const furthest = 35

export type Prepared = {
  readonly run: RunId
  readonly number: number
  readonly payments: number
  readonly total: Pence
  readonly stopped: number
}

/**
 * Prepares a run of all that leaves up to a day, both what is overdue and what is to come. What cannot be
 * paid is in it with every reason. Two who prepare at once wait for each other; the second finds nothing
 * left to pay.
 */
export async function prepareRun(
  doing: Doing,
  { organisation, until }: { readonly organisation: OrganisationId; readonly until: PlainDate },
): Promise<Done<Prepared, PrepareReason>> {
  const reasons = whyNotPrepare(doing, until)
  if (reasons.length > 0) return refused(...reasons)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`payments ${organisation}`}, 0))`.execute(
    doing.transaction,
  )
  await scheduleSigned(doing, organisation)
  await oweWages(doing, { organisation })
  const found = await withMoneySetAside(doing, { organisation, until })
  const payable = found.filter(({ reasons: against }) => against.length === 0)
  if (payable.length === 0) return refused('nothing-to-pay')
  const { id, number } = await writeRun(doing, { organisation, until })
  const rows = await writeInstructions(doing, id, found)
  await writeNetted(doing, found, rows)
  await noteTakenOff(doing, found, rows)
  await writeCredits(doing, found, rows)
  await writeChecks(doing, { organisation, found, rows })
  const total = plus(...payable.map(({ amount }) => amount))
  const prepared = {
    run: id,
    number,
    payments: payable.length,
    total,
    stopped: found.length - payable.length,
  }
  await record(doing, {
    happened: 'payment-run-prepared',
    organisation,
    person: null,
    to: id,
    details: prepared,
  })
  return done(prepared)
}

function whyNotPrepare(doing: Doing, until: PlainDate): readonly PrepareReason[] {
  const reasons: PrepareReason[] = []
  if (doing.actor !== theService && !may(doing, 'payments.prepare')) reasons.push('role-may-not-prepare')
  if (until < doing.today) reasons.push('until-before-today')
  if (until > addDays(doing.today, furthest)) reasons.push('too-far-ahead')
  return reasons
}

type Asked = { readonly organisation: OrganisationId; readonly until: PlainDate }

/**
 * A budget whose next year has begun has that year's money set aside first; then everything is weighed
 * again.
 */
async function withMoneySetAside(doing: Doing, { organisation, until }: Asked): Promise<readonly Due[]> {
  const found = await dues(doing, { organisation }, until)
  const short = found.filter(({ reasons }) => reasons.includes('more-than-allocated'))
  let more = 0
  for (const reference of new Set(short.map(one => one.reference))) {
    const allocated = await allocateUntil(doing, reference, until)
    if (allocated.done) more += allocated.value
  }
  return more === 0 ? found : dues(doing, { organisation }, until)
}

async function writeRun(doing: Doing, { organisation, until }: Asked) {
  const { db } = here(doing)
  const last = await db
    .selectFrom('payments.run')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('organisation_id', '=', organisation)
    .executeTakeFirst()
  const [id, number] = [newId<'payment run'>(), (last?.number ?? 0) + 1]
  await db
    .insertInto('payments.run')
    .values({
      id,
      organisation_id: organisation,
      number,
      from_on: doing.today,
      until_on: until,
      prepared_by: doing.actor.id,
      prepared_by_name: doing.actor.name,
      prepared_on: doing.today,
      prepared_at: doing.now,
    })
    .execute()
  return { id, number }
}

/**
 * What a bank carries from end to end, and the holder's statement may show: the case and the payment, no
 * name.
 */
const endToEndId = (reference: string, instruction: string): string =>
  `${reference.replaceAll('-', '')}-${instruction.replaceAll('-', '').slice(-12).toUpperCase()}`

const accountOf = ({ account, supplier }: Due) => ({
  account_id: supplier === null ? (account?.id ?? null) : null,
  supplier_account_id: supplier === null ? null : (account?.id ?? null),
})

function rowFor(doing: Doing, run: RunId, due: Due) {
  const id = newId<'payment instruction'>()
  const stopped = due.reasons.length > 0
  return {
    id,
    run_id: run,
    organisation_id: due.organisation,
    person_id: due.person,
    reference: due.reference,
    schedule_id: due.schedule,
    obligation_id: due.obligation,
    agreement_id: due.agreement,
    part: due.part,
    ...accountOf(due),
    paid_to: due.paidTo,
    due_on: due.dueOn,
    leaves_on: due.leavesOn,
    period_from: due.from,
    period_until: due.until,
    amount: due.amount.toString(),
    stopped_because: due.reasons,
    stopped_on: stopped ? doing.today : null,
    end_to_end_id: endToEndId(due.reference, id),
    again_after: stopped ? null : due.againAfter,
  }
}

type InstructionRow = ReturnType<typeof rowFor>

/** All of them in one statement, or none. */
async function writeInstructions(
  doing: Doing,
  run: RunId,
  found: readonly Due[],
): Promise<readonly InstructionRow[]> {
  const written = found.map(due => rowFor(doing, run, due))
  const rows = JSON.stringify(written)
  await sql`insert into payments.instruction (id, run_id, organisation_id, person_id, reference, schedule_id,
      obligation_id, agreement_id, part, account_id, supplier_account_id, paid_to, due_on, leaves_on,
      period_from, period_until, amount, stopped_because, stopped_on, end_to_end_id, again_after)
    select id, run_id, organisation_id, person_id, reference, schedule_id, obligation_id, agreement_id, part,
      account_id, supplier_account_id, paid_to, due_on, leaves_on, period_from, period_until, amount,
      stopped_because, stopped_on, end_to_end_id, again_after
    from jsonb_populate_recordset(null::payments.instruction, ${rows}::jsonb)`.execute(doing.transaction)
  return written
}

/** What is taken off the payments that leave for advances: in one statement. */
async function writeNetted(
  doing: Doing,
  found: readonly Due[],
  rows: readonly InstructionRow[],
): Promise<void> {
  const netted = rows.flatMap((row, place) =>
    (row.stopped_on === null ? (found[place]?.netted ?? []) : []).map(({ obligation, amount }) => ({
      instruction_id: row.id,
      obligation_id: obligation,
      organisation_id: row.organisation_id,
      person_id: row.person_id,
      amount: amount.toString(),
    })),
  )
  if (netted.length === 0) return
  await sql`insert into payments.netted (instruction_id, obligation_id, organisation_id, person_id, amount)
    select instruction_id, obligation_id, organisation_id, person_id, amount
    from jsonb_populate_recordset(null::payments.netted, ${JSON.stringify(netted)}::jsonb)`.execute(
    doing.transaction,
  )
}

type Written = {
  readonly organisation: OrganisationId
  readonly found: readonly Due[]
  readonly rows: readonly InstructionRow[]
}

/** What is to be known of the payments that leave, and what somebody has to look at: in one statement. */
async function writeChecks(doing: Doing, { organisation, found, rows }: Written): Promise<void> {
  const all = await checksOfAll(doing, { organisation, dues: found })
  const checks = rows.flatMap((row, place) =>
    (row.stopped_on === null ? (all[place] ?? []) : []).map(one => ({
      ...one,
      id: newId(),
      run_id: row.run_id,
      instruction_id: row.id,
      organisation_id: row.organisation_id,
      person_id: row.person_id,
      found_on: doing.today,
    })),
  )
  if (checks.length === 0) return
  await sql`insert into payments.check_found (id, run_id, instruction_id, organisation_id, person_id, what,
      grade, figures, found_on)
    select id, run_id, instruction_id, organisation_id, person_id, what, grade, figures, found_on
    from jsonb_populate_recordset(null::payments.check_found, ${JSON.stringify(checks)}::jsonb)`.execute(
    doing.transaction,
  )
}
