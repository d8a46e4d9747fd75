import { prepare } from '../src/app.ts'
import { openDatabase } from '../src/platform/database.ts'
import { drill, drillTable } from './drill.ts'
import { railsDrill, railsTable } from './rails.ts'

type Asked = {
  readonly url: string
  readonly worker: string
  readonly kills: number
  readonly budgets: number
}

/** Runs the drill on an empty server and prints its table; whether all is well. */
export async function runDrill({ url, worker, kills, budgets }: Asked): Promise<boolean> {
  await prepare(url)
  const database = openDatabase(url, 6)
  try {
    const done = await drill({ database, worker, kills, budgets })
    process.stdout.write(`${drillTable(done)}\n`)
    return done.payments > 0 && done.checks.every(({ wrong }) => wrong === 0)
  } finally {
    await database.close()
  }
}

type RailsAsked = Pick<Asked, 'url' | 'worker' | 'kills'> & { readonly payments: number }

/** Runs the drill of the two ways to pay on an empty server and prints its table; whether all is well. */
export async function runRails({ url, worker, kills, payments }: RailsAsked): Promise<boolean> {
  await prepare(url)
  const database = openDatabase(url, 6)
  try {
    // Long enough that a run of that size is sometimes prepared and signed before the next kill.
    const patience = 1500 + payments * 2
    const done = await railsDrill({ database, worker, kills, payments, patience })
    process.stdout.write(`${railsTable(done)}\n`)
    return done.payments > 0 && done.checks.every(({ wrong }) => wrong === 0)
  } finally {
    await database.close()
  }
}
