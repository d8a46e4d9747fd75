// The steps of npm test and npm run check: each says one line, and counts as passed or failed.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checkBoundaries } from './boundaries.mjs'
import { chromiumOrInstall } from './chromium.mjs'
import { removeDatabase, startDatabase } from './database.mjs'
import { isRunning } from './lock.mjs'
import { root } from './node.mjs'
import {
  bundleTests,
  databases,
  endAll,
  leftovers,
  own,
  reaching,
  runGroup,
  runTests,
  testFiles,
} from './suite.mjs'

const debian = '/usr/lib/postgresql/15/bin'
const databaseHelper = 'src/platform/testing.ts'

// A line for each request would bury what the tests say.
const quiet = { OPENPHB_LOG: process.env.OPENPHB_LOG ?? 'error' }

const total = { passed: 0, failed: 0 }

/**
 * Runs the steps and answers the exit code; `fast` leaves out what needs a browser, a second server or a
 * whole start.
 */
export async function runSteps({ pattern = '', fast = false }) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void breakOff())
  const began = Date.now()
  try {
    await removeLeftovers()
    if (!pattern) await sources()
    await everyTest({ pattern, fast })
  } catch (problem) {
    total.failed += 1
    console.error(problem instanceof Error ? problem.message : problem)
  } finally {
    await tidyUp()
  }
  console.log(`in ${seconds(began)}\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}

const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`

function tally(name, { passed, failed }, took) {
  total.passed += passed
  total.failed += failed
  console.log(`${name.padEnd(34)} ${`${passed} passed, ${failed} failed`.padEnd(24)} ${took}`)
}

// The three ways to read the sources go side by side and are told in order.
async function sources() {
  const tool = (file, ...args) =>
    runGroup(process.execPath, [path.join(root, 'node_modules', file), ...args], read)
  const read = { patience: 5 * 60_000, output: 'keep' }
  const began = Date.now()
  const timed = work => work.then(found => ({ ...found, took: seconds(began) }))
  const steps = {
    types: timed(tool('typescript/bin/tsc', '--noEmit')),
    boundaries: timed(boundaries()),
    lint: timed(
      tool('@biomejs/biome/bin/biome', 'check', '--diagnostic-level=warn', '--max-diagnostics=200'),
    ),
  }
  for (const [name, step] of Object.entries(steps)) {
    const { code, said, took } = await step
    if (code !== 0) console.error(shortened(said.trim()).replace(/^/gm, '    '))
    tally(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, took)
  }
}

function shortened(text) {
  const lines = text.split('\n')
  return lines.length > 80 ? [...lines.slice(0, 60), `... ${lines.length - 60} lines more`].join('\n') : text
}

async function boundaries() {
  try {
    const { problems } = await checkBoundaries()
    return { code: problems.length, said: problems.join('\n') }
  } catch (problem) {
    return { code: 1, said: problem.message }
  }
}

async function everyTest({ pattern, fast }) {
  const wanted = (folder, ending) => testFiles(folder, ending).filter(file => file.includes(pattern))
  const inside = [
    ...wanted('src'),
    ...wanted('test', /^[^/]+\.test\.tsx?$/),
    ...wanted('test/stories'),
    ...wanted('checks'),
    ...wanted('bench'),
  ]
  const journeys = fast ? [] : wanted('test/journeys')
  const plain = [...wanted('scripts', /\.test\.mjs$/), ...(fast ? [] : wanted('test/house', /\.test\.mjs$/))]
  const given = process.env.DATABASE_URL
  const bundled = inside.length > 0 && (await bundleTests('tests', inside))
  const url = given ?? (inside.length + journeys.length > 0 ? await testServer({ name: 'db' }) : '')
  const env = { ...quiet, OPENPHB_TEST_DATABASE_URL: url }
  // The two wait for their own databases half of the time, so they go side by side.
  const twice = bundled && !fast && !given && !pattern
  await Promise.all([
    bundled && timedTests(given ? 'tests, on DATABASE_URL' : 'tests', [bundled.outfile], { env }),
    twice && onAServer(reaching(inside, databaseHelper, bundled.graph)),
  ])
  if (journeys.length > 0) await browserJourneys(journeys, env)
  if (plain.length > 0) await timedTests('scripts and house', plain, { env })
}

async function timedTests(name, files, options) {
  const began = Date.now()
  const found = await runTests(name.replaceAll(/\W+/g, '-'), files, options)
  if (found.said) console.error(found.said)
  tally(name, found, seconds(began))
  const [slowest] = found.slowest ?? []
  if (slowest && slowest[0] > 5_000) console.log(`    slowest: ${slowest[0]} ms, ${slowest[1]}`)
  if (process.env.OPENPHB_TEST_TIMES) sayTimes(found.files ?? {})
}

// OPENPHB_TEST_TIMES=1 shows where the time of a run goes.
function sayTimes(files) {
  const byTime = Object.entries(files).sort(([, a], [, b]) => b - a)
  for (const [file, took] of byTime.slice(0, 40)) console.log(`    ${String(took).padStart(7)} ms  ${file}`)
}

async function testServer({ name, ...options }) {
  return (await startDatabase({ dataDir: path.join(databases, name), forTests: true, ...options })).url
}

// The same tests again on a server that is reached over the network with a password: Debian's 15 where it is
// installed.
async function onAServer(files) {
  if (files.length === 0) return
  const old = fs.existsSync(debian)
  const url = await testServer({ name: 'server', tcp: true, programs: old ? debian : null })
  const { outfile } = await bundleTests('on-a-server', files)
  const name = `on a server (PostgreSQL ${old ? 15 : 18})`
  await timedTests(name, [outfile], {
    env: { ...quiet, OPENPHB_TEST_DATABASE_URL: url },
    output: 'keep',
  })
}

// One after the other: the browser takes both cores of a small machine, and two at once gain nothing.
async function browserJourneys(files, env) {
  const { outfile } = await bundleTests('journeys', files)
  const settings = { env: { ...env, OPENPHB_CHROMIUM: chromiumOrInstall() }, patience: 30 * 60_000 }
  await timedTests('journeys', [outfile], settings)
}

// Each test run keeps its folders by the number of its process, and a killed run leaves them behind.
async function removeLeftovers() {
  for (const { folder, pid } of leftovers()) if (!isRunning(pid)) await removeFolder(folder)
}

async function removeFolder(folder) {
  for (const name of ['db', 'server']) await removeDatabase(path.join(folder, name))
  fs.rmSync(folder, { recursive: true, force: true })
}

async function tidyUp() {
  endAll()
  for (const folder of new Set([own, databases])) await removeFolder(folder)
}

let breaking = false

async function breakOff() {
  if (breaking) return
  breaking = true
  await tidyUp()
  process.exit(128 + os.constants.signals.SIGINT)
}
