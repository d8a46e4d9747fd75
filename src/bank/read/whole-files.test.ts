import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { file, whyWhole } from './fixtures/reading.ts'
import { asJson, readStatement } from './read-statement.ts'
import { saySummary } from './say.ts'

const table = file(
  'Date,Description,Amount,Balance',
  '01/05/2026,"Café, Ashdale",-5.00,95.00',
  '02/05/2026,B,5O.00,45.00',
)
const ofx =
  'OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP<BANKACCTFROM><ACCTID>' +
  '1</BANKACCTFROM><BANKTRANLIST>' +
  '<STMTTRN><DTPOSTED>20260501<TRNAMT>-5.00<FITID>1<NAME>A</STMTTRN></BANKTRANLIST></STMTRS>' +
  '</STMTTRNRS></BANKMSGSRSV1></OFX>'
const qif = '!Type:Bank\nD01/05/2026\nT-5.00\nPA\n^\n'
const mt940 =
  ':20:A\n:25:1\n:60F:C260501GBP10,00\n:61:2605010501D5,00NTRFX//Y\n:86:Z\n:62F:C260501GBP5,00\n-\n'
const camt =
  '<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></Acct><Ntry>' +
  '<Amt Ccy="GBP">5.00</Amt>' +
  '<CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-05-01</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>'
const santander = file(
  'From: 01/05/2026',
  'Account: XXXX 1234',
  'Date: 01/05/2026',
  'Description: A',
  'Amount: -1.00',
  'Balance: 2.00',
)
const good = [table, ofx, qif, mt940, camt, santander]

test(
  'read 12: a document, picture, archive, page or other data is refused in a sentence that ' +
    'says what it looks like',
  () => {
    const looks: readonly (readonly [string | Uint8Array, RegExp])[] = [
      ['', /empty/],
      ['\r\n \t\n', /empty/],
      ['%PDF-1.7\n1 0 obj', /PDF/],
      [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /picture/],
      [Buffer.from('PK\x03\x04\x14\x00', 'latin1'), /ZIP|spreadsheet/],
      [Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1', 'latin1'), /Office/],
      ['<!DOCTYPE html><html><body>Sign in</body></html>', /web page/],
      ['\n<html><table><tr><td>Date</td><td>Amount</td></tr></table></html>', /web page/],
      ['{"transactions":[{"date":"2026-05-01","amount":-5}]}', /JSON/],
      ['[1,2,3]', /JSON/],
      ['Dear bank,\n\nplease send me my statement.\n', /not a statement/],
      ['Name,Address,Telephone\nA Hale,1 Mill Lane,01234\n', /not a statement/],
      [Buffer.from([0, 1, 2, 3, 4, 5, 250, 251, 252]), /not text|not a statement/],
    ]
    for (const [bytes, says] of looks) {
      const why = whyWhole(bytes)
      assert.match(why, says)
      assert.match(why, /^[A-Z].*\.$/)
      assert.ok(!why.includes('\n'))
    }
  },
)

test('read 12: a file of more than 20 MB is refused without being read', () => {
  assert.match(whyWhole(Buffer.alloc(21 * 1024 * 1024, 'a,b\n')), /larger than 20 MB/)
})

test('read 12: a document type is refused wherever it would bring in a file or grow', () => {
  for (const declared of [
    '<!DOCTYPE a SYSTEM "file:///etc/hostname">',
    '<!doctype a [<!ENTITY x "y">]>',
    '<!-- a --><!DOCTYPE a>',
  ]) {
    assert.match(whyWhole(`<?xml version="1.0"?>\n${declared}\n${camt}`), /document type|web page/)
  }
})

/** Reads and says all there is to say, so that whatever can throw would. */
function survives(bytes: Uint8Array): boolean {
  const read = readStatement(bytes, 'any.csv')
  if (read.refusedWhole) return read.why.endsWith('.')
  return JSON.stringify(asJson(read)) !== '' && read.statements.every(one => saySummary(one) !== '')
}

test('read 12: no bytes whatever make the reader fail', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), survives), { numRuns: 120 })
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => survives(Buffer.from(text))),
    { numRuns: 120 },
  )
  assert.ok(survives(Buffer.from('"')))
})

test('read 12: a good file cut short or with bytes changed never makes the reader fail', () => {
  const changed = fc.record({
    text: fc.constantFrom(...good),
    at: fc.nat(2000),
    put: fc.uint8Array({ maxLength: 4 }),
    cut: fc.nat(6),
    end: fc.nat(2000),
  })
  const mutated = ({
    text,
    at,
    put,
    cut,
    end,
  }: {
    text: string
    at: number
    put: Uint8Array
    cut: number
    end: number
  }) => {
    const bytes = Buffer.from(text)
    const place = at % (bytes.length + 1)
    const whole = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)])
    return survives(whole) && survives(bytes.subarray(0, end % (bytes.length + 1)))
  }
  assert.ok(good.every(text => survives(Buffer.from(text))))
  fc.assert(fc.property(changed, mutated), { numRuns: 500 })
})

test('read 12: an amount that was changed is refused or read whole, never in part', () => {
  const letter = fc.constantFrom(...'O,. x-+()=£'.split(''), '..', 'e3')
  fc.assert(
    fc.property(letter, fc.nat(5), (put, at) => {
      const sum = `1${'234.56'.slice(0, at)}${put}${'234.56'.slice(at)}`
      const read = readStatement(Buffer.from(`Date;Description;Amount\n01/05/2026;A;${sum}\n`), 'a.csv')
      const amount = read.refusedWhole ? undefined : read.statements[0]?.lines[0]?.amount
      return amount === undefined || Number(sum.replace(/[£,]/g, '')) === Number(amount) / 100
    }),
    { numRuns: 120 },
  )
  assert.ok(true)
})

test('read 9: the summary says in words what was read, whether it adds up and what was left out', () => {
  const read = readStatement(Buffer.from(table), 'a.csv')
  assert.ok(!read.refusedWhole && read.statements[0])
  assert.equal(
    saySummary(read.statements[0]),
    'We read 1 line on 1 May 2026. They do not add up: out by £50.00.\nWe left out 1 row.\nLine ' +
      '3: "5O.00" is not an amount.',
  )
  const even = readStatement(Buffer.from(table.replace('5O.00', '-50.00')), 'a.csv')
  assert.ok(!even.refusedWhole && even.statements[0])
  assert.equal(
    saySummary(even.statements[0]),
    'We read 2 lines from 1 May to 2 May 2026. They add up: opening 100.00, closing 45.00.',
  )
})

test('read 5: a statement of 20,000 lines is read whole, each line once', () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `01/05/2026,"Shop ${at}",-0.01,${((20_000 - at - 1) / 100).toFixed(2)}`,
  )
  const read = readStatement(Buffer.from(file('Date,Description,Amount,Balance', ...rows)), 'a.csv')
  assert.ok(!read.refusedWhole)
  assert.equal(read.statements[0]?.lines.length, 20_000)
  assert.equal(read.statements[0]?.arithmetic, 'agrees')
})
