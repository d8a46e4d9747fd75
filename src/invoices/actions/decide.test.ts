import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { doAs } from '../../../test/harness.ts'
import { aLine, anInvoice, approvedHours, began, invoiced, sumOf } from '../../../test/invoices.ts'
import { monday, onMonday } from '../../../test/payments.ts'
import { addDays } from '../../kernel/days.ts'
import { nothing, pence, type Thousandths } from '../../kernel/money.ts'
import { allocatedTo, balanceOf, commissionedFor, disputedWithSupplier } from '../../ledger/public.ts'
import { lettersAbout } from '../../notices/public.ts'
import { dues, noteReturned } from '../../payments/public.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { budgetOf } from '../queries/budget.ts'
import { findingsOf } from '../queries/facts.ts'
import { moneyOf, standingOf } from '../rules/standing.ts'
import { enterInvoice } from './enter.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

type Invoiced = Awaited<ReturnType<typeof invoiced>>

const found = async ({ read, invoice, reference }: Invoiced, number: number) => {
  const one = await invoice(number)
  return read(async doing => {
    const budget = await budgetOf(doing, reference)
    assert.ok(budget)
    const all = await findingsOf(doing, one, budget)
    return one.lines.map(line => (all.get(line.id) ?? []).map(({ what, grade }) => `${what} ${grade}`))
  })
}

test('an accepted invoice is due, paid once by a run, and due again when it comes back', async () => {
  const all = await invoiced(database)
  const { kay, enter, accept, invoice, read, reference, organisation, pay, prepare, withAccount } = all
  const number = await enter(kay)
  assert.equal(standingOf(await invoice(number)), 'to-check')
  await withAccount()
  await accept(number, 1)
  assert.equal(standingOf(await invoice(number)), 'to-pay')
  const due = await read(doing => dues(doing, { organisation }, addDays(monday, 40)))
  const own = due.filter(one => one.supplier)
  assert.deepEqual(
    own.map(one => [one.paidTo, one.amount, one.reasons, one.isFor]),
    [['Fernway Care Ltd', 4_000n, [], 'Invoice F-1001 of Fernway Care Ltd, 4 May 2026 to 31 May 2026']],
  )
  const before = await read(doing => balanceOf(doing, allocatedTo(reference)))
  await pay(addDays(monday, 30))
  const left = await read(doing => balanceOf(doing, commissionedFor(reference, 'line-1')))
  assert.equal(left, 4_000n)
  assert.ok((await read(doing => balanceOf(doing, allocatedTo(reference)))) <= before - 4_000n)
  const paid = await invoice(number)
  assert.equal(standingOf(paid), 'paid')
  assert.deepEqual([moneyOf(paid).paid, moneyOf(paid).toPay], [4_000n, 0n])
  const again = await prepare(addDays(monday, 30))
  assert.ok(!again.done)
  const [payment] = paid.payments
  assert.ok(payment)
  const back = { instruction: payment.instruction as never, on: monday, because: 'Account closed' }
  // The clock stands on the day of the release.
  assert.ok((await doAs(database, kay, doing => noteReturned(doing, back))).done)
  const opened = await invoice(number)
  assert.equal(standingOf(opened), 'came-back')
  assert.deepEqual([moneyOf(opened).paid, moneyOf(opened).toPay], [0n, 4_000n])
  await pay(addDays(monday, 30))
  assert.equal(standingOf(await invoice(number)), 'paid')
  assert.equal(await read(doing => balanceOf(doing, commissionedFor(reference, 'line-1'))), 4_000n)
})

