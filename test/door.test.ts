import assert from 'node:assert/strict'
import { before, mock, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { demoTicket } from '../src/access/auth.ts'
import type { App } from '../src/app.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Database } from '../src/platform/database.ts'
import { log } from '../src/platform/log.ts'
import { type Someone, signedIn, someone } from './harness.ts'
import { type Trial, trialServer } from './trial.tsx'
import { Visitor } from './visitor.ts'

let app: App
let database: Database
let server: FastifyInstance
let who: Someone
let notes: Trial['notes']

before(async () => {
  ;({ app, database, server, who, notes } = await trialServer())
})

test('every answer carries strict headers: no foreign script, no frame, no store', async () => {
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

test('a form without this browser’s ticket is not acted on and keeps what was typed', async () => {
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

test('behind a proxy that changes the address, forms of the address that people see are taken', async () => {
  const browser = await signedIn(app, who)
  await browser.get('/trial')
  const headers = { origin: 'https://phb.millbrook.example' }
  assert.equal((await browser.post('/trial', { words: 'proxied' }, headers)).status, 403)
  process.env.OPENPHB_ADDRESS = 'https://phb.millbrook.example/'
  try {
    assert.equal((await browser.post('/trial', { words: 'proxied' }, headers)).status, 303)
  } finally {
    delete process.env.OPENPHB_ADDRESS
  }
})
