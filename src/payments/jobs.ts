import type { Job } from '../platform/jobs.ts'
import { casesWithWages, oweWages } from './actions/owe-wages.ts'
import { scheduleSigned } from './actions/schedule-payments.ts'
import { workAheadJob } from './actions/work-ahead.ts'
import { tellHoldersJob, tellThoseLeftJob } from './tell-holders.ts'
import { tellReturnedJob } from './tell-returned.ts'

/** Gives every agreement that both sides have signed its schedule, every five minutes. */
const scheduleJob: Job = {
  name: 'schedule-payments',
  every: '*/5 * * * *',
  run: async doing => void (await scheduleSigned(doing, null)),
}

/** What new payslips ask to be paid is owed, where the NHS pays the wages, every five minutes. */
const oweWagesJob: Job = {
  name: 'owe-wages',
  every: '*/5 * * * *',
  run: async doing => void (await oweWages(doing, { references: await casesWithWages(doing) })),
}

export const jobs: readonly Job[] = [
  tellHoldersJob,
  tellThoseLeftJob,
  tellReturnedJob,
  scheduleJob,
  oweWagesJob,
  workAheadJob,
]
