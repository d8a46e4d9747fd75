import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { before, test } from 'node:test'
import { appOn, doingIt, emptyDatabase, signedIn, someone, Visitor } from '../../test/harness.ts'
import { type App, makeApp } from '../app.ts'
import { newId } from '../kernel/ids.ts'
import type { Database } from '../platform/database.ts'
import { post } from '../platform/mail.ts'
import { addUser } from './actions/add-user.ts'
import { demoTicket } from './auth.ts'
import { callCookie, callerIn } from './call.ts'
import { emailIn, goOn } from './forms.ts'
import { tokenIn } from './identify.ts'

let database: Database
let app: App
const password = 'three plain words'

before(async () => {
  database = await emptyDatabase()
  app = await appOn(database)
})

async function account(name = 'Nell Farrow'): Promise<{ email: string; actor: string; user: string }> {
  const email = `${newId()}@millbrook.example`
  const made = await doingIt(database, doing => addUser(doing, { name, email, password }))
  assert.ok(made.done)
  return { email, ...made.value }
}

const signIn = (browser: Visitor, email: string, typed = password) =>
  browser.post('/access/sign-in', { email, password: typed })

const base32 = (text: string): Buffer => {
  const bits = [...text]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}

/** The code that an app shows, worked out as RFC 6238 says and with none of the library's own code. */
function _codeOf(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', base32(secret)).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('an address, in any case, and a password sign in, and lead where one wanted to go', async () => {
  const { email } = await account()
  const browser = new Visitor(app.server)
  const signed = await browser.post('/access/sign-in', {
    email: ` ${email.toUpperCase()} `,
    password,
    next: '/access/looks?page=1',
  })
  assert.deepEqual([signed.status, signed.to], [303, '/access/looks?page=1'])
  assert.match((await browser.get('/access/account')).html, /Nell Farrow/)
})

test('a wrong password and an unknown address are answered alike', async () => {
  const { email } = await account()
  const wrong = await signIn(new Visitor(app.server), email, 'not the password')
  const unknown = await signIn(new Visitor(app.server), 'nobody@millbrook.example')
  assert.deepEqual([wrong.status, unknown.status], [422, 422])
  for (const { html } of [wrong, unknown]) assert.match(html, /do not go together/)
})

test('after five wrong passwords the right one does not help for a quarter of an hour', async () => {
  const { email } = await account()
  const browser = new Visitor(app.server)
  for (let time = 0; time < 4; time += 1) await signIn(browser, email, 'not the password')
  assert.equal((await signIn(browser, email)).status, 303)
  await signIn(new Visitor(app.server), email, 'not the password')
  const shut = await signIn(new Visitor(app.server), email)
  assert.match(shut.html, /too many wrong passwords/)
  await database.pool.query("update access.wrong_password set at = at - interval '16 minutes'")
  assert.equal((await signIn(new Visitor(app.server), email)).status, 303)
})

test('signing in gives a new session and ends the one that the browser came with', async () => {
  const { email, user } = await account()
  const browser = new Visitor(app.server)
  const tokens = async () =>
    (await database.pool.query('select "token" from auth."session" where "userId" = $1', [user])).rows.map(
      row => row.token,
    )
  await signIn(browser, email)
  const [first] = await tokens()
  await browser.get('/access/account')
  await signIn(browser, email)
  const [second, ...more] = await tokens()
  assert.notEqual(second, first)
  assert.deepEqual(more, [])
})

test('signing out ends the session itself, not only the cookie', async () => {
  const { email } = await account()
  const browser = new Visitor(app.server)
  await signIn(browser, email)
  const cookies = browser.jar()
  await browser.get('/access/account')
  assert.equal((await browser.post('/access/sign-out')).to, '/')
  const again = await app.server.inject({ url: '/access/account', headers: { cookie: cookies } })
  assert.equal(again.statusCode, 303)
})

