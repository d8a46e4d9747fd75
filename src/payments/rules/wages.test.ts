import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../../kernel/days.ts'
import { nothing, type Pence, pence, plus } from '../../kernel/money.ts'
import type { ObligationId } from '../types.ts'
import { type WageOwed, wageChange, wagePayee, wageReference } from './wages.ts'

const owed = (amount: bigint, held = false, id = 'a'): WageOwed => ({
  id: id as ObligationId,
  amount: pence(amount),
  held,
})

test('a payslip is owed once, and a corrected one changes only what no run holds', () => {
  const table: readonly (readonly [
    string,
    bigint,
    readonly WageOwed[],
    readonly string[],
    bigint,
    bigint,
  ])[] = [
    ['the first time', 100n, [], [], 100n, 0n],
    ['again', 100n, [owed(100n)], [], 0n, 0n],
    ['paid, again', 100n, [owed(100n, true)], [], 0n, 0n],
    ['corrected before a run', 120n, [owed(100n)], ['a'], 120n, 0n],
    ['corrected upwards after it was paid', 120n, [owed(100n, true)], [], 20n, 0n],
    ['corrected downwards after it was paid', 90n, [owed(100n, true)], [], 0n, 10n],
    ['corrected twice', 130n, [owed(100n, true), owed(20n, false, 'b')], ['b'], 30n, 0n],
    ['nothing any more', 0n, [owed(100n)], ['a'], 0n, 0n],
  ]
  for (const [says, asked, all, end, owe, over] of table)
    assert.deepEqual(wageChange(pence(asked), all), { end, owe, over }, says)
})

test('after any corrections what is owed and held comes to the newest payslip, or to what was paid', () => {
  const step = fc.record({ asked: fc.bigInt(0n, 500n), run: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      let all: readonly WageOwed[] = []
      let next = 0
      for (const { asked, run } of steps) {
        const change = wageChange(pence(asked), all)
        all = all.filter(one => !change.end.includes(one.id))
        if (change.owe > nothing) all = [...all, owed(change.owe, false, `o${next++}`)]
        const sum = plus(nothing, ...all.map(({ amount }) => amount))
        assert.equal(sum, (asked + change.over) as Pence)
        if (run) all = all.map(one => ({ ...one, held: true }))
      }
    }),
  )
})

test('two assistants of the same name are two payees, and their statements say which job', () => {
  const of = {
    assistant: 'Sam Lee',
    code: 'PA-7K3M-9QT',
    from: plainDate('2026-11-01'),
    until: plainDate('2026-11-28'),
  }
  assert.equal(wagePayee({ to: 'assistant', name: 'Sam Lee' }, of), 'Sam Lee (PA-7K3M-9QT)')
  assert.equal(wageReference({ to: 'assistant' }, of), 'PAY 7K3M-9QT 2611')
  assert.ok(wageReference({ to: 'hmrc' }, of).length <= 18)
})
