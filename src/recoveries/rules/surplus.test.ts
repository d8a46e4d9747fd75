import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence, sayMoney } from '../../kernel/money.ts'
import { repayBy, repaymentNotice } from '../../rights/public.ts'
import { askOfEstate, surplusOf } from './surplus.ts'

const cerys = {
  weekly: pence(36500n),
  balance: pence(398500n),
  lookFromTenths: 80n,
  protect: [
    { for: 'holiday pay', sum: pence(41260n) },
    { for: 'tax', sum: pence(21840n) },
    { for: 'contingency', sum: pence(36500n) },
    { for: 'redundancy', sum: pence(30000n) },
  ],
}

test(
  'V-22 protected money comes first: 10.9 weeks in the account are 7.4 weeks of surplus, and nothing ' +
    'is proposed',
  () => {
    const answer = surplusOf(cerys)
    assert.deepEqual([answer.grossTenths, answer.surplusTenths], [109n, 74n])
    assert.deepEqual([sayMoney(answer.protected), sayMoney(answer.surplus)], ['£1,296.00', '£2,689.00'])
    assert.equal(answer.proposal, false)
  },
)

test('the limit is measured before rounding: just eight weeks is none, a penny more is one', () => {
  const at = (balance: bigint) => surplusOf({ ...cerys, protect: [], balance: pence(balance) }).proposal
  assert.equal(at(8n * 36500n), false)
  assert.equal(at(8n * 36500n + 1n), true)
})

test(
  'V-33 of the estate what is left after the final bills is asked, by the day of the letter, and of ' +
    'nobody else',
  () => {
    const asked = askOfEstate({
      balance: pence(184620n),
      bills: [pence(38400n), pence(48000n), pence(12645n), pence(3800n)],
      letterOn: plainDate('2026-05-21'),
      days: 56,
    })
    assert.deepEqual(
      [sayMoney(asked.kept), sayMoney(asked.asked), asked.repayBy],
      ['£1,028.45', '£817.75', '2026-07-16'],
    )
    assert.equal(repayBy(plainDate('2026-05-21'), 56), asked.repayBy)
    const notice = repaymentNotice({
      ground: 'patient-died',
      reasons: 'She died on 17 May.',
      amount: asked.asked,
      daysToRepay: 56,
      whoMustRepay: 'The estate',
      to: ['nominee'],
      person: { died: true, representative: false, nominee: true },
    })
    assert.deepEqual(notice.receivers, ['personal-representatives'])
    assert.deepEqual(notice.wrongReceivers, ['nominee'])
    assert.deepEqual(notice.confidences, ['statute-read'])
  },
)
