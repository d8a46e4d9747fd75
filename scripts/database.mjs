// The embedded PostgreSQL: started beside the program that needs it, shared by all that do, stopped by the
// last one out.
import crypto from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { endServer, findLive, isServerOf, makeDatabase, placeOf, readOwn, urlOf } from './live.mjs'
import { holding, joinUsers, leaveUsers } from './lock.mjs'
import {
  canReach,
  carefree,
  embeddedPrograms,
  everyday,
  handOver,
  launch,
  runToEnd,
  waysToRun,
} from './postgres.mjs'

export { findLive }

const longestSocketPath = 106
const lockPatience = 5_000

/**
 * Starts the database in a folder, or joins the one that runs there.
 * Answers `{url, host, port, reused, stop}`; `stop()` ends the server unless another process still uses it.
 * `forTests` trades safety for speed; `tcp` serves a loopback address with a password; `programs` is
 * another PostgreSQL's bin; `fill(url)` fills a new database before anybody finds it.
 */
export async function startDatabase({ dataDir, fill, forTests = false, tcp = false, programs = null }) {
  const asked = { dataDir: path.resolve(dataDir), forTests, tcp, programs }
  fs.mkdirSync(path.dirname(asked.dataDir), { recursive: true })
  const lock = `${asked.dataDir}.lock`
  const live = await holding(lock, async () => {
    const found = await joinOrStart(asked)
    joinUsers(`${asked.dataDir}.users`)
    return found
  })
  const stop = leaver(asked.dataDir)
  if (!forTests)
    await holding(lock, () => makeDatabase(live, 'openphb', fill)).catch(async problem => {
      await stop()
      throw problem
    })
  return { ...live, url: urlOf(live, forTests ? 'postgres' : 'openphb'), stop }
}

/** Stops the server on a folder, whoever started it, and removes all that stood there. */
export async function removeDatabase(dataDir) {
  const place = placeOf(dataDir)
  const pid = Number.parseInt(readOwn(path.join(place, 'postmaster.pid')) ?? '', 10)
  if (pid && isServerOf(pid, place)) await endServer(pid, place)
  if (place !== dataDir) fs.rmSync(path.dirname(place), { recursive: true, force: true })
  for (const tail of ['', '.log', '.users', '.lock', '.elsewhere'])
    fs.rmSync(dataDir + tail, { recursive: true, force: true })
}

async function joinOrStart(asked) {
  const found = await findLive(asked.dataDir)
  if (found) return found
  const programs = asked.programs ?? embeddedPrograms()
  const refusals = []
  for (const way of waysToRun(programs, asked.dataDir)) {
    const problem = await tryWay({ ...asked, programs, way })
    if (problem === null) {
      const live = await findLive(asked.dataDir)
      if (live) return { ...live, reused: false }
    }
    refusals.push(`${way.name}: ${problem ?? 'it stopped again'}`)
  }
  const tried =
    refusals.length > 0 ? refusals.join('\n') : 'root may not run it, and no ordinary user is known here'
  throw new Error(
    `The embedded PostgreSQL did not start. Set DATABASE_URL to use a server instead.\n${tried}`,
  )
}

// Null when the server runs, else why it does not.
async function tryWay({ way, ...asked }) {
  const settled = settle(asked, way)
  if (typeof settled === 'string') return settled
  const ran = await runToEnd(way, path.join(settled.programs, 'postgres'), ['--version'])
  if (ran.code !== 0) return ran.said.trim()
  if (!fs.existsSync(path.join(settled.place, 'PG_VERSION'))) {
    const problem = await makeCluster({ ...settled, way, version: Number(/\d+/.exec(ran.said)?.[0]) })
    if (problem) return problem
  }
  handOver(settled.place, way)
  return serve({ ...asked, ...settled, way })
}

// Where only another part of the disk can be reached, the programs are copied there and the data lies there
// from the start.
function settle({ dataDir, programs }, way) {
  const place = placeOf(dataDir)
  if (!way.home) {
    const reached = place === dataDir || canReach(path.dirname(place), way)
    return reached ? { place, programs } : 'its data lies elsewhere'
  }
  if (place === dataDir && fs.existsSync(path.join(dataDir, 'PG_VERSION'))) return 'the data is already here'
  const home = path.join(way.home, 'native')
  if (!fs.existsSync(path.join(home, 'complete'))) {
    fs.rmSync(home, { recursive: true, force: true })
    fs.mkdirSync(way.home, { recursive: true, mode: 0o755 })
    fs.cpSync(path.dirname(programs), home, { recursive: true, verbatimSymlinks: true })
    fs.writeFileSync(path.join(home, 'complete'), '')
    handOver(home, way)
  }
  fs.writeFileSync(`${dataDir}.elsewhere`, path.join(way.home, 'data'))
  process.stderr.write(
    `The database cannot be reached here by a user whom PostgreSQL accepts: it lies in ${way.home}.\n`,
  )
  return { place: path.join(way.home, 'data'), programs: path.join(home, 'bin') }
}

