import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import { removeDatabase } from '../../scripts/database.mjs'

// npm run openphb -- statement, as a person runs it, on a data folder of its own.

const root = path.resolve(import.meta.dirname, '../..')
const data = fs.mkdtempSync(path.join(root, '.data', 'statement-'))
fs.chmodSync(data, 0o755)

after(async () => {
  await removeDatabase(path.join(data, 'db'))
  fs.rmSync(data, { recursive: true, force: true })
})

fs.writeFileSync(
  path.join(data, 'may.csv'),
  'Date,Description,Amount,Balance\r\n01/05/2026,ICB,1204.10,1204.10\r\n04/05/2026,SWIM,-45.00,1159.10\r\n',
)
fs.writeFileSync(path.join(data, 'letter.csv'), '%PDF-1.7\n')

function openphb(...args) {
  const { DATABASE_URL, ...env } = process.env
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'openphb.mjs'), ...args], {
    cwd: data,
    env: { ...env, OPENPHB_DATA: data, INIT_CWD: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', chunk => {
    said.out += chunk
  })
  child.stderr.on('data', chunk => {
    said.err += chunk
  })
  return new Promise(resolve => child.on('close', code => resolve({ code, ...said })))
}

test('a statement is read without a database, and nothing but its JSON is printed', async () => {
  const { code, out, err } = await openphb('statement', 'read', 'may.csv', '--json')
  assert.equal(code, 0, err)
  assert.equal(JSON.parse(out).statements[0].arithmetic, 'agrees')
  assert.ok(!fs.existsSync(path.join(data, 'db')))
})

test('a letter under a wrong name ends with 2 and one sentence', async () => {
  const { code, out, err } = await openphb('statement', 'read', 'letter.csv', '--json')
  assert.deepEqual([code, out], [2, ''])
  assert.equal(err.trim().split('\n').length, 1)
})

test('an account is kept between two commands, each of which starts and stops the database', async () => {
  const first = await openphb('statement', 'import', '--account', 'Ada', '--json', 'may.csv')
  assert.equal(first.code, 0, first.err)
  assert.equal(JSON.parse(first.out).added, 2)
  const again = await openphb('statement', 'import', '--account', 'Ada', '--json', 'may.csv')
  const { added, already, lines } = JSON.parse(again.out)
  assert.deepEqual([added, already, lines.length], [0, 2, 2])
})
