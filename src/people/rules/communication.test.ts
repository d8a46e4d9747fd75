import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import {
  asksAlso,
  type Communication,
  everyNeed,
  flag,
  lettersAs,
  mayTelephone,
  mustStillBeAsked,
  needGroupSays,
  needsOfGroup,
  needsOn,
  toShare,
  whatToDo,
} from './communication.ts'

const day = plainDate
const derek: Communication = {
  askedOn: day('2026-03-01'),
  needs: [
    {
      need: 'communication-aid',
      detail: 'Eye-gaze keyboard',
      from: day('2026-03-01'),
      until: null,
      mayShare: true,
    },
    {
      need: 'large-print',
      detail: '24 point',
      from: day('2026-03-01'),
      until: day('2026-06-30'),
      mayShare: false,
    },
    { need: 'email-instead', detail: null, from: day('2026-05-01'), until: null, mayShare: true },
  ],
}

test('each need stands in one of the four groups of the standard, and no group is empty', () => {
  const groups = Object.keys(needGroupSays) as (keyof typeof needGroupSays)[]
  assert.equal(groups.length, 4)
  assert.deepEqual(groups.flatMap(needsOfGroup).sort(), [...everyNeed].sort())
  for (const group of groups) assert.ok(needsOfGroup(group).length > 0, group)
})

test('a need that cannot be met without an answer asks for it', () => {
  assert.match(asksAlso('large-print') ?? '', /size/)
  assert.match(asksAlso('language-interpreter') ?? '', /language/)
  assert.equal(asksAlso('hearing-loop'), null)
})

test('the record flags what is needed on the day, with its detail', () => {
  assert.deepEqual(flag(derek, day('2026-03-01')), [
    'I talk with a communication aid, such as eye-gaze or a picture board: Eye-gaze keyboard',
    'Large print: 24 point',
  ])
  assert.equal(flag(derek, day('2026-02-28')).length, 0)
  assert.equal(needsOn(derek, day('2026-06-30')).length, 3)
  assert.equal(needsOn(derek, day('2026-07-01')).length, 2)
  assert.equal(whatToDo(derek, day('2026-07-01')).length, 2)
})

test('letters go out in the form that is needed, and an ordinary letter otherwise', () => {
  assert.deepEqual(lettersAs(derek, day('2026-06-30')), ['large-print'])
  assert.deepEqual(lettersAs(derek, day('2026-07-01')), [])
})

test('nobody is telephoned who asked for e-mail instead', () => {
  assert.equal(mayTelephone(derek, day('2026-04-30')), true)
  assert.equal(mayTelephone(derek, day('2026-05-01')), false)
})

test('other organisations are told only what the person lets us share', () => {
  assert.deepEqual(
    toShare(derek, day('2026-06-01')).map(({ need }) => need),
    ['communication-aid', 'email-instead'],
  )
})

test('somebody who needs nothing has been asked; somebody whom nobody asked has not', () => {
  assert.equal(mustStillBeAsked({ askedOn: null, needs: [] }, day('2026-03-01')), true)
  assert.equal(mustStillBeAsked({ askedOn: day('2026-03-02'), needs: [] }, day('2026-03-01')), true)
  assert.equal(mustStillBeAsked({ askedOn: day('2026-03-01'), needs: [] }, day('2026-03-01')), false)
})
