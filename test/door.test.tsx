import assert from 'node:assert/strict'
import { before, mock, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { makeAuth } from '../src/access/auth.ts'
import { actorMay, actsForOthers, enter, identify } from '../src/access/identify.ts'
import type { Permission, Route } from '../src/access/public.ts'
import { accessRoutes } from '../src/access/routes.ts'
import { makeSessions } from '../src/access/session.ts'
import type { App } from '../src/app.ts'
import { pages } from '../src/frame.tsx'
import { newId } from '../src/kernel/ids.ts'
import { Form } from '../src/nhs/public.ts'
import type { Database } from '../src/platform/database.ts'
import { makeServer } from '../src/platform/http/server.ts'
import { ask } from '../src/platform/jobs.ts'
import { log } from '../src/platform/log.ts'
import { emptyDatabase, type Someone, signedIn, someone } from './harness.ts'
import { Visitor } from './visitor.ts'

/** Routes of a trial module: a note that is written, what breaks, what refuses, what takes files. */
const trial: readonly Route[] = [
  {
    at: 'GET /trial',
    allow: 'home.read',
    handle: () => ({ title: 'Trial', body: <Form action="/trial">A form</Form> }),
  },
  {
    at: 'POST /trial',
    allow: 'home.read',
    async handle(doing, { form, files }) {
      await sql`insert into trial.note (id, words) values (${newId()}, ${String(form['words'] ?? '')})`.execute(
        doing.transaction,
      )
      if (form['words'] === 'slow') await new Promise(resolve => setTimeout(resolve, 200))
      if (form['words'] === 'wrong') return { title: 'Trial', status: 422, body: 'Not so' }
      if (form['words'] === 'job') await ask(doing, { name: 'trial', payload: {} })
      if (form['words'] === 'job-undone') {
        await ask(doing, { name: 'trial', payload: {} })
        throw new Error('Nell Farrow typed 999')
      }
      return `/trial?files=${files.map(({ bytes }) => bytes.length).join()}&words=${String(form['words'])}`
    },
  },
  {
    at: 'GET /trial/broken',
    allow: 'public.read',
    handle: () => {
      throw new Error('Nell Farrow, born 1958-01-25')
    },
  },
  { at: 'GET /trial/away', allow: 'public.read', handle: (_doing, { query }) => String(query['to']) },
  {
    at: 'GET /trial/file',
    allow: 'public.read',
    handle: () => ({ download: 'a"\r\nset-cookie: x=1 ü.csv', kind: 'text/csv', body: 'a,b' }),
  },
  {
    at: 'POST /trial/files',
    allow: 'public.read',
    handle: (_doing, { files }) => `/trial?files=${files.length}`,
  },
]

let database: Database
let app: App
let who: Someone
let server: FastifyInstance

before(async () => {
  database = await emptyDatabase()
  await database.pool.query(`create schema trial; create table trial.note (id uuid primary key, words text not null);
    grant usage on schema trial to openphb_app; grant all on trial.note to openphb_app`)
  const auth = makeAuth(database, { embedded: true, secure: false, address: 'http://127.0.0.1' })
  const sessions = makeSessions(auth, database, { embedded: true, secure: false })
  const lookups = database.ownersPool('access', 2)
  server = await makeServer({
    database,
    enter,
    secure: false,
    actsForOthers,
    routes: [...accessRoutes(sessions), ...trial],
    pages: pages({ embedded: true }),
    identify: request => identify(lookups, request.cookies),
    may: (actor, permission) => actorMay(actor, permission as Permission),
    signIn: (next, kept) =>
      `/access/sign-in?next=${encodeURIComponent(next)}${kept === null ? '' : `&kept=${kept}`}`,
    assets: new Map([['/assets/a.css', { kind: 'text/css', body: 'a{}' }]]),
  })
  app = { database, sessions, server, close: async () => undefined }
  who = await someone(database, { person: newId() })
})

const notes = async (words: string): Promise<number> => {
  const { rows } = await database.pool.query(
    'select count(*)::int as many from trial.note where words = $1',
    [words],
  )
  return rows[0].many
}

test('every answer carries strict headers: no script of others, no frame, no store, no sniffing', async () => {
  const { headers } = await server.inject({ url: '/access/sign-in' })
  const policy = String(headers['content-security-policy'])
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ])
    assert.ok(policy.includes(part), part)
  assert.doesNotMatch(policy, /unsafe/)
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['referrer-policy'], 'same-origin')
  assert.match(String(headers['permissions-policy']), /camera=\(\)/)
  assert.equal(headers['x-powered-by'], undefined)
})

test('cookies cannot be read by scripts and are not sent from other sites', async () => {
  const { headers } = await server.inject({ url: '/access/sign-in' })
  assert.match(String(headers['set-cookie']), /^_csrf=.*HttpOnly.*SameSite=Lax/i)
})

