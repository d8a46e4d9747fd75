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
  'tom.birkett': ['/home', '/plans', '/cases'],
  'ngozi.okafor': ['/home', '/payments', '/payments/payer', '/agreements', '/bank'],
  'edmund.pryce': ['/home', '/cases'],
  'carys.lowther': ['/home', '/access/actors'],
} as const

for (const [who, pages] of Object.entries(beginnings))
  test(`${who.replace('.', ' ')} reads every page at 400 % without scrolling sideways`, async () => {
    const site = await openSite()
    const visit = await site.open({ device: 'phone', script: false, as: `${who}@millbrook-icb.example` })
    for (const page of pages) await visit.goTo(page)
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
