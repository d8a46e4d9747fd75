// Runs npm quietly from a script, whichever way npm came onto this machine.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** How to call npm here: the npm that called us, else the one on PATH, else the one beside a Node binary. */
export function npmCommand(
  env = process.env,
  nodes = [process.execPath, process.env.OPENPHB_FIRST_NODE ?? ''],
) {
  const folders = [
    ...(env.PATH ?? '').split(path.delimiter),
    ...nodes.filter(Boolean).map(node => path.dirname(node)),
  ]
  const found = [env.npm_execpath ?? '', ...folders.filter(Boolean).map(folder => path.join(folder, 'npm'))]
  for (const candidate of found) {
    if (!candidate || !fs.existsSync(candidate)) continue
    const real = fs.realpathSync(candidate)
    // npm's own file is a script: running it by our Node spares a search for another one.
    if (/npm-cli\.c?js$/.test(real)) return [process.execPath, real]
    if (path.basename(candidate) === 'npm') return [candidate]
  }
  return null
}

/** Runs npm with the arguments given; throws with npm's own last words when it fails. */
export async function npm(args, { cwd }) {
  const command = npmCommand()
  if (!command)
    throw new Error('npm was not found. Install npm, which comes with Node.js, and run this again.')
  const [file, ...first] = command
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--no-update-notifier', '--loglevel=error']
  const child = spawn(file, [...first, ...args, ...quiet], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  // Whoever interrupts us does not leave npm at work.
  const endNpm = () => child.kill()
  const leave = () => process.exit(130)
  process.once('exit', endNpm)
  for (const signal of signals) process.on(signal, leave)
  let said = ''
  const hear = chunk => {
    said = (said + chunk).slice(-4000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  process.removeListener('exit', endNpm)
  for (const signal of signals) process.removeListener(signal, leave)
  if (code !== 0) throw new Error(`npm ${args[0]} did not succeed:\n${said.trim()}`)
}
