import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import { nothing, type Pence, pence, plus, type Thousandths } from '../kernel/money.ts'
import { type AccountName, accountName } from '../ledger/public.ts'
import {
  carried,
  type LineKey,
  type LineSplit,
  type Strand,
  saySplitProblem,
  strands,
  whyNotSplit,
} from '../needs/public.ts'
import { arrearsOf, type PaidLine, whyNotBackDate } from './rules/back-dated.ts'
import { councilStatement, whyNotContribute } from './rules/contribution.ts'
import { disputePostings, rechargePostings, settlementPostings } from './rules/entries.ts'

const key = 'line-1' as LineKey
const bodies = { health: newId<'organisation'>(), 'social-care': newId<'organisation'>() }
const byPercent = (...parts: readonly bigint[]): LineSplit => ({
  key,
  way: 'percentage',
  parts: parts.map((part, place) => ({ strand: strands[place] as Strand, part })),
})

test('V-11 an odd penny and a client contribution', () => {
  const cost = pence(128_437n)
  const shares = carried(cost, byPercent(4_600n, 3_800n, 1_600n), cost)
  assert.deepEqual([...shares.values()], [59_081n, 48_806n, 20_550n])
  assert.equal(plus(...shares.values()), cost)
  const contribution = pence(4_520n)
  assert.deepEqual(councilStatement(shares.get('social-care') ?? nothing, contribution), {
    cost: 48_806n,
    contribution: 4_520n,
    councilPays: 44_286n,
  })
  const asked = {
    kind: 'contribution' as const,
    weekly: contribution,
    socialCare: pence(48_806n),
    councilAllows: false,
    afterCare: false,
  }
  assert.deepEqual(whyNotContribute({ ...asked, strand: 'health' }), ['health-is-free'])
  assert.deepEqual(whyNotContribute({ ...asked, strand: 'social-care' }), [])
})

test('V-12 from needs to a sum in three equal shares', () => {
  const weekly = plus(pence(60_900n), pence(27_790n), pence(13_700n), pence(4_096n))
  assert.equal(weekly, 106_486n)
  const thirds = carried(weekly, byPercent(1n, 1n, 1n), weekly)
  assert.deepEqual([...thirds.values()], [35_496n, 35_495n, 35_495n])
})

test('a share that adds up to 99% is refused with the sum; so is one above the whole, and no body', () => {
  const why = (split: LineSplit) =>
    whyNotSplit(split, { weekly: pence(10_000n), bodies }).map(saySplitProblem)
  assert.deepEqual(why(byPercent(5_000n, 4_900n)), ['The shares add up to 99%. They must add up to 100%'])
  assert.deepEqual(why(byPercent(5_000n, 5_001n)), ['The shares add up to 100.01%. They must add up to 100%'])
  assert.deepEqual(why(byPercent(5_000n, 5_000n)), [])
  assert.deepEqual(why(byPercent(4_000n, 3_000n, 3_000n)), ['Choose which council pays for education'])
  assert.deepEqual(why({ ...byPercent(4_000n, 3_000n), way: 'amount' }), [
    'The shares add up to £70.00 a week. They must add up to £100.00',
  ])
  assert.deepEqual(why({ key, way: 'whole', parts: [] }), ['Say who carries this line'])
})

test('a line shared by amounts whose cost rose since: health carries the rest', () => {
  const split: LineSplit = { ...byPercent(6_000n, 4_000n), way: 'amount' }
  const now = carried(pence(12_000n), split, pence(12_000n))
  assert.deepEqual(
    [...now],
    [
      ['health', 8_000n],
      ['social-care', 4_000n],
    ],
  )
  const fell = carried(pence(3_000n), split, pence(3_000n))
  assert.equal(plus(...fell.values()), 3_000n)
})

test('shares always add up to the penny, however a line is split', () => {
  const aSplit = fc
    .tuple(
      fc.constantFrom('percentage' as const, 'amount' as const),
      fc.array(fc.bigInt({ min: 1n, max: 10_000n }), { minLength: 1, maxLength: 3 }),
    )
    .map(([way, parts]) => ({ ...byPercent(...parts), way }))
  const sum = fc.bigInt({ min: 0n, max: 10n ** 9n })
  fc.assert(
    fc.property(aSplit, sum, sum, (split, cost, weekly) => {
      const shares = [...carried(pence(cost), split, pence(weekly)).values()]
      assert.equal(plus(...shares), cost)
      assert.ok(shares.every(one => one >= 0n))
    }),
    { numRuns: Number(process.env.OPENPHB_SEQUENCES ?? 500) },
  )
})

test('nobody pays towards health or education, nor above social care’s part, nor a top-up unasked', () => {
  const sums = { weekly: pence(500n), socialCare: nothing }
  const asked = { kind: 'top-up' as const, ...sums, councilAllows: false, afterCare: false }
  assert.deepEqual(whyNotContribute({ ...asked, strand: 'education' }), [
    'education-is-free',
    'council-allows-no-top-up',
  ])
  assert.deepEqual(whyNotContribute({ ...asked, strand: 'social-care' }), [
    'no-social-care-part',
    'council-allows-no-top-up',
  ])
  const part = { ...asked, strand: 'social-care' as const, socialCare: pence(500n) }
  assert.deepEqual(whyNotContribute({ ...part, councilAllows: true }), [])
  assert.deepEqual(whyNotContribute({ ...part, kind: 'contribution' }), [])
  assert.deepEqual(whyNotContribute({ ...part, kind: 'contribution', weekly: pence(501n) }), [
    'more-than-the-part',
  ])
})

