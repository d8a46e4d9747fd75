import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import type { Nomination } from '../types.ts'
import { comingOfAge, isChild, warnsOfSixteen, whoConsents } from './age.ts'
import {
  afterWithdrawal,
  type Naming,
  nominationSays,
  nomineeFrom,
  whyNotName,
  whyNotNominee,
} from './nomination.ts'

const day = plainDate
const owens: Nomination = {
  namedOn: day('2026-02-23'),
  agreedOn: day('2026-03-02'),
  bodyAgreedOn: day('2026-03-16'),
  withdrawnOn: null,
}
const why = (nomination: Nomination, on: string) => whyNotNominee.decide({ nomination, day: day(on) })

test('each of these rules answers its own cases as it says', () => {
  for (const { facts, answer, says } of isChild.cases) assert.equal(isChild.decide(facts), answer, says)
  for (const { facts, answer, says } of whoConsents.cases)
    assert.equal(whoConsents.decide(facts), answer, says)
  for (const { facts, answer, says } of whyNotNominee.cases)
    assert.deepEqual(whyNotNominee.decide(facts), answer, says)
})

test('V-06: a mother consents at 15; from the sixteenth birthday Theo does', () => {
  const born = day('2010-09-12')
  const on = (text: string) => whoConsents.decide({ born, day: day(text), hasCapacity: true })
  assert.deepEqual(['2026-09-11', '2026-09-12', '2028-09-11', '2028-09-12'].map(on), [
    'parent-as-representative',
    'the-person',
    'the-person',
    'the-person',
  ])
  assert.deepEqual([isChild.confidence, whoConsents.confidence], ['statute-read', 'general-knowledge'])
})

test('V-59: Theo, his mother and the case worker are warned half a year ahead', () => {
  const born = day('2010-09-12')
  const coming = comingOfAge(born)
  assert.deepEqual(coming, {
    on: '2026-09-12',
    warnFrom: '2026-03-12',
    warn: ['the-person', 'parent', 'case-worker'],
  })
  const warned = ['2026-03-11', '2026-03-12', '2026-09-11', '2026-09-12'].map(text =>
    warnsOfSixteen(born, day(text)),
  )
  assert.deepEqual(warned, [false, true, true, false])
})

test('V-10: a nominee whom the board has not agreed receives nothing, and may from the day it agrees', () => {
  assert.deepEqual(why(owens, '2026-03-13'), ['nominee-not-agreed-by-icb'])
  assert.deepEqual(why(owens, '2026-03-16'), [])
  assert.equal(nomineeFrom(owens), '2026-03-16')
  assert.deepEqual([whyNotNominee.confidence], ['forerunner'])
})

test('V-10: a withdrawal stops nothing by itself, and must be considered', () => {
  const withdrawn = { ...owens, withdrawnOn: day('2026-06-01') }
  assert.deepEqual(why(withdrawn, '2026-05-31'), [])
  assert.deepEqual(why(withdrawn, '2026-06-01'), ['nomination-withdrawn'])
  assert.deepEqual(afterWithdrawal, {
    stopsAtOnce: false,
    must: ['consider-stopping', 'review-as-soon-as-reasonably-possible'],
  })
})

test('every reason is given at once, each with its sentence', () => {
  const nobody = { ...owens, agreedOn: null, bodyAgreedOn: null }
  assert.deepEqual(why(nobody, '2026-02-22'), [
    'nominee-not-named',
    'nominee-has-not-agreed',
    'nominee-not-agreed-by-icb',
  ])
  assert.equal(nomineeFrom(nobody), null)
  for (const reason of why(nobody, '2026-02-22')) assert.ok(nominationSays[reason].length > 10)
})

test('an adult who can decide names a nominee; a child and somebody who cannot decide do not', () => {
  const naming: Naming = {
    by: 'the-person',
    personBorn: day('1969-07-22'),
    hasCapacity: true,
    nomineeIsThePerson: false,
    nomineeBorn: day('2008-03-01'),
  }
  assert.deepEqual(whyNotName(naming, day('2026-03-01')), [])
  assert.deepEqual(whyNotName(naming, day('2026-02-28')), ['nominee-is-a-child'])
  assert.deepEqual(whyNotName({ ...naming, personBorn: day('2010-03-02') }, day('2026-03-01')), [
    'a-child-cannot-name',
  ])
  assert.deepEqual(whyNotName({ ...naming, personBorn: day('2010-03-01') }, day('2026-03-01')), [])
  const muddled = { ...naming, hasCapacity: false, nomineeIsThePerson: true }
  assert.deepEqual(whyNotName(muddled, day('2026-03-01')), ['person-cannot-decide', 'names-themselves'])
  assert.deepEqual(whyNotName({ ...naming, by: 'representative', hasCapacity: false }, day('2026-03-01')), [])
})
