import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Moment, plainDate } from '../../kernel/days.ts'
import { findRule } from '../../rights/public.ts'
import type { Application, Call } from '../types.ts'
import { agreedLevel, evidenced, readiness, rubricLabel, whyNotAction } from './readiness.ts'
import { sayScore, whyNotCall } from './score.ts'
import { select, whyNotScored } from './select.ts'

const closesAt = '2026-04-24T11:00:00.000Z' as Moment
const call: Call = {
  places: 2,
  closesAt,
  criteria: [
    { name: 'leadership', weight: 40 },
    { name: 'co-production', weight: 60 },
  ],
  topLevel: 4,
  equalBy: 'co-production',
}
const from = (area: string, ...levels: readonly (readonly number[])[]): Application => ({
  area,
  receivedAt: closesAt,
  scorings: levels.map((own, at) => ({ scorer: `s${at}`, worksForApplicant: false, levels: own })),
})

test('a call without places, a scale, weights of 100 and a way to tell equals apart is no call', () => {
  const [leadership] = call.criteria
  assert.deepEqual(whyNotCall(call), [])
  assert.deepEqual(
    whyNotCall({ ...call, places: 0, topLevel: 0, criteria: leadership ? [leadership] : [] }),
    ['no-places', 'no-scale', 'weights-not-100', 'equal-by-unknown'],
  )
  assert.throws(() => select({ ...call, places: 0 }, []), /no-places/)
})

test('in time is up to and including the second of closing, as the register says', () => {
  for (const { facts, answer } of findRule('SELECTION-IN-TIME').cases) {
    const { secondsAfterClosing } = facts as { secondsAfterClosing: number }
    const receivedAt = new Date(Date.parse(closesAt) + secondsAfterClosing * 1000).toISOString() as Moment
    const late = whyNotScored(call, { ...from('A', [1, 1], [1, 1]), receivedAt }).includes('late')
    assert.equal(late ? 'late' : 'in time', answer)
  }
  const part = { ...from('A', [1, 1], [1, 1]), receivedAt: '2026-04-24T11:00:00.999Z' as Moment }
  assert.deepEqual(whyNotScored(call, part), [])
})

test('a result needs exactly two people who do not work for the applicant, on the scale', () => {
  assert.deepEqual(whyNotScored(call, from('A', [4, 0], [0, 4])), [])
  assert.deepEqual(whyNotScored(call, from('A', [4, 0])), ['not-two-scorers'])
  assert.deepEqual(whyNotScored(call, from('A', [4, 0], [4, 0], [4, 0])), ['not-two-scorers'])
  assert.deepEqual(whyNotScored(call, from('A', [5, 0], [0, 4])), ['off-the-scale'])
  assert.deepEqual(whyNotScored(call, from('A', [4], [0, 4])), ['off-the-scale'])
  const [one] = from('A', [1, 1]).scorings
  assert.deepEqual(whyNotScored(call, { ...from('A'), scorings: one ? [one, one] : [] }), ['not-two-scorers'])
})

test('whoever works for the applicant counts for nothing, also where they scored low', () => {
  const own = from('A', [0, 0], [3, 3], [3, 3])
  const scorings = own.scorings.map((one, at) => ({ ...one, worksForApplicant: at === 0 }))
  const [judged] = select(call, [{ ...own, scorings }]).judged
  assert.deepEqual(
    judged?.scores.map(({ points }) => points),
    ['not-used', 300, 300],
  )
  assert.equal(sayScore(call, judged?.points ?? 0, 2), '75.00')
})

test('equal in everything across the last place is for people to decide; elsewhere it is no matter', () => {
  const [best, same, twin, low] = ['Best', 'Same', 'Twin', 'Low'] as const
  const three = [from(best, [4, 4], [4, 4]), from(same, [2, 2], [2, 2]), from(twin, [2, 2], [2, 2])]
  const open = select(call, three)
  assert.deepEqual([open.chosen, open.notChosen, open.undecided], [[best], [], [same, twin]])
  const closed = select({ ...call, places: 3 }, [...three, from(low, [0, 0], [0, 0])])
  assert.deepEqual([closed.chosen, closed.notChosen, closed.undecided], [[best, same, twin], [low], []])
})

test('a score has two decimals, half a hundredth up', () => {
  assert.deepEqual(
    [sayScore(call, 305), sayScore(call, 15, 2), sayScore(call, 0), sayScore(call, 400)],
    ['76.25', '1.88', '0.00', '100.00'],
  )
})

const level = fc.integer({ min: 0, max: 4 })
const some = fc.array(fc.array(fc.tuple(level, level), { maxLength: 3 }), { maxLength: 8 })

test('the order in which applications came in changes nothing, and everybody has one answer', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 4 }), (levels, places) => {
      const all = levels.map((own, at) => from(`Area ${at}`, ...own))
      const found = select({ ...call, places }, all)
      assert.deepEqual(select({ ...call, places }, all.toReversed()), found)
      const answered = [
        ...found.chosen,
        ...found.notChosen,
        ...found.undecided,
        ...Object.keys(found.notScored),
      ]
      assert.deepEqual(answered.sort(), all.map(({ area }) => area).sort())
      assert.equal(found.lettersTo.length, all.length)
      assert.ok(found.chosen.length <= places)
    }),
  )
})

const theme = { theme: 'money', claimed: 2, evidenceFor: [1, 2], agreedAt: 2 } as const

test('a level counts as the register says', () => {
  for (const { facts, answer } of findRule('READINESS-AGREED').cases) {
    const one = facts as { claimed: number; evidenced: number; agreed: number }
    const evidenceFor = Array.from({ length: one.evidenced }, (_, at) => at + 1)
    assert.equal(
      agreedLevel({ theme: 'money', claimed: one.claimed, evidenceFor, agreedAt: one.agreed }),
      answer,
    )
  }
  assert.equal(findRule('READINESS-LOCAL-RUBRIC').decide({}), rubricLabel)
})

test('evidence that is missing below holds back what is above', () => {
  assert.equal(evidenced({ ...theme, evidenceFor: [1, 3] }), 1)
  assert.equal(evidenced({ ...theme, evidenceFor: [3, 2, 1] }), 3)
  assert.equal(evidenced({ ...theme, evidenceFor: [] }), 0)
})

test('what nobody has agreed to waits; the target itself is no gap', () => {
  const of = (agreedAt: number | null) => readiness([{ ...theme, agreedAt }], { topLevel: 4, target: 2 })
  assert.deepEqual(
    [of(null).agreed, of(null).total, of(null).gaps, of(null).waiting],
    [{ money: null }, 0, [], ['money']],
  )
  assert.deepEqual(
    [of(2).gaps, of(1).gaps, of(0).gaps],
    [[], [{ theme: 'money', levels: 1 }], [{ theme: 'money', levels: 2 }]],
  )
})

test('an action has an owner and a day that has not gone', () => {
  const today = plainDate('2026-06-30')
  const why = (owner: string, by: string) => whyNotAction({ owner, by: plainDate(by), today })
  assert.deepEqual(
    [why('Ida Marsh', '2026-06-30'), why('Ida Marsh', '2026-06-29'), why(' ', '2026-07-01')],
    [[], ['day-gone'], ['owner-missing']],
  )
})
