import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../kernel/days.ts'
import { readMoney } from '../kernel/money.ts'
import { consentOn } from './answers/consent.ts'
import { defaultOn, partsReached } from './answers/default.ts'
import { planBudget } from './answers/education.ts'
import { type CohortFact, rightOn } from './answers/right.ts'
import { together } from './rule.ts'
import type { Backed, Cohort, Confidence } from './types.ts'

const on = plainDate
const gbp = (text: string) => {
  const read = readMoney(text)
  assert.ok(read !== null)
  return read
}
const shows = (parts: readonly Backed[], ...expected: readonly Confidence[]): void =>
  assert.deepEqual([...together(...parts).confidences].sort(), [...expected].sort())
const inGroup = (cohort: Cohort, from: string, more: Partial<CohortFact> = {}): CohortFact => ({
  cohort,
  from: on(from),
  until: null,
  ...more,
})

test('V-01 an adult with continuing healthcare on the starting lines of 2014', () => {
  const rosa = { born: on('1961-05-14'), cohorts: [inGroup('adult-continuing-healthcare', '2013-11-20')] }
  const days = ['2014-03-31', '2014-04-01', '2014-09-30', '2014-10-01'].map(on)
  const answers = days.map(day => rightOn(rosa, day))
  assert.deepEqual(
    answers.map(({ right }) => right),
    ['none', 'right-to-ask', 'right-to-ask', 'right-to-have'],
  )
  assert.deepEqual(answers[0]?.reasons, ['power-to-pay-but-no-right'])
  assert.ok(answers[3]?.rules.includes('RIGHT-05'))
  const packageFrom = on('2013-11-20')
  const usual = days.map(day =>
    defaultOn({ cohort: 'adult-continuing-healthcare', place: 'home', packageFrom }, day),
  )
  assert.ok(usual.every(answer => answer.default === 'no'))
  shows([...answers, ...usual], 'origin', 'statute-read')
})

test('V-02 section 117 after-care around 2 December 2019', () => {
  const asked = (born: string, discharged: string, detainedUnder: string, day: string) =>
    rightOn({ born: on(born), cohorts: [inGroup('section-117', discharged, { detainedUnder })] }, on(day))
  const a = asked('1988-03-02', '2019-10-07', '3', '2019-12-01')
  const b = asked('1988-03-02', '2019-10-07', '3', '2019-12-02')
  const c = asked('1990-08-25', '2019-11-15', '2', '2019-12-02')
  const d = asked('1979-01-09', '2019-11-28', '37', '2019-12-02')
  assert.deepEqual([a.right, a.reasons], ['local-offer', ['asked-before-2019-12-02']])
  assert.deepEqual([b.right, b.reasons], ['right-to-have', []])
  assert.deepEqual([c.right, c.reasons], ['local-offer', ['section-2-does-not-lead-to-section-117']])
  assert.equal(d.right, 'right-to-have')
  const parts = partsReached([
    { funder: 'nhs', weekly: gbp('206.00') },
    { funder: 'council', weekly: gbp('206.00') },
  ])
  assert.deepEqual(
    [parts.reachedWeekly, parts.outsideWeekly, parts.reasonsOutside],
    [20600n, 20600n, ['council-share']],
  )
  shows([a, b, c, d, parts], 'statute-read', 'secondary', 'origin')
})

