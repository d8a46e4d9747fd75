import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Moment, plainDate } from '../../kernel/days.ts'
import { aPayslip, aSheet, aTerm, spells } from '../examples.ts'
import type { Decided, Sheet } from '../types.ts'
import { grossOf, payLines } from './pay.ts'
import { currentSheets, paidOn, unpaidWork } from './unpaid.ts'

const day = plainDate
const at = (text: string): Moment => `${text}T12:00:00.000Z` as Moment
const approved = (on: string): Decided => ({
  what: 'approved',
  because: null,
  by: 'Gwen Tallis',
  on: day(on),
  at: at(on),
})
const week = (say: Partial<Sheet>): Sheet => aSheet({ spells: spells([['2026-04-07', '8']]), ...say })
const owed = (sheets: readonly Sheet[], slips: Parameters<typeof unpaidWork>[1], until = '2026-12-31') =>
  grossOf(payLines(unpaidWork(sheets, slips, day(until)), [aTerm()]))

test('only approved work is owed, up to the day that is asked', () => {
  assert.equal(owed([week({})], []), 0n)
  assert.equal(owed([week({ decided: { ...approved('2026-04-13'), what: 'sent-back' } })], []), 0n)
  assert.equal(owed([week({ decided: approved('2026-04-13') })], []), 10_320n)
  assert.equal(owed([week({ decided: approved('2026-04-13') })], [], '2026-04-06'), 0n)
})

test('a payslip pays for what was approved before it was made, and not for what was approved later', () => {
  const slip = aPayslip({ givenAt: at('2026-05-05') })
  assert.equal(owed([week({ decided: approved('2026-04-13') })], [slip]), 0n)
  assert.equal(owed([week({ decided: approved('2026-05-06') })], [slip]), 10_320n)
})

test('of a week that is corrected after it was paid only the difference is owed, also below nought', () => {
  const first = week({ decided: approved('2026-04-13') })
  const slip = aPayslip({ givenAt: at('2026-05-05') })
  const corrected = (hours: string) =>
    week({ number: 2, spells: spells([['2026-04-07', hours]]), decided: approved('2026-05-20') })
  assert.equal(owed([first, corrected('9')], [slip]), 1290n)
  assert.equal(owed([first, corrected('7')], [slip]), -1290n)
  const moved = week({ number: 2, spells: spells([['2026-04-08', '8']]), decided: approved('2026-05-20') })
  assert.equal(owed([first, moved], [slip]), 0n)
  const next = aPayslip({ from: day('2026-05-04'), until: day('2026-05-31'), givenAt: at('2026-06-05') })
  assert.equal(owed([first, corrected('9')], [slip, next]), 0n, 'the next payslip pays the difference')
})

test('a week is paid on the pay day of the first payslip that holds all of it', () => {
  const sheet = week({ decided: approved('2026-04-13') })
  assert.equal(paidOn(sheet, []), null)
  assert.equal(paidOn(week({}), [aPayslip()]), null)
  assert.equal(paidOn(sheet, [aPayslip()]), '2026-05-08')
  assert.equal(paidOn(sheet, [aPayslip({ until: day('2026-04-06') })]), null)
})

test('of each week the newest timesheet stands, the newest week first', () => {
  const later = week({ week: day('2026-04-13') })
  const [first, second] = [week({}), week({ number: 2 })]
  assert.deepEqual(currentSheets([first, later, second]), [later, second])
})

test('whatever is corrected and paid, what was paid and is owed add up to what was worked', () => {
  const hours = fc.integer({ min: 1, max: 24 }).map(String)
  const steps = fc.array(fc.tuple(hours, fc.boolean()), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(steps, all => {
      const sheets: Sheet[] = []
      const slips: ReturnType<typeof aPayslip>[] = []
      let paid = 0n
      for (const [place, [count, pays]] of all.entries()) {
        const on = addDays(day('2026-05-01'), place * 2)
        const what = { number: place + 1, spells: spells([['2026-04-07', count]]), decided: approved(on) }
        sheets.push(week(what))
        if (!pays) continue
        paid += owed(sheets, slips)
        slips.push(aPayslip({ until: addDays(on, 1), givenAt: at(addDays(on, 1)) }))
      }
      const worked = BigInt(all.at(-1)?.[0] ?? '0') * 1290n
      assert.equal(paid + owed(sheets, slips), worked)
    }),
    { numRuns: 200 },
  )
})
