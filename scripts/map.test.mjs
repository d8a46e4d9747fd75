import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countUses, drawMap, findCycle, tableOf } from './map.mjs'

const modules = [
  { name: 'people', may: [], says: 'people & organisations' },
  { name: 'plans', may: ['people'], says: 'plans' },
]
const imports = [
  { from: 'src/plans/rules.ts', to: 'src/people/public.ts' },
  { from: 'src/plans/queries.ts', to: 'src/people/public.ts' },
  { from: 'src/plans/queries.ts', to: 'src/plans/rules.ts' },
  { from: 'src/app.ts', to: 'src/plans/public.ts' },
]

test('uses are counted between modules, not within one and not from the composition root', () => {
  assert.deepEqual([...countUses(imports)], [['plans people', 2]])
})

test('a cycle is found and told as a way', () => {
  assert.equal(
    findCycle(
      new Map([
        ['a b', 1],
        ['b c', 1],
      ]),
    ),
    null,
  )
  assert.deepEqual(
    findCycle(
      new Map([
        ['a b', 1],
        ['b c', 1],
        ['c a', 1],
      ]),
    ),
    ['a', 'b', 'c', 'a'],
  )
})

test('the table says whom a module uses how often, and whom not yet', () => {
  assert.deepEqual(tableOf(modules, new Map([['plans people', 2]])), ['people  -', 'plans   people 2'])
  assert.deepEqual(tableOf(modules, new Map())[1], 'plans   -   (not yet: people)')
})

test('the drawing names each module and each use', () => {
  const drawn = drawMap(modules, new Map([['plans people', 2]]))
  assert.match(drawn, /plans uses people, 2 imports/)
  assert.match(drawn, /people &amp; organisations/)
})
