import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import { inWords, sayValue } from './in-words.ts'
import { register } from './register.ts'

test('facts and answers are told in words, whatever their shape', () => {
  assert.deepEqual(inWords({ bornOn: plainDate('2010-09-12'), stillEnough: true, cost: pence(58500n) }), [
    { what: 'Born on', says: '12 September 2010' },
    { what: 'Still enough', says: 'yes' },
    { what: 'Cost', says: '£585.00' },
  ])
  assert.deepEqual(inWords(false), [{ what: '', says: 'no' }])
  assert.equal(sayValue(['not-home-based', 'too-young']), 'not home based; too young')
  assert.equal(sayValue([]), 'none')
  assert.equal(sayValue({ gap: null, weeks: 12 }), 'gap nothing, weeks 12')
})

test('no example of any rule is told in the language of the program', () => {
  for (const { id, cases } of register)
    for (const { facts, answer } of cases)
      for (const { what, says } of [...inWords(facts), ...inWords(answer)])
        assert.doesNotMatch(
          `${what} ${says}`,
          /[{}]|\[object|undefined|null|[a-z]-[a-z]+-[a-z]/,
          `${id}: ${what} ${says}`,
        )
})
