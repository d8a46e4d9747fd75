import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { openSite } from './browser.ts'
import { nothingFound } from './checker.ts'
import type { Visit } from './visit.ts'

afterEach(nothingFound)

/** Goes on with Tab, as somebody without a mouse does, until the focus is where they want it. */
async function tabTo({ page }: Visit, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab')
    if (await page.locator(`${selector}:focus`).count()) return
  }
  assert.fail(`80 times Tab do not reach ${selector} of ${page.url()}`)
}

/** Presses a key that leads to another page. */
async function leaveBy(visit: Visit, key: string): Promise<void> {
  await Promise.all([visit.page.waitForEvent('framenavigated'), visit.page.keyboard.press(key)])
  await visit.arrived()
}

async function types(visit: Visit, selector: string, text: string): Promise<void> {
  await tabTo(visit, selector)
  await visit.page.keyboard.type(text)
}

const saves = async (visit: Visit): Promise<void> => {
  await tabTo(visit, 'main form button[type=submit]')
  await leaveBy(visit, 'Enter')
}

async function chooses(visit: Visit, name: string, steps: number): Promise<void> {
  await tabTo(visit, `[name="${name}"]`)
  await visit.page.keyboard.press('Space')
  for (let step = 0; step < steps; step += 1) await visit.page.keyboard.press('ArrowDown')
}

test('somebody without a mouse asks for a budget, from the first link to the answers', async () => {
  const site = await openSite()
  const visit = await site.open({ device: 'desktop', script: true, as: 'beatriz.carvalho@millbrook.example' })
  await visit.goTo('/rights')
  await visit.page.keyboard.press('Tab')
  assert.match(await visit.focused(), /Skip to main content/)
  await visit.page.keyboard.press('Enter')
  await visit.goTo('/requests/new')
  await tabTo(visit, 'main a[role=button]')
  await leaveBy(visit, 'Enter')
  await chooses(visit, 'forWhom', 1)
  await saves(visit)
  await visit.sees('name')
  await types(visit, '[name=fullName]', 'Tomas Carvalho')
  await saves(visit)
  for (const [part, value] of Object.entries({ day: '4', month: '5', year: '2018' }))
    await types(visit, `[name="bornOn-${part}"]`, value)
  await saves(visit)
  await saves(visit)
  await types(visit, '[name=address1]', '3 Mill Lane')
  await types(visit, '[name=town]', 'Millbrook')
  await types(visit, '[name=postcode]', 'MB1 2AB')
  await saves(visit)
  await types(visit, '[name=telephone]', '01632 960 113')
  await saves(visit)
  await saves(visit)
  await chooses(visit, 'care', 2)
  await saves(visit)
  await visit.sees('right')
})

test('what is wrong is said first: the summary has the focus, and its link leads to the field', async () => {
  const site = await openSite()
  const visit = await site.open({ device: 'desktop', script: true })
  await visit.goTo('/access/sign-up')
  await visit.send({ name: '', email: 'nobody', password: 'short' }, 'Create account')
  assert.match(await visit.page.title(), /^Error: /)
  assert.match(await visit.focused(), /There is a problem/)
  await visit.page.locator('.nhsuk-error-summary a').first().focus()
  await visit.page.keyboard.press('Enter')
  assert.equal(await visit.page.evaluate('document.activeElement.name'), 'name')
  await visit.sees('Enter')
})
