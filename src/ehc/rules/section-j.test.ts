import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { educationTests } from '../../rights/public.ts'
import { aLine, aPlan } from '../examples.ts'
import { runsOf } from './runs.ts'
import { budgetOf, totalsOf, whyNotDecide, whyNotWrite } from './section-j.ts'
import { momentOn } from './stage.ts'

const on = plainDate
const today = on('2026-08-01')

test('V-05 an EHC plan with a block contract, as lines of section J', () => {
  const plan = aPlan([
    { what: 'will-assess', on: on('2026-03-24') },
    { what: 'draft-sent', on: on('2026-05-06') },
  ])
  assert.equal(
    runsOf(plan, { continuingCare: false }).find(run => run.clock === 'EHC-DRAFT')?.due,
    '2026-05-21',
  )
  const at = momentOn(plan, on('2026-05-11'))
  assert.equal(at, 'draft-plan')
  const line = (says: string, yearly: bigint, more: Partial<ReturnType<typeof aLine>>) =>
    aLine({ says, yearly: pence(yearly), ...more })
  const lines = [
    line('speech-therapy', 186_000n, { blockContract: true }),
    line('physiotherapy', 126_000n, {}),
    line('personal-assistant', 218_400n, { strand: 'social-care' }),
    line('school-place', 0n, { strand: 'education', place: true }),
  ]
  const budget = budgetOf(lines, at)
  assert.deepEqual(
    [budget.right, budget.councilMustPrepare, budget.askedInTime],
    ['right-to-request', true, true],
  )
  assert.deepEqual(
    budget.lines.map(({ inBudget, needs, reasons }) => [inBudget, needs, reasons]),
    [
      [false, [], ['block-contract-cannot-be-split']],
      [true, ['ICB-agreement'], []],
      [true, [], []],
      [false, [], ['direct-payment-cannot-buy-a-school-place']],
    ],
  )
  assert.equal(budget.yearly, 344_400n)
  assert.deepEqual([...budget.confidences].sort(), ['origin', 'secondary', 'statute-read'])
  const totals = totalsOf(lines)
  assert.deepEqual(
    totals.map(({ strand, inBudget, notSeparable }) => [strand, inBudget, notSeparable]),
    [
      ['health', 126_000n, 186_000n],
      ['social-care', 218_400n, 0n],
      ['education', 0n, 0n],
    ],
  )
})

test('a line is decided by the rules of its strand, with every reason', () => {
  const all = { answer: 'direct-payment', met: educationTests, asked: true, again: false } as const
  const education = aLine({ strand: 'education' })
  assert.deepEqual(whyNotDecide(education, all), [])
  assert.deepEqual(whyNotDecide(education, { ...all, met: ['efficient'] }), ['test-not-met'])
  assert.deepEqual(whyNotDecide(aLine(), { ...all, met: [] }), [])
  const atSchool = aLine({ strand: 'education', usedThere: true })
  assert.deepEqual(whyNotDecide(atSchool, all), ['setting-has-to-agree'])
  assert.deepEqual(whyNotDecide({ ...atSchool, settingAgrees: true }, all), [])
  assert.deepEqual(whyNotDecide(aLine({ blockContract: true }), all), ['block-contract'])
  assert.deepEqual(whyNotDecide(aLine({ strand: 'education', place: true }), all), ['school-place'])
  assert.deepEqual(whyNotDecide(aLine({ paymentAsked: false }), all), ['payment-not-asked'])
  assert.deepEqual(whyNotDecide(education, { ...all, asked: false }), ['budget-not-asked'])
  assert.deepEqual(whyNotDecide(aLine({ blockContract: true }), { ...all, answer: 'not-in-budget' }), [])
})

test('a line is looked at again once, and only where the family asks', () => {
  const decided = (round: number) => ({
    round,
    answer: 'arranged' as const,
    met: [],
    because: 'Not yet',
    rules: [],
    on: today,
    byName: 'Sian Prosser',
  })
  const once = aLine({ decided: [decided(1)] })
  const asked = { answer: 'direct-payment', met: [], asked: true, again: false } as const
  assert.deepEqual(whyNotDecide(once, asked), ['decided-before'])
  assert.deepEqual(whyNotDecide(once, { ...asked, again: true }), [])
  const twice = aLine({ decided: [decided(1), decided(2)] })
  assert.deepEqual(whyNotDecide(twice, { ...asked, again: true }), ['looked-at-again'])
})

test('only education has a place, and only what is used there needs its agreement', () => {
  assert.deepEqual(whyNotWrite(aLine({ place: true })), ['place-not-education'])
  assert.deepEqual(whyNotWrite(aLine({ settingAgrees: true })), ['not-used-there'])
  assert.deepEqual(whyNotWrite(aLine({ strand: 'education', usedThere: true, settingAgrees: false })), [])
})