test('V-03 when a budget is the default for home care', () => {
  const day = on('2019-06-03')
  const asked = (
    cohort: Cohort,
    place: 'home' | 'shared-living' | 'nursing-home',
    from: string,
    born = '1960-01-01',
  ) => {
    const right = rightOn({ born: on(born), cohorts: [inGroup(cohort, from)] }, day)
    assert.equal(right.right, 'right-to-have')
    return { right, usual: defaultOn({ cohort, place, packageFrom: on(from) }, day) }
  }
  const all = [
    asked('adult-continuing-healthcare', 'home', '2019-03-31'),
    asked('adult-continuing-healthcare', 'home', '2019-04-01'),
    asked('adult-continuing-healthcare', 'shared-living', '2019-05-13'),
    asked('adult-continuing-healthcare', 'nursing-home', '2019-05-13'),
    asked('fast-track', 'home', '2019-05-13'),
    asked('childrens-continuing-care', 'home', '2019-05-13', '2009-02-17'),
  ]
  assert.deepEqual(
    all.map(({ usual }) => [usual.default, usual.moveBy, usual.reasons]),
    [
      ['existing-package', '2020-04-01', []],
      ['yes', null, []],
      ['yes', null, []],
      ['no', null, ['not-home-based']],
      ['no', null, ['fast-track-excluded-from-default']],
      ['no', null, ['children-excluded-from-default']],
    ],
  )
  shows(
    all.flatMap(({ right, usual }) => [right, usual]),
    'secondary',
    'statute-read',
  )
})

test('V-04 policy that is not law: learning disability and Transforming Care', () => {
  const jem = { born: on('1994-08-19'), cohorts: [inGroup('learning-disability-autism', '2012-01-01')] }
  const ayo = { born: on('2011-01-30'), cohorts: [inGroup('transforming-care', '2020-01-01')] }
  const answers = [
    ...['2016-03-31', '2016-04-01', '2026-04-07'].map(day => rightOn(jem, on(day))),
    rightOn(ayo, on('2026-04-07')),
  ]
  assert.deepEqual(
    answers.map(({ right, legalRight }) => [right, legalRight]),
    [
      ['local-offer', false],
      ['policy-option', false],
      ['policy-option', false],
      ['policy-expectation', false],
    ],
  )
  shows(answers, 'origin', 'secondary')
})

test('V-05 an EHC plan with a block contract', () => {
  const line = (name: string, yearly: string, funder: 'nhs' | 'council', more = {}) => ({
    name,
    yearly: gbp(yearly),
    funder,
    blockContract: false,
    schoolPlace: false,
    ...more,
  })
  const lines = [
    line('speech-therapy', '1860.00', 'nhs', { blockContract: true }),
    line('physiotherapy', '1260.00', 'nhs'),
    line('personal-assistant', '2184.00', 'council'),
    line('school-place', '0.00', 'council', { schoolPlace: true }),
  ]
  const answer = planBudget({ at: 'draft-plan', lines })
  const right = rightOn(
    { born: on('2015-10-12'), cohorts: [inGroup('ehc-plan', '2026-05-06')] },
    on('2026-05-11'),
  )
  assert.equal(right.right, 'right-to-request')
  assert.deepEqual([answer.councilMustPrepare, answer.askedInTime, answer.yearly], [true, true, 344400n])
  assert.deepEqual(
    answer.lines.map(({ inBudget, needs, reasons }) => [inBudget, needs, reasons]),
    [
      [false, [], ['block-contract-cannot-be-split']],
      [true, ['ICB-agreement'], []],
      [true, [], []],
      [false, [], ['direct-payment-cannot-buy-a-school-place']],
    ],
  )
  shows([answer, right], 'statute-read', 'origin', 'secondary')
})

test('V-06 one child on four birthdays', () => {
  const theo = { born: on('2010-09-12'), hasCapacity: true }
  const cohorts = [inGroup('childrens-continuing-care', '2020-01-01')]
  const answers = ['2026-09-11', '2026-09-12', '2028-09-11', '2028-09-12'].map(text => {
    const day = on(text)
    return { consent: consentOn(theo, day), right: rightOn({ born: theo.born, cohorts }, day) }
  })
  assert.deepEqual(
    answers.map(({ consent, right }) => [consent.age, consent.consents, right.right]),
    [
      [15, 'representative', 'right-to-have'],
      [16, 'the-person', 'right-to-have'],
      [17, 'the-person', 'right-to-have'],
      [18, 'the-person', 'decide-afresh'],
    ],
  )
  assert.ok(answers[3]?.right.reasons.includes('decide-adult-CHC-afresh'))
  shows(
    answers.flatMap(({ consent, right }) => [consent, right]),
    'statute-read',
    'general-knowledge',
  )
})
