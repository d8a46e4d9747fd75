import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { answersIn, readStatusReport, sayBankReason } from './status-report.ts'

const root = process.env.OPENPHB_ROOT ?? process.cwd()
const sample = join(
  process.env.OPENPHB_SHARED_DATA ?? join(root, '..', 'shared', 'data'),
  'iso20022',
  'samples',
  'pain.002.001.10_uk_answer.xml',
)
const sent = (...ids: readonly string[]) => ids.map(id => ({ id, endToEndId: id, batch: 'PHB-Q-00001-1' }))
const report = (inside: string, group = '') =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
    <GrpHdr><MsgId>B1</MsgId></GrpHdr>
    <OrgnlGrpInfAndSts><OrgnlMsgId>PHB-Q-00001</OrgnlMsgId>${group}</OrgnlGrpInfAndSts>
    <OrgnlPmtInfAndSts><OrgnlPmtInfId>PHB-Q-00001-1</OrgnlPmtInfId>${inside}</OrgnlPmtInfAndSts>
  </CstmrPmtStsRpt></Document>`
const payment = (id: string, status: string) =>
  `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${status}</TxSts></TxInfAndSts>`

function read(xml: string) {
  const found = readStatusReport(xml)
  assert.ok(found.done)
  return found.value
}

test('a published answer is read payment by payment, with the reason in words', t => {
  if (!existsSync(sample)) return t.diagnostic(`the sample is not here (${sample}): not checked`)
  const answer = read(readFileSync(sample, 'utf8'))
  assert.deepEqual([answer.original, answer.count, answer.group], ['PHB-RUN-2026-0042', 3, null])
  const { answered, unknown } = answersIn(answer, sent('A7-2026-09', 'B3-INV-881', 'D2-PHYSIO-7'))
  assert.deepEqual(
    answered.map(({ became }) => became),
    ['paid', 'taken', 'rejected'],
  )
  assert.match(
    answered[2]?.because ?? '',
    /^The account number is not known at this sort code\. The bank says/,
  )
  assert.deepEqual(unknown, [])
})

test('what was not sent, an unknown status and a payment named twice are kept apart', () => {
  const all = ['A', 'B', 'C'].map(id => payment(id, 'ACSC')).join('')
  const answer = read(report(`${all}${payment('X', 'RJCT')}${payment('A', 'RJCT')}${payment('D', 'ZZZZ')}`))
  const { answered, unknown } = answersIn(answer, sent('A', 'B', 'C', 'D'))
  assert.deepEqual(
    answered.map(({ id, became }) => [id, became]),
    [
      ['A', 'paid'],
      ['B', 'paid'],
      ['C', 'paid'],
    ],
  )
  assert.deepEqual(
    unknown.map(({ endToEndId, why }) => [endToEndId, why]),
    [
      ['X', 'unknown-payment'],
      ['A', 'named-twice'],
      ['D', 'unknown-status'],
    ],
  )
})

test('an answer for the whole group or batch holds for each payment that is not named by itself', () => {
  const pending = read(report(payment('A', 'ACSC'), '<GrpSts>PDNG</GrpSts>'))
  const became = (xml: ReturnType<typeof read>) =>
    answersIn(xml, sent('A', 'B')).answered.map(one => one.became)
  assert.deepEqual(became(pending), ['paid', 'pending'])
  const batch = read(report('<PmtInfSts>RJCT</PmtInfSts>', '<GrpSts>PART</GrpSts>'))
  assert.deepEqual(became(batch), ['rejected', 'rejected'])
  assert.deepEqual(became(read(report(payment('A', 'ACCP'), '<GrpSts>PART</GrpSts>'))), ['taken'])
})

test('what is no answer of a bank is refused with its reason', () => {
  const why = (xml: string) => {
    const found = readStatusReport(xml)
    return found.done ? null : found.because
  }
  assert.deepEqual(why('hello'), ['not-xml'])
  assert.deepEqual(why('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), ['not-xml'])
  assert.deepEqual(why('<Document><Other/></Document>'), ['not-a-status-report'])
  assert.deepEqual(why(report('').replace('PHB-Q-00001', '')), ['no-message-named'])
})

test('a reason that we have no words for still says what the bank said', () => {
  assert.equal(sayBankReason('ZZ99', null), 'The bank’s reason is ZZ99.')
  assert.equal(sayBankReason(null, null), 'The bank gave no reason.')
  assert.equal(sayBankReason('AC04', 'closed in May'), 'The account is closed. The bank says: closed in May')
})
