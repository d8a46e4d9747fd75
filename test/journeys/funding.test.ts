import { test } from 'node:test'
import { addDays, type PlainDate } from '../../src/kernel/days.ts'
import { openSite, type Site } from './browser.ts'
import { dayFields } from './cast.ts'
import { nothingFound } from './checker.ts'
import type { Visit } from './visit.ts'

const referenceOf = async (site: Site, name: string): Promise<string> =>
  (
    await site.one<{ reference: string }>(
      `select r.reference from requests.request_shown r join people.person_shown p on p.id = r.person_id
       where p.full_name = $1`,
      [name],
    )
  ).reference

/** A case worker shares one line of a budget with the council; a mistake is said and nothing is lost. */
async function proposes(site: Site, priya: Visit, at: string, from: PlainDate): Promise<void> {
  const { id } = await site.one<{ id: string }>(
    `select id from people.organisation_shown where name = 'Millbrook Council'`,
  )
  await priya.goTo(at)
  await priya.follow('Share it out')
  const shares = {
    'way-1': 'percentage',
    'health-1': '40',
    'social-care-1': '50',
    'social-care-body': id,
    because: 'Joint panel, minute 9',
    ...dayFields('from', from),
  }
  await priya.send(shares, 'Send it to the other bodies')
  await priya.sees('There is a problem', 'They must add up to 100%')
  await priya.send({ 'health-1': '50' }, 'Send it to the other bodies')
  await priya.sees('Not agreed yet', 'Joint panel, minute 9')
}

/** The council's officer agrees, sees the lines that the council pays for, and reads what it is charged. */
async function councilReads(sian: Visit, at: string, reference: string): Promise<void> {
  await sian.goTo('/funding')
  await sian.sees('Yusuf Hassan', 'Not yet')
  await sian.goTo(at)
  await sian.press('Agree to these shares')
  await sian.goTo(`/plans/${reference}`)
  await sian.sees('Other lines of this plan are not shown', 'Assistant after school')
  await sian.doesNotSee('Somebody awake at night')
  await sian.goTo('/funding')
  await sian.follow('Statement 2')
  await sian.sees('In dispute', 'pays meanwhile, without prejudice', 'To pay', 'Support after school')
}

/** Finance puts a charged part in dispute, and settles it. */
async function disputes(ngozi: Visit, at: string, charged: PlainDate): Promise<void> {
  await ngozi.goTo('/funding')
  await ngozi.follow('Ruby Tarrant')
  await ngozi.follow('Put a part of a line in dispute')
  await ngozi.send({ because: 'Not what we agreed' }, 'Put it in dispute')
  await ngozi.sees('There is a problem', 'Enter the first day of the dispute')
  const about = {
    part: 'line-1/social-care',
    interim: 'board',
    ...dayFields('from', charged),
    ...dayFields('until', charged),
  }
  await ngozi.send(about, 'Put it in dispute')
  await ngozi.sees('NHS Millbrook ICB pays it meanwhile, without prejudice')
  await ngozi.follow('Settle it')
  await ngozi.send({ percentage: 'half', because: '' }, 'Settle it')
  await ngozi.sees('There is a problem')
  await ngozi.send({ percentage: '50', because: 'The two directors met' }, 'Settle it')
  await ngozi.sees('carries 50%')
  await ngozi.goTo(at)
}

test('shares are proposed, agreed, charged, disputed and settled, each by its own people', async () => {
  const site = await openSite()
  const [yusuf, ruby] = [await referenceOf(site, 'Yusuf Hassan'), await referenceOf(site, 'Ruby Tarrant')]
  const { today } = await site.one<{ today: PlainDate }>(
    `select (platform.now() at time zone 'Europe/London')::date::text as today`,
  )
  const { charged } = await site.one<{ charged: PlainDate }>(
    'select max(until_on)::text as charged from funding.statement',
  )
  const desktop = { device: 'desktop', script: false } as const
  const priya = await site.open({ ...desktop, as: 'priya.nair@millbrook-icb.example' })
  await proposes(site, priya, `/funding/${yusuf}`, addDays(today, 40))
  const sian = await site.open({ device: 'phone', script: false, as: 'sian.prosser@millbrook-icb.example' })
  await councilReads(sian, `/funding/${yusuf}`, yusuf)
  const ngozi = await site.open({ ...desktop, as: 'ngozi.okafor@millbrook-icb.example' })
  await disputes(ngozi, `/funding/${ruby}`, charged)
  nothingFound()
})
