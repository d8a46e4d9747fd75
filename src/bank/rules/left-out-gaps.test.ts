import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvWithBalance } from '../merge/fixtures/merging.ts'
import { gapsOf } from '../merge/merge.ts'
import type { Statement } from '../read/types.ts'
import { keepOnly } from './left-out.ts'

const numRuns = Number(process.env['OPENPHB_SEQUENCES'] ?? 500)

/** What is kept of a shared account's statements, where only lines that say TAXI are about the budget. */
function gapsOfShared(...files: readonly (readonly Statement[])[]) {
  const kept = files.flat().map(statement => {
    const about = statement.lines.flatMap(({ payee }, at) => (payee === 'TAXI' ? [at] : []))
    return keepOnly(statement, new Set(about))
  })
  const leftOut = new Map(kept.map(one => [one.statement, one.leftOut]))
  return gapsOf({ statements: kept.map(({ statement }) => statement), lines: [], leftOut })
}

test('two statements of a shared account that meet on one day leave no gap, whatever was left out', () => {
  const first = csvWithBalance(100, '01 -5.00 TAXI', '04 -5.00 RENT', '04 -6.00 FOOD')
  assert.deepEqual(gapsOfShared(first, csvWithBalance(95, '04 -5.00 RENT', '04 -6.00 FOOD')), [])
  assert.deepEqual(gapsOfShared(first, csvWithBalance(90, '04 -6.00 FOOD', '07 -1.00 TAXI')), [])
  assert.deepEqual(gapsOfShared(first, csvWithBalance(84, '04 -2.00 TAXI')), [])
})

test('a gap still shows where no line of the day on which they meet was left out, or the days differ', () => {
  const kept = csvWithBalance(100, '01 -5.00 RENT', '03 -1.00 TAXI', '04 -5.00 TAXI')
  const [gap] = gapsOfShared(kept, csvWithBalance(50, '04 -2.00 TAXI'))
  assert.deepEqual(gap, { from: '2026-05-04', to: '2026-05-04' })
  const left = csvWithBalance(100, '01 -5.00 TAXI', '04 -5.00 RENT')
  const [later] = gapsOfShared(left, csvWithBalance(50, '10 -2.00 TAXI'))
  assert.deepEqual(later, { from: '2026-05-05', to: '2026-05-09' })
})

test('cut anywhere, also within a day, the statements of a shared account show no gap', () => {
  const line = fc.record({ day: fc.integer({ min: 1, max: 9 }), taxi: fc.boolean(), pounds: fc.nat(50) })
  const lines = fc.array(line, { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(lines, fc.nat(11), fc.nat(11), fc.boolean(), (all, at, again, newestFirst) => {
      const rows = all.toSorted((a, b) => a.day - b.day)
      const cut = 1 + (at % (rows.length - 1))
      const says = (taxi: boolean) => (taxi ? 'TAXI' : 'RENT')
      const text = rows.map(({ day, taxi, pounds }) => `0${day} -${pounds + 1}.00 ${says(taxi)}`)
      const first = rows.findIndex(({ day }) => day === rows[cut - 1]?.day)
      const next = first + (again % (cut - first + 1))
      const spent = rows.slice(0, next).reduce((sum, { pounds }) => sum + pounds + 1, 0)
      const parts = [
        csvWithBalance(900, ...text.slice(0, cut)),
        csvWithBalance(900 - spent, ...text.slice(next)),
      ]
      const turned = parts.flat().map(one => {
        return newestFirst ? { ...one, lines: one.lines.toReversed(), newestFirst } : one
      })
      assert.deepEqual(gapsOfShared(turned), [])
    }),
    { numRuns },
  )
})
