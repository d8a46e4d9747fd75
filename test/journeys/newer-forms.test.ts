import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { addDays, type PlainDate } from '../../src/kernel/days.ts'
import { openSite, type Site } from './browser.ts'
import { dayFields } from './cast.ts'
import { nothingFound } from './checker.ts'
import { sendsTwice } from './sending-twice.ts'
import type { Visit } from './visit.ts'

afterEach(nothingFound)

const staff = (site: Site, name: string) =>
  site.open({ device: 'phone', script: false, as: `${name}@millbrook-icb.example` })

async function caseOf(site: Site, name: string): Promise<{ reference: string; today: PlainDate }> {
  return site.one(
    `select r.reference, (platform.now() at time zone 'Europe/London')::date::text as today
     from requests.request r join people.person p on p.id = r.person_id
     where p.full_name = $1 order by r.received_on desc limit 1`,
    [name],
  )
}

/** Offered in the clinic to a woman who has not asked. */
async function offers(priya: Visit, today: PlainDate): Promise<void> {
  await priya.goTo('/maternity/new?find=Nora%20Beckwith')
  const [person = assert.fail('nobody is found')] = await priya.values('person')
  await sendsTwice(priya, {
    wrong: { person, 'dueOn-day': '31', 'dueOn-month': '2', 'dueOn-year': today.slice(0, 4), fits: 'Ours' },
    says: 'The due date',
    kept: ['fits', 'Ours'],
    right: dayFields('dueOn', addDays(today, 120)),
    button: 'Offer it',
  })
  await priya.sees('Maternity', 'Nora Beckwith')
}

/** Her answer and her choice, read back to her; the care given elsewhere; the budget closed. */
async function looksAfter(bronwen: Visit, at: string, today: PlainDate): Promise<void> {
  await bronwen.goTo(`${at}/answer`)
  await sendsTwice(bronwen, {
    wrong: { words: 'She asked her sister.' },
    says: 'Choose yes or no',
    kept: ['words', 'She asked her sister.'],
    right: { said: 'accepted' },
    button: 'Save the answer',
  })
  await bronwen.goTo(`${at}/stages/antenatal/choices`)
  await sendsTwice(bronwen, {
    wrong: { because: 'It is near.' },
    says: 'Choose who gives this part',
    kept: ['because', 'It is near.'],
    right: { key: 'millbrook-birth-centre', readBack: 'yes' },
    button: 'Save the choice',
  })
  await bronwen.goTo(`${at}/stages/antenatal/care`)
  await sendsTwice(bronwen, {
    wrong: { ...dayFields('on', today), how: 'emergency', words: 'At night.' },
    says: 'Say who gave the care',
    kept: ['words', 'At night.'],
    right: { provider: 'St Bride’s Hospital' },
    button: 'Save',
  })
  await bronwen.sees('St Bride’s Hospital')
  await bronwen.goTo(`${at}/ending`)
  await sendsTwice(bronwen, {
    wrong: { what: 'moved-away', words: 'To her mother.', ...dayFields('on', today) },
    says: 'body',
    kept: ['words', 'To her mother.'],
    right: { toBody: 'NHS Ashdale ICB' },
    button: 'Close it',
  })
}

test('a clinic offers, reads back, notes care and closes a maternity budget, on a phone', async () => {
  const site = await openSite()
  const { reference, today } = await caseOf(site, 'Tamsin Orme')
  const bronwen = await staff(site, 'bronwen.idris')
  await offers(await staff(site, 'priya.nair'), today)
  await looksAfter(bronwen, `/maternity/${reference}`, today)
})

test('a leader asks what would change, sees it and the list, on a phone', async () => {
  const site = await openSite()
  const { today } = await caseOf(site, 'Tamsin Orme')
  const tom = await staff(site, 'tom.birkett')
  for (const [kind, says] of [
    ['ends', 'Choose the rule that would end'],
    ['figure', 'Enter what the figure would be'],
  ] as const) {
    await tom.goTo(`/examinations/new?kind=${kind}`)
    await tom.send({ because: 'For the board' }, 'Work it out')
    await tom.sees('There is a problem', says)
    await tom.stillHolds('because', 'For the board')
  }
  await tom.goTo('/examinations')
  await tom.follow('Ask what would change')
  await sendsTwice(tom, {
    wrong: { because: 'For the board' },
    says: 'Choose the group',
    kept: ['because', 'For the board'],
    right: { group: 'maternity', right: 'right-to-have', ...dayFields('on', today) },
    button: 'Work it out',
  })
  await tom.sees('How it was worked out', 'For the board')
  await tom.goTo('/examinations')
  await tom.sees('Tom Birkett')
})

test('a head of service reads which bodies follow others, and figures of a day, on a phone', async () => {
  const site = await openSite()
  const helen = await staff(site, 'helen.ashworth')
  await helen.goTo('/succession')
  await helen.goTo('/succession/figures')
  const wrong = { 'day-day': '31', 'day-month': '2', 'day-year': '2026' }
  await sendsTwice(helen, {
    wrong,
    says: 'The day',
    kept: ['day-day', '31'],
    right: dayFields('day', '2026-03-02'),
    button: 'Show the figures',
  })
  await helen.sees('Monday 2 March 2026')
})

test('a family reads all that pays for a plan, and staff say who leads, on a phone', async () => {
  const site = await openSite()
  const { reference, today } = await caseOf(site, 'Yusuf Hassan')
  const amira = await site.open({ device: 'phone', script: false, as: 'amira.hassan@millbrook.example' })
  await amira.goTo(`/funding/${reference}/resources`)
  await amira.sees('Statement of resources', 'What the person pays')
  const priya = await staff(site, 'priya.nair')
  await priya.goTo(`/funding/${reference}/resources`)
  await priya.follow('Say who leads, and how the money is held')
  const lead = (await priya.page.locator('select[name=lead] option').nth(1).getAttribute('value')) ?? ''
  await sendsTwice(priya, {
    wrong: { way: 'pooled', lead, because: 'Minute 5', ...dayFields('from', today) },
    says: 'Enter what the bodies call the agreement',
    kept: ['because', 'Minute 5'],
    right: { under: 'Fern Vale pooled fund' },
    button: 'Write it down',
  })
  await priya.sees('Fern Vale pooled fund', 'leads, from')
})
