import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { demoTicket } from '../src/access/auth.ts'
import type { App } from '../src/app.ts'
import type { TestDatabase } from '../src/platform/testing.ts'
import { appOn, millbrookDatabase, Visitor } from './harness.ts'

let database: TestDatabase
let app: App
before(async () => {
  database = await millbrookDatabase()
  app = await appOn(database)
})

/** The kind of page that an address shows: the same for every person, run and reference. */
const kindOf = (address: string): string =>
  address
    .replace(/[?#].*/, '')
    .replace(/PHB-[0-9A-Z]{4}-[0-9A-Z]{3}/g, ':reference')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d+(?=\/|$)/g, '/:number')
    .replace(/^\/rights\/.*/, '/rights')

const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

async function signedInBy(email: string): Promise<Visitor> {
  const found = await database.pool.query('select user_id from access.actor where email = $1', [email])
  assert.equal(found.rows.length, 1, email)
  const user = String(found.rows[0]?.user_id)
  const visitor = new Visitor(app.server)
  await visitor.get(`/access/demo/${user}/${demoTicket(user)}`)
  return visitor
}

/** Follows a link of each kind from the start page on; those that lead nowhere, and from where. */
async function deadLinks(visitor: Visitor, most: number): Promise<readonly string[]> {
  const [met, dead] = [new Set(['/home']), [] as string[]]
  const ways = [{ to: '/home', from: '' }]
  for (let next = 0; next < Math.min(ways.length, most); next += 1) {
    const { to, from } = ways[next] ?? { to: '/home', from: '' }
    const { status, html } = await visitor.get(to)
    if (status >= 400) dead.push(`${from} links to ${to}: ${status}`)
    for (const link of linksOf(html)) {
      if (met.has(kindOf(link))) continue
      met.add(kindOf(link))
      ways.push({ to: link, from: to })
    }
  }
  return dead
}

for (const [who, email] of [
  ['an auditor', 'edmund.pryce@millbrook-icb.example'],
  ['a funding panel', 'judith.okello@millbrook-icb.example'],
  ['a finance officer', 'ngozi.okafor@millbrook-icb.example'],
  ['a council officer', 'sian.prosser@millbrook-icb.example'],
  ['a provider', 'jo.tarn@millbrook-icb.example'],
] as const)
  test(`no link that ${who} is shown leads to a page that is not there`, async () => {
    const visitor = await signedInBy(email)
    assert.deepEqual(await deadLinks(visitor, 50), [])
  })
