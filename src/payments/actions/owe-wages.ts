import { sql } from 'kysely'
import { may, record } from '../../access/public.ts'
import { newestAgreement } from '../../agreements/public.ts'
import { type EngagementId, jobsOf, jobsOfBudget, type ToPay, toPay } from '../../employment/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import { linesOn } from '../../plans/public.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import type { WagesRow } from '../owed-tables.ts'
import { ofCase, type Which } from '../queries/which.ts'
import {
  type WageChange,
  type WageOwed,
  wageChange,
  wagePayee,
  wageReference,
  wageSource,
} from '../rules/wages.ts'
import { here } from '../tables.ts'
import type { ObligationId } from '../types.ts'
import { endOwed } from './end-owed.ts'
import { owe } from './owe.ts'

export const wagesSays = {
  'role-may-not': 'Only a finance officer may do this.',
  'no-such-job': 'There is no such job.',
  'paid-already': 'We pay the wages of this job already.',
  'no-agreement': 'There is no signed agreement for this budget.',
  'no-line': 'The contract names no line of the plan. Change the contract first.',
  'holder-has-the-money':
    'The money of this line goes to whoever holds the budget. If we paid the wages as well, they would be ' +
    'paid twice: change the plan first, so that the NHS pays this line itself.',
} as const
export type WagesReason = keyof typeof wagesSays

/**
 * Says that the NHS pays the wages of a job itself from a day, out of the line of the plan that its contract
 * names. Payslips with a pay day from then on are owed. Refused where the holder gets the line's money.
 */
export async function payWages(
  doing: Doing,
  { reference, engagement, from }: { reference: string; engagement: EngagementId; from: PlainDate },
): Promise<Done<EngagementId, WagesReason>> {
  if (doing.actor !== theService && !may(doing, 'payments.prepare')) return refused('role-may-not')
  const job = (await jobsOfBudget(doing, reference)).find(({ id }) => id === engagement)
  if (job === undefined) return refused('no-such-job')
  const before = await wagesOf(doing, { reference })
  if (before.some(one => one.engagement_id === engagement)) return refused('paid-already')
  const agreement = await newestAgreement(doing, reference)
  if (agreement === null || agreement.signed_by_body_on === null) return refused('no-agreement')
  const line = job.contracts.at(-1)?.line ?? null
  const planned = (await linesOn(doing, reference, from)).find(({ line_key }) => line_key === line)
  if (line === null || planned === undefined) return refused('no-line')
  if (planned.way !== 'notional') return refused('holder-has-the-money')
  await here(doing)
    .db.insertInto('payments.wages')
    .values({
      engagement_id: engagement,
      organisation_id: job.organisation,
      person_id: job.person,
      reference,
      agreement_id: agreement.id,
      line_key: line,
      from_on: from,
      who: doing.actor.id,
      who_name: doing.actor.name,
      on_day: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'wages-paid-by-us',
    organisation: job.organisation,
    person: job.person,
    to: engagement,
    details: { reference, from },
  })
  return done(engagement)
}

/** The jobs of some cases whose wages the NHS pays itself. */
export const wagesOf = (doing: Doing, which: Which) =>
  here(doing)
    .db.selectFrom('payments.wages as w')
    .selectAll()
    .where(ofCase(which, 'w'))
    .orderBy('reference')
    .orderBy('engagement_id')
    .execute()

/** The cases in which the NHS pays wages itself. */
export async function casesWithWages(doing: Doing): Promise<readonly string[]> {
  const rows = await here(doing)
    .db.selectFrom('payments.wages')
    .select('reference')
    .distinct()
    .orderBy('reference')
    .execute()
  return rows.map(({ reference }) => reference)
}

type Known = { readonly source_id: string } & WageOwed

