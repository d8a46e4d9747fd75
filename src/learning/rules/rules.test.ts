import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Moment, plainDate } from '../../kernel/days.ts'
import { findRule } from '../../rights/public.ts'
import { type Comment, type Decision, publicAt, whyNotDecided } from './comments.ts'
import { type Employer, type JoiningRules, nextStep } from './joining.ts'
import { type Asking, completion, placesOf } from './places.ts'

const at = (minute: number): Moment => new Date(Date.UTC(2026, 3, 1, 9, minute)).toISOString() as Moment
const ask = (who: string, asked: number, gone: number | null = null): Asking => ({
  who,
  askedAt: at(asked),
  goneAt: gone === null ? null : at(gone),
})

test('the last place is given and the next asks in vain, until one becomes free', () => {
  const of = (...askings: readonly Asking[]) => placesOf(askings, 1)
  assert.deepEqual(of(ask('Ann', 1)).placed, ['Ann'])
  assert.deepEqual([of(ask('Ann', 1), ask('Ben', 2)).waiting, of().placed], [['Ben'], []])
  assert.deepEqual(of(ask('Ann', 1, 5), ask('Ben', 2)).promoted, [{ who: 'Ben', at: at(5) }])
  assert.deepEqual(of(ask('Ann', 1, 2), ask('Ben', 2)).promoted, [], 'who finds a free place did not wait')
})

test('who goes in the moment in which a place becomes free does not get it', () => {
  const { promoted, placed } = placesOf([ask('Ann', 1, 5), ask('Ben', 2, 5), ask('Cy', 3)], 1)
  assert.deepEqual([promoted, placed], [[{ who: 'Cy', at: at(5) }], ['Cy']])
})

test('sessions are counted once, and as many as are needed are enough', () => {
  const series = { sessions: 5, needed: 4 }
  assert.deepEqual(completion([1, 2, 4, 5], series), { completed: true, missed: [3] })
  assert.deepEqual(completion([1, 2, 2, 5, 9], series), { completed: false, missed: [3, 4] })
})

const anyAsking = fc
  .tuple(fc.nat(50), fc.option(fc.integer({ min: 1, max: 50 })))
  .map(([asked, stay]) => ({ asked, gone: stay === null ? null : asked + stay }))

test('never more places than there are, never an empty one while somebody waits, in any order', () => {
  fc.assert(
    fc.property(fc.array(anyAsking, { maxLength: 12 }), fc.nat(4), (some, places) => {
      const askings = some.map(({ asked, gone }, number) => ask(`P${number}`, asked, gone))
      const found = placesOf(askings, places)
      assert.deepEqual(placesOf(askings.toReversed(), places), found)
      assert.ok(found.placed.length <= places)
      assert.ok(found.waiting.length === 0 || found.placed.length === places)
      const stayed = askings.filter(({ goneAt }) => goneAt === null).map(({ who }) => who)
      assert.deepEqual([...found.placed, ...found.waiting].sort(), stayed.sort())
    }),
  )
})

const rules: JoiningRules = { mayJoin: ['nhs'], domainsOf: { nhs: ['nhs.net'] }, terms: 4 }
const join = (
  email: string,
  more: { employer?: Employer; termsAccepted?: number; proofTaken?: boolean } = {},
) => nextStep({ employer: 'nhs', email, proofTaken: false, termsAccepted: 4, ...more }, rules)

test('an address proves the employer only where it is of the domain or beneath it', () => {
  const steps = [
    'a@nhs.net',
    'A@Trust.NHS.net ',
    'a@evilnhs.net',
    'a@nhs.net.example',
    'nhs.net@home.example',
  ]
  assert.deepEqual(
    steps.map(email => join(email).step),
    ['to-human-approval', 'to-human-approval', 'on-hold', 'on-hold', 'on-hold'],
  )
  assert.equal(join('a@home.example', { proofTaken: true }).step, 'to-human-approval')
})

test('an old version of the terms is not the current one, and all that is needed is said at once', () => {
  const { step, ...rest } = join('a@home.example', { termsAccepted: 3 })
  assert.equal(step, 'on-hold')
  assert.deepEqual('needs' in rest && rest.needs, [
    { need: 'proof-of-employer' },
    { need: 'accept-terms', version: 4 },
  ])
})

test('as first set, the circle is the one of the register; a wider one is a setting', () => {
  const first: JoiningRules = { ...rules, mayJoin: ['nhs', 'local-authority'] }
  const kinds = { NHS: 'nhs', 'local authority': 'local-authority', 'somebody else': 'charity' } as const
  for (const { facts, answer } of findRule('NETWORK-WHO').cases) {
    const employer = kinds[(facts as { worksFor: keyof typeof kinds }).worksFor]
    const { step } = nextStep({ employer, email: '', proofTaken: true, termsAccepted: 4 }, first)
    assert.equal(step === 'not-eligible' ? 'public pages' : 'may ask', answer)
  }
  const wider: JoiningRules = { ...first, mayJoin: [...first.mayJoin, 'charity'] }
  const charity = { employer: 'charity', email: '', proofTaken: true, termsAccepted: 4 } as const
  assert.equal(nextStep(charity, wider).step, 'to-human-approval')
})

const comment = (...decisions: readonly Decision[]): Comment => ({
  author: 'Wendy Sloane',
  email: 'wendy@forum.example',
  says: 'Who leads this?',
  postedAt: at(0),
  decisions,
})
const seen = (one: Comment, minute: number): number =>
  publicAt({ contacts: [], comments: [one] }, at(minute)).comments.length

test('a comment is public from the moment of approval, and not once that is taken back', () => {
  const refused = { at: at(9), is: 'refused', because: 'It names somebody.' } as const
  const one = comment(refused, { at: at(5), is: 'approved' })
  assert.deepEqual(
    [4, 5, 8, 9].map(minute => seen(one, minute)),
    [0, 1, 1, 0],
  )
  assert.equal(seen(comment(), 9), 0)
})

test('a refusal without a reason, or before the comment was there, is none', () => {
  const why = (because: string, minute: number) =>
    whyNotDecided(comment(), { at: at(minute), is: 'refused', because })
  assert.deepEqual(
    [why('It names somebody.', 0), why(' ', -1)],
    [[], ['reason-missing', 'before-it-was-written']],
  )
})

test('the contact is the one of the day in England, also late in the evening', () => {
  const contacts = [
    { name: 'Kay Boone', from: plainDate('2026-01-05'), until: plainDate('2026-06-30') },
    { name: 'Ida Marsh', from: plainDate('2026-07-01'), until: null },
  ]
  const on = (moment: string) => publicAt({ contacts, comments: [] }, moment as Moment).contact
  assert.deepEqual(
    ['2026-01-04T12:00:00.000Z', '2026-06-30T22:59:00.000Z', '2026-06-30T23:00:00.000Z'].map(on),
    [null, 'Kay Boone', 'Ida Marsh'],
  )
})
