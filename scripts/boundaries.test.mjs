import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { checkBoundaries, readModules } from './boundaries.mjs'

const modules = [
  { name: 'people', may: [], says: '' },
  { name: 'plans', may: ['people'], says: '' },
]

async function problemsIn(files) {
  const house = fs.mkdtempSync(path.join(os.tmpdir(), 'openphb-boundaries-'))
  try {
    const all = { 'architecture/modules.json': JSON.stringify({ modules }), ...files }
    for (const [name, text] of Object.entries(all)) {
      fs.mkdirSync(path.join(house, path.dirname(name)), { recursive: true })
      fs.writeFileSync(path.join(house, name), text)
    }
    return (await checkBoundaries(house)).problems.map(problem => problem.split(':')[0])
  } finally {
    fs.rmSync(house, { recursive: true, force: true })
  }
}

const people = { 'src/people/public.ts': 'export const a = 1', 'src/people/queries.ts': 'export const b = 2' }

test('a module may use the door of a neighbour it names, and the ground', async () => {
  const found = await problemsIn({
    ...people,
    'src/kernel/money.ts': 'export const c = 3',
    'src/plans/rules.ts':
      "import { a } from '../people/public.ts'\nexport { c } from '../kernel/money.ts'\nexport { a }",
  })
  assert.deepEqual(found, [])
})

test('a module may not reach behind a door, not even for a type', async () => {
  const type = {
    'src/plans/queries.ts': "import type { b } from '../people/queries.ts'\nexport type B = typeof b",
  }
  assert.deepEqual(await problemsIn({ ...people, ...type }), ['plans-uses-doors'])
})

test('a module may not use a neighbour it does not name', async () => {
  const found = await problemsIn({
    'src/plans/public.ts': 'export const e = 5',
    'src/people/queries.ts': "import { e } from '../plans/public.ts'\nexport const f = e",
  })
  assert.deepEqual(found, ['people-uses-doors'])
})

test('two files that import each other are a cycle', async () => {
  const found = await problemsIn({
    'src/kernel/one.ts': "import { two } from './two.ts'\nexport const one = () => two",
    'src/kernel/two.ts': "import { one } from './one.ts'\nexport const two = () => one",
  })
  assert.deepEqual(new Set(found), new Set(['no-cycle']))
})

test('the kernel knows nobody', async () => {
  const found = await problemsIn({
    ...people,
    'src/kernel/one.ts': "export { a } from '../people/public.ts'",
  })
  assert.deepEqual(found, ['kernel-knows-nobody'])
})

test('a rule may name the type of a query but not ask one, and a page loads nothing', async () => {
  const typed = "import type { b } from '../people/queries.ts'\nexport type B = typeof b"
  const asked = "import { b } from '../people/queries.ts'\nexport const c = b"
  const found = type => problemsIn({ ...people, 'src/people/rules.ts': type ? typed : asked })
  assert.deepEqual(await found(true), [])
  assert.deepEqual(await found(false), ['rules-are-pure'])
  const page = "export { b as c } from '../queries.ts'"
  assert.deepEqual(await problemsIn({ ...people, 'src/people/pages/one.tsx': page }), ['pages-load-nothing'])
})

test('a folder that modules.json does not list is named', async () => {
  const found = await problemsIn({ 'src/stray/one.ts': 'export const a = 1' })
  assert.deepEqual(found, ['src/stray is not listed in architecture/modules.json.'])
})

test('a module may name only those above it', () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'openphb-modules-')), 'modules.json')
  fs.writeFileSync(
    file,
    JSON.stringify({
      modules: [
        { name: 'people', may: ['plans'] },
        { name: 'plans', may: [] },
      ],
    }),
  )
  assert.throws(() => readModules(file), /people may not use plans, not listed above it/)
  fs.rmSync(path.dirname(file), { recursive: true })
})
