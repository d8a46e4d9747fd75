import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { before, test } from 'node:test'
import { appOn, doingIt, emptyDatabase, Visitor } from '../../test/harness.ts'
import type { App } from '../app.ts'
import { newId } from '../kernel/ids.ts'
import type { Database } from '../platform/database.ts'
import { addUser } from './actions/add-user.ts'

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
function codeOf(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', base32(secret)).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('two steps are set up, confirmed with a code, asked for when signing in, turned off', async () => {
  const { email } = await account()
  const browser = new Visitor(app.server)
  await signIn(browser, email)
  await browser.get('/access/account')
  assert.equal((await browser.post('/access/account/two-steps', { password: 'not it at all' })).status, 422)
  const setUp = await browser.post('/access/account/two-steps', { password })
  const secret = (/<code>([A-Z2-7 ]{20,})<\/code>/.exec(setUp.html)?.[1] ?? '').replaceAll(' ', '')
  const backup = [...setUp.html.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code]) => code ?? '')
  assert.ok(backup.length >= 8)
  assert.match(setUp.html, /otpauth:\/\/totp\//)
  assert.equal((await browser.post('/access/account/two-steps/confirmation', { code: '000000' })).status, 422)
  assert.equal(
    (await browser.post('/access/account/two-steps/confirmation', { code: codeOf(secret) })).to,
    '/access/account?done=on',
  )

  const next = new Visitor(app.server)
  const half = await next.post('/access/sign-in', { email, password, next: '/access/looks' })
  assert.match(half.to ?? '', /^\/access\/second-step\?next=%2Faccess%2Flooks/)
  assert.equal((await next.get('/access/account')).status, 303, 'half signed in is not signed in')
  assert.equal((await next.post('/access/second-step', { code: '111111' })).status, 422)
  assert.equal(
    (await next.post('/access/second-step', { code: codeOf(secret), next: '/access/looks' })).to,
    '/access/looks',
  )
  assert.equal((await next.get('/access/account')).status, 200)

  const lost = new Visitor(app.server)
  await signIn(lost, email)
  assert.equal((await lost.post('/access/second-step', { code: backup[0] ?? '' })).status, 303)
  const used = new Visitor(app.server)
  await signIn(used, email)
  assert.equal(
    (await used.post('/access/second-step', { code: backup[0] ?? '' })).status,
    422,
    'a backup code works once',
  )

  await next.get('/access/account')
  assert.equal(
    (await next.post('/access/account/two-steps/ending', { password })).to,
    '/access/account?done=off',
  )
  assert.equal((await signIn(new Visitor(app.server), email)).to, '/home')
})

test('a changed password ends every other session, and the old one no longer works', async () => {
  const { email } = await account()
  const [here, elsewhere] = [new Visitor(app.server), new Visitor(app.server)]
  await signIn(here, email)
  await signIn(elsewhere, email)
  await here.get('/access/account')
  const send = (typed: Record<string, string>) => here.post('/access/account/password', typed)
  assert.match(
    (await send({ 'old-password': password, 'new-password': 'short' })).html,
    /12 characters or more/,
  )
  assert.match(
    (await send({ 'old-password': 'not the old one', 'new-password': 'another plain word' })).html,
    /not your password/,
  )
  assert.equal(
    (await send({ 'old-password': password, 'new-password': 'another plain word' })).to,
    '/access/account?done=password',
  )
  assert.equal((await here.get('/access/account')).status, 200)
  assert.equal((await elsewhere.get('/access/account')).status, 303)
  assert.equal((await signIn(new Visitor(app.server), email)).status, 422)
})

test('signing up answers alike for new and known addresses, and changes no known one', async () => {
  const { email } = await account()
  const fresh = `${newId()}@millbrook.example`
  const up = (address: string) =>
    new Visitor(app.server).post('/access/sign-up', {
      name: 'Ivo Lund',
      email: address,
      password: 'some other words',
    })
  const [known, made] = [await up(email), await up(fresh)]
  assert.deepEqual([known.status, known.to], [made.status, made.to])
  assert.equal((await signIn(new Visitor(app.server), email)).status, 303)
  assert.equal((await signIn(new Visitor(app.server), email, 'some other words')).status, 422)
  const browser = new Visitor(app.server)
  assert.equal((await signIn(browser, fresh, 'some other words')).status, 303)
  assert.match((await browser.get('/access/account')).html, /Ivo Lund/)
})

test('each thing wrong with a sign-up is said at its field', async () => {
  const up = (form: Record<string, string>) => new Visitor(app.server).post('/access/sign-up', form)
  const empty = await up({})
  assert.equal(empty.status, 422)
  for (const says of [/Enter your name/, /Enter your e-mail address/, /Choose a password/])
    assert.match(empty.html, says)
  const wrong = await up({ name: 'محمد 🦉 <script>', email: 'not an address', password: 'elevenchars' })
  assert.match(wrong.html, /like name@example\.com/)
  assert.match(wrong.html, /12 characters or more/)
  assert.match(wrong.html, /محمد 🦉 &lt;script&gt;/)
  assert.doesNotMatch(wrong.html, /elevenchars/)
})
