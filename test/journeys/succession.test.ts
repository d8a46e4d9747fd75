import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { openSite, type Site } from './browser.ts'
import { nothingFound } from './checker.ts'

afterEach(nothingFound)

const staff = (name: string) => `${name}@millbrook-icb.example`
const phone = { device: 'phone', script: false } as const
const desktop = { device: 'desktop', script: false } as const

/** Invented: Millbrook's board is divided into two from yesterday. */
async function divide({ one }: Site): Promise<string> {
  for (const [code, name] of [
    ['QNB', 'NHS Northbrook ICB'],
    ['QSB', 'NHS Southbrook ICB'],
  ]) {
    await one(
      `insert into people.organisation (id, code, kind, name, invented)
        values (gen_random_uuid(), $1, 'icb', $2, true)`,
      [code, name],
    )
    await one(
      `insert into people.succession (from_code, to_code, on_day, kind, confidence)
        values ('QMB', $1, current_date - 1, 'divided', 'design')`,
      [code],
    )
  }
  const { day } = await one<{ day: string }>('select (current_date - 1)::text as day')
  return `/succession/QMB/${day}`
}

test('the group before the board: the list, what was done, the case that says who answered', async () => {
  const site = await openSite()
  for (const how of [phone, desktop]) {
    const carys = await site.open({ ...how, as: staff('carys.lowther') })
    await carys.goTo('/succession')
    await carys.picture('succession-list', 900)
    await carys.follow('NHS Millbrook Clinical Commissioning Group')
    await carys.sees('Friday 1 July 2022', 'Everybody has moved: 2 people', 'What was ordered')
    await carys.doesNotSee('Move the cases')
    await carys.picture('succession-done', 1400)
  }
  const { reference } = await site.one<{ reference: string }>(
    `select r.reference from requests.request r join people.person p on p.id = r.person_id
      where p.full_name = 'Piers Hebden'`,
  )
  const tom = await site.open({ ...desktop, as: staff('tom.birkett') })
  await tom.goTo(`/cases/${reference}`)
  await tom.sees('since 1 July 2022; before, by NHS Millbrook Clinical Commissioning Group')
  const lena = await site.open({ ...phone, as: staff('lena.fischer') })
  await lena.goTo('/succession')
  await lena.follow('Figures of a day')
  await lena.picture('succession-figures', 1400)
})

test('a board is divided: people and staff are placed, it is ordered and carried out', async () => {
  const site = await openSite()
  const at = await divide(site)
  const tom = await site.open({ ...phone, as: staff('tom.birkett') })
  await tom.goTo(at)
  await tom.sees('This body is divided', 'We do not guess')
  await tom.picture('succession-preview', 1800)
  await tom.follow('Say where people belong')
  await tom.send({ because: 'Lives in Northbrook' }, 'Save where they belong')
  await tom.sees('There is a problem')
  const [first = ''] = await tom.values('people')
  await tom.send({ people: first, to: 'QNB', because: 'Lives in Northbrook' }, 'Save where they belong')
  await tom.sees('1 person has been placed')
  await tom.goTo(`${at}/people?page=3`)
  await tom.sees('goes to NHS Northbrook ICB')
  await tom.picture('succession-people', 2400)
  const carys = await site.open({ ...desktop, as: staff('carys.lowther') })
  const small = await site.open({ ...phone, as: staff('carys.lowther') })
  await small.goTo(`${at}/staff`)
  await carys.goTo(`${at}/staff`)
  const { id } = await site.one<{ id: string }>(`select id from access.actor where name = 'Priya Nair'`)
  await carys.send({ actor: id, to: 'QNB', because: 'Chose to' }, 'Save')
  await carys.sees('NHS Northbrook ICB')
  await carys.picture('succession-staff', 1800)
  await small.goTo(at)
  await small.send({ because: 'Order of the Secretary of State', reach: '' }, 'Move the cases')
  await small.sees('There is a problem', 'Say whom families reach')
  await small.send({ reach: 'The team, 01632 960 300' }, 'Move the cases')
  await site.letTimeDoItsWork()
  await small.goTo(at)
  await small.sees('Done on')
  const { moved } = await site.one<{ moved: number }>('select count(*)::int as moved from access.moved')
  assert.equal(moved, 3)
  await small.picture('succession-carried-out', 1800)
})
