import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { type CheckFacts, checkNames, checks, checksOf, sayCheck, tellCheck, usualFigures } from './checks.ts'

const usual: CheckFacts = {
  amount: pence(10_000n),
  leavesOn: plainDate('2026-06-08'),
  accountSince: plainDate('2026-01-05'),
  hadAnother: true,
  paidThere: true,
  before: 3,
  largest: pence(10_000n),
  figures: usualFigures,
}
const found = (about: Partial<CheckFacts>) => checksOf({ ...usual, ...about })

test('each check finds what its cases say, and nothing on the other side of its line', () => {
  for (const what of checkNames)
    for (const { says, facts, answer } of checks[what].cases)
      assert.equal(
        found(facts).some(one => one.what === what),
        answer,
        `${what}: ${says}`,
      )
})

test('an ordinary payment meets no check, and one without an account none about accounts', () => {
  assert.deepEqual(found({}), [])
  assert.deepEqual(found({ accountSince: null, paidThere: false }), [])
})

test('everything that is found is given, not the first', () => {
  const about = { amount: pence(90_000n), accountSince: plainDate('2026-06-01'), paidThere: false }
  assert.deepEqual(
    found(about).map(({ what, grade }) => `${grade} ${what}`),
    ['information new-payee', 'warning bank-details-changed', 'warning unusually-large'],
  )
})

test('what is found is said to staff with its figures, and to the holder', () => {
  const [changed] = found({ accountSince: plainDate('2026-06-01') })
  const [large] = found({ amount: pence(90_000n) })
  assert.ok(changed && large)
  assert.match(sayCheck(changed), /changed on 1 June 2026, less than 31 days before/)
  assert.match(tellCheck(changed), /We may ask you whether it was you/)
  assert.match(sayCheck(large), /£900\.00 is unusually large .* last 3 payments was £100\.00/)
  for (const one of [...found({ paidThere: false }), large])
    assert.match(`${sayCheck(one)} ${tellCheck(one)}`, /^[A-Z£].*\. [A-Z].*\.$/)
})

test('an organisation’s own figures move the line', () => {
  const strict = { changeDays: 60, unusualPercent: 110, enoughBefore: 3 }
  const about = { amount: pence(11_001n), accountSince: plainDate('2026-04-09'), figures: strict }
  assert.equal(found(about).length, 2)
  assert.equal(found({ ...about, figures: usualFigures }).length, 0)
  assert.equal(found({ ...about, figures: { ...strict, enoughBefore: 4 } }).length, 1)
})
