import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { doingIt, type Visitor } from '../../test/harness.ts'
import { browserOf, type GwenAtRisk, gwenAtRisk, yesOf } from '../../test/registers.ts'

let place: GwenAtRisk
let priya: Visitor
let gwen: Visitor

before(async () => {
  place = await gwenAtRisk()
  priya = await browserOf(place, place.priya)
  gwen = await browserOf(place, place.person)
})

const holds = (html: string, ...parts: readonly (string | RegExp)[]): void => {
  for (const part of parts)
    assert.ok(typeof part === 'string' ? html.includes(part) : part.test(html), `${part}: ${html}`)
}
const adding = () => `/registers/additions/${place.reference}`

test('before anybody is on it the list is empty, and the case leads to the form', async () => {
  holds((await priya.get('/registers')).html, 'Nobody you may see is on the list')
  holds((await priya.get(`/cases/${place.reference}`)).html, adding())
  assert.equal((await gwen.get('/registers')).status, 404)
  assert.equal((await gwen.get(adding())).status, 404)
  const colleague = await browserOf(place, place.colleague)
  assert.equal((await colleague.get(adding())).status, 404)
  const empty = await priya.post(adding(), {})
  assert.equal(empty.status, 422)
  holds(
    empty.html,
    'Choose what they have',
    'Say why they might',
    'Choose whether they can',
    'Choose who said yes',
  )
})

test('without a yes nobody is put on the list: the month is counted, and no name is kept', async () => {
  const sent = await priya.post(adding(), { canDecide: 'yes', saidBy: 'nobody', reason: 'Private words' })
  assert.equal(sent.to, '/registers?done=counted')
  const { rows } = await doingIt(place.database, ({ transaction }) =>
    sql<{ kept: string; entries: number; said: number }>`select (select string_agg(n::text, ',')
        from registers.not_on n) as kept, (select count(*) from registers.entry)::int as entries,
      (select count(*) from access.happening h where h.what = 'register-not-on'
        and h.person_id is not null)::int as said`.execute(transaction),
  )
  assert.deepEqual([rows[0]?.entries, rows[0]?.said], [0, 0])
  assert.match(rows[0]?.kept ?? '', /-01,no-consent\)$/)
  assert.ok(!rows[0]?.kept.includes(place.gwen))
})

test('who says yes is asked of the rules: a decision for others is only for who cannot decide', async () => {
  const wrong = await priya.post(adding(), yesOf(place, { saidBy: 'best-interests', decidedBy: 'Dr Iles' }))
  assert.equal(wrong.status, 422)
  holds(wrong.html, 'they say yes or no themselves', 'Dr Iles', 'She stopped sleeping')
  const half = yesOf(place, { canDecide: 'no', saidBy: 'best-interests', decidedBy: 'Dr Iles' })
  holds((await priya.post(adding(), half)).html, 'Say what was decided, and who was asked')
  holds((await priya.post(adding(), yesOf(place, { saidBy: 'representative' }))).html, 'Enter the name')
})

test('the database itself lets nobody onto the list without a yes', async () => {
  await assert.rejects(
    doingIt(place.database, ({ transaction }) =>
      sql`insert into registers.entry values (gen_random_uuid(), ${place.icb}, ${place.gwen}, now()::date,
        'both', 'x', null, 'x')`.execute(transaction),
    ),
    /nobody is on the list without consent/,
  )
})
