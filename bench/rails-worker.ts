// The process that is killed in the drill of the two ways to pay: it gets one run prepared, signed and
// released, and then does what a finance office does on a bad day, in no order: makes the bank's file, hears
// that the bank never takes it, pays some by hand, tells the holders. Each step is a transaction of its own.
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { enter } from '../src/access/identify.ts'
import { addDays } from '../src/kernel/days.ts'
import type { Pence } from '../src/kernel/money.ts'
import { makeFile } from '../src/payments/actions/make-file.ts'
import { giveUpFile } from '../src/payments/actions/pay-by-hand.ts'
import { prepareRun, type RunId, releaseRun, runState, tellThoseLeft } from '../src/payments/public.ts'
import type { RunState } from '../src/payments/queries/run.ts'
import { openDatabase } from '../src/platform/database.ts'
import type { Actor, Doing } from '../src/platform/doing.ts'
import { asActor, asService } from '../src/platform/transaction.ts'
import type { DrillGiven } from './drill.ts'
import { payByHand } from './rails-by-hand.ts'

const given = JSON.parse(process.argv[2] ?? '{}') as DrillGiven
const database = openDatabase(given.url, 4)

const as = <Value>(actor: Actor, work: (doing: Doing) => Promise<Value>): Promise<Value> =>
  asActor(database, { asking: { actor, onBehalfOf: null, purpose: null }, enter }, work)

type Run = { readonly run: RunId; readonly payments: number; readonly total: Pence; readonly left: boolean }

const theRun = (): Promise<Run | null> =>
  asService(database, async ({ transaction }) => {
    const { rows } = await sql<Run>`
      select n.id as run, count(i.id)::int as payments, sum(i.amount)::bigint as total,
        exists (select from payments.leaving l where l.run_id = n.id) as left
      from payments.run n join payments.instruction i on i.run_id = n.id and i.stopped_because = '{}'
      group by n.id order by n.id limit 1`.execute(transaction)
    return rows[0] ?? null
  })

async function onTheRun(actor: Actor, run: RunId, work: (doing: Doing, state: RunState) => Promise<unknown>) {
  await as(actor, async doing => {
    const state = await runState(doing, run)
    if (state !== null) await work(doing, state)
  })
}

async function step(): Promise<void> {
  const run = await theRun()
  const [kay, sol] = given.people
  if (kay === undefined || sol === undefined) throw new Error('nobody may prepare a run')
  if (run === null) {
    const until = (doing: Doing) => addDays(doing.today, 6)
    await as(kay, doing => prepareRun(doing, { organisation: given.organisation, until: until(doing) }))
  } else if (!run.left) for (const one of [kay, sol]) await as(one, doing => releaseRun(doing, run))
  else await aBadDay(run.run, [kay, sol])
}

async function aBadDay(run: RunId, people: readonly [Actor, Actor]): Promise<void> {
  const who = people[randomInt(2)] ?? people[0]
  const what = randomInt(10)
  if (what < 2) await onTheRun(who, run, (doing, state) => makeFile(doing, state, 'bank'))
  else if (what < 4) await onTheRun(who, run, (doing, state) => giveUpFile(doing, state, 'The bank says no'))
  else if (what < 9) await onTheRun(who, run, (doing, state) => payByHand(doing, state, given.batch))
  else await asService(database, tellThoseLeft)
}

process.send?.('ready')
for (;;) await step()
