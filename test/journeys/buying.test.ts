import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { openSite, type Site } from './browser.ts'
import { nothingFound } from './checker.ts'
import type { Visit } from './visit.ts'

afterEach(nothingFound)

const staff = (name: string) => `${name}@millbrook-icb.example`
const phone = { device: 'phone', script: false } as const
const desktop = { device: 'desktop', script: false } as const

const wish = { every: 'once', whatFor: 'Saturdays are his best day', payee: 'firm' }

/** The line of the plan that these words name, as the form offers it. */
async function lineOf(visit: Visit, says: RegExp): Promise<string> {
  const label = visit.page.locator('label').filter({ hasText: says }).first()
  const id = await label.getAttribute('for')
  return (await visit.page.locator(`[id="${id}"]`).getAttribute('value')) ?? ''
}

async function toTheQuestions(site: Site): Promise<Visit> {
  const amira = await site.open({ ...phone, as: 'amira.hassan@millbrook.example' })
  await amira.goTo('/home')
  await amira.follow('Can I buy this?')
  await amira.sees('Questions and answers', 'With the team')
  await amira.follow('Ask a question')
  return amira
}

test('a mother asks on a phone without scripts, and is answered at once where a rule is clear', async () => {
  const site = await openSite()
  const amira = await toTheQuestions(site)
  await amira.send({}, 'Ask')
  await amira.sees('There is a problem', 'Say what you want to buy', 'Enter what it costs')
  await amira.send({ ...wish, words: 'Beer for the men', sum: '12', plan: 'not-in-plan' }, 'Ask')
  await amira.sees('Is it one of these?', 'Alcohol')
  await amira.press('Ask')
  await amira.sees('Choose whether it is one of these')
  await amira.send({ saidToBe: 'ALCOHOL' }, 'Ask')
  await amira.sees('does not buy this: Alcohol', 'money of your own')
  await amira.follow('All questions of this budget')
  await amira.follow('Ask a question')
  const swimming = await lineOf(amira, /Swimming/)
  await amira.send({ ...wish, words: 'Swimming on Saturday', sum: '38.50', plan: swimming }, 'Ask')
  await amira.sees('Yes', 'It is in the plan: Swimming', 'This answer protects you')
  await amira.picture('can-i-buy-this-answered', 1200)
  await amira.goTo('/home')
  await amira.follow(/^Letters/)
  await amira.follow('Yes: you can buy it')
  await amira.sees('Keep this letter')
})

test('where no rule is clear a person answers, and somebody else looks at it again', async () => {
  const site = await openSite()
  const amira = await toTheQuestions(site)
  const pottery = { ...wish, words: 'Pottery on Sundays', sum: '90', plan: 'not-sure' }
  await amira.send(pottery, 'Ask')
  await amira.sees('With your team', 'You were not sure whether it is in the plan')
  const { pathname } = new URL(amira.page.url())
  const priya = await site.open({ ...desktop, as: staff('priya.nair') })
  await priya.goTo('/local-offer')
  await priya.sees('Pottery on Sundays', 'Overdue')
  await priya.picture('purchases-asked-about')
  await priya.goTo(pathname)
  await priya.send({ answer: 'no', reasons: 'It is fun, and not for health.' }, 'Answer and send')
  await priya.sees('There is a problem', 'Say what else could be done')
  await priya.send({ instead: 'The club at school is free.' }, 'Answer and send')
  await priya.sees('The answer is sent')
  await amira.goTo(pathname)
  await amira.sees('No', 'The club at school is free')
  await amira.send({ again: 'His therapist asked for clay.' }, 'Ask for it to be looked at again')
  const tom = await site.open({ ...desktop, as: staff('tom.birkett') })
  await tom.goTo(pathname)
  const yes = { answer: 'yes-if', conditions: 'Ten lessons.', reasons: 'The therapist says so.' }
  await tom.send(yes, 'Answer and send')
  await amira.goTo(pathname)
  await amira.sees('Yes, with conditions', 'Ten lessons.', 'Before: no', 'protects you')
})

test('who checks the money sees that somebody asked first, and a payment is joined on a phone', async () => {
  const site = await openSite()
  const { reference, line } = await site.one<{ reference: string; line: string }>(
    'select reference, line_id as line from bank.asked_first_shown limit 1',
  )
  const edmund = await site.open({ ...phone, as: staff('edmund.pryce') })
  await edmund.goTo(`/bank/${reference}/lines/${line}`)
  await edmund.sees('Asked first', 'This protects whoever paid', 'Up to £60.00')
  const kiln = await site.one<{ reference: string; line: string }>(
    `select l.reference, l.id as line from bank.line_shown l join people.person p on p.id = l.person_id
     where p.full_name = 'Derek Ransome' and l.amount = -21240 limit 1`,
  )
  const derek = await site.open({ ...phone, as: 'derek.ransome@millbrook.example' })
  await derek.goTo(`/bank/${kiln.reference}/lines/${kiln.line}`)
  await derek.sees('Did you ask first?', 'A new cushion', 'Answer: Yes')
  const asked = (await derek.values('askedFirst')).find(value => value !== 'none') ?? ''
  await derek.send({ askedFirst: asked }, 'Keep this')
  await derek.sees('Asked first', 'This protects whoever paid')
})

test('a family sees how long the money lasts, and finance the whole book, without scripts', async () => {
  const site = await openSite()
  const gwen = await site.open({ ...phone, as: 'gwen.tallis@millbrook.example' })
  await gwen.goTo('/home')
  await gwen.follow('Money')
  await gwen.follow('How long will the money last?')
  await gwen.sees('At this pace the money', 'How we work it out')
  await gwen.picture('forecast-of-a-family', 1600)
  const options = await gwen.page.locator('[name="line"] option').all()
  const line = (await options[1]?.getAttribute('value')) ?? ''
  await gwen.send({ line, units: '30' }, 'Show what would happen')
  await gwen.sees('Nothing has been changed', 'a week:')
  const figures = await gwen.download('Download the figures')
  assert.match(figures.body, /,known\r\n/)
  for (const how of [phone, desktop]) {
    const ngozi = await site.open({ ...how, as: staff('ngozi.okafor') })
    await ngozi.goTo('/forecasts')
    await ngozi.sees('Forecast for all budgets', 'How it was worked out')
    await ngozi.picture('forecast-of-the-book', 1800)
  }
})
