import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { checkNames } from '../types.ts'
import { checks, checksOf } from './checks.ts'
import { nothingFound } from './line-facts.ts'
import { sayFound } from './say.ts'
import { overlap, readTime, spanFor, spanOf } from './spans.ts'

test('nothing is found of a line as it was agreed', () => assert.deepEqual(checksOf(nothingFound), []))

for (const what of checkNames)
  for (const { says, facts, answer } of checks[what].cases)
    test(`${what}: ${says} is ${answer ?? 'in order'}`, () => {
      const found = checksOf({ ...nothingFound, ...facts }).find(one => one.what === what)
      assert.equal(found?.grade ?? null, answer)
      if (found) assert.match(sayFound(found), /^.{15,200}\.$/)
    })

test('every check has a case on both sides of its line, a sentence, and is shown as our own', () => {
  for (const what of checkNames) {
    const answers = checks[what].cases.map(one => one.answer)
    assert.ok(answers.includes(null) && answers.includes(checks[what].grade), what)
    assert.equal(checks[what].confidence, 'design')
  }
})

test('every finding is given, the heaviest first', () => {
  const found = checksOf({
    ...nothingFound,
    sameNumberOn: plainDate('2026-05-10'),
    rate: (nothingFound.rate + 1n) as never,
    assistants: [{ who: 'Joan Reeve', on: nothingFound.on, span: null }],
  })
  assert.deepEqual(
    found.map(({ what, grade }) => [what, grade]),
    [
      ['duplicate-number', 'stop'],
      ['over-rate', 'warning'],
      ['same-day-hours', 'information'],
    ],
  )
})

test('a time is read as people type it, and nothing else', () => {
  for (const [typed, read] of [
    ['9:00', '09:00'],
    ['09.30', '09:30'],
    ['2359', '23:59'],
    ['24:00', null],
    ['9', null],
    ['nine', null],
    ['09:60', null],
  ] as const)
    assert.equal(readTime(typed), read)
})

test('hours overlap over midnight, and not where one begins as the other ends', () => {
  const [monday, tuesday] = [plainDate('2026-05-04'), plainDate('2026-05-05')]
  const night = spanOf(monday, '22:00', '07:00')
  assert.ok(overlap(night, spanOf(tuesday, '06:59', '08:00')))
  assert.ok(!overlap(night, spanOf(tuesday, '07:00', '08:00')))
  assert.ok(!overlap(night, spanOf(monday, '06:59', '08:00')))
  assert.ok(overlap(night, spanFor(monday, '21:30', 750n)))
  assert.ok(!overlap(night, spanFor(monday, '21:30', 500n)))
})
