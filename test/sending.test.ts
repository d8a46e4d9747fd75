import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { demoTicket } from '../src/access/auth.ts'
import type { App } from '../src/app.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Database } from '../src/platform/database.ts'
import { keptForm } from '../src/platform/http/kept.ts'
import { type Someone, signedIn, someone } from './harness.ts'
import { type Trial, trialServer } from './trial.tsx'

let app: App
let database: Database
let server: FastifyInstance
let who: Someone
let notes: Trial['notes']

before(async () => {
  ;({ app, database, server, who, notes } = await trialServer())
})

test('the same form sent twice is done once; with something else in it, it is refused', async () => {
  const browser = await signedIn(app, who)
  await browser.get('/trial')
  const once = newId()
  const first = await browser.post('/trial', { words: 'twice', once })
  const second = await browser.post('/trial', { words: 'twice', once })
  assert.deepEqual([first.status, second.status, second.to], [303, 303, first.to])
  assert.equal((await browser.post('/trial', { words: 'changed', once })).status, 409)
  assert.deepEqual([await notes('twice'), await notes('changed')], [1, 0])
})

test('another person’s key gives nothing of what they sent', async () => {
  const [browser, other] = [
    await signedIn(app, who),
    await signedIn(app, await someone(database, { person: newId() })),
  ]
  const once = newId()
  await browser.post('/trial', { words: 'mine', once })
  const answered = await other.post('/trial', { words: 'mine', once })
  assert.deepEqual([answered.status, await notes('mine')], [409, 1])
})

test('the same form sent twice at once is done once', async () => {
  const browser = await signedIn(app, who)
  await browser.get('/trial')
  const once = newId()
  const both = await Promise.all([1, 2, 3].map(() => browser.post('/trial', { words: 'slow', once })))
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303, 303],
  )
  assert.equal(await notes('slow'), 1)
})

test('a form that was not accepted leaves nothing behind, and may be sent again', async () => {
  const browser = await signedIn(app, who)
  const once = newId()
  assert.equal((await browser.post('/trial', { words: 'wrong', once })).status, 422)
  assert.equal(await notes('wrong'), 0)
  assert.equal((await browser.post('/trial', { words: 'right', once })).status, 303)
})

test('a session that ended meanwhile loses nothing typed: sign in, look it over, send it', async () => {
  const browser = await signedIn(app, who)
  await browser.get('/trial')
  await database.pool.query('delete from auth."session" where "userId" = $1', [who.user])
  const sent = await browser.post('/trial', { words: 'long letter', 'new-password': 'secret words' })
  const kept = new URL(sent.to ?? '', 'http://x').searchParams.get('kept') ?? ''
  assert.notEqual(kept, '')
  await browser.get(`/access/demo/${who.user}/${demoTicket(who.user)}`)
  const shown = await browser.get(`/access/kept?kept=${kept}`)
  assert.match(shown.html, /long letter/)
  assert.doesNotMatch(shown.html, /secret words/)
  assert.equal((await browser.post('/trial', { words: 'long letter' })).status, 303)
  assert.equal(await notes('long letter'), 1)

  const stranger = await signedIn(app, await someone(database, { person: newId() }))
  assert.doesNotMatch((await stranger.get(`/access/kept?kept=${kept}`)).html, /long letter/)
  const sameBrowser = await someone(database, { person: newId() })
  await browser.get(`/access/demo/${sameBrowser.user}/${demoTicket(sameBrowser.user)}`)
  assert.doesNotMatch((await browser.get(`/access/kept?kept=${kept}`)).html, /long letter/)
})

test('what was kept is encrypted, and gone after an hour', async () => {
  const { rows } = await database.pool.query('select body from platform.kept_form')
  for (const { body } of rows) assert.equal(Buffer.from(body).includes('long letter'), false)
  await database.pool.query("update platform.kept_form set kept_at = kept_at - interval '61 minutes'")
  const { rows: ids } = await database.pool.query('select id from platform.kept_form')
  for (const { id } of ids) assert.equal(await keptForm(database, id), null)
})

test('a character that no database keeps is refused in a sentence', async () => {
  const browser = await signedIn(app, who)
  const answered = await browser.post('/trial', { words: 'a\u0000b' })
  assert.equal(answered.status, 422)
  assert.match(answered.html, /could not read what was sent/)
})

test('names that mean something to the machine mean nothing in a form or an address', async () => {
  const browser = await signedIn(app, who)
  assert.equal(
    (
      await browser.post('/trial', { words: 'proto', ['__proto__']: 'x', constructor: 'y' } as Record<
        string,
        string
      >)
    ).status,
    303,
  )
  assert.equal((await browser.get('/trial?__proto__[x]=1&constructor.prototype.y=2')).status, 200)
  assert.equal(({} as Record<string, unknown>)['x'], undefined)
})

test('JSON and plain text are not read at all', async () => {
  for (const type of ['application/json', 'text/plain', 'text/xml']) {
    const { statusCode } = await server.inject({
      method: 'POST',
      url: '/trial/files',
      payload: '{"a":{"toString":1}}',
      headers: { 'content-type': type },
    })
    assert.equal(statusCode, 404, type)
  }
})

test('files are taken up to 20 MB and five at a time; more is refused in a sentence', async () => {
  const browser = await signedIn(app, who)
  await browser.get('/trial')
  const file = (size: number, field = 'file') => ({ field, name: 'a.pdf', bytes: new Uint8Array(size) })
  assert.equal(
    (await browser.send('/trial', { words: 'small' }, [file(10)])).to,
    '/trial?files=10&words=small',
  )
  const large = await browser.send('/trial', { words: 'large' }, [file(20 * 1024 * 1024 + 1)])
  assert.equal(large.status, 413)
  assert.match(large.html, /too large/)
  assert.equal(
    (
      await browser.send(
        '/trial',
        { words: 'many' },
        [1, 2, 3, 4, 5, 6].map(place => file(1, `f${place}`)),
      )
    ).status,
    413,
  )
  assert.deepEqual([await notes('large'), await notes('many')], [0, 0])
})

test('work that was asked for is queued with the change, and not without it', async () => {
  const browser = await signedIn(app, who)
  const jobs = async () =>
    (await database.pool.query('select count(*)::int as many from graphile_worker.jobs')).rows[0].many
  const before = await jobs()
  assert.equal((await browser.post('/trial', { words: 'job' })).status, 303)
  assert.equal(await jobs(), before + 1)
  assert.equal((await browser.post('/trial', { words: 'job-undone' })).status, 500)
  assert.equal(await jobs(), before + 1)
})
