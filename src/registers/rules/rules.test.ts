import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysInside, plainDate as on, type PlainDate } from '../../kernel/days.ts'
import { usualOf } from '../../kernel/figures.ts'
import { anAdmission, anEntry, aReview } from '../examples.ts'
import { figureOf, settingNames } from './figures.ts'
import { beforeAndSince, daysInHospital } from './hospital.ts'
import { kindOfReview, knownRules, nextStep, onlyWithAYes } from './known.ts'
import { budgetFits, movedWith, neededBy } from './leaving.ts'
import { currentRun, dueOf, endedRuns, reviewFacts } from './reviews.ts'
import { whyNotAdmit, whyNotLeave, whyNotNow, whyNotYes, type Yes } from './why-not.ts'

test('each rule answers its own cases, and none is shown as law', () => {
  for (const { facts, answer, says } of onlyWithAYes.cases)
    assert.equal(onlyWithAYes.decide(facts), answer, says)
  for (const { facts, answer, says } of kindOfReview.cases)
    assert.equal(kindOfReview.decide(facts), answer, says)
  for (const { facts, answer, says } of nextStep.cases) assert.equal(nextStep.decide(facts), answer, says)
  for (const { confidence } of knownRules) assert.equal(confidence, 'general-knowledge')
})

test('no number of days is ours: until a body sets one, no day is promised', () => {
  for (const days of Object.values(usualOf(settingNames))) assert.equal(days, null)
  const run = currentRun(reviewFacts(anEntry({ admissions: [anAdmission('2026-03-02', null)] })))
  assert.equal(dueOf(run, null, usualOf(settingNames)), null)
  assert.equal(
    dueOf(run, null, { ...usualOf(settingNames), 'registers-after-admission-days': 10 }),
    on('2026-03-12'),
  )
})

const yes = (say: Partial<Yes> = {}): Yes => ({
  canDecide: true,
  saidBy: 'the-person',
  name: 'Leon Harrow',
  about: null,
  asked: null,
  ...say,
})
const at = (born: string | null, day = '2026-05-10') => ({
  born: born === null ? null : on(born),
  on: on(day),
  standIn: ['Maud Harrow'],
})
const decided = { saidBy: 'best-interests', about: 'To be on this list', asked: 'His sister' } as const

test('from 16 they say yes themselves, before that somebody with parental responsibility', () => {
  assert.deepEqual(whyNotYes(yes(), at('2010-05-10')), [])
  assert.deepEqual(whyNotYes(yes(), at('2010-05-11')), ['not-theirs-to-say'])
  const mother = yes({ saidBy: 'representative', name: 'Maud Harrow' })
  assert.deepEqual(whyNotYes(mother, at('2010-05-11')), [])
  assert.deepEqual(whyNotYes(mother, at('2010-05-10')), ['says-so-themselves'])
  assert.deepEqual(whyNotYes({ ...mother, name: 'A neighbour' }, at('2010-05-11')), ['nobody-stands-in'])
  assert.deepEqual(whyNotYes(yes(), at(null)), ['birthday-missing'])
})

test('a decision in their best interests is for who cannot decide this, and says what was decided', () => {
  assert.deepEqual(whyNotYes(yes({ ...decided, canDecide: false }), at('2000-01-01')), [])
  assert.deepEqual(whyNotYes(yes(decided), at('2000-01-01')), ['says-so-themselves'])
  assert.deepEqual(whyNotYes(yes({ ...decided, canDecide: false, asked: null }), at('2000-01-01')), [
    'decision-missing',
  ])
  assert.deepEqual(whyNotYes(yes({ ...decided, canDecide: false }), at('2012-01-01')), ['a-parent-decides'])
  assert.deepEqual(whyNotYes(yes({ canDecide: false }), at('2000-01-01')), ['cannot-decide'])
  assert.deepEqual(whyNotYes(yes({ name: ' ' }), at('2000-01-01')), ['name-missing'])
})

