import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { invoiceOf, moneyOf, standingOf } from '../../src/invoices/public.ts'
import { addDays } from '../../src/kernel/days.ts'
import { nothing, pence, plus } from '../../src/kernel/money.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { picture } from '../../src/ledger/picture.ts'
import { type Entry, entriesOf } from '../../src/ledger/public.ts'
import { noteReturned } from '../../src/payments/public.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'
import { doAs } from '../harness.ts'
import { aLine, began, invoiced, sumOf } from '../invoices.ts'
import { samePicture } from '../ledger.ts'
import { monday, onMonday } from '../payments.ts'

/** Within one run the order is by words and sums. */
const placeOf = ({ recordedAt, because, postings }: Entry): string =>
  [recordedAt, because, ...postings.map(({ pence: sum }) => String(sum)).sort()].join(' ')

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

test('one line is disputed: the rest is paid, comes back, and the line is settled in part', async () => {
  const all = await invoiced(database)
  const { kay, enter, decide, settle, pay, read, reference, budget, withAccount } = all
  await withAccount()
  const lines = [
    aLine(),
    aLine({ on: addDays(began, 1), rate: pence(2_650n) }),
    aLine({
      says: 'Physio',
      lineKey: 'line-2',
      unit: 'visit',
      rate: sumOf(45),
      units: 1_000n,
      on: addDays(began, 2),
    }),
  ]
  const number = await enter(kay, { lines, dueOn: addDays(began, 30) })
  const decided = await decide(number, [
    { place: 1, disputed: nothing, because: '' },
    { place: 2, disputed: sumOf(13), because: 'The agreed rate is £20.00' },
    { place: 3, disputed: nothing, because: '' },
  ])
  assert.ok(decided.done)
  await pay()
  const invoice = () =>
    read(async doing => {
      const found = await invoiceOf(doing, reference, number)
      assert.ok(found)
      return found
    })
  const [payment] = (await invoice()).payments
  const back = { instruction: payment?.instruction as never, on: monday, because: 'Account closed' }
  assert.ok((await doAs(database, kay, doing => noteReturned(doing, back))).done)
  assert.equal(standingOf(await invoice()), 'came-back')
  const settled = await settle(number, 2, { outcome: 'in-part', sum: sumOf(6.5), because: 'A bank holiday' })
  assert.ok(settled.done)
  await pay()
  const end = await invoice()
  const { paid, refused, disputed, invoiced: sum } = moneyOf(end)
  assert.deepEqual([standingOf(end), paid, disputed, refused], ['paid', 13_150n, 0n, 650n])
  assert.equal(plus(paid, refused), sum)
  await read(async doing => {
    const entries = await entriesOf(doing, { person: budget.person })
    const inOrder = [...entries].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    const drawn = picture(inOrder.filter(({ key }) => !key.startsWith('agreement:')))
    samePicture('pictures/an-invoice-with-one-disputed-line', drawn.replaceAll(reference, 'PHB-0000-000'))
    assert.ok(isSound(await checkLedger(doing)))
  })
})
