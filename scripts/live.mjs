// Finds the embedded server that runs on a folder, speaks to it and ends it.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isRunning } from './lock.mjs'

/** The server that runs on a folder, as `{host, port, password, pid, url}`, or null where none answers. */
export async function findLive(dataDir) {
  const place = placeOf(path.resolve(dataDir))
  const lines = (readOwn(path.join(place, 'postmaster.pid')) ?? '').split('\n')
  const [pid, , , port, socketDir, address, , status] = lines
  if (!pid || status?.trim() !== 'ready' || !isRunning(Number(pid))) return null
  const host = socketDir || address
  const password = socketDir ? '' : (readOwn(path.join(place, 'openphb.password')) ?? '')
  const live = { host, port: Number(port), password, pid: Number(pid), reused: true }
  return (await answers(live)) ? { ...live, url: urlOf(live, 'openphb') } : null
}

/** Where a database's files really are: the folder itself, or the one it points to. */
export const placeOf = dataDir => readOwn(`${dataDir}.elsewhere`) ?? dataDir

/** The address of one of a server's databases, as `pg` and libpq read it. */
export function urlOf({ host, port, password }, database) {
  if (!host.startsWith('/')) return `postgresql://postgres:${password}@${host}:${port}/${database}`
  return `postgresql://postgres@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}

async function withClient(live, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: urlOf(live, 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const answers = live =>
  withClient(live, client => client.query('select 1')).then(
    () => true,
    () => false,
  )

/**
 * Makes a database unless it is there. `fill(url)` puts into it what it begins with: under another name, so
 * that whoever is interrupted finds nothing half made the next time.
 */
export async function makeDatabase(live, name, fill = null) {
  await withClient(live, async client => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount > 0) return
    const making = fill ? `${name}_making` : name
    await client.query(`drop database if exists ${making} with (force)`)
    await client.query(`create database ${making}`)
    if (!fill) return
    await fill(urlOf(live, making))
    await client.query(`alter database ${making} rename to ${name}`)
  })
}

/** A file's text, or null where there is none; a sentence where it is another user's. */
export function readOwn(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (problem) {
    if (problem.code === 'ENOENT' || problem.code === 'ESRCH' || problem.code === 'ENOTDIR') return null
    if (problem.code !== 'EACCES') throw problem
    throw new Error(
      `${path.dirname(file)} belongs to another user. Run this as that user, or set DATABASE_URL.`,
    )
  }
}

const commandOf = pid => (readOwn(`/proc/${pid}/cmdline`) ?? '').split('\0')

/** Whether a process is the server of a place, and not a stranger with its old number. */
export function isServerOf(pid, place) {
  if (!isRunning(pid)) return false
  return !fs.existsSync('/proc/self/cmdline') || commandOf(pid).includes(place)
}

// One that is just ending has forgotten its command already.
const isEnding = pid =>
  isRunning(pid) && fs.existsSync('/proc/self/cmdline') && commandOf(pid).join('') === ''

/**
 * Ends a server: lets those who are just leaving go, then asks politely, then firmly. What was committed is
 * safe either way.
 */
export async function endServer(pid, place) {
  for (const [signal, patience] of [
    ['SIGTERM', 300],
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]) {
    if (isRunning(pid)) process.kill(pid, signal)
    const until = Date.now() + patience
    const goesOn = () => isServerOf(pid, place) || isEnding(pid)
    while (goesOn() && Date.now() < until) await pause(10)
    if (!goesOn()) return
  }
}
