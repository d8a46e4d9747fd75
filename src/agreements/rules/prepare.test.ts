import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import type { LineKey } from '../../needs/public.ts'
import { exclusionOn, mayPayFamily, oneOff, rolesOn } from '../../rights/public.ts'
import type { FamilyPaid, HeldWay } from '../types.ts'
import { conditionsFor } from './conditions.ts'
import { needsDecision, type Preparing, whyNotPrepare } from './prepare.ts'

const on = plainDate

const aWay = (say: Partial<HeldWay> = {}): HeldWay => ({
  line: 'line-1' as LineKey,
  says: 'Personal assistants',
  weekly: pence(64_000n),
  asked: 'direct-payment',
  decided: 'direct-payment',
  because: null,
  ...say,
})

const preparing = (say: Partial<Preparing> = {}): Preparing => ({
  day: on('2026-04-14'),
  born: on('1985-12-02'),
  diedOn: null,
  hasEnded: false,
  planFrom: on('2026-04-20'),
  from: on('2026-04-20'),
  ways: [aWay()],
  linesNotMatched: 0,
  canDecide: true,
  holder: 'person',
  holderFound: true,
  thirdPartyFound: false,
  consent: { asWho: 'the-person', on: on('2026-04-14') },
  insurance: null,
  exclusionsAsked: true,
  exclusions: [],
  oneOff: null,
  family: [],
  ...say,
})

test('what is in order is prepared', () => {
  assert.deepEqual(whyNotPrepare(preparing()), [])
})

test('V-08: no direct payment until 2 November, and the whole sum stays open the other ways', () => {
  const exclusions = [
    { exclusion: 'drug-rehabilitation-requirement', from: on('2026-02-02'), until: on('2026-11-01') },
  ] as const
  assert.deepEqual(whyNotPrepare(preparing({ exclusions })), ['excluded-from-direct-payment'])
  const later = on('2026-11-02')
  assert.deepEqual(whyNotPrepare(preparing({ exclusions, from: later, planFrom: later })), [])
  for (const decided of ['notional', 'third-party'] as const) {
    const ways = [aWay({ decided, because: 'A court order rules out a direct payment until 1 November.' })]
    assert.deepEqual(whyNotPrepare(preparing({ exclusions, ways, thirdPartyFound: true, holder: null })), [])
  }
  const told = exclusionOn(exclusions, on('2026-04-14'))
  assert.deepEqual([told.openWays, told.considerFrom], [['notional', 'third-party'], later])
  assert.deepEqual([...told.confidences].sort(), ['secondary', 'statute-read'])
})

test('V-09: a mother represents and names a nominee; an adult with capacity names one', () => {
  const isla = { born: on('2017-06-30'), day: on('2026-03-09') }
  const asMother = { asWho: 'representative', on: on('2026-03-09') } as const
  const consents = preparing({ ...isla, consent: asMother })
  assert.deepEqual(whyNotPrepare({ ...consents, holder: 'nominee' }), [])
  assert.deepEqual(whyNotPrepare({ ...consents, holder: 'representative' }), [])
  assert.deepEqual(whyNotPrepare({ ...consents, holder: 'person' }), ['child-cannot-hold'])
  assert.deepEqual(
    whyNotPrepare(preparing({ ...isla, holder: 'nominee', consent: { ...asMother, asWho: 'the-person' } })),
    ['consent-from-representative'],
  )
  const hamid = { born: on('1957-04-04'), day: on('2026-03-09') }
  const own = { asWho: 'the-person', on: on('2026-03-09') } as const
  assert.deepEqual(whyNotPrepare(preparing({ ...hamid, consent: own, holder: 'nominee' })), [])
  assert.deepEqual(whyNotPrepare(preparing({ ...hamid, consent: own, holder: 'representative' })), [
    'can-decide-so-nominee',
  ])
  const bet = { born: on('1949-10-19'), day: on('2026-03-09'), canDecide: false, consent: asMother }
  assert.deepEqual(whyNotPrepare(preparing({ ...bet, holder: 'representative' })), [])
  assert.deepEqual(whyNotPrepare(preparing({ ...bet, holder: 'person' })), ['cannot-decide-for-themselves'])
  const roles = rolesOn(
    { born: on('1949-10-19'), hasCapacity: false, representatives: [], wantsHolder: false },
    on('2026-03-09'),
  )
  assert.equal(roles.consents, 'representative-appointed-by-body')
})

