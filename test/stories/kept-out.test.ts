import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { seeAs } from '../../src/access/public.ts'
import { recharge } from '../../src/funding/public.ts'
import { addDays, plainDate as on } from '../../src/kernel/days.ts'
import { nothing, plus } from '../../src/kernel/money.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { lettersOf } from '../../src/notices/public.ts'
import type { Doing } from '../../src/platform/doing.ts'
import * as registers from '../../src/registers/public.ts'
import { doAs, doingIt, trying } from '../harness.ts'
import { must, onDay, sami, september, shared } from '../joint.ts'
import { samePicture } from '../ledger.ts'
import { drawn, type Lived, lived, told } from '../living.ts'

let life: Lived
let entry = ''
let begins = told
before(async () => {
  life = await lived({
    ...sami,
    name: 'Leon Harrow',
    born: '2009-06-01',
    path: 'transforming-care',
    withCouncil: true,
    asks: { on: -440, by: 'online', words: 'My own bed.', parts: [['Nights', 'direct-payment', 900]] },
  })
  entry = await doingIt(life.database, listed)
  begins = await doingIt(life.database, async doing => (await budget(doing))?.begins ?? told)
  await doingIt(life.database, aYear)
})

const budget = (doing: Doing) =>
  seenBy(doing, life.place.staff.tom, told, now => registers.joinedBudget(now, life.reference))

/** The same as somebody on a day, who sees what they see. */
async function seenBy<Value>(
  doing: Doing,
  actor: Lived['place']['staff']['tom'],
  day: typeof told,
  work: (doing: Doing) => Promise<Value>,
): Promise<Value> {
  const own = onDay(doing, actor, day)
  await seeAs(own)
  return work(own)
}

const priya = (doing: Doing, day: string): Doing => onDay(doing, life.place.staff.priya, on(day))

/** At 16 he says yes himself, and names the council. A stay of the spring before is written down. */
async function listed(doing: Doing): Promise<string> {
  const { place, reference } = life
  const putOn = await seenBy(doing, place.staff.priya, on('2025-09-12'), now =>
    registers.putOn(now, {
      reference,
      has: 'autism',
      reason: 'He stopped sleeping when his night team left.',
      canDecide: true,
      saidBy: 'the-person',
      name: 'Leon Harrow',
      about: null,
      asked: null,
      givenOn: now.today,
      bodies: [place.organisations.council],
    }),
  )
  const id = must(putOn)
  const stay = { hospital: 'Heron Ward, Saltmarsh Hospital', kind: 'agreed', toWhere: 'Home' } as const
  const spring = { entry: id, ...stay, from: on('2025-03-10'), until: on('2025-04-18') }
  must(await registers.admit(priya(doing, '2025-09-12'), spring))
  const join = { entry: id, reference, purpose: 'prevent-admission' } as const
  must(await registers.joinBudget(priya(doing, '2025-09-15'), join))
  return id
}

/** A crisis without a bed, a review with education, one short stay that ended; then it is quiet. */
async function aYear(doing: Doing): Promise<void> {
  const crisis = { on: on('2026-01-12'), happened: 'Three nights without sleep', instead: 'Two stayed' }
  const bed = { bed: 'not-needed', bedSaidBy: 'Asked for by Priya; Dr Iles said no need' } as const
  must(await registers.noteCrisis(priya(doing, '2026-01-13'), { entry, ...crisis, ...bed }))
  const asked = { entry, on: on('2026-01-13'), why: 'A bed was asked for', hasEhcPlan: true }
  must(await registers.askReview(priya(doing, '2026-01-13'), asked))
  const found = { safe: 'Yes', care: 'Thin at night', future: 'Nights with people he knows', hospital: 'No' }
  const held = { entry, number: 1, on: on('2026-01-20'), tookPart: 'Leon, his sister', ...found }
  must(
    await registers.holdReview(priya(doing, '2026-01-20'), { ...held, expert: 'Dee Farrow', noExpert: null }),
  )
  const stay = { hospital: 'Heron Ward, Saltmarsh Hospital', kind: 'agreed' } as const
  const inside = { entry, ...stay, from: on('2026-02-09'), until: null, toWhere: null }
  must(await registers.admit(priya(doing, '2026-02-09'), inside))
  must(await registers.leave(priya(doing, '2026-02-16'), { entry, on: on('2026-02-16'), toWhere: 'Home' }))
}

const his = (doing: Doing) => registers.entriesOf(doing, life.walk.folk.person)

test('a young person kept out of hospital: two bodies carry it; a year is counted, not claimed', async () => {
  await trying(life.database, async doing => {
    const { ngozi } = life.place.staff
    const { millbrook, council: body } = life.place.organisations
    await shared(doing, life, begins)
    must(await recharge(onDay(doing, ngozi, on('2026-10-02')), { lead: millbrook, body, ...september }))
    const joined = await budget(doing)
    assert.deepEqual(joined?.carried.map(({ strand }) => strand).sort(), ['health', 'social-care'])
    assert.equal(plus(nothing, ...(joined?.carried ?? []).map(({ weekly }) => weekly)), joined?.weekly)
    const [one] = await his(doing)
    assert.ok(one)
    const { before: was, since } = registers.beforeAndSince({
      stays: one.admissions,
      crises: one.crises,
      budgetFrom: begins,
      today: told,
    })
    assert.deepEqual([was.days, was.of, was.crises], [40, 365, 0])
    assert.deepEqual([since?.days, since?.admissions, since?.crises, since?.bedsAsked], [8, 1, 1, 1])
    assert.ok((since?.of ?? 0) >= 365)
    samePicture('pictures/kept-out', await drawn(doing, life))
    assert.ok(isSound(await checkLedger(doing)))
  })
})

test('at 16 the review has education in it, and its letters say no finding', async () => {
  await doAs(life.database, life.walk.folk.self, async doing => {
    const [one] = await his(doing)
    assert.equal(one?.reviews[0]?.kind, 'care-education-and-treatment')
    const letters = (await lettersOf(doing, life.walk.folk.person)).filter(({ kind }) => kind === 'register')
    assert.deepEqual(letters.length, 2)
    assert.ok(!JSON.stringify(letters).includes('Thin at night'))
  })
})

test('the council that he named sees it, until he says no', async () => {
  const { sian, colin } = life.place.staff
  const seen = (who: typeof sian | typeof colin) =>
    doAs(life.database, who, async doing => (await his(doing)).length)
  assert.deepEqual([await seen(sian), await seen(colin)], [1, 0])
  await doAs(life.database, life.walk.folk.self, async doing =>
    must(await registers.takeBack(doing, { entry, on: addDays(doing.today, -1), saidBy: 'Leon Harrow' })),
  )
  assert.equal(await seen(sian), 0)
})
