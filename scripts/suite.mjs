// Finds the tests, bundles them into one program and runs it as one process.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { bundleWith } from './build.mjs'
import { root } from './node.mjs'

const memory = '/dev/shm'
const enoughMemory = 3 * 1024 ** 3

/** The folder of this run: its bundles and counts. Removed at its end. */
export const own = path.join(root, '.data', `test-${process.pid}`)

/**
 * The folder of this run's databases. A database has a thousand small files, and the tests copy hundreds of
 * databases: where the machine has room in memory, that takes a twentieth of the time.
 */
export const databases = hasRoom(memory) ? path.join(memory, `openphb-test-${process.pid}`) : own

/** The folders of our own runs, also of those that were killed, each with the number of its process. */
export function leftovers() {
  return [path.dirname(own), memory].filter(fs.existsSync).flatMap(folder =>
    fs.readdirSync(folder).flatMap(name => {
      const pid = Number(/^(?:openphb-)?test-(\d+)$/.exec(name)?.[1])
      const at = path.join(folder, name)
      return pid && fs.statSync(at).uid === process.geteuid() ? [{ folder: at, pid }] : []
    }),
  )
}

function hasRoom(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK)
    const { bavail, bsize } = fs.statfsSync(folder)
    return bavail * bsize > enoughMemory
  } catch {
    return false
  }
}

/** The test files of a folder, as paths from the project's root. */
export function testFiles(folder, ending = /\.test\.tsx?$/) {
  const at = path.join(root, folder)
  if (!fs.existsSync(at)) return []
  const found = fs
    .readdirSync(at, { recursive: true })
    .filter(name => ending.test(name) && !name.includes('node_modules'))
  return found.map(name => path.join(folder, name).split(path.sep).join('/')).sort()
}

/** Bundles test files into one, and answers its path and the import graph that esbuild saw. */
export async function bundleTests(name, files) {
  const entry = path.join(own, `${name}.entry.ts`)
  fs.mkdirSync(path.dirname(entry), { recursive: true })
  fs.writeFileSync(entry, files.map(file => `import '../../${file}'\n`).join(''))
  const outfile = path.join(own, `${name}.mjs`)
  const { graph } = await bundleWith({ entryPoints: [entry], outfile })
  return { outfile, graph }
}

/** Those of the files that reach another file through their imports, in the graph that esbuild saw. */
export function reaching(files, goal, graph) {
  const known = new Map()
  const reaches = file => {
    if (file === goal) return true
    if (known.has(file)) return known.get(file)
    known.set(file, false)
    const found = (graph[file]?.imports ?? []).some(to => !to.external && reaches(to.path))
    known.set(file, found)
    return found
  }
  return files.filter(reaches)
}

const groups = new Set()

/** Ends every command that still runs, with all that it started. */
export function endAll() {
  for (const pid of groups) endGroup(pid)
}

process.once('exit', endAll)

/**
 * Runs a command in a process group of its own to its end: its exit code, and what it said where that is
 * kept.
 */
export function runGroup(command, args, { env = {}, patience, output = 'inherit' }) {
  const stdio = [
    'ignore',
    output === 'inherit' ? 'inherit' : 'pipe',
    output === 'inherit' ? 'inherit' : 'pipe',
  ]
  const child = spawn(command, args, { cwd: root, env: childEnv(env), stdio, detached: true })
  if (child.pid) groups.add(child.pid)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      said += chunk
    })
  }
  const timer = setTimeout(() => {
    said += `\nstopped after ${patience / 60_000} minutes`
    endGroup(child.pid)
  }, patience)
  return new Promise(resolve => {
    child.on('error', problem => resolve({ code: -1, said: String(problem.message) }))
    child.on('close', code => {
      clearTimeout(timer)
      groups.delete(child.pid)
      endGroup(child.pid)
      resolve({ code: code ?? -1, said })
    })
  })
}

// A test must never meet the database that its caller works on, so that address is not handed on.
function childEnv(extra) {
  const { DATABASE_URL, PORT, OPENPHB_EMBEDDED, NODE_TEST_CONTEXT, NODE_CHANNEL_FD, ...env } = process.env
  return { ...env, OPENPHB_ROOT: root, ...extra }
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    return
  }
}

/**
 * Runs one file of tests, or several plain ones, and answers `{passed, failed}`; a run that breaks off
 * counts as failed.
 */
export async function runTests(name, files, { env = {}, patience = 60 * 60_000, output = 'inherit' }) {
  const counts = path.join(own, `${name}.counts.json`)
  fs.mkdirSync(path.dirname(counts), { recursive: true })
  fs.rmSync(counts, { force: true })
  const reporter = [
    '--test-reporter',
    path.join(root, 'scripts', 'reporter.mjs'),
    '--test-reporter-destination',
    'stdout',
  ]
  const running = ['--test', '--test-isolation=none', '--test-force-exit']
  const options = ['--enable-source-maps', '--no-warnings', ...running, ...reporter]
  const ran = await runGroup(process.execPath, [...options, ...files], {
    env: { ...env, OPENPHB_TEST_COUNTS: counts },
    patience,
    output,
  })
  const written = fs.existsSync(counts) ? JSON.parse(fs.readFileSync(counts, 'utf8')) : {}
  const found = { passed: 0, failed: 0, said: ran.said, ...written }
  if (ran.code !== 0 && found.failed === 0) {
    console.error(`    the run of ${name} broke off (exit code ${ran.code}) ${ran.said}`)
    found.failed = 1
  }
  return found
}
