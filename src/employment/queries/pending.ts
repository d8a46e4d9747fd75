import { bankHolidays } from '../../clocks/public.ts'
import { addDays } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { contractOn } from '../rules/pay.ts'
import { type Pending, whyPending } from '../rules/pending.ts'
import type { Sheet } from '../types.ts'
import type { Job } from './engagements.ts'
import { clashesOf } from './sheets.ts'

/**
 * Why a timesheet is pending, every reason. Who sees only the hours, and the payroll firm, are told nothing
 * of rates or of tasks that they may not see.
 */
export async function pendingOf(doing: Doing, job: Job, sheet: Sheet): Promise<readonly Pending[]> {
  const all = whyPending({
    sheet,
    terms: job.terms,
    from: job.from,
    until: contractOn(job.contracts, addDays(sheet.week, 6))?.until ?? null,
    ending: job.ending,
    tasks: job.tasks,
    clashes: await clashesOf(doing, sheet.id),
    holidays: bankHolidays,
  })
  const seesTasks = sheet.tasks.every(id => job.tasks.some(task => task.id === id))
  return all.filter(({ reason }) => {
    if (reason === 'not-signed-off') return seesTasks
    return reason !== 'no-rate-for-unit' || job.contracts.length > 0
  })
}
