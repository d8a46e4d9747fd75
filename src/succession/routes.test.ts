import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doingIt, signedIn, someone } from '../../test/harness.ts'
import { begin, england, organisationOf, reach } from '../../test/succession.ts'
import type { TestDatabase } from '../platform/testing.ts'
import { commands } from './commands.ts'

/** The command as somebody types it: what it prints, and its exit code. */
async function run(database: TestDatabase, ...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const console = {
    database,
    folder: '.',
    embedded: true,
    out: (one: string) => void out.push(one),
    err: (one: string) => void err.push(one),
  }
  const code = await commands[0]?.run(words, console as never)
  return { code, out: out.join(''), err: err.join('') }
}

test('an administrator sees what would move, and orders it; the command line shows the same', async () => {
  const database = await england()
  await begin(database, [{ name: 'Ada Marwood', code: '02A', from: '2014-11-10', weekly: 280n }])
  const organisation = await doingIt(database, doing => organisationOf(doing, '02A'))
  const admin = await signedIn(
    await appOn(database),
    await someone(database, { role: 'administrator', organisation }),
  )
  const at = '/succession/02A/2022-07-01'
  assert.match((await admin.get('/succession')).html, /NHS Trafford CCG/)
  assert.match((await admin.get(at)).html, /Move the cases/)
  const empty = await admin.post(`${at}/orders`, { because: 'The table of England', reach: '' })
  assert.equal(empty.status, 422)
  assert.match(empty.html, /Say whom families reach/)
  assert.equal((await admin.post(`${at}/orders`, { because: 'The table', reach })).status, 303)
  assert.match((await admin.get(at)).html, /0 moved, 1 still there/)
  const shown = await run(database, '02A', '2022-07-01', '--json')
  assert.equal(shown.code, 1)
  assert.match(shown.out, /under way/)
  const wrong = await run(database, '02A', '2022-07-01', '--do')
  assert.deepEqual([wrong.code, wrong.out], [2, ''])
  assert.match(wrong.err, /--because and --reach/)
})

test('the command line lists what is due, carries it out, and does it once', async () => {
  const database = await england()
  assert.match((await run(database)).out, /No body that has people here/)
  await begin(database, [
    { name: 'Ada Marwood', code: '02A', from: '2014-11-10', weekly: 280n },
    { name: 'Bryn Tremain', code: '02A', from: '2014-11-10', weekly: 310n },
  ])
  const due = '02A 2022-07-01  NHS Trafford CCG to NHS Greater Manchester Integrated Care Board'
  assert.equal((await run(database)).out, `${due}: 2 people there, 0 moved\n`)
  const asked = ['--do', '--because', 'The table of England', '--reach', reach]
  const went = await run(database, '02A', '2022-07-01', ...asked)
  assert.deepEqual([went.code, went.err], [0, ''])
  assert.match(went.out, /moved before: 2 people/)
  assert.equal((await run(database)).out, `${due}: 0 people there, 2 moved\n`)
  const again = await run(database, '02A', '2022-07-01', ...asked)
  assert.deepEqual([again.code, again.out], [0, went.out])
  const unknown = await run(database, '02A', '2021-01-01', ...asked)
  assert.equal(unknown.code, 1)
  assert.match(unknown.err, /no succession of 02A/)
})
