import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { lanesDue } from './due.ts'

const firstPaid = plainDate('2026-01-30')
const dueOf = (lane: string, standing: ReturnType<typeof lanesDue>) =>
  standing.find(one => one.lane === lane)?.due

test(
  'V-25 in three lanes: the plan within three months of the first payment, then within twelve of the ' +
    'last review',
  () => {
    const before = lanesDue({ firstPaid, held: [], booked: [], firstAuditMonths: 6 })
    assert.equal(dueOf('plan-review', before), '2026-04-30')
    const after = lanesDue({
      firstPaid,
      held: [{ lane: 'plan-review', on: plainDate('2026-04-21') }],
      booked: [],
      firstAuditMonths: 6,
    })
    assert.equal(dueOf('plan-review', after), '2027-04-21')
  },
)

test('a review of one lane moves no other lane', () => {
  const standing = lanesDue({
    firstPaid,
    held: [{ lane: 'money-audit', on: plainDate('2026-06-01') }],
    booked: [],
    firstAuditMonths: 6,
  })
  assert.equal(dueOf('plan-review', standing), '2026-04-30')
  assert.equal(dueOf('money-audit', standing), '2027-06-01')
})

test(
  'a later booking takes the place of an earlier one, and one that was held is no booking any ' + 'more',
  () => {
    const booked = [
      { lane: 'plan-review' as const, on: plainDate('2026-04-10') },
      { lane: 'plan-review' as const, on: plainDate('2026-04-20') },
    ]
    assert.equal(lanesDue({ firstPaid, held: [], booked, firstAuditMonths: 6 })[0]?.booked, '2026-04-20')
    assert.equal(
      lanesDue({
        firstPaid,
        held: [{ lane: 'plan-review', on: plainDate('2026-04-20') }],
        booked,
        firstAuditMonths: 6,
      })[0]?.booked,
      null,
    )
  },
)
