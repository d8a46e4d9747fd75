import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../../kernel/days.ts'
import { usualOf } from '../../kernel/figures.ts'
import { nothing, pence } from '../../kernel/money.ts'
import { aNewRound, anAgreed, aQuote, aRound } from '../examples.ts'
import { settingNames, yearsFor } from './figures.ts'
import { checkDigit, readGs1 } from './gs1.ts'
import { countHandedOver, daysOf, quarterOf, stageOf, waitedFor } from './stage.ts'
import { endOf, nhsShareOfRepair, repairMoneyLeft, termsOf, worthOf } from './terms.ts'
import * as why from './why-not.ts'

const on = plainDate
const today = on('2026-05-05')
const choice = (way: 'notional' | 'third-party' | 'notional-with-contribution', quote = aQuote()) => ({
  id: '1',
  way,
  quote: way === 'notional' ? null : quote,
  because: 'It fits',
  chosenOn: on('2026-04-21'),
})

test('V-36 by the records: the quote, five years of repair money, and the end of the period', () => {
  const round = aRound()
  const years = yearsFor(usualOf(settingNames), on('2001-02-14'), today)
  assert.equal(years, 5)
  const c = termsOf(round, choice('third-party'), years)
  assert.deepEqual([c?.personPays, c?.nhsPays, c?.repairMoney], [88_540n, 227_000n, 42_000n])
  const features = aQuote({ kind: 'features', net: pence(62_000n), vat: pence(12_400n) })
  const b = termsOf(round, choice('notional-with-contribution', features), years)
  assert.deepEqual([b?.personPays, b?.nhsPays, b?.repairs], [74_400n, 185_000n, 'nhs-basic-chair-only'])
  assert.deepEqual(termsOf(round, choice('notional'), years)?.personPays, 0n)
  assert.equal(termsOf(round, { way: 'third-party', quote: null }, years), null)
  assert.equal(endOf(round, { startsOn: today, years }).ends, '2031-05-05')
})

test('V-37 (e) by the records: a child’s budget lasts three years, or as the body set it', () => {
  const child = on('2019-05-20')
  const usual = usualOf(settingNames)
  const years = yearsFor(usual, child, on('2026-09-01'))
  assert.equal(endOf(aRound(), { startsOn: on('2026-09-01'), years }).ends, '2029-09-01')
  assert.equal(yearsFor({ ...usual, 'wheelchair-years-child': 4 }, child, on('2026-09-01')), 4)
  assert.deepEqual(
    ['2037-05-19', '2037-05-20'].map(day => yearsFor(usual, child, on(day))),
    [3, 5],
  )
  assert.equal(yearsFor(usual, null, today), 5)
})

test('an old voucher keeps its worth and its last day', () => {
  const round = aRound({ voucher: { value: pence(90_000n), until: on('2027-11-30') } })
  assert.equal(worthOf(round), 90_000n)
  assert.equal(endOf(round, { startsOn: today, years: 5 }).ends, '2027-11-30')
  const late = { terms: null, startsOn: on('2027-11-30'), granted: true, by: null }
  assert.ok(why.whyNotAgree(round, late).includes('voucher-over'))
})

test('repair money pays until it is used up, and then the person', () => {
  const done = (nhsPays: bigint) => ({
    id: '1',
    number: 1,
    words: 'Flat tyre',
    askedOn: today,
    askedByName: 'Amir Lowen',
    done: { on: today, says: 'New tyre', cost: pence(nhsPays), nhsPays: pence(nhsPays) },
  })
  const agreed = anAgreed()
  const left = repairMoneyLeft(aRound({ agreed, repairs: [done(41_000n)] }))
  assert.equal(left, 1_000n)
  const share = (cost: bigint) => nhsShareOfRepair(agreed, { cost: pence(cost), part: 'basic', left })
  assert.deepEqual([share(999n), share(1_000n), share(1_001n)], [999n, 1_000n, 1_000n])
  assert.equal(repairMoneyLeft(aRound({ agreed: anAgreed({ repairs: 'nhs' }) })), 0n)
})

test('the NHS repairs its own chair, and of one with features the basic chair only', () => {
  const cost = pence(5_000n)
  const share = (repairs: 'nhs' | 'nhs-basic-chair-only', part: 'basic' | 'added') =>
    nhsShareOfRepair({ repairs }, { cost, part, left: nothing })
  assert.deepEqual(
    [share('nhs', 'basic'), share('nhs-basic-chair-only', 'basic'), share('nhs-basic-chair-only', 'added')],
    [5_000n, 5_000n, 0n],
  )
})

test('the check digit of a GS1 number finds one wrong digit', () => {
  assert.equal(readGs1('4 006381-333931'), '04006381333931')
  assert.equal(readGs1('4006381333932'), null)
  assert.equal(readGs1('96385074'), '00000096385074')
  for (const wrong of ['', 'abc', '123', '40063813339310000']) assert.equal(readGs1(wrong), null, wrong)
  const digits = fc.stringMatching(/^\d{13}$/)
  fc.assert(
    fc.property(digits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, place, more) => {
      const full = `${body}${checkDigit(body)}`
      assert.equal(readGs1(full), full)
      const other = String((Number(body[place]) + more) % 10)
      assert.equal(readGs1(`${full.slice(0, place)}${other}${full.slice(place + 1)}`), null)
    }),
  )
})

