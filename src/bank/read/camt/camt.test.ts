import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moves, one, reading, statementsOf, whyWhole, words } from '../fixtures/reading.ts'

const balance = (kind: string, sum: string, way = 'CRDT', currency = 'GBP'): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${sum}</Amt>` +
  `<CdtDbtInd>${way}</CdtDbtInd><Dt><Dt>2026-05-01</Dt></Dt></Bal>\n`

type Entry = {
  readonly sum?: string
  readonly way?: string
  readonly on?: string
  readonly status?: string
  readonly more?: string
}

const entry = ({
  sum = '5.00',
  way = 'DBIT',
  on = '<Dt>2026-05-04</Dt>',
  status = '<Sts>BOOK</Sts>',
  more = '',
}: Entry = {}): string =>
  `<Ntry><Amt Ccy="GBP">${sum}</Amt><CdtDbtInd>${way}</CdtDbtInd>${status}<BookgDt>${on}</BookgDt>` +
  `<ValDt><Dt>2026-05-09</Dt></ValDt>${more}</Ntry>\n`

const statement = (
  entries: string,
  balances = balance('OPBD', '100.00') + balance('CLBD', '95.00'),
): string =>
  `<Stmt><FrToDt><FrDtTm>2026-05-01T00:00:00</FrDtTm><ToDtTm>2026-05-31T23:59:59</ToDtTm></FrToDt>` +
  `<Acct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></Acct>\n${balances}${entries}</Stmt>\n`

const camt = (...statements: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document ` +
  `xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>` +
  `\n${statements.join('')}</BkToCstmrStmt></Document>\n`

const entries = (...all: readonly Entry[]) => one(camt(statement(all.map(entry).join(''))))

test('read 1: the indicator says which way the money went, on a reversal too', () => {
  const back = '<RvslInd>true</RvslInd>'
  const read = entries({}, { way: 'CRDT' }, { way: 'CRDT', more: back }, { way: 'DBIT', more: back })
  assert.deepEqual(
    read.lines.map(({ amount }) => amount),
    ['-5.00', '5.00', '5.00', '-5.00'],
  )
})

test('read 2: payee, text and reference of an entry are kept, escaped letters and CDATA right', () => {
  const more =
    '<NtryDtls><TxDtls><Refs><EndToEndId>INV-7</EndToEndId></Refs><RltdPties><Cdtr><Pty><Nm>Hale ' +
    '&amp; Sons &lt;Caf&#233;&gt;</Nm></Pty></Cdtr></RltdPties>' +
    '<RmtInf><Ustrd><![CDATA[<b>rent</b> & more]]></Ustrd></RmtInf></TxDtls></NtryDtls>'
  const [line] = entries({ more }).lines
  assert.deepEqual(
    [line?.payee, line?.memo, line?.reference],
    ['Hale & Sons <Café>', '<b>rent</b> & more', 'INV-7'],
  )
})

test('read 3: the booking day counts as written, whatever its zone', () => {
  const days = [
    '<Dt>2026-05-04</Dt>',
    '<DtTm>2026-05-04T23:30:00-08:00</DtTm>',
    '<DtTm>2026-05-04T00:10:00+14:00</DtTm>',
    '<Dt>2026-05-04Z</Dt>',
  ]
  assert.deepEqual(
    entries(...days.map(on => ({ on }))).lines.map(({ date }) => date),
    days.map(() => '2026-05-04'),
  )
  assert.equal(entries({ on: '<Dt>2026-02-30</Dt>' }).refused.length, 1)
})

test('read 4: a batch is one line; pending entries are none, in either form of the status', () => {
  const batch =
    '<NtryDtls><TxDtls><RltdPties><Cdtr><Nm>A</Nm></Cdtr></RltdPties></TxDtls><TxDtls><RltdPties>' +
    '<Cdtr><Nm>B</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>'
  const read = entries(
    { more: batch },
    { status: '<Sts>PDNG</Sts>' },
    { status: '<Sts><Cd>PDNG</Cd></Sts>' },
    { status: '<Sts><Cd>BOOK</Cd></Sts>' },
  )
  assert.deepEqual([read.lines.length, read.refused.length], [2, 2])
  assert.ok(words(read.lines[0]).includes('A; B'))
})

test('read 5: an entry whose sum, direction or day cannot be read is refused by its line', () => {
  const text = camt(
    statement(
      [{ sum: '5O.00' }, { way: 'BOTH' }, { sum: '1,23' }, { on: '' }, { sum: '-5.00' }, {}]
        .map(entry)
        .join(''),
    ),
  )
  const read = one(text)
  assert.deepEqual(moves(read), ['2026-05-04 -5.00'])
  for (const { line } of read.refused) assert.match(text.split('\n')[line - 1] ?? '', /<Ntry>/)
  assert.equal(read.refused.length, 5)
})

test(
  'read 6: several statements in a message are each their own; an account without IBAN is ' + 'its number',
  () => {
    const other = statement('').replace(
      '<IBAN>GB33BUKB20201555555555</IBAN>',
      '<Othr><Id>12345678</Id></Othr>',
    )
    const { statements } = reading(camt(statement(entry()), other))
    assert.deepEqual(
      statements.map(({ account }) => account),
      [
        { sortCode: null, accountNumber: null, iban: 'GB33BUKB20201555555555' },
        { sortCode: null, accountNumber: '12345678', iban: null },
      ],
    )
  },
)

test('read 8: the opening may be PRCD, a debit balance is below nought', () => {
  const read = one(
    camt(statement(entry(), balance('PRCD', '2.00', 'DBIT') + balance('CLBD', '7.00', 'DBIT'))),
  )
  assert.deepEqual([read.opening, read.closing, read.arithmetic], ['-2.00', '-7.00', 'agrees'])
  assert.deepEqual(statementsOf(camt(statement('')))[0]?.period, { from: '2026-05-01', to: '2026-05-31' })
})

test('read 9: balances in two currencies are compared with nothing', () => {
  const read = one(
    camt(statement(entry(), balance('OPBD', '100.00') + balance('CLBD', '95.00', 'CRDT', 'SEK'))),
  )
  assert.deepEqual([read.arithmetic, read.outBy], ['cannot-tell', null])
})

test('read 11: the bank id of CAMT is the reference of the account servicer', () => {
  assert.equal(entries({ more: '<AcctSvcrRef>REF-9</AcctSvcrRef>' }).lines[0]?.bankId, 'REF-9')
  assert.equal(entries({}).lines[0]?.bankId, null)
})

test('read 12: XML that is not well formed, has a document type or is another message is refused', () => {
  const good = camt(statement(entry()))
  const broken = [
    good.slice(0, -30),
    good.replace('</Stmt>', ''),
    good.replace('GB33', '& '),
    good.replace('GB33', '&x;'),
    `${good}<a/>`,
  ]
  for (const text of broken) assert.match(whyWhole(text, 'may.xml'), /not well formed/)
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
  assert.match(whyWhole(good.replace('<Document', `${bomb}<Document`)), /document type/)
  assert.match(whyWhole(good.replaceAll('BkToCstmrStmt', 'CstmrCdtTrfInitn')), /another kind/)
  assert.match(whyWhole('<note>hello</note>'), /another kind/)
})

test('read 12: names with a prefix are read like those without', () => {
  const prefixed = camt(statement(entry()))
    .replace(/<(\/?)([A-Z])/g, '<$1n:$2')
    .replace('xmlns=', 'xmlns:n=')
  assert.equal(one(prefixed).lines.length, 1)
})

test('read 14: a statement without entries is a statement with no lines', () => {
  assert.deepEqual(one(camt(statement(''))).lines, [])
})