test('a cookie with a wrong signature, or of nobody, is a visitor’s', async () => {
  const { email } = await account()
  const browser = new Visitor(app.server)
  await signIn(browser, email)
  const [, value = ''] = /openphb\.session_token=([^;]+)/.exec(browser.jar()) ?? []
  const plain = decodeURIComponent(value)
  assert.equal(tokenIn({ 'openphb.session_token': plain }), plain.split('.')[0])
  const swapped = plain.startsWith('A') ? `B${plain.slice(1)}` : `A${plain.slice(1)}`
  for (const bad of [swapped, 'x', 'x.y', '', '.'])
    assert.notEqual(tokenIn({ 'openphb.session_token': bad }), plain.split('.')[0])
  assert.equal(
    (
      await app.server.inject({
        url: '/access/account',
        headers: { cookie: 'openphb.session_token=made.up' },
      })
    ).statusCode,
    303,
  )
})

test('an account that was ended is a visitor’s from the next page on', async () => {
  const { email, actor } = await account()
  const browser = new Visitor(app.server)
  await signIn(browser, email)
  assert.equal((await browser.get('/access/account')).status, 200)
  await database.pool.query('update access.actor set ended_at = now() where id = $1', [actor])
  assert.equal((await browser.get('/access/account')).status, 303)
})

test('a demonstration’s link needs its ticket, and never works outside the embedded default', async () => {
  const who = await someone(database, { role: 'auditor' })
  const link = `/access/demo/${who.user}/${demoTicket(who.user)}`
  assert.equal((await new Visitor(app.server).get(link)).status, 303)
  assert.equal(
    (await new Visitor(app.server).get(link.slice(0, -1) + (link.endsWith('0') ? '1' : '0'))).status,
    404,
  )
  const real = await makeApp({
    databaseUrl: database.url,
    embedded: false,
    address: 'https://phb.millbrook.example',
  })
  try {
    assert.equal((await new Visitor(real.server).get(link)).status, 404)
    const { headers } = await real.server.inject({ url: '/access/sign-in' })
    assert.match(String(headers['set-cookie']), /Secure/)
    assert.match(String(headers['strict-transport-security']), /max-age/)
  } finally {
    await real.close()
  }
})

test('after signing in nobody is sent to another site', () => {
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    '/a b',
    '/\n/evil',
    '/access/sign-out',
  ])
    assert.equal(goOn({ next }), '/home', next)
  assert.equal(goOn({ next: '/requests?a=1#b' }), '/requests?a=1#b')
})

test('an address of e-mail is taken in every usual shape and refused otherwise', () => {
  for (const good of ['a@b.co', 'first.last+tag@sub.example.org', "o'neill@example.com"])
    assert.equal(emailIn(good), good)
  for (const bad of [
    'a',
    'a@b',
    '@b.co',
    'a@',
    'a b@c.de',
    'a@b..c',
    'a@b.c\nbcc: x@y.z',
    `${'a'.repeat(250)}@b.co`,
  ])
    assert.equal(emailIn(bad), null, bad)
})

test('the note of who called is for one member of staff, for an hour, and sealed', async () => {
  const [mel, other] = [
    await someone(database, { role: 'case-worker' }),
    await someone(database, { role: 'case-worker' }),
  ]
  const caller = newId<'person'>()
  const cookie = callCookie(mel, caller, { secure: true, now: 1_000_000 })
  assert.match(cookie, /HttpOnly; SameSite=Lax; Max-Age=3600; Secure/)
  const cookies = { 'openphb.caller': cookie.split(';')[0]?.split('=')[1] }
  assert.equal(callerIn(cookies, mel, 1_000_001), caller)
  assert.equal(callerIn(cookies, mel, 1_000_000 + 3_600_001), null)
  assert.equal(callerIn(cookies, other, 1_000_001), null)
  assert.equal(callerIn({ 'openphb.caller': 'A'.repeat(80) }, mel, 1), null)
})

test('the kept mail is shown to an administrator of the embedded default', async () => {
  await doingIt(database, doing =>
    post(doing, { to: 'a@b.example', subject: 'Your letter', body: 'One.\n\nTwo.' }),
  )
  const browser = await signedIn(app, await someone(database, { role: 'administrator' }))
  const { html, status } = await browser.get('/access/mail')
  assert.equal(status, 200)
  assert.match(html, /Your letter/)
  assert.equal(
    (await (await signedIn(app, await someone(database, { role: 'auditor' }))).get('/access/mail')).status,
    404,
  )
})
