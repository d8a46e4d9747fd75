import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moves, one, reading, statementsOf, whyWhole } from '../fixtures/reading.ts'

const header = 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n'

type Payment = { readonly on?: string; readonly sum?: string; readonly id?: string; readonly more?: string }

const payment = ({
  on = '20260501',
  sum = '-5.00',
  id = 'F1',
  more = '<NAME>ASHDALE CARE',
}: Payment = {}): string =>
  `<STMTTRN>\n<TRNTYPE>OTHER\n<DTPOSTED>${on}\n<TRNAMT>${sum}\n<FITID>${id}\n${more}\n</STMTTRN>\n`

const account = (number: string, inside: string, currency = '<CURDEF>GBP\n'): string =>
  `<STMTTRNRS><STMTRS>\n${currency}<BANKACCTFROM><BANKID>200000<ACCTID>${number}<ACCTTYPE>` +
  `CHECKING</BANKACCTFROM>\n` +
  `<BANKTRANLIST>\n<DTSTART>20260501<DTEND>20260531\n${inside}</BANKTRANLIST>\n` +
  '<LEDGERBAL><BALAMT>95.00<DTASOF>20260531</LEDGERBAL>\n</STMTRS></STMTTRNRS>\n'

const ofx = (...accounts: readonly string[]): string =>
  `${header}<OFX><BANKMSGSRSV1>${accounts.join('')}</BANKMSGSRSV1></OFX>\n`
const paid = (...payments: readonly Payment[]): string =>
  ofx(account('12345678', payments.map(payment).join('')))

test('read 1: OFX amounts keep their sign', () => {
  assert.deepEqual(moves(one(paid({}, { sum: '+7.5', id: 'F2' }, { sum: '.50', id: 'F3' }))), [
    '2026-05-01 -5.00',
    '2026-05-01 7.50',
    '2026-05-01 0.50',
  ])
})

test('read 1: a decimal comma is read where the whole file writes commas, and only there', () => {
  const commas = paid({ sum: '-1006,60' }, { sum: '12,00', id: 'F2' }).replace('95.00', '95,00')
  assert.deepEqual(
    one(commas).lines.map(({ amount }) => amount),
    ['-1006.60', '12.00'],
  )
  const mixed = one(paid({ sum: '1,23' }, { sum: '-2.00', id: 'F2' }))
  assert.deepEqual([mixed.lines.length, mixed.refused.length], [1, 1])
})

test('read 2: letters in OFX are right in Windows-1252 and UTF-8, escaped or in CDATA', () => {
  const text = paid({ more: '<NAME>Café R&amp;D &lt;b&gt;<MEMO><![CDATA[£5 <i>now</i> & then]]>' })
  for (const bytes of [Buffer.from(text, 'latin1'), Buffer.from(text)]) {
    const [line] = one(bytes).lines
    assert.deepEqual([line?.payee, line?.memo], ['Café R&D <b>', '£5 <i>now</i> & then'])
  }
})

test('read 2: a payment without a name has its memo for payee', () => {
  assert.equal(one(paid({ more: '<MEMO>STANDING ORDER' })).lines[0]?.payee, 'STANDING ORDER')
})

test(
  'read 3: the day of OFX is the one written; no zone moves it, and no day out of the ' + 'calendar is read',
  () => {
    const days = [
      '20260501',
      '20260501000000',
      '20260501233000.000[-8:PST]',
      '202605010130',
      '20260501T010000',
    ]
    const read = one(paid(...days.map((on, at) => ({ on, id: `F${at}` }))))
    assert.deepEqual(
      read.lines.map(({ date }) => date),
      ['2026-05-01', '2026-05-01', '2026-05-01', '2026-05-01'],
    )
    assert.equal(one(paid({ on: '20260231' })).refused.length, 1)
  },
)

test('read 4: pending payments of OFX are no lines, equal ones are lines of their own', () => {
  const pending = ofx(
    account(
      '1',
      `${payment()}${payment()}</BANKTRANLIST><BANKTRANLISTP><STMTTRNP><TRNAMT>-9.00</STMTTRNP>` +
        `</BANKTRANLISTP><BANKTRANLIST>`,
    ),
  )
  const read = one(pending)
  assert.equal(read.lines.length, 2)
  assert.match(read.refused[0]?.why ?? '', /pending/)
})

test('read 5: a payment whose amount cannot be read is refused by its line, the rest is read', () => {
  const text = paid(
    {},
    { sum: '5O.00', id: 'F2' },
    { sum: '12..5', id: 'F3' },
    { sum: '', id: 'F4' },
    { sum: '12abc', id: 'F5' },
  )
  const read = one(text)
  assert.equal(read.lines.length, 1)
  const rows = text.split('\n')
  for (const { line } of read.refused) assert.equal(rows[line - 1], '<STMTTRN>')
  assert.equal(read.refused.length, 4)
})

test('read 5: nothing is read out of the payment in which a file breaks off', () => {
  const whole = paid({}, { sum: '-1234.56', id: 'F2' })
  const read = one(whole.slice(0, whole.indexOf('-1234.56') + 4))
  assert.deepEqual([moves(read), read.refused.length, read.closing], [['2026-05-01 -5.00'], 1, null])
})

test(
  'read 6: each account of an OFX file is a statement, and the other side of a transfer is ' + 'not ours',
  () => {
    const transfer = payment({
      more: '<NAME>TO SAVER<BANKACCTTO><BANKID>999999<ACCTID>99999999<ACCTTYPE>SAVINGS</BANKACCTTO>',
    })
    const { statements } = reading(ofx(account('12345678', transfer), account('****4321', '', '')))
    assert.deepEqual(
      statements.map(one => one.account),
      [
        { sortCode: '200000', accountNumber: '12345678', iban: null },
        { sortCode: '200000', accountNumber: '4321', iban: null },
      ],
    )
    assert.deepEqual(
      statements.map(({ lines }) => lines.length),
      [1, 0],
    )
  },
)

test('read 7: the currency of OFX is the one it states, pounds where it states none', () => {
  assert.equal(one(ofx(account('1', '', '<CURDEF>EUR'))).currency, 'EUR')
  assert.equal(one(ofx(account('1', '', ''))).currency, 'GBP')
})

test('read 8: OFX states a closing balance only, and an empty one is none', () => {
  const read = one(paid({}))
  assert.deepEqual([read.opening, read.closing, read.arithmetic], [null, '95.00', 'cannot-tell'])
  assert.equal(one(paid({}).replace('<BALAMT>95.00', '<BALAMT>')).closing, null)
  assert.deepEqual(statementsOf(paid({}))[0]?.period, { from: '2026-05-01', to: '2026-05-31' })
})

test('read 11: the bank id of OFX is its FITID', () => {
  assert.equal(one(paid({ id: '2026-00017' })).lines[0]?.bankId, '2026-00017')
})

test(
  'read 12: OFX 2 is read with tags open or closed; one with a document type or without a ' +
    'statement is refused',
  () => {
    const start = '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n'
    const body = paid({}).slice(header.length)
    assert.equal(one(start + body).lines.length, 1)
    assert.equal(
      one((start + body).replace(/<(TRNAMT|NAME|FITID|DTPOSTED|TRNTYPE)>([^\n<]*)/g, '<$1>$2</$1>')).lines
        .length,
      1,
    )
    assert.match(whyWhole(`<!DOCTYPE OFX [<!ENTITY a "b">]>${body}`), /document type/)
    assert.match(whyWhole(`${header}<OFX><SIGNONMSGSRSV1></SIGNONMSGSRSV1></OFX>`), /no statement/)
  },
)
