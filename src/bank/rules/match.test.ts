import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { pence } from '../../kernel/money.ts'
import type { PayeeId } from '../types.ts'
import type { Facts, Learnt, PlanLine, ToMatch } from './facts.ts'
import { matchLines } from './match.ts'
import { arrivesIn, usualFigures } from './settings.ts'
import { payeeIn, sayQuestion } from './words.ts'

const may = (day: number) => addDays(plainDate('2026-05-01'), day - 1)
const line = (amount: number, payee: string, day = 4): ToMatch => ({
  on: may(day),
  amount: pence(BigInt(amount)),
  payee,
  memo: '',
  reference: '',
})
const planned = (key: string, payee: string, say: Partial<PlanLine> = {}): PlanLine => ({
  key,
  says: key,
  payee,
  payeeWords: [],
  weekly: pence(17_400n),
  rate: pence(1450n),
  from: plainDate('2026-04-01'),
  until: null,
  ...say,
})
const learnt = (words: string, lineKey: string): Learnt => ({
  id: newId() as PayeeId,
  words,
  says: words,
  lineKey,
  on: may(1),
})
const facts = (say: Partial<Facts> = {}): Facts => ({
  budget: 'PHB-7K3M-9QT',
  plan: [
    planned('mornings', 'Joan Ellery', { payeeWords: ['J ELLERY'] }),
    planned('swimming', 'Swim Centre'),
  ],
  learnt: [],
  payments: [],
  paidBefore: [],
  arrives: () => arrivesIn(usualFigures),
  last: new Map(),
  ...say,
})
const said = (lines: readonly ToMatch[], known = facts()) =>
  matchLines(lines, known).map(one => (one.kind === null ? '?' : `${one.kind} ${one.lineKey ?? ''}`.trim()))

test('a payee whom the plan names is matched, however the bank writes the name', () => {
  const names = ['JOAN ELLERY', 'J ELLERY WAGES', 'Joan  Ellery', 'BGC J.ELLERY 0405']
  assert.deepEqual(
    said(names.map(name => line(-100, name))),
    names.map(() => 'plan-line mornings'),
  )
})

test('part of a word is not a name, and an unknown payee is asked about whatever the sum', () => {
  assert.deepEqual(said([line(-17_400, 'JOAN ELLERYSON'), line(-17_400, 'SOMEBODY')]), ['?', '?'])
})

test('an answer taught what a payee is for; two different answers teach nothing', () => {
  const known = facts({ learnt: [learnt('BOOTS', 'swimming')] })
  const [one] = matchLines([line(-500, 'BOOTS 0042 MILLBROOK')], known)
  assert.deepEqual(one, {
    kind: 'plan-line',
    lineKey: 'swimming',
    because: 'You told us on 1 May 2026 that BOOTS is for “swimming”.',
    payee: known.learnt[0]?.id,
  })
  const both = facts({ learnt: [learnt('BOOTS', 'swimming'), learnt('BOOTS', 'mornings')] })
  assert.deepEqual(said([line(-500, 'BOOTS')], both), ['?'])
})

test('of several lines with one payee the round sum decides, then the rate, then the rhythm', () => {
  const plan = [
    planned('mornings', 'Joan Ellery'),
    planned('miles', 'Joan Ellery', { weekly: pence(900n), rate: pence(45n) }),
  ]
  const known = facts({ plan, last: new Map([['mornings', may(1)]]) })
  const joan = (amount: number, day = 4) => line(amount, 'JOAN ELLERY', day)
  assert.deepEqual(said([joan(-17_400), joan(-34_800), joan(-900), joan(-75_400)], known), [
    'plan-line mornings',
    'plan-line mornings',
    'plan-line miles',
    'plan-line mornings',
  ])
  assert.deepEqual(said([joan(-135, 3), joan(-1311, 8), joan(-1311, 9)], known), [
    'plan-line miles',
    'plan-line mornings',
    '?',
  ])
})

