import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transitionDates } from '../../clocks/public.ts'
import { addDays, plainDate } from '../../kernel/days.ts'
import { usualOf } from '../../kernel/figures.ts'
import { newId } from '../../kernel/ids.ts'
import { rolesOn } from '../../rights/public.ts'
import type { Acting, Found } from '../types.ts'
import { changesAt, nextBirthday } from './birthdays.ts'
import { isTold, settingNames } from './figures.ts'
import { followsOn } from './follows.ts'
import { countsOn, linesIn, wordsIn } from './local-lines.ts'
import { decidesOn, roleFacts } from './who-decides.ts'
import { whyNotFind, whyNotPermit } from './why-not.ts'

const day = plainDate
const found = (say: Partial<Found> = {}): Found => ({
  id: newId(),
  number: 1,
  decision: 'hold-money',
  found: 'has-not',
  on: day('2026-03-09'),
  assessor: 'Dr Rowe',
  because: 'Cannot keep the sums in mind',
  helpTried: 'Pictures, twice',
  reviewOn: null,
  notedBy: 'Priya Nair',
  bestInterests: null,
  ...say,
})
const acting = (say: Partial<Acting> = {}): Acting => ({
  id: newId(),
  otherPerson: null,
  name: 'Noor Loveday',
  kind: 'representative',
  basis: 'deputy',
  from: day('2026-01-01'),
  until: null,
  ended: false,
  named: { on: null, agreedOn: null, bodyAgreedOn: null, withdrawnOn: null },
  papers: [],
  ...say,
})
const bet = day('1949-10-19')

test('two decisions of the same day may be found differently, and others are not touched', () => {
  const facts = {
    born: bet,
    found: [found(), found({ number: 2, decision: 'where-to-live', found: 'has' })],
    acting: [acting()],
  }
  const on = day('2026-03-09')
  assert.deepEqual(
    (['hold-money', 'where-to-live', 'agree-plan'] as const).map(one => decidesOn(facts, one, on).able),
    ['found-unable', 'found-able', 'presumed'],
  )
  assert.equal(decidesOn(facts, 'hold-money', on).who, 'representative')
  assert.equal(decidesOn(facts, 'hold-money', day('2026-03-08')).who, 'the-person')
})

test('a power over property decides about money and not about where to live', () => {
  const both = [found(), found({ number: 2, decision: 'where-to-live' })]
  const facts = { born: bet, found: both, acting: [acting({ basis: 'lasting-power-property' })] }
  const on = day('2026-04-01')
  assert.equal(decidesOn(facts, 'hold-money', on).who, 'representative')
  assert.equal(decidesOn(facts, 'where-to-live', on).who, 'nobody')
  const deputy = { ...facts, acting: [acting()] }
  assert.equal(decidesOn(deputy, 'where-to-live', on).readTheOrder, true)
})

test('a power ends with its last day, which is inside', () => {
  const facts = { born: bet, found: [found()], acting: [acting({ until: day('2026-05-31') })] }
  assert.equal(decidesOn(facts, 'hold-money', day('2026-05-31')).who, 'representative')
  assert.equal(decidesOn(facts, 'hold-money', day('2026-06-01')).who, 'nobody')
})

test('a loss stops nothing: staff are told about consent, nominee and who is missing, with the rules', () => {
  const nominee = acting({
    kind: 'nominee',
    basis: null,
    named: { on: day('2026-02-23'), agreedOn: null, bodyAgreedOn: null, withdrawnOn: null },
  })
  const facts = { born: bet, found: [found()], acting: [nominee] }
  assert.deepEqual(
    followsOn(facts, day('2026-03-09')).map(({ what, rule }) => `${what} ${rule}`),
    [
      'nobody-decides DP-REP-02',
      'nominee-by-wish DP-NOM-02',
      'best-interests-missing CAP-BEST-INTERESTS',
      'payment-goes-on CAP-NOTHING-STOPS',
    ],
  )
  assert.deepEqual(followsOn(facts, day('2026-03-08')), [])
  const later = { ...nominee, named: { ...nominee.named, on: day('2026-03-10') } }
  const whats = followsOn({ ...facts, acting: [later] }, day('2026-04-01')).map(({ what }) => what)
  assert.ok(whats.includes('nominee-after-loss'))
})

test('when capacity comes back the person is asked, and a payment stops only without their consent', () => {
  const again = found({ number: 2, found: 'has', on: day('2026-06-01') })
  const facts = { born: bet, found: [found(), again], acting: [acting()] }
  assert.deepEqual(
    followsOn(facts, day('2026-06-01')).map(({ rule }) => rule),
    ['DP-CON-02', 'CAP-PRESUMED', 'DP-STOP-M1', 'CAP-NOTHING-STOPS'],
  )
  assert.deepEqual(followsOn({ ...facts, acting: [] }, day('2026-06-01')), [])
})