test('the day they came and the day they left both count', () => {
  const span = { from: on('2026-03-01'), until: on('2026-03-31') }
  const days = (...stays: readonly [string, string | null][]) =>
    daysInHospital(
      stays.map(([from, until]) => ({ from: on(from), until: until === null ? null : on(until) })),
      span,
    )
  assert.equal(days(), 0)
  assert.equal(days(['2026-03-10', '2026-03-10']), 1)
  assert.equal(days(['2026-03-10', '2026-03-12']), 3)
  assert.equal(days(['2026-02-01', '2026-02-28']), 0)
  assert.equal(days(['2026-02-01', '2026-03-01']), 1)
  assert.equal(days(['2026-03-31', '2026-04-20']), 1)
  assert.equal(days(['2026-04-01', null]), 0)
  assert.equal(days(['2026-03-30', null]), 2)
  assert.equal(days(['2026-02-01', '2026-05-01']), 31)
})

test('a day on which they left one ward and came to another counts once', () => {
  const span = { from: on('2026-01-01'), until: on('2026-12-31') }
  const stays = [anAdmission('2026-03-05', '2026-03-09'), anAdmission('2026-03-01', '2026-03-05')]
  assert.equal(daysInHospital(stays, span), 9)
  const inside = [anAdmission('2026-03-01', '2026-03-09'), anAdmission('2026-03-03', '2026-03-04')]
  assert.equal(daysInHospital(inside, span), 9)
})

test('however stays lie, their days are those of the calendar on which there was one', () => {
  const first = on('2024-02-20')
  const stay = fc.tuple(fc.nat(400), fc.nat(60))
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 6 }), all => {
      const stays = all.map(([from, long]) => ({
        from: addDays(first, from - 20),
        until: addDays(first, from - 20 + long),
      }))
      const span = { from: first, until: addDays(first, 365) }
      const days = Array.from({ length: daysInside(span.from, span.until) }, (_, n) => addDays(first, n))
      const slow = days.filter(day => stays.some(({ from, until }) => from <= day && day <= until))
      assert.equal(daysInHospital(stays, span), slow.length)
    }),
  )
})

test('the 12 months before a budget are 366 days where a leap day lies in them', () => {
  const of = (budgetFrom: string) =>
    beforeAndSince({ stays: [], crises: [], budgetFrom: on(budgetFrom), today: on('2026-11-20') }).before
  assert.deepEqual([of('2024-03-01').of, of('2024-02-29').of, of('2025-03-01').of], [366, 366, 365])
  assert.deepEqual([of('2024-02-29').from, of('2024-02-29').until], [on('2023-02-28'), on('2024-02-28')])
})

test('the first day of the budget belongs to the time since, also where they leave hospital on it', () => {
  const facts = {
    stays: [anAdmission('2026-02-01', '2026-03-02')],
    crises: [
      { on: on('2026-03-01'), bed: 'given' },
      { on: on('2026-03-02'), bed: 'not-asked-for' },
      { on: on('2026-04-02'), bed: 'not-needed' },
    ],
    budgetFrom: on('2026-03-02'),
    today: on('2026-04-02'),
  } as const
  const { before, since } = beforeAndSince(facts)
  assert.deepEqual([before.days, before.admissions, before.crises, before.bedsAsked], [29, 1, 1, 1])
  assert.deepEqual([since?.days, since?.admissions, since?.crises, since?.bedsAsked], [1, 0, 2, 1])
  assert.equal(since?.of, 32)
  assert.equal(beforeAndSince({ ...facts, today: on('2026-03-01') }).since, null)
  assert.equal(beforeAndSince({ ...facts, today: on('2026-03-02') }).since?.of, 1)
})

test('which review is waited for follows where somebody is and what was held', () => {
  const now = (say: Parameters<typeof anEntry>[0]) => {
    const { step, from, droppedOn } = currentRun(reviewFacts(anEntry(say)))
    return [step, from, droppedOn]
  }
  assert.deepEqual(now({}), ['again', on('2025-09-01'), null])
  assert.deepEqual(now({ reviews: [aReview('2025-10-01', null)] }), ['community', on('2025-10-01'), null])
  const inside = { admissions: [anAdmission('2025-11-01', null)] }
  assert.deepEqual(now(inside), ['after-admission', on('2025-11-01'), null])
  const held = { reviews: [aReview('2025-10-01', '2025-10-31')] }
  assert.deepEqual(now({ ...inside, ...held }), ['after-admission', on('2025-11-01'), null])
  const since = { reviews: [aReview('2025-10-01', '2025-11-01')] }
  assert.deepEqual(now({ ...inside, ...since }), ['inpatient', on('2025-11-01'), null])
  const left = { admissions: [anAdmission('2025-11-01', '2025-11-20')] }
  assert.deepEqual(now({ ...left, ...since }), ['again', on('2025-11-01'), null])
})

