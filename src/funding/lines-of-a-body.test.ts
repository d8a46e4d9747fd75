import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doAs, doingIt, type Someone, signedIn } from '../../test/harness.ts'
import { sami, shared } from '../../test/joint.ts'
import { type Lived, lived, told } from '../../test/living.ts'
import { letSee } from '../access/public.ts'
import type { App } from '../app.ts'
import { addDays } from '../kernel/days.ts'
import { plus, sayMoney } from '../kernel/money.ts'
import { linesOn } from '../plans/public.ts'
import type { Actor } from '../platform/doing.ts'

let life: Lived
let app: App
before(async () => {
  life = await lived(sami)
  app = await appOn(life.database)
  const { council } = life.place.organisations
  await doingIt(life.database, doing =>
    letSee(
      doing,
      { organisation: council, role: 'council-officer' },
      {
        person: life.walk.folk.person,
        sees: 'plan',
        because: 'the council has a part in this plan',
        from: addDays(told, -100),
      },
    ),
  )
})

async function visitor(actor: Actor) {
  const user = await doingIt(life.database, async ({ transaction }) => {
    const { rows } = await sql<{ user_id: string }>`select user_id from access.actor
      where id = ${actor.id}`.execute(transaction)
    return rows[0]?.user_id ?? ''
  })
  return signedIn(app, { ...actor, user } as Someone)
}

const seenBy = (actor: Actor) =>
  doAs(life.database, actor, async doing =>
    (await linesOn(doing, life.reference, doing.today)).map(({ says }) => says),
  )

test('a council’s officer sees no line of a plan before the council carries a part', async () => {
  assert.deepEqual(await seenBy(life.place.staff.sian), [])
  const { html } = await (await visitor(life.place.staff.sian)).get(`/plans/${life.reference}`)
  assert.match(html, /Your council pays for none of its lines yet/)
  assert.ok(!html.includes('Physiotherapy') && !html.includes('Waking nights'))
})

test('an officer sees the lines that their body funds in part, and is told of the others', async () => {
  await doingIt(life.database, doing => shared(doing, life, addDays(told, -60)))
  assert.deepEqual(await seenBy(life.place.staff.sian), ['Waking nights'])
  const sian = await visitor(life.place.staff.sian)
  const all = await doingIt(life.database, doing => linesOn(doing, life.reference, doing.today))
  const [nights] = all
  assert.ok(nights)
  const whole = sayMoney(plus(...all.map(({ weekly }) => weekly)))
  for (const at of ['', '/lines', '/versions', '/versions/1', '/compare?from=1&to=1']) {
    const { status, html } = await sian.get(`/plans/${life.reference}${at}`)
    assert.ok(!html.includes('Physiotherapy'), `no other line at ${at || 'the plan'}`)
    assert.ok(!html.includes(whole), `no whole sum at ${at || 'the plan'}`)
    assert.equal(status, 200, at)
    if (at !== '' && at !== '/lines') continue
    assert.match(html, /Other lines of this plan are not shown/)
    assert.ok(html.includes('Waking nights') && html.includes(sayMoney(nights.weekly)))
  }
})

test('the board and the family go on seeing all of it', async () => {
  const { priya, ngozi, helen } = life.place.staff
  for (const actor of [priya, ngozi, helen, life.walk.folk.self])
    assert.equal((await seenBy(actor)).length, 3, actor.name)
})

test('the database holds it: no line of another body comes out of the table itself', async () => {
  const found = await doAs(life.database, life.place.staff.sian, async ({ transaction }) => {
    const { rows } = await sql<{ says: string }>`select distinct says from plans.line
      where reference = ${life.reference}`.execute(transaction)
    return rows.map(({ says }) => says)
  })
  assert.deepEqual(found, ['Waking nights'])
})

test('an officer is not told that there is no money or review: those pages are not theirs', async () => {
  const sian = await visitor(life.place.staff.sian)
  for (const at of ['bank', 'forecasts', 'local-offer', 'reviews', 'recoveries', 'ledger', 'needs'])
    assert.equal((await sian.get(`/${at}/${life.reference}`)).status, 404, at)
  const family = await visitor(life.walk.folk.self)
  for (const at of ['bank', 'forecasts', 'local-offer', 'reviews', 'needs'])
    assert.equal((await family.get(`/${at}/${life.reference}`)).status, 200, at)
})
