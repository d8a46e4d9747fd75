import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bankHolidays } from '../../clocks/public.ts'
import { plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { arrivalDay, type BacsFile, bacsFile, bacsReference, processingDay } from './bacs.ts'
import type { Transfer } from './pain.ts'

const day = plainDate
const aTransfer = (about: Partial<Transfer> = {}): Transfer => ({
  endToEndId: 'PHB7K3M9QT-0A1B2C3D4E5F',
  amount: pence(127_380n),
  to: { name: 'Elin Marwood', sortCode: '20-00-00', accountNumber: '12345678' },
  leavesOn: day('2026-06-12'),
  says: 'PHB-7K3M-9QT',
  ...about,
})
const aFile = (transfers: readonly Transfer[]): BacsFile => ({
  userNumber: '123456',
  number: 12,
  madeOn: day('2026-06-08'),
  payer: { name: 'NHS Millbrook ICB', sortCode: '60-70-80', accountNumber: '10203040' },
  transfers,
})
const written = (transfers: readonly Transfer[]) => bacsFile(aFile(transfers), { holidays: bankHolidays })

/** Reads the file from its bytes alone: no name, place or sum of the writer is used. */
function readBack(bytes: Buffer) {
  const lines = bytes.toString('latin1').split('\r\n')
  assert.equal(lines.pop(), '')
  const labels = [...lines.slice(0, 4), ...lines.slice(-3)]
  const records = lines.slice(4, -3)
  const kinds = labels.map(line => line.slice(0, 4))
  assert.deepEqual(kinds, ['VOL1', 'HDR1', 'HDR2', 'UHL1', 'EOF1', 'EOF2', 'UTL1'])
  const length = Number(labels[2]?.slice(10, 15))
  for (const label of labels) assert.equal(label.length, 80, label)
  for (const record of records) assert.equal(record.length, length, record)
  const sums = { 99: [0n, 0], 17: [0n, 0] } as Record<string, [bigint, number]>
  const perDay = new Map<string, bigint>()
  for (const record of records) {
    const code = record.slice(15, 17)
    const amount = BigInt(record.slice(35, 46))
    const known = sums[code]
    assert.ok(known, code)
    sums[code] = [known[0] + amount, known[1] + 1]
    const of = record.slice(100) || (labels[3]?.slice(4, 10) ?? '')
    perDay.set(of, (perDay.get(of) ?? 0n) + (code === '99' ? amount : -amount))
  }
  const trailer = labels[6] ?? ''
  const said = {
    debits: [BigInt(trailer.slice(4, 17)), Number(trailer.slice(30, 37))],
    credits: [BigInt(trailer.slice(17, 30)), Number(trailer.slice(37, 44))],
  }
  return { labels, records, length, said, debits: sums['17'], credits: sums['99'], perDay }
}

/** ` 26163` as the calendar has it. */
function calendarDay(julian: string): Date {
  assert.match(julian, /^ \d{5}$/)
  return new Date(Date.UTC(2000 + Number(julian.slice(1, 3)), 0, Number(julian.slice(3))))
}

test('the control totals are what the records of the file add up to, read from its bytes', () => {
  const many = Array.from({ length: 250 }, (_, place) =>
    aTransfer({
      endToEndId: `PHB7K3M9QT-${String(place).padStart(12, '0')}`,
      amount: pence(BigInt(place * 7919 + 1)),
      leavesOn: day(place % 3 === 0 ? '2026-06-12' : '2026-06-15'),
    }),
  )
  const read = readBack(Buffer.from(written(many), 'latin1'))
  const sum = many.reduce((total, { amount }) => total + amount, 0n)
  assert.equal(read.length, 106)
  assert.deepEqual(read.said, { debits: read.debits, credits: read.credits })
  assert.deepEqual([read.credits, read.debits], [[sum, 250] as const, [sum, 2] as const])
  for (const [of, left] of read.perDay) assert.equal(left, 0n, `the contra of ${of}`)
})

test('what is processed on one day has records of 100 places and no day behind them', () => {
  const read = readBack(Buffer.from(written([aTransfer()]), 'latin1'))
  assert.equal(read.length, 100)
  const [credit, contra] = read.records
  assert.equal(
    credit,
    '20000012345678' +
      '099' +
      '60708010203040' +
      '    00000127380' +
      'NHS MILLBROOK ICB PHB7K3M9QT2C3D4E5FELIN MARWOOD      ',
  )
  assert.match(contra ?? '', /^6070801020304001760708010203040 {4}00000127380NHS MILLBROOK ICB CONTRA {12}/)
  assert.equal(read.labels[3]?.slice(28, 37), '1 DAILY  ')
})

test('each processing day is a working day, after the file is made and before the money arrives', () => {
  const on = (arrives: string, madeOn = '2026-06-01') =>
    processingDay(day(arrives), { madeOn: day(madeOn), holidays: bankHolidays })
  assert.equal(on('2026-06-12'), '2026-06-11')
  assert.equal(on('2026-06-15'), '2026-06-12')
  assert.equal(on('2026-12-29', '2026-12-01'), '2026-12-24')
  assert.equal(on('2026-06-12', '2026-06-12'), '2026-06-15')
  assert.equal(arrivalDay(day('2026-12-24'), bankHolidays), '2026-12-29')
  const anyDay = fc.integer({ min: 0, max: 700 })
  fc.assert(
    fc.property(anyDay, anyDay, (made, ahead) => {
      const from = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)
      const text = bacsFile(
        { ...aFile([aTransfer({ leavesOn: day(from(made + ahead)) })]), madeOn: day(from(made)) },
        { holidays: bankHolidays },
      )
      const at = calendarDay(text.split('\r\n')[3]?.slice(4, 10) ?? '')
      assert.ok(at.getUTCDay() > 0 && at.getUTCDay() < 6)
      assert.ok(!bankHolidays.has(day(at.toISOString().slice(0, 10))))
      assert.ok(at.toISOString().slice(0, 10) > from(made))
    }),
  )
})

test('only the characters that Bacs takes are written, whatever people are called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), name => {
      const text = written([aTransfer({ to: { name, sortCode: '200000', accountNumber: '12345678' } })])
      assert.match(text, /^[A-Z0-9./\-\r\n ]+$/)
      assert.ok(readBack(Buffer.from(text, 'latin1')).records.every(one => one.slice(82, 100).trim() !== ''))
    }),
  )
})

test('the same run gives the same bytes, and a sum too large or a wrong user number is refused', () => {
  assert.equal(written([aTransfer()]), written([aTransfer()]))
  assert.throws(() => written([aTransfer({ amount: pence(100_000_000_000n) })]), RangeError)
  assert.throws(() => bacsFile({ ...aFile([]), userNumber: '12345' }, { holidays: bankHolidays }), RangeError)
  assert.equal(bacsReference('PHB7K3M9QT-0A1B2C3D4E5F'), 'PHB7K3M9QT2C3D4E5F')
})
