import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { figuresIn } from '../../kernel/figures.ts'
import { pence } from '../../kernel/money.ts'
import { budgetFor, type DatedLine, lineNames, payerOn, planLineOn } from './plan.ts'
import { settingNames } from './settings.ts'

const day = plainDate
const first: DatedLine = {
  key: 'line-1',
  says: 'Mornings',
  unit: 'hour',
  rate: pence(2_000n),
  weekly: pence(28_000n),
  way: 'notional',
  payee: 'Fernway Care Ltd',
  from: day('2026-04-06'),
  until: day('2026-05-03'),
}
const second: DatedLine = {
  ...first,
  says: 'Mornings and evenings',
  rate: pence(2_100n),
  weekly: pence(42_000n),
  from: day('2026-05-04'),
  until: null,
}
const gone: DatedLine = { ...first, key: 'line-2', says: 'Physio', way: 'direct-payment' }
const lines = [first, gone, second]

test('a line of the plan is the one of that day, with its rate', () => {
  const rate = (on: string) => planLineOn(lines, 'line-1', day(on))?.rate
  assert.deepEqual([rate('2026-05-03'), rate('2026-05-04'), rate('2030-01-01')], [2_000n, 2_100n, 2_100n])
  assert.equal(planLineOn(lines, 'line-9', day('2026-05-04')), null)
  assert.equal(planLineOn(lines, null, day('2026-05-04')), null)
})

test('a line that ended is known by its last day, and one that comes later as not there yet', () => {
  const at = (on: string) => planLineOn(lines, 'line-2', day(on))
  assert.deepEqual([at('2026-05-03')?.inForce, at('2026-05-04')?.inForce], [true, false])
  assert.equal(at('2026-05-04')?.lastDay, '2026-05-03')
  assert.deepEqual([at('2026-04-05')?.inForce, at('2026-04-05')?.lastDay], [false, null])
})

test('what a line comes to for a period follows each plan for its own days', () => {
  const period = (from: string, until: string) => ({ from: day(from), until: day(until) })
  assert.equal(budgetFor(lines, 'line-1', period('2026-04-27', '2026-05-03')), 28_000n)
  assert.equal(budgetFor(lines, 'line-1', period('2026-05-01', '2026-05-05')), 12_000n + 12_000n)
  assert.equal(budgetFor(lines, 'line-2', period('2026-05-04', '2026-05-10')), 0n)
  assert.equal(budgetFor(lines, null, period('2026-05-04', '2026-05-10')), 0n)
})

test('who pays follows how the line is held; without a line it is whoever pays others here', () => {
  const on = day('2026-05-01')
  assert.deepEqual(
    [payerOn(lines, 'line-1', on), payerOn(lines, 'line-2', on), payerOn(lines, null, on)],
    ['nhs', 'holder', 'nhs'],
  )
  assert.equal(payerOn([gone], null, on), 'holder')
  assert.equal(payerOn([{ ...first, way: 'third-party' }, gone], null, on), 'third-party')
})

test('lines are offered by their newest names, and a setting that is no figure is the usual one', () => {
  assert.deepEqual(
    [...lineNames(lines)],
    [
      ['line-1', 'Mornings and evenings'],
      ['line-2', 'Physio'],
    ],
  )
  assert.deepEqual(
    ['25', '101', 'x', '-1'].map(
      value =>
        figuresIn(
          settingNames,
          [{ name: 'invoices-over-percent', value, from: day('2026-01-01') }],
          day('2026-05-01'),
        )['invoices-over-percent'],
    ),
    [25, 10, 10, 10],
  )
})
