import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Pathway, pathwayProblems, type Step } from './pathway.ts'
import { pathwayOf } from './pathways.ts'
import { ways } from './types.ts'

const knows = { rule: (id: string) => id !== 'NO-RULE', ways }
const whole = pathwayOf('section-117')
const wrong = (change: Partial<Pathway>) => pathwayProblems([{ ...whole, ...change }], knows)

test('a pathway as it stands has nothing wrong with it', () => assert.deepEqual(wrong({}), []))

test('what is wrong with a pathway file is said in a sentence that names it', () => {
  assert.deepEqual(wrong({ steps: ['ask', 'fly' as Step] }), [
    'The pathway section-117 names the step “fly”, which there is not.',
    'The pathway section-117 has its steps out of order.',
  ])
  assert.match(wrong({ rights: ['NO-RULE'] }).join(), /names the rule NO-RULE/)
  assert.match(wrong({ rights: [] }).join(), /no rule that gives the right/)
  assert.match(wrong({ steps: ['decide', 'ask'] }).join(), /out of order/)
  assert.match(wrong({ decideBy: 'CHC-DECISION' }).join(), /no clock of it/)
  assert.match(wrong({ ages: { from: 18, until: 17 } }).join(), /ends before it begins/)
  assert.match(wrong({ asks: 'moon' as 'chair' }).join(), /asks for “moon”, which there is not/)
  assert.match(wrong({ asks: 'chair' }).join(), /asks for the chair, which decides nothing for its group/)
  assert.match(wrong({ group: 'fast-track', asks: null, clocks: ['CHC-DECISION'] }).join(), /the 28 days/)
  assert.match(wrong({ ways: [] }).join(), /in no way/)
  assert.match(pathwayProblems([whole, whole], knows).join(), /two pathways section-117/)
})
