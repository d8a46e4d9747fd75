import { sql } from 'kysely'
import { addDays, type PlainDate, plainDate } from '../kernel/days.ts'
import type { Doing } from '../platform/doing.ts'
import type { Job } from '../platform/jobs.ts'
import { here } from './tables.ts'

/** The last day of the month before the one of a day. */
const lastMonthEnd = (day: PlainDate): PlainDate => addDays(plainDate(`${day.slice(0, 7)}-01`), -1)

/**
 * Keeps what every account held at the end of a day, of all that was recorded up to two days ago, when
 * nothing is being written any more. Balances of days from then on are read from it. Run as the service.
 * Taken again, the newer takes the place of the older. Says how many balances are kept.
 */
export async function takeSnapshot(doing: Doing, asOf: PlainDate): Promise<number> {
  const known = addDays(doing.today, -2)
  if (known < asOf) return 0
  const { rows } = await sql<{
    kept: bigint
  }>`select ledger.take_snapshot(${asOf}, ${known}) as kept`.execute(doing.transaction)
  return Number(rows[0]?.kept ?? 0n)
}

/** Every night: the end of the last month, once it can be kept. Back-dated entries make it be taken again. */
export const snapshotJob: Job = {
  name: 'keep-balances',
  every: '40 2 * * *',
  async run(doing) {
    const day = lastMonthEnd(addDays(doing.today, -2))
    const there = await here(doing)
      .db.selectFrom('ledger.snapshot')
      .select('id')
      .where('as_of', '=', day)
      .executeTakeFirst()
    if (there !== undefined) return
    doing.log.info({ asOf: day, balances: await takeSnapshot(doing, day) }, 'balances of a month kept')
  },
}