test('an address that leads nowhere is not found, whatever it looks like', async () => {
  for (const url of [
    '/nothing',
    '/trial/../../etc/passwd',
    '/%E0%A4%A',
    '/trial/%00',
    '//evil.example',
    '/trial/nothing?x=%00',
  ])
    assert.equal((await server.inject({ url })).statusCode, 404, url)
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)
    assert.equal((await server.inject({ method, url: '/trial' })).statusCode, 404, method)
})

test('what breaks says sorry and a number, never what was in it or where', async () => {
  const noted = mock.method(log, 'error', () => undefined)
  const { statusCode, body } = await server.inject({ url: '/trial/broken?name=Nell' })
  noted.mock.restore()
  const line = JSON.stringify(noted.mock.calls.map(call => call.arguments))
  assert.match(line, /"at":"\/trial\/broken"/)
  assert.match(line, /"where":"at /)
  assert.doesNotMatch(line, /Nell|1958/)
  assert.equal(statusCode, 500)
  assert.match(body, /there is a problem with the service/)
  assert.doesNotMatch(body, /Nell|1958|\.ts|\.mjs| at /)
})

test('a redirect stays on this site and cannot carry a second header', async () => {
  for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example'])
    assert.equal(
      (await server.inject({ url: `/trial/away?to=${encodeURIComponent(to)}` })).statusCode,
      500,
      to,
    )
  const { headers } = await server.inject({
    url: `/trial/away?to=${encodeURIComponent('/a\r\nset-cookie: x=1')}`,
  })
  assert.equal(headers.location, '/a%0D%0Aset-cookie:%20x=1')
  assert.equal(headers['set-cookie'], undefined)
})

test('a file is saved, not shown, under a name that cannot end its header', async () => {
  const { headers } = await server.inject({ url: '/trial/file' })
  assert.equal(headers['content-disposition'], 'attachment; filename="a___set-cookie__x_1__.csv"')
})

test('a visitor is asked to sign in and comes back to the page they wanted', async () => {
  const browser = new Visitor(server)
  const asked = await browser.get('/trial?a=1')
  assert.equal(asked.to, '/access/sign-in?next=%2Ftrial%3Fa%3D1')
})

test('a form without a ticket, or with another browser’s, is not acted on and keeps what was typed', async () => {
  const browser = await signedIn(app, who)
  const other = await signedIn(app, who)
  const ticket = /name="_csrf" value="([^"]+)"/.exec((await other.get('/trial')).html)?.[1] ?? ''
  for (const _csrf of ['', 'made-up', ticket]) {
    const answered = await browser.post('/trial', { words: 'forged', _csrf })
    assert.equal(answered.status, 422)
    assert.match(answered.html, /We kept what you typed/)
    assert.match(answered.html, /value="forged"/)
  }
  assert.equal(await notes('forged'), 0)
})

test('a ticket drawn for one person is worth nothing after another has signed in', async () => {
  const browser = await signedIn(app, who)
  const ticket = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/trial')).html)?.[1] ?? ''
  const { user } = await someone(database, { person: newId() })
  const { demoTicket } = await import('../src/access/auth.ts')
  await browser.get(`/access/demo/${user}/${demoTicket(user)}`)
  assert.equal((await browser.post('/trial', { words: 'swapped', _csrf: ticket })).status, 422)
  assert.equal(await notes('swapped'), 0)
})

test('a form from another site is refused although its ticket is right', async () => {
  const browser = await signedIn(app, who)
  await browser.get('/trial')
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'http://evil.example:80' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])
    assert.equal((await browser.post('/trial', { words: 'cross' }, headers)).status, 403)
  assert.equal(await notes('cross'), 0)
  assert.equal(
    (
      await browser.post(
        '/trial',
        { words: 'own' },
        { origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' },
      )
    ).status,
    303,
  )
})

test('the same form sent twice is done once and answered the same; with something else in it, it is refused', async () => {
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

test('a form that was not accepted leaves nothing behind, and may be sent again with the same key', async () => {
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
  const { demoTicket } = await import('../src/access/auth.ts')
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
  const { keptForm } = await import('../src/platform/http/kept.ts')
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

test('files are taken up to 20 MB and five at a time; more is said in a sentence and nothing is saved', async () => {
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

test('health is told to whoever asks, and readiness is the database’s', async () => {
  assert.deepEqual((await server.inject({ url: '/health/live' })).json(), { live: true })
  assert.deepEqual((await server.inject({ url: '/health/ready' })).json(), { ready: true })
})

test('style and scripts are kept by browsers, unlike pages', async () => {
  const { headers } = await server.inject({ url: '/assets/a.css' })
  assert.match(String(headers['cache-control']), /max-age/)
})

test('the same form tried too often in a minute has to wait', async () => {
  const browser = new Visitor(server)
  let last = 0
  for (let time = 0; time < 32; time += 1)
    last = (await browser.post('/access/second-step', { code: '' })).status
  assert.equal(last, 429)
})
