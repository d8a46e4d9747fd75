import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Thousandths } from '../../kernel/money.ts'
import { hoursSays, whyNotApproveHours } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { noteRefusal, whyNotEmployer } from '../acting.ts'
import { type Job, jobOf } from '../queries/engagements.ts'
import { pendingOf } from '../queries/pending.ts'
import { engagementOfSheet } from '../queries/sheets.ts'
import { hoursLet, type Standing, standingInJob } from '../queries/standing.ts'
import { unitsIn } from '../rules/pay.ts'
import { type PendingReason, pendingSays } from '../rules/pending.ts'
import { here } from '../tables.ts'
import type { Sheet, TimesheetId } from '../types.ts'
import { recordJob } from './change-terms.ts'

export type NewDecision = {
  readonly timesheet: TimesheetId
  readonly decided: 'approved' | 'sent-back'
  readonly because?: string | null
}

export type DecideProblem =
  | 'no-such-timesheet'
  | 'own-hours'
  | 'may-not-approve-hours'
  | 'above-limit-of-helper'
  | 'caller-may-not-do-this'
  | 'replaced-by-a-newer-one'
  | 'decided-already'
  | 'say-why-it-goes-back'
  | 'outside-engagement'
  | 'no-rate-for-unit'

export const decideSays = {
  ...hoursSays,
  'no-such-timesheet': 'There is no such timesheet',
  'own-hours': 'Nobody approves their own hours',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'replaced-by-a-newer-one': 'A newer timesheet was sent for this week. Look at that one',
  'decided-already': 'This timesheet was decided already. A correction is a new timesheet',
  'say-why-it-goes-back': 'Say what is wrong, so that it can be put right',
  'outside-engagement': pendingSays['outside-engagement'],
  'no-rate-for-unit': pendingSays['no-rate-for-unit'],
} as const satisfies Record<DecideProblem, string>

/**
 * Why a helper may not approve a week: the limit of their grant is of hours (V-51), and it says nothing of
 * nights or sleep-ins, so those go to the person too.
 */
export function whyNotHelperApproves(
  may: Parameters<typeof whyNotApproveHours>[0],
  { spells }: Pick<Sheet, 'spells'>,
): readonly ('may-not-approve-hours' | 'above-limit-of-helper')[] {
  const reasons = whyNotApproveHours(may, unitsIn(spells, 'hour') as Thousandths)
  const others = spells.some(({ unit }) => unit !== 'hour' && unit !== 'mile')
  return reasons.length === 0 && others ? ['above-limit-of-helper'] : reasons
}

/** Why the one who asks may not decide a timesheet, whoever they are. */
export async function whyNotDecider(
  doing: Doing,
  job: Job,
  sheet: Sheet,
  standing: Standing,
): Promise<readonly DecideProblem[]> {
  if (standing === 'assistant') return ['own-hours']
  if (standing === 'hours') {
    const may = (await hoursLet(doing)).get(job.person)
    return may === undefined ? ['may-not-approve-hours'] : whyNotHelperApproves(may, sheet)
  }
  const against = await whyNotEmployer(doing, job, 'approve-hours', standing)
  return against.map(one => (one === 'not-yours-to-employ' ? 'may-not-approve-hours' : one))
}

/** These stand in the way of approving: there is nothing that could be paid. */
const stops = (reason: PendingReason): reason is 'outside-engagement' | 'no-rate-for-unit' =>
  reason === 'outside-engagement' || reason === 'no-rate-for-unit'

const newest = (job: Job, sheet: Sheet): boolean =>
  !job.sheets.some(one => one.week === sheet.week && one.number > sheet.number)

/**
 * Approves a timesheet, or sends it back with a reason. The employer; a helper within their limit; staff for
 * somebody who called. Refuses with every reason, writes a refusal down, and never approves what cannot be
 * paid.
 */
export async function decideTimesheet(doing: Doing, asked: NewDecision): Promise<Done<null, DecideProblem>> {
  const engagement = await engagementOfSheet(doing, asked.timesheet)
  const job = engagement && (await jobOf(doing, engagement))
  const sheet = job?.sheets.find(({ id }) => id === asked.timesheet)
  if (!job || !sheet) return refused('no-such-timesheet')
  const standing = await standingInJob(doing, job)
  const against = await whyNotDecider(doing, job, sheet, standing)
  if (against.length > 0) return noteRefusal(doing, job, 'timesheet-decision-refused', against)
  const because: DecideProblem[] = []
  if (sheet.decided !== null) because.push('decided-already')
  if (!newest(job, sheet)) because.push('replaced-by-a-newer-one')
  if (asked.decided === 'sent-back' && !asked.because?.trim()) because.push('say-why-it-goes-back')
  if (asked.decided === 'approved')
    for (const { reason } of await pendingOf(doing, job, sheet)) if (stops(reason)) because.push(reason)
  if (because.length > 0) return { done: false, because }
  await write(doing, job, { ...asked, decidedAs: standing })
  await recordJob(doing, job, `timesheet-${asked.decided}`, { timesheet: sheet.id, week: sheet.week })
  return done(null)
}

async function write(
  doing: Doing,
  job: Job,
  of: NewDecision & { readonly decidedAs: string },
): Promise<void> {
  await here(doing)
    .db.insertInto('employment.decision')
    .values({
      timesheet_id: of.timesheet,
      engagement_id: job.id,
      organisation_id: job.organisation,
      person_id: job.person,
      decided: of.decided,
      because: of.because?.trim() || null,
      decided_by: doing.actor.id,
      decided_by_name: doing.actor.name,
      decided_as: of.decidedAs,
      decided_on: doing.today,
      decided_at: doing.now,
      on_behalf_of: doing.onBehalfOf,
    })
    .execute()
}
