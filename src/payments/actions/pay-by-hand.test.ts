import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { makeBudgets } from '../../../test/budgets.ts'
import { appOn, doAs, doingIt, signedIn } from '../../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../../test/payments.ts'
import type { Doing } from '../../platform/doing.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { runState } from '../public.ts'
import { countWays, filesOf, payablesOf } from '../queries/payables.ts'
import type { RunState } from '../queries/run.ts'
import type { FileKind } from '../types.ts'
import { makeFile, sameFile } from './make-file.ts'
import { giveUpFile, markPaidByHand } from './pay-by-hand.ts'
import { setPayer } from './set-payer.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

/** A run of some payments that has left, and what finance does with it. */
async function aRunThatLeft(payments: number, fileKind: FileKind = 'pain.001.001.09') {
  const office = await anOffice(database)
  const { organisation, kay, sol, pay } = office
  const payer = { name: 'NHS Millbrook ICB', sortCode: '607080', accountNumber: '10203040' }
  await doAs(database, kay, doing =>
    setPayer(doing, { organisation, from: monday, fileKind, userNumber: '123456', ...payer }),
  )
  const about = { organisation, from: monday }
  await doingIt(database, doing =>
    makeBudgets(
      doing,
      Array.from({ length: payments }, () => about),
    ),
  )
  const { run } = await pay()
  const as = <Value>(who: typeof kay, work: (doing: Doing, state: RunState) => Promise<Value>) =>
    doAs(database, who, async doing => {
      const state = await runState(doing, run)
      assert.ok(state)
      return work(doing, state)
    })
  const unpaid = () =>
    as(kay, async doing => (await payablesOf(doing, run, 'unpaid'))?.map(one => one.instruction) ?? [])
  const byHand = (instructions: Awaited<ReturnType<typeof unpaid>>, who = kay) =>
    as(who, (doing, state) =>
      markPaidByHand(doing, state, { instructions, on: monday, bankReference: 'FP1' }),
    )
  const file = async () => {
    const made = await as(kay, (doing, state) => makeFile(doing, state, 'bank'))
    if (!made.done) return made.because.join(', ')
    return as(kay, async (doing, state) => {
      const found = (await filesOf(doing, run)).find(({ id }) => id === made.value)
      return found ? ((await sameFile(doing, state, found)) ?? '') : ''
    })
  }
  const ways = () => as(kay, doing => countWays(doing, run))
  return { ...office, run, as, unpaid, byHand, file, ways, sol }
}

test('what is in the bank’s file cannot be paid by hand until the bank will never take it', async () => {
  const { as, sol, unpaid, byHand, file, ways } = await aRunThatLeft(3)
  const all = await unpaid()
  const first = await file()
  assert.match(first, /<NbOfTxs>3<\/NbOfTxs>/)
  assert.equal(await file(), first)
  assert.deepEqual(await unpaid(), [])
  assert.deepEqual(await byHand(all.slice(0, 1)), { done: false, because: ['not-to-be-paid-by-hand'] })
  assert.deepEqual(await as(sol, (doing, run) => giveUpFile(doing, run, ' ')), {
    done: false,
    because: ['say-why'],
  })
  assert.ok((await as(sol, (doing, run) => giveUpFile(doing, run, 'Refused, Ms Weld at the bank'))).done)
  assert.deepEqual(await byHand(all.slice(0, 1)), { done: true, value: 1 })
  assert.deepEqual(await byHand(all.slice(0, 2)), { done: false, because: ['not-to-be-paid-by-hand'] })
  const second = await file()
  assert.match(second, /<NbOfTxs>2<\/NbOfTxs>/)
  assert.match(second, /<MsgId>PHB-[A-Z0-9]+-00001-2<\/MsgId>/)
  assert.deepEqual(await ways(), { file: 2, hand: 1, unpaid: 0 })
})

