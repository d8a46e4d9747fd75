import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountId } from '../../agreements/public.ts'
import { plainDate } from '../../kernel/days.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { pence } from '../../kernel/money.ts'
import { anOfxFile, aStatementFile } from '../examples.ts'
import { readStatement } from '../read/read-statement.ts'
import type { LineId } from '../types.ts'
import { choicesFor } from './choices.ts'
import { fitOf } from './fits.ts'
import { entryFor } from './posting.ts'
import { agreedIn, lastsUntil, overspentBy, promisedOf } from './run-out.ts'
import { standingOf } from './standing.ts'

const day = plainDate
const sum = (whole: number) => pence(BigInt(whole))
const account = { id: newId() as AccountId, ending: '1234', open: true }
const statements = (file: { bytes: Uint8Array; name: string }) => {
  const read = readStatement(file.bytes, file.name)
  assert.ok(!read.refusedWhole)
  return read.statements
}
const rows = [['2026-05-04', -4500n, 'SWIM CENTRE']] as const

test('a statement fits where its number ends alike, as far as both are known', () => {
  for (const accountNumber of ['12341234', '1234', 'XXXX1234'])
    assert.ok(fitOf(statements(anOfxFile({ rows, accountNumber })), [account]).fits, accountNumber)
  assert.ok(fitOf(statements(aStatementFile({ rows })), [account]).fits)
  assert.deepEqual(fitOf(statements(anOfxFile({ rows, accountNumber: '12341235' })), [account]), {
    fits: false,
    why: 'another-account',
  })
  assert.deepEqual(fitOf(statements(anOfxFile({ rows, currency: 'EUR' })), [account]), {
    fits: false,
    why: 'not-in-pounds',
  })
})

test('an account that was closed still takes its last statements, after the open one', () => {
  const closed = { id: newId() as AccountId, ending: '9999', open: false }
  const last = fitOf(statements(anOfxFile({ rows, accountNumber: '11119999' })), [account, closed])
  assert.ok(last.fits && last.account === closed.id)
  const unknown = fitOf(statements(aStatementFile({ rows })), [closed, account])
  assert.ok(unknown.fits && unknown.account === account.id)
})

test('each match moves the money as the ledger says, and our own payment moves nothing again', () => {
  const budget = {
    reference: 'PHB-7K3M-9QT' as Reference,
    organisation: newId<'organisation'>(),
    person: newId<'person'>(),
  }
  const line = { id: newId() as LineId, on: day('2026-05-04'), amount: sum(-4500), says: 'SWIM', number: 1 }
  const to = (kind: Parameters<typeof entryFor>[2]['kind'], lineKey: string | null = null) =>
    entryFor(budget, line, { kind, lineKey })?.postings[1]
  assert.deepEqual(to('plan-line', 'line-2'), { account: 'PHB-7K3M-9QT:spent:line-2', pence: 4500n })
  assert.equal(to('outside-plan')?.account, 'PHB-7K3M-9QT:outside-plan')
  assert.equal(to('elsewhere')?.account, 'bank:PHB-7K3M-9QT')
  assert.equal(to('sent-back')?.account, 'PHB-7K3M-9QT:allocated')
  assert.equal(to('payment'), undefined)
  assert.equal(entryFor(budget, { ...line, amount: sum(0) }, { kind: 'outside-plan', lineKey: null }), null)
})

test('money out is never answered as money in, and the other way round', () => {
  const values = (amount: number) => choicesFor(sum(amount), []).map(({ value }) => value)
  assert.deepEqual(values(-1), ['outside-plan', 'elsewhere', 'sent-back', 'call-me'])
  assert.deepEqual(values(1), ['payment', 'elsewhere', 'own-money', 'call-me'])
})

test('the money lasts as long as the pace so far says; a fortnight is the least that shows a pace', () => {
  const from = day('2026-05-01')
  const spending = { left: sum(10_000), spent: sum(1400), from, until: day('2026-05-14') }
  assert.equal(lastsUntil(spending), '2026-08-22')
  assert.equal(lastsUntil({ ...spending, until: day('2026-05-13') }), null)
  assert.equal(lastsUntil({ ...spending, spent: sum(0) }), null)
  assert.equal(lastsUntil({ ...spending, left: sum(0) }), '2026-05-14')
})

test('agreed for part of a year is weekly money by days, rounded once', () => {
  const period = { from: day('2026-04-01'), until: day('2026-04-10') }
  const line = { weekly: sum(1000), from: day('2026-04-04'), until: null }
  assert.equal(agreedIn(line, period), 1000n)
  assert.equal(agreedIn({ ...line, until: day('2026-04-04') }, period), 143n)
  assert.equal(agreedIn({ ...line, from: day('2026-04-11') }, period), 0n)
  assert.equal(promisedOf(sum(500), sum(300)), 300n)
  assert.equal(promisedOf(sum(500), sum(-1)), 0n)
})

test('overspent is more than four weeks above what was agreed so far', () => {
  const so = { agreedSoFar: sum(1000), weekly: sum(100) }
  assert.equal(overspentBy({ ...so, spent: sum(1400) }), null)
  assert.equal(overspentBy({ ...so, spent: sum(1401) }), 401n)
})

test('a statement is overdue on the day after the days between statements are over', () => {
  const facts = {
    weekly: sum(100),
    from: day('2026-01-01'),
    endsOn: null,
    shownUntil: day('2026-03-31'),
    questions: 0,
    callAsked: false,
    spent: sum(0),
  }
  assert.equal(standingOf(facts, day('2026-04-30'), 30).overdue, false)
  assert.equal(standingOf(facts, day('2026-05-01'), 30).overdue, true)
  assert.equal(standingOf({ ...facts, questions: 1 }, day('2026-04-01'), 30).needsAnswer, true)
  const none = standingOf({ ...facts, shownUntil: null }, day('2026-01-30'), 30)
  assert.deepEqual([none.statementDue, none.overdue], ['2026-01-30', false])
  const ended = { ...facts, endsOn: day('2026-03-31') }
  assert.equal(standingOf(ended, day('2026-12-31'), 30).overdue, false)
})
