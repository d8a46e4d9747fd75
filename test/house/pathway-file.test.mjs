import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { after, test } from 'node:test'
import { removeDatabase } from '../../scripts/database.mjs'

// One file in src/rights/pathways is a pathway, and a wrong one stops the start: on a copy of the sources.

const root = path.resolve(import.meta.dirname, '../..')
const copy = fs.mkdtempSync(path.join(root, '.data', 'pathway-'))
fs.chmodSync(copy, 0o755)
const added = path.join(copy, 'src/rights/pathways/garden-work.ts')

for (const name of ['src', 'test', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'])
  fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))

after(async () => {
  await removeDatabase(path.join(copy, '.data', 'db'))
  fs.rmSync(copy, { recursive: true, force: true })
})

const gardenWork = `import { pathway } from '../pathway.ts'

export default pathway({
  id: 'garden-work',
  group: 'other-local',
  place: 14,
  name: 'Garden work on prescription',
  who: 'People whom a nurse sends to the allotment of Millbrook',
  hint: 'Work in a garden, with somebody beside you.',
  rights: ['LOCAL-OFFER'],
  ways: ['notional', 'third-party'],
  domains: 'adult',
  ages: { from: 18, until: 65 },
})
`
const write = (text = gardenWork) => fs.writeFileSync(added, text)

/** Runs a script of the copy as a person does, and answers its exit code and what it said. */
function run(script, args, env = {}) {
  const { DATABASE_URL, NODE_TEST_CONTEXT, OPENPHB_TEST_DATABASE_URL, ...clean } = process.env
  const child = spawn(process.execPath, [path.join(copy, 'scripts', script), ...args], {
    cwd: copy,
    env: { ...clean, OPENPHB_ROOT: copy, OPENPHB_DATA: path.join(copy, '.data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', chunk => {
    said.out += chunk
  })
  child.stderr.on('data', chunk => {
    said.err += chunk
  })
  return new Promise(resolve => child.on('close', code => resolve({ code, ...said })))
}

async function freePort() {
  const probe = net.createServer()
  await new Promise(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return String(port)
}

test('one new file is a pathway: its right is explained, and it is walked to the money', async () => {
  write()
  const { code, out, err } = await run('openphb.mjs', ['rights', 'explain', '--pathway', 'garden-work'])
  assert.equal(code, 0, err)
  assert.match(out, /No law gives you a budget\./)
  assert.match(out, /Ways to hold it: notional, third-party\./)
  const walked = await run('test.mjs', ['test/stories/every-pathway'], { OPENPHB_PATHWAY: 'garden-work' })
  assert.equal(walked.code, 0, walked.out + walked.err)
  assert.match(walked.out, /^1 passed, 0 failed$/m)
})

test('a file with a step that there is not stops the first start in a sentence', async () => {
  write(gardenWork.replace("domains: 'adult'", "steps: ['ask', 'dig' as 'decide']"))
  const { code, err } = await run('start.mjs', [], { PORT: await freePort() })
  assert.equal(code, 1)
  assert.match(err, /The pathway garden-work names the step “dig”, which there is not\./)
  assert.doesNotMatch(err, /^\s+at /m)
})

test('a file with a rule that there is not stops a start on a database of one’s own too', async () => {
  write(gardenWork.replace('LOCAL-OFFER', 'GARDEN-ACT'))
  const settings = { PORT: await freePort(), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' }
  const { code, err } = await run('start.mjs', [], settings)
  assert.equal(code, 1)
  assert.equal(err, 'The pathway garden-work names the rule GARDEN-ACT, which there is not.\n')
})
