import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { differencesOf, programs } from '../../test/books.ts'
import { plainDate } from '../kernel/days.ts'
import { newReference } from '../kernel/ids.ts'
import { nothing, type Pence, pence, plainMoney, plus } from '../kernel/money.ts'
import { accountName, allocatedTo, heldBy, spentOn } from './accounts.ts'
import { beancountName, beancountOf } from './beancount.ts'
import { aBudget, anAllocation, anEntry, recorded } from './examples.ts'
import { csvOf, hledgerOf, ledgerOf } from './export.ts'
import type { AccountName, Entry } from './types.ts'

const nasty = [
  'Plain',
  '=1+1',
  'a; date:2020-01-01',
  'two\nlines',
  '(code) | note',
  '“quotes”, "commas"',
  '@SUM(A1)',
  '£5 + -3',
  'back\\slash [2020-01-01] {3 GBP} @ 4',
  'مرحبا 🙂',
]

const budgets = Array.from({ length: 5 }, newReference)

function someEntries(count: number): readonly Entry[] {
  return budgets.flatMap((budget, of) => [
    recorded(anAllocation({ to: allocatedTo(budget) })),
    ...Array.from({ length: count }, (_, place) => {
      const about = { because: nasty[place % nasty.length] ?? '', sum: pence(BigInt(place * 37 + of + 1)) }
      const effectiveOn = plainDate(`2026-0${(place % 9) + 1}-1${place % 10}`)
      return place % 2 === 0
        ? recorded(anEntry({ from: allocatedTo(budget), to: heldBy(budget), effectiveOn, ...about }))
        : recorded(
            anEntry({
              from: heldBy(budget),
              to: spentOn(budget, `line-${place % 3}`),
              effectiveOn,
              ...about,
            }),
          )
    }),
  ])
}

function balancesIn(entries: readonly Entry[]): ReadonlyMap<AccountName, Pence> {
  const sums = new Map<AccountName, Pence>()
  for (const { account, pence: sum } of entries.flatMap(({ postings }) => postings))
    sums.set(account, plus(sums.get(account) ?? nothing, sum))
  return sums
}

const bookOf = (entries: readonly Entry[]) => ({ accounts: [...balancesIn(entries).keys()].sort(), entries })

for (const { name, version, balances } of programs)
  test(`${name} reads what we export under its strictest checks and reports the same balances`, t => {
    if (version() === null)
      return t.diagnostic(`${name} is not installed here: its balances were not compared`)
    const entries = [...someEntries(60)].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
    const book = bookOf(entries)
    assert.deepEqual(differencesOf(balances(book), balancesIn(entries)), [])
  })

test('no two accounts are called the same in beancount, whatever letters they begin with', () => {
  const names = ['fund:a', 'fund:A', 'fund:X-a', 'fund:X-X-a', 'fund:-a', 'bank:a', 'fund:0a'].map(
    accountName,
  )
  assert.equal(new Set(names.map(beancountName)).size, names.length)
  assert.equal(beancountName(heldBy(aBudget.reference)), 'Assets:PHB-7K3M-9QT:X-held')
})

test('ledger’s and beancount’s files name every account, entry and key, and both days, too', () => {
  const entry = { ...recorded(anEntry({ key: 'payment:1' })), recordedOn: plainDate('2026-05-02') }
  const book = bookOf([entry])
  for (const part of [
    'account PHB-7K3M-9QT:held',
    '2026-04-10=2026-05-02 * (payment:1)',
    `entry: ${entry.id}`,
  ])
    assert.ok(ledgerOf(book).includes(part), part)
  for (const part of ['account: "PHB-7K3M-9QT:held"', '2026-04-10 * "', 'key: "payment:1"', entry.id])
    assert.ok(beancountOf(book).includes(part), part)
  assert.match(beancountOf(book), /recorded-on: 2026-05-02\n/)
})

test('the journal names every account, entry and key, and both days', () => {
  const entry = { ...recorded(anEntry({ key: 'payment:1' })), recordedOn: plainDate('2026-05-02') }
  const text = hledgerOf(bookOf([entry]))
  for (const part of [
    'commodity 1000.00 GBP',
    `account ${heldBy(aBudget.reference)}  ; kind: held`,
    '2026-04-10=2026-05-02 * (payment:1)',
    `entry: ${entry.id}`,
  ])
    assert.ok(text.includes(part), part)
  assert.match(text, /PHB-7K3M-9QT:allocated\s+-280\.00 GBP/)
})

test('what people wrote can’t turn into a comment, another entry or a formula', () => {
  for (const because of nasty) {
    const entry = recorded(anEntry({ because }))
    assert.equal(
      hledgerOf(bookOf([entry]))
        .split('\n')
        .filter(line => /^\d/.test(line)).length,
      1,
    )
    const rows: string[][] = parse(csvOf(bookOf([entry])))
    assert.equal(rows.length, 3)
    assert.match(rows[1]?.[5] ?? '', /^[^=+\-@\t\r]/)
  }
})

test('CSV gives back what was written, whatever it was, and its sums add up to nought', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
          fc.bigInt({ min: 1n, max: 10n ** 12n }),
        ),
        { maxLength: 8 },
      ),
      given => {
        const entries = given.map(([because, sum]) => recorded(anEntry({ because, sum: pence(sum) })))
        const rows: string[][] = parse(csvOf(bookOf(entries)), { from: 2, relaxColumnCount: false })
        assert.equal(rows.length, entries.length * 2)
        for (const [place, row] of rows.entries()) {
          const entry = entries[Math.floor(place / 2)]
          assert.equal((row[5] ?? '').replace(/^'(?=[=+\-@\t\r])/, ''), entry?.because)
          assert.equal(row[11], plainMoney(entry?.postings[place % 2]?.pence ?? nothing))
        }
      },
    ),
  )
})
