import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doingIt, type Someone, signedIn } from '../../test/harness.ts'
import { sami, shared } from '../../test/joint.ts'
import { type Lived, lived } from '../../test/living.ts'
import type { App } from '../app.ts'
import { plainDate } from '../kernel/days.ts'
import type { OrganisationId } from '../people/public.ts'
import type { Actor } from '../platform/doing.ts'
import { type Joining, joiningOn, whyNotJoin } from './rules/joining.ts'

const from = plainDate('2026-09-01')
const [board, council, other] = ['board', 'council', 'other'] as readonly string[] as OrganisationId[]
const pool = {
  way: 'pooled',
  lead: board,
  under: 'Section 75 agreement of 2026',
  from,
  because: 'One contract',
} as Joining
const both = { from, bodies: [board, council] as OrganisationId[] }

test('money is pooled under an agreement, led by a body that pays, not before it is shared', () => {
  assert.deepEqual(whyNotJoin(pool, both), [])
  assert.deepEqual(whyNotJoin({ ...pool, way: 'aligned', under: null }, both), [])
  assert.deepEqual(
    whyNotJoin({ ...pool, under: null, lead: other as OrganisationId, from: plainDate('2026-08-31') }, both),
    ['lead-carries-nothing', 'pool-without-agreement', 'before-the-shares'],
  )
  assert.deepEqual(whyNotJoin(pool, null), ['nobody-else-carries'])
  assert.deepEqual(whyNotJoin(pool, { from, bodies: [board as OrganisationId] }), ['nobody-else-carries'])
})

test('the newest that has begun holds', () => {
  const later = { ...pool, from: plainDate('2027-04-01') }
  assert.equal(joiningOn([pool, later], plainDate('2027-03-31')), pool)
  assert.equal(joiningOn([pool, later], plainDate('2027-04-01')), later)
  assert.equal(joiningOn([pool], plainDate('2026-08-31')), null)
})

let life: Lived
let app: App
before(async () => {
  life = await lived(sami)
  app = await appOn(life.database)
})

async function visitor(actor: Actor) {
  const user = await doingIt(life.database, async ({ transaction }) => {
    const { rows } = await sql<{ user_id: string }>`select user_id from access.actor
      where id = ${actor.id}`.execute(transaction)
    return rows[0]?.user_id ?? ''
  })
  return signedIn(app, { ...actor, user } as Someone)
}

const typed = (lead: string) => ({
  way: 'pooled',
  under: 'Section 75 agreement of 2026',
  lead,
  'from-day': '1',
  'from-month': '9',
  'from-year': '2026',
  because: 'One contract for nights',
})

test('one plan, two funders: every part with its own rules, who leads, and nothing netted', async () => {
  const { priya, sian, ngozi } = life.place.staff
  const { millbrook, council: town } = life.place.organisations
  const at = `/funding/${life.reference}`
  const worker = await visitor(priya)
  const early = await worker.post(`${at}/joining`, typed(millbrook))
  assert.match(early.html, /Only one body pays\. Share the budget out first/)
  await doingIt(life.database, doing => shared(doing, life, from))
  const wrong = await worker.post(`${at}/joining`, { ...typed(town), under: '' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Enter what the bodies call the agreement/)
  assert.ok(wrong.html.includes('One contract for nights'))
  assert.equal((await worker.post(`${at}/joining`, typed(town))).to, `${at}/resources`)

  const family = await visitor(life.walk.folk.self)
  const { html } = await family.get(`${at}/resources`)
  for (const says of [
    'Statement of resources',
    'Millbrook Council leads, from 1 September 2026',
    'Section 75 agreement of 2026',
    'Within 6 months of the first payment',
    'Free. Nobody pays towards it',
    'each body stays answerable for its own part',
    'never set against the health part',
  ])
    assert.ok(html.includes(says), says)
  assert.equal((await (await visitor(sian)).get(`${at}/resources`)).status, 200)
  assert.equal((await (await visitor(ngozi)).get(`${at}/joining`)).status, 404)
})
