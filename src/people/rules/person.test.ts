import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Done } from '../../kernel/answers.ts'
import { plainDate } from '../../kernel/days.ts'
import {
  addressLines,
  personSays,
  readAddress,
  readEmail,
  readName,
  readPostcode,
  whyNotBorn,
} from './person.ts'
import { readTelephone, sayTelephone, telephoneSays } from './telephone.ts'

// Any sequence of code units, halves of characters too.
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes))
const answer = (read: Done<string, string>): string => (read.done ? read.value : read.because.join(' '))

test('names of any script are kept, right to left and emoji too', () => {
  const names = [
    'Amira Khan',
    'Siân O’Brien-Ní Dhomhnaill',
    'محمد علي',
    'שרה לוי',
    '王小明',
    'Ольга',
    'Ана́',
    '🦊 Fox',
    '👩‍👧‍👦',
    'می‌خواهم',
    "<b>Robert'); --",
  ]
  for (const name of names) assert.equal(answer(readName(name)), name.normalize('NFC'))
})

test('a name is trimmed and its spaces are made single', () => {
  assert.equal(answer(readName('  Theo \t  Barr ')), 'Theo Barr')
  assert.equal(answer(readName('Theo\u00a0Barr')), 'Theo Barr')
  assert.equal(answer(readName('A\u0301na')), '\u00c1na')
})

test('a name of 100 characters is read, one of 101 is too long, and an emoji counts once', () => {
  assert.equal(readName('a'.repeat(100)).done, true)
  assert.equal(answer(readName('a'.repeat(101))), 'name-too-long')
  assert.equal(readName('🦊'.repeat(100)).done, true)
  assert.equal(answer(readName('🦊'.repeat(101))), 'name-too-long')
})

test('an empty name, and one that nobody can see, is no name', () => {
  for (const text of ['', '   ', '\u200b', '\u200d\u200f', '\u3164', '\ufeff'])
    assert.equal(answer(readName(text)), 'no-name')
})

test('control characters, half characters and marks that turn text round are refused with a sentence', () => {
  for (const text of [
    'The\u0000o',
    'Theo\u0007',
    'Theo\u001b[31m',
    'Theo\u202eorab',
    'Theo\u2066',
    'Theo\ud83e',
    'Theo\u007f',
    'Theo\u0085',
  ])
    assert.equal(answer(readName(text)), 'name-unwritable', JSON.stringify(text))
  assert.match(personSays['name-unwritable'], /cannot be shown/)
})

test('reading what people type never fails', () => {
  fc.assert(
    fc.property(anyText, text => {
      for (const read of [readName, readPostcode, readEmail, readTelephone])
        assert.equal(typeof read(text).done, 'boolean')
      const name = readName(text)
      if (name.done) assert.equal(answer(readName(name.value)), name.value)
    }),
  )
})

test('nobody is born tomorrow, and nobody was born more than 120 years ago', () => {
  const today = plainDate('2026-11-22')
  assert.deepEqual(whyNotBorn(plainDate('2026-11-22'), today), [])
  assert.deepEqual(whyNotBorn(plainDate('2026-11-23'), today), ['born-in-the-future'])
  assert.deepEqual(whyNotBorn(plainDate('1906-11-22'), today), [])
  assert.deepEqual(whyNotBorn(plainDate('1906-11-21'), today), ['born-too-long-ago'])
})

test('postcodes are read in any case and spacing', () => {
  const cases = [
    ['ls14ap', 'LS1 4AP'],
    ['SW1A 1AA', 'SW1A 1AA'],
    [' m1  1ae ', 'M1 1AE'],
    ['B33-8TH', 'B33 8TH'],
    ['cr2 6xh', 'CR2 6XH'],
    ['DN551PT', 'DN55 1PT'],
    ['w1a0ax', 'W1A 0AX'],
    ['ec1a 1bb', 'EC1A 1BB'],
    ['GIR 0AA', 'GIR 0AA'],
    ['BF1 3AA', 'BF1 3AA'],
  ] as const
  for (const [typed, postcode] of cases) assert.equal(answer(readPostcode(typed)), postcode)
  for (const wrong of [
    'LS1',
    'LS1 4',
    'LS1 4AC',
    '1LS 4AP',
    'QA1 1AA',
    'SW1A 1AAA',
    'LS1 4AP LS1 4AP',
    '12345',
    'ＬＳ１４ＡＰ',
    'LS1_4AP',
  ])
    assert.equal(answer(readPostcode(wrong)), 'not-a-postcode', wrong)
  assert.equal(answer(readPostcode(' ')), 'no-postcode')
})

