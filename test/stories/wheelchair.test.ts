import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { plainDate } from '../../src/kernel/days.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import {
  allocatedTo,
  balanceOf,
  bankOf,
  commissionedFor,
  contingencyOf,
  contributedBy,
  fundOf,
} from '../../src/ledger/public.ts'
import { lettersOf, noticeOf } from '../../src/notices/public.ts'
import type { Doing } from '../../src/platform/doing.ts'
import { theService } from '../../src/platform/doing.ts'
import { giveUp, handOver, returnUnspent, tellEnding } from '../../src/wheelchairs/public.ts'
import { trying } from '../harness.ts'
import { must } from '../joint.ts'
import { samePicture } from '../ledger.ts'
import { drawn, founded, type Lived, walkedIn } from '../living.ts'
import { amir, pounds, serviceOf } from '../wheelchairs.ts'

let life: Lived
before(async () => {
  life = await walkedIn(await founded(), amir, 1)
})

/** What the accounts of the budget hold, in the order asked for. */
async function holds(doing: Doing) {
  const { reference } = life
  const accounts = [
    fundOf('QMB'),
    bankOf(reference),
    contributedBy(reference, 'charity-1'),
    allocatedTo(reference),
    contingencyOf(reference),
    commissionedFor(reference, 'chair'),
    commissionedFor(reference, 'from-charity-1'),
    commissionedFor(reference, 'repairs'),
  ]
  const sums: bigint[] = []
  for (const account of accounts) sums.push(await balanceOf(doing, account))
  assert.equal(
    sums.reduce((a, b) => a + b, 0n),
    0n,
  )
  return sums
}

const titles = async (doing: Doing) => (await lettersOf(doing, life.walk.folk.person)).map(one => one.title)

test('a chair over years: a charity and he add to it, two repairs, and in year four a new look', async () => {
  await trying(life.database, async doing => {
    const chair = serviceOf(doing, life)
    await chair.look('2026-11-23')
    await chair.quote('2026-11-24', 2735.4)
    await chair.agree('2026-12-01', 'third-party', [
      ['charity', 'Millbrook Rotary', 500],
      ['person', 'Amir Lowen', 385.4],
    ])
    assert.deepEqual(await holds(doing), [-227_000n, 0n, 0n, 185_000n, 42_000n, 0n, 0n, 0n])
    assert.deepEqual((await chair.bill('2026-12-02', 2735.4)).done, false)
    await chair.came('2026-12-08', 1)
    await chair.came('2026-12-09', 2)
    assert.deepEqual(await holds(doing), [-227_000n, -50_000n, 50_000n, 185_000n, 42_000n, 0n, 0n, 0n])
    await chair.handOver('2026-12-15', 'WM-20417')
    for (const [sum, say, why] of [
      [2735.41, {}, 'not-as-quoted'],
      [2735.4, { supplier: 'Somebody Else' }, 'other-supplier'],
    ] as const) {
      const answer = await chair.bill('2026-12-16', sum, say)
      assert.deepEqual(answer.done ? [] : answer.because, [why])
    }
    must(await chair.bill('2026-12-16', 2735.4))
    const again = await chair.bill('2026-12-17', 2735.4)
    assert.deepEqual(again.done ? [] : again.because, ['billed-already'])
    await chair.withAccount('Wharfside Mobility', '2026-12-16')
    await chair.withAccount('Wharf Cycles', '2026-12-16')
    assert.equal(await chair.pay('2026-12-17'), pounds(2350))
    assert.deepEqual(await holds(doing), [-227_000n, -50_000n, 0n, 0n, 42_000n, 185_000n, 50_000n, 0n])
    await chair.repair('2028-03-06', 1, 60)
    await chair.pay('2028-03-07')
    await chair.repair('2029-05-14', 2, 400)
    assert.equal(await chair.pay('2029-05-15'), pounds(360))
    const [{ repairs } = { repairs: [] }] = await chair.rounds()
    assert.deepEqual(
      repairs.map(({ done }) => [done?.cost, done?.nhsPays]),
      [
        [6_000n, 6_000n],
        [40_000n, 36_000n],
      ],
    )
    await chair.asks('2030-06-03', 'I cannot hold myself up any more.')
    const needs = { chair: 'Tilting chair', value: pounds(2600), repairYearly: pounds(0) }
    await chair.look('2030-07-01', { standing: 'clinical-need-changed', ...needs })
    await chair.agree('2030-07-08', 'notional')
    await chair.handOver('2030-08-01', 'NHS-60118')
    must(await chair.bill('2030-08-05', 2550, { supplier: 'Bobbin Seating', theirs: 'BS-77' }))
    assert.deepEqual(await holds(doing), [-482_000n, -50_000n, 0n, 0n, 0n, 440_000n, 50_000n, 42_000n])
    assert.deepEqual((await titles(doing)).filter(title => /wheelchair/i.test(title)).toSorted(), [
      'You have your wheelchair. Keep this letter',
      'You have your wheelchair. Keep this letter',
      'Your wheelchair budget is agreed: the NHS pays £2,270.00',
      'Your wheelchair budget is agreed: the NHS pays £2,600.00',
    ])
    samePicture('pictures/a-wheelchair-over-five-years', await drawn(doing, life))
    assert.ok(isSound(await checkLedger(doing)))
  })
})

