import { sql } from 'kysely'
import { record, recordAll, recordRefused, rolesOf } from '../../access/public.ts'
import { bankHolidays } from '../../clocks/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { later } from '../../kernel/days.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import { type NewEntry, post } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { ask } from '../../platform/jobs.ts'
import { creditsTaken } from '../queries/credits.ts'
import { takenInRun } from '../queries/deductions.ts'
import { blockedSince, type RunState, runState } from '../queries/run.ts'
import { linesOfObligations } from '../queries/suppliers.ts'
import { workingDayOnOrAfter } from '../rules/dates.ts'
import { backPostings, entrySays, leavingPostings, nettedSays } from '../rules/entries.ts'
import {
  leavesWith,
  type ReleaseFacts,
  type ReleaseReason,
  releasingRole,
  whyNotRelease,
} from '../rules/release.ts'
import { here } from '../tables.ts'
import type { RunId } from '../types.ts'
import { creditEntries } from './credit.ts'
import { holdRun } from './hold-run.ts'
import { takenOffEntry } from './take-off.ts'

/** What the one who signs was shown; a run that holds something else by now is not signed. */
export type Signing = { readonly run: RunId; readonly payments: number; readonly total: Pence }
export type Released = { readonly left: boolean; readonly payments: number; readonly total: Pence }

/**
 * Signs a run. With the second different person's signature it leaves, in one transaction: every payment,
 * its entry in the ledger, its line in the record, and the job that tells the holders. Refused: the wrong
 * role, the same person again, a run that has left, was withdrawn, holds nothing or something else, a warning
 * that nobody has acknowledged, and any payment that something has come to stand against. Two who sign at
 * once wait for each other.
 */
export async function releaseRun(doing: Doing, signing: Signing): Promise<Done<Released, ReleaseReason>> {
  await holdRun(doing, signing.run)
  const run = await runState(doing, signing.run)
  if (run === null) return refused('run-not-found')
  const facts = factsOf(doing, run)
  const reasons = [...whyNotRelease(facts), ...(await whatChanged(doing, run, signing))]
  const role = releasingRole(facts.roles)
  if (reasons.length > 0 || role === null) return refuse(doing, run, reasons)
  const left = leavesWith(facts)
  if (left && !(await postPayments(doing, run))) return refuse(doing, run, ['stopped-since-prepared'])
  await sign(doing, run, role)
  if (left) await leave(doing, run)
  return done({ left, payments: run.now.payments, total: run.now.total })
}

const factsOf = (doing: Doing, run: RunState): ReleaseFacts => ({
  who: doing.actor.id ?? '',
  roles: rolesOf(doing.actor).filter(role => holds(doing, run, role)),
  signatures: run.signatures.map(({ who, payments, total }) => ({ who, payments, total })),
  payments: run.now.payments,
  total: run.now.total,
  warnings: run.checks.waiting,
  hasLeft: run.released_on !== null,
  withdrawn: run.withdrawn_on !== null,
})

/** A role counts where it is held: in the organisation whose run it is. */
const holds = (doing: Doing, run: RunState, role: string): boolean =>
  doing.actor.roles.some(one => one.role === role && one.organisation === run.organisation_id)

async function whatChanged(doing: Doing, run: RunState, signing: Signing): Promise<readonly ReleaseReason[]> {
  if (run.released_on !== null || run.withdrawn_on !== null) return []
  if (signing.payments !== run.now.payments || signing.total !== run.now.total) return ['changed-since-shown']
  return (await blockedSince(doing, run.id)).length > 0 ? ['stopped-since-prepared'] : []
}

async function refuse(doing: Doing, run: RunState, reasons: readonly ReleaseReason[]) {
  await recordRefused(doing, {
    happened: 'payment-run-release-refused',
    organisation: run.organisation_id,
    person: null,
    to: run.id,
    because: reasons.join(', '),
  })
  return refused(...reasons)
}

