import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence, sayMoney, share } from '../../kernel/money.ts'
import { aSupportLine, millbrookEmployer } from '../examples.ts'
import { employerLines, type SumFacts, workOut } from './sum.ts'

const rate = (name: string, unit: 'hour' | 'sleep-in', sum: bigint) => ({
  name,
  says: name,
  unit,
  rate: pence(sum),
  from: plainDate('2026-04-06'),
  source: 'Millbrook ICB',
})

const freya: SumFacts = {
  formulaVersion: 3,
  ratesOn: plainDate('2026-04-06'),
  contingencyParts: 400,
  employer: null,
  rates: [
    rate('weekday', 'hour', 1740n),
    rate('weekend', 'hour', 1985n),
    rate('sleep-in', 'sleep-in', 6850n),
  ],
  lines: [
    aSupportLine({ key: 'weekday', units: '35', rateName: 'weekday' }),
    aSupportLine({ key: 'weekend', units: '14', rateName: 'weekend' }),
    aSupportLine({ key: 'sleep-ins', units: '2', unit: 'sleep-in', rateName: 'sleep-in' }),
  ],
}

test('V-12 a sum from needs: each line rounded once, contingency as a line, shares that add up', () => {
  const worked = workOut(freya)
  assert.ok(worked.ok)
  assert.deepEqual(
    worked.sum.lines.map(line => sayMoney(line.weekly)),
    ['£609.00', '£277.90', '£137.00', '£40.96'],
  )
  assert.equal(sayMoney(worked.sum.weekly), '£1,064.86')
  assert.deepEqual(share(worked.sum.weekly, [1n, 1n, 1n]).map(sayMoney), ['£354.96', '£354.95', '£354.95'])
})

test('V-14 what one assistant costs: each line of an employer rounded once', () => {
  const lines = employerLines(pence(30960n), millbrookEmployer)
  assert.deepEqual(
    lines.map(line => sayMoney(line.weekly)),
    ['£28.16', '£5.75', '£33.34', '£1.17', '£2.38'],
  )
  const nadia = workOut({
    ...freya,
    contingencyParts: 0,
    employer: { ...millbrookEmployer, source: 'Millbrook test table', from: plainDate('2026-04-06') },
    rates: [rate('assistant', 'hour', 1290n)],
    lines: [aSupportLine({ key: 'line-1', units: '24', rateName: 'assistant', employed: true })],
  })
  assert.ok(nadia.ok)
  assert.equal(sayMoney(nadia.sum.weekly), '£380.40')
})

test('the pension is nothing for pay in 52 weeks below its trigger, and due from the trigger itself', () => {
  const pensionOf = (pay: bigint) =>
    employerLines(pence(pay), { ...millbrookEmployer, pensionFromYearly: pence(1_000_012n) }).find(
      line => line.part === 'pension',
    )?.weekly
  assert.equal(pensionOf(19230n), 0n)
  assert.notEqual(pensionOf(19231n), 0n)
})

test('every problem of a sum is named, not the first', () => {
  const worked = workOut({
    ...freya,
    formulaVersion: 99,
    lines: [
      aSupportLine({ key: 'a', rateName: 'nothing of this name' }),
      aSupportLine({ key: 'b', rateName: 'sleep-in', unit: 'hour', employed: true }),
    ],
  })
  assert.deepEqual(worked, {
    ok: false,
    because: [
      'formula-not-known',
      'employer-figures-missing',
      'rate-not-in-the-table',
      'unit-differs-from-the-rate',
    ],
  })
})

test('a monthly line is a twelfth of a year of 52 weeks, rounded once', () => {
  const worked = workOut({
    ...freya,
    contingencyParts: 0,
    lines: [
      aSupportLine({
        key: 'gym',
        units: '1',
        unit: 'month',
        per: 'month',
        rateName: null,
        ownRate: '28.00',
        ownRateBecause: 'the gym’s price',
      }),
    ],
  })
  assert.ok(worked.ok)
  assert.equal(worked.sum.weekly, 646n)
})
