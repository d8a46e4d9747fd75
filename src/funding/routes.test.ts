import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doingIt, type Someone, signedIn, someone } from '../../test/harness.ts'
import { must, onDay, sami } from '../../test/joint.ts'
import { type Lived, lived } from '../../test/living.ts'
import { letSee } from '../access/public.ts'
import type { App } from '../app.ts'
import { sayMoney } from '../kernel/money.ts'
import { type LineKey, splitLines } from '../needs/public.ts'
import { linesOn } from '../plans/public.ts'
import type { Actor } from '../platform/doing.ts'

let life: Lived
let app: App
before(async () => {
  life = await lived(sami)
  app = await appOn(life.database)
})

/** Somebody of Millbrook, as they sign in. */
async function visitor(actor: Actor) {
  const user = await doingIt(life.database, async ({ transaction }) => {
    const { rows } = await sql<{ user_id: string }>`select user_id from access.actor
      where id = ${actor.id}`.execute(transaction)
    return rows[0]?.user_id ?? ''
  })
  return signedIn(app, { ...actor, user } as Someone)
}

const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

async function shares(): Promise<Record<string, string>> {
  const { council } = life.place.organisations
  const lines = await doingIt(life.database, doing => linesOn(doing, life.reference, doing.today))
  const whole = lines.map((_line, place) => [`way-${place}`, 'health'])
  return {
    ...Object.fromEntries(whole),
    'way-0': 'percentage',
    'health-0': '46',
    'social-care-0': '54',
    'social-care-body': council,
    because: 'The tool of 1 July',
    ...day('from', '2026-09-01'),
  }
}

test('a budget is shared out, agreed, recharged, disputed, paid and settled by its own people', async () => {
  const { priya, sian, ngozi, helen } = life.place.staff
  const at = `/funding/${life.reference}`
  const worker = await visitor(priya)
  assert.match((await worker.get(`${at}/split`)).html, /Which council pays for social care\?/)
  const typed = await shares()
  const short = await worker.post(`${at}/splits`, { ...typed, 'social-care-0': '53' })
  assert.equal(short.status, 422)
  assert.match(short.html, /Waking nights: The shares add up to 99%\. They must add up to 100%/)
  assert.match(short.html, /href="#[^"]*health-0/)
  assert.ok(short.html.includes('value="53"') && short.html.includes('The tool of 1 July'))
  const odd = await worker.post(`${at}/splits`, { ...typed, 'health-0': '-4', because: '' })
  assert.ok(odd.html.includes('between 0 and 100') && odd.html.includes('Say what the shares rest on'))
  assert.equal((await worker.post(`${at}/splits`, typed)).to, at)
  assert.match((await worker.get(at)).html, /Not agreed yet/)

  const council = await visitor(sian)
  const proposed = await council.get(at)
  const agreement = /splits\/[0-9a-f-]{36}\/agreement/.exec(proposed.html)?.[0]
  assert.equal((await council.post(`${at}/${agreement}`, {})).to, at)
  const own = await council.get(at)
  assert.ok(own.html.includes('Waking nights') && !own.html.includes('Physiotherapy'))
  const family = await visitor(life.walk.folk.self)
  const theirs = await family.get(at)
  assert.match(theirs.html, /Millbrook Council \(social care\) pays £/)
  assert.match(
    (await family.get(`/needs/${life.reference}`)).html,
    /Millbrook Council \(social care\) pays £/,
  )

  const finance = await visitor(ngozi)
  const period = {
    body: life.place.organisations.council,
    ...day('from', '2026-09-01'),
    ...day('until', '2026-09-30'),
  }
  const early = await finance.post('/funding/statements', { ...period, ...day('until', '2027-09-30') })
  assert.ok(early.status === 422 && early.html.includes('The period must be over'))
  const made = await finance.post('/funding/statements', period)
  assert.match(made.to ?? '', /^\/funding\/statements\//)
  const list = (await finance.get('/funding')).html
  assert.match(list, /Statement 1<.*£1,548\.26/s)
  const none = (await finance.get('/funding?find=nobody')).html
  assert.ok(none.includes('No shared budget is found by “nobody”.') && none.includes('Millbrook Council'))
  const [ours, councils] = [await finance.get(made.to ?? ''), await council.get(made.to ?? '')]
  for (const page of [ours, councils]) assert.match(page.html, /£1,548\.26/)
  const journal = await finance.get(`${made.to}/journal.csv`)
  assert.match(journal.html, /fund:QMB,1548\.26/)
  const side = await council.get(`${made.to}/journal.csv`)
  assert.ok(side.html.includes('fund:MBC-social-care,-1548.26') && !side.html.includes('fund:QMB'))
  assert.match((await council.get(`${made.to}/statement.csv`)).html, /1548\.26,0\.00/)

  assert.match((await council.get(`${at}/dispute`)).html, /Waking nights: social care/)
  const key = await doingIt(
    life.database,
    async doing => (await linesOn(doing, life.reference, doing.today))[0]?.line_key,
  )
  const dispute = {
    part: `${key}/social-care`,
    interim: 'board',
    because: 'A health need',
    ...day('from', '2026-09-16'),
    ...day('until', '2026-10-31'),
  }
  const wrongPart = await council.post(`${at}/disputes`, { ...dispute, part: 'line-9/health', because: '' })
  assert.equal(wrongPart.status, 422)
  assert.equal((await council.post(`${at}/disputes`, dispute)).to, at)
  const next = await finance.post('/funding/statements', {
    ...period,
    ...day('from', '2026-10-01'),
    ...day('until', '2026-10-31'),
  })
  const october = await finance.get(next.to ?? '')
  assert.match(october.html, /In dispute/)
  const lead = await visitor(helen)
  const settle = /disputes\/[0-9a-f-]{36}/.exec((await lead.get(at)).html)?.[0]
  assert.match((await lead.get(`${at}/${settle}`)).html, /In dispute so far: £2,373\.99/)
  const wrong = await lead.post(`${at}/${settle}/settlement`, { percentage: '101', because: 'Panel' })
  assert.ok(wrong.status === 422 && wrong.html.includes('between 0 and 100'))
  assert.equal((await lead.post(`${at}/${settle}/settlement`, { percentage: '60', because: 'Panel' })).to, at)
  assert.match((await family.get(at)).html, /carries 60%, which is £1,424\.39 of £2,373\.99/)
})

