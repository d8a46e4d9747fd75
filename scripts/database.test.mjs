import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { findLive, removeDatabase, startDatabase } from './database.mjs'
import { holding, isRunning } from './lock.mjs'
import { root } from './node.mjs'
import { canReach, waysToRun } from './postgres.mjs'

const data = path.join(root, '.data')
fs.mkdirSync(data, { recursive: true })
const place = fs.mkdtempSync(path.join(data, 'try-'))
fs.chmodSync(place, 0o755)
after(() => fs.rmSync(place, { recursive: true, force: true }))

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('a database is made once, keeps what was committed, and stops when the last user leaves', async () => {
  const dataDir = path.join(place, 'kept, "and" spaced')
  const first = await startDatabase({ dataDir })
  assert.equal(first.reused, false)
  await ask(first.url, 'create table kept (n int); insert into kept values (7)')
  const second = await startDatabase({ dataDir })
  assert.equal(second.reused, true)
  await first.stop()
  assert.equal(await findLive(dataDir), null)
  const third = await startDatabase({ dataDir })
  assert.deepEqual(await ask(third.url, 'select n from kept'), [{ n: 7 }])
  assert.deepEqual(await ask(third.url, 'show fsync'), [{ fsync: 'on' }])
  await third.stop()
  await removeDatabase(dataDir)
})

const outlives =
  'a database outlives the process that started it while another uses it, and a killed one is taken over'
test(outlives, async () => {
  const dataDir = path.join(place, 'shared')
  const script = `import { startDatabase } from ${JSON.stringify(path.join(root, 'scripts', 'database.mjs'))}
    await startDatabase({ dataDir: ${JSON.stringify(dataDir)} })
    console.log('up')
    setInterval(() => undefined, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise(resolve => other.stdout.once('data', resolve))
  const joined = await startDatabase({ dataDir })
  assert.equal(joined.reused, true)
  await joined.stop()
  const live = await findLive(dataDir)
  assert.notEqual(live, null)
  other.kill('SIGKILL')
  await new Promise(resolve => other.once('exit', resolve))
  const again = await startDatabase({ dataDir })
  assert.equal(again.reused, true)
  await again.stop()
  assert.equal(isRunning(live.pid), false)
  await removeDatabase(dataDir)
})

const halfMade = 'what fills a new database and is interrupted leaves nothing half made, and no server'
test(halfMade, async () => {
  const dataDir = path.join(place, 'filled')
  const half = async url => {
    await ask(url, 'create table half (n int)')
    throw new Error('interrupted')
  }
  await assert.rejects(startDatabase({ dataDir, fill: half }), /interrupted/)
  assert.equal(await findLive(dataDir), null)
  let times = 0
  const whole = async url => {
    times += 1
    await ask(url, 'create table whole (n int)')
  }
  for (let start = 0; start < 2; start += 1) {
    const { url, stop } = await startDatabase({ dataDir, fill: whole })
    assert.deepEqual(await ask(url, "select to_regclass('half') as half, count(*)::int from whole"), [
      { half: null, count: 0 },
    ])
    await stop()
  }
  assert.equal(times, 1)
  await removeDatabase(dataDir)
})

test('a server that was killed, and a lock file that names a stranger, do not stand in the way', async () => {
  const dataDir = path.join(place, 'killed')
  const first = await startDatabase({ dataDir })
  await ask(first.url, 'create table kept (n int); insert into kept values (7)')
  process.kill(-first.pid, 'SIGKILL')
  const second = await startDatabase({ dataDir })
  assert.deepEqual(await ask(second.url, 'select n from kept'), [{ n: 7 }])
  await second.stop()
  const { uid, gid } = fs.statSync(dataDir)
  const lines = [process.pid, dataDir, 1, 5432, dataDir, '', '', 'ready', '']
  fs.writeFileSync(path.join(dataDir, 'postmaster.pid'), lines.join('\n'), { mode: 0o600 })
  fs.chownSync(path.join(dataDir, 'postmaster.pid'), uid, gid)
  const third = await startDatabase({ dataDir })
  assert.equal(third.reused, false)
  await third.stop()
  await removeDatabase(dataDir)
})

test('where the path is too long for a socket, a loopback address with a password serves', async () => {
  const dataDir = path.join(place, 'a-rather-long-name'.repeat(6), 'db')
  const long = await startDatabase({ dataDir, forTests: true })
  assert.equal(long.host, '127.0.0.1')
  assert.deepEqual(await ask(long.url, 'select 1 as n'), [{ n: 1 }])
  await assert.rejects(ask(long.url.replace(/postgres:[^@]*@/, 'postgres:wrong@'), 'select 1'), /password/)
  await removeDatabase(dataDir)
})

test('root runs PostgreSQL as its own user, else as nobody, else in a user namespace, else elsewhere', () => {
  const passwd = [
    { name: 'nobody', uid: 65534, gid: 65534 },
    { name: 'postgres', uid: 101, gid: 104 },
  ]
  const names = (folder, users) =>
    waysToRun('/usr', path.join(folder, 'db'), { uid: 0, passwd: users }).map(way => way.name)
  assert.deepEqual(names('/', passwd), ['as postgres', 'in a user namespace', 'as postgres, elsewhere'])
  assert.deepEqual(names('/', passwd.slice(0, 1))[0], 'as nobody')
  const hidden = fs.mkdtempSync(path.join(os.tmpdir(), 'openphb-hidden-'))
  assert.deepEqual(names(hidden, passwd), ['in a user namespace', 'as postgres, elsewhere'])
  assert.equal(canReach(hidden, passwd[0]), false)
  fs.rmdirSync(hidden)
  assert.deepEqual(
    waysToRun('/usr', '/db', { uid: 1000, passwd }).map(way => way.name),
    ['as ourselves'],
  )
})

test('a lock keeps two at once apart, and a dead holder does not keep it', async () => {
  const file = path.join(place, 'one.lock')
  const order = []
  const work = name => async () => {
    order.push(`${name} in`)
    await new Promise(resolve => setTimeout(resolve, 30))
    order.push(`${name} out`)
  }
  await Promise.all([holding(file, work('a')), holding(file, work('b'))])
  assert.deepEqual(order, ['a in', 'a out', 'b in', 'b out'])
  fs.writeFileSync(file, '999999999-1')
  assert.equal(await holding(file, async () => 'taken over'), 'taken over')
  assert.equal(fs.existsSync(file), false)
})
