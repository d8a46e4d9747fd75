import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { type GwensBudget, gwensBudget, rowsOn } from '../../../test/bank.ts'
import { doAs, doingIt, tryAs } from '../../../test/harness.ts'
import { commands } from '../../commands.ts'
import { balanceOf, heldBy, spentOn } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { SentFile } from '../../platform/route.ts'
import { anOfxFile, aStatementFile } from '../examples.ts'
import { here } from '../tables.ts'
import { answerQuestion } from './answer-question.ts'
import { importStatement } from './import-statement.ts'

let budget: GwensBudget
let today = ''
before(async () => {
  budget = await gwensBudget()
  today = await doingIt(budget.database, async doing => doing.today)
})

const must = async (doing: Doing, ...files: readonly SentFile[]) => {
  const sent = await importStatement(doing, { reference: budget.reference, files })
  assert.ok(sent.done, sent.done ? '' : sent.because.join('; '))
  return sent.value
}
const asGwen = <Value>(work: (doing: Doing) => Promise<Value>) => tryAs(budget.database, budget.person, work)
const lines = (doing: Doing) =>
  here(doing)
    .db.selectFrom('bank.line_shown')
    .selectAll()
    .where('reference', '=', budget.reference)
    .orderBy('amount')
    .execute()
const refusedBecause = async (doing: Doing, ...files: readonly SentFile[]) => {
  const sent = await importStatement(doing, { reference: budget.reference, files })
  assert.ok(!sent.done)
  return sent.because
}
const nothingWritten = async (doing: Doing) => {
  const { rows } = await sql<{
    all: bigint
  }>`select (select count(*) from bank.file) + (select count(*) from bank.line)
    + (select count(*) from bank.question) as all`.execute(doing.transaction)
  assert.equal(rows[0]?.all, 0n)
}

test('lines that the plan knows are matched with the reason, posted, and the rest is asked about', () =>
  asGwen(async doing => {
    const sent = await must(
      doing,
      anOfxFile({ rows: rowsOn(today, '-17400 J ELLERY WAGES', '-4500 SWIM CENTRE', '-1200 BOOTS 0042') }),
    )
    assert.deepEqual([sent.added, sent.matched, sent.questions], [3, 2, 1])
    const [joan, swim, boots] = await lines(doing)
    assert.equal(joan?.line_key, 'line-1')
    assert.equal(swim?.matched_because, 'Swim Centre is who the plan pays for “Swimming”.')
    assert.deepEqual([boots?.kind, boots?.question], [null, 1])
    assert.equal(await balanceOf(doing, spentOn(budget.reference, 'line-2')), 4500n)
    assert.equal(await balanceOf(doing, heldBy(budget.reference)), 100_000n - 17_400n - 4500n)
  }))

test('the same file again, and the same lines in a longer file, add nothing', () =>
  asGwen(async doing => {
    const rows = rowsOn(today, '-900 SWIM CENTRE', '-900 SWIM CENTRE')
    const first = await must(doing, aStatementFile({ rows, opening: 10_000n }))
    const again = await must(doing, aStatementFile({ rows, opening: 10_000n }))
    assert.deepEqual([again.added, again.again.length, again.statements], [0, 1, first.statements])
    const longer = [...rows, ...rowsOn(today, '-500 BUS')]
    assert.equal((await must(doing, aStatementFile({ rows: longer, opening: 10_000n }))).added, 1)
    assert.equal((await lines(doing)).length, 3)
    assert.equal(await balanceOf(doing, spentOn(budget.reference, 'line-2')), 1800n)
  }))

test('a statement of another account or in euros is refused, and nothing of the other files is kept', () =>
  asGwen(async doing => {
    const rows = rowsOn(today, '-900 SWIM CENTRE')
    const good = anOfxFile({ rows })
    const other = anOfxFile({ rows, accountNumber: '12349999', name: 'other.ofx' })
    const euros = anOfxFile({ rows, currency: 'EUR', name: 'euros.ofx' })
    assert.deepEqual(await refusedBecause(doing, good, other, euros), [
      'another-account other.ofx',
      'not-in-pounds euros.ofx',
    ])
    await nothingWritten(doing)
  }))

