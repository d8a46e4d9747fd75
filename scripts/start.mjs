// npm start: installs what is missing, builds, starts the embedded database unless DATABASE_URL is set, and
// runs OpenPHB.
//
// The contract with src/main.ts, whose bundle runs in this process with OPENPHB_ROOT, OPENPHB_DATA,
// DATABASE_URL
// and, for the embedded database, OPENPHB_EMBEDDED=1 in its environment:
//   start({ databaseUrl: string, port: number, embedded: boolean }): Promise<{
//     url: string,                                          the address to open
//     links: readonly { label: string, url: string }[],     the sign-in links to print, if any
//     close(): Promise<void>,                               finishes what was begun, lets go of the database
//   }>
import net from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildMain } from './build.mjs'
import { startDatabase } from './database.mjs'
import { installWhatIsMissing } from './install.mjs'
import { makeMillbrook } from './millbrook.mjs'
import { underRightNode } from './node.mjs'
import { dataFolder, prepareEnvironment, stayBelow200Megabytes } from './program.mjs'

const forcedAfter = 1_000
const drainPatience = 15_000

await underRightNode(import.meta.url)

// Each is set as it comes up, and closed in the opposite order.
const running = { installing: false, stopMaking: null, database: null, program: null }
let leavingSince = 0

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leaveOnSignal())
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const up = run().catch(problem => (leavingSince ? undefined : failWith(problem)))
await up

async function run() {
  const port = chosenPort(process.env.PORT)
  await refuseTakenPort(port)
  running.installing = true
  await installWhatIsMissing()
  running.installing = false
  const given = process.env.DATABASE_URL
  const built = buildMain()
  const [bundle, databaseUrl] = await bothOrNeither(built, given ? Promise.resolve(given) : embedded(built))
  if (leavingSince) return
  prepareEnvironment({ databaseUrl, embedded: !given })
  stayBelow200Megabytes()
  const main = await import(pathToFileURL(bundle).href)
  running.program = await main.start({ databaseUrl, port, embedded: !given })
  if (!leavingSince) greet(running.program)
}

async function embedded(built) {
  const fill = async url => {
    await built
    if (!leavingSince) await makeMillbrook(url, stop => Object.assign(running, { stopMaking: stop }))
  }
  running.database = await startDatabase({ dataDir: path.join(dataFolder(), 'db'), fill })
  return running.database.url
}

// When one fails the other is waited for, so that nothing is started behind a failure's back.
async function bothOrNeither(...works) {
  const done = await Promise.allSettled(works)
  const failed = done.find(one => one.status === 'rejected')
  if (failed) throw failed.reason
  return done.map(one => one.value)
}

function greet({ url, links }) {
  console.log(`OpenPHB is ready at ${url}`)
  if (links.length > 0) console.log('Sign in as:')
  const widest = Math.max(...links.map(link => link.label.length))
  for (const link of links) console.log(`  ${link.label.padEnd(widest)}  ${link.url}`)
  console.log('Press Ctrl-C to stop.')
}

function chosenPort(text) {
  const port = Number(text ?? '3000')
  if (text !== '' && Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`PORT must be a number from 1 to 65535, and is "${text}".`)
}

// Asked early, so that the answer comes before anything is started.
async function refuseTakenPort(port) {
  const probe = net.createServer()
  await new Promise((resolve, reject) => probe.once('error', reject).listen(port, '127.0.0.1', resolve))
  await new Promise(resolve => probe.close(resolve))
}

// A terminal sends Ctrl-C to every process at once and npm hands it on again: what comes within a second is
// the same press.
function leaveOnSignal() {
  if (leavingSince && Date.now() - leavingSince > forcedAfter) process.exit(130)
  if (leavingSince) return
  if (running.installing) process.exit(130)
  leavingSince = Date.now()
  process.stdout.write('\nStopping...\n')
  running.stopMaking?.()
  void closeAll()
}

async function closeAll() {
  const patience = setTimeout(() => process.exit(1), drainPatience)
  try {
    // What is just coming up is waited for, so that it can be stopped.
    await up
    await running.program?.close()
    await running.database?.stop()
  } catch (problem) {
    console.error(problem)
    process.exit(1)
  }
  clearTimeout(patience)
  process.exit(0)
}

async function failWith(problem) {
  const taken = problem?.code === 'EADDRINUSE'
  const said = problem instanceof Error ? (problem.code ? problem.stack : problem.message) : String(problem)
  console.error(
    taken ? `Port ${process.env.PORT ?? 3000} is in use. Choose another: PORT=3001 npm start` : said,
  )
  await running.program?.close().catch(() => undefined)
  await running.database?.stop()
  process.exit(1)
}
