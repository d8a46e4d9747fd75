import { sql } from 'kysely'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addDays, type PlainDate, weekday } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { noteRefusal, whyNotEmployer } from '../acting.ts'
import { type Job, jobOf } from '../queries/engagements.ts'
import { standingInJob } from '../queries/standing.ts'
import { mostOnADay } from '../rules/units.ts'
import { here } from '../tables.ts'
import type { EngagementId, Spell, TaskId, TimesheetId } from '../types.ts'
import { recordJob } from './change-terms.ts'

export type NewTimesheet = {
  readonly engagement: EngagementId
  /** The Monday of the week. */
  readonly week: PlainDate
  readonly spells: readonly Spell[]
  readonly tasks?: readonly TaskId[]
  readonly note?: string
}

export type SendProblem =
  | 'no-such-job'
  | 'not-your-hours'
  | 'caller-may-not-do-this'
  | 'not-a-monday'
  | 'week-to-come'
  | 'nothing-filled-in'
  | 'day-to-come'
  | 'day-outside-week'
  | 'more-than-a-day-holds'
  | 'no-such-task'
  | 'say-why-it-changed'

export const sendSays = {
  'no-such-job': 'There is no such job',
  'not-your-hours': 'Only the assistant, or the employer for them, can send these hours',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'not-a-monday': 'Choose a week from Monday to Sunday',
  'week-to-come': 'This week has not begun yet. Send hours after they are worked',
  'nothing-filled-in': 'Fill in at least one day',
  'day-to-come': 'This day has not come yet. Send hours after they are worked',
  'day-outside-week': 'This day is not in the week',
  'more-than-a-day-holds': 'That is more than one day can hold',
  'no-such-task': 'There is no such task',
  'say-why-it-changed': 'Say what was wrong: this week was approved before',
} as const satisfies Record<SendProblem, string>

const whole = 1000n

/** Why hours cannot be sent so: every reason. What is merely odd is sent, and flagged to who approves it. */
export function whyNotSend(asked: NewTimesheet, job: Job, today: PlainDate): readonly SendProblem[] {
  const { week, spells, tasks = [], note = '' } = asked
  const found: SendProblem[] = []
  if (weekday(week) !== 1) found.push('not-a-monday')
  if (week > today) found.push('week-to-come')
  if (spells.length === 0) found.push('nothing-filled-in')
  if (spells.some(({ on }) => on > today)) found.push('day-to-come')
  if (spells.some(({ on }) => on < week || on > addDays(week, 6))) found.push('day-outside-week')
  const most = ({ unit }: Spell): bigint => BigInt(mostOnADay[unit]) * whole
  if (spells.some(one => one.units <= 0n || one.units > most(one))) found.push('more-than-a-day-holds')
  if (tasks.some(id => !job.tasks.some(task => task.id === id))) found.push('no-such-task')
  const approved = job.sheets.some(one => one.week === week && one.decided?.what === 'approved')
  if (approved && note.trim() === '') found.push('say-why-it-changed')
  return found
}

/**
 * Sends a week of work: the assistant, the employer for them, staff for somebody who called. The same week
 * again is a correction: a new timesheet with the next number, to be approved again; the one before stands
 * as it was.
 */
export async function sendTimesheet(
  doing: Doing,
  asked: NewTimesheet,
): Promise<Done<TimesheetId, SendProblem>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hours:${asked.engagement}`}, 0))`.execute(
    doing.transaction,
  )
  const job = await jobOf(doing, asked.engagement)
  if (job === null) return refused('no-such-job')
  const standing = await standingInJob(doing, job)
  if (standing !== 'assistant') {
    const against = await whyNotEmployer(doing, job, 'send-hours', standing)
    const because = against.map(one => (one === 'not-yours-to-employ' ? ('not-your-hours' as const) : one))
    if (because.length > 0) return noteRefusal(doing, job, 'hours-refused', because)
  }
  const because = whyNotSend(asked, job, doing.today)
  if (because.length > 0) return { done: false, because }
  const id = await write(doing, job, { ...asked, sentAs: standing })
  await recordJob(doing, job, 'hours-sent', { timesheet: id, week: asked.week })
  return done(id)
}

async function write(
  doing: Doing,
  job: Job,
  { week, spells, tasks = [], note = '', sentAs }: NewTimesheet & { readonly sentAs: string },
): Promise<TimesheetId> {
  const { db } = here(doing)
  const id = newId<'timesheet'>()
  const of = { engagement_id: job.id, organisation_id: job.organisation, person_id: job.person }
  await db
    .insertInto('employment.timesheet')
    .values({
      id,
      ...of,
      week_on: week,
      number: job.sheets.filter(one => one.week === week).length + 1,
      tasks: [...tasks],
      note: note.trim(),
      sent_by: doing.actor.id,
      sent_by_name: doing.actor.name,
      sent_as: sentAs,
      sent_on: doing.today,
      sent_at: doing.now,
      on_behalf_of: doing.onBehalfOf,
    })
    .execute()
  await db
    .insertInto('employment.spell')
    .values(
      spells.map(({ on, unit, units, begins }) => ({
        timesheet_id: id,
        ...of,
        on_day: on,
        unit,
        units,
        begins,
      })),
    )
    .execute()
  return id
}
