// The dependency rule: who may import whom, drawn from architecture/modules.json and held by dependency-
// cruiser.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, underRightNode } from './node.mjs'

export const ground = ['kernel', 'platform', 'nhs']

/**
 * The modules of architecture/modules.json; throws a sentence when one names a neighbour that does not
 * stand above it.
 */
export function readModules(file = path.join(root, 'architecture', 'modules.json')) {
  const { modules } = JSON.parse(fs.readFileSync(file, 'utf8'))
  modules.forEach(({ name, may }, at) => {
    const above = modules.slice(0, at).map(module => module.name)
    const wrong = may.filter(neighbour => !above.includes(neighbour))
    if (wrong.length > 0)
      throw new Error(`modules.json: ${name} may not use ${wrong.join(', ')}, not listed above it.`)
  })
  return modules
}

// Files go by the names of their shadows, which see below.
const end = String.raw`\.tsx?\.mjs$`
const test = String.raw`\.test${end}`
const composition = `^src/[^/]+${end}`
const anyOf = names => `(${names.join('|') || 'nobody'})`
const within = names => `^src/${anyOf(names)}/`
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** What may not be imported, types included. */
export function whoMayUseWhom(modules) {
  const names = modules.map(module => module.name)
  return [
    forbid('no-cycle', 'Two files that import each other are one file.', {}, { circular: true }),
    forbid(
      'kernel-knows-nobody',
      '',
      { path: within(['kernel']) },
      { path: '^src/', pathNot: within(['kernel']) },
    ),
    forbid(
      'nhs-knows-the-kernel',
      '',
      { path: within(['nhs']) },
      { path: '^src/', pathNot: within(['nhs', 'kernel']) },
    ),
    forbid(
      'platform-knows-no-domain',
      '',
      { path: within(['platform']) },
      { path: '^src/', pathNot: within(ground) },
    ),
    forbid(
      'nothing-uses-tests',
      '',
      { path: '^src/', pathNot: test },
      { path: `^(test|checks|bench|scripts)/|${test}` },
    ),
    forbid('only-tests-use-examples', '', doing(names), { path: `/examples(${end}|/)` }),
    ...modules.flatMap(module => rulesOf(module)),
  ]
}

// Examples serve tests, the seeded place and the style page, which is drawn by the composition root.
const doing = names => ({
  path: within(names),
  pathNot: [test, `/(examples|testing)${end}`, '/examples/', within(['millbrook'])],
})

// A test may also use the neighbours' examples, and open the whole house by its front door.
function rulesOf({ name, may }) {
  const own = within([name, ...ground])
  const doors = `^src/${anyOf(may)}/public${end}`
  const examples = `^src/${anyOf(may)}/examples(${end}|/)`
  // The seeded place is made of the neighbours' examples.
  const made = name === 'millbrook' ? [examples] : []
  const testing = `${test}|${`/examples(${end}|/)`}`
  const says = `${name} uses the doors (public.ts) of ${may.join(', ') || 'nobody'}.`
  return [
    forbid(
      `${name}-uses-doors`,
      says,
      { path: within([name]), pathNot: testing },
      { path: '^src/', pathNot: [own, doors, ...made] },
    ),
    forbid(
      `${name}-tests-use-examples`,
      says,
      { path: `^src/${name}/.*(${testing})` },
      { path: '^src/', pathNot: [own, doors, examples, composition] },
    ),
  ]
}

/**
 * What may not be imported by what only says or shows: a type does nothing, so types are left out of these.
 */
export function whatDoesNothing() {
  const does = `^src/[^/]+/(queries|actions|routes|commands)(${end}|/)`
  const machinery = `^src/platform/(database|migrate|transaction|jobs|mail|http|files|testing)(${end}|/)`
  const outside =
    '^(node:)?(fs|http|https|net|child_process)(/|$)|node_modules/(pg|kysely|fastify|nodemailer)/'
  const from = `^src/[^/]+/(rules|forms|types)(${end}|/)`
  const pages = '^src/[^/]+/pages/'
  return [
    forbid(
      'rules-are-pure',
      'Facts are handed to a rule.',
      { path: from, pathNot: test },
      { path: [does, machinery, outside] },
    ),
    forbid(
      'pages-load-nothing',
      'A page is given what it shows.',
      { path: pages, pathNot: test },
      { path: [does, machinery, outside] },
    ),
  ]
}

