import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

// The style guide, as far as a reader of text can hold it. dependency-cruiser and Biome hold the rest.

const root = process.env.OPENPHB_ROOT ?? process.cwd()
const itself = 'src/tidy.test.ts'

type Written = { readonly file: string; readonly text: string; readonly lines: readonly string[] }

function walk(folder: string): string[] {
  const at = path.join(root, folder)
  if (!fs.existsSync(at)) return []
  return fs.readdirSync(at, { withFileTypes: true }).flatMap(entry => {
    const file = `${folder}/${entry.name}`
    return entry.isDirectory() ? walk(file) : [file]
  })
}

const everything = ['src', 'test', 'checks', 'bench', 'scripts'].flatMap(walk)
const written: readonly Written[] = everything
  .filter(file => /\.(tsx?|mjs|sql)$/.test(file) && file !== itself)
  .map(file => {
    const text = fs.readFileSync(path.join(root, file), 'utf8')
    return { file, text, lines: text.replace(/\n$/, '').split('\n') }
  })
const isTest = ({ file }: Written): boolean => /\.test\.(tsx?|mjs)$/.test(file)

/** Every line that matches, as "file:line text". */
function linesLike(pattern: RegExp, files: readonly Written[] = written): string[] {
  return files.flatMap(({ file, lines }) =>
    lines.flatMap((line, at) =>
      pattern.test(line) ? [`${file}:${at + 1} ${line.trim().slice(0, 90)}`] : [],
    ),
  )
}

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

type Module = { readonly name: string; readonly may: readonly string[] }
const modules: readonly Module[] = JSON.parse(read('architecture/modules.json')).modules
const folders = fs
  .readdirSync(path.join(root, 'src'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

const none: readonly string[] = []

// Reference tables, and the people of Millbrook.
const listsOfFacts = /\/reference\/|^src\/millbrook\/people\//

test('a file has at most 250 lines, but for lists of facts', () => {
  const long = written.filter(({ file, lines }) => lines.length > 250 && !listsOfFacts.test(file))
  assert.deepEqual(
    long.map(({ file, lines }) => `${file}: ${lines.length}`),
    none,
  )
})

test('a line has at most 110 characters, unless it holds a web address', () => {
  const long = written.flatMap(({ file, lines }) =>
    lines.flatMap((line, at) =>
      [...line].length > 110 && !line.includes('http') ? [`${file}:${at + 1}`] : [],
    ),
  )
  assert.deepEqual(long, none)
})

test('a door (public.ts) has at most 40 lines and names what it exports', () => {
  const doors = written.filter(({ file }) => /^src\/[^/]+\/public\.ts$/.test(file))
  const wide = doors
    .filter(({ lines }) => lines.length > 40)
    .map(({ file, lines }) => `${file}: ${lines.length}`)
  assert.deepEqual([...wide, ...linesLike(/^export (\*|default)/, doors)], none)
})

test('every folder of src has a README, and each module that a neighbour names has a door', () => {
  const silent = folders.filter(name => !fs.existsSync(path.join(root, 'src', name, 'README.md')))
  const named = new Set(modules.flatMap(({ may }) => may))
  const shut = folders.filter(
    name => named.has(name) && !fs.existsSync(path.join(root, 'src', name, 'public.ts')),
  )
  assert.deepEqual(
    [...silent.map(name => `src/${name}/README.md`), ...shut.map(name => `src/${name}/public.ts`)],
    none,
  )
})

test('nothing is named after what it is for everybody, such as utils or helpers', () => {
  const vague = /(^|\/)(utils?|helpers?|services?|common|shared|managers?|misc|lib)(\/|\.[^/]+$)/
  assert.deepEqual(
    everything.filter(file => vague.test(file)),
    none,
  )
})

test('each dependency is pinned exactly, and says why it is here', () => {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(read('package.json'))
  const reasons = read('architecture/decisions/dependencies.md')
  const atRunTime = Object.keys({ ...dependencies, ...optionalDependencies })
  const loose = Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+/.test(String(version)))
    .map(([name]) => `${name} is not pinned`)
  assert.deepEqual([...atRunTime.filter(name => !reasons.includes(`| \`${name}\` |`)), ...loose], none)
})

test('a migration is named by its moment and its subject, and no two have the same moment', () => {
  const names = everything
    .filter(file => /^src\/[^/]+\/migrations\//.test(file))
    .map(file => path.basename(file))
  const odd = names.filter(name => !/^\d{4}-\d{2}-\d{2}T\d{4}-[a-z0-9-]+\.sql$/.test(name))
  const moments = names.map(name => name.slice(0, 15))
  assert.deepEqual([...odd, ...moments.filter((moment, at) => moments.indexOf(moment) !== at)], none)
})

test('no type is waved through', () => {
  const typed = written.filter(({ file }) => /\.tsx?$/.test(file))
  assert.deepEqual(
    linesLike(/@ts-(ignore|expect-error|nocheck)|(:|\bas|<) ?any\b[^a-z ]?($|[\s,;)>\]=])/, typed),
    none,
  )
})

test('nothing is put off, and no test is left out or left alone', () => {
  assert.deepEqual(linesLike(/\b(TODO|FIXME|XXX|HACK)\b|\b(test|it|describe)\.(skip|only|todo)\(/), none)
})

test('no file names a place on one machine', () => {
  assert.deepEqual(linesLike(/\/(Users|root)\/[a-z]|\/work\/(main|wt|shared)/), none)
})

test('every test asserts something', () => {
  assert.deepEqual(written.filter(isTest).flatMap(testsWithoutAssertion), none)
})

// A test may assert through a function of its own file, or one that test/ offers.
function testsWithoutAssertion({ file, text }: Written): string[] {
  const parts = text.split(/\n(?=[^\s})\]])/)
  const asserting = new Set(['assert'])
  for (const part of parts) {
    const from = /^import .*?\{([^}]*)\} from '[^']*(\/test\/|\.\/)[^']*'/s.exec(part)
    for (const name of from?.[1]?.split(',') ?? []) asserting.add(name.replace(/^.* as /, '').trim())
  }
  const asserts = (part: string): boolean => [...part.matchAll(/\w+/g)].some(([word]) => asserting.has(word))
  for (const part of parts) {
    const name = /^(?:export )?(?:async )?(?:const|function\*?) (\w+)/.exec(part)?.[1]
    if (name && /\bassert\b/.test(part)) asserting.add(name)
  }
  return parts
    .flatMap(part => part.split(/\n(?=\s+(?:await t\.)?test\()/))
    .filter(part => /^\s*test\(/.test(part) && !asserts(part))
    .map(part => `${file}: ${part.trim().split('\n')[0]}`)
}

// All files are tests of one process: such a hook of one file would run around every test of all the others.
test('no test file has a hook around each test, but for journeys', () => {
  const hooks = linesLike(/^(before|after)Each\(/, written.filter(isTest))
  assert.deepEqual(
    hooks.filter(place => !place.startsWith('test/journeys/')),
    none,
  )
})
