import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { doingIt, emptyDatabase } from '../../test/harness.ts'
import { newId } from '../kernel/ids.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { record } from './actions/record.ts'
import { sealAll, sealHappenings, startSealing } from './actions/seal.ts'
import { auditExport, auditVerify } from './commands/audit.ts'
import { verifyChain } from './queries/chain.ts'

const root = process.env.OPENPHB_ROOT ?? process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'openphb-record-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let database: TestDatabase

const happen = (what: string) =>
  doingIt(database, doing =>
    record(doing, {
      happened: what,
      organisation: newId(),
      person: newId(),
      because: 'Zoë said so 🦉',
      details: { b: 1, a: { y: 2n, x: [3] } },
    }),
  )

/** What a thief with the keys of the house would do: the locks off, the change, the locks on again. */
async function tamper(text: string): Promise<void> {
  for (const table of ['access.happening', 'access.seal'])
    await database.pool.query(`alter table ${table} disable trigger user`)
  await database.pool.query(text)
  for (const table of ['access.happening', 'access.seal'])
    await database.pool.query(`alter table ${table} enable trigger user`)
}

async function run(
  command: typeof auditVerify,
  words: readonly string[],
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await command.run(words, {
    database,
    folder,
    embedded: true,
    out: text => {
      said.out += text
    },
    err: text => {
      said.err += text
    },
  })
  return { code, ...said }
}

/** A test of a chain of five links in a database of its own. */
const chained = (says: string, work: () => Promise<void>) =>
  test(says, async () => {
    database = await emptyDatabase()
    try {
      for (const what of ['one', 'two', 'three', 'four', 'five']) await happen(what)
      await sealAll(database)
      await work()
    } finally {
      await database.drop()
    }
  })

chained('a chain that nobody touched holds, and so does one that grew', async () => {
  assert.deepEqual((await verifyChain(database)).broken, null)
  await happen('six')
  const { code, out } = await run(auditVerify, [])
  assert.equal(code, 0)
  assert.match(out, /6 links, 1 of them sealed just now/)
})

const attacks: readonly [string, string, RegExp][] = [
  [
    'a happening that was changed',
    "update access.happening set what = 'x' where what = 'three'",
    /link 3: the happening is not as it was/,
  ],
  [
    'a detail that was changed',
    `update access.happening set details = '{"a":1}' where what = 'four'`,
    /link 4: the happening is not as it was/,
  ],
  [
    'a link that was changed',
    "update access.seal set link = repeat('0', 64) where position = 2",
    /link 2: the link does not follow/,
  ],
  [
    'a digest that was changed',
    "update access.seal set digest = repeat('0', 64) where position = 2",
    /link 2: the happening is not as it was/,
  ],
  [
    'two happenings that changed places',
    `update access.seal a set happening_id = case position when 2 then (select happening_id from access.seal
      where position = 3)
     else (select happening_id from access.seal where position = 2) end where position in (2, 3)`,
    /link 2: the happening is not as it was/,
  ],
  ['a link that was taken out', 'delete from access.seal where position = 3', /link 4: link 3 is missing/],
  [
    'a first link that was taken out',
    'delete from access.seal where position = 1',
    /link 2: link 1 is missing/,
  ],
  [
    'a last link that was taken away',
    'delete from access.seal where position = 5',
    /link 5: the happening .* is not in the chain/,
  ],
]

for (const [what, attack, says] of attacks)
  chained(`${what} is found and named`, async () => {
    if (what.includes('places'))
      await database.pool.query('alter table access.seal drop constraint seal_happening_id_key')
    await tamper(attack)
    const { code, err } = await run(auditVerify, [])
    assert.equal(code, 1)
    assert.match(err, says)
  })

chained('an end that was taken away whole is found by whoever noted the last link', async () => {
  const { out } = await run(auditVerify, [])
  const noted = /later: (\d+:[0-9a-f]{64})/.exec(out)?.[1] ?? ''
  assert.equal((await run(auditVerify, ['--noted', noted])).code, 0)
  await tamper("delete from access.seal where position = 5; delete from access.happening where what = 'five'")
  assert.equal((await run(auditVerify, [])).code, 0)
  const { code, err } = await run(auditVerify, ['--noted', noted])
  assert.equal(code, 1)
  assert.match(err, /shorter than was noted/)
})

