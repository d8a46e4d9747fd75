import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../kernel/days.ts'
import { nothing, pence } from '../kernel/money.ts'
import {
  type ChairFacts,
  chairPeriodEnds,
  chairTerms,
  chairWaited,
  wheelchairRight,
  wheelchairStanding,
} from './answers/wheelchair.ts'
import { together } from './rule.ts'
import type { Backed, Confidence } from './types.ts'

const on = plainDate
const shows = (parts: readonly Backed[], ...expected: readonly Confidence[]): void =>
  assert.deepEqual([...together(...parts).confidences].sort(), [...expected].sort())
const value = pence(185_000n)

test('V-36 one chair, three ways', () => {
  const a = chairTerms(value, { way: 'notional' })
  const b = chairTerms(value, {
    way: 'notional-with-contribution',
    features: pence(62_000n),
    vatExempt: false,
  })
  const c = chairTerms(value, {
    way: 'third-party',
    price: pence(273_540n),
    repairMoney: pence(42_000n),
  })
  assert.deepEqual(
    [a, b, c].map(({ way, personPays, nhsPays, owner, repairs }) => [
      way,
      personPays,
      nhsPays,
      owner,
      repairs,
    ]),
    [
      ['notional', 0n, 185_000n, 'nhs', 'nhs'],
      ['notional-with-contribution', 74_400n, 185_000n, 'nhs', 'nhs-basic-chair-only'],
      ['third-party', 88_540n, 227_000n, 'person', 'person'],
    ],
  )
  const period = chairPeriodEnds(on('2026-05-05'), 5)
  assert.equal(period.ends, '2031-05-05')
  shows([a, b, c, period], 'secondary', 'statute-read')
})

test('V-37 who has the right to a personal wheelchair budget', () => {
  const day = on('2026-09-01')
  const facts = (more: Partial<ChairFacts>): ChairFacts => ({
    registered: true,
    eligible: null,
    needChanged: false,
    chairChanged: false,
    ...more,
  })
  const asked = [
    facts({}),
    facts({ needChanged: true }),
    facts({ chairChanged: true }),
    facts({ registered: false, eligible: false }),
    facts({ registered: false, eligible: true }),
  ].map(one => {
    const standing = wheelchairStanding(one)
    assert.ok(standing)
    return wheelchairRight(standing, day)
  })
  assert.deepEqual(
    asked.map(({ rightNow, because, reasons }) => [rightNow, because, reasons]),
    [
      [false, null, ['no-change-in-need-or-chair']],
      [true, 'clinical-need-changed', []],
      [true, 'condition-of-chair', []],
      [false, null, ['not-eligible-for-the-service']],
      [true, 'referred-and-eligible', []],
    ],
  )
  const period = chairPeriodEnds(day, 3)
  assert.equal(period.ends, '2029-09-01')
  shows([...asked, period], 'secondary', 'statute-read')
})

test('the right began on 2 December 2019, and nobody stands anywhere before the service has said', () => {
  const days = ['2019-12-01', '2019-12-02'].map(on)
  assert.deepEqual(
    days.map(day => wheelchairRight('referred-and-eligible', day).rightNow),
    [false, true],
  )
  assert.deepEqual(wheelchairRight('no-change-in-need-or-chair', on('2019-12-01')).reasons, [
    'asked-before-2019-12-02',
    'no-change-in-need-or-chair',
  ])
  const open = { registered: false, eligible: null, needChanged: false, chairChanged: false }
  assert.equal(wheelchairStanding(open), null)
})

test('a chair for less than the budget, or for just that, costs the person nothing', () => {
  const priced = (price: bigint) =>
    chairTerms(value, { way: 'third-party', price: pence(price), repairMoney: nothing })
  assert.deepEqual(
    [184_999n, 185_000n, 185_001n].map(price => [priced(price).personPays, priced(price).nhsPays]),
    [
      [0n, 184_999n],
      [0n, 185_000n],
      [1n, 185_000n],
    ],
  )
})

test('who is exempt from VAT pays for the features alone', () => {
  const terms = chairTerms(value, {
    way: 'notional-with-contribution',
    features: pence(62_000n),
    vatExempt: true,
  })
  assert.deepEqual([terms.personPays, terms.vat], [62_000n, 0n])
})

test('a direct payment is a way in law; what it means for the chair is a rule of ours, called no law', () => {
  const terms = chairTerms(value, { way: 'direct-payment', price: value, repairMoney: nothing })
  assert.ok(terms.rules.includes('RIGHT-02') && terms.rules.includes('WHEELCHAIR-DIRECT'))
  assert.ok(terms.rules.includes('WHEELCHAIR-THREE-WAYS') && !terms.rules.includes('WHEELCHAIR-THIRD-PARTY'))
  shows([terms], 'statute-read', 'secondary')
})

test('a wait is counted by its days: the last of 18 weeks is inside', () => {
  const from = on('2026-01-05')
  assert.equal(chairWaited(from, on('2026-05-11')).counted, 'within-18-weeks')
  assert.equal(chairWaited(from, on('2026-05-12')).counted, 'longer')
})
