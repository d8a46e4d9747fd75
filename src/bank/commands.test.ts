import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { emptyDatabase } from '../../test/harness.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { commands } from './commands.ts'
import { file } from './read/fixtures/reading.ts'

let database: TestDatabase
const root = join(process.env['OPENPHB_ROOT'] ?? process.cwd(), '.data')
let folder = ''

const may = file(
  'Date,Description,Amount,Balance',
  '01/05/2026,MILLBROOK ICB,1204.10,1204.10',
  '04/05/2026,SWIM CENTRE,-45.00,1159.10',
  '05/05/2026,SWIM CENTRE,oops,1159.10',
)
const june = file(
  'Date,Description,Amount,Balance',
  '04/05/2026,SWIM CENTRE,-45.00,1159.10',
  '02/06/2026,JOAN ELLERY,-174.00,985.10',
)

before(async () => {
  database = await emptyDatabase()
  mkdirSync(root, { recursive: true })
  folder = mkdtempSync(join(root, 'statements-'))
  const late = file('Date,Description,Amount,Balance', '01/09/2026,BUS,-2.00,400.00')
  const files = { may, june, late, junk: '%PDF-1.7 a letter', empty: '' }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.csv`), text)
})
after(() => rmSync(folder, { recursive: true, force: true }))

async function run(...words: readonly string[]) {
  const said = { out: '', err: '' }
  const command = commands.find(({ name }) => name === words.slice(0, 2).join(' '))
  assert.ok(command, words.join(' '))
  const code = await command.run(words.slice(2), {
    database,
    folder,
    embedded: true,
    out: text => {
      said.out += text
    },
    err: text => {
      said.err += text
    },
  })
  return { code, ...said }
}

test('read prints one object of JSON and nothing else', async () => {
  const { code, out, err } = await run('statement', 'read', 'may.csv', '--json')
  assert.deepEqual([code, err], [0, ''])
  const read = JSON.parse(out)
  assert.deepEqual(Object.keys(read), ['file', 'format', 'statements'])
  assert.equal(read.statements[0].lines.length, 2)
  assert.equal(read.statements[0].refused[0].line, 4)
})

test('read without --json says in words what was read and what was left out', async () => {
  const { code, out } = await run('statement', 'read', 'may.csv')
  assert.equal(code, 0)
  assert.match(out, /We read 2 lines from 1 May to 4 May 2026\. They add up/)
  assert.match(out, /Line 4: /)
})

test('a file refused whole ends with 2, one sentence as an error, and nothing else', async () => {
  for (const name of ['junk.csv', 'empty.csv', 'not-there.csv', '.']) {
    const { code, out, err } = await run('statement', 'read', name, '--json')
    assert.deepEqual([code, out], [2, ''], name)
    assert.match(err, /^\S+: [A-Z][^\n]+\.\n$/, name)
  }
})

test('a command called wrongly says how to call it', async () => {
  const wrong = [
    ['statement', 'read'],
    ['statement', 'read', 'may.csv', 'june.csv'],
    ['statement', 'read', 'may.csv', '--jsn'],
    ['statement', 'import', 'may.csv'],
    ['statement', 'import', '--account', 'A'],
    ['statement', 'import', '--account', '', 'may.csv'],
    ['statement', 'import', '--account', 'a'.repeat(201), 'may.csv'],
    ['statement', 'import', '--account', 'A', '--jsn', 'may.csv'],
  ]
  for (const words of wrong) {
    const { code, out, err } = await run(...words)
    assert.deepEqual([code, out], [2, ''], words.join(' '))
    assert.match(err, /See --help/)
  }
})

test('import adds each payment once, in one command or in several', async () => {
  const together = await run('statement', 'import', '--account', 'together', '--json', 'may.csv', 'june.csv')
  assert.equal(together.code, 0)
  const all = JSON.parse(together.out)
  assert.deepEqual([all.added, all.already, all.lines.length], [3, 1, 3])
  assert.deepEqual(
    all.refused.map(({ line }: { line: number }) => line),
    [4],
  )
  const first = JSON.parse((await run('statement', 'import', '--account', 'apart', '--json', 'june.csv')).out)
  const second = JSON.parse((await run('statement', 'import', '--account', 'apart', '--json', 'may.csv')).out)
  assert.deepEqual([first.added, second.added, second.already], [2, 1, 1])
  assert.deepEqual(second.lines, all.lines)
  assert.deepEqual(second.gaps, all.gaps)
})

test('the same file again adds nothing', async () => {
  await run('statement', 'import', '--account', 'twice', 'may.csv')
  const { out } = await run('statement', 'import', '--account', 'twice', '--json', 'may.csv', 'may.csv')
  const again = JSON.parse(out)
  assert.deepEqual([again.added, again.already, again.lines.length], [0, 4, 2])
})

test('days that no statement speaks for are named, and closed by a statement that comes later', async () => {
  const open = JSON.parse(
    (await run('statement', 'import', '--account', 'gap', '--json', 'may.csv', 'late.csv')).out,
  )
  assert.equal(open.gaps.length, 1)
  const { out } = await run('statement', 'import', '--account', 'gap', 'june.csv')
  assert.match(out, /gap: 1 line added, 1 there already\. The account has 4 lines\./)
  assert.match(out, /No statement speaks for /)
})

test('a file that is no statement is named, and the others are read', async () => {
  const { code, out, err } = await run(
    'statement',
    'import',
    '--account',
    'mixed',
    '--json',
    'junk.csv',
    'may.csv',
  )
  assert.equal(code, 0)
  assert.match(err, /^junk\.csv: /)
  const read = JSON.parse(out)
  assert.equal(read.lines.length, 2)
  assert.match(read.refused.at(-1).why, /^junk\.csv: /)
  assert.deepEqual(
    await run('statement', 'import', '--account', 'none', '--json', 'junk.csv').then(({ code, out }) => [
      code,
      out,
    ]),
    [2, ''],
  )
})

test('a payee in any letters is kept as the bank wrote it', async () => {
  writeFileSync(
    join(folder, 'letters.csv'),
    file('Date,Description,Amount', '01/05/2026,"=SUM(A1) <b>Zoë</b> يوسف 🏊",-1.00'),
  )
  const { out } = await run('statement', 'import', '--account', 'letters', '--json', 'letters.csv')
  assert.equal(JSON.parse(out).lines[0].payee, '=SUM(A1) <b>Zoë</b> يوسف 🏊')
})