test('what is no statement is refused in a sentence, and nothing is half written', () =>
  asGwen(async doing => {
    const file = (name: string, bytes: Uint8Array): SentFile => ({ field: 'files', name, kind: '', bytes })
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Document>&b;</Document>'
    const bad = [
      file('empty.csv', new Uint8Array()),
      file('letter.csv', Buffer.from('%PDF-1.7\n%âãÏÓ\n')),
      file('bomb.xml', Buffer.from(bomb)),
      file('noise.csv', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00, 0x01, 0x80])),
      file('huge.csv', new Uint8Array(21 * 1024 * 1024).fill(65)),
      file('page.ofx', Buffer.from('<!doctype html><html><body>Sign in</body></html>')),
    ]
    for (const one of bad) {
      const [because = ''] = await refusedBecause(doing, one)
      assert.match(because, new RegExp(`^unreadable ${one.name}: [A-Z].+\\.$`))
    }
    await nothingWritten(doing)
  }))

test('a helper who sees money only, a stranger and a reader may not send a statement', async () => {
  const { database, stranger, reference } = budget
  const files = [aStatementFile({ rows: rowsOn(today, '-900 SWIM CENTRE') })]
  const refused = await tryAs(database, stranger, doing => importStatement(doing, { reference, files }))
  assert.deepEqual(refused, { done: false, because: ['no-budget'] })
})

test('money in is known as our payment, or as money back, or asked about', () =>
  asGwen(async doing => {
    await must(
      doing,
      anOfxFile({
        rows: rowsOn(today, '-900 SWIM CENTRE', '900 SWIM CENTRE', '3 GROSS INTEREST', '5000 A FRIEND'),
      }),
    )
    const found = await lines(doing)
    assert.deepEqual(
      found.map(({ amount, kind }) => [Number(amount), kind]),
      [
        [-900, 'plan-line'],
        [3, 'own-money'],
        [900, 'refund'],
        [5000, null],
      ],
    )
    assert.equal(await balanceOf(doing, spentOn(budget.reference, 'line-2')), 0n)
  }))

test('every naughty string is kept and shown as the bank wrote it', async t => {
  const shared =
    process.env['OPENPHB_SHARED_DATA'] ?? join(process.env['OPENPHB_ROOT'] ?? process.cwd(), '../shared/data')
  const at = join(shared, 'security', 'blns.json')
  if (!existsSync(at)) return t.diagnostic(`${at} is not there: nothing to try`)
  const strings = (JSON.parse(readFileSync(at, 'utf8')) as string[]).filter(text => /\S/.test(text))
  await asGwen(async doing => {
    const file = aStatementFile({ rows: strings.map(text => [today, -100n, text]) })
    const sent = await must(doing, file)
    assert.ok(sent.added > strings.length / 2)
    const kept = new Set((await lines(doing)).map(({ says }) => says))
    const plain = strings.filter(text => /^[^\s"]\S*$/.test(text))
    assert.deepEqual(
      plain.filter(text => !kept.has(text)),
      [],
    )
  })
})

test('an import sent three times at once is entered once, and the ledger stays sound', async () => {
  const own = await gwensBudget()
  const file = anOfxFile({ rows: rowsOn(today, '-17400 J ELLERY', '-4500 SWIM CENTRE', '-100 CAFE') })
  const send = () =>
    doAs(own.database, own.person, doing =>
      importStatement(doing, { reference: own.reference, files: [file] }),
    )
  const sent = await Promise.all([send(), send(), send()])
  assert.deepEqual(sent.map(one => one.done && one.value.added).sort(), [0, 0, 3])
  const asked = await doAs(own.database, own.person, doing =>
    answerQuestion(doing, { reference: own.reference, question: 1, answer: 'outside-plan' }),
  )
  assert.ok(asked.done)
  const check = commands.find(({ name }) => name === 'ledger check')
  const console = {
    database: own.database,
    folder: '.',
    embedded: true,
    out: () => undefined,
    err: () => undefined,
  }
  assert.equal(await check?.run([], console), 0)
})
