import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { aSheet, aTerm, spells } from '../examples.ts'
import type { SignOff, Task } from '../types.ts'
import { pendingReasons, pendingSays, type SheetFacts, sayPending, whyPending } from './pending.ts'

const day = plainDate
const signOff = (say: Partial<SignOff> = {}): SignOff => ({
  trainedBy: 'Siobhán Kelly',
  trainedOn: day('2026-03-30'),
  signedBy: 'Siobhán Kelly',
  signedRole: 'community nurse',
  on: day('2026-04-01'),
  until: day('2026-04-09'),
  ...say,
})
const task = (signOffs: readonly SignOff[]): Task => ({
  id: newId(),
  says: 'Tube feed',
  from: day('2026-04-01'),
  signOffs,
})
const facts = (say: Partial<SheetFacts> = {}): SheetFacts => ({
  sheet: aSheet(),
  terms: [aTerm()],
  from: day('2026-04-06'),
  until: null,
  ending: null,
  tasks: [],
  clashes: [],
  holidays: new Set([day('2026-04-06')]),
  ...say,
})
const reasons = (say: Partial<SheetFacts>) => whyPending(facts(say)).map(({ reason }) => reason)

test('a week as agreed waits for the employer and for nothing else', () => {
  assert.deepEqual(reasons({}), ['not-approved-yet'])
  const decided = { because: 'Tuesday was off', by: 'Gwen', on: day('2026-04-13'), at: '' as never }
  assert.deepEqual(reasons({ sheet: aSheet({ decided: { ...decided, what: 'approved' } }) }), [])
  const back = whyPending(facts({ sheet: aSheet({ decided: { ...decided, what: 'sent-back' } }) }))
  assert.deepEqual(back, [{ reason: 'sent-back', about: 'Tuesday was off' }])
})

test('the agreed hours are inside, a quarter of an hour above them is said', () => {
  const hours = (last: string) =>
    aSheet({
      spells: spells([
        ['2026-04-07', '8'],
        ['2026-04-08', '8'],
        ['2026-04-09', last],
      ]),
    })
  assert.deepEqual(reasons({ sheet: hours('8') }), ['not-approved-yet'])
  const [, above] = whyPending(facts({ sheet: hours('8.25') }))
  assert.deepEqual(above, { reason: 'over-agreed', about: '0.25 hours above the 24 agreed' })
})

test('days before the job, after its term and after its end are outside it, the ends are inside', () => {
  const on = (at: string) => aSheet({ spells: spells([[at, '8']]) })
  assert.deepEqual(reasons({ sheet: on('2026-04-06'), from: day('2026-04-07') }).slice(1), [
    'outside-engagement',
    'bank-holiday',
  ])
  assert.deepEqual(reasons({ sheet: on('2026-04-07'), from: day('2026-04-07') }), ['not-approved-yet'])
  assert.deepEqual(reasons({ sheet: on('2026-04-08'), until: day('2026-04-08') }), ['not-approved-yet'])
  const ending = { on: day('2026-04-07'), noticeOn: day('2026-04-01'), ground: 'resigned' as const }
  assert.deepEqual(reasons({ sheet: on('2026-04-08'), until: day('2026-04-08'), ending }).slice(1), [
    'outside-engagement',
  ])
})

test('a task must be signed off on each day that was worked, and what it is is not said', () => {
  const safe = task([signOff()])
  const ranOut = task([signOff({ until: day('2026-04-08') })])
  const never = task([])
  const sheet = aSheet({ tasks: [safe.id] })
  assert.deepEqual(reasons({ sheet, tasks: [safe] }), ['not-approved-yet'])
  const found = whyPending(
    facts({ sheet: { ...sheet, tasks: [safe.id, ranOut.id, never.id] }, tasks: [safe, ranOut, never] }),
  )
  assert.deepEqual(found[1], { reason: 'not-signed-off', about: '2 tasks' })
  assert.doesNotMatch(JSON.stringify(found), /feed/)
})

test('every reason is given at once, in one order, and each is a sentence', () => {
  const sheet = aSheet({
    tasks: [newId()],
    spells: [
      ...spells([
        ['2026-04-06', '24'],
        ['2026-04-07', '9'],
      ]),
      ...spells([['2026-04-07', '1']], 'sleep-in'),
    ],
  })
  const clashes = [
    { on: day('2026-04-06'), kind: 'over-24' as const },
    { on: day('2026-04-07'), kind: 'overlaps' as const },
  ]
  const found = whyPending(facts({ sheet, clashes, from: day('2026-04-07') }))
  assert.deepEqual(
    found.map(({ reason }) => reason),
    pendingReasons.filter(reason => reason !== 'sent-back'),
  )
  for (const one of found) assert.match(sayPending(one), /^[A-Z].{15,}\.$/)
  assert.match(sayPending(found[1] ?? found[0] ?? { reason: 'sent-back', about: '' }), /Monday 6 April 2026/)
  assert.equal(Object.keys(pendingSays).length, pendingReasons.length)
})
