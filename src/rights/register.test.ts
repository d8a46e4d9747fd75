import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { plainDate } from '../kernel/days.ts'
import { register, sayConfidence } from './register.ts'
import { backings, inForceOn } from './rule.ts'

const anchorsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  )

for (const { id, cases, decide, says } of register) {
  for (const { says: when, facts, answer } of cases)
    test(`${id} (${says.slice(0, 60)}): ${when}`, () => assert.deepEqual(decide(facts), answer))
}

test('no two rules share an id', () => {
  assert.equal(new Set(register.map(({ id }) => id)).size, register.length)
})

test('every rule says one sentence, shows a case, and ends after it begins', () => {
  for (const { id, says, cases, from, until } of register) {
    assert.match(says, /^[A-Z].{10,150}\.$/, id)
    assert.ok(cases.length > 0, id)
    assert.ok(from === null || until === null || from <= until, id)
  }
})

test('every place that a rule cites is a heading of a file in architecture/sources', () => {
  for (const one of register) {
    for (const { source } of backings(one)) {
      const [file = '', anchor = ''] = source.cite.split('#')
      assert.ok(existsSync(file), `${one.id} cites ${file}`)
      assert.ok(anchorsOf(file).includes(anchor), `${one.id} cites ${source.cite}`)
    }
  }
})

test('only what was read in the law is called the law', () => {
  const called = (
    ['origin', 'secondary', 'forerunner', 'general-knowledge', 'design', 'local-setting'] as const
  ).map(sayConfidence)
  assert.match(sayConfidence('statute-read'), /is the law/)
  for (const words of called) assert.match(words, /not (read it in|law|a rule of law)|not read it in/)
})

test('a rule is in force on its first and last day and on no day outside them', () => {
  const ask = register.find(({ id }) => id === 'ADULT_CHC-ASK')
  assert.ok(ask)
  const days = ['2014-03-31', '2014-04-01', '2014-09-30', '2014-10-01'].map(plainDate)
  assert.deepEqual(
    days.map(day => inForceOn(ask, day)),
    [false, true, true, false],
  )
})
