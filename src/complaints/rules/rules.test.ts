import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bankHolidays, complaintTimes } from '../../clocks/public.ts'
import { plainDate } from '../../kernel/days.ts'
import type { ChcStep } from '../types.ts'
import { chcDays, nextSteps, whyNotStep } from './chc.ts'
import { hiddenIn } from './names.ts'
import { dueOf, type Facts, stageOf, turnOf } from './stage.ts'
import { outcomeOf, whyNotMake } from './why-not.ts'

const on = plainDate

const facts = (say: Partial<Facts> = {}): Facts => ({
  madeBy: 'person',
  receivedOn: on('2026-04-02'),
  lastDay: on('2026-04-10'),
  acknowledgeBy: on('2026-04-09'),
  explainBy: on('2026-10-02'),
  acknowledgedOn: null,
  heard: null,
  consentOn: null,
  plannedBy: null,
  answerBy: null,
  delayedOn: null,
  reopenedOn: null,
  answeredOn: null,
  outcome: null,
  withdrawnOn: null,
  ...say,
})

test('the stage follows the facts, and what ends it comes first', () => {
  const told = { acknowledgedOn: on('2026-04-07') }
  assert.equal(stageOf(facts()), 'to-acknowledge')
  assert.equal(stageOf(facts({ ...told, lastDay: on('2026-04-01') })), 'late-to-decide')
  assert.equal(stageOf(facts({ ...told, lastDay: on('2026-04-01'), heard: true })), 'to-plan')
  assert.equal(stageOf(facts({ ...told, lastDay: on('2026-04-01'), heard: false })), 'not-heard')
  assert.equal(stageOf(facts({ ...told, madeBy: 'somebody-else' })), 'consent-awaited')
  assert.equal(turnOf('consent-awaited'), 'you')
  assert.equal(stageOf(facts({ ...told, plannedBy: on('2026-05-01') })), 'looking')
  assert.equal(stageOf(facts({ ...told, answeredOn: on('2026-05-01') })), 'answered')
  assert.equal(stageOf(facts({ withdrawnOn: on('2026-04-03') })), 'withdrawn')
})

test('due is the acknowledgement, then the day promised, and six months where nothing is explained', () => {
  const told = { acknowledgedOn: on('2026-04-07') }
  assert.equal(dueOf(facts()), '2026-04-09')
  assert.equal(dueOf(facts(told)), '2026-10-02')
  assert.equal(dueOf(facts({ ...told, answerBy: on('2026-05-01') })), '2026-05-01')
  assert.equal(dueOf(facts({ ...told, answerBy: on('2026-12-01') })), '2026-10-02')
  assert.equal(
    dueOf(facts({ ...told, answerBy: on('2026-12-01'), delayedOn: on('2026-10-01') })),
    '2026-12-01',
  )
  assert.equal(dueOf(facts({ answeredOn: on('2026-05-01') })), null)
})

test('V-29 in time on the last day, and a day later only with a reason', () => {
  const made = {
    madeBy: 'person',
    madeByName: 'Ravi Teign',
    how: 'telephone',
    readBack: true,
    words: 'The payment was missed.',
    wants: 'Pay it.',
    lateBecause: '',
    happenedOn: on('2025-04-10'),
  } as const
  const judged = (received: string) => {
    const receivedOn = on(received)
    const times = complaintTimes({ happened: made.happenedOn, received: receivedOn, holidays: bankHolidays })
    return [
      times.acknowledgeBy,
      times.explainIfNoReplyBy,
      whyNotMake(made, { inTime: times.inTime, receivedOn }),
    ]
  }
  assert.deepEqual(judged('2026-04-02'), ['2026-04-09', '2026-10-02', []])
  assert.deepEqual(judged('2026-04-10')[2], [])
  assert.deepEqual(judged('2026-04-11')[2], ['late-reason'])
  assert.deepEqual(whyNotMake({ ...made, readBack: false }, { inTime: true, receivedOn: on('2026-04-02') }), [
    'not-read-back',
  ])
})

test('the outcome of all is upheld, not, or in part', () => {
  const of = (...all: readonly ('upheld' | 'partly' | 'not')[]) =>
    outcomeOf(all.map(outcome => ({ outcome })))
  assert.deepEqual(
    [of('upheld', 'upheld'), of('not'), of('upheld', 'not'), of('partly')],
    ['upheld', 'not', 'partly', 'partly'],
  )
})

test('a public text holds no name, number, date, address; a month and a common word may stand', () => {
  const names = ['Gwen Tallis', 'Will Marsh', 'Marek Zieliński']
  const found = (text: string) => hiddenIn(text, names)
  assert.deepEqual(found('A family waited. In May 2026 we will ring before a change.'), [])
  for (const text of ['gwen rang', 'Will rang', 'ZIELINSKI rang', 'zieliński rang'])
    assert.deepEqual(found(text), ['holds-a-name'], text)
  assert.deepEqual(found('case PHB-7K3M-9QT'), ['holds-a-reference'])
  assert.ok(found('number 943 476 5919').includes('holds-a-number'))
  for (const day of ['30/04/1987', '1987-04-30', '30 April 1987', 'April 30th, 1987'])
    assert.deepEqual(found(`born ${day}`), ['holds-a-day'], day)
  assert.deepEqual(found('write to a.b@millbrook.example'), ['holds-an-address'])
  assert.deepEqual(found('in MB1 1AA'), ['holds-an-address'])
  assert.ok(found('call 01632 960 100').includes('holds-a-telephone'))
})

const step = (what: ChcStep['what'], day: string, changed: boolean | null = null): ChcStep => ({
  round: 1,
  what,
  changed,
  says: '',
  on: on(day),
  byName: 'Priya Nair',
})

test('the local review is asked for within six months of the letter, the panel within six of its end', () => {
  const letter = step('letter', '2026-08-31')
  assert.equal(chcDays([letter]).reviewBy, '2027-02-28')
  const all = [letter, step('review-asked', '2026-09-30'), step('review-answered', '2026-11-10', false)]
  assert.equal(chcDays(all).panelBy, '2027-05-10')
  assert.equal(chcDays([...all.slice(0, 2), step('review-answered', '2026-11-10', true)]).panelBy, null)
  assert.deepEqual(nextSteps(all), ['panel-asked'])
  assert.deepEqual(whyNotStep([letter], { what: 'panel-asked', says: 'x', on: on('2026-10-01') }), [
    'step-out-of-turn',
  ])
  const asked = all.slice(0, 2)
  const panel = { what: 'panel-asked', on: on('2026-12-01') } as const
  assert.deepEqual(whyNotStep(asked, { ...panel, says: '' }), ['undue-delay-reasons'])
  assert.deepEqual(whyNotStep(asked, { ...panel, says: 'Nothing came in two months.' }), [])
})
