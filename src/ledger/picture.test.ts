import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../kernel/days.ts'
import { newReference } from '../kernel/ids.ts'
import { pence } from '../kernel/money.ts'
import { heldBy, spentOn } from './accounts.ts'
import { aBudget, anAllocation, anEntry, recorded } from './examples.ts'
import { picture } from './picture.ts'

test('a picture shows the life of a budget, entry by entry, and what is left', () => {
  const [held, wages] = [heldBy(aBudget.reference), spentOn(aBudget.reference, 'wages')]
  const entries = [
    anAllocation({ to: held }),
    anEntry({ from: held, to: wages, because: 'payment P1, two carers' }),
    anEntry({
      from: wages,
      to: held,
      because: 'payment P1 reversed: duplicate',
      effectiveOn: plainDate('2026-04-17'),
    }),
    anEntry({ from: held, to: wages, sum: pence(5n), because: 'new\n line' }),
  ]
  assert.equal(
    picture(entries),
    [
      'on          because                               fund:icb-millbrook       held  spent:wages',
      '2026-04-06  Agreement signed: budget for 2026/27          -14,560.00  14,560.00',
      '2026-04-10  payment P1, two carers                                      -280.00       280.00',
      '2026-04-17  payment P1 reversed: duplicate                               280.00      -280.00',
      '2026-04-10  new line                                                      -0.05         0.05',
      '            left                                          -14,560.00  14,559.95         0.05',
      '',
    ].join('\n'),
  )
})

test('accounts of several budgets go by whole names, and recorded days are shown on request', () => {
  const other = newReference()
  const drawn = picture([recorded(anEntry()), recorded(anEntry({ to: heldBy(other) }))], { recorded: true })
  assert.ok(drawn.startsWith('on          recorded    because'))
  assert.ok(drawn.includes(`${aBudget.reference}:held`) && drawn.includes(`${other}:held`))
})

test('a picture of nothing has its headings only', () => {
  assert.equal(picture([]), 'on  because\n    left\n')
})
