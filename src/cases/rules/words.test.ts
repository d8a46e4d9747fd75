import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { aCase } from '../examples.ts'
import { kindOf, kinds, namesOf, sayHappened } from '../reference/happened.ts'
import { sayDetails } from './details.ts'
import { nextDays } from './next-days.ts'
import { stepsOf } from './steps.ts'
import { isYours } from './yours.ts'

const day = plainDate('2026-07-14')

test('a happening is a sentence, in the person’s words for the person', () => {
  assert.equal(sayHappened('request-decided', 'staff'), 'Decided on the request')
  assert.equal(sayHappened('request-decided', 'family'), 'We decided on your request')
})

test('a happening that nobody wrote a sentence for can still be read', () => {
  assert.equal(sayHappened('hours-approved-late', 'staff'), 'Hours approved late')
  assert.equal(kindOf('hours-approved-late'), 'other')
})

test('each kind of happening has names to ask for', () => {
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) assert.ok(namesOf(kind).length > 0, kind)
})

test('details are said as sums, days and versions; ids and odd things say nothing', () => {
  assert.equal(
    sayDetails({ version: 2, weekly: '41260', from: '2026-07-14' }),
    'Version 2, £412.60 a week, from 14 July 2026',
  )
  assert.equal(sayDetails({ reference: 'PHB-1', worker: '0190', amount: 'lots', from: 'soon' }), '')
  assert.equal(sayDetails(null), '')
})

test('the days ahead come in order, and none is promised once the case is over', () => {
  const facts = aCase({
    decidedOn: day,
    firstDueOn: plainDate('2026-08-03'),
    doubtBy: plainDate('2026-07-20'),
  })
  assert.deepEqual(
    nextDays({ facts, stage: 'ready-to-pay' }).map(one => one.says),
    ['Answer about the sum', 'First payment'],
  )
  assert.deepEqual(nextDays({ facts, stage: 'withdrawn' }), [])
})

const steps = (
  about: Parameters<typeof aCase>[0],
  stage: Parameters<typeof stepsOf>[0]['stage'],
  more = {},
) =>
  stepsOf({
    reference: 'PHB-1',
    facts: aCase(about),
    stage,
    whose: 'worker',
    yours: false,
    sees: 'all',
    ...more,
  })

test('the step of now is open, those before are done, those after cannot start', () => {
  const found = steps({ decidedOn: day, outcome: 'granted' }, 'needs')
  assert.deepEqual(
    found.slice(0, 3).map(({ state }) => state),
    ['done', 'to-do', 'not-yet'],
  )
  assert.equal(found[2]?.href, undefined)
})

test('a step needs the reader only when it is their turn', () => {
  assert.equal(
    steps({ planOn: day, sumShownOn: day, decidedOn: day }, 'planning', { yours: true })[2]?.state,
    'needs-you',
  )
  assert.equal(steps({ planOn: day, sumShownOn: day, decidedOn: day }, 'planning')[2]?.state, 'to-do')
})

test('whoever sees the money may open the money’s steps, and not the request', () => {
  const found = steps({ decidedOn: day, signedOffOn: day }, 'agreement', { sees: 'money' })
  assert.deepEqual([found[0]?.href, found[3]?.href], [undefined, '/agreements/PHB-1'])
})

test('a turn is the named case worker’s, or of the role in that organisation, or the family’s', () => {
  const actor = (role: string, organisation: string) =>
    ({ id: 'a', name: 'Tom', person: null, roles: [{ role, organisation }] }) as never
  const turn = (whose: string) => ({ whose, since: day, by: null, will: '' }) as never
  const one = { organisation: 'icb', caseWorker: null }
  assert.equal(isYours(actor('team-leader', 'icb'), { turn: turn('approver'), one, sees: 'all' }), true)
  assert.equal(isYours(actor('team-leader', 'other'), { turn: turn('approver'), one, sees: 'all' }), false)
  assert.equal(isYours(actor('case-worker', 'icb'), { turn: turn('finance'), one, sees: 'all' }), false)
  const mine = { ...one, caseWorker: { id: 'a' } }
  assert.equal(isYours(actor('case-worker', 'icb'), { turn: turn('worker'), one: mine, sees: 'all' }), true)
  assert.equal(isYours(actor('case-worker', 'icb'), { turn: turn('family'), one, sees: 'all' }), false)
})