async function sign(doing: Doing, run: RunState, role: string): Promise<void> {
  const { payments, total } = run.now
  await here(doing)
    .db.insertInto('payments.release')
    .values({
      id: newId(),
      run_id: run.id,
      organisation_id: run.organisation_id,
      who: doing.actor.id ?? '',
      who_name: doing.actor.name,
      who_role: role,
      payments,
      total,
      signed_on: doing.today,
      signed_at: doing.now,
    })
    .execute()
  await record(doing, {
    happened: 'payment-run-signed',
    organisation: run.organisation_id,
    person: null,
    to: run.id,
    details: { number: run.number, payments, total },
  })
}

const payableOf = (doing: Doing, run: RunState) =>
  here(doing)
    .db.selectFrom('payments.instruction_shown')
    .selectAll()
    .where('run_id', '=', run.id)
    .where('stopped_on', 'is', null)
    .orderBy('id')
    .execute()

/**
 * Each payment moves its money from what is set aside to what the holder has; what is taken off for an
 * advance goes back in an entry of its own. False where too little is there.
 */
async function postPayments(doing: Doing, run: RunState): Promise<boolean> {
  const from = leavesFrom(doing)
  const payable = await payableOf(doing, run)
  const lines = await linesOfObligations(
    doing,
    payable.map(one => one.obligation_id),
  )
  const taken = await takenInRun(doing, run.id)
  const credited = await creditsTaken(
    doing,
    payable.map(({ id }) => id),
  )
  const smaller = payable.flatMap(one => {
    const sum = taken.get(one.id)
    if (sum === undefined) return []
    const { organisation_id: organisation, person_id: person, reference } = one
    const effectiveOn = later(one.leaves_on, from)
    return [{ key: `deduction:${one.id}`, effectiveOn, organisation, person, reference, taken: sum }]
  })
  const entries = payable.flatMap((one): NewEntry[] => {
    const budget = one.reference as Reference
    const effectiveOn = later(one.leaves_on, from)
    const of = { organisation: one.organisation_id, person: one.person_id, effectiveOn }
    const credits = creditEntries({ ...of, reference: budget }, one, credited(one.id))
    const whole = plus(one.amount, one.netted, one.credited)
    const postings = leavingPostings(budget, whole, lines(one.obligation_id))
    const payment = { ...of, key: `payment:${one.id}`, because: entrySays(one), postings }
    if (one.netted === nothing) return [payment, ...credits]
    const off = {
      key: `netted:${one.id}`,
      because: nettedSays(one),
      postings: backPostings(budget, one.netted, []),
    }
    return [payment, { ...of, ...off }, ...credits]
  })
  for (const one of smaller) entries.push(await takenOffEntry(doing, one))
  return (await post(doing, entries)).done
}

const leavesFrom = (doing: Doing) => workingDayOnOrAfter(doing.today, bankHolidays)

async function leave(doing: Doing, run: RunState): Promise<void> {
  const { payments, total } = run.now
  const from = leavesFrom(doing)
  await here(doing)
    .db.insertInto('payments.leaving')
    .values({
      run_id: run.id,
      organisation_id: run.organisation_id,
      payments,
      total,
      leaves_from: from,
      released_on: doing.today,
      released_at: doing.now,
    })
    .execute()
  await sql`insert into payments.payment
      (instruction_id, run_id, organisation_id, person_id, reference, amount, leaves_on, released_on)
    select id, run_id, organisation_id, person_id, reference, amount, greatest(leaves_on, ${from}::date),
      ${doing.today}::date
    from payments.instruction where run_id = ${run.id} and stopped_because = '{}'`.execute(doing.transaction)
  const made = await payableOf(doing, run)
  await recordAll(
    doing,
    made.map(one => ({
      happened: 'payment-made',
      organisation: one.organisation_id,
      person: one.person_id,
      to: one.id,
      details: { reference: one.reference, run: run.number, amount: one.amount, for: one.period_from },
    })),
  )
  await ask(doing, { name: 'tell-holders', payload: { run: run.id }, key: `tell-holders ${run.id}` })
}
