import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import {
  chooseForStage,
  maternityBudget,
  maternityHeld,
  maternityOwnMoney,
  mayOfferMaternity,
} from './answers/maternity.ts'
import { rightOn } from './answers/right.ts'
import { together } from './rule.ts'

const prices = { antenatal: pence(90_500n), intrapartum: pence(162_000n), postnatal: pence(47_500n) }

test('V-38 three stages, notional only', () => {
  const budget = maternityBudget(prices)
  assert.deepEqual([budget.total, budget.way], [300_000n, 'notional'])
  const a = maternityHeld('direct-payment')
  assert.deepEqual([a.answer, a.reasons], ['no', ['no-direct-payment-in-maternity']])
  const b = maternityOwnMoney('inside', pence(30_000n))
  assert.deepEqual([b.answer, b.reasons, b.outsideBudget], ['no', ['no-top-up'], 0n])
  const c = maternityOwnMoney('alongside', pence(6_000n))
  assert.deepEqual([c.answer, c.reasons, c.outsideBudget], ['yes', [], 6_000n])
  const d = chooseForStage({ price: prices.intrapartum, contracted: true, same: false, stageOver: false })
  assert.deepEqual([d.answer, d.moves, d.cash], ['yes', 162_000n, 0n])
  const carys = rightOn(
    {
      born: plainDate('1994-06-06'),
      cohorts: [{ cohort: 'maternity', from: plainDate('2026-02-01'), until: null }],
    },
    plainDate('2026-08-03'),
  )
  assert.deepEqual([carys.right, carys.legalRight], ['pilot-notional-only', false])
  assert.deepEqual([...together(budget, a, b, c, d, carys).confidences].sort(), ['origin', 'secondary'])
})

test('each body says whom it offers; before the pilot, or where it says nobody, there is no offer', () => {
  const on = plainDate('2026-08-03')
  assert.equal(mayOfferMaternity('all', on).answer, 'yes')
  assert.equal(mayOfferMaternity('named-clinics', on).answer, 'yes')
  assert.deepEqual(mayOfferMaternity('nobody', on).reasons, ['board-does-not-offer'])
  assert.deepEqual(mayOfferMaternity(null, plainDate('2016-10-31')).reasons, [
    'asked-before-the-pilot',
    'board-does-not-offer',
  ])
  assert.deepEqual(mayOfferMaternity('all', plainDate('2016-11-01')).reasons, [])
})

test('a stage that is over keeps its provider, and nobody chooses one without a contract', () => {
  const price = prices.intrapartum
  const over = chooseForStage({ price, contracted: true, same: false, stageOver: true })
  assert.deepEqual([over.answer, over.reasons, over.moves], ['no', ['stage-is-over'], 0n])
  const outside = chooseForStage({ price, contracted: false, same: false, stageOver: false })
  assert.deepEqual([outside.reasons, outside.moves], [['no-contract-with-the-nhs'], 0n])
  const same = chooseForStage({ price, contracted: true, same: true, stageOver: false })
  assert.deepEqual([same.reasons, same.moves], [['has-this-one'], 0n])
})

test('somebody else may not hold it either', () => {
  assert.deepEqual(maternityHeld('third-party').reasons, ['notional-only-in-maternity'])
  assert.deepEqual(maternityHeld('notional').reasons, [])
})
