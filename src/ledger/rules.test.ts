import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { emptyDatabase, trying } from '../../test/harness.ts'
import type { Reference } from '../kernel/ids.ts'
import { pence } from '../kernel/money.ts'
import {
  accountName,
  allocatedTo,
  bankOf,
  budgetOf,
  commissionedFor,
  contingencyOf,
  fundOf,
  heldBy,
  kindOf,
  lineKeyOf,
  outsidePlanOf,
  sayAccount,
  spentOn,
  toRecoverFrom,
} from './accounts.ts'
import { anEntry } from './examples.ts'
import { aboutOf, hashOf, mirrorOf, mistakesIn, sayProblem, whyNotReverse } from './rules.ts'
import type { EntryId, LedgerProblem, NewEntry } from './types.ts'

const budget = 'PHB-7K3M-9QT' as Reference
const made = [
  fundOf('icb-millbrook'),
  bankOf(budget),
  allocatedTo(budget),
  heldBy(budget),
  contingencyOf(budget),
  outsidePlanOf(budget),
  toRecoverFrom(budget),
  spentOn(budget, 'line-1-wages'),
  commissionedFor(budget, 'line-2-respite'),
  spentOn(budget, 'x'.repeat(60)),
]
const wrong = [
  '',
  'fund:',
  'fund:a b',
  'PHB-7K3M-9QT',
  'PHB-7K3M-9QT:',
  'PHB-7K3M-9QT:owed',
  'PHB-7K3M-9QT:spent',
  'PHB-7K3M-9QT:held:line',
  'PHB-7K3M-9QT:spent:Wages',
  'PHB-7K3M-9QT:held\n',
  'phb-7k3m-9qt:held',
  ' fund:x',
  `fund:${'x'.repeat(61)}`,
  `PHB-7K3M-9QT:spent:${'x'.repeat(61)}`,
]

test('an account is known by its name, and no other names are let in', () => {
  const kinds = ['fund', 'bank', 'allocated', 'held', 'contingency', 'outside-plan', 'to-recover', 'spent']
  assert.deepEqual(made.map(kindOf), [...kinds, 'commissioned', 'spent'])
  for (const name of wrong) {
    assert.equal(kindOf(name), null, name)
    assert.throws(() => accountName(name), RangeError)
  }
  assert.throws(() => spentOn(budget, 'Line 1'), RangeError)
})

test('the database knows the same names by the same kinds', async () => {
  const database = await emptyDatabase()
  await trying(database, async doing => {
    for (const name of [...made, ...wrong]) {
      const { rows } = await sql<{ kind: string | null }>`select ledger.kind_of(${name}) as kind`.execute(
        doing.transaction,
      )
      assert.equal(rows[0]?.kind ?? null, kindOf(name), JSON.stringify(name))
    }
  })
})

test('accounts are named in plain words, with the plan’s own words for a line where they are known', () => {
  assert.equal(sayAccount(heldBy(budget)), 'In the budget’s bank account')
  assert.equal(sayAccount(spentOn(budget, 'line-1-wages')), 'Spent: line 1 wages')
  assert.equal(
    sayAccount(spentOn(budget, 'line-1-wages'), () => 'Sam’s wages'),
    'Spent: Sam’s wages',
  )
  assert.equal(lineKeyOf(spentOn(budget, 'line-1-wages')), 'line-1-wages')
  assert.equal(lineKeyOf(heldBy(budget)), null)
  assert.equal(budgetOf(heldBy(budget)), budget)
  assert.equal(budgetOf(bankOf(budget)), budget)
  assert.equal(budgetOf(fundOf('icb-millbrook')), null)
})

test('every mistake in an entry is named at once', () => {
  assert.deepEqual(mistakesIn(anEntry()), [])
  const held = heldBy(budget)
  const entry: NewEntry = {
    ...anEntry(),
    key: 'a key',
    because: '',
    postings: [
      { account: held, pence: pence(0n) },
      { account: held, pence: pence(1n) },
    ],
  }
  assert.equal(mistakesIn(entry).length, 4)
  assert.equal(mistakesIn({ ...anEntry(), because: 'x'.repeat(500) }).length, 0)
  assert.equal(mistakesIn({ ...anEntry(), because: 'x'.repeat(501) }).length, 1)
  assert.equal(mistakesIn({ ...anEntry(), postings: anEntry().postings.slice(1) }).length, 2)
})

test('an input has one hash whatever the order of its postings, and another for any other input', () => {
  const entry = anEntry({ key: 'one' })
  const first = hashOf(entry, null)
  assert.equal(hashOf({ ...entry, postings: [...entry.postings].reverse() }, null), first)
  const others: NewEntry[] = [
    { ...entry, person: null },
    { ...entry, because: 'Else' },
    { ...entry, postings: mirrorOf(entry.postings) },
  ]
  for (const other of others) assert.notEqual(hashOf(other, null), first)
  assert.notEqual(hashOf(entry, 'another' as EntryId), first)
})

test('a reversal can’t be reversed, nor an entry twice', () => {
  const id = 'some' as EntryId
  assert.deepEqual(whyNotReverse({ key: 'k', reverses: null, reversedBy: null }), [])
  assert.deepEqual(whyNotReverse({ key: 'k', reverses: id, reversedBy: null }), ['is-a-reversal k'])
  assert.deepEqual(whyNotReverse({ key: 'k', reverses: null, reversedBy: id }), ['already-reversed k'])
})

test('each reason is a sentence, and says what it is about', () => {
  const problem: LedgerProblem = 'below-its-floor PHB-7K3M-9QT:allocated'
  assert.equal(sayProblem(problem), 'There is not enough money in PHB-7K3M-9QT:allocated')
  assert.equal(aboutOf(problem), 'PHB-7K3M-9QT:allocated')
  assert.equal(sayProblem('not-yours'), 'You may not post to this budget')
  assert.equal(aboutOf('not-yours'), null)
})
