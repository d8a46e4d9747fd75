import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { makeBudgets } from '../../../test/budgets.ts'
import { doAs, doingIt } from '../../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../../test/payments.ts'
import { allocatedTo, balanceOf, heldBy } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { runState } from '../public.ts'
import { answersOf } from '../queries/answers.ts'
import { countWays, payablesOf } from '../queries/payables.ts'
import type { RunState } from '../queries/run.ts'
import { tellReturned } from '../tell-returned.ts'
import { makeFile } from './make-file.ts'
import { giveUpFile } from './pay-by-hand.ts'
import { readAnswer } from './read-answer.ts'
import { setPayer } from './set-payer.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

/** A run of three payments that is at the bank, and its answer. */
async function atTheBank() {
  const office = await anOffice(database)
  const { organisation, kay, pay } = office
  const payer = { name: 'NHS Millbrook ICB', sortCode: '607080', accountNumber: '10203040' }
  await doAs(database, kay, doing => setPayer(doing, { organisation, from: monday, ...payer }))
  const about = { organisation, from: monday }
  const budgets = await doingIt(database, doing => makeBudgets(doing, [about, about, about]))
  const { run } = await pay()
  const as = <Value>(work: (doing: Doing, state: RunState) => Promise<Value>) =>
    doAs(database, kay, async doing => {
      const state = await runState(doing, run)
      assert.ok(state)
      return work(doing, state)
    })
  const sent = await as(async doing => (await payablesOf(doing, run, 'unpaid')) ?? [])
  assert.ok((await as((doing, state) => makeFile(doing, state, 'bank'))).done)
  const { rows } = await sql<{ code: string }>`select code from people.organisation
    where id = ${organisation}`.execute(database.kysely)
  const message = `PHB-${rows[0]?.code}-00001`
  const answer = (inside: string, { of = message, group = '<GrpSts>PART</GrpSts>' } = {}) =>
    as((doing, state) => readAnswer(doing, state, reportOf(inside, { of, group })))
  return { ...office, budgets, run, as, sent, answer }
}

const reportOf = (inside: string, { of, group }: { of: string; group: string }) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
    <GrpHdr><MsgId>BANK-1</MsgId></GrpHdr>
    <OrgnlGrpInfAndSts><OrgnlMsgId>${of}</OrgnlMsgId>${group}</OrgnlGrpInfAndSts>
    <OrgnlPmtInfAndSts><OrgnlPmtInfId>${of}-20260608</OrgnlPmtInfId>${inside}</OrgnlPmtInfAndSts>
  </CstmrPmtStsRpt></Document>`
const status = (id: string | undefined, code: string, why = '') =>
  `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${code}</TxSts>${why}</TxInfAndSts>`
const closed = '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>'

test('what the bank rejects comes back with its reason, is due again, and is told once', async () => {
  const { as, run, sent, answer, read, prepared, budgets } = await atTheBank()
  const [paid, taken, rejected] = sent
  const given = await answer(
    status(paid?.endToEndId, 'ACSC') +
      status(taken?.endToEndId, 'ACCP') +
      status(rejected?.endToEndId, 'RJCT', closed) +
      status('PHBOTHERS-000000000000', 'RJCT', closed),
  )
  assert.deepEqual(given, { done: true, value: { answered: 3, rejected: 1, unknown: 1 } })
  const { answers, unknown } = await as(doing => answersOf(doing, run))
  assert.deepEqual(
    answers.map(one => [one.paid, one.taken, one.pending, one.rejected]),
    [[1, 1, 0, 1]],
  )
  assert.deepEqual(
    unknown.map(({ endToEndId, why }) => [endToEndId, why]),
    [['PHBOTHERS-000000000000', 'unknown-payment']],
  )
  const budget = budgets.find(({ reference }) => reference === rejected?.reference)
  assert.ok(budget)
  assert.equal(await read(doing => balanceOf(doing, heldBy(budget.reference))), 0n)
  assert.equal(await read(doing => balanceOf(doing, allocatedTo(budget.reference))), 28_000n * 53n)
  assert.deepEqual(
    [await read(doing => tellReturned(doing, run)), await read(doing => tellReturned(doing, run))],
    [1, 0],
  )
  const { rows } = await sql<{ title: string; words: string }>`select title, paragraphs::text as words
    from notices.notice where person_id = ${budget.person} and title like '%came back%'`.execute(
    database.kysely,
  )
  assert.equal(rows[0]?.title, 'Your payment of £1,120.00 came back to us')
  assert.match(rows[0]?.words ?? '', /The account is closed/)
  const again = await prepared()
  assert.deepEqual([again.payments, again.total], [1, 112_000n])
  assert.deepEqual(await as((doing, state) => giveUpFile(doing, state, 'Not taken')), {
    done: false,
    because: ['bank-has-answered'],
  })
})

test('an answer to another file, to another count, or read before is refused', async () => {
  const { as, run, sent, answer } = await atTheBank()
  const all = sent.map(one => status(one.endToEndId, 'RJCT', closed)).join('')
  for (const of of ['PHB-QXX-00001', 'PHB-RUN-2026-0042'])
    assert.deepEqual(await answer(all, { of }), { done: false, because: ['of-another-run'] })
  const group = '<OrgnlNbOfTxs>4</OrgnlNbOfTxs><GrpSts>PART</GrpSts>'
  assert.deepEqual(await answer(all, { group }), { done: false, because: ['other-count'] })
  assert.deepEqual(await as((doing, state) => readAnswer(doing, state, 'hello')), {
    done: false,
    because: ['not-xml'],
  })
  assert.deepEqual((await as(doing => answersOf(doing, run))).answers, [])
  const pending = status(sent[0]?.endToEndId, 'PDNG')
  assert.ok((await answer(pending)).done)
  assert.deepEqual(await answer(pending), { done: false, because: ['read-before'] })
})

test('a file that is rejected as a whole brings back each of its payments', async () => {
  const { as, run, answer, prepared } = await atTheBank()
  const given = await answer('', { group: '<GrpSts>RJCT</GrpSts>' })
  assert.deepEqual(given, { done: true, value: { answered: 3, rejected: 3, unknown: 0 } })
  assert.equal((await prepared()).payments, 3)
  assert.deepEqual(await as(doing => countWays(doing, run)), { file: 3, hand: 0, unpaid: 0 })
})
