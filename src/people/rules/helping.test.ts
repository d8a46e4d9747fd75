import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { readThousandths } from '../../kernel/money.ts'
import { everyHelp, type Helping, helperMay, helpingSays, keepMay, readMay, whyNotHelp } from './helping.ts'

const day = plainDate
const thirty = readThousandths('30')
const helping: Helping = {
  chosen: ['balance'],
  hoursUpTo: null,
  from: day('2026-03-01'),
  until: day('2026-03-01'),
  helperIsThePerson: false,
}

test('help names what may be seen or done, an end not before its beginning, and a limit for hours', () => {
  assert.deepEqual(whyNotHelp(helping), [])
  assert.deepEqual(whyNotHelp({ ...helping, until: null }), [])
  assert.deepEqual(whyNotHelp({ ...helping, until: day('2026-02-28') }), ['ends-before-it-begins'])
  assert.deepEqual(whyNotHelp({ ...helping, chosen: [] }), ['nothing-chosen'])
  assert.deepEqual(whyNotHelp({ ...helping, chosen: ['approve-hours'] }), ['hours-without-limit'])
  assert.deepEqual(whyNotHelp({ ...helping, chosen: ['approve-hours'], hoursUpTo: thirty }), [])
  const wrong = { ...helping, chosen: [], helperIsThePerson: true, until: day('2026-01-01') }
  assert.deepEqual(whyNotHelp(wrong), ['helps-themselves', 'nothing-chosen', 'ends-before-it-begins'])
  for (const reason of whyNotHelp(wrong)) assert.ok(helpingSays[reason].length > 10)
})

test('nobody can be let see the bank details or do what only the person does', () => {
  const all = helperMay(everyHelp, thirty)
  assert.equal(all.sees.has('bank-details'), false)
  assert.deepEqual(
    all.does.map(({ act }) => act),
    ['approve-hours', 'send-evidence', 'send-messages'],
  )
})

test('who approves hours sees them, and who writes messages reads them', () => {
  assert.deepEqual([...helperMay(['approve-hours', 'send-messages'], thirty).sees], ['hours', 'messages'])
  assert.deepEqual([...helperMay(['send-evidence'], null).sees], [])
})

test('a grant comes back from the database as it was given', () => {
  for (const limit of ['30', '30.5', '0.125']) {
    const may = helperMay(everyHelp, readThousandths(limit))
    assert.deepEqual(readMay(JSON.parse(JSON.stringify(keepMay(may)))), may)
  }
  assert.deepEqual(keepMay(helperMay(['approve-hours'], thirty)), {
    sees: ['hours'],
    does: [{ act: 'approve-hours', upTo: '30' }],
  })
})

test('what a kept grant says in words that we do not know is not granted', () => {
  const strange = {
    sees: ['bank-details', 'all', 3, 'constructor', 'sign'],
    does: [{ act: 'sign' }, 'send-evidence', null],
  }
  for (const kept of [null, undefined, 'all', 7, [], {}, { sees: 'all' }, { does: { act: 'sign' } }, strange])
    assert.deepEqual(readMay(kept), helperMay([], null), JSON.stringify(kept))
  for (const upTo of [null, 'many', 30, ''])
    assert.deepEqual(readMay({ does: [{ act: 'approve-hours', upTo }] }), helperMay([], null))
})