chained('a chain that was made anew after a change is found by whoever noted a link', async () => {
  const noted = `5:${(await verifyChain(database)).link}`
  await tamper(`update access.happening set what = 'x' where what = 'two'; delete from access.seal;
    insert into access.unsealed select id from access.happening`)
  await sealAll(database)
  assert.equal((await run(auditVerify, [])).code, 0)
  assert.match((await run(auditVerify, ['--noted', noted])).err, /not the one that was noted/)
})

chained('commands that are called wrongly say how to call them', async () => {
  for (const words of [['--what'], ['more'], ['--noted', 'x']])
    assert.equal((await run(auditVerify, words)).code, 2)
  assert.equal((await run(auditExport, [])).code, 2)
  assert.equal((await run(auditExport, ['no/such/folder/file'])).code, 2)
})

chained('audit verify says as JSON what a machine needs', async () => {
  const said = JSON.parse((await run(auditVerify, ['--json'])).out)
  assert.deepEqual({ ...said, link: '' }, { holds: true, links: 5, link: '', sealed: 0, broken: null })
})

const verifier = (file: string, ...more: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/verify-record.mjs'), file, ...more],
    { encoding: 'utf8' },
  )
  return { status, said: stdout + stderr }
}

chained('an exported chain is checked by a program of its own, which finds each change', async () => {
  await run(auditExport, ['record.jsonl'])
  const file = join(folder, 'record.jsonl')
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  assert.equal(lines.length, 6)
  assert.match(verifier(file).said, /The record holds: 5 links/)
  assert.equal((await run(auditExport, ['record.jsonl'])).code, 2, 'a file that is there is not written over')
  const without = (place: number) => lines.filter((_line, at) => at !== place)
  const swapped = [lines[0], lines[2], lines[1], ...lines.slice(3)]
  const hidden = lines.map((line, at) =>
    at === 1 ? JSON.stringify({ ...JSON.parse(line), happening: null }) : line,
  )
  const cases: readonly [readonly (string | undefined)[], number, RegExp][] = [
    [
      lines.map(line => line.replace('"what":"three"', '"what":"x"')),
      1,
      /line 3 \(link 3\): the happening was changed/,
    ],
    [
      lines.map((line, at) => (at === 1 ? line.replace(/"link":"./, '"link":"-') : line)),
      1,
      /line 2 \(link 2\): the link does not follow/,
    ],
    [swapped, 1, /line 2 \(link 3\): link 2 is missing/],
    [without(2), 1, /line 3 \(link 4\): link 3 is missing/],
    [without(5), 1, /the end is missing/],
    [lines.filter((_line, at) => at !== 4), 1, /lines are missing before it/],
    [[...lines, lines[0]], 1, /a line after the end/],
    [['{not json', ...lines], 1, /line 1 .*cannot be read/],
    [hidden, 0, /holds: 5 links/],
  ]
  for (const [changed, status, says] of cases) {
    writeFileSync(join(folder, 'changed.jsonl'), `${changed.join('\n')}\n`)
    const checked = verifier(join(folder, 'changed.jsonl'))
    assert.deepEqual([checked.status, says.test(checked.said)], [status, true], `${says}: ${checked.said}`)
  }
  const last = JSON.parse(lines[4] ?? '{}').link
  assert.equal(verifier(file, '--noted', `5:${last}`).status, 0)
  assert.match(verifier(file, '--noted', `4:${last}`).said, /not the one that was noted/)
  assert.match(verifier(file, '--noted', `9:${last}`).said, /was noted, is not there/)
})

chained('two sealers at once seal each happening once', async () => {
  for (let time = 0; time < 20; time += 1) await happen(`more-${time}`)
  await Promise.all([1, 2, 3].map(() => doingIt(database, doing => sealHappenings(doing, 7))))
  await sealAll(database)
  const { links, broken } = await verifyChain(database)
  assert.deepEqual([links, broken], [25, null])
})

chained('the sealer seals by itself within a second or two, and stops when told', async () => {
  const sealer = startSealing(database)
  await happen('six')
  const until = Date.now() + 10_000
  const waiting = async () => (await database.pool.query('select 1 from access.unsealed')).rowCount
  while ((await waiting()) !== 0 && Date.now() < until) await new Promise(resolve => setTimeout(resolve, 50))
  await sealer.stop()
  assert.equal((await verifyChain(database)).links, 6)
})
