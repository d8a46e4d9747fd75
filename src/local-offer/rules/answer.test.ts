import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pence } from '../../kernel/money.ts'
import { findRule } from '../../rights/public.ts'
import { anAgreedLine, aWish } from '../examples.ts'
import type { Wish } from '../types.ts'
import { answerByRule, asWeekly, whyPerson } from './answer.ts'
import { sayInstead, sayReasons, whyPersonSays } from './say.ts'
import { signsIn } from './signs.ts'

const gym = anAgreedLine()
const agency = anAgreedLine({ key: 'line-2', says: 'Agency', weekly: pence(31_000n), left: pence(900_000n) })
const because = (wish: Wish): readonly string[] => {
  const answer = answerByRule(wish)
  return answer.by === 'person' ? answer.because : [`${answer.answer} by rule`]
}

test('V-31 nine questions, asked in words and answered with the code and what to do next', () => {
  const nine = [
    aWish('A bottle of wine', { sum: pence(2_400n) }),
    aWish('Cigarettes', { sum: pence(1_350n) }),
    aWish('Lottery tickets', { sum: pence(1_000n) }),
    aWish('A dental check-up', { sum: pence(6_500n) }),
    aWish('The gym', { every: 'month', plan: gym }),
    aWish('A pottery course', { sum: pence(9_000n) }),
    aWish('An overdue invoice of the agency', { sum: pence(31_000n), plan: agency }),
    aWish('A credit card debt', { sum: pence(31_000n) }),
    aWish('A flu jab', { sum: pence(1_699n) }),
  ].map(answerByRule)
  assert.deepEqual(
    nine.map(one => (one.by === 'rule' ? [one.answer, one.codes[0] ?? one.because] : one.because)),
    [
      ['no', 'ALCOHOL'],
      ['no', 'TOBACCO'],
      ['no', 'GAMBLING'],
      ['no', 'DENTAL_OPTICAL'],
      ['yes', 'in-plan'],
      ['not-yet', 'NOT_IN_PLAN'],
      ['yes', 'debt-from-the-plan'],
      ['no', 'DEBT'],
      ['no', 'VACCINATION'],
    ],
  )
  const confidences = nine.flatMap(({ rules }) => rules.map(id => findRule(id).confidence))
  assert.deepEqual([...new Set(confidences)].sort(), ['general-knowledge', 'secondary'])
})

test('V-32 wife and lodger wait for the body, a sister who lives apart does not', () => {
  const care = anAgreedLine({ says: 'Care', weekly: pence(14_000n), left: pence(700_000n) })
  const pays = (payee: Omit<Extract<Wish['payee'], { kind: 'family' }>, 'kind'>, more: Partial<Wish> = {}) =>
    aWish('Somebody to be paid', {
      every: 'week',
      sum: pence(9_000n),
      plan: care,
      ...more,
      payee: { kind: 'family', ...payee },
    })
  const orla = pays(
    { relation: 'spouse-or-partner', sameHousehold: true, paidFor: 'care' },
    { sum: pence(14_000n) },
  )
  const maeve = pays({ relation: 'sibling', sameHousehold: false, paidFor: 'care' })
  const pat = pays(
    { relation: 'friend', sameHousehold: true, paidFor: 'help-with-managing' },
    { every: 'month', sum: pence(1_200n) },
  )
  assert.deepEqual([orla, maeve, pat].map(because), [
    ['family-in-household'],
    ['yes by rule'],
    ['family-in-household'],
  ])
  assert.deepEqual(answerByRule(orla).rules, ['DP-PAY-02'])
})

test('a sum up to what the plan has is a yes, a penny more is for a person', () => {
  const monthly = (sum: bigint) => aWish('The gym', { every: 'month', plan: gym, sum: pence(sum) })
  assert.deepEqual(because(monthly(2_801n)), ['yes by rule'])
  assert.deepEqual(because(monthly(2_802n)), ['more-than-agreed'])
  const weekly = (sum: bigint) => aWish('The gym', { every: 'week', plan: gym, sum: pence(sum) })
  assert.deepEqual([because(weekly(646n)), because(weekly(647n))], [['yes by rule'], ['more-than-agreed']])
  const once = (sum: bigint, left = 30_000n) =>
    aWish('The gym', { plan: { ...gym, left: pence(left) }, sum: pence(sum) })
  assert.deepEqual(because(once(2_584n)), ['yes by rule'])
  assert.deepEqual(because(once(2_585n)), ['large-at-once'])
  assert.deepEqual(because(once(2_000n, 1_999n)), ['more-than-is-left'])
  assert.deepEqual(because(once(9_000n, 0n)), ['more-than-is-left', 'large-at-once'])
  assert.equal(asWeekly(pence(52_00n), 'year'), 100n)
})

test('where the asker is not sure, or the words say another thing, a person answers', () => {
  const unsure = aWish('Non-alcoholic wine', { saidToBe: 'not-sure', plan: 'not-sure' })
  assert.deepEqual(because(unsure), ['not-sure-what-it-is', 'not-sure-of-the-plan'])
  assert.deepEqual(because(aWish('A wine rack', { saidToBe: 'none', plan: gym })), [
    'words-say-something-else',
    'large-at-once',
  ])
  assert.deepEqual(because(aWish('A wine rack', { saidToBe: 'none' })), ['not-yet by rule'])
  for (const reason of whyPerson) assert.ok(whyPersonSays[reason].endsWith('.'))
})

test('signs are whole words, in any case, and decide nothing by themselves', () => {
  assert.deepEqual(signsIn('WINE, and a taxi'), ['ALCOHOL'])
  assert.deepEqual(signsIn('Swine fever book, rummage sale, better shoes'), [])
  assert.deepEqual(signsIn('Flu jab; new glasses'), ['DENTAL_OPTICAL', 'VACCINATION'])
  assert.deepEqual(signsIn(''), [])
})

test('a no says which rule, and what else could be done', () => {
  const wine = answerByRule(aWish('wine'))
  assert.ok(wine.by === 'rule')
  assert.equal(sayReasons(wine, ''), 'A direct payment does not buy this: Alcohol.')
  assert.match(sayInstead(wine.codes), /money of your own/)
  const pottery = answerByRule(aWish('pottery'))
  assert.ok(pottery.by === 'rule')
  assert.match(sayInstead(pottery.codes), /the plan can be changed/)
})