test('a disputed line is set apart, the rest is paid, and it is settled in part', async () => {
  const all = await invoiced(database)
  const { kay, enter, decide, settle, invoice, read, reference, pay, withAccount } = all
  await withAccount()
  const lines = [aLine(), aLine({ on: addDays(began, 1), rate: pence(2_150n) })]
  const number = await enter(kay, { lines })
  const apart = () => read(doing => balanceOf(doing, disputedWithSupplier(reference, 'line-1')))
  const made = await decide(number, [
    { place: 1, disputed: nothing, because: '' },
    { place: 2, disputed: sumOf(3), because: 'The agreed rate is £20.00' },
  ])
  assert.ok(made.done)
  assert.equal(await apart(), 300n)
  const disputed = await invoice(number)
  assert.equal(standingOf(disputed), 'in-dispute')
  assert.deepEqual([moneyOf(disputed).accepted, moneyOf(disputed).disputed], [8_000n, 300n])
  const letters = await read(doing => lettersAbout(doing, disputed.id))
  assert.deepEqual(
    letters.map(({ title }) => title),
    ['We dispute £3.00 of your invoice F-1001'],
  )
  await pay(addDays(monday, 30))
  assert.equal(moneyOf(await invoice(number)).paid, 8_000n)
  const settled = await settle(number, 2, { outcome: 'in-part', sum: sumOf(1.2) })
  assert.deepEqual(settled, { done: true, value: { paid: 120n, credited: 0n, refused: 180n } })
  assert.equal(await apart(), 0n)
  await pay(addDays(monday, 30))
  const end = moneyOf(await invoice(number))
  assert.deepEqual([end.paid, end.refused, end.disputed, end.invoiced], [8_120n, 180n, 0n, 8_300n])
  assert.equal(standingOf(await invoice(number)), 'paid')
  assert.deepEqual(await settle(number, 2), { done: false, because: ['settled-already'] })
  assert.equal((await read(doing => lettersAbout(doing, end && disputed.id))).length, 2)
})

test('who entered it does not decide, nothing is decided twice, and every reason is asked for', async () => {
  const { kay, mel, enter, decide, settle, accept } = await invoiced(database)
  const lines = [aLine(), aLine({ on: addDays(began, 1), rate: pence(2_001n) }), aLine({ lineKey: null })]
  const number = await enter(kay, { lines })
  const why = async (...asked: Parameters<typeof decide>) => {
    const made = await decide(...asked)
    return 'at' in made
      ? made.at.map(one => `${one.place ?? ''} ${one.problem}`.trim())
      : made.done
        ? []
        : made.because
  }
  const plain = { disputed: nothing, because: '' }
  assert.deepEqual(await why(number, [{ place: 1, ...plain }], kay), ['entered-it-yourself'])
  assert.deepEqual(await why(number, [], undefined), ['nothing-decided'])
  assert.deepEqual(await why(number, [{ place: 9, ...plain }]), ['nothing-decided'])
  assert.deepEqual(
    await why(number, [
      { place: 1, disputed: sumOf(40.01), because: 'x' },
      { place: 2, ...plain },
      { place: 3, disputed: sumOf(39.99), because: 'x' },
    ]),
    ['1 sum-not-in-line', '2 say-why-accepted', '3 stopped'],
  )
  assert.deepEqual(await why(number, [{ place: 1, disputed: sumOf(1), because: ' ' }]), [
    '1 say-why-disputed',
  ])
  assert.deepEqual(await why(number, [{ place: 1, ...plain }], mel), ['invoice-not-found'])
  await accept(number, 1)
  assert.deepEqual(await why(number, [{ place: 1, ...plain }]), ['1 decided-already'])
  assert.deepEqual(await why(number, [{ place: 3, disputed: sumOf(40), because: 'Not agreed' }]), [])
  assert.deepEqual(await settle(number, 1), { done: false, because: ['not-in-dispute'] })
  assert.deepEqual(await settle(number, 7), { done: false, because: ['line-not-found'] })
  assert.deepEqual(await settle(number, 3), { done: false, because: ['no-plan-line'] })
  assert.deepEqual(await settle(number, 3, { outcome: 'nothing', because: '' }), {
    done: false,
    because: ['say-how'],
  })
  assert.deepEqual(await settle(number, 3, { outcome: 'credit-note', sum: sumOf(41), creditNote: '' }), {
    done: false,
    because: ['credit-not-in-dispute', 'credit-number-missing'],
  })
  assert.ok((await settle(number, 3, { outcome: 'credit-note', sum: sumOf(40), creditNote: 'C-1' })).done)
})