test('a period that ends: the family is told before, and what repairs did not use goes back', async () => {
  await trying(life.database, async doing => {
    const chair = serviceOf(doing, life)
    await chair.look('2026-11-23')
    await chair.quote('2026-11-24', 1700)
    await chair.agree('2026-12-01', 'third-party')
    await chair.handOver('2026-12-15', 'WM-20417')
    must(await chair.bill('2026-12-16', 1700))
    await chair.withAccount('Wharfside Mobility', '2026-12-16')
    await chair.withAccount('Wharf Cycles', '2026-12-16')
    await chair.pay('2026-12-17')
    await chair.repair('2029-05-14', 1, 38)
    await chair.pay('2029-05-15')
    const told = (day: string) => tellEnding(chair.at(theService, day))
    assert.deepEqual(
      [await told('2031-08-31'), await told('2031-09-01'), await told('2031-09-02')],
      [0, 1, 0],
    )
    const [letter] = await lettersOf(doing, life.walk.folk.person)
    assert.equal(letter?.title, 'Your wheelchair budget ends on Monday 1 December 2031')
    const words = JSON.stringify((await noticeOf(doing, letter?.id ?? ''))?.paragraphs)
    assert.match(words, /£382\.00/)
    assert.match(words, /Tom Birkett/)
    const back = (day: string) => returnUnspent(chair.at(theService, day))
    assert.deepEqual(
      [await back('2031-12-01'), await back('2031-12-02'), await back('2031-12-03')],
      [0, 1, 0],
    )
    assert.deepEqual(await holds(doing), [-173_800n, 0n, 0n, 0n, 0n, 170_000n, 0n, 3_800n])
    samePicture('pictures/a-wheelchair-whose-period-ends', await drawn(doing, life))
    assert.ok(isSound(await checkLedger(doing)))
  })
})

test('an old voucher becomes a budget: worth and last day stay, the rest he pays the supplier', async () => {
  await trying(life.database, async doing => {
    const chair = serviceOf(doing, life)
    const voucher = { voucherValue: pounds(900), voucherUntil: '2028-11-30' as never }
    await chair.look('2026-11-23', { ...voucher, repairYearly: pounds(0) })
    await chair.quote('2026-11-24', 1450)
    await chair.agree('2026-12-01', 'third-party', [['person', 'Amir Lowen', 550]])
    const [round] = await chair.rounds()
    assert.deepEqual([round?.agreed?.nhsPays, round?.agreed?.endsOn], [90_000n, '2028-11-30'])
    await chair.came('2026-12-08', 1)
    await chair.handOver('2026-12-15', 'WM-20418')
    must(await chair.bill('2026-12-16', 1450))
    await chair.withAccount('Wharfside Mobility', '2026-12-16')
    assert.equal(await chair.pay('2026-12-17'), pounds(900))
    assert.deepEqual(await holds(doing), [-90_000n, 0n, 0n, 0n, 0n, 90_000n, 0n, 0n])
    samePicture('pictures/an-old-voucher-becomes-a-budget', await drawn(doing, life))
    assert.ok(isSound(await checkLedger(doing)))
  })
})

test('given up before the chair comes: fund and charity have their money back', async () => {
  await trying(life.database, async doing => {
    const chair = serviceOf(doing, life)
    const { reference } = life
    await chair.look('2026-11-23')
    await chair.quote('2026-11-24', 2735.4)
    await chair.agree('2026-12-01', 'third-party', [
      ['charity', 'Millbrook Rotary', 500],
      ['person', 'Amir Lowen', 385.4],
    ])
    await chair.came('2026-12-08', 1)
    assert.deepEqual(await holds(doing), [-227_000n, -50_000n, 50_000n, 185_000n, 42_000n, 0n, 0n, 0n])
    const tom = (day: string) => chair.at(life.place.staff.tom, day)
    const asked = {
      reference,
      on: plainDate('2026-12-10'),
      askedBy: 'Amir Lowen',
      because: 'I move to another town.',
      how: 'To the account that it came from.',
    }
    const because = async (say: Partial<typeof asked> | { how: null }) => {
      const answer = await giveUp(tom('2026-12-10'), { ...asked, ...say })
      return answer.done ? [] : answer.because
    }
    assert.deepEqual(await because({ how: null }), ['how-given-back-missing'])
    assert.deepEqual(await because({}), [])
    assert.deepEqual(await because({}), ['ended'])
    assert.deepEqual(await holds(doing), [0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n])
    const [letter] = await lettersOf(doing, life.walk.folk.person)
    assert.equal(letter?.title, 'Your wheelchair budget is given up')
    const words = JSON.stringify((await noticeOf(doing, letter?.id ?? ''))?.paragraphs)
    for (const said of ['Millbrook Rotary: £500.00, given back', 'I move to another town', 'Amir Lowen'])
      assert.ok(words.includes(said), said)
    const late = { reference, on: plainDate('2026-12-11'), serial: 'WM-1', gs1: null }
    const handed = await handOver(tom('2026-12-11'), late)
    assert.deepEqual(handed.done ? [] : handed.because.includes('ended'), true)
    const billed = await chair.bill('2026-12-11', 2735.4)
    assert.deepEqual(billed.done ? [] : billed.because.includes('ended'), true)
    assert.equal(await returnUnspent(chair.at(theService, '2032-01-05')), 0)
    samePicture('pictures/a-wheelchair-that-is-given-up', await drawn(doing, life))
    await chair.look('2027-02-01')
    await chair.agree('2027-02-08', 'notional')
    assert.deepEqual(await holds(doing), [-185_000n, 0n, 0n, 185_000n, 0n, 0n, 0n, 0n])
    assert.ok(isSound(await checkLedger(doing)))
  })
})
