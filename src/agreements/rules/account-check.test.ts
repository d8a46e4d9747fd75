import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAccount } from './account-check.ts'

// An invented bank whose sort codes are 990000 to 990099: weights 8 to 1 on the account number, by eleven or
// ten.
const table = {
  weights: [
    '990000 990049 MOD11 0 0 0 0 0 0 8 7 6 5 4 3 2 1',
    '990050 990059 MOD10 0 0 0 0 0 0 8 7 6 5 4 3 2 1',
    '990060 990069 DBLAL 2 1 2 1 2 1 2 1 2 1 2 1 2 1',
  ].join('\r\n'),
  substitutions: '',
}
const check = (sortCode: string, accountNumber: string) => checkAccount({ sortCode, accountNumber }, table)

test('numbers that fit pass, and one wrong digit or two swapped ones do not', () => {
  // 1x8 + 2x7 + 3x6 + 4x5 + 5x4 + 6x3 + 7x2 + 9x1 = 121 = 11 x 11
  assert.equal(check('990000', '12345679'), 'passes')
  assert.equal(check('990000', '12345678'), 'fails')
  assert.equal(check('990000', '21345679'), 'fails')
  assert.equal(check('990049', '12345679'), 'passes')
})

test('each method is asked of its own sort codes', () => {
  // The same weights by ten: 112 + 8 = 120
  assert.equal(check('990050', '12345678'), 'passes')
  assert.equal(check('990050', '12345679'), 'fails')
  // 9 doubled is 18, counted 1 + 8; with 9, 6 doubled (1 + 2) that is 21, and the last digit makes it 30.
  assert.equal(check('990060', '00000009'), 'passes')
  assert.equal(check('990060', '00000008'), 'fails')
})

test('a sort code that the table does not name is neither right nor wrong', () => {
  assert.equal(check('000001', '12345678'), 'could-not-be-checked')
  assert.equal(check('990070', '12345678'), 'could-not-be-checked')
})

test('without a table of our own the library’s edition is used', () => {
  assert.equal(checkAccount({ sortCode: '089999', accountNumber: '66374958' }), 'passes')
  assert.equal(checkAccount({ sortCode: '089999', accountNumber: '66374959' }), 'fails')
  assert.equal(checkAccount({ sortCode: '000001', accountNumber: '12341234' }), 'could-not-be-checked')
})
