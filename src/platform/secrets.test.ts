import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf } from './files.ts'
import { nameOfError } from './log.ts'
import { keyFor, open, seal } from './secrets.ts'

process.env.OPENPHB_KEY ??= 'a key for tests only, of more than 32 characters'

test('what is sealed opens for its own purpose only, and never the same bytes twice', () => {
  const sealed = seal('bank account', '12345678')
  assert.equal(open('bank account', sealed).toString(), '12345678')
  assert.throws(() => open('telephone', sealed))
  assert.notDeepEqual(sealed, seal('bank account', '12345678'))
  assert.equal(sealed.includes('12345678'), false)
})

test('sealed bytes that were changed, in any place, do not open', () => {
  const sealed = seal('bank account', '12345678')
  for (let place = 0; place < sealed.length; place += 1) {
    const changed = Buffer.from(sealed)
    changed[place] = (changed[place] ?? 0) ^ 1
    assert.throws(() => open('bank account', changed), `byte ${place}`)
  }
  assert.throws(() => open('bank account', sealed.subarray(0, 10)))
})

test('each purpose has a key of its own', () => {
  assert.notDeepEqual(keyFor('cookies'), keyFor('sessions'))
  assert.deepEqual(keyFor('cookies'), keyFor('cookies'))
})

test('an error in the log says its name and place, never its words', () => {
  const error = new RangeError('Nell Farrow\n   typed: 999 123 4567\n    at Millbrook')
  const said = JSON.stringify(nameOfError(error))
  assert.match(said, /RangeError/)
  assert.match(said, /secrets\.test|all\.mjs|\.mjs/)
  assert.doesNotMatch(said, /Nell|typed|999|Millbrook/)
  assert.equal(nameOfError('a text').error, 'thrown value')
})

test('a file is what its bytes say, whatever it is called', () => {
  assert.equal(kindOf(Buffer.from('%PDF-1.7 …')), 'application/pdf')
  assert.equal(kindOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), 'image/jpeg')
  assert.equal(kindOf(Buffer.from('89504e470d0a1a0a', 'hex')), 'image/png')
  assert.equal(kindOf(Buffer.from('Date,Amount\n')), 'text/plain')
  assert.equal(kindOf(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00])), null)
})