test('whatever is charged, disputed and settled, entries balance and the dispute ends at nought', () => {
  const reference = 'PHB-7K3M-9QT' as never
  const codes = { lead: 'QMB', body: 'MBC' }
  const sum = fc.bigInt({ min: 1n, max: 10n ** 9n }).map(pence)
  fc.assert(
    fc.property(sum, sum, fc.nat(10_000), (first, second, hundredths) => {
      const base = { key, strand: 'social-care' as const }
      const all = (first + second) as Pence
      const bodyPays = ((all * BigInt(hundredths)) / 10_000n) as Pence
      const entries = [
        rechargePostings(reference, codes, [
          { ...base, pence: first, disputed: false },
          { ...base, pence: second, disputed: true },
        ]),
        disputePostings(reference, codes, { ...base, pence: first, disputed: true }),
        settlementPostings(reference, codes, { ...base, pence: all, disputed: true, bodyPays }),
      ]
      const sums = new Map<AccountName, bigint>()
      for (const postings of entries) {
        assert.equal(plus(...postings.map(one => one.pence)), 0n)
        for (const one of postings) sums.set(one.account, (sums.get(one.account) ?? 0n) + one.pence)
      }
      assert.equal(sums.get(accountName('PHB-7K3M-9QT:in-dispute:line-1')), 0n)
      assert.equal(sums.get(accountName('fund:MBC-social-care')), -bodyPays)
    }),
  )
})

const day = plainDate
const hours: PaidLine = {
  key,
  units: 30_000n as Thousandths,
  per: 'week',
  rate: pence(1_680n),
  weekly: pence(50_400n),
  notional: false,
  first: day('2026-04-06'),
  paidUntil: day('2026-06-28'),
}
const agreed = {
  from: day('2026-04-06'),
  number: 1,
  agreedOn: day('2026-04-06'),
  lines: new Map([[key, byPercent(5_700n, 4_300n)]]),
  bodies: new Map(),
}
const asPlanned = {
  key,
  says: 'Assistants',
  weekly: pence(50_400n),
  from: day('2026-04-06'),
  until: day('2027-04-05'),
}

test('V-18 preview of arrears before anything is posted', () => {
  const change = { kind: 'rate', from: day('2026-04-06'), rate: pence(1_735n) } as const
  assert.deepEqual(whyNotBackDate(hours, change), [])
  const found = arrearsOf(hours, change, { lines: [asPlanned], splits: [agreed] })
  assert.deepEqual([found.days / 7, found.arrears, found.until], [12, 19_800n, '2026-06-28'])
  assert.deepEqual(
    [...found.shares],
    [
      ['health', 11_286n],
      ['social-care', 8_514n],
    ],
  )
})

test('a need or a start that changes from a past day is made up for by days', () => {
  const more = { kind: 'need', from: day('2026-06-22'), units: 32_000n as Thousandths } as const
  assert.equal(arrearsOf(hours, more, { lines: [asPlanned], splits: [] }).arrears, 3_360n)
  const start = { kind: 'start', from: day('2026-04-03') } as const
  const found = arrearsOf(hours, start, { lines: [asPlanned], splits: [] })
  assert.deepEqual([found.days, found.until, found.arrears], [3, '2026-04-05', 21_600n])
  assert.deepEqual([...found.shares], [['health', 21_600n]])
})

test('every reason against a change from a past day is given, on both sides of each line', () => {
  const rate = (from: string, sum: bigint) => ({ kind: 'rate', from: day(from), rate: pence(sum) }) as const
  assert.deepEqual(whyNotBackDate(hours, rate('2026-06-28', 1_681n)), [])
  assert.deepEqual(whyNotBackDate(hours, rate('2026-06-29', 1_681n)), ['not-in-the-past'])
  assert.deepEqual(whyNotBackDate(hours, rate('2026-04-05', 1_679n)), [
    'before-the-line',
    'lowers-the-budget',
  ])
  assert.deepEqual(
    whyNotBackDate({ ...hours, notional: true, paidUntil: null }, rate('2026-04-06', 1_680n)),
    ['paid-by-the-nhs', 'nothing-paid-yet', 'nothing-changes'],
  )
  assert.deepEqual(whyNotBackDate(hours, { kind: 'start', from: day('2026-04-06') }), [
    'not-before-the-start',
  ])
})

test('section 117 after-care is free, also the council’s part; a top-up that is chosen is not', () => {
  const sums = { weekly: pence(500n), socialCare: pence(20_000n), councilAllows: true }
  const why = (kind: 'contribution' | 'top-up', afterCare: boolean) =>
    whyNotContribute({ ...sums, kind, afterCare, strand: 'social-care' })
  assert.deepEqual(why('contribution', true), ['after-care-is-free'])
  assert.deepEqual(why('contribution', false), [])
  assert.deepEqual(why('top-up', true), [])
})
