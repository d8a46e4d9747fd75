import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, plainDate } from '../../kernel/days.ts'
import { aPlan, upToFinal } from '../examples.ts'
import type { NewFact, Plan } from '../types.ts'
import { openRuns, runsOf } from './runs.ts'
import { momentOn, pausesOf, stageOf, whyNotCounted } from './stage.ts'
import { sayProblemOf, whyNotNote } from './why-not.ts'

const on = plainDate
const today = on('2026-08-01')
const final = upToFinal({ decided: on('2026-03-24'), draft: on('2026-05-06'), final: on('2026-06-20') })
const runOf = (plan: Plan, clock: string) =>
  runsOf(plan, { continuingCare: false }).find(r => r.clock === clock)
const problems = (facts: readonly NewFact[], one: NewFact) => whyNotNote(aPlan(facts), one, today)

test('the stage follows from what happened, in whichever order it was noted', () => {
  const stage = (...facts: readonly NewFact[]) => stageOf(aPlan(facts))
  const [yes, draft, made] = final as [NewFact, NewFact, NewFact]
  assert.equal(stage(), 'asked')
  assert.equal(stage({ what: 'will-not-assess', on: on('2026-03-24') }), 'not-assessed')
  assert.equal(stage(yes), 'assessing')
  assert.equal(stage(yes, { what: 'no-plan', on: on('2026-06-01') }), 'no-plan')
  assert.equal(stage(yes, draft), 'draft')
  assert.equal(stage(...final, made), 'final')
  assert.equal(stage(...final, { what: 'reassessment', on: on('2026-07-01') }), 'reassessing')
  const again = { what: 'draft-sent', on: on('2026-07-20') } as const
  assert.equal(stage(...final, { what: 'reassessment', on: on('2026-07-01') }, again), 'draft')
  assert.equal(stage(...final, { what: 'plan-ended', on: on('2026-07-01') }), 'ended')
})

test('V-27 six, sixteen and twenty weeks and a pause, from the facts of the module', () => {
  const plan = aPlan([
    { what: 'will-assess', on: on('2026-03-24') },
    { what: 'advice-asked', on: on('2026-04-01'), choice: 'health', who: 'NHS Millbrook ICB' },
    {
      what: 'pause',
      on: on('2026-04-20'),
      until: on('2026-05-17'),
      choice: 'absence',
      accepted: true,
      who: 'Sian Prosser',
    },
  ])
  const days = (clock: string) => {
    const run = runOf(plan, clock)
    return [run?.due, run?.withPause, run?.met]
  }
  assert.deepEqual(days('EHC-DECIDE'), ['2026-03-30', '2026-03-30', '2026-03-24'])
  assert.deepEqual(days('EHC-ADVICE'), ['2026-05-13', '2026-06-10', null])
  assert.deepEqual(days('EHC-REFUSE'), ['2026-06-08', '2026-07-06', null])
  assert.deepEqual(days('EHC-FINAL'), ['2026-07-06', '2026-08-03', null])
  const [first] = openRuns(runsOf(plan, { continuingCare: false }))
  assert.equal(first?.clock, 'EHC-ADVICE')
})

test('a pause that is not accepted or too short stays on the page and moves no day', () => {
  const pause = (more: Partial<NewFact>) =>
    aPlan([
      {
        what: 'pause',
        on: on('2026-03-01'),
        until: on('2026-03-28'),
        choice: 'absence',
        accepted: true,
        who: 'Sian Prosser',
        ...more,
      },
    ])
  const why = (plan: Plan) => pausesOf(plan).flatMap(whyNotCounted)
  assert.deepEqual(why(pause({})), [])
  assert.equal(runOf(pause({}), 'EHC-FINAL')?.withPause, '2026-08-03')
  assert.deepEqual(why(pause({ until: on('2026-03-27') })), ['absence-under-4-weeks'])
  assert.equal(runOf(pause({ until: on('2026-03-27') }), 'EHC-FINAL')?.withPause, '2026-07-06')
  assert.deepEqual(why(pause({ accepted: false })), ['not-accepted'])
  assert.equal(runOf(pause({ accepted: false }), 'EHC-FINAL')?.withPause, '2026-07-06')
})

test('a budget is asked for at a draft, a review and a reassessment, else it hears when', () => {
  const plan = aPlan(final)
  assert.equal(momentOn(plan, on('2027-04-24')), 'other-time')
  assert.equal(momentOn(plan, on('2027-04-25')), 'review')
  const reviewed = aPlan([...final, { what: 'annual-review', on: on('2027-06-10') }])
  assert.equal(momentOn(reviewed, on('2027-07-08')), 'review')
  assert.equal(momentOn(reviewed, on('2027-07-09')), 'other-time')
  assert.equal(momentOn(aPlan([...final, { what: 'reassessment', on: today }]), today), 'reassessment')
  assert.deepEqual(problems(final, { what: 'budget-asked', on: today }), ['not-the-time-to-ask'])
  assert.match(sayProblemOf('not-the-time-to-ask', plan), /The next review is open from 25 April 2027/)
})