test('an address keeps its lines in order and leaves out the empty ones', () => {
  const good = readAddress({
    lines: ['Flat 2', ' ', '14  Mill Lane', ''],
    town: ' Millbrook ',
    postcode: 'mb1 2ab',
  })
  assert.ok(good.done)
  assert.deepEqual(addressLines(good.value), ['Flat 2', '14 Mill Lane', 'Millbrook', 'MB1 2AB'])
})

test('an address that is wrong in several places says all of them at once', () => {
  const read = readAddress({ lines: ['', ''], town: '', postcode: '' })
  assert.ok(!read.done)
  assert.deepEqual(read.because, ['no-address-line', 'no-town', 'no-postcode'])
  const long = readAddress({ lines: ['a'.repeat(101)], town: 'Mill\u0000brook', postcode: 'LS1 4AP' })
  assert.ok(!long.done)
  assert.deepEqual(long.because, ['address-too-long', 'address-unwritable'])
  const many = readAddress({ lines: ['1', '2', '3', '4', '5'], town: 'Millbrook', postcode: 'LS1 4AP' })
  assert.equal(many.done, false)
})

test('e-mail addresses are read when mail can be sent to them', () => {
  assert.equal(answer(readEmail(' Amira.Khan+care@Example.ORG ')), 'Amira.Khan+care@example.org')
  assert.equal(answer(readEmail("o'brien@mail.example.co.uk")), "o'brien@mail.example.co.uk")
  const wrong = [
    'a',
    'a@',
    '@b.uk',
    'a@b',
    'a@@b.uk',
    'a b@c.uk',
    'a@b c.uk',
    '.a@b.uk',
    'a..b@c.uk',
    'a@-b.uk',
    'a@b.uk, c@d.uk',
  ]
  const stranger = [
    'a@b.uk\nBcc: x@y.uk',
    '<a@b.uk>',
    'a@b..uk',
    `${'a'.repeat(65)}@b.uk`,
    `a@${'b.'.repeat(130)}uk`,
    'a@1.2.3.4',
  ]
  for (const text of [...wrong, ...stranger]) assert.equal(answer(readEmail(text)), 'not-an-email', text)
  assert.equal(answer(readEmail('')), 'no-email')
})

test('UK telephone numbers are kept with their country and said as people read them out', () => {
  const cases = [
    ['02079460018', '+442079460018', '020 7946 0018'],
    ['(0161) 496-0123', '+441614960123', '0161 496 0123'],
    ['0113 496 0123', '+441134960123', '0113 496 0123'],
    ['01632 960001', '+441632960001', '01632 960001'],
    ['07700 900 982', '+447700900982', '07700 900982'],
    ['+44 (0)7700 900982', '+447700900982', '07700 900982'],
    ['0044 7700 900982', '+447700900982', '07700 900982'],
    ['0808 157 0192', '+448081570192', '0808 157 0192'],
    ['0800 111111', '+44800111111', '0800 111 111'],
    ['0300.123.4567', '+443001234567', '0300 123 4567'],
    ['+33 1 42 68 53 00', '+33142685300', '+33 142685300'],
  ] as const
  for (const [typed, kept, said] of cases) {
    const read = readTelephone(typed)
    assert.ok(read.done, typed)
    assert.equal(read.value, kept)
    assert.equal(sayTelephone(read.value), said)
    assert.equal(answer(readTelephone(said)), kept)
  }
})

test('what nobody can ring is not a telephone number', () => {
  for (const text of [
    '999',
    '12',
    '0123',
    '07700 9009',
    '07700 900982 07700 900983',
    'ring me',
    '０７７００９００９８２',
    '0',
    '+',
    '+44',
    '7700900982',
    '+0123456789',
    '07700-900982 x5',
  ])
    assert.equal(answer(readTelephone(text)), 'not-a-telephone', text)
  assert.equal(answer(readTelephone(' ')), 'no-telephone')
  assert.match(telephoneSays['not-a-telephone'], /like/)
})
