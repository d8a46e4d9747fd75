import { prepare } from '../src/app.ts'
import { openDatabase } from '../src/platform/database.ts'
import { drill, drillTable } from './drill.ts'

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
