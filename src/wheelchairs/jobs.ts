import type { Job } from '../platform/jobs.ts'
import { returnUnspent, tellEnding } from './actions/end-periods.ts'

/** Every night: families are told of a budget that ends soon; repair money of an ended one goes back. */
const endPeriods: Job = {
  name: 'end-wheelchair-periods',
  every: '40 1 * * *',
  async run(doing) {
    await tellEnding(doing)
    await returnUnspent(doing)
  },
}

export const jobs: readonly Job[] = [endPeriods]
