import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import type { RuleChange, Setting } from '../../rights/public.ts'
import type { CaseFacts } from '../types.ts'
import { counted, examine } from './examine.ts'
import { whyNotAsk } from './why-not.ts'

const on = plainDate('2027-04-01')
const jem: CaseFacts = {
  pathway: 'learning-disability-autism' as CaseFacts['pathway'],
  born: plainDate('1994-08-19'),
  fact: null,
  receivedOn: plainDate('2026-10-01'),
  decidedOn: null,
  againOn: null,
  firstPaidOn: null,
  reviewedOn: null,
}
const rosa: CaseFacts = {
  ...jem,
  pathway: 'adult-continuing-healthcare' as CaseFacts['pathway'],
  decidedOn: plainDate('2026-10-10'),
  firstPaidOn: plainDate('2026-11-02'),
}
const dev: CaseFacts = { ...jem, pathway: 'section-117' as CaseFacts['pathway'], fact: '3' }

const enacted: RuleChange = { kind: 'right', group: 'learning-disability-autism', right: 'right-to-have', on }
const afterCareEnds: RuleChange = { kind: 'ends', rule: 'S117_AFTERCARE-HAVE', on }

test('a right that is given to a group reaches that group, and nobody else', () => {
  assert.deepEqual(examine(jem, enacted, []), { before: 'policy-option', after: 'right-to-have' })
  assert.deepEqual(examine(rosa, enacted, []), { before: 'right-to-have', after: 'right-to-have' })
})

test('the end of a right leaves the local offer, where the facts gave the right', () => {
  assert.deepEqual(examine(dev, afterCareEnds, []), { before: 'right-to-have', after: 'local-offer' })
  const onSection2 = { ...dev, fact: '2' }
  assert.deepEqual(examine(onSection2, afterCareEnds, []), { before: 'local-offer', after: 'local-offer' })
  assert.deepEqual(examine(rosa, afterCareEnds, []), { before: 'right-to-have', after: 'right-to-have' })
})

const figure = (key: Extract<RuleChange, { kind: 'figure' }>['key'], value: number): RuleChange => ({
  kind: 'figure',
  key,
  value,
  on: plainDate('2026-10-01'),
})
const within20: Setting = {
  key: 'request-answer-working-days',
  value: 20,
  from: plainDate('2026-04-01'),
  until: null,
  owner: 'Millbrook ICB',
  because: 'local standard',
}

test('a figure moves the day that was promised to who waits, and to nobody who was answered', () => {
  const faster = figure('request-answer-working-days', 10)
  assert.deepEqual(examine(jem, faster, [within20]), { before: '2026-10-29', after: '2026-10-15' })
  assert.equal(examine(rosa, faster, [within20]), null)
})

test('a request that came in before the day of the change keeps its day', () => {
  const earlier = { ...jem, receivedOn: plainDate('2026-09-30') }
  const found = examine(earlier, figure('request-answer-working-days', 10), [within20])
  assert.equal(found?.before, found?.after)
})

test('reviews count from the first payment, or from the last review', () => {
  const first = figure('first-review-within-months', 2)
  assert.deepEqual(examine(rosa, first, []), { before: '2027-02-02', after: '2027-01-02' })
  assert.equal(examine({ ...rosa, reviewedOn: plainDate('2026-11-20') }, first, []), null)
  assert.deepEqual(
    examine({ ...rosa, reviewedOn: plainDate('2026-11-20') }, figure('later-review-within-months', 6), []),
    { before: '2027-11-20', after: '2027-05-20' },
  )
})

test('days are counted as sooner, later or the same; rights by their names', () => {
  const change = figure('request-answer-working-days', 10)
  assert.deepEqual(counted({ before: '2026-10-29', after: '2026-10-15' }, change), {
    before: 'a-day',
    after: 'sooner',
  })
  assert.deepEqual(counted({ before: '2026-10-15', after: '2026-10-29' }, change).after, 'later')
  assert.deepEqual(counted({ before: '2026-10-15', after: '2026-10-15' }, change), {
    before: 'as-now',
    after: 'as-now',
  })
  assert.deepEqual(counted({ before: 'no-day', after: '2026-10-29' }, change), {
    before: 'no-day',
    after: 'a-day',
  })
  assert.deepEqual(counted({ before: 'none', after: 'local-offer' }, enacted), {
    before: 'none',
    after: 'local-offer',
  })
})

test('a change that changes nothing is not worked out, and every reason is given', () => {
  assert.deepEqual(whyNotAsk(enacted, 3), [])
  assert.deepEqual(whyNotAsk(enacted, 0), ['no-cases'])
  assert.deepEqual(whyNotAsk({ ...afterCareEnds, on: plainDate('2019-12-01') } as RuleChange, 0), [
    'no-cases',
    'not-in-force',
  ])
  assert.deepEqual(whyNotAsk({ ...afterCareEnds, rule: 'DP-REV-01' } as RuleChange, 1), ['not-a-right'])
  assert.deepEqual(whyNotAsk(figure('surplus-weeks', 8), 1), ['no-such-figure'])
})
