import type { PlainDate } from '../../kernel/days.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Contract, Ending, Engagement, EngagementId, KeptPayslip, Leave, Term } from '../types.ts'
import { sheetsOf } from './sheets.ts'
import { tasksOf } from './tasks.ts'

/** An engagement with whose it is, and who employs and works. */
export type Job = Engagement & {
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly employerOrganisation: OrganisationId | null
  readonly assistantPerson: PersonId | null
  readonly firm: { readonly id: OrganisationId | null; readonly name: string } | null
}

type Ids = readonly EngagementId[]

const grouped = <Row extends { engagement_id: EngagementId }, Value>(
  rows: readonly Row[],
  as: (row: Row) => Value,
): ((id: EngagementId) => readonly Value[]) => {
  const by = new Map<EngagementId, Value[]>()
  for (const row of rows) {
    const list = by.get(row.engagement_id)
    if (list) list.push(as(row))
    else by.set(row.engagement_id, [as(row)])
  }
  return id => by.get(id) ?? []
}

async function contractsOf(doing: Doing, ids: Ids) {
  const rows = await here(doing)
    .db.selectFrom('employment.contract')
    .selectAll()
    .where('engagement_id', 'in', ids)
    .orderBy('number')
    .execute()
  return grouped(
    rows,
    (row): Contract => ({
      number: row.number,
      from: row.from_on,
      line: row.line_key,
      contractOn: row.contract_on,
      particularsOn: row.particulars_on,
      born: row.born_on,
      daysAWeek: row.days_a_week,
      noticeWeeks: row.notice_weeks,
      until: row.until_on,
    }),
  )
}

async function termsOf(doing: Doing, ids: Ids) {
  const rows = await here(doing)
    .db.selectFrom('employment.term')
    .select(['engagement_id', 'unit', 'rate', 'weekly', 'from_on', 'number'])
    .where('engagement_id', 'in', ids)
    .orderBy('from_on')
    .orderBy('number')
    .orderBy('unit')
    .execute()
  return grouped(
    rows,
    ({ unit, rate, weekly, from_on, number }): Term => ({ unit, rate, weekly, from: from_on, number }),
  )
}

/** Leave as it stands: what was corrected counts as its correction says. */
async function leaveOf(doing: Doing, ids: Ids) {
  const { db } = here(doing)
  const rows = await db
    .selectFrom('employment.leave as l')
    .select(['l.id', 'l.engagement_id', 'l.kind', 'l.first_on', 'l.last_on', 'l.days', 'l.fit_note'])
    .where('l.engagement_id', 'in', ids)
    .where(or =>
      or.not(
        or.exists(or.selectFrom('employment.leave as r').select('r.id').whereRef('r.replaces', '=', 'l.id')),
      ),
    )
    .where('l.kind', '<>', 'none')
    .orderBy('l.first_on', 'desc')
    .execute()
  return grouped(
    rows,
    (row): Leave => ({
      id: row.id,
      kind: row.kind,
      first: row.first_on,
      last: row.last_on,
      days: row.days,
      fitNote: row.fit_note,
    }),
  )
}

async function payslipsOf(doing: Doing, ids: Ids) {
  const rows = await here(doing)
    .db.selectFrom('employment.payslip')
    .distinctOn(['engagement_id', 'from_on', 'until_on'])
    .selectAll()
    .where('engagement_id', 'in', ids)
    .orderBy('engagement_id')
    .orderBy('from_on')
    .orderBy('until_on')
    .orderBy('number', 'desc')
    .execute()
  return grouped(
    rows,
    (row): KeptPayslip => ({
      id: row.id,
      givenAt: row.given_at,
      from: row.from_on,
      until: row.until_on,
      paidOn: row.paid_on,
      gross: row.gross,
      tax: row.tax,
      employeeNi: row.employee_ni,
      employerNi: row.employer_ni,
      employeePension: row.employee_pension,
      employerPension: row.employer_pension,
      other: row.other,
      net: row.net,
      fee: row.fee,
    }),
  )
}

async function endingsOf(doing: Doing, ids: Ids) {
  const rows = await here(doing)
    .db.selectFrom('employment.ending')
    .select(['engagement_id', 'ends_on', 'notice_on', 'ground'])
    .where('engagement_id', 'in', ids)
    .execute()
  return grouped(rows, (row): Ending => ({ on: row.ends_on, noticeOn: row.notice_on, ground: row.ground }))
}

/** Who signs in as the assistant, and which firm works the pay out on a day. */
async function partiesOf(doing: Doing, ids: Ids, day: PlainDate) {
  const { db } = here(doing)
  const accounts = await db
    .selectFrom('employment.account')
    .select(['engagement_id', 'assistant_id'])
    .where('engagement_id', 'in', ids)
    .execute()
  const firms = await db
    .selectFrom('employment.payroll')
    .distinctOn('engagement_id')
    .select(['engagement_id', 'firm_id', 'firm_name'])
    .where('engagement_id', 'in', ids)
    .where('from_on', '<=', day)
    .orderBy('engagement_id')
    .orderBy('number', 'desc')
    .execute()
  return {
    accounts: grouped(accounts, row => row.assistant_id),
    firms: grouped(firms, row => ({ id: row.firm_id, name: row.firm_name })),
  }
}

/**
 * Jobs with everything that the rules ask of them, in a fixed number of queries, in the order of their
 * start.
 */
export async function jobsOf(doing: Doing, ids: Ids): Promise<readonly Job[]> {
  if (ids.length === 0) return []
  const rows = await here(doing)
    .db.selectFrom('employment.engagement')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  const contracts = await contractsOf(doing, ids)
  const terms = await termsOf(doing, ids)
  const leave = await leaveOf(doing, ids)
  const payslips = await payslipsOf(doing, ids)
  const endings = await endingsOf(doing, ids)
  const tasks = grouped(await tasksOf(doing, ids), ({ task }) => task)
  const sheets = grouped(await sheetsOf(doing, ids), ({ sheet }) => sheet)
  const { accounts, firms } = await partiesOf(doing, ids, doing.today)
  return rows.map(row => ({
    id: row.id,
    code: row.code,
    reference: row.reference,
    employer: row.employer_name,
    assistant: row.assistant_name,
    job: row.job,
    from: row.from_on,
    organisation: row.organisation_id,
    person: row.person_id,
    employerOrganisation: row.employer_organisation_id,
    assistantPerson: accounts(row.id)[0] ?? null,
    firm: firms(row.id)[0] ?? null,
    contracts: contracts(row.id),
    terms: terms(row.id),
    leave: leave(row.id),
    tasks: tasks(row.id),
    sheets: sheets(row.id),
    payslips: payslips(row.id),
    ending: endings(row.id)[0] ?? null,
  }))
}

/** One job; null where there is none that the one who asks may see. */
export const jobOf = async (doing: Doing, id: EngagementId): Promise<Job | null> =>
  (await jobsOf(doing, [id]))[0] ?? null
