import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doingIt, type Someone, signedIn } from '../../test/harness.ts'
import { changedLater, sami } from '../../test/joint.ts'
import { type Lived, lived } from '../../test/living.ts'
import { plainDate } from '../kernel/days.ts'
import { linesOn } from '../plans/public.ts'
import type { Actor } from '../platform/doing.ts'

let life: Lived
before(async () => {
  life = await lived(sami)
})

const typedDay = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'from-day': date, 'from-month': month, 'from-year': year }
}

test('finance sees what other shares bring, the council agrees, the statement is corrected', async () => {
  const app = await appOn(life.database)
  const visitor = async (actor: Actor) => {
    const { rows } = await sql<{ user_id: string }>`select user_id from access.actor
      where id = ${actor.id}`.execute(life.database.kysely)
    return signedIn(app, { ...actor, user: rows[0]?.user_id ?? '' } as Someone)
  }
  await doingIt(life.database, doing =>
    changedLater(doing, life, { from: plainDate('2026-11-01'), health: 4_600n }),
  )
  const { ngozi, sian } = life.place.staff
  const [finance, council] = [await visitor(ngozi), await visitor(sian)]
  const at = `/funding/${life.reference}`
  const form = (await finance.get(`${at}/back-dating/shares`)).html
  assert.ok(form.includes('See what it brings') && form.includes('value="46"') && form.includes('value="54"'))
  const lines = await doingIt(life.database, doing => linesOn(doing, life.reference, doing.today))
  const typed = {
    ...Object.fromEntries(lines.map((_one, place) => [`way-${place}`, 'health'])),
    'way-0': 'social-care',
    'social-care-body': life.place.organisations.council,
    because: 'The panel',
    ...typedDay('2026-09-01'),
  }
  const future = await finance.post(`${at}/back-dating/shares/preview`, {
    ...typed,
    ...typedDay('2027-01-01'),
  })
  assert.ok(future.status === 422 && future.html.includes('must be in the past'))
  const seen = await finance.post(`${at}/back-dating/shares/preview`, typed)
  for (const says of [
    'Nothing has been written or sent',
    'Millbrook Council must agree',
    '£1,548.26',
    'Letters',
  ])
    assert.ok(seen.html.includes(says), says)
  assert.ok(!(await council.get(at)).html.includes('Not agreed yet'))
  assert.equal((await finance.post(`${at}/back-dating/shares`, typed)).to, at)
  assert.ok(!(await finance.get(at)).html.includes('made before the shares changed'))
  const agreement = /splits\/[0-9a-f-]{36}\/agreement/.exec((await council.get(at)).html)?.[0]
  assert.equal((await council.post(`${at}/${agreement}`, {})).to, at)
  assert.ok((await finance.get(at)).html.includes('1 statement was made before the shares changed'))

  const asked = (await finance.get(`${at}/corrections`)).html
  assert.ok(asked.includes('From which day does it count') && asked.includes('£1,548.26'))
  const empty = await finance.post(`${at}/corrections/preview`, {})
  assert.ok(empty.status === 422 && empty.html.includes('Choose from which day it counts'))
  const how = { on: 'correction-day', because: 'The panel of 9 November' }
  const shown = await finance.post(`${at}/corrections/preview`, how)
  for (const says of [
    'Nothing has been posted or sent',
    'Undone, the shares changed',
    'Millbrook Council, social care',
  ])
    assert.ok(shown.html.includes(says), says)
  assert.ok((await finance.get(at)).html.includes('1 statement was made before the shares changed'))
  assert.equal((await finance.post(`${at}/corrections`, how)).to, at)
  assert.ok(!(await finance.get(at)).html.includes('made before the shares changed'))
  assert.ok((await finance.get(`${at}/corrections`)).html.includes('There is nothing to correct'))

  const id = /funding\/statements\/[0-9a-f-]{36}/.exec((await finance.get('/funding')).html)?.[0]
  for (const who of [finance, council]) {
    const page = (await who.get(`/${id}`)).html
    assert.ok(
      page.includes('Corrected, since the shares changed') && page.includes('Charges that count no longer'),
    )
  }
  const [ours, theirs] = [await finance.get(`/${id}/journal.csv`), await council.get(`/${id}/journal.csv`)]
  for (const { html } of [ours, theirs]) {
    const sums = [...html.matchAll(/fund:MBC-social-care,(-?[\d.]+)/g)].map(([, sum]) => sum)
    assert.equal(sums.length, 3)
    assert.deepEqual(sums.slice(0, 2), ['-1548.26', '1548.26'])
  }
  assert.ok(!theirs.html.includes('fund:QMB'))
  const family = await visitor(life.walk.folk.self)
  assert.equal((await family.get(`${at}/corrections`)).status, 404)
  assert.equal((await council.post(`${at}/corrections`, how)).status, 403)
})
