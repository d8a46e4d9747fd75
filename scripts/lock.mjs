// Who is using an embedded database: a lock held while one starts or stops it, and a list of the processes
// that use it.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether a process runs: one that has ended and waits to be collected by its parent does not. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0)
  } catch (problem) {
    if (problem.code !== 'EPERM') return false
  }
  return processState(pid)?.state !== 'Z'
}

// The moment a process began tells it from a later one that was given the same number. Known on Linux only.
function processState(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')
    return { state: fields[0], began: fields[19] }
  } catch {
    return null
  }
}

const nameOf = pid => `${pid}-${processState(pid)?.began ?? 'unknown'}`

function isNamedRunning(name) {
  const pid = Number.parseInt(name, 10)
  return pid > 0 && isRunning(pid) && (name.endsWith('-unknown') || name === nameOf(pid))
}

/** Runs the work while holding the lock file; waits for a living holder, takes over from a dead one. */
export async function holding(file, work, patience = 60_000) {
  const until = Date.now() + patience
  while (!take(file)) {
    if (Date.now() > until)
      throw new Error(`Another process has been starting or stopping the database for too long (${file}).`)
    await pause(20)
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

// The name is written before the lock exists under its own name, so that no lock is ever seen without its
// holder.
function take(file) {
  const mine = `${file}.${process.pid}`
  fs.writeFileSync(mine, nameOf(process.pid))
  try {
    fs.linkSync(mine, file)
    return true
  } catch (problem) {
    if (problem.code !== 'EEXIST') throw problem
    dropIfDead(file)
    return false
  } finally {
    fs.rmSync(mine, { force: true })
  }
}

// Renaming lets one process only take a dead lock away; a living one caught by mistake is put back.
function dropIfDead(file) {
  const holder = read(file)
  if (holder === null || isNamedRunning(holder)) return
  const aside = `${file}.dead-${process.pid}`
  try {
    fs.renameSync(file, aside)
    if (isNamedRunning(read(aside) ?? '')) fs.linkSync(aside, file)
  } catch (problem) {
    if (problem.code !== 'ENOENT' && problem.code !== 'EEXIST') throw problem
  } finally {
    fs.rmSync(aside, { force: true })
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** Writes this process into the folder of users. */
export function joinUsers(folder) {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, nameOf(process.pid)), '')
}

/** Takes this process out of the folder of users, and answers whether nobody else who still runs is in it. */
export function leaveUsers(folder) {
  if (!fs.existsSync(folder)) return true
  const mine = nameOf(process.pid)
  for (const name of fs.readdirSync(folder)) {
    if (name === mine || !isNamedRunning(name)) fs.rmSync(path.join(folder, name), { force: true })
  }
  return fs.readdirSync(folder).length === 0
}
