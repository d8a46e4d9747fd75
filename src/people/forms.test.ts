import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../kernel/days.ts'
import { readThousandths, type Thousandths } from '../kernel/money.ts'
import type { Read } from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'
import { personForm, readCommunication, readContact, readHelper, relationshipForm } from './forms.ts'
import { shows, whyNotApproveHours } from './rules/relationships.ts'

// Any sequence of code units, halves of characters too.
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes))
const today = plainDate('2026-11-22')
const errorsOf = (read: Read<unknown>): Record<string, string> =>
  read.ok ? {} : Object.fromEntries(read.errors.map(({ field, says }) => [field, says]))
const given = <Value>(read: Read<Value>): Value => {
  assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.errors))
  return read.value
}
const hours = (text: string): Thousandths => readThousandths(text) ?? assert.fail(text)
const dayTyped = (name: string, text: string): Typed => {
  const [year = '', month = '', dayOfMonth = ''] = text.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}

const theo: Typed = {
  fullName: ' Theo  Barr ',
  preferredName: '',
  nhsNumber: '999 000 0018',
  ...dayTyped('bornOn', '2010-09-12'),
}
const readPerson = (typed: Typed) => personForm(today).read(typed)

test('a person is read with the name as written, the NHS number as digits and the day of birth', () => {
  assert.deepEqual(given(readPerson(theo)), {
    fullName: 'Theo Barr',
    preferredName: null,
    nhsNumber: '9990000018',
    bornOn: '2010-09-12',
  })
  assert.equal(given(readPerson({ ...theo, preferredName: '🦊 ثيو' })).preferredName, '🦊 ثيو')
  assert.equal(given(readPerson({ ...theo, nhsNumber: ' ' })).nhsNumber, null)
})

test('an empty form says at each field what to enter', () => {
  assert.deepEqual(errorsOf(readPerson({})), {
    fullName: 'Enter the full name',
    'bornOn-day': 'Enter the date of birth',
  })
})

test('31 February, a future birth, a birth too long ago and letters for a day each get a sentence', () => {
  const born = (text: string) => errorsOf(readPerson({ ...theo, ...dayTyped('bornOn', text) }))
  assert.deepEqual(born('2026-02-31'), { 'bornOn-day': 'The date of birth must be a day of the calendar' })
  assert.deepEqual(born('2026-11-23'), { 'bornOn-day': 'The date of birth must be in the past' })
  assert.deepEqual(born('1906-11-21'), { 'bornOn-day': 'The date of birth must be less than 120 years ago' })
  assert.equal(Object.keys(born('2010-09-x'))[0], 'bornOn-day')
  assert.deepEqual(born('2026-11-22'), {})
  assert.deepEqual(born('1906-11-22'), {})
})

test('a wrong NHS number, a name too long and a control character are refused at their fields', () => {
  const wrong = { ...theo, fullName: 'a'.repeat(101), preferredName: 'Th\u0007eo', nhsNumber: '9990000019' }
  const errors = errorsOf(readPerson(wrong))
  assert.deepEqual(Object.keys(errors), ['fullName', 'preferredName', 'nhsNumber'])
  assert.match(errors['fullName'] ?? '', /100 characters/)
  assert.match(errors['nhsNumber'] ?? '', /Check each digit/)
})

const home: Typed = {
  address1: '14 Mill Lane',
  address2: '',
  town: 'Millbrook',
  postcode: 'mb1 2ab',
  telephone: '07700 900982',
}

test('a way to reach somebody is read and put in order', () => {
  assert.deepEqual(given(readContact({ ...home, email: 'Amira@Example.org' })), {
    lines: ['14 Mill Lane'],
    town: 'Millbrook',
    postcode: 'MB1 2AB',
    telephone: '+447700900982',
    email: 'Amira@example.org',
  })
})

test('somebody without a fixed address is reached another way', () => {
  assert.deepEqual(given(readContact({ noFixedAddress: 'yes', telephone: '07700 900982' })), {
    telephone: '+447700900982',
  })
  assert.deepEqual(given(readContact({ noFixedAddress: 'yes' })), {})
  assert.equal(readContact({ noFixedAddress: 'yes', town: 'Millbrook' }).ok, false)
})

test('an address, a telephone number and an e-mail address that are wrong are all told at once', () => {
  const errors = errorsOf(readContact({ town: ' ', postcode: 'MB1', telephone: 'ring me', email: 'amira' }))
  assert.deepEqual(Object.keys(errors), ['address1', 'town', 'postcode', 'telephone', 'email'])
  assert.match(errors['postcode'] ?? '', /full UK postcode/)
})