/** Folders under src that stand neither in modules.json nor in the ground. */
export function unlisted(modules, folders) {
  const known = [...ground, ...modules.map(module => module.name)]
  return folders.filter(folder => !known.includes(folder))
}

/**
 * Everything that breaks the dependency rule, as sentences, and how often each file of src imports another.
 */
export async function checkBoundaries(house = root) {
  const modules = readModules(path.join(house, 'architecture', 'modules.json'))
  const folders = fs
    .readdirSync(path.join(house, 'src'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
  const strangers = unlisted(
    modules,
    folders.map(entry => entry.name),
  ).map(folder => `src/${folder} is not listed in architecture/modules.json.`)
  const all = await cruiseShadow(house, { forbidden: whoMayUseWhom(modules), types: true })
  const doing = await cruiseShadow(house, { forbidden: whatDoesNothing(), types: false })
  const imports = all.modules.flatMap(file =>
    file.dependencies.map(to => ({ from: plain(file.source), to: plain(to.resolved) })),
  )
  const problems = [...strangers, ...[all, doing].flatMap(found => found.summary.violations.map(sentence))]
  return { problems, imports, modules }
}

const plain = file => file.replace(/\.mjs$/, '')

function sentence({ from, to, rule, cycle, comment }) {
  const way = cycle ? cycle.map(step => plain(step.name ?? step)).join(' -> ') : plain(to)
  return `${rule.name}: ${plain(from)} -> ${way}${comment ? ` (${comment})` : ''}`
}

// dependency-cruiser reads TypeScript only through a compiler older than ours, so it is shown each file as
// the JavaScript
// that esbuild makes of it, in a tree of the same shape.
async function cruiseShadow(house, { forbidden, types }) {
  const shadow = path.join(house, '.data', `cruise-${process.pid}-${types ? 'types' : 'values'}`)
  try {
    for (const folder of ['src', 'test', 'checks', 'bench'])
      await castShadow(path.join(house, folder), path.join(shadow, folder), types)
    const { cruise } = await import('dependency-cruiser')
    const options = {
      baseDir: shadow,
      validate: true,
      ruleSet: { forbidden },
      doNotFollow: { path: 'node_modules' },
      outputType: undefined,
    }
    return (await cruise(['src'], options)).output
  } finally {
    fs.rmSync(shadow, { recursive: true, force: true })
  }
}

async function castShadow(folder, shadow, types) {
  if (!fs.existsSync(folder)) return
  const esbuild = await import('esbuild')
  const files = fs.readdirSync(folder, { recursive: true }).filter(name => /(?<!\.d)\.tsx?$/.test(name))
  for (const name of files) {
    const source = fs.readFileSync(path.join(folder, name), 'utf8')
    const made = await esbuild.transform(types ? asValues(source) : source, {
      loader: name.endsWith('x') ? 'tsx' : 'ts',
      jsx: 'automatic',
      sourcefile: path.join(folder, name),
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    })
    const file = path.join(shadow, `${name}.mjs`)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, made.code.replace(/((?:from|import)\s*\(?\s*)"(\.[^"]+\.tsx?)"/g, '$1"$2.mjs"'))
  }
}

// Turns imports of types into plain ones, so that they count.
function asValues(source) {
  return source
    .replace(/^import type (?=[{*\w])/gm, 'import ')
    .replace(/^export type (?=\{[^}]*\} from |\* from )/gm, 'export ')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await underRightNode(import.meta.url)
  const { problems, imports } = await checkBoundaries()
  for (const problem of problems) console.error(problem)
  console.log(problems.length === 0 ? `No import crosses a boundary (${imports.length} looked at).` : '')
  process.exitCode = problems.length === 0 ? 0 : 1
}
