import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doAs, signedIn, someone, tryAs } from '../../test/harness.ts'
import { gwenAsks, millbrookAsks, priyaGrants } from '../../test/requests.ts'
import { letSee } from '../access/public.ts'
import { lettersOf, sendLetter, unread } from './public.ts'

async function opened() {
  const place = await millbrookAsks()
  const app = await appOn(place.database)
  const one = await gwenAsks(place)
  return { place, app, one, at: `/notices/messages/${one.reference}` }
}

test('a family and their team write to each other, and each side sees what it has not read', async () => {
  const { place, app, at } = await opened()
  const family = await signedIn(app, place.person)
  const worker = await signedIn(app, place.priya)
  assert.match((await family.get(at)).html, /Nobody has written yet/)
  const words = 'Can you call?\n<script>alert(1)</script> \u202bمرحبا 🌻'
  const sent = await family.post(at, { words: words.replace('\u202b', '') })
  assert.equal(sent.to, `${at}?sent=yes`)
  const [waiting] = await tryAs(place.database, place.priya, unread)
  assert.equal(waiting?.count, 1)
  assert.match((await worker.get('/notices/messages')).html, /1 new/)
  const read = await worker.get(at)
  assert.match(read.html, /&lt;script&gt;/)
  assert.match(read.html, /مرحبا 🌻/)
  assert.deepEqual(await tryAs(place.database, place.priya, unread), [])
  await worker.post(at, { words: 'Yes, tomorrow at ten.' })
  assert.equal((await tryAs(place.database, place.person, unread))[0]?.count, 1)
  const mail = await place.database.pool.query<{ body: string }>(
    `select body from platform.mail order by made_at desc limit 1`,
  )
  assert.doesNotMatch(mail.rows[0]?.body ?? '', /tomorrow/)
})

test('an empty or overlong message is refused, and a conversation of others is not found', async () => {
  const { place, app, at } = await opened()
  const family = await signedIn(app, place.person)
  for (const [words, says] of [
    ['', /Write your message/],
    ['x'.repeat(5001), /1 too many/],
  ] as const) {
    const answered = await family.post(at, { words })
    assert.equal(answered.status, 422)
    assert.match(answered.html, says)
  }
  for (const who of [place.stranger, await someone(place.database, { name: 'Other family' })]) {
    const visitor = await signedIn(app, who)
    assert.equal((await visitor.get(at)).status, 404)
    assert.equal((await visitor.post(at, { words: 'Hello' })).status, 404)
    assert.equal((await visitor.get(`/notices?person=${place.gwen}`)).status, 404)
  }
  assert.equal((await family.get('/notices/messages/PHB-0000-000')).status, 404)
  assert.equal((await family.get('/notices/not-an-id')).status, 404)
})

test('a letter about money may be read by a nominee who sees the money, a decision may not', async () => {
  const { place, one } = await opened()
  const nominee = await someone(place.database, { name: 'Grace Tallis' })
  const ids = await doAs(place.database, place.priya, async doing => {
    await letSee(
      doing,
      { actor: nominee.id },
      { person: one.person, sees: 'money', because: 'nominee', from: doing.today },
    )
    const letter = {
      organisation: one.organisation,
      person: one.person,
      to: { name: 'Grace Tallis' },
      paragraphs: ['We paid.'],
      from: { name: 'Mrs Okafor', role: 'Finance officer', reach: 'Send a message.' },
      deliver: ['screen', 'mail'] as const,
    }
    await sendLetter(doing, {
      ...letter,
      kind: 'remittance',
      title: 'We paid £280.00',
      sees: 'money',
      deliver: ['screen'],
    })
    await sendLetter(doing, { ...letter, kind: 'decision', title: 'Granted', deliver: ['screen', 'mail'] })
  })
  assert.equal(ids, undefined)
  const titles = async (who: typeof nominee) =>
    (await tryAs(place.database, who, doing => lettersOf(doing, one.person))).map(({ title }) => title)
  assert.deepEqual(await titles(nominee), ['We paid £280.00'])
  assert.equal((await titles(place.person)).length, 2)
})

test('looking at a letter is written down, and its page prints as a letter', async () => {
  const { place, app, one } = await opened()
  await priyaGrants(place, one.reference)
  const family = await signedIn(app, place.person)
  const list = await family.get(`/notices?person=${place.gwen}`)
  const href = /\/notices\/[0-9a-f-]{36}/.exec(list.html)?.[0] ?? ''
  const letter = await family.get(href)
  assert.match(letter.html, /app-letter/)
  assert.match(letter.html, /Granted: we have agreed everything you asked for/)
  const looks = await place.database.pool.query(
    `select 1 from access.happening where kind = 'look' and what = 'letter'`,
  )
  assert.equal(looks.rowCount, 1)
})