test('on the sixteenth birthday the person consents and may hold; the day before they may not', () => {
  const born = on('2010-09-12')
  const own = { asWho: 'the-person', on: on('2026-09-10') } as const
  const of = (day: string) =>
    whyNotPrepare(preparing({ born, day: on(day), from: on(day), planFrom: on(day), consent: own }))
  assert.deepEqual(of('2026-09-11'), ['child-cannot-hold', 'consent-from-representative'])
  assert.deepEqual(of('2026-09-12'), [])
})

test('V-15: one item and five items may be one-off, six may not unless the local limit says so', () => {
  const of = (items: number, paymentsInYear = 1, mostItems?: number) =>
    whyNotPrepare(preparing({ oneOff: { items, paymentsInYear, ...(mostItems ? { mostItems } : {}) } }))
  assert.deepEqual(of(1), [])
  assert.deepEqual(of(5), [])
  assert.deepEqual(of(6), ['more-than-five-items'])
  assert.deepEqual(of(6, 1, 6), [])
  assert.deepEqual(of(5, 2), ['another-payment-in-the-year'])
  const told = oneOff({ items: 5, paymentsInYear: 1 })
  assert.deepEqual(told.stillNeeded, ['plan', 'signed-agreement', 'records', 'review'])
  assert.deepEqual(told.confidences, ['general-knowledge'])
})

test('V-32: a wife at home and a lodger who manages need a decision, a sister elsewhere does not', () => {
  const orla: FamilyPaid = {
    name: 'Orla Dacre',
    relation: 'spouse-or-partner',
    sameHousehold: true,
    paidFor: 'care',
    because: null,
  }
  const maeve: FamilyPaid = { ...orla, name: 'Maeve Dacre', relation: 'sibling', sameHousehold: false }
  const pat: FamilyPaid = { ...orla, name: 'Pat', relation: 'friend', paidFor: 'help-with-managing' }
  assert.deepEqual(
    [orla, maeve, pat].map(one => needsDecision(one, false)),
    [true, false, true],
  )
  assert.deepEqual(whyNotPrepare(preparing({ family: [maeve] })), [])
  assert.deepEqual(whyNotPrepare(preparing({ family: [orla] })), ['family-payment-needs-decision'])
  assert.deepEqual(
    whyNotPrepare(preparing({ family: [{ ...orla, because: 'Nobody else speaks Irish.' }] })),
    [],
  )
  assert.equal(mayPayFamily(pat, 'help-with-managing').because, 'friend-in-household-is-a-connected-person')
})

test('every reason is given at once, in the order of the form', () => {
  const reasons = whyNotPrepare(
    preparing({
      from: on('2026-04-19'),
      exclusionsAsked: false,
      holder: null,
      ways: [aWay({ asked: 'notional', because: ' ' }), aWay({ decided: 'third-party', because: 'Mix.' })],
      consent: { asWho: 'the-person', on: on('2026-04-15') },
      insurance: { from: on('2026-05-01'), until: on('2026-04-30') },
    }),
  )
  assert.deepEqual(reasons, [
    'starts-before-plan',
    'reason-for-another-way',
    'ends-before-it-begins',
    'exclusions-not-asked',
    'third-party-not-chosen',
    'holder-not-chosen',
    'consent-in-the-future',
  ])
  assert.deepEqual(whyNotPrepare(preparing({ planFrom: null, ways: [], born: null })), [
    'plan-not-signed-off',
    'birth-not-known',
  ])
})

test('the conditions are only those that fit the way it is held', () => {
  const keys = (say: Partial<Parameters<typeof conditionsFor>[0]>) =>
    conditionsFor({
      holder: 'person',
      employs: false,
      thirdPartyName: 'Millbrook Living',
      thirdParty: false,
      notional: false,
      oneOff: false,
      noticeDays: 28,
      ...say,
    }).map(({ key }) => key)
  assert.deepEqual(keys({ holder: 'none', notional: true }), ['notional', 'tell-us'])
  assert.deepEqual(keys({ holder: 'third-party', thirdParty: true }), ['third-party', 'tell-us'])
  assert.ok(keys({ employs: true }).includes('insurance'))
  assert.ok(!keys({ holder: 'managed-account' }).includes('own-account'))
  assert.ok(keys({ holder: 'representative' }).includes('representative'))
})
