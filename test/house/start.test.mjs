import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { after, test } from 'node:test'
import { findLive, removeDatabase } from '../../scripts/database.mjs'

// npm start and npm run openphb as a person runs them, on a data folder of their own.

const root = path.resolve(import.meta.dirname, '../..')
const data = fs.mkdtempSync(path.join(root, '.data', 'house-'))
fs.chmodSync(data, 0o755)
const begun = new Set()

after(async () => {
  for (const pid of begun) signalGroup(pid, 'SIGKILL')
  await removeDatabase(path.join(data, 'db'))
  fs.rmSync(data, { recursive: true, force: true })
})

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch (problem) {
    assert.equal(problem.code, 'ESRCH')
  }
}

async function freePort() {
  const probe = net.createServer()
  await new Promise(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return port
}

/** Runs a script in a group of its own, with another folder as the current one, as a terminal would. */
function run(script, args, env = {}) {
  const { DATABASE_URL, ...clean } = process.env
  const child = spawn(process.execPath, [path.join(root, 'scripts', script), ...args], {
    cwd: '/',
    env: { ...clean, OPENPHB_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  begun.add(child.pid)
  const said = { out: '', err: '' }
  child.stdout.on('data', chunk => {
    said.out += chunk
  })
  child.stderr.on('data', chunk => {
    said.err += chunk
  })
  const ended = new Promise(resolve => child.on('close', code => resolve(code)))
  return { pid: child.pid, said, ended: ended.finally(() => begun.delete(child.pid)) }
}

async function started(port) {
  const program = run('start.mjs', [], { PORT: String(port) })
  const ended = program.ended.then(code => assert.fail(`it ended with ${code}: ${program.said.err}`))
  await Promise.race([ended, until(() => program.said.out.includes('Press Ctrl-C'))])
  return program
}

async function until(isSo, patience = 60_000) {
  const last = Date.now() + patience
  while (!(await isSo())) {
    assert.ok(Date.now() < last, 'it takes too long')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

const linksIn = text => [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link)

test('npm start serves the address it prints, and a sign-in link signs in', async () => {
  const port = await freePort()
  const program = await started(port)
  const [address, ...links] = linksIn(program.said.out)
  assert.equal(new URL(address).port, String(port))
  const first = await fetch(address)
  const signedIn = links[0] ? await fetch(links[0], { redirect: 'manual' }) : null
  const taken = run('start.mjs', [], { PORT: String(port) })
  const refused = await taken.ended
  signalGroup(program.pid, 'SIGINT')
  assert.equal(await program.ended, 0)
  assert.equal(await findLive(path.join(data, 'db')), null)
  assert.equal(first.status, 200)
  assert.equal(signedIn?.status, 303)
  assert.equal(refused, 1)
  assert.match(taken.said.err, new RegExp(`Port ${port} is in use`))
})

test('after a kill the next start goes on with the same data, and leaves nothing behind', async () => {
  const killed = await started(await freePort())
  signalGroup(killed.pid, 'SIGKILL')
  await killed.ended
  const again = await started(await freePort())
  signalGroup(again.pid, 'SIGTERM')
  assert.equal(await again.ended, 0)
  assert.equal(await findLive(path.join(data, 'db')), null)
})

test('a command joins or starts the database as it needs', async () => {
  const alone = run('openphb.mjs', ['seed', 'millbrook'])
  assert.equal(await alone.ended, 0, alone.said.err)
  assert.equal(await findLive(path.join(data, 'db')), null)
  const program = await started(await freePort())
  const joined = run('openphb.mjs', ['seed', 'millbrook'])
  assert.equal(await joined.ended, 0, joined.said.err)
  assert.notEqual(await findLive(path.join(data, 'db')), null)
  signalGroup(program.pid, 'SIGTERM')
  assert.equal(await program.ended, 0)
})

test('help says which commands there are, and starts no database', async () => {
  const help = run('openphb.mjs', ['--help'])
  assert.equal(await help.ended, 0)
  assert.match(help.said.out, /seed millbrook/)
  assert.equal(help.said.err, '')
  assert.equal(await findLive(path.join(data, 'db')), null)
})

test('a port that is no port is refused in a sentence', async () => {
  const refused = run('start.mjs', [], { PORT: 'eighty' })
  assert.equal(await refused.ended, 1)
  assert.equal(refused.said.err, 'PORT must be a number from 1 to 65535, and is "eighty".\n')
})
