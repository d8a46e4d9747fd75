import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMonths, plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { type BookMonth, forecastBook, methodOfBook, whyNoBook, whyNoBookSays } from './book.ts'

const from = plainDate('2026-04-01')
/** The month so many after October 2025: £1,000.00 agreed to be paid out, half of it evidenced in full. */
const month = (place: number, more: Partial<Record<keyof BookMonth, bigint>> = {}): BookMonth => {
  const first = addMonths(plainDate('2025-10-01'), place)
  return {
    first,
    last: addDays(addMonths(first, 1), -1),
    agreedOut: pence(100_000n),
    notional: pence(0n),
    committed: pence(0n),
    paid: pence(0n),
    spent: pence(40_000n),
    shownAgreed: pence(50_000n),
    shownSpent: pence(40_000n),
    ...(more as unknown as Partial<BookMonth>),
  }
}
const unshown = { spent: 0n, shownAgreed: 0n, shownSpent: 0n }
/** Six months before the year, then the year: three months gone by, nine to come. */
const months = (change: (place: number) => Partial<Record<keyof BookMonth, bigint>> = () => ({})) =>
  Array.from({ length: 18 }, (_, place) => month(place, { ...(place > 8 ? unshown : {}), ...change(place) }))
const day = { from, today: plainDate('2026-07-01') }
const sure = (all: readonly BookMonth[], today = day.today) => {
  const forecast = forecastBook(all, { from, today })
  assert.ok(forecast.ok, forecast.ok ? '' : forecast.because.join())
  return forecast
}
const why = (all: readonly BookMonth[], today = day.today) => {
  const forecast = forecastBook(all, { from, today })
  return forecast.ok ? [] : forecast.because
}

test('where four fifths of agreed money are spent, four fifths are expected for the year', () => {
  const { share, low, high, total, months: year, shownShare } = sure(months())
  assert.deepEqual([share, low, high, shownShare], [8_000n, 8_000n, 8_000n, 5_000n])
  assert.equal(year.length, 12)
  assert.deepEqual(total, { sum: 960_000n, low: 960_000n, high: 960_000n })
  assert.match(methodOfBook, /share of agreed money/)
})

test('what the NHS pays itself is expected as agreed', () => {
  const { total } = sure(months(() => ({ notional: 10_000n })))
  assert.equal(total.sum, 960_000n + 120_000n)
})

test('the share is that of the newest three months, the range of any three in a row of the last six', () => {
  const { share, low, high, total } = sure(
    months(place => (place === 8 ? { shownSpent: 50_000n } : place === 3 ? { shownSpent: 20_000n } : {})),
  )
  assert.deepEqual([share, low, high], [8_667n, 6_667n, 8_667n])
  assert.ok(total.low < total.sum && total.sum <= total.high)
})

test('there is no forecast where nothing is agreed, or too little went by, or was shown', () => {
  const nothingAgreed = months(() => ({ agreedOut: 0n, ...unshown }))
  assert.deepEqual(why(nothingAgreed), ['nothing-agreed', 'too-few-months'])
  const began = (at: number) => months(place => (place < at ? { agreedOut: 0n, ...unshown } : {}))
  assert.deepEqual(why(began(7)), ['too-few-months'])
  assert.deepEqual(why(began(6)), [])
  assert.deepEqual(why(began(6), plainDate('2026-06-30')), ['too-few-months'])
  assert.deepEqual(why(months(() => ({ shownAgreed: 25_000n }))), [])
  assert.deepEqual(why(months(() => ({ shownAgreed: 24_999n }))), ['too-little-evidence'])
  assert.deepEqual(why([]), ['nothing-agreed', 'too-few-months'])
  for (const one of whyNoBook) assert.ok(whyNoBookSays[one].endsWith('.'))
})