// The cluster is made beside its place and moved there whole: an interrupted first start leaves nothing half
// made.
async function makeCluster({ place, programs, way, version }) {
  const beside = `${place}.new`
  const secret = `${place}.secret`
  const password = crypto.randomBytes(24).toString('hex')
  fs.rmSync(beside, { recursive: true, force: true })
  fs.mkdirSync(beside, { recursive: true, mode: 0o700 })
  fs.writeFileSync(secret, password, { mode: 0o600 })
  handOver(beside, way)
  if (process.geteuid() === 0) fs.chownSync(secret, way.uid, way.gid)
  const locale =
    version >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  const auth = ['--auth-local=trust', '--auth-host=scram-sha-256', `--pwfile=${secret}`]
  const args = ['-D', beside, '-U', 'postgres', '-E', 'UTF8', ...auth, ...locale, '--no-instructions']
  const made = await runToEnd(way, path.join(programs, 'initdb'), args)
  if (made.code === 0) {
    fs.renameSync(secret, path.join(beside, 'openphb.password'))
    fs.rmSync(place, { recursive: true, force: true })
    fs.renameSync(beside, place)
  }
  fs.rmSync(beside, { recursive: true, force: true })
  fs.rmSync(secret, { force: true })
  return made.code === 0 ? null : made.said.trim()
}

// A server that was killed a moment ago may still hold the folder: such a refusal is tried again for five
// seconds.
async function serve(asked) {
  const until = Date.now() + lockPatience
  for (;;) {
    const problem = await serveOnce(asked)
    if (problem === null) return null
    if (!/lock file|shared memory block|already in use|Address already/i.test(problem) || Date.now() > until)
      return problem
    dropStrayLock(asked.place)
    await pause(100)
  }
}

async function serveOnce({ dataDir, place, programs, way, forTests, tcp }) {
  const where = await addressFor(place, tcp)
  const settings = { ...(forTests ? carefree : everyday), ...where, ...quiet }
  const args = [
    '-D',
    place,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const logFile = fs.openSync(`${dataDir}.log`, 'w', 0o600)
  const child = launch(way, path.join(programs, 'postgres'), args, ['ignore', logFile, logFile])
  fs.closeSync(logFile)
  let ended = null
  child.on('error', problem => {
    ended = String(problem.message)
  })
  child.on('exit', () => {
    const log = readOwn(`${dataDir}.log`) ?? 'it stopped'
    ended ??= log.trim().split('\n').slice(-4).join('\n')
  })
  child.unref()
  while (ended === null && !(await findLive(dataDir))) await pause(10)
  return ended
}

// What people type must not reach the log, so statements and details stay out of it.
const quiet = {
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

async function addressFor(place, tcp) {
  const fits = Buffer.byteLength(path.join(place, '.s.PGSQL.5432')) <= longestSocketPath
  // In quotes, because a comma would part two folders.
  const quoted = `"${place.replaceAll('"', '""')}"`
  if (fits && !tcp) return { listen_addresses: '', unix_socket_directories: quoted, port: 5432 }
  return { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: await freePort() }
}

async function freePort() {
  const probe = net.createServer()
  await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return port
}

// After a restart of the machine the number in the pid file may belong to somebody else's process.
function dropStrayLock(place) {
  const pid = Number.parseInt(readOwn(path.join(place, 'postmaster.pid')) ?? '', 10)
  if (!pid || isServerOf(pid, place)) return
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock'])
    fs.rmSync(path.join(place, name), { force: true })
}

// Stops the server when this process leaves as the last user; also when it ends without having asked.
function leaver(dataDir) {
  const pidFile = () => Number.parseInt(readOwn(path.join(placeOf(dataDir), 'postmaster.pid')) ?? '', 10)
  const onExit = () => {
    const pid = pidFile()
    if (leaveUsers(`${dataDir}.users`) && pid && isServerOf(pid, placeOf(dataDir)))
      process.kill(pid, 'SIGINT')
  }
  process.once('exit', onExit)
  let left = null
  return () => {
    left ??= holding(`${dataDir}.lock`, async () => {
      const pid = pidFile()
      const alone = leaveUsers(`${dataDir}.users`)
      process.removeListener('exit', onExit)
      if (alone && pid && isServerOf(pid, placeOf(dataDir))) await endServer(pid, placeOf(dataDir))
    })
    return left
  }
}
