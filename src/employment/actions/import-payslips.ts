import { createHash } from 'node:crypto'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { SentFile } from '../../platform/route.ts'
import { whyNotEmployer } from '../acting.ts'
import { budgetOf } from '../queries/budget.ts'
import type { Job } from '../queries/engagements.ts'
import { jobsOfBudget, jobsOfFirm } from '../queries/lists.ts'
import { type PayslipRow, type RefusedRow, type RowProblem, readPayslips } from '../rules/payslips.ts'
import { here } from '../tables.ts'
import type { Payslip, PayslipFileId } from '../types.ts'
import { recordJob } from './change-terms.ts'

/** Who sends payslips: a payroll firm for all that it works out, or an employer for their own budget. */
export type Sender = { readonly firm: OrganisationId; readonly name: string } | { readonly reference: string }

export type ImportProblem = 'not-found' | 'not-yours' | 'no-file' | 'empty' | 'columns-missing'
export type Imported = {
  readonly file: PayslipFileId
  readonly again: boolean
  readonly added: number
  readonly already: number
  readonly refused: number
}

const same = (a: Payslip, b: Payslip): boolean =>
  (
    ['paidOn', 'gross', 'tax', 'employeeNi', 'employerNi', 'employeePension', 'employerPension'] as const
  ).every(name => a[name] === b[name]) &&
  a.other === b.other &&
  a.net === b.net &&
  a.fee === b.fee

type Sorted = {
  readonly fresh: readonly (PayslipRow & { readonly job: Job })[]
  readonly already: number
  readonly refused: readonly RefusedRow[]
}

/** What each row is: new, one that we have already, or one to set apart with every reason. */
function sorted(rows: readonly PayslipRow[], jobs: readonly Job[]): Sorted {
  const fresh: (PayslipRow & { job: Job })[] = []
  const refusedRows: RefusedRow[] = []
  let already = 0
  for (const row of rows) {
    const job = jobs.find(({ code }) => code === row.code)
    const { slip } = row
    const kept = job?.payslips.find(one => one.from === slip.from && one.until === slip.until)
    const because: RowProblem[] = []
    if (job === undefined) because.push('no-such-assistant')
    if (job !== undefined && slip.until < job.from) because.push('before-the-job')
    const twin = fresh.find(
      one => one.code === row.code && one.slip.from === slip.from && one.slip.until === slip.until,
    )
    if (twin !== undefined) because.push('twice-in-this-file')
    if (kept !== undefined && !same(kept, slip) && !row.correction)
      because.push('differs-from-an-earlier-one')
    if (because.length > 0) refusedRows.push({ line: row.line, cells: saysOf(row), because })
    else if (kept !== undefined && same(kept, slip)) already += 1
    else if (job !== undefined) fresh.push({ ...row, job })
  }
  return { fresh, already, refused: refusedRows }
}

const saysOf = ({ code, slip }: PayslipRow): string => `${code} | ${slip.from} | ${slip.until}`

async function jobsFor(doing: Doing, sender: Sender): Promise<Done<readonly Job[], ImportProblem>> {
  if ('firm' in sender) {
    const mine = doing.actor.id === null || doing.actor.roles.some(role => role.organisation === sender.firm)
    return mine ? done(await jobsOfFirm(doing, sender.firm)) : refused('not-found')
  }
  const budget = await budgetOf(doing, sender.reference)
  if (budget === null) return refused('not-found')
  const against = await whyNotEmployer(doing, budget, 'send-payslips')
  return against.length > 0 ? refused('not-yours') : done(await jobsOfBudget(doing, budget.reference))
}

/**
 * Takes a payroll firm's file. What is right is kept; each row that is not is set apart with every reason;
 * the same file again, and a payslip that we have, add nothing. Refuses a file without rows or without its
 * columns, and whoever is neither the firm nor the employer.
 */
export async function importPayslips(
  doing: Doing,
  sender: Sender,
  file: SentFile | null,
): Promise<Done<Imported, ImportProblem> & { readonly missing?: readonly string[] }> {
  const jobs = await jobsFor(doing, sender)
  if (!jobs.done) return jobs
  if (file === null || file.bytes.length === 0) return refused('no-file')
  const from = 'firm' in sender ? `firm:${sender.firm}` : `budget:${sender.reference}`
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const before = await fileOf(doing, from, sha256)
  if (before) return done({ file: before, again: true, added: 0, already: 0, refused: 0 })
  const read = readPayslips(Buffer.from(file.bytes).toString('utf8'))
  if (!read.ok) return { ...refused(read.because), missing: read.missing }
  const { fresh, already, refused: others } = sorted(read.rows, jobs.value)
  const set = [...read.refused, ...others]
  const id = await keepFile(doing, { sender, from, sha256, name: file.name })
  await keepRows(doing, id, fresh)
  await keepRefused(doing, id, set)
  for (const { job, slip } of fresh)
    await recordJob(doing, job, 'payslip-received', { from: slip.from, until: slip.until, file: id })
  return done({ file: id, again: false, added: fresh.length, already, refused: set.length })
}

async function fileOf(doing: Doing, sender: string, sha256: string): Promise<PayslipFileId | undefined> {
  const row = await here(doing)
    .db.selectFrom('employment.payslip_file')
    .select('id')
    .where('sender', '=', sender)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.id
}

type ToKeep = {
  readonly sender: Sender
  readonly from: string
  readonly sha256: string
  readonly name: string
}

async function keepFile(doing: Doing, { sender, from, sha256, name }: ToKeep): Promise<PayslipFileId> {
  const id = newId() as PayslipFileId
  await here(doing)
    .db.insertInto('employment.payslip_file')
    .values({
      id,
      sender: from,
      sha256,
      name: name.replace(/[\u0000-\u001f/\\]/g, '_').slice(0, 200),
      firm_id: 'firm' in sender ? sender.firm : null,
      given_by: doing.actor.id,
      given_by_name: doing.actor.name,
      given_on: doing.today,
      given_at: doing.now,
    })
    .execute()
  return id
}

async function keepRows(doing: Doing, file: PayslipFileId, rows: Sorted['fresh']): Promise<void> {
  if (rows.length === 0) return
  const { db } = here(doing)
  const earlier = await db
    .selectFrom('employment.payslip')
    .select(['engagement_id', 'from_on', 'until_on'])
    .where(
      'engagement_id',
      'in',
      rows.map(({ job }) => job.id),
    )
    .execute()
  await db
    .insertInto('employment.payslip')
    .values(
      rows.map(({ line, job, slip }) => ({
        id: newId<'payslip'>(),
        payslip_file_id: file,
        line,
        engagement_id: job.id,
        organisation_id: job.organisation,
        person_id: job.person,
        number:
          earlier.filter(
            one => one.engagement_id === job.id && one.from_on === slip.from && one.until_on === slip.until,
          ).length + 1,
        from_on: slip.from,
        until_on: slip.until,
        paid_on: slip.paidOn,
        gross: slip.gross,
        tax: slip.tax,
        employee_ni: slip.employeeNi,
        employer_ni: slip.employerNi,
        employee_pension: slip.employeePension,
        employer_pension: slip.employerPension,
        other: slip.other,
        net: slip.net,
        fee: slip.fee,
        given_at: doing.now,
      })),
    )
    .execute()
}

async function keepRefused(doing: Doing, file: PayslipFileId, rows: readonly RefusedRow[]): Promise<void> {
  if (rows.length === 0) return
  await here(doing)
    .db.insertInto('employment.payslip_refused')
    .values(
      rows.map(({ line, cells, because }) => ({ payslip_file_id: file, line, cells, because: [...because] })),
    )
    .execute()
}
