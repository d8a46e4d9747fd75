import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { appOn, emptyDatabase, Visitor } from '../../test/harness.ts'
import type { App } from '../app.ts'
import { newId } from '../kernel/ids.ts'
import { type Command, readWords } from '../platform/command.ts'
import type { Database } from '../platform/database.ts'
import { demoClock } from './commands/clock.ts'
import { userAdd } from './commands/user.ts'

let database: Database
let app: App
const millbrook = newId<'organisation'>()
const nell = newId<'person'>()
const add = userAdd({
  organisation: async (_doing, code) => (code === 'QMB' ? millbrook : null),
  person: async (_doing, reference) => (reference === 'PHB-1' ? nell : null),
})

before(async () => {
  database = await emptyDatabase()
  app = await appOn(database)
})

async function run(command: Command, words: readonly string[], embedded = true) {
  const said = { out: '', err: '' }
  const code = await command.run(words, {
    database,
    folder: '.',
    embedded,
    out: text => {
      said.out += text
    },
    err: text => {
      said.err += text
    },
  })
  return { code, ...said }
}

test('user add makes an account with a role and prints its password once, and it signs in', async () => {
  const { code, out } = await run(add, [
    '--email',
    'kay@millbrook.example',
    '--name',
    'Kay Boone',
    '--role',
    'finance-officer',
    '--organisation',
    'QMB',
    '--json',
  ])
  assert.equal(code, 0)
  const { password } = JSON.parse(out)
  const browser = new Visitor(app.server)
  assert.equal(
    (await browser.post('/access/sign-in', { email: 'kay@millbrook.example', password })).status,
    303,
  )
  assert.match((await browser.get('/access/account')).html, /Finance officer/)
})

test('user add links an account to a person', async () => {
  const { code, out } = await run(add, [
    '--email',
    'nell@millbrook.example',
    '--name=Nell Farrow',
    '--person',
    'PHB-1',
  ])
  assert.equal(code, 0)
  assert.match(out, /shown this once: [a-z2-9-]{20,}/)
  const { rows } = await database.pool.query('select person_id from access.actor where email = $1', [
    'nell@millbrook.example',
  ])
  assert.deepEqual(rows, [{ person_id: nell }])
})

test('user add says what is wrong and makes nothing', async () => {
  const good = ['--email', 'new@millbrook.example', '--name', 'New']
  const wrong: readonly [readonly string[], RegExp][] = [
    [[], /e-mail address/],
    [['--email', 'x'], /e-mail address/],
    [['--email', 'a@b.co'], /--name/],
    [[...good, '--what'], /Use:/],
    [[...good, '--role', 'king', '--organisation', 'QMB'], /no role "king"/],
    [[...good, '--role', 'auditor'], /both --role and --organisation/],
    [[...good, '--organisation', 'QMB'], /both/],
    [[...good, '--role', 'auditor', '--organisation', 'ZZ'], /no organisation "ZZ"/],
    [[...good, '--person', 'PHB-2'], /no person/],
    [['--email', 'NELL@millbrook.example', '--name', 'Other'], /has an account already/],
  ]
  for (const [words, says] of wrong) {
    const { code, err } = await run(add, words)
    assert.equal(code, 2, words.join(' '))
    assert.match(err, says)
  }
  assert.equal(
    (await database.pool.query("select 1 from access.actor where email = 'new@millbrook.example'")).rowCount,
    0,
  )
})

test('demo clock sets the day, in England, and goes back to the real time', async () => {
  assert.match((await run(demoClock, ['set', '2026-07-06'])).out, /^It is 6 July 2026 at 09:00\.$/m)
  assert.match((await run(demoClock, ['show'])).out, /6 July 2026/)
  assert.match((await run(demoClock, ['set', '2026-12-06'])).out, /6 December 2026 at 09:00/)
  assert.doesNotMatch((await run(demoClock, ['off'])).out, /July|December 2026 at 09:00/)
  assert.equal((await run(demoClock, [])).code, 0)
})

test('demo clock refuses a day that is none, and to work outside the embedded default', async () => {
  for (const words of [
    ['set'],
    ['set', '2026-02-31'],
    ['set', 'today'],
    ['back'],
    ['show', '2026-01-01'],
    ['set', '2026-01-01', 'x'],
  ])
    assert.equal((await run(demoClock, words)).code, 2, words.join(' '))
  const { code, err } = await run(demoClock, ['set', '2026-07-06'], false)
  assert.equal(code, 2)
  assert.match(err, /embedded default only/)
  assert.equal((await database.pool.query('select 1 from platform.clock')).rowCount, 0)
})

test('words of a command are plain, options or flags, and what is neither is named', () => {
  const { words, options, flags, unknown } = readWords(
    ['a', '--x', '1', '--y=2', '--json', '--z', '--json=no', '--x'],
    { takes: ['x', 'y'], flags: ['json'] },
  )
  assert.deepEqual(
    [words, [...options], [...flags], unknown],
    [
      ['a'],
      [
        ['x', '1'],
        ['y', '2'],
      ],
      ['json'],
      ['--z', '--json=no', '--x'],
    ],
  )
})