test('the database itself lets nothing go two ways', async () => {
  const { as, kay, unpaid, byHand, ways, run } = await aRunThatLeft(1)
  const [one] = await unpaid()
  assert.ok(one)
  assert.ok((await byHand([one])).done)
  const again = sql`insert into payments.way (instruction_id, attempt, rail, run_id, organisation_id,
      person_id, paid_on, bank_reference, who, who_name, at)
    select instruction_id, 2, rail, run_id, organisation_id, person_id, paid_on, 'FP2', who, who_name, at
    from payments.way where run_id = ${run}`
  await assert.rejects(
    as(kay, doing => again.execute(doing.transaction)),
    /one way only/,
  )
  assert.deepEqual(await ways(), { file: 0, hand: 1, unpaid: 0 })
  assert.equal(
    await as(kay, async (doing, state) => {
      const made = await makeFile(doing, state, 'bank')
      return made.done ? '' : made.because.join()
    }),
    'nothing-left-to-send',
  )
})

test('two who mark the same payment at once mark it once, and a case worker marks none', async () => {
  const { mel, sol, unpaid, byHand, ways } = await aRunThatLeft(2)
  const all = await unpaid()
  await assert.rejects(byHand(all, mel))
  const both = await Promise.all([byHand(all), byHand(all, sol)])
  assert.deepEqual(both.map(one => one.done).sort(), [false, true])
  assert.deepEqual(await ways(), { file: 0, hand: 2, unpaid: 0 })
})

test('each bank’s file is what its payer chose: pain.001.001.03 and Bacs', async () => {
  const older = await aRunThatLeft(1, 'pain.001.001.03')
  assert.match(await older.file(), /pain\.001\.001\.03.*<ReqdExctnDt>2026-06-08<\/ReqdExctnDt>/s)
  const bacs = await aRunThatLeft(1, 'bacs-18')
  assert.match(await bacs.file(), /^VOL1000010.*\r\nHDR1A123456S {2}1123456000010.*UTL10000000112000/s)
})

test('finance saves the list as CSV and notes what was paid; every wrong answer is said', async () => {
  const { kay, run, unpaid } = await aRunThatLeft(2)
  const browser = await signedIn(await appOn(database), kay)
  const at = `/payments/runs/${run}`
  const csv = await browser.get((await browser.post(`${at}/files`, { kind: 'csv' })).to ?? '')
  assert.match(csv.html, /^pay_to,sort_code/)
  assert.match(csv.html, /Total to pay: 2,,,2240\.00/)
  const list = (await browser.post(`${at}/files`, { kind: 'print' })).to ?? ''
  assert.match((await browser.get(list)).html, /To pay: 2 payments, £2,240\.00/)
  const [first] = await unpaid()
  const on = { 'on-day': '8', 'on-month': '6', 'on-year': '2026' }
  assert.match(
    (await browser.post(list, { paid: first ?? '' })).html,
    /Enter the day on which they were paid/,
  )
  const none = await browser.post(list, { ...on, 'bank-reference': 'FP 77' })
  assert.match(none.html, /Choose the payments that were paid by hand/)
  assert.match(none.html, /value="FP 77"/)
  const early = { paid: first ?? '', 'bank-reference': 'FP 77', ...on, 'on-day': '7' }
  assert.match((await browser.post(list, early)).html, /before the run was released/)
  assert.equal((await browser.post(list, { ...early, 'on-day': '8' })).status, 303)
  const after = (await browser.get(list)).html
  assert.match(after, /Paid by hand already: 1 payment/)
  assert.match(after, /8 June 2026, Kay Boone, reference FP 77/)
  assert.match((await browser.get(at)).html, /Paid by hand: 1 payment/)
  assert.match((await browser.post(`${at}/file-given-up`, {})).html, /Say how you know/)
  assert.match(
    (await browser.post(`${at}/file-given-up`, { 'not-taken': 'x' })).html,
    /no file that the bank/,
  )
})