test('the plan of the line’s own day counts: both sides of the day on which it changed', () => {
  const plan = [
    planned('old', 'Swim Centre', { until: may(14) }),
    planned('new', 'Swim Centre', { from: may(15) }),
  ]
  const days = [line(-1, 'SWIM CENTRE', 14), line(-1, 'SWIM CENTRE', 15)]
  assert.deepEqual(said(days, facts({ plan })), ['plan-line old', 'plan-line new'])
  const before = matchLines([line(-1, 'SWIM CENTRE', -60)], facts({ plan: [planned('new', 'Swim Centre')] }))
  assert.equal(before[0]?.because, 'No plan was in force on 1 March 2026.')
})

test('our payment is known by its sum and day, once, and by its name for longer', () => {
  const payments = [{ on: may(1), amount: pence(69_600n), name: 'PHB7K3M9QT-1' }]
  const known = facts({ payments })
  assert.deepEqual(said([line(69_600, 'NHS MILLBROOK'), line(69_600, 'NHS MILLBROOK')], known), [
    'payment',
    '?',
  ])
  assert.deepEqual(said([line(69_600, 'NHS MILLBROOK', 11)], known), ['payment'])
  assert.deepEqual(said([line(69_600, 'NHS MILLBROOK', 12)], known), ['?'])
  assert.deepEqual(said([line(69_600, 'NHS PHB7K3M9QT-1', 40)], known), ['payment'])
  const before = facts({ payments, paidBefore: [{ on: may(2), amount: pence(69_600n) }] })
  assert.deepEqual(said([line(69_600, 'NHS MILLBROOK')], before), ['?'])
})

test('how long our payment may take is the figure of the day on which it left', () => {
  const payments = [1, 9].map(day => ({ on: may(day), amount: pence(69_600n), name: `PHB7K3M9QT-${day}` }))
  const arrives = (day: string) => ({ named: 60, otherwise: day < may(5) ? 3 : 20 })
  const known = (place: number) => facts({ payments: payments.slice(place, place + 1), arrives })
  assert.deepEqual(said([line(69_600, 'NHS MILLBROOK', 4)], known(0)), ['payment'])
  assert.deepEqual(said([line(69_600, 'NHS MILLBROOK', 5)], known(0)), ['?'])
  assert.deepEqual(said([line(69_600, 'NHS MILLBROOK', 29)], known(1)), ['payment'])
  assert.deepEqual(said([line(69_600, 'NHS MILLBROOK', 30)], known(1)), ['?'])
})

test('money that names the budget and is no payment of ours is asked about', () => {
  const [one] = matchLines([line(100, 'NHS PHB 7K3M 9QT')], facts())
  assert.equal(one?.because, 'It names your budget, but we made no payment of that sum around that day.')
})

test('money back goes to the line that it was for, and interest is not the budget’s', () => {
  assert.deepEqual(said([line(900, 'SWIM CENTRE REFUND'), line(3, 'GROSS INTEREST')]), [
    'refund swimming',
    'own-money',
  ])
})

test('nothing that a bank may write makes the rules fail, and each line has one answer with a reason', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.string({ unit: 'grapheme' }))),
      rows => {
        const answers = matchLines(
          rows.map(([amount, payee]) => line(amount, payee)),
          facts({ learnt: [learnt('BOOTS', 'swimming')] }),
        )
        assert.equal(answers.length, rows.length)
        assert.ok(answers.every(({ because }) => because !== ''))
      },
    ),
  )
})

test('what stays the same of a payee is learnt, and nothing where nothing stays', () => {
  assert.equal(payeeIn('CARD PAYMENT TO SWIM CENTRE ON 04 MAY 2026'), 'SWIM CENTRE')
  assert.equal(payeeIn('Zoë’s Café'), 'ZOËS CAFÉ')
  for (const nothing of ['', '   ', '0042 1234', '🏊', 'TO REF 12', '--'])
    assert.equal(payeeIn(nothing), '', nothing)
})

test('a question is one plain sentence, also where the bank gives no name', () => {
  const about = { on: may(4), amount: pence(-4500n) }
  assert.equal(
    sayQuestion({ ...about, says: 'SWIM CENTRE' }),
    'You paid £45.00 to SWIM CENTRE on 4 May 2026. What was it for?',
  )
  assert.match(sayQuestion({ ...about, says: ' ' }), /to somebody the bank does not name on/)
  assert.match(
    sayQuestion({ ...about, amount: pence(5n), says: 'A' }),
    /^£0\.05 came in from A .+ What was it\?$/,
  )
})
