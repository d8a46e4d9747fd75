import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doingIt, signedIn, someone } from '../../test/harness.ts'
import { begin, england, organisationOf, reach } from '../../test/succession.ts'
import { commands } from './commands.ts'

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
  const said: string[] = []
  const console = {
    database,
    folder: '.',
    embedded: true,
    out: (one: string) => said.push(one) > 0,
    err() {},
  }
  const code = await commands[0]?.run(['02A', '2022-07-01', '--json'], console as never)
  assert.equal(code, 1)
  assert.match(said.join(''), /"under-way"|under way/)
})