test('how far a budget has come is worked out of what happened', () => {
  const stage = (say: Parameters<typeof aRound>[0], day = today) => stageOf(daysOf(aRound(say)), day)
  const handedOver = { on: today, serial: 'SN-1', gs1: null }
  const agreed = anAgreed()
  const end = { what: 'closed', on: today, because: 'x' } as const
  assert.deepEqual(
    [
      stage({ standing: 'not-eligible-for-the-service' }),
      stage({}),
      stage({ quotes: [aQuote()] }),
      stage({ choice: choice('notional') }),
      stage({ choice: choice('notional'), agreed }),
      stage({ agreed, handedOver }, on('2031-05-05')),
      stage({ agreed, handedOver }, on('2031-05-06')),
      stage({ agreed, handedOver, endings: [end] }),
    ],
    ['no-right', 'assessed', 'quoted', 'chosen', 'agreed', 'has-chair', 'period-over', 'ended'],
  )
})

test('waits are counted by adult and child, need, and the 18 weeks', () => {
  const from = on('2026-01-05')
  assert.deepEqual(waitedFor(from, on('2026-05-11')), { weeks: 18, late: false })
  assert.deepEqual(waitedFor(from, on('2026-05-12')), { weeks: 18, late: true })
  const adult = { born: on('2008-05-11'), need: 'high', referredOn: from } as const
  const counted = countHandedOver([
    { ...adult, handedOn: on('2026-05-11') },
    { ...adult, handedOn: on('2026-05-12') },
    { ...adult, handedOn: on('2026-05-10') },
    { ...adult, born: null, need: 'low', handedOn: on('2026-05-10') },
  ])
  assert.equal(counted.length, 8)
  assert.deepEqual(
    counted.filter(one => one.within + one.longer > 0),
    [
      { who: 'adult', need: 'low', within: 1, longer: 0 },
      { who: 'adult', need: 'high', within: 1, longer: 1 },
      { who: 'child', need: 'high', within: 1, longer: 0 },
    ],
  )
  assert.deepEqual(
    ['2026-03-31', '2026-04-01', '2026-06-30'].map(day => quarterOf(on(day))),
    ['2026-01-01', '2026-04-01', '2026-04-01'],
  )
})

test('a new look needs a change, and the one before must have come to a chair', () => {
  const asks = (say: Parameters<typeof aNewRound>[1], before = aRound()) =>
    why.whyNotAssess(aNewRound(today, say), before, true)
  const handed = aRound({ agreed: anAgreed(), handedOver: { on: today, serial: 'SN-1', gs1: null } })
  assert.deepEqual(asks({}), ['round-is-open'])
  assert.deepEqual(asks({}, handed), ['no-change-said'])
  assert.deepEqual(asks({ standing: 'clinical-need-changed' }, handed), [])
  assert.deepEqual(why.whyNotAssess(aNewRound(today), null, true), [])
  assert.deepEqual(why.whyNotAssess(aNewRound(today, { standing: 'condition-of-chair' }), null, false), [
    'case-is-closed',
    'has-no-chair-yet',
  ])
  assert.deepEqual(why.whyNotAssess(aNewRound(today, { value: nothing, chair: '' }), null, true), [
    'worth-missing',
    'chair-missing',
  ])
  const no = aNewRound(today, { standing: 'not-eligible-for-the-service' })
  assert.deepEqual(why.whyNotAssess(no, null, true), ['worth-without-right'])
})

test('a quote adds up, its VAT on features is the usual one, and it is still valid', () => {
  const quote = aQuote({ kind: 'features', net: pence(62_000n), vat: pence(12_400n), total: pence(74_400n) })
  const asks = (say: Partial<typeof quote>, day = today) =>
    why.whyNotQuote(aRound(), { ...quote, ...say }, day)
  assert.deepEqual(asks({}), [])
  assert.deepEqual(asks({ total: pence(74_401n) }), ['does-not-add-up'])
  assert.deepEqual(asks({ vat: pence(12_401n), total: pence(74_401n) }), ['vat-not-usual'])
  assert.deepEqual(asks({ vat: nothing, total: pence(62_000n) }), [])
  assert.deepEqual(asks({}, on('2026-07-01')), ['quote-expired'])
})

test('it is agreed by somebody else, once granted, and when every penny is promised', () => {
  const round = aRound({ choice: choice('third-party') })
  const terms = termsOf(round, choice('third-party'), 5)
  const gift = {
    id: '1',
    number: 1,
    giver: 'charity',
    who: 'Wheels',
    amount: pence(88_540n),
    promisedOn: today,
  } as const
  const promised = { ...round, contributions: [{ ...gift, receivedOn: null, givenBackOn: null }] }
  const asks = { terms, startsOn: today, granted: true, by: 'tom' }
  assert.deepEqual(why.whyNotAgree(promised, asks), [])
  assert.deepEqual(why.whyNotAgree(round, asks), ['not-what-is-to-pay'])
  assert.deepEqual(why.whyNotAgree(promised, { ...asks, granted: false, by: 'priya' }), [
    'not-granted',
    'wrote-it',
  ])
  assert.deepEqual(why.whyNotAgree(promised, { ...asks, startsOn: on('2026-07-01') }), ['quote-expired'])
  const agreed = { ...promised, agreed: anAgreed() }
  assert.deepEqual(why.whyNotHandOver(agreed, today), ['not-received'])
  assert.deepEqual(why.whyNotHandOver({ ...agreed, contributions: [] }, on('2026-05-04')), [
    'before-it-began',
  ])
})

test('only a chair of the NHS is handed back', () => {
  const handedOver = { on: today, serial: 'SN-1', gs1: null }
  const own = aRound({ agreed: anAgreed(), handedOver })
  assert.deepEqual(why.whyNotHandBack(own, today), ['not-of-the-nhs'])
  const theirs = { ...own, agreed: anAgreed({ owner: 'nhs' }) }
  assert.deepEqual(why.whyNotHandBack(theirs, today), [])
  assert.deepEqual(why.whyNotHandBack(aRound(), today), ['no-chair'])
})
