import { type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import type { Doing } from './doing.ts'
import { log, nameOfError } from './log.ts'
import { asService } from './transaction.ts'

/** Work done outside a request. It runs as the service, in a transaction of its own, and may run twice. */
export type Job = {
  readonly name: string
  /** `* * * * *` for work that comes round by itself; left out for work that is asked for. */
  readonly every?: string
  run(doing: Doing, payload: Readonly<Record<string, unknown>>): Promise<void>
}

export type JobRequest = {
  readonly name: string
  readonly payload: Readonly<Record<string, string>>
  readonly at?: string
  readonly key?: string
}

/** Asks for a job inside the open transaction: if the change is rolled back, so is the job. */
export async function ask(doing: Doing, { name, payload, at, key }: JobRequest): Promise<void> {
  await sql`select platform.add_job(${name}, ${JSON.stringify(payload)}::json, ${at ?? null}::timestamptz,
    ${key ?? null})`.execute(doing.transaction)
}

/** Makes the queue's own tables. Run after the migrations. */
export async function prepareJobs(database: Database): Promise<void> {
  const pgPool = database.ownersPool('public', 1)
  await runMigrations({ pgPool, schema: 'graphile_worker', logger: quiet })
}

/** Starts to work on jobs until `stop` is called; work under way is finished first. */
export async function startJobs(
  database: Database,
  jobs: readonly Job[],
): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = Object.fromEntries(
    jobs.map(job => [
      job.name,
      (payload: unknown) =>
        asService(database, doing => job.run(doing, (payload ?? {}) as Record<string, unknown>)).catch(
          error => {
            log.error({ ...nameOfError(error), job: job.name }, 'a job failed and will be tried again')
            throw error
          },
        ),
    ]),
  )
  const crontab = jobs
    .filter(job => job.every)
    .map(job => `${job.every} ${job.name} ?max=1`)
    .join('\n')
  const runner: Runner = await run({
    pgPool: database.ownersPool('public', 4),
    schema: 'graphile_worker',
    taskList,
    crontab,
    concurrency: 2,
    noHandleSignals: true,
    noPreparedStatements: true,
    logger: quiet,
    pollInterval: 2000,
  })
  return { stop: () => runner.stop().catch(() => undefined) }
}

// The library's own lines hold job payloads; ours do not.
const quiet = new (await import('graphile-worker')).Logger(() => () => undefined)
