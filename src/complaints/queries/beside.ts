import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import { type Case, decisionsOf } from '../../requests/public.ts'
import type { RuleId } from '../../rights/public.ts'
import { here } from '../tables.ts'
import type { Again, ChcStep, Lesson } from '../types.ts'

/** Who decided on the request of a case: they neither answer a complaint about it nor look at it again. */
export const decidersOf = async (doing: Doing, { request }: Pick<Case, 'request'>) =>
  (await decisionsOf(doing, request)).map(({ by }) => by.id)

/** The steps of the review of continuing healthcare in a case, in their order. */
export async function chcStepsOf(doing: Doing, reference: string): Promise<readonly ChcStep[]> {
  const rows = await here(doing)
    .db.selectFrom('complaints.chc_step')
    .selectAll()
    .where('reference', '=', reference as never)
    .orderBy('round')
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.map(({ round, what, changed, says, on_day: on, noted_by_name: byName }) => ({
    round,
    what,
    changed,
    says,
    on,
    byName,
  }))
}

/** What was asked to be looked at again here, the newest first. */
export async function againsOf(doing: Doing, reference: string): Promise<readonly Again[]> {
  const rows = await here(doing)
    .db.selectFrom('complaints.again as a')
    .leftJoin('complaints.again_answer as w', 'w.again_id', 'a.id')
    .selectAll('a')
    .select(['w.outcome', 'w.reasons', 'w.on_day', 'w.noted_by_name'])
    .where('a.reference', '=', reference as never)
    .orderBy('a.number', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    subject: row.subject,
    decidedOn: row.decided_on,
    decidedBy: row.decided_by,
    words: row.words,
    file: row.file_id,
    must: row.must,
    answerBy: row.answer_by,
    askedOn: row.asked_on,
    askedByName: row.asked_by_name,
    answer:
      row.outcome === null || row.reasons === null || row.on_day === null
        ? null
        : { on: row.on_day, byName: row.noted_by_name ?? '', outcome: row.outcome, reasons: row.reasons },
  }))
}

/** What was learnt in a case, the newest first. */
export async function lessonsOf(doing: Doing, reference: string): Promise<readonly Lesson[]> {
  const rows = await here(doing)
    .db.selectFrom('complaints.lesson as l')
    .leftJoin('complaints.published as p', 'p.lesson_id', 'l.id')
    .selectAll('l')
    .select(['p.on_day as published_on', 'p.noted_by_name as published_by'])
    .where('l.reference', '=', reference as never)
    .orderBy('l.number', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    organisation: row.organisation_id,
    person: row.person_id,
    reference: row.reference,
    number: row.number,
    learntFrom: row.learnt_from,
    complaint: row.complaint_id,
    says: row.says,
    changed: row.changed,
    owner: row.owner,
    rules: row.rules as readonly RuleId[],
    pages: row.pages as readonly string[],
    by: row.noted_by,
    on: row.on_day,
    byName: row.noted_by_name,
    published: row.published_on === null ? null : { on: row.published_on, byName: row.published_by ?? '' },
  }))
}

export type Learnt = {
  readonly id: string
  readonly board: string
  readonly says: string
  readonly changed: string
  readonly rules: readonly RuleId[]
  readonly pages: readonly string[]
  readonly on: PlainDate
}

/** One page of what everybody may read, the newest first. */
export const learntListed = (doing: Doing, page: number) =>
  onePage<Learnt>(doing, {
    kept: sql`kept as (
      select l.id, o.name as board, l.says, l.changed, l.rules, l.pages, l.on_day as on
      from complaints.learnt l join people.organisation_shown o on o.id = l.organisation_id)`,
    order: sql`"on" desc, id`,
    page,
    most: 20,
  })

export type Counted = {
  readonly organisation: OrganisationId
  readonly board: string
  readonly quarter: PlainDate
  readonly received: string
  readonly answered: string
  readonly upheld: string
}

/** Counts by board and quarter between two days, as they may be printed: the database hands out no others. */
export async function countedIn(
  doing: Doing,
  from: PlainDate,
  until: PlainDate,
): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select c.organisation_id as organisation, o.name as board, c.quarter, c.received, c.answered, c.upheld
    from complaints.counted(${from}::date, ${until}::date, ${doing.today}::date) c
      join people.organisation_shown o on o.id = c.organisation_id
    order by c.quarter desc, o.name`.execute(doing.transaction)
  return rows
}
