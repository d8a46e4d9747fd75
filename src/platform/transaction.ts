import { sql } from 'kysely'
import { dayInEngland, type Moment, moment } from '../kernel/days.ts'
import type { Database, OpenTransaction } from './database.ts'
import { type Actor, type Doing, theService } from './doing.ts'
import { log } from './log.ts'

/** Whoever asks, as the web process or a test knows them before the transaction opens. */
export type Asking = Pick<Doing, 'onBehalfOf' | 'purpose'> & { readonly actor: Actor }

/**
 * Sets the transaction up for an actor, what they may see and the role under row-level security, and answers
 * what time it is: all in one round trip. Given by `access`, so that the platform knows no roles.
 */
export type Enter = (transaction: OpenTransaction, actor: Actor) => Promise<Moment>

/** A transaction that may be given up on purpose: everything in it is undone, and the value comes back. */
export class GiveUp<Value> extends Error {
  readonly value: Value
  constructor(value: Value) {
    super('given up on purpose')
    this.value = value
  }
}

/**
 * Runs work as an actor, in one transaction under row-level security: the role `openphb_app` and what the
 * actor may see are set locally before the work sees the connection. Throwing rolls everything back.
 */
export async function asActor<Value>(
  database: Database,
  { asking, enter }: { asking: Asking; enter: Enter },
  work: (doing: Doing) => Promise<Value>,
): Promise<Value> {
  return runOrGiveUp(() =>
    database.kysely.transaction().execute(async transaction => {
      const now = await enter(transaction, asking.actor)
      return work({ ...asking, today: dayInEngland(now), now, transaction, log })
    }),
  )
}

/** Runs the service's own work (jobs, commands, sign-in) as the tables' owner, in one transaction. */
export async function asService<Value>(
  database: Database,
  work: (doing: Doing) => Promise<Value>,
): Promise<Value> {
  return runOrGiveUp(() =>
    database.kysely.transaction().execute(async transaction => {
      const { rows } = await sql<{ now: Moment }>`
      select set_config('role', 'openphb_owner', true), platform.now() as now`.execute(transaction)
      const now = rows[0]?.now ?? moment(new Date())
      return work({
        actor: theService,
        onBehalfOf: null,
        purpose: null,
        today: dayInEngland(now),
        now,
        transaction,
        log,
      })
    }),
  )
}

async function runOrGiveUp<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof GiveUp) return error.value as Value
    throw error
  }
}
