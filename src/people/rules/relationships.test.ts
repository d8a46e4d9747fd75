import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment, plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { readThousandths, type Thousandths } from '../../kernel/money.ts'
import type { LegalBasis, Relationship } from '../types.ts'
import { helperMay } from './helping.ts'
import {
  allOfIt,
  everyPart,
  holds,
  lastDay,
  mayDo,
  maySee,
  nothingAllowed,
  relationshipsOn,
  shows,
  together,
  whatMay,
  whyNotApproveHours,
} from './relationships.ts'

const day = plainDate
const at = (text: string) => moment(new Date(text))
const hours = (text: string): Thousandths => {
  const read = readThousandths(text)
  assert.ok(read !== null)
  return read
}
const nell = newId<'person'>()
const bond = {
  id: newId<'relationship'>(),
  person: nell,
  personBorn: day('1984-02-03'),
  otherPerson: newId<'person'>(),
  otherOrganisation: null,
  otherName: 'Prue Sands',
  from: day('2026-03-01'),
  until: null,
  revokedAt: null,
} as const
const prue: Relationship = { ...bond, kind: 'helper', may: helperMay(['balance', 'plan-lines'], null) }
const ivo: Relationship = { ...bond, kind: 'helper', may: helperMay(['approve-hours'], hours('30')) }
const theosMother: Relationship = {
  ...bond,
  kind: 'representative',
  basis: 'parental-responsibility',
  personBorn: day('2010-09-12'),
  agreedOn: day('2026-03-01'),
}

test('V-50: a sister who was let look at balance and plan lines sees those and does nothing', () => {
  const may = whatMay(prue, day('2026-03-10'))
  assert.equal(shows(may, 'balance'), 'shown')
  assert.equal(shows(may, 'plan-lines'), 'shown')
  assert.equal(shows(may, 'bank-details'), 'not-found')
  assert.equal(shows(may, 'assessment'), 'not-found')
  assert.deepEqual(whyNotApproveHours(may, hours('1')), ['may-not-approve-hours'])
  assert.equal(mayDo(may, 'change-contact-details'), false)
  assert.equal(mayDo(may, 'change-bank-account'), false)
})

test('V-50: before the first day nothing is found', () => {
  assert.equal(shows(whatMay(prue, day('2026-02-28')), 'balance'), 'not-found')
  assert.equal(shows(whatMay(prue, day('2026-03-01')), 'balance'), 'shown')
})

test('V-51: a neighbour approves hours up to the limit, and sees names, days and hours only', () => {
  const may = whatMay(ivo, day('2026-03-29'))
  const approve = (count: string) => whyNotApproveHours(may, hours(count))
  assert.deepEqual(approve('28.5'), [])
  assert.deepEqual(approve('30.0'), [])
  assert.deepEqual(approve('30.5'), ['above-limit-of-helper'])
  assert.deepEqual(approve('12.0'), [])
  assert.deepEqual([...may.sees], ['hours'])
  for (const part of ['pay-rates', 'balance', 'needs', 'bank-details'] as const)
    assert.equal(shows(may, part), 'not-found')
})

test('V-52: a helper revoked while signed in finds nothing from then, and what was approved stands', () => {
  const revoked = { ...ivo, revokedAt: at('2026-05-12T13:05:00Z') }
  assert.equal(shows(whatMay(revoked, at('2026-05-12T13:04:30Z')), 'hours'), 'shown')
  assert.equal(shows(whatMay(revoked, at('2026-05-12T13:05:00Z')), 'hours'), 'not-found')
  assert.equal(shows(whatMay(revoked, at('2026-05-12T13:06:00Z')), 'hours'), 'not-found')
  assert.deepEqual(whyNotApproveHours(whatMay(revoked, at('2026-05-10T10:00:00Z')), hours('28.5')), [])
  assert.equal(revoked.otherName, bond.otherName)
})

test('asked of a whole day, a revocation counts for all of that day', () => {
  const revoked = { ...ivo, revokedAt: at('2026-05-12T13:05:00Z') }
  assert.equal(holds(revoked, day('2026-05-11')), true)
  assert.equal(holds(revoked, day('2026-05-12')), false)
})

test('V-59: a mother sees the full record until the sixteenth birthday, then what her son lets her', () => {
  assert.deepEqual(whatMay(theosMother, day('2026-09-11')), allOfIt)
  assert.deepEqual(whatMay(theosMother, day('2026-09-12')), nothingAllowed)
  assert.equal(lastDay(theosMother), '2026-09-11')
  const granted: Relationship = { ...prue, from: day('2026-09-20') }
  const may = together([theosMother, granted].map(one => whatMay(one, day('2026-09-21'))))
  for (const part of ['balance', 'plan-lines'] as const) assert.equal(shows(may, part), 'shown')
  for (const part of ['assessment', 'bank-details'] as const) assert.equal(shows(may, part), 'not-found')
})

