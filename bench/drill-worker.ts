// The process that is killed in the drill: it prepares, signs and releases payment runs without end, as two
// people at their browsers would, each step in a transaction of its own, and lets a week go by when all are
// paid.
import { sql } from 'kysely'
import { enter } from '../src/access/identify.ts'
import { addDays } from '../src/kernel/days.ts'
import type { Pence } from '../src/kernel/money.ts'
import { prepareRun, type RunId, releaseRun, tellThoseLeft } from '../src/payments/public.ts'
import type { OrganisationId } from '../src/people/public.ts'
import { openDatabase } from '../src/platform/database.ts'
import type { Actor, Doing } from '../src/platform/doing.ts'
import { asActor, asService } from '../src/platform/transaction.ts'

type Given = {
  readonly url: string
  readonly organisation: OrganisationId
  readonly people: readonly Actor[]
}
const given = JSON.parse(process.argv[2] ?? '{}') as Given
const database = openDatabase(given.url, 4)

const as = <Value>(actor: Actor, work: (doing: Doing) => Promise<Value>): Promise<Value> =>
  asActor(database, { asking: { actor, onBehalfOf: null, purpose: null }, enter }, work)

type Open = { readonly run: RunId; readonly payments: number; readonly total: Pence }

/** The run that waits for signatures, as its page would show it. */
const openRun = (): Promise<Open | null> =>
  asService(database, async ({ transaction }) => {
    const { rows } =
      await sql<Open>`select n.id as run, count(i.id)::int as payments, sum(i.amount)::bigint as total
      from payments.run n join payments.instruction i on i.run_id = n.id and i.stopped_because = '{}'
      where not exists (select from payments.leaving l where l.run_id = n.id)
      group by n.id order by n.id limit 1`.execute(transaction)
    return rows[0] ?? null
  })

const letAWeekGoBy = (): Promise<unknown> =>
  asService(database, ({ transaction }) =>
    sql`update platform.clock set set_to = set_to + interval '7 days'`.execute(transaction),
  )

async function step(): Promise<void> {
  const open = await openRun()
  for (const one of open === null ? [] : given.people) await as(one, doing => releaseRun(doing, open as Open))
  await asService(database, tellThoseLeft)
  const [first] = given.people
  if (first === undefined) throw new Error('nobody may prepare a run')
  const prepared = await as(first, doing =>
    prepareRun(doing, { organisation: given.organisation, until: addDays(doing.today, 6) }),
  )
  if (!prepared.done && open === null) await letAWeekGoBy()
}

process.send?.('ready')
for (;;) await step()
