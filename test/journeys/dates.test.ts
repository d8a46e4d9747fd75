import { afterEach, test } from 'node:test'
import { openSite, type Site } from './browser.ts'
import { nothingFound } from './checker.ts'
import type { Visit } from './visit.ts'

afterEach(nothingFound)

const phone = { device: 'phone', script: false } as const
const desktop = { device: 'desktop', script: false } as const
const priyas = 'priya.nair@millbrook-icb.example'
const amiras = 'amira.hassan@millbrook.example'

const yusuf = (site: Site) =>
  site.one<{ id: string; plan: string }>(
    `select p.id, e.reference as plan from people.person p join ehc.plan_shown e on e.person_id = p.id
     where p.full_name = 'Yusuf Hassan'`,
  )

/** Makes a secret address for a calendar, makes another one, and stops it. */
async function keepsACalendar(visit: Visit): Promise<void> {
  await visit.goTo('/clocks/calendar')
  await visit.sees('You have no address now')
  await visit.send({ names: 'first-name' }, 'Make the address')
  await visit.sees('Your secret address', '.ics')
  await visit.follow('Make a new address or stop it')
  await visit.press('Stop the address')
  await visit.sees('The address is stopped')
}

test('a case worker reads the board of clocks and a child’s dates, drawn, on a phone and wide', async () => {
  const site = await openSite()
  const { id } = await yusuf(site)
  for (const how of [desktop, phone]) {
    const priya = await site.open({ ...how, as: priyas })
    await priya.goTo('/clocks')
    if (how === desktop) await priya.picture('clocks-board', 1500)
    await priya.leaveTo('a[href^="/clocks/people/"]')
    await priya.goTo(`/clocks/people/${id}`)
    await priya.goTo(`/clocks/people/${id}/drawing`)
    await priya.sees('Yusuf', 'The same in words')
    if (how === desktop) await priya.picture('clocks-of-a-child-drawn', 1700)
    await priya.follow('A year earlier')
    await keepsACalendar(priya)
  }
})

test('a mother reads her child’s dates and his whole section J, on a phone without scripts', async () => {
  const site = await openSite()
  const { id, plan } = await yusuf(site)
  const amira = await site.open({ ...phone, as: amiras })
  await amira.goTo(`/clocks/people/${id}`)
  await amira.goTo(`/clocks/people/${id}/drawing`)
  await keepsACalendar(amira)
  await amira.goTo(`/ehc/${plan}`)
  await amira.sees('Section J', 'Music with his switch')
  await amira.picture('section-j-of-a-family', 3600)
})