test('runs that ended are held, or dropped where they left before anybody held one', () => {
  const entry = anEntry({
    admissions: [anAdmission('2025-11-01', '2025-11-20'), anAdmission('2026-02-01', '2026-02-03')],
    reviews: [aReview('2025-10-01', '2025-10-10'), aReview('2025-11-02', '2025-11-20')],
  })
  assert.deepEqual(
    endedRuns(reviewFacts(entry)).map(({ step, from, heldOn, droppedOn }) => [
      step,
      from,
      heldOn ?? droppedOn,
    ]),
    [
      ['community', '2025-10-01', '2025-10-10'],
      ['after-admission', '2025-11-01', '2025-11-20'],
      ['after-admission', '2026-02-01', '2026-02-03'],
    ],
  )
})

test('in hospital the days of a child count until the eighteenth birthday, then those of an adult', () => {
  const of = (day: PlainDate) => figureOf('inpatient', on('2008-05-10'), day)
  assert.equal(of(on('2026-05-09')), 'registers-inpatient-child-days')
  assert.equal(of(on('2026-05-10')), 'registers-inpatient-adult-days')
  assert.equal(figureOf('inpatient', null, on('2026-05-10')), 'registers-inpatient-adult-days')
})

test('nobody is in hospital twice, though one stay may begin on the day another ends', () => {
  const entry = anEntry({ admissions: [anAdmission('2026-03-01', '2026-03-10')] })
  assert.deepEqual(whyNotAdmit(entry, on('2026-03-10'), null), [])
  assert.deepEqual(whyNotAdmit(entry, on('2026-03-09'), null), ['in-hospital-already'])
  assert.deepEqual(whyNotAdmit(entry, on('2026-02-01'), on('2026-03-01')), [])
  assert.deepEqual(whyNotAdmit(entry, on('2026-02-01'), on('2026-03-02')), ['in-hospital-already'])
  assert.deepEqual(whyNotAdmit(entry, on('2026-04-02'), on('2026-04-01')), ['left-before-they-came'])
  const inside = anEntry({ admissions: [anAdmission('2026-03-01', null)] })
  assert.deepEqual(whyNotAdmit(inside, on('2026-05-01'), null), ['in-hospital-already'])
  assert.deepEqual(whyNotLeave(inside, on('2026-03-01')), [])
  assert.deepEqual(whyNotLeave(inside, on('2026-02-28')), ['left-before-they-came'])
  assert.deepEqual(whyNotLeave(entry, on('2026-03-11')), ['not-in-hospital'])
})

test('nothing is written once somebody has left the list, nor for a day before it', () => {
  assert.deepEqual(whyNotNow(anEntry(), on('2025-09-01')), [])
  assert.deepEqual(whyNotNow(anEntry(), on('2025-08-31')), ['before-the-list'])
  const ending = { on: on('2026-01-01'), why: 'consent-withdrawn', saidBy: 'Leon', because: '' } as const
  assert.deepEqual(whyNotNow(anEntry({ ending })), ['has-ended'])
})

test('the budget may begin on the day of leaving, and what is not there yet moves with that day', () => {
  const leaving = on('2026-04-20')
  assert.equal(budgetFits(leaving, leaving), 'on-the-day')
  assert.equal(budgetFits(on('2026-04-21'), leaving), 'after')
  assert.equal(budgetFits(on('2026-04-19'), leaving), 'before')
  assert.equal(budgetFits(null, leaving), 'no-budget')
  const item = { id: '1', number: 1, kind: 'team', says: 'Trained', owner: 'Priya', daysBefore: 7 } as const
  assert.equal(neededBy(item, leaving), on('2026-04-13'))
  assert.equal(neededBy(item, null), null)
  const set = (day: string) => ({ on: on(day), because: 'x', notedOn: on('2026-03-01') })
  const before = [
    { ...item, thereOn: null },
    { ...item, says: 'A home', thereOn: on('2026-04-01') },
  ]
  assert.equal(movedWith({ planned: [set('2026-04-20')], before }), null)
  assert.deepEqual(movedWith({ planned: [set('2026-04-27'), set('2026-04-20')], before }), {
    from: on('2026-04-20'),
    to: on('2026-04-27'),
    items: [{ says: 'Trained', was: on('2026-04-13'), is: on('2026-04-20') }],
  })
})
