import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Unknown } from '../rules/status-report.ts'
import type { RunId } from '../types.ts'

/** One answer of the bank to a run's file, with how many payments became what. */
export type AnswerListed = {
  readonly id: string
  readonly messageId: string
  readonly readOn: PlainDate
  readonly readBy: string
  readonly paid: number
  readonly taken: number
  readonly pending: number
  readonly rejected: number
}
export type UnknownListed = {
  readonly answer: string
  readonly place: number
  readonly endToEndId: string
  readonly status: string
  readonly why: Unknown['why']
}

/** What the bank answered to the files of a run, newest first, and what it named that is not in them. */
export async function answersOf(doing: Doing, run: RunId) {
  const { rows: answers } = await sql<AnswerListed>`
    select a.id, a.message_id as "messageId", a.read_on as "readOn", a.read_by_name as "readBy", d.paid,
      d.taken, d.pending, d.rejected
    from payments.answer a cross join lateral (
      select count(*) filter (where became = 'paid')::int as paid,
        count(*) filter (where became = 'taken')::int as taken,
        count(*) filter (where became = 'pending')::int as pending,
        count(*) filter (where became = 'rejected')::int as rejected
      from payments.answered where answer_id = a.id) d
    where a.run_id = ${run} order by a.read_at desc, a.id desc limit 20`.execute(doing.transaction)
  const { rows: unknown } = await sql<UnknownListed>`
    select answer_id as answer, place, end_to_end_id as "endToEndId", status, why
    from payments.answer_unknown where run_id = ${run} order by answer_id desc, place limit 200`.execute(
    doing.transaction,
  )
  return { answers, unknown }
}
