import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bankHolidays } from '../../clocks/public.ts'
import { plainDate } from '../../kernel/days.ts'
import { leavesOn } from './dates.ts'

const day = plainDate

test('V-20 weekends and bank holidays: the working day before', () => {
  const today = day('2026-03-01')
  const leaves = {
    '2026-04-03': '2026-04-02',
    '2026-05-01': '2026-05-01',
    '2026-05-04': '2026-05-01',
    '2026-08-31': '2026-08-28',
    '2026-12-25': '2026-12-24',
    '2026-12-28': '2026-12-24',
  }
  const listed = Object.keys(leaves).filter(one => one !== '2026-05-01')
  const holidays = new Set([...listed, '2026-04-06', '2026-05-25'].map(day))
  for (const [due, left] of Object.entries(leaves)) {
    assert.equal(leavesOn(day(due), { holidays, today }), left)
    assert.equal(leavesOn(day(due), { holidays: bankHolidays, today }), left)
  }
})

test('what should have left already leaves on the next working day', () => {
  const on = (today: string) => leavesOn(day('2026-05-01'), { holidays: bankHolidays, today: day(today) })
  assert.equal(on('2026-05-01'), '2026-05-01')
  assert.equal(on('2026-05-02'), '2026-05-05')
  assert.equal(on('2026-05-05'), '2026-05-05')
})
