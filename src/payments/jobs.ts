import type { Job } from '../platform/jobs.ts'
import { scheduleSigned } from './actions/schedule-payments.ts'
import { workAheadJob } from './actions/work-ahead.ts'
import { tellHoldersJob, tellThoseLeftJob } from './tell-holders.ts'

/** Gives every agreement that both sides have signed its schedule, every five minutes. */
const scheduleJob: Job = {
  name: 'schedule-payments',
  every: '*/5 * * * *',
  run: async doing => void (await scheduleSigned(doing, null)),
}

export const jobs: readonly Job[] = [tellHoldersJob, tellThoseLeftJob, scheduleJob, workAheadJob]
