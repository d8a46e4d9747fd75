import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { afterEach, test } from 'node:test'
import { openSite } from './browser.ts'
import { nothingFound } from './checker.ts'

afterEach(nothingFound)

const how = { device: 'desktop', script: false } as const
const helen = 'wren lantern gravel'

/** The six digits that an app shows for a secret at a moment (RFC 6238). */
function codeOf(secret: string, at: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map(letter => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const from = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test(
  'an account with two steps opens with the password and the code of the app, and not ' + 'without',
  async () => {
    const site = await openSite()
    const visit = await site.open(how)
    const email = 'dora.lindqvist@millbrook.example'
    await visit.goTo('/access/sign-up')
    await visit.send({ name: 'Dora Lindqvist', email, password: helen }, 'Create account')
    await visit.follow('Sign in')
    await visit.send({ email, password: helen }, 'Sign in')
    await visit.goTo('/access/account')
    await visit.send({ password: helen }, 'Set it up')
    const secret = ((await visit.page.locator('.app-code').textContent()) ?? '').replaceAll(/\s/g, '')
    await visit.send({ code: codeOf(secret, Date.now()) }, 'Turn it on')
    await visit.sees('It is on')
    const other = await site.open(how)
    await other.goTo('/access/sign-in')
    await other.send({ email, password: 'wren lantern gravely' }, 'Sign in')
    await other.sees('do not go together')
    await other.send({ email, password: helen }, 'Sign in')
    await other.send({ code: '000000' }, 'Go on')
    await other.sees('That code is not right')
    await other.send({ code: codeOf(secret, Date.now()) }, 'Go on')
    assert.equal(other.at, '/home')
  },
)

test('what somebody typed is kept when their session ended meanwhile', async () => {
  const site = await openSite()
  const visit = await site.open(how)
  const email = 'edda.marsh@millbrook.example'
  await visit.goTo('/access/sign-up')
  await visit.send({ name: 'Edda Marsh', email, password: helen }, 'Create account')
  await visit.follow('Sign in')
  await visit.send({ email, password: helen }, 'Sign in')
  await visit.goTo('/requests/new')
  await visit.follow('Start now')
  await visit.send({ forWhom: 'myself' }, 'Save and go on')
  await site.database.pool.query('delete from auth.session')
  await visit.send({ fullName: 'Edda Sunniva Marsh' }, 'Save and go on')
  await visit.sees('We kept what you typed')
  await visit.send({ email, password: helen }, 'Sign in')
  await visit.sees('Nothing has been sent yet', 'Full name', 'Edda Sunniva Marsh')
  await visit.press('Send it now')
  assert.match(visit.at, /\/requests\/new\/birth$/)
})

test('a sister who helps with the money sees the money, and neither the diagnosis nor the bank', async () => {
  const site = await openSite()
  const grace = await site.open({ device: 'phone', script: false, as: 'grace.ransome@millbrook.example' })
  await grace.goTo('/home')
  await grace.sees('You help with the money')
  const { reference } = await site.one<{ reference: string }>(
    `select r.reference from requests.request r join people.person p on p.id = r.person_id
     where p.full_name = 'Derek Ransome' limit 1`,
  )
  await grace.goTo(`/payments/for/${reference}`)
  await grace.goTo(`/bank/${reference}`)
  await grace.sees('My money')
  await grace.goTo(`/needs/${reference}/assessment`, 404)
  await grace.goTo(`/requests/${reference}`)
  await grace.sees('and nothing more')
  await grace.goTo(`/bank/${reference}/statements`, 404)
  await grace.doesNotSee(/motor neurone/i)
})

test('a case worker of another board finds nothing, by whatever address', async () => {
  const site = await openSite()
  const { reference } = await site.one<{ reference: string }>(
    `select r.reference from requests.request r join people.organisation o on o.id = r.organisation_id
     where o.code = 'QMB' limit 1`,
  )
  const yusra = await site.open({ ...how, as: 'yusra.siddiqui@ashdale-icb.example' })
  for (const place of [
    'cases',
    'requests',
    'needs',
    'plans',
    'agreements',
    'bank',
    'reviews',
    'ledger',
    'payments/for',
  ])
    await yusra.goTo(`/${place}/${reference}`, 404)
  await yusra.sees('Page not found')
})
