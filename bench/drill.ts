// The drill: payment runs are worked on by two processes at once, which are killed without warning at random
// moments. Afterwards nobody was paid twice and nobody was left out without a reason.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { addDays, plainDate } from '../src/kernel/days.ts'
import { newId } from '../src/kernel/ids.ts'
import { tellThoseLeft } from '../src/payments/public.ts'
import type { OrganisationId } from '../src/people/public.ts'
import type { Database } from '../src/platform/database.ts'
import type { Actor } from '../src/platform/doing.ts'
import { asService } from '../src/platform/transaction.ts'
import { aBody, makeBudgets } from '../test/budgets.ts'
import { type DrillCheck, drillChecks } from './drill-checks.ts'

export type Drill = {
  /** An empty database with every table. */
  readonly database: Database
  /** The bundle of drill-worker.ts. */
  readonly worker: string
  readonly kills: number
  readonly budgets: number
  /** The longest that a process lives, in milliseconds. */
  readonly patience?: number
}
export type Drilled = {
  readonly kills: number
  readonly runs: number
  readonly payments: number
  readonly stopped: number
  readonly checks: readonly DrillCheck[]
}

const monday = plainDate('2026-06-08')

async function someoneIn(database: Database, organisation: string, name: string): Promise<Actor> {
  const id = newId<'actor'>()
  await asService(database, async ({ transaction }) => {
    await sql`insert into access.actor (id, name) values (${id}, ${name})`.execute(transaction)
    await sql`insert into access.role (id, actor_id, role, organisation_id, from_on)
      values (${newId()}, ${id}, 'finance-officer', ${organisation}, ${monday}::date - 400)`.execute(
      transaction,
    )
  })
  const role = { role: 'finance-officer', organisation: organisation as never }
  return { id, name, person: null, roles: [role] }
}

/** What a process that pays is handed. `batch` is how many are paid by hand at a time. */
export type DrillGiven = {
  readonly url: string
  readonly organisation: OrganisationId
  readonly people: readonly Actor[]
  readonly batch: number
}

type Prepare = Pick<Drill, 'database' | 'budgets'> & {
  /** Whether everybody is due on the same day, so that one run pays all. */
  readonly sameDay?: boolean
}

const atOnce = 3000

/** A body with two finance officers and so many budgets, of which each twentieth has no approved account. */
export async function prepareDrill({ database, budgets, sameDay = false }: Prepare): Promise<DrillGiven> {
  const organisation = await asService(database, async doing => {
    await sql`insert into platform.clock (set_to, set_at)
      values ('2026-06-08T09:00:00+01:00', now())`.execute(doing.transaction)
    return aBody(doing, 'QDR', 'NHS Drillshire ICB')
  })
  const people = [
    await someoneIn(database, organisation, 'Kay Boone'),
    await someoneIn(database, organisation, 'Sol Abara'),
  ]
  const all = Array.from({ length: budgets }, (_, place) => ({
    organisation,
    from: sameDay ? monday : addDays(monday, place % 12),
    every: 'week' as const,
    ...(place % 20 === 0 ? { without: ['approval' as const] } : {}),
  }))
  for (let from = 0; from < budgets; from += atOnce)
    await asService(database, doing => makeBudgets(doing, all.slice(from, from + atOnce)))
  await sql`analyze`.execute(database.kysely)
  return { url: database.url, organisation, people, batch: 1 }
}

/** Starts the process that pays, and waits until it has begun. */
async function startWorker(worker: string, given: object): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--no-warnings', worker, JSON.stringify(given)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', chunk => {
    said += chunk
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`the process that pays ended by itself: ${said}`)))
  })
  return child
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

/** Kills one of two processes at a random moment, starts another, and so on; then ends both. */
export async function killAgain(
  asked: Pick<Drill, 'worker' | 'kills' | 'patience'>,
  given: DrillGiven,
): Promise<void> {
  const start = (): Promise<ChildProcess> => startWorker(asked.worker, given)
  const working = await Promise.all([start(), start()])
  try {
    for (let kill = 0; kill < asked.kills; kill += 1) {
      await pause(randomInt(20, asked.patience ?? 1200))
      const one = working.splice(randomInt(2), 1)[0]
      if (one) await gone(one)
      working.push(await start())
    }
  } finally {
    await Promise.all(working.map(gone))
  }
}

/** Kills payment runs again and again; then asks what must be so. */
export async function drill(asked: Drill): Promise<Drilled> {
  await killAgain(asked, await prepareDrill(asked))
  while ((await asService(asked.database, tellThoseLeft)) > 0);
  return { kills: asked.kills, ...(await counted(asked.database)), checks: await drillChecks(asked.database) }
}

async function counted(database: Database) {
  const { rows } = await sql<{ runs: number; payments: number; stopped: number }>`select
    (select count(*)::int from payments.leaving) as runs,
    (select count(*)::int from payments.payment) as payments,
    (select count(*)::int from payments.instruction where stopped_on is not null) as stopped`.execute(
    database.kysely,
  )
  return rows[0] ?? { runs: 0, payments: 0, stopped: 0 }
}

/** What was done and what was checked, as a table. */
export const drillTable = ({ kills, runs, payments, stopped, checks }: Drilled): string =>
  [
    `${kills} kills; ${runs} runs left with ${payments} payments; ${stopped} times something was stopped`,
    ...checks.map(({ says, wrong }) => `${wrong === 0 ? 'so   ' : `NOT (${wrong})`}  ${says}`),
  ].join('\n')
