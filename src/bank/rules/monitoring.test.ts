import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seesPayees } from '../../access/public.ts'
import { plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, pence } from '../../kernel/money.ts'
import type { LineId, MatchKind } from '../types.ts'
import { type FlagFacts, flagsFor } from './flags.ts'
import { hiddenName, withoutWords } from './hidden.ts'
import { drawn, lookingAt, type MonitoringFacts, sampleSize, usualSettings } from './monitoring.ts'

const today = plainDate('2026-06-01')
const settled = plainDate('2025-06-01')
const facts = (say: Partial<MonitoringFacts> = {}): MonitoringFacts => ({
  since: settled,
  statementOverdue: false,
  flags: [],
  ...say,
})

test('a budget of a year with nothing open gets a light look; a day younger, the usual one', () => {
  assert.deepEqual(lookingAt(facts(), today), { tier: 'light', reasons: ['settled'] })
  const younger = lookingAt(facts({ since: plainDate('2025-06-02') }), today)
  assert.deepEqual(younger, { tier: 'usual', reasons: ['new'] })
})

test('every reason for a closer look is given, and one payment outside the plan is not one', () => {
  const all = lookingAt(
    facts({ statementOverdue: true, flags: ['prohibited', 'over', 'out-of-plan', 'out-of-plan'] }),
    today,
  )
  assert.deepEqual(all, {
    tier: 'close',
    reasons: ['prohibited', 'over', 'out-of-plan-again', 'statement-overdue'],
  })
  assert.deepEqual(lookingAt(facts({ flags: ['out-of-plan'] }), today).reasons, ['flag-open'])
})

test('a body’s own days decide when a budget is settled', () => {
  const set = { ...usualSettings, settledDays: 400 }
  assert.deepEqual(lookingAt(facts(), today, set), { tier: 'usual', reasons: ['new'] })
})

test('a sample is a share of the payments, never below the least nor above all there are', () => {
  assert.deepEqual(
    [0, 2, 3, 60, 61, 200].map(of => sampleSize('usual', of)),
    [0, 2, 3, 3, 4, 10],
  )
  assert.deepEqual([sampleSize('light', 1000), sampleSize('close', 1000)], [20, 250])
})

test('the same lot falls on the same payments in whatever order, and another lot on others', () => {
  const lines = Array.from({ length: 50 }, () => newId() as LineId)
  const once = drawn(lines, 'PHB-7K3M-9QT 2026-04-01 2026-06-30', 5)
  assert.deepEqual(drawn(lines.toReversed(), 'PHB-7K3M-9QT 2026-04-01 2026-06-30', 5), once)
  assert.equal(new Set(once).size, 5)
  assert.notDeepEqual(drawn(lines, 'PHB-7K3M-9QT 2026-07-01 2026-09-30', 5), once)
})

const line = (amount: number, text: string, kind: MatchKind | null = 'plan-line') => ({
  id: newId() as LineId,
  on: today,
  amount: pence(BigInt(amount)),
  text,
  kind,
  lineKey: kind === 'plan-line' ? 'mornings' : null,
})
const about = (say: Partial<FlagFacts> = {}): FlagFacts => ({
  lines: [],
  weekly: pence(10_000n),
  spent: pence(100_000n),
  agreedSoFar: pence(100_000n),
  overspent: null,
  ...say,
})
const kindsOf = (say: Partial<FlagFacts>) => flagsFor(about(say)).map(({ kind }) => kind)

test('more spent than agreed is flagged, and less from the first penny above eight weeks of it', () => {
  assert.deepEqual(kindsOf({}), [])
  assert.deepEqual(kindsOf({ overspent: pence(50_000n) }), ['over'])
  assert.deepEqual(kindsOf({ spent: pence(20_000n) }), [])
  assert.deepEqual(kindsOf({ spent: pence(19_999n) }), ['under'])
  assert.deepEqual(kindsOf({ spent: nothing, weekly: nothing }), [])
})

test('a payment above three times what is usual for its line is unusual, once there are five', () => {
  const usual = [1, 2, 3, 4].map(() => line(-1000, 'JOAN'))
  assert.deepEqual(kindsOf({ lines: [...usual, line(-3001, 'JOAN')] }), ['unusual'])
  assert.deepEqual(kindsOf({ lines: [...usual, line(-3000, 'JOAN')] }), [])
  assert.deepEqual(kindsOf({ lines: [...usual.slice(1), line(-9000, 'JOAN')] }), [])
})

test('what is outside the plan is flagged, and whole words that speak for what may not be bought', () => {
  assert.deepEqual(kindsOf({ lines: [line(-500, 'CAFE', 'outside-plan')] }), ['out-of-plan'])
  const found = flagsFor(about({ lines: [line(-500, 'Millbrook Off-Licence', null)] }))
  assert.deepEqual(found[0]?.because, 'The bank writes “off licence”, which may stand for alcohol.')
  assert.deepEqual(kindsOf({ lines: [line(-500, 'BINGOLD CARE', null), line(500, 'BINGO', null)] }), [])
})

test('who approves and oversees sees what a payment was for, and not whom it went to', () => {
  const organisation = newId<'organisation'>()
  const sees = (...roles: readonly ('team-leader' | 'panel' | 'case-worker')[]) =>
    seesPayees({ id: newId<'actor'>(), roles: roles.map(role => ({ role, organisation })) })
  assert.deepEqual(
    [sees('panel'), sees('team-leader'), sees('case-worker'), sees()],
    [false, false, true, true],
  )
  assert.equal(sees('panel', 'case-worker'), true)
  const whole = { says: 'JOAN', payee: 'JOAN', memo: 'MAY', bank_reference: 'R', matched_because: 'Joan is.' }
  const hidden = withoutWords({ ...whole, amount: 5n })
  assert.deepEqual([hidden.says, hidden.payee, hidden.memo, hidden.amount], [hiddenName, hiddenName, '', 5n])
  assert.ok(!JSON.stringify({ ...hidden, amount: 0 }).includes('oan'))
})
