import assert from 'node:assert/strict'
import { test } from 'node:test'
import { highStreet } from '../fixtures/high-street.ts'
import { newerBanks } from '../fixtures/newer-banks.ts'
import { file, moves, one, reading, words } from '../fixtures/reading.ts'

const layouts = [...highStreet, ...newerBanks]

for (const layout of layouts) {
  test(`read 1: ${layout.bank}: days, signs, words and balances are read`, () => {
    const read = one(layout.text)
    assert.deepEqual(moves(read), layout.moves)
    assert.ok(words(read.lines[0]).includes(layout.says), words(read.lines[0]))
    assert.deepEqual([read.opening, read.closing], [layout.opening ?? null, layout.closing ?? null])
    assert.equal(read.arithmetic, layout.opening === undefined ? 'cannot-tell' : 'agrees')
    assert.deepEqual(read.refused, [])
  })
}

test('read 1: spending on an American Express card is money out, a payment to the card money in', () => {
  const card = one(
    file(
      'Date,Description,Amount',
      '05/05/2026,ASHDALE STORES          MILLBROOK,12.50',
      '04/05/2026,PAYMENT RECEIVED - THANK YOU,-100.00',
    ),
  )
  assert.deepEqual(moves(card), ['2026-05-05 -12.50', '2026-05-04 100.00'])
  const longer = one(
    file('Date,Description,Card Member,Account #,Amount', '05/05/2026,ASHDALE,A HALE,-71001,12.50'),
  )
  assert.deepEqual(moves(longer), ['2026-05-05 -12.50'])
})

test('read 1: on a John Lewis card spending is money out, CR money in, and pending rows are no lines', () => {
  const card = one(
    `\ufeff${file(
      'Date Processed,Description,Amount,',
      "Pending,L'OLIO                  MILLBROOK    GBR,£67.40,",
      '12-May-2026,ASHDALE INSURANCE       01222 61234  GBR,"£1,183.23",',
      '02-May-2026,PAYMENT RECEIVED - THANK YOU,"+ £1,100.00",CR',
    )}`,
  )
  assert.deepEqual(moves(card), ['2026-05-12 -1183.23', '2026-05-02 1100.00'])
  assert.deepEqual(
    card.refused.map(({ line }) => line),
    [2],
  )
  const newer = one(
    file(
      'Date,Description,Amount',
      '05/05/2026,ASHDALE STORES          MILLBROOK    GBR,£8.00',
      '04/05/2026,PAYMENT RECEIVED - THANK YOU,-£9.00',
    ),
  )
  assert.deepEqual(moves(newer), ['2026-05-05 -8.00', '2026-05-04 9.00'])
})

test('read 6: the account is the one the file names; a masked number is its visible end', () => {
  const lloyds = one(layouts.find(({ bank }) => bank.startsWith('Lloyds'))?.text ?? '')
  assert.deepEqual(lloyds.account, { sortCode: '30-00-00', accountNumber: '12345678', iban: null })
  const nationwide = one(layouts.find(({ bank }) => bank === 'Nationwide statement')?.text ?? '')
  assert.deepEqual(nationwide.account, { sortCode: null, accountNumber: '12345', iban: null })
  const santander = one(layouts.find(({ bank }) => bank.startsWith('Santander, a'))?.text ?? '')
  assert.deepEqual(santander.account, { sortCode: null, accountNumber: '1234', iban: null })
  assert.equal(one(layouts.find(({ bank }) => bank === 'Monzo')?.text ?? '').account, null)
})

test(
  'read 6: NatWest accounts that follow one another in a file are statements of their own, ' +
    'each with its balance',
  () => {
    const { statements } = reading(
      file(
        'Date, Type, Description, Value, Balance, Account Name, Account Number',
        '',
        `02/05/2026,POS,"'ASHDALE",-10.00,90.00,"'HALE A","'600000-11111111",`,
        `01/05/2026,BAC,"'ICB",100.00,100.00,"'HALE A","'600000-11111111",`,
        '',
        `03/05/2026,INT,"'INTEREST",0.50,500.50,"'HALE A SAVER","'600000-22222222",`,
      ),
    )
    assert.deepEqual(
      statements.map(({ account, opening, closing }) => [
        account?.sortCode,
        account?.accountNumber,
        opening,
        closing,
      ]),
      [
        ['600000', '11111111', '0.00', '90.00'],
        ['600000', '22222222', '500.00', '500.50'],
      ],
    )
  },
)

test(
  'read 7: currencies in one table are statements of their own, and what has not happened ' + 'is no line',
  () => {
    const { statements } = reading(
      file(
        'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance',
        'TOPUP,Current,2026-05-01 10:00:00,2026-05-01 10:00:00,Top-up,100.00,0.00,GBP,COMPLETED,100.00',
        'EXCHANGE,Current,2026-05-02 10:00:00,2026-05-02 10:00:00,To EUR,20.00,0.00,EUR,COMPLETED,20.00',
        'CARD_PAYMENT,Current,2026-05-03 10:00:00,,Ashdale,-9.00,0.00,GBP,PENDING,',
        'CARD_PAYMENT,Current,2026-05-03 11:00:00,,Ashdale,-8.00,0.00,GBP,REVERTED,',
      ),
    )
    assert.deepEqual(
      statements.map(({ currency, lines }) => [currency, lines.length]),
      [
        ['GBP', 1],
        ['EUR', 1],
      ],
    )
    assert.deepEqual(
      statements[0]?.refused.map(({ line }) => line),
      [4, 5],
    )
    assert.equal(statements[0]?.arithmetic, 'agrees')
  },
)

test('read 11: an id column is the bank id, and none is made up', () => {
  const tide = one(layouts.find(({ bank }) => bank === 'Tide')?.text ?? '')
  assert.equal(tide.lines[0]?.bankId, 'T-99')
  assert.equal(one(layouts.find(({ bank }) => bank === 'Starling')?.text ?? '').lines[0]?.bankId, null)
})