test('V-59: the birthday begins at midnight in England, in summer time too', () => {
  assert.deepEqual(whatMay(theosMother, at('2026-09-11T22:59:59Z')), allOfIt)
  assert.deepEqual(whatMay(theosMother, at('2026-09-11T23:00:00Z')), nothingAllowed)
})

test('V-06: the sixteenth birthday of a child born on 29 February or 1 March ends what a parent sees', () => {
  const parent: Relationship = {
    ...bond,
    kind: 'parent',
    personBorn: day('2012-02-29'),
    from: day('2020-01-01'),
  }
  assert.deepEqual(whatMay(parent, day('2028-02-28')), allOfIt)
  assert.deepEqual(whatMay(parent, day('2028-02-29')), nothingAllowed)
  const later: Relationship = { ...parent, personBorn: day('2011-03-01') }
  assert.deepEqual(whatMay(later, day('2027-02-28')), allOfIt)
  assert.deepEqual(whatMay(later, day('2027-03-01')), nothingAllowed)
})

test('a parent stays a parent after sixteen, and sees nothing for that reason alone', () => {
  const parent: Relationship = { ...bond, kind: 'parent', personBorn: day('2010-09-12') }
  assert.deepEqual(
    relationshipsOn([parent, prue], day('2026-09-12')).map(({ kind }) => kind),
    ['parent', 'helper'],
  )
  assert.deepEqual(whatMay(parent, day('2026-09-12')), nothingAllowed)
})

test('where the birth is not known, nobody decides as a parent', () => {
  const parent: Relationship = { ...bond, kind: 'parent', personBorn: null }
  assert.deepEqual(whatMay(parent, day('2026-03-01')), nothingAllowed)
})

test('the last day is inside, and nothing is found on the day after', () => {
  const short = { ...prue, until: day('2026-03-31') }
  assert.equal(shows(whatMay(short, day('2026-03-31')), 'balance'), 'shown')
  assert.equal(shows(whatMay(short, day('2026-04-01')), 'balance'), 'not-found')
  assert.equal(lastDay({ ...theosMother, until: day('2026-05-31') }), '2026-05-31')
})

test('a carer sees nothing without being let', () => {
  assert.deepEqual(whatMay({ ...bond, kind: 'carer' }, day('2026-03-10')), nothingAllowed)
})

test('a representative stands in the place of the person from the day of agreeing to act', () => {
  const bases: LegalBasis[] = ['deputy', 'lasting-power-health', 'attorney', 'appointed-by-icb']
  for (const basis of bases) {
    const one: Relationship = { ...bond, kind: 'representative', basis, agreedOn: day('2026-03-05') }
    assert.deepEqual(whatMay(one, day('2026-03-04')), nothingAllowed, basis)
    assert.deepEqual(whatMay(one, day('2026-03-05')), allOfIt, basis)
    assert.deepEqual(whatMay({ ...one, agreedOn: null }, day('2026-12-01')), nothingAllowed, basis)
  }
})

test('power over property opens the money and the plan, not the clinical record', () => {
  const one: Relationship = {
    ...bond,
    kind: 'representative',
    basis: 'lasting-power-property',
    agreedOn: bond.from,
  }
  const may = whatMay(one, day('2026-03-10'))
  for (const part of everyPart)
    assert.equal(maySee(may, part), part !== 'needs' && part !== 'assessment', part)
})

test('V-10: a nominee does nothing until both have agreed, and still accounts after a withdrawal', () => {
  const lowri: Relationship = {
    ...bond,
    kind: 'nominee',
    from: day('2026-02-23'),
    namedOn: day('2026-02-23'),
    agreedOn: day('2026-03-02'),
    bodyAgreedOn: day('2026-03-16'),
    withdrawnOn: day('2026-06-01'),
  }
  assert.deepEqual(whatMay(lowri, day('2026-03-15')), nothingAllowed)
  const standing = whatMay(lowri, day('2026-03-16'))
  assert.equal(maySee(standing, 'balance') && mayDo(standing, 'send-evidence'), true)
  assert.equal(maySee(standing, 'assessment'), false)
  assert.deepEqual(whyNotApproveHours(standing, hours('99')), [])
  const former = whatMay(lowri, day('2026-06-01'))
  assert.deepEqual([...former.sees], ['evidence'])
  assert.equal(mayDo(former, 'send-evidence'), true)
  assert.equal(mayDo(former, 'change-bank-account'), false)
})