test('the person pays towards social care only, and never more than its part', async () => {
  const { sian } = life.place.staff
  const council = await visitor(sian)
  const at = `/funding/${life.reference}`
  assert.match((await council.get(`${at}/contribution`)).html, /The health part is free/)
  const typed = {
    strand: 'health',
    kind: 'contribution',
    weekly: '45.20',
    because: 'Means test',
    ...day('from', '2026-09-01'),
  }
  const health = await council.post(`${at}/contributions`, typed)
  assert.ok(health.status === 422 && health.html.includes('The health part is free. Nobody can be asked'))
  const most = await council.post(`${at}/contributions`, { ...typed, strand: 'social-care', weekly: '99999' })
  assert.ok(most.html.includes('more than the council’s own part'))
  const topUp = await council.post(`${at}/contributions`, { ...typed, strand: 'social-care', kind: 'top-up' })
  assert.ok(topUp.html.includes('only possible where the council allows it'))
  assert.equal((await council.post(`${at}/contributions`, { ...typed, strand: 'social-care' })).to, at)
  assert.match((await council.get(at)).html, /The person pays £45\.20/)
})

test('V-58 council and ICB on one package', async () => {
  const { millbrook, council } = life.place.organisations
  const split = await doingIt(life.database, async doing => {
    const person = life.walk.folk.person
    const [first, second] = await linesOn(doing, life.reference, doing.today)
    assert.ok(first && second)
    const whole = (strand: 'health' | 'social-care', key: LineKey) =>
      ({ key, way: 'whole', parts: [{ strand, part: 1n }] }) as const
    must(
      await splitLines(onDay(doing, life.place.staff.priya, doing.today), {
        reference: life.reference,
        organisation: millbrook,
        person,
        from: doing.today,
        because: 'The sharing agreement of 1 February',
        bodies: { health: millbrook, 'social-care': council },
        lines: [
          { says: first.says, weekly: first.weekly, split: whole('social-care', first.line_key) },
          { says: second.says, weekly: second.weekly, split: whole('health', second.line_key) },
        ],
      }),
    )
    return { health: second, person }
  })
  const una = await someone(life.database, { role: 'case-worker', organisation: council, name: 'Una Reeve' })
  const lou = await someone(life.database, { role: 'case-worker', organisation: council, name: 'Lou Fenn' })
  await doingIt(life.database, doing =>
    letSee(
      doing,
      { actor: una.id },
      { person: split.person, sees: 'name', because: 'on the case', from: doing.today },
    ),
  )
  const [shown, hidden] = [await signedIn(app, una), await signedIn(app, lou)]
  const page = await shown.get(`/funding/${life.reference}`)
  assert.equal(page.status, 200)
  assert.ok(page.html.includes(sayMoney(split.health.weekly)), 'the total of the board')
  assert.ok(!page.html.includes(split.health.says), 'no line of the board')
  for (const path of [`/needs/${life.reference}`, `/ledger/${life.reference}`])
    assert.equal((await shown.get(path)).status, 404)
  assert.equal((await hidden.get(`/funding/${life.reference}`)).status, 404)
})
