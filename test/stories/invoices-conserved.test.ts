import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import {
  decideLines,
  enterInvoice,
  type Invoice,
  invoiceOf,
  moneyOf,
  settleLine,
} from '../../src/invoices/public.ts'
import { outcomes } from '../../src/invoices/types.ts'
import { addDays } from '../../src/kernel/days.ts'
import { type Pence, pence, plus } from '../../src/kernel/money.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { balanceOf, disputedWithSupplier } from '../../src/ledger/public.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'
import { trying } from '../harness.ts'
import { aLine, anInvoice, began, invoiced } from '../invoices.ts'
import { onMonday } from '../payments.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

const step = fc.record({
  place: fc.integer({ min: 1, max: 3 }),
  outcome: fc.constantFrom(...outcomes),
  percent: fc.bigInt({ min: 0n, max: 100n }),
})

const owed = ({ lines }: Invoice): Pence =>
  plus(
    pence(0n),
    ...lines.map(one => plus(one.decided?.accepted ?? pence(0n), one.settled?.paid ?? pence(0n))),
  )

test('accepted, disputed, settled, credited in any order: every penny is somewhere', async () => {
  const { reference } = await invoiced(database)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.bigInt({ min: 1n, max: 9_999n }), { minLength: 3, maxLength: 3 }),
      fc.array(step, { maxLength: 8 }),
      (rates, steps) =>
        trying(database, async doing => {
          const lines = rates.map((rate, place) =>
            aLine({ rate: pence(rate), units: 1_500n, on: addDays(began, place), begins: null, ends: null }),
          )
          const made = await enterInvoice(doing, anInvoice(reference, { lines }))
          assert.ok(made.done)
          const read = async () => (await invoiceOf(doing, reference, made.value)) as Invoice
          for (const { place, outcome, percent } of steps) {
            const line = (await read()).lines[place - 1]
            if (line === undefined) continue
            const of = (sum: Pence) => pence((sum * percent) / 100n)
            const at = { reference, number: made.value }
            if (line.decided === null)
              await decideLines(doing, {
                ...at,
                lines: [{ place, disputed: of(line.amount), because: 'Why' }],
              })
            else
              await settleLine(doing, {
                ...at,
                place,
                outcome,
                sum: of(line.decided.disputed),
                creditNote: 'C',
                because: 'How',
              })
            const now = await read()
            const money = moneyOf(now)
            assert.equal(plus(money.open, money.accepted, money.disputed, money.refused), now.total)
            assert.equal(money.accepted, owed(now))
            assert.equal(await balanceOf(doing, disputedWithSupplier(reference, 'line-1')), money.disputed)
          }
          assert.ok(isSound(await checkLedger(doing)))
        }),
    ),
    { numRuns: 12 },
  )
})
