import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { appOn, doAs, doingIt, signedIn, someone } from '../../test/harness.ts'
import { gwenAsks, type MillbrookAsks, millbrookAsks } from '../../test/requests.ts'
import type { App } from '../app.ts'
import { addPerson, relate } from '../people/public.ts'
import { take } from '../requests/public.ts'

let millbrook: MillbrookAsks
let app: App
let reference = ''
before(async () => {
  millbrook = await millbrookAsks()
  app = await appOn(millbrook.database)
  reference = (await gwenAsks(millbrook)).reference
  await doAs(millbrook.database, millbrook.priya, doing => take(doing, reference))
})

test('the caseload shows a case worker her cases, with whose turn it is and by when', async () => {
  const { html, status } = await (await signedIn(app, millbrook.priya)).get('/cases')
  assert.equal(status, 200)
  for (const said of ['Gwen Tallis', reference, 'Being decided', 'to decide'])
    assert.ok(html.includes(said), said)
})

test('a filter that nothing is like says so, and one that means nothing is left out', async () => {
  const tom = await signedIn(app, millbrook.tom)
  assert.match((await tom.get('/cases?stage=running')).html, /No case that you can see is like this/)
  const odd = await tom.get('/cases?stage=%27&turn=x&worker=1&page=-4&pathway=%3Cscript%3E')
  assert.deepEqual([odd.status, odd.html.includes('<script>')], [200, false])
})

test('a filter is kept under a name, comes back, and can be taken away by whoever keeps it', async () => {
  const tom = await signedIn(app, millbrook.tom)
  const kept = await tom.post('/cases/filters', { name: 'Late ones', query: 'overdue=yes&rubbish=1' })
  assert.equal(kept.to, '/cases?overdue=yes')
  const again = await tom.post('/cases/filters', { name: 'Late ones', query: 'overdue=yes' })
  assert.deepEqual([again.status, again.html.includes('You have a filter of this name')], [422, true])
  assert.equal((await tom.post('/cases/filters', { name: ' ', query: '' })).status, 422)
  const { html } = await tom.get('/cases?overdue=yes')
  const removal = /\/cases\/filters\/[0-9a-f-]+\/removal/.exec(html)?.[0] ?? ''
  const priya = await signedIn(app, millbrook.priya)
  assert.equal((await priya.post(removal)).status, 404)
  assert.equal((await tom.post(removal)).to, '/cases')
  assert.equal((await tom.post('/cases/filters/no-id/removal')).status, 404)
})

test('the spreadsheet holds the cases of the filter, and no name is run as a formula', async () => {
  const { database, icb } = millbrook
  const evil = await doingIt(database, async doing => {
    const added = await addPerson(doing, { organisation: icb, fullName: '=HYPERLINK("x")' })
    return added.done ? added.value : null
  })
  if (evil !== null) await gwenAsks(millbrook, { person: evil, organisation: icb }).catch(() => undefined)
  const tom = await signedIn(app, millbrook.tom)
  const { html, status } = await tom.get('/cases/export?stage=all')
  assert.equal(status, 200)
  assert.ok(html.includes(`${reference},Gwen Tallis`))
  assert.doesNotMatch(html, /(^|,)"?=/m)
})

test('staff see the whole case; the family opens the same address with their own view', async () => {
  const staff = await (await signedIn(app, millbrook.priya)).get(`/cases/${reference}`)
  assert.match(staff.html, /Case PHB-/)
  assert.match(staff.html, /Gave the case to a case worker/)
  const family = await (await signedIn(app, millbrook.person)).get(`/cases/${reference}`)
  assert.match(family.html, /We are deciding on your request/)
  assert.match(family.html, /A case worker took your case/)
  assert.doesNotMatch(family.html, /Whole caseload|<dt[^>]*>Stage/)
})

test('whoever may not see a case is told that there is no such page', async () => {
  const { colleague, stranger, database } = millbrook
  const foreign = await someone(database, { role: 'team-leader' })
  const nobody = await someone(database, {})
  for (const who of [colleague, stranger, foreign, nobody])
    for (const end of ['', '/timeline', '/timeline/export'])
      assert.equal((await (await signedIn(app, who)).get(`/cases/${reference}${end}`)).status, 404, who.name)
})

test('the timeline is filtered by kind, says who looked, and is saved whole', async () => {
  const priya = await signedIn(app, millbrook.priya)
  const at = `/cases/${reference}/timeline`
  assert.match((await priya.get(at)).html, /Asked for a budget/)
  assert.match((await priya.get(`${at}?kind=plan`)).html, /Nothing of this kind has happened/)
  assert.match((await priya.get(`${at}?kind=looks`)).html, /Looked at: case/)
  const saved = await priya.get(`${at}/export`)
  assert.match(saved.html, /Asked for a budget,.*request-made/)
})

test('a helper who sees the money sees how it stands, not what happened nor what the care is', async () => {
  const { database, gwen, icb, person } = millbrook
  const grace = await doingIt(database, async doing => {
    const added = await addPerson(doing, { organisation: icb, fullName: 'Grace Tallis' })
    assert.ok(added.done)
    return added.value
  })
  const sister = await someone(database, { name: 'Grace Tallis', person: grace })
  await doAs(database, person, async doing => {
    const named = await relate(doing, {
      person: gwen,
      other: { person: grace, name: 'Grace Tallis' },
      kind: 'helper',
      from: doing.today,
      may: { sees: ['balance'], does: [] },
    })
    assert.ok(named.done, JSON.stringify(named))
  })
  const browser = await signedIn(app, sister)
  const { html, status } = await browser.get(`/cases/${reference}`)
  assert.equal(status, 200)
  assert.doesNotMatch(html, /healthcare|What has happened|Born|NHS number/)
  assert.equal((await browser.get(`/cases/${reference}/timeline`)).status, 404)
  const home = await browser.get('/home')
  assert.match(home.html, /You help with the money/)
  assert.doesNotMatch(home.html, /healthcare|deciding|Personal assistants/)
})
