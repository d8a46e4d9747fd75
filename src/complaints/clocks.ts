import { type RawBuilder, sql } from 'kysely'
import {
  type ClockRun,
  type ClockSource,
  type ClocksAsked,
  clockRecords,
  findClock,
  lastDay,
} from '../clocks/public.ts'
import type { Doing } from '../platform/doing.ts'
import { here } from './tables.ts'

const ofPerson = ({ person }: ClocksAsked): RawBuilder<boolean> =>
  person === null ? sql`true` : sql`c.person_id = ${person}`

/** The acknowledgement, the answer of which a day was promised, and the explanation after six months. */
const ofComplaints = (asked: ClocksAsked): RawBuilder<unknown> => sql`
  select r.clock, c.organisation_id, c.person_id, c.reference, r.started_on, r.due_on,
    r.due_on as paused_due_on, r.met_on, case when r.met_on is null then d.dropped_on end as dropped_on,
    '/complaints/' || c.reference || '/' || c.number as href, '[]'::jsonb as pauses
  from complaints.complaint_shown c
    cross join lateral (values
      ('COMPLAINT-ACK', c.received_on, c.acknowledge_by, c.acknowledged_on),
      ('COMPLAINT-ANSWER', c.received_on, c.answer_by, c.answered_on),
      ('COMPLAINT-6M', c.received_on, c.explain_by,
        case when c.reopened > 0 then coalesce(c.answered_on, c.reopened_on)
          else coalesce(c.answered_on, c.delayed_on) end))
      as r (clock, started_on, due_on, met_on)
    cross join lateral (select coalesce(c.withdrawn_on, case when c.heard = false then c.received_on end)
      as dropped_on) d
  where ${ofPerson(asked)} and r.due_on is not null
    and (${asked.ended} or (r.met_on is null and d.dropped_on is null))`

/** The two clocks of the family after a decision on continuing healthcare. */
async function ofContinuingCare(doing: Doing, asked: ClocksAsked): Promise<readonly ClockRun[]> {
  const rows = await here(doing)
    .db.selectFrom('complaints.chc_step as s')
    .leftJoin('complaints.chc_step as n', join =>
      join
        .onRef('n.reference', '=', 's.reference')
        .onRef('n.round', '=', 's.round')
        .on(on =>
          on.or([
            on.and([on('s.what', '=', 'letter'), on('n.what', '=', 'review-asked')]),
            on.and([on('s.what', '=', 'review-answered'), on('n.what', '=', 'panel-asked')]),
          ]),
        ),
    )
    .selectAll('s')
    .select('n.on_day as met_on')
    .where('s.what', 'in', ['letter', 'review-answered'])
    .$if(asked.person !== null, query => query.where('s.person_id', '=', asked.person as never))
    .execute()
  return rows
    .map((row): ClockRun => {
      const clock = row.what === 'letter' ? 'CHC-APPEAL' : 'CHC-IRP'
      const { limit } = findClock(clock)
      const due = limit === null ? null : lastDay(row.on_day, limit)
      return {
        clock,
        organisation_id: row.organisation_id,
        person_id: row.person_id,
        reference: row.reference,
        started_on: row.on_day,
        due_on: due,
        paused_due_on: due,
        met_on: row.met_on,
        dropped_on: row.changed === true ? row.on_day : null,
        href: `/complaints/${row.reference}/chc`,
        pauses: [],
      }
    })
    .filter(({ met_on, dropped_on }) => asked.ended || (met_on === null && dropped_on === null))
}

/** The clocks of complaints, and of the review of continuing healthcare. */
export const complaintClocks: ClockSource = async (doing, asked) => {
  const chc = clockRecords(await ofContinuingCare(doing, asked))
  return sql`${ofComplaints(asked)} union all ${chc}`
}
