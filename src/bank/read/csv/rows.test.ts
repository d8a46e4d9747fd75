import assert from 'node:assert/strict'
import { test } from 'node:test'
import { file, moves, one } from '../fixtures/reading.ts'

const table = (...rows: readonly string[]) => one(file('Date,Description,Paid out,Paid in,Balance', ...rows))
const single = (...rows: readonly string[]) => one(file('Date,Description,Amount,Balance', ...rows))
const linesRefused = (read: { refused: readonly { line: number }[] }) => read.refused.map(({ line }) => line)

test(
  'read 1: sums may carry a pound sign, commas, a plus, a space after the sign, or lack ' + 'their pence',
  () => {
    const sums = [
      '"£1,204.10"',
      '+ £5.00',
      '- 2',
      '-£0.50',
      '£-7.00',
      '29.5',
      '12.00-',
      '12.00 CR',
      '12.00 DR',
      '(12.00)',
      '-.50',
      '12.00 GBP',
    ]
    const read = one(file('Date;Description;Amount', ...sums.map(sum => `01/05/2026;Ashdale;${sum}`)))
    const expected = [
      '1204.10',
      '5.00',
      '-2.00',
      '-0.50',
      '-7.00',
      '29.50',
      '-12.00',
      '12.00',
      '-12.00',
      '-12.00',
      '-0.50',
      '12.00',
    ]
    assert.deepEqual(
      read.lines.map(({ amount }) => amount),
      expected,
    )
  },
)

test(
  'read 1: money out may be written below nought, if the whole column is; a stray minus ' + 'is refused',
  () => {
    assert.deepEqual(moves(table('01/05/2026,A,-5.00,,', '02/05/2026,B,-6.00,,')), [
      '2026-05-01 -5.00',
      '2026-05-02 -6.00',
    ])
    assert.deepEqual(linesRefused(table('01/05/2026,A,-5.00,,', '02/05/2026,B,6.00,,')), [2])
  },
)

test('read 1: where another column says debit or credit, it decides', () => {
  const read = one(
    file('Date,Details,Amount,DR/CR', '01/05/2026,A,5.00,DR', '01/05/2026,B,6.00,CR', '01/05/2026,C,7.00,'),
  )
  assert.deepEqual(moves(read), ['2026-05-01 -5.00', '2026-05-01 6.00'])
  assert.deepEqual(linesRefused(read), [4])
})

test('read 2: formulas, markup, emoji, quotes and commas are kept as text', () => {
  const payees = ['=cmd()', '<b>Ashdale</b>', '@SUM(A1)', '🚕 Millbrook "Cabs"', 'Hale, A', '  two  spaces']
  const read = one(
    file(
      'Date,Description,Amount',
      ...payees.map(text => `01/05/2026,"${text.replaceAll('"', '""')}",-1.00`),
    ),
  )
  assert.deepEqual(
    read.lines.map(({ payee }) => payee),
    payees.map(text => text.trim()),
  )
})

test(
  'read 2: an apostrophe before a text is taken off once, and escaped letters are the letters ' +
    'they stand for',
  () => {
    const read = one(
      file(
        'Date,Description,Amount',
        "01/05/2026,'WWF UK,-1.00",
        "01/05/2026,''Tis,-1.00",
        '01/05/2026,R&amp;D Care,-1.00',
      ),
    )
    assert.deepEqual(
      read.lines.map(({ payee }) => payee),
      ['WWF UK', "'Tis", 'R&D Care'],
    )
  },
)

test(
  'read 2: letters are right in UTF-8 with and without a mark, UTF-16, Windows-1252 and ' + 'ISO-8859-1',
  () => {
    const text = file('Date,Description,Amount', '01/05/2026,Café Zoë £5 ,-£5.00')
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le')
    const swapped = Buffer.from(wide).swap16()
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      wide,
      swapped,
      Buffer.from(text, 'latin1'),
    ]) {
      assert.deepEqual(
        one(bytes).lines.map(({ payee, amount }) => [payee, amount]),
        [['Café Zoë £5', '-5.00']],
      )
    }
    const quotes = Buffer.concat([
      Buffer.from('Date,Description,Amount\n01/05/2026,'),
      Buffer.from([0x93, 0x80, 0x94]),
      Buffer.from(',-1.00\n'),
    ])
    assert.equal(one(quotes).lines[0]?.payee, '“€”')
  },
)

test('read 2: a file whose pound signs were lost is read', () => {
  assert.deepEqual(moves(one(file('Date,Description,Amount', '01/05/2026,A,-\ufffd5.00'))), [
    '2026-05-01 -5.00',
  ])
})

test('read 3: days are day first in every form, unless the year comes first', () => {
  const days = [
    '03/04/2026',
    '3/4/26',
    '03-04-2026',
    '03.04.2026',
    '03 Apr 2026',
    '3-Apr-26',
    '3 April 2026',
    '2026-04-03',
    '2026/04/03',
  ]
  const timed = ['03/04/2026 23:59', '2026-04-03T23:30:00-08:00', '2026-04-03 00:10:00 +0000']
  const read = one(file('Date,Description,Amount', ...[...days, ...timed].map(day => `${day},A,-1.00`)))
  assert.deepEqual(
    read.lines.map(({ date }) => date),
    [...days, ...timed].map(() => '2026-04-03'),
  )
})

