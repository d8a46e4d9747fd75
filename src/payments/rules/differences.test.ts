import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { type Before, differences, type Paying } from './differences.ts'

const until = plainDate('2026-06-12')
const paying = (reference: string, amount: bigint, regular = true): Paying => ({
  reference,
  part: 'direct-payment',
  name: `Holder of ${reference}`,
  amount: pence(amount),
  regular,
})
const was = (reference: string, amount: bigint, about: Partial<Before> = {}): Before => ({
  ...paying(reference, amount),
  until: plainDate('2026-06-07'),
  inLastRun: true,
  ...about,
})
const names = (all: readonly { reference: string }[]) => all.map(({ reference }) => reference)

test('who is paid for the first time, who is paid another sum, and who is paid no longer', () => {
  const found = differences([paying('A', 100n), paying('B', 250n)], [was('B', 200n), was('C', 300n)], {
    until,
  })
  assert.deepEqual([names(found.fresh), names(found.gone)], [['A'], ['C']])
  assert.deepEqual(
    found.changed.map(({ before, now }) => [before, now]),
    [[200n, 250n]],
  )
})

test('who is not due again yet is not gone, and neither is who was not in the last run', () => {
  const before = [was('D', 100n, { until }), was('E', 100n, { inLastRun: false })]
  assert.deepEqual(differences([], before, { until }).gone, [])
})

test('something paid once is neither new nor a change', () => {
  const found = differences([paying('F', 100n, false), paying('B', 9n, false)], [was('B', 200n)], { until })
  assert.deepEqual([found.fresh, found.changed, found.gone], [[], [], []])
})

test('a budget held in two ways is compared part by part', () => {
  const third = { part: 'third-party' as const }
  const now = [paying('G', 100n), { ...paying('G', 300n), ...third }]
  const same = differences(now, [was('G', 100n), was('G', 300n, third)], { until })
  assert.deepEqual([same.fresh, same.changed, same.gone], [[], [], []])
  const half = differences(now.slice(0, 1), [was('G', 100n), was('G', 300n, third)], { until })
  assert.deepEqual(
    half.gone.map(({ part }) => part),
    ['third-party'],
  )
})