/** What is owed for payslips of some cases and was not ended. */
async function owedOf(doing: Doing, which: Which): Promise<ReadonlyMap<string, readonly WageOwed[]>> {
  const { rows } = await sql<Known>`select o.id, o.source_id, o.amount, o.run_id is not null as held
    from payments.obligation_shown o
    where o.source = 'payslip' and o.ended_on is null and ${ofCase(which, 'o')}`.execute(doing.transaction)
  return Map.groupBy(rows, ({ source_id }) => source_id.split(' ').slice(0, 4).join(' '))
}

type Change = One & { readonly paid: WagesRow; readonly change: WageChange }

/** What each payslip of some jobs asks for each payee, and what of it has to change. */
async function changesOf(doing: Doing, wages: readonly WagesRow[]): Promise<readonly Change[]> {
  if (wages.length === 0) return []
  const known = await owedOf(doing, { references: [...new Set(wages.map(({ reference }) => reference))] })
  const paidOf = new Map(wages.map(one => [one.engagement_id, one]))
  const found: Change[] = []
  for (const job of await jobsOf(doing, [...paidOf.keys()])) {
    const paid = paidOf.get(job.id)
    if (paid === undefined) continue
    for (const slip of job.payslips.filter(({ paidOn }) => paidOn >= paid.from_on)) {
      const of = { assistant: job.assistant, code: job.code, from: slip.from, until: slip.until }
      const firm = job.firm?.name ?? 'The payroll firm'
      for (const one of toPay({ slip, assistant: job.assistant, firm })) {
        const source = wageSource(job.id, one, of)
        const change = wageChange(one.amount, known.get(source) ?? [])
        found.push({ paid, one, of, change, amount: change.owe, source: `${source} ${slip.id}` })
      }
    }
  }
  return found
}

const atOnce = 200

export type WagesOwed = { readonly owed: number; readonly ended: number }

/**
 * What payslips ask to be paid where the NHS pays the wages: to the assistant, the tax authority, the pension
 * provider and the firm, each owed once by its own day. A corrected payslip changes what no run holds.
 */
export async function oweWages(doing: Doing, which: Which): Promise<WagesOwed> {
  const all = await wagesOf(doing, which)
  let [owed, ended] = [0, 0]
  for (let first = 0; first < all.length; first += atOnce)
    for (const { paid, change, ...one } of await changesOf(doing, all.slice(first, first + atOnce))) {
      for (const id of change.end) await end(doing, id)
      ended += change.end.length
      if (change.owe === nothing) continue
      await oweOne(doing, paid, one)
      owed += 1
    }
  return { owed, ended }
}

/** What was paid for the wages of some jobs more than their newest payslips ask, by job. */
export async function wagesOver(
  doing: Doing,
  wages: readonly WagesRow[],
): Promise<ReadonlyMap<EngagementId, Pence>> {
  const over = new Map<EngagementId, Pence>()
  for (const { paid, change } of await changesOf(doing, wages))
    over.set(paid.engagement_id, plus(over.get(paid.engagement_id) ?? nothing, change.over))
  return over
}

async function end(doing: Doing, id: ObligationId): Promise<void> {
  const ended = await endOwed(doing, id, 'The payslip was corrected')
  if (!ended.done) throw new Error(`A wage could not be ended: ${ended.because.join(', ')}`)
}

type One = {
  readonly one: ToPay
  readonly of: Parameters<typeof wagePayee>[1]
  readonly amount: Pence
  readonly source: string
}

async function oweOne(doing: Doing, paid: WagesRow, { one, of, amount, source }: One): Promise<void> {
  const days = `${sayShortDay(of.from)} to ${sayShortDay(of.until)}`
  const owed = await owe(doing, {
    agreement: paid.agreement_id,
    part: 'notional',
    kind: 'wage',
    amount,
    dueOn: one.by,
    from: of.from,
    until: of.until,
    because: `${one.because}, ${of.assistant}, ${days}`,
    to: { supplier: wagePayee(one, of), lines: [{ line_key: paid.line_key, amount }] },
    source: { of: 'payslip', id: source },
    theirReference: wageReference(one, of),
  })
  if (!owed.done) throw new Error(`A wage could not be owed: ${owed.because.join(', ')}`)
}