test('a duplicate is stopped, by its number or by the same lines under another number', async () => {
  const all = await invoiced(database)
  const { kay, enter, accept } = all
  const first = await enter(kay)
  assert.deepEqual(await found(all, first), [[]])
  await accept(first, 1)
  const again = await enter(kay, { supplier: 'FERNWAY CARE LIMITED', theirs: 'f 1001' })
  assert.deepEqual(await found(all, again), [['duplicate-number stop', 'same-lines stop']])
  const other = await enter(kay, { theirs: 'F-1002' })
  assert.deepEqual(await found(all, other), [['same-lines stop']])
  const untimed = await enter(kay, { theirs: 'F-1003', lines: [aLine({ begins: null, ends: null })] })
  assert.deepEqual(await found(all, untimed), [['same-lines warning']])
  const elsewhere = await enter(kay, { theirs: 'F-1001', supplier: 'Larkfield Physio' })
  assert.deepEqual(await found(all, elsewhere), [['overlapping-hours warning']])
  // What was found when the first was accepted stands as it was.
  assert.deepEqual(await found(all, first), [[]])
})

test('hours that an assistant gave, as approved, are compared with an agency’s', async () => {
  const all = await invoiced(database)
  const { kay, enter, budget } = all
  await approvedHours(database, budget, { on: began, begins: '09:30', hours: 1_000n })
  const lines = [aLine(), aLine({ begins: '07:30', ends: '09:30' }), aLine({ begins: null, ends: null })]
  assert.deepEqual(await found(all, await enter(kay, { lines })), [
    ['overlapping-hours warning'],
    [],
    ['same-day-hours information'],
  ])
})

test('more than is left, days outside the agreement and lines that no plan holds are found', async () => {
  const all = await invoiced(database)
  const { kay, enter } = all
  // Four weeks of £280.00 are £1,120.00: 56 hours.
  const all56 = aLine({ units: 56_000n, begins: null, ends: null })
  const number = await enter(kay, {
    lines: [
      all56,
      aLine({ units: 1_000n, on: addDays(began, 1) }),
      aLine({ lineKey: 'line-2', unit: 'visit', rate: sumOf(45), units: 1_000n, begins: null, ends: null }),
      aLine({ on: addDays(began, -1), lineKey: 'line-2', unit: 'hour', rate: sumOf(1), units: 1_000n }),
      aLine({ lineKey: 'line-9' }),
    ],
  })
  assert.deepEqual(await found(all, number), [
    [],
    ['more-than-left information'],
    [],
    ['outside-agreement stop', 'line-ended warning', 'outside-period warning', 'unit-not-agreed information'],
    ['not-in-plan stop'],
  ])
})

test('an invoice that does not add up, or has no lines or number, is not taken', async () => {
  const { kay, reference, mel } = await invoiced(database)
  const why = async (more: object, who = kay) => {
    const made = await doAs(database, who, doing => enterInvoice(doing, { ...anInvoice(reference), ...more }))
    return made.done ? [] : made.because
  }
  assert.deepEqual(await why({}, mel), ['budget-not-found'])
  assert.deepEqual(await why({ total: sumOf(40.01) }), ['lines-do-not-add-up'])
  assert.deepEqual(await why({ lines: [{ ...aLine(), amount: sumOf(40.01) }], total: sumOf(40.01) }), [
    'lines-do-not-add-up',
  ])
  assert.deepEqual(await why({ lines: [], supplier: 'Ltd', theirs: '–' }), [
    'name-missing',
    'number-missing',
    'no-lines',
  ])
  assert.deepEqual(await why({ until: addDays(began, -1) }), ['ends-before-it-begins'])
  assert.deepEqual(
    await why({
      file: {
        field: 'paper',
        name: 'x.pdf',
        kind: 'application/pdf',
        bytes: new TextEncoder().encode('text'),
      },
    }),
    ['not-a-paper'],
  )
  const changed = sql`update invoices.line set amount = amount + 1`
  await assert.rejects(changed.execute(database.kysely))
  const units = 1_500n as Thousandths
  assert.deepEqual(
    await why({
      lines: [{ ...aLine(), units, rate: pence(2_001n), amount: pence(3_002n) }],
      total: pence(3_002n),
    }),
    [],
  )
})