test('an earlier wish makes the nominee, from what is stored', () => {
  const named = { on: day('2026-02-23'), agreedOn: null, bodyAgreedOn: null, withdrawnOn: null }
  const facts = {
    born: bet,
    found: [found()],
    acting: [acting(), acting({ kind: 'nominee', basis: null, named })],
  }
  const asked = roleFacts(facts, day('2026-04-01'))
  assert.ok(asked)
  const roles = rolesOn(asked, day('2026-04-01'))
  assert.deepEqual([roles.consents, roles.holder], ['representative', 'nominee-by-an-earlier-wish'])
})

test('a finding is refused with every reason', () => {
  const asked = {
    decision: 'hold-money',
    found: 'has-not',
    on: day('2026-03-09'),
    assessor: 'Dr Rowe',
    because: 'x',
    helpTried: ' ',
    reviewOn: day('2026-03-09'),
  } as const
  const of = { born: bet, known: [], today: day('2026-03-08') }
  assert.deepEqual(whyNotFind(asked, of), ['in-the-future', 'help-missing', 'review-too-early'])
  const child = { ...of, born: day('2010-03-10'), today: day('2026-03-10') }
  assert.ok(whyNotFind(asked, child).includes('a-child'))
  assert.ok(!whyNotFind({ ...asked, on: day('2026-03-10') }, child).includes('a-child'))
  assert.deepEqual(whyNotFind({ ...asked, found: 'has', reviewOn: null }, { ...of, today: asked.on }), [])
})

test('a birthday is told from its first day until the day before it', () => {
  const figures = usualOf(settingNames)
  const birthday = day('2026-09-12')
  const told = (on: string) => isTold(figures, { age: 16, birthday }, day(on))
  assert.deepEqual(['2026-03-13', '2026-03-14', '2026-09-11', '2026-09-12'].map(told), [
    false,
    true,
    true,
    false,
  ])
  assert.ok(Object.values(settingNames).every(({ confidence }) => confidence === 'design'))
})

test('the next birthday has the days of the move to adult care', () => {
  const born = day('2008-11-03')
  const facts = { childrensCare: true, heldByAnother: true }
  const dates = transitionDates(born)
  const on = (after: string) => nextBirthday(born, facts, day(after))?.on
  assert.equal(on('2022-11-02'), dates.supportFrom)
  assert.equal(on('2024-11-02'), dates.checklistReferral)
  assert.equal(on('2024-11-03'), dates.decisionInPrinciple)
  assert.equal(on('2026-11-02'), dates.packageReady)
  assert.equal(on('2026-11-03'), undefined)
  assert.ok(changesAt(18, facts).some(({ rule }) => rule === 'CYP_CONTINUING_CARE-NO-GAP'))
  assert.deepEqual(changesAt(17, { ...facts, childrensCare: false }), [])
})

test('close family and a friend at home need a decision, and a sister elsewhere none (V-32)', () => {
  const asked = {
    name: 'Orla Dacre',
    relation: 'spouse-or-partner',
    sameHousehold: true,
    paidFor: 'care',
    because: 'Nobody else lifts him safely',
    from: day('2026-03-02'),
    until: null,
  } as const
  const of = { forChild: false, known: [] }
  assert.deepEqual(whyNotPermit(asked, of), [])
  const sister = { ...asked, name: 'Maeve', relation: 'sibling', sameHousehold: false } as const
  assert.deepEqual(whyNotPermit(sister, of), ['no-decision-needed'])
  const pat = { ...asked, name: 'Pat', relation: 'friend', paidFor: 'help-with-managing' } as const
  assert.deepEqual(whyNotPermit(pat, of), [])
  assert.deepEqual(whyNotPermit({ ...pat, paidFor: 'care' }, of), ['no-decision-needed'])
  const known = [{ ...asked, name: 'orla dacre ' }]
  assert.deepEqual(whyNotPermit(asked, { ...of, known }), ['permitted-already'])
  assert.deepEqual(whyNotPermit({ ...asked, paidFor: 'help-with-managing' }, { ...of, known }), [])
})

test('a local line counts on its days only, by whole words', () => {
  const line = {
    id: newId<'local line'>(),
    organisation: newId<'organisation'>(),
    says: 'Hot tubs',
    words: wordsIn('Hot tub, jacuzzi,, JACUZZI'),
    from: day('2026-04-01'),
    until: day('2026-04-30'),
    because: 'Board of March',
    endedBecause: null,
    by: 'Carys Lowther',
  }
  assert.deepEqual(line.words, ['hot tub', 'jacuzzi'])
  assert.ok(countsOn(line, day('2026-04-30')) && !countsOn(line, addDays(day('2026-04-30'), 1)))
  const asks = (text: string, on = '2026-04-15') => linesIn([line], { text, on: day(on) }).length
  const counted = [asks('A hot-tub for my back'), asks('A hot tubular bell'), asks('Hot tub', '2026-05-01')]
  assert.deepEqual(counted, [1, 0, 0])
})
