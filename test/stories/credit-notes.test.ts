import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { enterCreditNote, listed, moneyOf, standingOf } from '../../src/invoices/public.ts'
import { addDays } from '../../src/kernel/days.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { allocatedTo, balanceOf, commissionedFor, owedBySupplier } from '../../src/ledger/public.ts'
import { lettersAbout } from '../../src/notices/public.ts'
import { noteReturned } from '../../src/payments/public.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'
import { doAs } from '../harness.ts'
import { aLine, began, invoiced, sumOf } from '../invoices.ts'
import { monday, onMonday } from '../payments.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

test('a credit note for a paid line comes off the next payment, and again when that comes back', async () => {
  const all = await invoiced(database)
  const { kay, sol, enter, accept, invoice, pay, read, reference, withAccount } = all
  await withAccount()
  const first = await enter(kay, {
    theirs: 'F-1',
    dueOn: addDays(began, 30),
    lines: [aLine(), aLine({ on: addDays(began, 1) })],
  })
  await accept(first, 1, 2)
  await pay()
  const books = () =>
    read(async doing => {
      assert.ok(isSound(await checkLedger(doing)))
      return [
        await balanceOf(doing, commissionedFor(reference, 'line-1')),
        await balanceOf(doing, owedBySupplier(reference, 'line-1')),
        await balanceOf(doing, allocatedTo(reference)),
      ]
    })
  const [paid, , aside = 0n] = await books()
  assert.equal(paid, 8_000n)
  const credit = (more = {}) =>
    doAs(database, sol, doing =>
      enterCreditNote(doing, {
        reference,
        number: first,
        supplier: 'Fernway Care Ltd',
        theirs: 'C-1',
        datedOn: monday,
        total: sumOf(15),
        because: 'Half an hour less on two mornings',
        lines: [
          { place: 1, amount: sumOf(10) },
          { place: 2, amount: sumOf(5) },
        ],
        ...more,
      }),
    )
  assert.ok((await credit()).done)
  assert.deepEqual(await books(), [6_500n, 1_500n, aside])
  const twice = await credit()
  assert.deepEqual(!twice.done ? twice.at.map(({ problem }) => problem) : [], ['same-number'])
  const owing = moneyOf(await invoice(first))
  assert.deepEqual([owing.accepted, owing.refused, owing.toPay, owing.owedBack], [6_500n, 1_500n, 0n, 1_500n])
  const letters = await read(async doing => lettersAbout(doing, (await invoice(first)).id))
  assert.match(letters[0]?.title ?? '', /We take £15\.00 off our next payment, by your credit note C-1/)

  const second = await enter(kay, {
    theirs: 'F-2',
    dueOn: addDays(began, 30),
    lines: [aLine({ on: addDays(began, 2) })],
  })
  await accept(second, 1)
  await pay()
  const now = await invoice(second)
  assert.deepEqual(
    now.payments.map(({ amount, credited }) => [amount, credited]),
    [[2_500n, 1_500n]],
  )
  assert.deepEqual(await books(), [10_500n, 0n, (aside - 2_500n) as never])
  const standings = async () => {
    const kept = [standingOf(await invoice(first)), standingOf(await invoice(second))]
    const list = await read(doing => listed(doing, { kind: 'all', find: reference, page: 1 }))
    const known = new Map(list.rows.map(one => [one.number, one.standing]))
    assert.deepEqual([known.get(first), known.get(second)], kept, 'the list says the same')
    return kept
  }
  assert.deepEqual(await standings(), ['paid', 'paid'])
  assert.equal(moneyOf(await invoice(first)).owedBack, 0n)

  const [payment] = now.payments
  const back = { instruction: payment?.instruction as never, on: monday, because: 'Account closed' }
  assert.ok((await doAs(database, kay, doing => noteReturned(doing, back))).done)
  assert.deepEqual(await books(), [6_500n, 1_500n, aside])
  assert.deepEqual(await standings(), ['paid', 'came-back'])
  await pay()
  assert.deepEqual(await books(), [10_500n, 0n, (aside - 2_500n) as never])
  assert.deepEqual(await standings(), ['paid', 'paid'])
})

test('a credit note before the money left makes that payment smaller, and no other budget’s', async () => {
  const [one, other] = [await invoiced(database), await invoiced(database, { name: 'Bryn Fenn' })]
  for (const all of [one, other]) {
    await all.withAccount()
    await all.accept(await all.enter(all.kay), 1)
  }
  const made = await doAs(database, one.sol, doing =>
    enterCreditNote(doing, {
      reference: one.reference,
      number: 1,
      supplier: 'Fernway Care Ltd',
      theirs: 'C-9',
      datedOn: monday,
      total: sumOf(40),
      because: 'The whole morning',
      lines: [{ place: 1, amount: sumOf(40) }],
    }),
  )
  assert.ok(made.done)
  for (const all of [one, other]) await all.pay(addDays(monday, 30))
  const sums = async ({ invoice }: typeof one) => (await invoice(1)).payments.map(({ amount }) => amount)
  assert.deepEqual(
    [await sums(one), await sums(other)],
    [[1n], [4_000n]],
    'a penny is left, so it is still made',
  )
})
