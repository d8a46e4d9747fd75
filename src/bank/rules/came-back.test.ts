import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { allCameBack, type Credit, cameBack, isProposal, type Left } from './came-back.ts'

const on = plainDate('2026-06-08')
const ada: Left = {
  id: 'ada',
  reference: 'PHB-7K3M-9QT',
  endToEndId: 'PHB7K3M9QT-0123456789AB',
  amount: pence(112_000n),
  leftOn: on,
  paidTo: 'Ada Marwood',
}
const bryn: Left = { ...ada, id: 'bryn', reference: 'PHB-4F2D-8RW', endToEndId: 'PHB4F2D8RW-0123456789CD' }
const credit = (words: string, about: Partial<Credit> = {}): Credit => ({
  on: addDays(on, 3),
  amount: pence(112_000n),
  words,
  ...about,
})
const answer = (one: Credit, left: readonly Left[] = [ada, bryn]) => {
  const found = cameBack(one, left)
  return isProposal(found) ? [found.payment.id, found.sure] : found
}

test('a credit is the return of the payment it names, of the case, or of the only one of its sum', () => {
  const table: readonly (readonly [string, ReturnType<typeof answer>])[] = [
    ['RTN PHB7K3M9QT-0123456789AB', ['ada', 'named']],
    ['phb7k3m9qt 0123456789ab', ['ada', 'named']],
    ['CREDIT PHB-4F2D-8RW', ['bryn', 'case']],
    ['BACS RETURN ACCOUNT CLOSED', 'several-alike'],
    ['FASTER PAYMENT', 'nothing-says-so'],
  ]
  for (const [words, expected] of table) assert.deepEqual(answer(credit(words)), expected, words)
  assert.deepEqual(answer(credit('BACS RETURN'), [ada]), ['ada', 'words'])
  assert.deepEqual(answer(credit('Returned taxes of the council'), []), 'no-payment-of-this-sum')
})

test('each line of time and sum has two sides', () => {
  const named = `RTN ${ada.endToEndId}`
  const days = (after: number, words = named) => answer(credit(words, { on: addDays(on, after) }), [ada])
  assert.deepEqual(
    [days(0), days(60), days(61), days(-1)],
    [['ada', 'named'], ['ada', 'named'], 'too-late', 'too-late'],
  )
  assert.deepEqual([days(10, 'UNPAID'), days(11, 'UNPAID')], [['ada', 'words'], 'too-late'])
  assert.equal(answer(credit(named, { amount: pence(111_999n) }), [ada]), 'no-payment-of-this-sum')
})

test('no payment is proposed for two credits, and the surest takes it', () => {
  const vague = { ...credit('BACS RETURN'), id: 'vague' }
  const sure = { ...credit(`RTN ${ada.endToEndId}`), id: 'sure' }
  const found = allCameBack([vague, sure], [ada])
  assert.deepEqual(
    [...found].map(([id, one]) => [id, isProposal(one) ? one.sure : one]),
    [
      ['sure', 'named'],
      ['vague', 'no-payment-of-this-sum'],
    ],
  )
})

test('whatever the credits are, each payment is proposed at most once and with its own sum', () => {
  const words = fc.constantFrom('RTN', ada.endToEndId, bryn.reference, 'X', 'UNPAID', '')
  const some = fc.array(fc.record({ words, days: fc.integer({ min: -5, max: 70 }), sum: fc.boolean() }))
  fc.assert(
    fc.property(some, all => {
      const credits = all.map(({ words: text, days, sum }, place) => ({
        id: String(place),
        ...credit(text, { on: addDays(on, days), amount: pence(sum ? 112_000n : 5n) }),
      }))
      const found = [...allCameBack(credits, [ada, bryn]).values()].filter(isProposal)
      assert.equal(new Set(found.map(({ payment }) => payment.id)).size, found.length)
      assert.equal(allCameBack(credits, [ada, bryn]).size, credits.length)
    }),
  )
})

test('how long it may take is the figure of the day on which the payment left', () => {
  const windowOn = (day: string) => (day < on ? { named: 60, otherwise: 2 } : { named: 5, otherwise: 4 })
  const answered = (words: string, after: number, left = ada) => {
    const found = cameBack(credit(words, { on: addDays(left.leftOn, after) }), [left], windowOn)
    return isProposal(found) ? found.sure : found
  }
  const earlier = { ...ada, leftOn: addDays(on, -1) }
  assert.deepEqual(
    [4, 5].map(after => answered('BACS RETURN', after)),
    ['words', 'too-late'],
  )
  assert.deepEqual(
    [5, 6].map(after => answered(`RTN ${ada.endToEndId}`, after)),
    ['named', 'too-late'],
  )
  assert.deepEqual(
    [2, 3].map(after => answered('BACS RETURN', after, earlier)),
    ['words', 'too-late'],
  )
})
