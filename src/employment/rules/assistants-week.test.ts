import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import type { KeptPayslip, Sheet } from '../types.ts'
import { assistantsWeek } from './assistants-week.ts'

const today = plainDate('2026-11-25')
const monday = plainDate('2026-11-23')
const sheet = (week: string, decided: 'approved' | 'sent-back' | null, number = 1): Sheet =>
  ({
    id: `${week} ${number}`,
    week: plainDate(week),
    number,
    spells: [{ on: plainDate(week), unit: 'hour', units: 1000n }],
    decided: decided === null ? null : { what: decided, at: '2026-11-24T09:00:00.000Z' },
  }) as never
const payslip = (paidOn: string): KeptPayslip =>
  ({
    paidOn: plainDate(paidOn),
    until: plainDate('2026-11-22'),
    givenAt: '2026-11-24T10:00:00.000Z',
  }) as never
const stands = (sheets: readonly Sheet[], payslips: readonly KeptPayslip[] = []) =>
  assistantsWeek({ sheets, payslips }, today, monday).stands

test('last week is missing, waits, is approved, or is paid', () => {
  assert.equal(stands([]), 'not-sent')
  assert.equal(stands([sheet('2026-11-09', 'approved')]), 'not-sent')
  assert.equal(stands([sheet('2026-11-16', null)]), 'waits')
  assert.equal(stands([sheet('2026-11-16', 'approved')]), 'approved')
  assert.equal(stands([sheet('2026-11-16', 'approved')], [payslip('2026-11-27')]), 'paid')
})

test('a week that came back is said first, however old, until it is sent again', () => {
  const old = sheet('2026-11-02', 'sent-back')
  assert.equal(stands([old, sheet('2026-11-16', 'approved')]), 'sent-back')
  assert.equal(stands([old, sheet('2026-11-02', null, 2), sheet('2026-11-16', 'approved')]), 'approved')
})

test('a payslip of today has been paid; one of tomorrow is to come', () => {
  const of = (day: string) => assistantsWeek({ sheets: [], payslips: [payslip(day)] }, today, monday)
  assert.deepEqual([of('2026-11-25').lastPaid, of('2026-11-25').nextPaid], [today, null])
  assert.equal(of('2026-11-26').nextPaid, '2026-11-26')
})
