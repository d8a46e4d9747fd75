import { type Done, done } from '../../kernel/answers.ts'
import { daysInside, type PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Thousandths } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { EngagementId, Leave, LeaveId, LeaveKind } from '../types.ts'
import { type JobProblem, jobToChange, recordJob, rowOf } from './change-terms.ts'

export type NewLeave = {
  readonly engagement: EngagementId
  readonly kind: LeaveKind
  readonly first: PlainDate
  readonly last: PlainDate
  /** Working days in thousandths. */
  readonly days: Thousandths
  readonly fitNote?: boolean
}
export type LeaveProblem =
  | JobProblem
  | 'ends-before-it-begins'
  | 'more-days-than-there-are'
  | 'outside-the-job'
  | 'overlaps-other-leave'

export const leaveSays = {
  'ends-before-it-begins': 'The last day must not be before the first day',
  'more-days-than-there-are': 'That is more working days than there are days from the first to the last',
  'outside-the-job': 'These days are before the job began or after it ended',
  'overlaps-other-leave': 'Other leave is written down for some of these days',
} as const

/** Why leave cannot be written so: every reason. */
export function whyNotLeave(
  asked: Pick<NewLeave, 'first' | 'last' | 'days'>,
  job: { readonly from: PlainDate; readonly last: PlainDate | null; readonly leave: readonly Leave[] },
): readonly Exclude<LeaveProblem, JobProblem>[] {
  const found: Exclude<LeaveProblem, JobProblem>[] = []
  const { first, last, days } = asked
  if (last < first) found.push('ends-before-it-begins')
  else if (days > BigInt(daysInside(first, last)) * 1000n) found.push('more-days-than-there-are')
  if (first < job.from || (job.last !== null && last > job.last)) found.push('outside-the-job')
  if (job.leave.some(one => one.first <= last && first <= one.last)) found.push('overlaps-other-leave')
  return found
}

/**
 * Writes leave or sickness down. Nothing of the illness is kept: only the days, and whether there was a
 * note.
 */
export async function noteLeave(doing: Doing, asked: NewLeave): Promise<Done<LeaveId, LeaveProblem>> {
  const found = await jobToChange(doing, asked.engagement, 'note-leave')
  if (!found.done) return found
  const job = found.value
  const because = whyNotLeave(asked, { from: job.from, last: job.ending?.on ?? null, leave: job.leave })
  if (because.length > 0) return { done: false, because }
  const id = newId() as LeaveId
  const { kind, first, last, days, fitNote = false } = asked
  await here(doing)
    .db.insertInto('employment.leave')
    .values({
      id,
      ...rowOf(doing, job),
      kind,
      first_on: first,
      last_on: last,
      days,
      fit_note: fitNote,
      replaces: null,
      made_by_name: doing.actor.name,
    })
    .execute()
  await recordJob(doing, job, 'assistant-leave-noted', { kind, first, last, days })
  return done(id)
}

/** Takes a mistaken entry of leave back: a new fact says that it was none. Refuses one that is not there. */
export async function takeLeaveBack(
  doing: Doing,
  of: { readonly engagement: EngagementId; readonly leave: LeaveId },
): Promise<Done<null, JobProblem | 'no-such-leave'>> {
  const found = await jobToChange(doing, of.engagement, 'take-leave-back')
  if (!found.done) return found
  const job = found.value
  const leave = job.leave.find(({ id }) => id === of.leave)
  if (leave === undefined) return { done: false, because: ['no-such-leave'] }
  const { first, last } = leave
  await here(doing)
    .db.insertInto('employment.leave')
    .values({
      id: newId() as LeaveId,
      ...rowOf(doing, job),
      kind: 'none',
      first_on: first,
      last_on: last,
      days: 0n as Thousandths,
      fit_note: false,
      replaces: leave.id,
      made_by_name: doing.actor.name,
    })
    .execute()
  await recordJob(doing, job, 'assistant-leave-taken-back', { first, last })
  return done(null)
}
