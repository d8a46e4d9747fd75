// Makes Millbrook in a new database, in a process of its own: the web process that waits for it is spared the
// memory, and this one need not be sparing. Run by this very file with the database's address in
// OPENPHB_MAKING.
import { spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildMain } from './build.mjs'
import { prepareEnvironment } from './program.mjs'

const here = fileURLToPath(import.meta.url)

/** Fills the database at an address; `onStart` is given what stops it. Refuses with what was said. */
export function makeMillbrook(url, onStart = () => undefined) {
  const env = { ...process.env, OPENPHB_MAKING: url }
  const child = spawn(process.execPath, [here], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  onStart(() => child.kill('SIGKILL'))
  let said = ''
  child.stderr.on('data', part => {
    said += part
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`Millbrook could not be made.\n${said.trim()}`)),
    )
  })
}

async function make(databaseUrl) {
  const bundle = await buildMain()
  prepareEnvironment({ databaseUrl, embedded: true })
  const main = await import(pathToFileURL(bundle).href)
  return main.command(['seed', 'millbrook'], { databaseUrl, embedded: true })
}

// What the program refuses with is a sentence; only a fault of the machine is told with its trace.
function sayWhy(problem) {
  console.error(problem instanceof Error && !problem.code ? problem.message : problem)
  return 1
}

if (process.argv[1] === here && process.env.OPENPHB_MAKING)
  process.exit(await make(process.env.OPENPHB_MAKING).catch(sayWhy))