test('read 3: a day that is not in the calendar is refused, never moved', () => {
  const days = [
    '31/02/2026',
    '12/13/2026',
    '29/02/2026',
    '00/05/2026',
    '2026-13-01',
    '31 Jun 2026',
    'yesterday',
    '',
    '1/5',
  ]
  const read = single(...days.map(day => `${day},A,-1.00,`), '29/02/2028,A,-1.00,')
  assert.deepEqual(moves(read), ['2028-02-29 -1.00'])
  assert.equal(read.refused.length, days.length)
  assert.match(read.refused[0]?.why ?? '', /31\/02\/2026.*not a day of the calendar/)
})

test('read 3: where a table has a day of purchase and a day of booking, the day of booking counts', () => {
  const read = one(file('Transaction Date,Posted Date,Description,Amount', '30/04/2026,02/05/2026,A,-1.00'))
  assert.deepEqual(moves(read), ['2026-05-02 -1.00'])
})

test('read 4: equal neighbours are lines of their own', () => {
  assert.equal(
    single('01/05/2026,TAXI,-4.00,', '01/05/2026,TAXI,-4.00,', '01/05/2026,TAXI,-4.00,').lines.length,
    3,
  )
})

test(
  'read 4: an overdraft limit under the table is neither a line nor refused; declined and ' +
    'pending rows are no lines',
  () => {
    const read = one(
      file(
        'Date,Type,Merchant/Description,Debit/Credit,Balance',
        '05/05/2026,Card,A,-£5.00,£5.00',
        '',
        'Arranged Overdraft Limit,05/05/2026,£100.00',
      ),
    )
    assert.deepEqual([read.lines.length, read.refused], [1, []])
    const states = one(
      file('Date,Description,Amount,Status', '01/05/2026,A,-1.00,Declined', '01/05/2026,B,-2.00,Completed'),
    )
    assert.deepEqual(moves(states), ['2026-05-01 -2.00'])
  },
)

test('read 1: where every type is debit or credit and no sum has a sign, the type decides', () => {
  const read = one(file('Date,Type,Details,Amount', '01/05/2026,Debit,A,5.00', '02/05/2026,Credit,B,6.00'))
  assert.deepEqual(moves(read), ['2026-05-01 -5.00', '2026-05-02 6.00'])
  const signs = one(file('Date,Type,Details,Amount', '01/05/2026,Debit,A,-5.00', '02/05/2026,Credit,B,6.00'))
  assert.deepEqual(moves(signs), ['2026-05-01 -5.00', '2026-05-02 6.00'])
})

test('read 4: a row that only states a balance is neither a line nor refused', () => {
  const read = one(
    file(
      'Date,Details,Paid out,Paid in,Balance',
      '01/05/2026,BALANCE BROUGHT FORWARD,,,100.00',
      '02/05/2026,ASHDALE,5.00,,95.00',
      '31/05/2026,BALANCE CARRIED FORWARD,,,95.00',
    ),
  )
  assert.deepEqual([moves(read), read.refused], [['2026-05-02 -5.00'], []])
  assert.deepEqual([read.opening, read.closing, read.arithmetic], ['100.00', '95.00', 'agrees'])
})

test('read 2: a payee that looks like another kind of file changes nothing', () => {
  for (const payee of ['<OFX>', '<html>', '<!DOCTYPE x>', '{1:F01}', '%PDF-1.4']) {
    assert.equal(one(file('Date,Description,Amount', `01/05/2026,${payee},-1.00`)).lines[0]?.payee, payee)
  }
})

test('read 2: a file cut inside a letter keeps its other letters', () => {
  const bytes = Buffer.from(
    file('Date,Description,Amount', '01/05/2026,Café Zoë Åse,-1.00').replace(/\s+$/, 'é'),
  )
  assert.equal(one(bytes.subarray(0, -1)).refused.length + one(bytes.subarray(0, -1)).lines.length, 1)
  const cut = Buffer.concat([
    Buffer.from(file('Date,Description,Amount', '01/05/2026,Café Zoë Åse,-1.00')),
    Buffer.from([0xc3]),
  ])
  assert.equal(one(cut).lines[0]?.payee, 'Café Zoë Åse')
})

test('read 13: figures in a heading, and keys above a table, do not hide the table', () => {
  const figures = one(file('Date,Description,Address 1,Amount', '01/05/2026,A,1 Mill Lane,-1.00'))
  assert.equal(figures.lines.length, 1)
  const keys = one(
    file('From: 01/05/2026', 'Account: 12345678', '', 'Date,Description,Amount', '01/05/2026,A,-1.00'),
  )
  assert.deepEqual([keys.lines.length, keys.account?.accountNumber], [1, '12345678'])
})
