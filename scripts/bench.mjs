// npm run bench: measures the figures of the design with their limits, in processes and on data of its own,
// and prints them as one table. See bench/README.md.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { aptInstall } from './apt.mjs'
import { bundleWith } from './build.mjs'
import { removeDatabase, startDatabase } from './database.mjs'
import { countHouse, sayHouse } from './house.mjs'
import { installWhatIsMissing } from './install.mjs'
import { isRunning } from './lock.mjs'
import { root, underRightNode } from './node.mjs'

const help = `npm run bench -- [SECTION...] [--people N] [--times N] [--kills N] [--install] [--json]
npm run bench -- evidence [--peers] [--out FOLDER] [--added FILE]

Sections: starts, pages, statement, payments, rights, ledger, evidence, many, books, drill, house.
Without one, all but books, drill and house.
  --people N   how many people "many" fills a database with (20000)
  --times N    how often each page is asked for (20)
  --kills N    how often "drill" kills a payment run (50)
  --install    fetches the programs that "books" and "ledger" compare with, from Debian
  --peers      installs what "evidence" compares us with, where it is missing
  --out FOLDER writes the labelled set of "evidence" there
  --added FILE judges another program by the labels of the rows that it added
  --json       prints the figures as JSON
Exit code: 0, 1 where something is above its limit or went wrong, 2 when called wrongly.`

const usual = ['starts', 'pages', 'statement', 'payments', 'rights', 'ledger', 'evidence', 'many']
const known = [...usual, 'books', 'drill', 'house']
const data = path.join(root, '.data')
const own = path.join(data, `bench-${process.pid}`)
const drillWorker = path.join(own, 'drill-worker.mjs')
const key = crypto.randomBytes(32).toString('hex')
let breaking = false

await underRightNode(import.meta.url)
const asked = readAsked(process.argv.slice(2))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void breakOff())
try {
  process.exitCode = await run()
} finally {
  await removeAll()
}
process.exit()

async function run() {
  await installWhatIsMissing()
  if (asked.install) aptInstall(['hledger', 'ledger', 'beancount', 'postgresql-client', 'postgresql-contrib'])
  const house = asked.names.includes('house') || asked.usual ? countHouse() : null
  const names = asked.names.filter(name => name !== 'house')
  const bench = await programOf()
  const measured = await bench.measure(settings(), names)
  if (asked.json) console.log(JSON.stringify({ ...measured, house }, null, 2))
  else print(bench, measured, house)
  const wrong = measured.figures.some(bench.isOver) || measured.problems.length > 0
  return wrong ? 1 : 0
}

function print(bench, { figures, tables, problems }, house) {
  for (const table of tables)
    if (table.rows.length > 0) console.log(`\n${table.title}\n${bench.drawn(table)}`)
  if (figures.length > 0) console.log(`\n${bench.drawnFigures(figures)}`)
  if (house) console.log(`\n${sayHouse(house)}`)
  for (const problem of problems) console.error(`PROBLEM: ${problem}`)
}

function settings() {
  const env = environment()
  return {
    root,
    env,
    people: asked.people,
    times: asked.times,
    kills: asked.kills,
    peers: asked.peers,
    out: asked.out,
    added: asked.added,
    drillWorker,
    startDatabase: () => startDatabase({ dataDir: path.join(own, 'db') }),
    says: line => process.stderr.write(`${line}\n`),
  }
}

// Built for this run, with data, keys, files and compiled code of its own: nothing that was there is touched.
async function programOf() {
  await removeLeftovers()
  fs.mkdirSync(own, { recursive: true })
  const outfile = path.join(own, 'bench.mjs')
  await bundleWith({ entryPoints: [path.join(root, 'bench', 'main.ts')], outfile })
  if (asked.names.includes('drill'))
    await bundleWith({ entryPoints: [path.join(root, 'bench', 'drill-worker.ts')], outfile: drillWorker })
  Object.assign(process.env, environment())
  process.setSourceMapsEnabled(true)
  return import(pathToFileURL(outfile).href)
}

function environment() {
  const { DATABASE_URL, PORT, NODE_CHANNEL_FD, OPENPHB_FIRST_NODE, ...env } = process.env
  return {
    ...env,
    NODE_ENV: 'production',
    OPENPHB_ROOT: root,
    OPENPHB_DATA: own,
    OPENPHB_FILES: path.join(own, 'files'),
    OPENPHB_KEY: key,
    OPENPHB_EMBEDDED: '1',
    NODE_COMPILE_CACHE: path.join(own, 'cache'),
  }
}

function readAsked(words) {
  const found = { names: [], people: 20_000, times: 20, kills: 50, install: false, json: false, usual: false }
  Object.assign(found, { peers: false, out: null, added: null })
  for (let at = 0; at < words.length; at += 1) {
    const [, option] = /^--(people|times|kills)$/.exec(words[at]) ?? []
    if (option) found[option] = countIn(option, words[++at])
    else if (words[at] === '--json') found.json = true
    else if (words[at] === '--install') found.install = true
    else if (words[at] === '--peers') found.peers = true
    else if (words[at] === '--out') found.out = path.resolve(words[++at] ?? 'evidence')
    else if (words[at] === '--added') found.added = path.resolve(words[++at] ?? '')
    else if (words[at] === '--help') leaveWith(help, 0)
    else if (known.includes(words[at])) found.names.push(words[at])
    else leaveWith(`What is ${words[at]}?\n${help}`, 2)
  }
  return found.names.length > 0 ? found : { ...found, names: usual, usual: true }
}

function countIn(option, word) {
  const count = Number(word)
  if (!Number.isInteger(count) || count < 1) leaveWith(`--${option} takes a number.\n${help}`, 2)
  return count
}

function leaveWith(text, code) {
  if (code === 0) console.log(text)
  else console.error(text)
  process.exit(code)
}

async function removeLeftovers() {
  if (!fs.existsSync(data)) return
  for (const name of fs.readdirSync(data)) {
    const pid = Number(/^bench-(\d+)$/.exec(name)?.[1])
    if (pid && !isRunning(pid)) await removeFolder(path.join(data, name))
  }
}

async function removeFolder(folder) {
  await removeDatabase(path.join(folder, 'db'))
  fs.rmSync(folder, { recursive: true, force: true })
}

async function removeAll() {
  if (fs.existsSync(own)) await removeFolder(own)
}

async function breakOff() {
  if (breaking) return
  breaking = true
  await removeAll()
  process.exit(130)
}
