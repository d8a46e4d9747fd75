import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { addDays, type PlainDate, weekday } from '../../src/kernel/days.ts'
import { openSite, type Site } from './browser.ts'
import { nothingFound } from './checker.ts'

afterEach(nothingFound)

type Found = { readonly job: string; readonly reference: string; readonly monday: PlainDate }

async function joansJob(site: Site): Promise<Found> {
  const { today } = await site.one<{ today: PlainDate }>(
    `select (platform.now() at time zone 'Europe/London')::date::text as today`,
  )
  const { id, reference } = await site.one<{ id: string; reference: string }>(
    `select id, reference from employment.engagement where assistant_name = 'Joan Ellery'`,
  )
  return { job: `/employment/jobs/${id}`, reference, monday: addDays(today, 1 - weekday(today)) }
}

test('Joan fills a week in on an old phone, Gwen approves it, and payroll has it', async () => {
  const site = await openSite()
  const { job, reference, monday } = await joansJob(site)
  const joan = await site.open({ device: 'phone', script: false, as: 'joan.ellery@millbrook.example' })
  const gwen = await site.open({ device: 'phone', script: false, as: 'gwen.tallis@millbrook.example' })
  const tess = await site.open({ device: 'desktop', script: false, as: 'tess.marlow@millbrook-icb.example' })
  // A week that nobody has sent yet: seven days on, so that it is over.
  await site.goTo(addDays(monday, 7))
  await joan.goTo('/home')
  await joan.goTo('/employment/hours')
  await joan.sees('Gwen Tallis', 'Waits for approval', 'With the next payslip')
  await joan.goTo(`${job}/weeks/${monday}`)
  await joan.picture('hours-of-a-week', 900)
  await joan.follow('Copy from last week')
  await joan.sees('copy of the week before')
  await joan.send({ 'hour-1': '25', 'hour-2': '-4' }, 'Send my hours')
  await joan.sees('There is a problem', 'a day has 24 hours. You typed 25', 'hours cannot be below nought')
  assert.deepEqual(await joan.page.locator('[name="hour-1"]').inputValue(), '25', 'what was typed is kept')
  await joan.send({ 'hour-1': '6', 'hour-2': '5', 'mile-2': '12' }, 'Send my hours')
  await joan.sees(
    'Sent.',
    'Why is it pending?',
    'It waits for the employer to approve it',
    'above the 25 agreed',
  )
  const sheet = joan.at.split('?')[0] ?? ''

  await gwen.goTo(`/employment/${reference}`)
  await gwen.sees('Hours that wait for you', 'Joan Ellery')
  await gwen.goTo(sheet)
  await gwen.send({ decided: 'sent-back', because: 'Tuesday was five hours' }, 'Send the answer')
  await gwen.sees('Sent back')
  await joan.goTo(`${job}/weeks/${monday}`)
  await joan.sees('sent this week back', 'Tuesday was five hours')
  await joan.send({ 'hour-1': '5' }, 'Send my hours')
  const corrected = joan.at.split('?')[0] ?? ''
  await gwen.goTo(corrected)
  await gwen.picture('timesheet', 1400)
  await gwen.send({ decided: 'approved' }, 'Send the answer')
  await gwen.sees('Approved.', 'With the next payslip')
  await gwen.goTo(`/employment/${reference}/liabilities`)
  await gwen.sees('What would be owed if it ended today', 'Redundancy pay')
  await gwen.picture('owed-if-it-ended', 1200)
  await tess.goTo('/home')
  await tess.follow(/Payroll/)
  await tess.sees('Joan Ellery', 'given back for miles')
  const file = await tess.download('Save all hours as a file')
  assert.match(file.body, /PA-.*,Joan Ellery,.*,mile,12,0\.45,5\.40,expense/)
  await tess.goTo(`/employment/${reference}`, 404)
})

test('who employs, who works, who pays out and who watches over it read their pages on a phone', async () => {
  const site = await openSite()
  const { job, reference } = await joansJob(site)
  const at = `/employment/${reference}`
  const pages = {
    'gwen.tallis@millbrook.example': [at, `${at}/new`, `${at}/pay`, `${at}/hand-over`, job],
    'joan.ellery@millbrook.example': ['/employment/hours', '/employment/invitation', job],
    'ngozi.okafor@millbrook-icb.example': ['/employment', at, job],
    'tess.marlow@millbrook-icb.example': ['/employment/payroll'],
  }
  for (const [as, all] of Object.entries(pages)) {
    const visit = await site.open({ device: 'phone', script: false, as })
    for (const page of all) await visit.goTo(page)
  }
  const finance = await site.open({
    device: 'desktop',
    script: false,
    as: 'ngozi.okafor@millbrook-icb.example',
  })
  await finance.goTo('/employment')
  await finance.sees('Curtis Bell', 'Not signed off')
})
