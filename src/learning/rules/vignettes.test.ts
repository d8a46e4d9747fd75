import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayInEngland, type Moment, plainDate } from '../../kernel/days.ts'
import type { Backed } from '../../rights/public.ts'
import { type Comment, decidedAt, publicAt, toldOf, whyNotDecided } from './comments.ts'
import { type Applicant, type JoiningRules, nextStep } from './joining.ts'
import { type Asking, completion, placesOf } from './places.ts'

const shows = ({ confidences }: Backed) => assert.deepEqual(confidences, ['origin'])
const at = (text: string): Moment => `${text}:00.000Z` as Moment

const asked = (who: string, minute: number, gone?: string): Asking => ({
  who,
  askedAt: at(`2026-04-01T09:0${minute}`),
  goneAt: gone === undefined ? null : at(`${gone}T10:00`),
})

test('V-46 waiting list and five sessions', () => {
  const found = placesOf(
    [
      asked('Ann', 1),
      asked('Ben', 2, '2026-05-04'),
      asked('Cy', 3, '2026-05-06'),
      asked('Dee', 4),
      asked('Eli', 5, '2026-05-01'),
      asked('Fi', 6),
    ],
    3,
  )
  assert.deepEqual(
    found.promoted.map(({ who, at }) => [who, dayInEngland(at)]),
    [
      ['Dee', '2026-05-04'],
      ['Fi', '2026-05-06'],
    ],
  )
  assert.deepEqual(found.waiting, [])
  assert.deepEqual(found.placed, ['Ann', 'Dee', 'Fi'])
  const attended = { Ann: [1, 2, 3, 4, 5], Dee: [1, 2, 4, 5], Fi: [1, 2, 3, 4, 5] }
  const ends = Object.entries(attended).map(([who, sessions]) => ({
    who,
    ...completion(sessions, { sessions: 5, needed: 5 }),
  }))
  assert.deepEqual(
    ends.filter(one => one.completed).map(({ who }) => who),
    ['Ann', 'Fi'],
  )
  assert.deepEqual(
    ends.filter(one => !one.completed).map(({ who, missed }) => [who, missed]),
    [['Dee', [3]]],
  )
  shows(found)
})

const rules: JoiningRules = {
  mayJoin: ['nhs', 'local-authority'],
  domainsOf: { nhs: ['nhs.net'], 'local-authority': ['millbrook-council.example'] },
  terms: 4,
}
const who = (employer: Applicant['employer'], email: string, termsAccepted: number | null): Applicant => ({
  employer,
  email,
  termsAccepted,
  proofTaken: false,
})
const six = {
  Ros: who('nhs', 'ros@nhs.net', 4),
  Tam: who('local-authority', 'tam@millbrook-council.example', 4),
  Gus: who('none', 'gus@home.example', null),
  Bea: who('charity', 'bea@charity.example', null),
  Lyn: who('nhs', 'lyn@home.example', 4),
  Ned: who('nhs', 'ned@nhs.net', null),
}

test('V-47 who may join', () => {
  const answers = Object.fromEntries(
    Object.entries(six).map(([name, one]) => {
      const { confidences, rules: ids, ...step } = nextStep(one, rules)
      shows({ confidences, rules: ids })
      return [name, step]
    }),
  )
  assert.deepEqual(answers, {
    Ros: { step: 'to-human-approval' },
    Tam: { step: 'to-human-approval' },
    Gus: { step: 'not-eligible', shown: 'public-pages' },
    Bea: { step: 'not-eligible', shown: 'public-pages' },
    Lyn: { step: 'on-hold', needs: [{ need: 'proof-of-employer' }] },
    Ned: { step: 'on-hold', needs: [{ need: 'accept-terms', version: 4 }] },
  })
  const approved = Object.values(answers).filter(({ step }) => /^(approved|member)/.test(step))
  assert.equal(approved.length, 0, 'approved without a human')
})

test('V-48 a question under a site page', () => {
  const first: Comment = {
    author: 'Wendy Sloane',
    email: 'wendy@forum.example',
    says: 'Who leads this locally?',
    postedAt: at('2026-03-03T20:08'),
    decisions: [{ at: at('2026-03-04T09:15'), is: 'approved' }],
  }
  const refusal = { at: at('2026-03-05T11:00'), is: 'refused', because: 'It tells of a neighbour.' } as const
  const second: Comment = {
    author: 'Somebody Else',
    email: 'somebody@home.example',
    says: 'My neighbour has an illness.',
    postedAt: at('2026-03-05T10:00'),
    decisions: [refusal],
  }
  const site = {
    contacts: [{ name: 'Kay Boone', from: plainDate('2026-01-05'), until: null }],
    comments: [first, second],
  }
  const [early, later, everAfter] = ['2026-03-03T21:00', '2026-03-05T12:00', '2036-03-05T12:00'].map(moment =>
    publicAt(site, at(moment)),
  )
  assert.deepEqual([early?.contact, early?.comments], ['Kay Boone', []])
  assert.deepEqual(
    [later?.contact, later?.comments],
    ['Kay Boone', [{ author: 'Wendy Sloane', dated: '2026-03-03', says: 'Who leads this locally?' }]],
  )
  assert.doesNotMatch(JSON.stringify([early, later, everAfter]), /@|neighbour/)
  assert.deepEqual(everAfter?.comments, later?.comments)
  assert.deepEqual(toldOf(refusal), { contact: false, writer: 'It tells of a neighbour.' })
  assert.deepEqual([whyNotDecided(second, refusal), decidedAt(second, at('2026-03-05T12:00'))], [[], refusal])
  assert.equal(site.comments.includes(second), true, 'the record is kept')
  assert.equal(toldOf(first.decisions[0] ?? refusal).contact, true)
  if (later) shows(later)
})