test('communication needs come with the answers that they ask for and with leave to share', () => {
  const typed = { needs: ['large-print', 'hearing-loop'], 'detail-large-print': '24 point', share: 'yes' }
  assert.deepEqual(given(readCommunication(typed)), [
    { need: 'large-print', detail: '24 point', mayShare: true },
    { need: 'hearing-loop', detail: null, mayShare: true },
  ])
  assert.deepEqual(given(readCommunication({})), [])
  assert.deepEqual(given(readCommunication({ needs: 'no-such-need' })), [])
})

test('a need without its answer, and needs without leave or refusal to share, are asked for', () => {
  const errors = errorsOf(readCommunication({ needs: 'language-interpreter' }))
  assert.deepEqual(Object.keys(errors), ['detail-language-interpreter', 'share'])
  assert.match(errors['detail-language-interpreter'] ?? '', /Which language/)
  const long = readCommunication({ needs: 'large-print', 'detail-large-print': 'x'.repeat(101), share: 'no' })
  assert.deepEqual(errorsOf(long), { 'detail-large-print': 'Use 100 characters or fewer' })
})

const mother: Typed = { kind: 'parent', name: 'Amira Hassan', ...dayTyped('from', '2020-01-01') }
const readBond = (typed: Typed) => relationshipForm(today).read(typed)

test('a representative names the legal basis, and nobody else is asked for it', () => {
  assert.equal(given(readBond({ ...mother, basis: 'deputy' })).basis, null)
  assert.deepEqual(Object.keys(errorsOf(readBond({ ...mother, kind: 'representative' }))), ['basis'])
  assert.equal(given(readBond({ ...mother, kind: 'representative', basis: 'deputy' })).basis, 'deputy')
  assert.deepEqual(Object.keys(errorsOf(readBond({ ...mother, kind: 'friend' }))), ['kind'])
  assert.deepEqual(Object.keys(errorsOf(readBond({ ...mother, ...dayTyped('from', '2026-11-23') }))), [
    'from-day',
  ])
})

const ivo: Typed = {
  name: 'Ivo Lane',
  help: 'approve-hours',
  hours: '30.5',
  ...dayTyped('until', '2027-03-31'),
}

test('a helper gets limits and a last day, from today where no first day is given', () => {
  const read = given(readHelper(ivo, today))
  assert.equal(read.from, today)
  assert.equal(read.until, '2027-03-31')
  assert.equal(shows(read.may, 'hours'), 'shown')
  assert.equal(shows(read.may, 'balance'), 'not-found')
  assert.deepEqual(whyNotApproveHours(read.may, hours('30.5')), [])
  assert.deepEqual(whyNotApproveHours(read.may, hours('30.501')), ['above-limit-of-helper'])
})

test('a helper without limits, without a last day or with hours that are no number is sent back', () => {
  assert.deepEqual(Object.keys(errorsOf(readHelper({}, today))), ['name', 'help', 'until-day'])
  for (const hours of ['', 'many', '-1', '0', '169', '1.2345'])
    assert.deepEqual(Object.keys(errorsOf(readHelper({ ...ivo, hours }, today))), ['hours'], hours)
  const backwards = { ...ivo, ...dayTyped('from', '2027-04-01') }
  assert.deepEqual(Object.keys(errorsOf(readHelper(backwards, today))), ['until-day'])
  assert.deepEqual(Object.keys(errorsOf(readHelper({ ...ivo, ...dayTyped('until', '2026-11-21') }, today))), [
    'until-day',
  ])
})

test('no form fails on anything typed', () => {
  const names = [
    'fullName',
    'nhsNumber',
    'needs',
    'share',
    'address1',
    'postcode',
    'telephone',
    'email',
    'kind',
    'name',
    'help',
  ]
  const fields = [
    ...names,
    'hours',
    'basis',
    'bornOn-day',
    'bornOn-month',
    'bornOn-year',
    'until-day',
    'detail-large-print',
  ]
  const text = fc.oneof(anyText, fc.array(anyText, { maxLength: 3 }))
  const typed = fc.dictionary(fc.constantFrom(...fields), text, { maxKeys: 8, noNullPrototype: true })
  fc.assert(
    fc.property(typed, one => {
      const all = [
        readPerson(one),
        readContact(one),
        readCommunication(one),
        readBond(one),
        readHelper(one, today),
      ]
      for (const read of all)
        if (!read.ok) for (const { says } of read.errors) assert.match(says, /^[A-Z].{10,}$/)
    }),
  )
})
