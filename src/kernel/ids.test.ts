import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId, newReference, readId, readReference } from './ids.ts'

const characters = [...'0123456789ABCDEFGHJKMNPQRSTVWXY']
const references = fc.constant(null).map(() => newReference())
const plain = (reference: string): string => reference.replace(/^PHB-/, '').replace('-', '')

test('an id is a version 7 UUID, and one made a millisecond later sorts later', () => {
  const first = newId<'person'>(1_764_000_000_000)
  const second = newId<'person'>(1_764_000_000_001)
  assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.ok(first < second)
  assert.notEqual(newId(), newId())
})

test('an id out of an address is read, and anything of another shape is not', () => {
  const id = newId<'person'>()
  assert.equal(readId(id), id)
  for (const text of ['', 'x', id.toUpperCase(), `${id} `, id.replaceAll('-', ''), `{${id}}`, `${id}'--`])
    assert.equal(readId(text), null, text)
})

test('a reference is read as people type it', () => {
  fc.assert(
    fc.property(references, reference => {
      assert.match(reference, /^PHB-[0-9A-HJKMNP-TV-Y]{4}-[0-9A-HJKMNP-TV-Y]{3}$/)
      for (const typed of [
        reference,
        reference.toLowerCase(),
        reference.replaceAll('-', ' '),
        plain(reference),
      ])
        assert.equal(readReference(typed), reference, typed)
      assert.equal(readReference(reference.slice(4).replaceAll('0', 'o').replaceAll('1', 'l')), reference)
    }),
  )
})

test('a reference whose own letters are PHB is read without its prefix too', () => {
  let reference = ''
  for (const last of characters) reference ||= readReference(`PHBPHB7K3${last}`) ?? ''
  assert.notEqual(reference, '')
  assert.equal(readReference(plain(reference)), reference)
})

test('one wrong character is always caught', () => {
  fc.assert(
    fc.property(references, fc.nat(6), fc.constantFrom(...characters), (reference, place, wrong) => {
      const body = plain(reference)
      fc.pre(body[place] !== wrong)
      assert.equal(readReference(`PHB${body.slice(0, place)}${wrong}${body.slice(place + 1)}`), null)
    }),
    { numRuns: 1000 },
  )
})

test('two neighbours swapped are always caught, the check character included', () => {
  fc.assert(
    fc.property(references, fc.nat(5), (reference, place) => {
      const body = plain(reference)
      fc.pre(body[place] !== body[place + 1])
      const swapped = `${body.slice(0, place)}${body[place + 1]}${body[place]}${body.slice(place + 2)}`
      assert.equal(readReference(`PHB${swapped}`), null)
    }),
    { numRuns: 1000 },
  )
})

test('what is not a reference is refused', () => {
  for (const text of [
    '',
    'PHB',
    'PHB-',
    'PHB-7K3M-9Q',
    'PHB-7K3M-9QTT',
    'PHB-7U3M-9QT',
    'PHB-7Z3M-9QT',
    '<script>',
  ])
    assert.equal(readReference(text), null, text)
})
