import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doingIt, type Someone, signedIn } from '../../test/harness.ts'
import { sami } from '../../test/joint.ts'
import { lived } from '../../test/living.ts'
import { entriesOf } from '../ledger/public.ts'
import { linesOn } from '../plans/public.ts'
import type { Actor } from '../platform/doing.ts'

test('a change is seen before it is posted, and only finance of the board can do it', async () => {
  const life = await lived({ ...sami, banked: [{ on: -60, share: 99 }] })
  const app = await appOn(life.database)
  const visitor = async (actor: Actor) => {
    const user = await doingIt(life.database, async ({ transaction }) => {
      const { rows } = await sql<{ user_id: string }>`select user_id from access.actor
        where id = ${actor.id}`.execute(transaction)
      return rows[0]?.user_id ?? ''
    })
    return signedIn(app, { ...actor, user } as Someone)
  }
  const person = life.walk.folk.person
  const keys = () =>
    doingIt(life.database, async doing => (await entriesOf(doing, { person })).map(({ key }) => key))
  const [nights] = await doingIt(life.database, doing => linesOn(doing, life.reference, doing.today))
  assert.ok(nights)
  const at = `/funding/${life.reference}/back-dating`
  const finance = await visitor(life.place.staff.ngozi)
  assert.match((await finance.get(at)).html, /See what it brings/)
  const typed = {
    line: nights.line_key,
    kind: 'rate',
    rate: '240.00',
    because: 'Agencies raised their rate',
    'from-day': '1',
    'from-month': '10',
    'from-year': '2026',
  }
  const wrong = await finance.post(`${at}/preview`, { ...typed, rate: '-1', because: '' })
  assert.equal(wrong.status, 422)
  assert.ok(wrong.html.includes('cannot be less than nothing') && wrong.html.includes('Say why it changes'))
  const lower = await finance.post(`${at}/preview`, { ...typed, rate: '1' })
  assert.ok(lower.status === 422 && lower.html.includes('Less money needs notice in writing'))
  const before = await keys()
  const seen = await finance.post(`${at}/preview`, typed)
  assert.equal(seen.status, 200)
  for (const says of ['Nothing has been posted', 'Owed for them', 'The letter: Your budget is raised'])
    assert.ok(seen.html.includes(says), says)
  assert.deepEqual(await keys(), before)
  const owed = /We owe you (£[\d.,]+) for/.exec(seen.html)?.[1]
  assert.equal((await finance.post(at, typed)).to, `/funding/${life.reference}`)
  assert.equal((await keys()).filter(key => key.startsWith('change:')).length, 1)
  const family = await visitor(life.walk.folk.self)
  assert.ok((await family.get(`/payments/for/${life.reference}`)).html.includes(owed ?? 'nothing'))
  assert.equal((await family.get(at)).status, 404)
})
