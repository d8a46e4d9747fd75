// npm run openphb -- COMMAND: the command line. It joins the running embedded database, or starts it and
// stops it again.
//
// The contract with src/main.ts, besides start (see start.mjs), where argv is string[]:
//   needsDatabase(argv): boolean                     whether a command is to be given a database
//   command(argv, { databaseUrl?: string, embedded: boolean }): Promise<number>     does it: the exit code
// Nothing but the command's own words goes to standard output.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildMain } from './build.mjs'
import { startDatabase } from './database.mjs'
import { installWhatIsMissing } from './install.mjs'
import { underRightNode } from './node.mjs'
import { dataFolder, prepareEnvironment } from './program.mjs'

await underRightNode(import.meta.url)

let database = null
let leaving = false

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
for (const [signal, code] of Object.entries(signals)) process.on(signal, () => void leave(code))
// A reader such as head may have had enough: that is no error, and the command goes on to its end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

try {
  await leave(await run(process.argv.slice(2)))
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  await leave(1)
}

async function run(argv) {
  await installWhatIsMissing()
  const bundle = await buildMain()
  const given = process.env.DATABASE_URL
  prepareEnvironment({ databaseUrl: given, embedded: !given })
  const main = await import(pathToFileURL(bundle).href)
  if (!main.needsDatabase(argv)) return main.command(argv, { embedded: !given })
  return main.command(argv, { databaseUrl: given ?? (await embedded()), embedded: !given })
}

async function embedded() {
  database = await startDatabase({ dataDir: path.join(dataFolder(), 'db') })
  process.env.DATABASE_URL = database.url
  return database.url
}

async function leave(code) {
  if (leaving) return
  leaving = true
  await database?.stop()
  process.stdout.write('', () => process.exit(code))
}
