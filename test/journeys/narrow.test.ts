import { afterEach, test } from 'node:test'
import { openSite } from './browser.ts'
import { nothingFound } from './checker.ts'

afterEach(nothingFound)

/** Every page that staff of each kind begin at, as they see it with the browser at 400 %: 320 points wide. */
const beginnings = {
  'priya.nair': [
    '/home',
    '/cases',
    '/requests',
    '/plans',
    '/agreements',
    '/bank',
    '/needs/rates',
    '/people',
    '/notices/messages',
    '/requests/telephone/new',
    '/requests/offers',
  ],
  'tom.birkett': ['/home', '/plans', '/cases', '/wheelchairs', '/clocks', '/clocks/calendar'],
  'ngozi.okafor': [
    '/home',
    '/payments',
    '/payments/payer',
    '/payments/proposals',
    '/payments/wages',
    '/payments/suppliers',
    '/agreements',
    '/bank',
    '/bank/paying',
    '/invoices',
    '/funding',
    '/forecasts',
    '/recoveries',
    '/recoveries/settings',
  ],
  'edmund.pryce': ['/home', '/cases'],
  'carys.lowther': ['/home', '/access/actors'],
} as const

for (const [who, pages] of Object.entries(beginnings))
  test(`${who.replace('.', ' ')} reads every page at 400 % without scrolling sideways`, async () => {
    const site = await openSite()
    const visit = await site.open({ device: 'phone', script: false, as: `${who}@millbrook-icb.example` })
    for (const page of pages) await visit.goTo(page)
  })

/** Where a list leads, and on from there: by how the address of each next link begins and ends. */
const ways = [
  ['/payments/proposals', 'a[href^="/payments/proposals/0"]'],
  ['/payments', 'a[href^="/payments/runs/"]', 'a[href^="/payments/returns/"]'],
  ['/invoices?show=to-check', 'a[href^="/invoices/PHB-"]', 'a[href$="/decisions"]'],
  ['/invoices?show=in-dispute', 'a[href^="/invoices/PHB-"]', 'a[href$="/settlement"]'],
  ['/funding', 'a[href^="/funding/statements/"]'],
  ['/funding', 'a[href^="/funding/PHB-"]', 'a[href$="/back-dating"]'],
  ['/recoveries', 'a[href^="/recoveries/PHB-"]'],
  ['/wheelchairs', 'a[href^="/wheelchairs/PHB-"]'],
] as const

for (const device of ['phone', 'desktop'] as const)
  test(`a finance officer goes from each list of money to its forms, on a ${device}`, async () => {
    const site = await openSite()
    // Whoever entered an invoice does not decide about it, so it is the other finance officer who walks.
    const visit = await site.open({ device, script: false, as: 'rashid.mahmood@millbrook-icb.example' })
    for (const [list, ...links] of ways) {
      await visit.goTo(list)
      for (const link of links) await visit.leaveTo(link)
    }
    const { reference } = await site.one<{ reference: string }>(
      'select reference from invoices.invoice_shown order by reference limit 1',
    )
    for (const what of ['one-off', 'emergency', 'repeat'])
      await visit.goTo(`/payments/proposals/new/${what}/${reference}`)
  })

// Only who sees the whole record is led from the board of clocks to a person's own.
for (const device of ['phone', 'desktop'] as const)
  test(`a case worker goes from the board of clocks to a person’s dates, on a ${device}`, async () => {
    const site = await openSite()
    const visit = await site.open({ device, script: false, as: 'priya.nair@millbrook-icb.example' })
    await visit.goTo('/clocks')
    await visit.leaveTo('a[href^="/clocks/people/"]')
    await visit.leaveTo('a[href$="/drawing"]')
  })

test('a timeline of a case has its headings in order', async () => {
  const site = await openSite()
  const visit = await site.open({ device: 'phone', script: false, as: 'priya.nair@millbrook-icb.example' })
  await visit.goTo('/cases')
  await visit.leaveTo('a[href^="/cases/PHB-"]')
  await visit.leaveTo('a[href$="/timeline"]')
})

test('everybody reads the public pages at 400 %, and on a wide screen', async () => {
  const site = await openSite()
  for (const device of ['phone', 'desktop'] as const) {
    const visit = await site.open({ device, script: false })
    for (const page of [
      '/',
      '/rights',
      '/rights/rules',
      '/rights/personal-health-budget',
      '/accessibility',
      '/privacy',
      '/access/sign-in',
      '/people/organisations',
    ])
      await visit.goTo(page)
    await visit.goTo('/nothing-here', 404)
  }
})
