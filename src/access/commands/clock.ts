import { sql } from 'kysely'
import { readPlainDate, sayMoment } from '../../kernel/days.ts'
import type { Command, Console } from '../../platform/command.ts'
import { asService } from '../../platform/transaction.ts'

const usage = 'Use: openphb demo clock show | set YYYY-MM-DD | off\n'

async function clock(
  [verb = 'show', day, ...more]: readonly string[],
  { database, embedded, out, err }: Console,
): Promise<number> {
  const to = day === undefined ? null : readPlainDate(day)
  if (!['show', 'set', 'off'].includes(verb) || more.length > 0 || (verb === 'set') !== (day !== undefined)) {
    err(usage)
    return 2
  }
  if (!embedded) {
    err('The clock can be set in the embedded default only: here time is simply the time.\n')
    return 2
  }
  if (verb === 'set' && to === null) {
    err(`${day} is not a day of the calendar. Write it like 2026-04-06.\n`)
    return 2
  }
  const now = await asService(database, async ({ transaction }) => {
    if (verb !== 'show') await sql`delete from platform.clock`.execute(transaction)
    // Nine in the morning in England, and from there time goes on.
    if (to)
      await sql`insert into platform.clock (set_to, set_at)
      values ((${to}::date + time '09:00') at time zone 'Europe/London', statement_timestamp())`.execute(
        transaction,
      )
    const { rows } = await sql<{
      now: Parameters<typeof sayMoment>[0]
    }>`select platform.now() as now`.execute(transaction)
    return rows[0]?.now
  })
  if (now) out(`It is ${sayMoment(now)}.\n`)
  return 0
}

export const demoClock: Command = {
  name: 'demo clock',
  says: 'shows or sets the day that a demonstration takes place on',
  help: `Use: openphb demo clock show
     openphb demo clock set 2026-04-06     nine in the morning of that day; time goes on from there
     openphb demo clock off                back to the real time

Works in the embedded default only.`,
  needsDatabase: true,
  run: clock,
}
