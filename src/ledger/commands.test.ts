import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { ledger as invariants } from '../../checks/ledger.ts'
import { doingIt, emptyDatabase } from '../../test/harness.ts'
import { posted } from '../../test/ledger.ts'
import type { Id } from '../kernel/brand.ts'
import { newReference } from '../kernel/ids.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { allocatedTo, heldBy } from './accounts.ts'
import { reverse } from './actions/reverse.ts'
import { checkLedger, isSound, sayChecked } from './check.ts'
import { commands } from './commands.ts'
import { aBudget, anAllocation, anEntry } from './examples.ts'
import { breachesOf } from './invariants.ts'

let database: TestDatabase
before(async () => {
  database = await emptyDatabase()
  await doingIt(database, async doing => {
    const [, payment] = await posted(doing, anAllocation(), anEntry(), anEntry({ because: 'Second payment' }))
    await reverse(doing, {
      entry: payment?.entry as Id<'entry'>,
      on: 'original-day',
      key: 'undo:1',
      because: 'Paid twice',
    })
  })
})

async function run(name: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const command = commands.find(one => one.name === name)
  assert.ok(command)
  const code = await command.run(words, {
    database,
    folder: '.',
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

test('ledger check prints counts, figures and each invariant, and exits with 0 when sound', async () => {
  const { code, out } = await run('ledger check')
  assert.equal(code, 0)
  assert.match(out, /^3 accounts, 4 entries \(1 of them reversals\), 8 postings, £15,400\.00 moved\./)
  for (const { says } of invariants) assert.ok(out.includes(`yes  ${says}`), says)
  const read = JSON.parse((await run('ledger check', '--json')).out)
  assert.equal(read.sound, true)
  assert.equal(read.entries, '4')
})

/** Breaks the ledger as only its owner can, past every lock, and rolls it back. */
const broken = (...statements: readonly string[]) =>
  doingIt(database, async doing => {
    for (const table of ['account', 'entry', 'posting'])
      await sql`alter table ${sql.table(`ledger.${table}`)} disable trigger user`.execute(doing.transaction)
    await sql`alter table ledger.account drop constraint never_below_its_floor`.execute(doing.transaction)
    for (const statement of statements) await sql.raw(statement).execute(doing.transaction)
    const checked = await checkLedger(doing)
    const found = new Map(checked.findings.map(({ says, broken, first }) => [says, { broken, first }]))
    assert.equal(isSound(checked), false)
    throw Object.assign(new Error('rolled back'), { found, text: sayChecked(checked) })
  }).then(
    () => assert.fail('nothing was rolled back'),
    (problem: { found?: Map<string, { broken: number; first: readonly string[] }>; text?: string }) => {
      if (!problem.found) throw problem
      return { found: problem.found, text: problem.text ?? '' }
    },
  )

const breaks: readonly [string, ...string[]][] = [
  [
    'Every entry has two or more postings, which add up to nought',
    `delete from ledger.posting where place = 1`,
  ],
  [
    'Every posting is of an entry and on an account',
    `update ledger.posting set entry_id = gen_random_uuid() where place = 2`,
  ],
  [
    'Every posting has the days and the owner of its entry',
    `update ledger.posting set effective_on = effective_on + 1`,
  ],
  [
    'Every reversal is the mirror of what it reverses, account by account',
    `update ledger.posting set pence = pence * 2`,
    `update ledger.posting p set pence = pence / 2 from ledger.entry e
      where e.id = p.entry_id and e.reverses is not null`,
  ],
  [
    'Every balance that is kept is what its postings add up to',
    `update ledger.account set kept_balance = kept_balance + 1 where kind = 'held'`,
  ],
  [
    'No account is below its floor, and none has been given another floor',
    `update ledger.account set kept_balance = -1 where kind = 'allocated'`,
  ],
  [
    'No account is below its floor, and none has been given another floor',
    `update ledger.account set floor = -100 where kind = 'allocated'`,
  ],
  [
    'Every account has the owner of its postings',
    `update ledger.account set person_id = gen_random_uuid() where kind = 'held'`,
  ],
  [
    'Every balance of an old period is what the postings of its days add up to',
    `select ledger.take_snapshot(date '2099-01-01', date '2099-01-01')`,
    `update ledger.snapshot_balance set pence = pence + 1`,
  ],
]

test('whatever is broken past every lock is found and named', async () => {
  for (const [says, ...statements] of breaks) {
    const { found, text } = await broken(...statements)
    assert.ok((found.get(says)?.broken ?? 0) > 0, says)
    assert.ok(text.includes(`NO   ${says}`) && text.includes('NOT sound'))
  }
  assert.deepEqual(new Set(breaks.map(([says]) => says)), new Set(invariants.map(({ says }) => says)))
})

test('only the first five of many are listed, and the rest are counted', async () => {
  const many = { says: 'x', query: `select n::text as about from generate_series(1, 12) n` }
  const { count, first } = await doingIt(database, doing => breachesOf(doing, many))
  assert.deepEqual([count, first], [12, ['1', '2', '3', '4', '5']])
})

test('ledger picture draws a budget by its reference as typed, or a person’s by their id', async () => {
  const byReference = await run('ledger picture', 'phb 7k3m 9qt')
  assert.equal(byReference.code, 0)
  assert.match(byReference.out, /Agreement signed: budget for 2026\/27/)
  assert.equal((await run('ledger picture', '--person', aBudget.person)).out, byReference.out)
  assert.match((await run('ledger picture', aBudget.reference, '--recorded')).out, /^on {10}recorded/)
  assert.equal(
    JSON.parse((await run('ledger picture', aBudget.reference, '--json')).out)[0].postings[0].pence,
    '-1456000',
  )
})

test('a picture of what is not there says so', async () => {
  assert.equal((await run('ledger picture', newReference())).code, 1)
  assert.equal((await run('ledger picture', '--person', aBudget.organisation)).code, 1)
  for (const words of [[], ['PHB-7K3M-9QX'], ['--person', 'me'], [aBudget.reference, 'more'], ['--all']])
    assert.equal((await run('ledger picture', ...words)).code, 2, words.join(' '))
})

test('ledger export writes the whole ledger, or one organisation’s', async () => {
  const whole = await run('ledger export', '--format', 'hledger')
  assert.equal(whole.code, 0)
  assert.ok(whole.out.includes(`account ${allocatedTo(aBudget.reference)}`))
  assert.equal(
    (await run('ledger export', '--format', 'hledger', '--organisation', aBudget.organisation)).out,
    whole.out,
  )
  const other = await run('ledger export', '--format=csv', '--organisation', aBudget.person)
  assert.equal(other.out.split('\r\n').length, 2)
  assert.ok((await run('ledger export', '--format', 'csv')).out.includes(heldBy(aBudget.reference)))
  for (const words of [
    [],
    ['--format', 'xlsx'],
    ['--format', 'csv', '--organisation', 'nobody'],
    ['--format', 'csv', 'file'],
  ])
    assert.equal((await run('ledger export', ...words)).code, 2, words.join(' '))
})