test('days in the wrong order are named, each with its own sentence', () => {
  const [yes, draft] = final as [NewFact, NewFact]
  assert.deepEqual(problems([], { what: 'will-assess', on: on('2026-02-15') }), ['before-the-request'])
  assert.deepEqual(problems([], { what: 'will-assess', on: addDays(today, 1) }), ['in-the-future'])
  assert.deepEqual(problems([yes], { what: 'will-assess', on: today }), ['decided-already'])
  assert.deepEqual(problems([], { what: 'draft-sent', on: today }), ['not-assessing'])
  assert.deepEqual(problems([yes], { what: 'draft-sent', on: on('2026-03-23') }), ['before-the-decision'])
  assert.deepEqual(problems([yes, draft], { what: 'final-plan', on: on('2026-05-05') }), ['before-the-draft'])
  assert.deepEqual(problems([yes, draft], { what: 'final-plan', on: on('2026-05-21') }), [
    'comments-not-over',
  ])
  assert.deepEqual(problems([yes, draft], { what: 'final-plan', on: on('2026-05-22') }), [])
  const told = { what: 'comments', on: on('2026-05-12'), words: 'It is right' } as const
  assert.deepEqual(problems([yes, draft, told], { what: 'final-plan', on: on('2026-05-12') }), [])
  assert.deepEqual(problems([], { what: 'annual-review', on: today }), ['no-final-plan'])
  assert.deepEqual(problems(final, { what: 'annual-review', on: on('2026-06-19') }), ['before-the-plan'])
  const asked = { what: 'advice-asked', on: on('2026-04-01'), choice: 'health', who: 'ICB' } as const
  const came = (day: string, about = 2): NewFact => ({ what: 'advice-received', on: on(day), about })
  assert.deepEqual(problems([yes, asked], came('2026-03-31')), ['before-it-was-asked'])
  assert.deepEqual(problems([yes, asked], came('2026-04-01')), [])
  assert.deepEqual(problems([yes, asked], came('2026-04-01', 1)), ['advice-not-found'])
  assert.deepEqual(
    problems([], { what: 'pause', on: today, until: addDays(today, -1), choice: 'absence', accepted: true }),
    ['until-before-from'],
  )
  const ended = [...final, { what: 'plan-ended', on: today, choice: 'moved-away' } as const]
  assert.deepEqual(problems(ended, { what: 'annual-review', on: today }), ['ended'])
  assert.deepEqual(problems(final, { what: 'plan-ended', on: today, choice: 'is-25' }), ['not-25'])
})

test('a step that made another idle is dropped, so that nobody is reminded of it', () => {
  const plan = aPlan(final)
  assert.equal(runOf(plan, 'EHC-REFUSE')?.dropped, '2026-05-06')
  assert.equal(runOf(plan, 'EHC-DRAFT')?.dropped, '2026-06-20')
  assert.equal(runOf(plan, 'EHC-FINAL')?.met, '2026-06-20')
  assert.equal(runOf(plan, 'EHC-REVIEW')?.due, '2027-06-20')
  assert.equal(
    runOf(aPlan([{ what: 'will-not-assess', on: on('2026-03-24') }]), 'EHC-FINAL')?.dropped,
    '2026-03-24',
  )
})

test('V-25 a council lane: within six months, then yearly; education within three', () => {
  const paid = (choice: string): NewFact => ({ what: 'payment-began', on: on('2026-01-30'), choice })
  const held: NewFact = { what: 'payment-reviewed', on: on('2026-07-01'), choice: 'social-care' }
  const plan = aPlan([...final, paid('education'), paid('social-care'), held])
  assert.equal(runOf(plan, 'SEN-DP-REVIEW')?.due, '2026-04-30')
  assert.deepEqual(
    [runOf(plan, 'CARE-ACT-DP-REVIEW')?.due, runOf(plan, 'CARE-ACT-DP-REVIEW')?.met],
    ['2026-07-30', '2026-07-01'],
  )
  assert.equal(runOf(plan, 'CARE-ACT-DP-REVIEW-YEARLY')?.due, '2027-07-01')
})

test('V-34 the four days of the move are clocks here only where continuing care has none', () => {
  const plan = aPlan(final, { born: on('2008-11-03') })
  const ages = (continuingCare: boolean) =>
    runsOf(plan, { continuingCare })
      .filter(run => run.clock.startsWith('CYPCC-ADULT'))
      .map(run => run.due)
  assert.deepEqual(ages(true), [])
  assert.deepEqual(ages(false), ['2022-11-03', '2024-11-03', '2025-11-03', '2026-11-03'])
})

test('the hand-over is signed from 18, once the adult decision was asked for', () => {
  const born = { born: on('2008-11-03') }
  const sign = (day: string, facts: readonly NewFact[]) =>
    whyNotNote(aPlan(facts, born), { what: 'handover-adults', on: on(day) }, on('2026-10-01'))
  const asked: NewFact = { what: 'adult-asked', on: on('2026-08-01'), words: 'PHB-7K3M-9QT' }
  assert.deepEqual(sign('2026-11-02', [...final, asked]), ['before-18'])
  assert.deepEqual(sign('2026-11-03', final), ['adult-not-asked'])
  assert.deepEqual(sign('2026-11-03', [...final, asked]), [])
  const move = (...facts: readonly NewFact[]) =>
    whyNotNote(
      aPlan([...final, { what: 'budget-joined', on: on('2026-07-01'), words: 'x' }, ...facts], born),
      { what: 'moved', on: on('2026-11-03') },
      on('2026-10-01'),
    )
  const signed = (what: 'handover-adults' | 'handover-childrens', day: string): NewFact => ({
    what,
    on: on(day),
  })
  assert.deepEqual(move(signed('handover-adults', '2026-11-03')), ['not-both-signed'])
  assert.deepEqual(
    move(signed('handover-adults', '2026-11-03'), signed('handover-childrens', '2026-11-04')),
    ['not-both-signed'],
  )
  assert.deepEqual(
    move(signed('handover-adults', '2026-11-03'), signed('handover-childrens', '2026-11-03')),
    [],
  )
})
