import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { byHandCsv } from './by-hand-csv.ts'

const line = (name: string, paid: boolean) => ({
  endToEndId: 'PHB7K3M9QT-0A1B2C3D4E5F',
  amount: pence(127_380n),
  to: { name, sortCode: '01-00-00', accountNumber: '00345678' },
  leavesOn: plainDate('2026-06-08'),
  says: 'PHB-7K3M-9QT 8 June 2026 to 5 July 2026',
  byHand: paid ? { on: plainDate('2026-06-09'), by: 'Kay Boone', reference: 'FP-1' } : null,
})

test('the list as CSV holds all that is needed to pay, and adds up what is unpaid', () => {
  const [head, first, second, total] = byHandCsv([line('Elin Marwood', false), line('Bo, Ltd', true)]).split(
    '\r\n',
  )
  assert.match(head ?? '', /^pay_to,sort_code,account_number,amount_gbp,pay_on,reference,for,paid_on,/)
  assert.match(
    first ?? '',
    /^Elin Marwood,010000,00345678,1273\.80,2026-06-08,PHB7K3M9QT-0A1B2C3D4E5F,.*,,,$/,
  )
  assert.match(second ?? '', /^"Bo, Ltd",.*,2026-06-09,Kay Boone,FP-1$/)
  assert.match(total ?? '', /^Total to pay: 1,,,1273\.80,/)
})

test('a name that looks like a formula stays a name', () => {
  assert.match(byHandCsv([line('=1+1', false)]), /\r\n'=1\+1,/)
  assert.match(byHandCsv([line('A "B"', false)]), /"A ""B"""/)
})
