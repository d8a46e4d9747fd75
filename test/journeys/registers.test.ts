import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { openSite } from './browser.ts'
import { dayFields } from './cast.ts'
import { nothingFound } from './checker.ts'

afterEach(nothingFound)

const staff = (name: string) => `${name}@millbrook-icb.example`
const phone = { device: 'phone', script: false } as const
const desktop = { device: 'desktop', script: false } as const

test('staff go from the list to a person and the forms, on phone and desktop, without scripts', async () => {
  const site = await openSite()
  for (const how of [phone, desktop]) {
    const priya = await site.open({ ...how, as: staff('priya.nair') })
    for (const show of ['', '?show=overdue', '?show=in-hospital', '?show=leaving', '?show=ended'])
      await priya.goTo(`/registers${show}`)
    await priya.goTo('/registers')
    await priya.picture(`at-risk-list-${how.device}`, 1400)
    await priya.follow('Jem Orrell')
    await priya.sees('Leaving hospital', 'These move with it', 'Red, since')
    await priya.picture(`at-risk-person-${how.device}`, 4000)
    const { pathname } = new URL(priya.page.url())
    for (const step of [
      'levels',
      'consent',
      'reviews',
      'crises',
      'admissions',
      'leaving',
      'before',
      'budget',
    ])
      await priya.goTo(`${pathname}/${step}`)
    await priya.goTo(`${pathname}/crises`)
    await priya.send({ happened: 'He shouted at the door', bed: 'refused' }, 'Save')
    await priya.sees('There is a problem', 'Say who asked for a bed')
    await priya.goTo('/registers/levels')
    await priya.goTo('/registers/settings')
  }
  assert.ok(site.address)
})

test('he reads his page on a phone, sees days that claim nothing, and says no', async () => {
  const site = await openSite()
  const { id } = await site.one<{ id: string }>(
    `select e.id from registers.entry e join people.person p on p.id = e.person_id
      where p.full_name = 'Leon Harrow'`,
  )
  const leon = await site.open({ ...phone, as: 'leon.harrow@millbrook.example' })
  await leon.goTo('/home')
  await leon.follow('The list you are on')
  await leon.sees('You are on a list', 'You said yes to being on it', 'You can say no at any time')
  await leon.sees('does not prove that the budget did it', 'Nights with people he knows')
  await leon.picture('at-risk-own-page', 4000)
  const sian = await site.open({ ...desktop, as: staff('sian.prosser') })
  await sian.goTo(`/registers/${id}`)
  await sian.sees('Leon Harrow: at risk of admission')
  await leon.follow('I no longer want this')
  const today = new Date().toISOString().slice(0, 10)
  await leon.send({ saidBy: 'Leon Harrow', ...dayFields('on', today) }, 'Take off the list')
  await leon.sees('The yes is taken back', 'Not on the list any more')
  await sian.goTo(`/registers/${id}`, 404)
  const lena = await site.open({ ...desktop, as: staff('lena.fischer') })
  await lena.goTo('/registers/counts')
  await lena.sees('By board, on', 'How this is counted')
})
