import { afterEach, test } from 'node:test'
import { openSite } from './browser.ts'
import { nothingFound } from './checker.ts'

afterEach(nothingFound)

const staff = (name: string) => `${name}@millbrook-icb.example`
const phone = { device: 'phone', script: false } as const
const desktop = { device: 'desktop', script: false } as const

test('a mother complains on a phone, staff look into it and answer, and a lesson is published', async () => {
  const site = await openSite()
  const { reference } = await site.one<{ reference: string }>(
    `select c.reference from complaints.complaint c join people.person p on p.id = c.person_id
     where p.full_name = 'Yusuf Hassan'`,
  )
  const at = `/complaints/${reference}`
  const amira = await site.open({ ...phone, as: 'amira.hassan@millbrook.example' })
  await amira.goTo('/home')
  await amira.follow('If something is wrong')
  await amira.sees('never changes your care', 'Complaint 1')
  await amira.follow('Ask us to look again')
  await amira.sees('Who will look', 'Last day to ask')
  await amira.goTo(`${at}/new`)
  await amira.send({ words: 'A man came whom we did not know.' }, 'Send the complaint')
  await amira.sees('There is a problem', 'Choose whom it is about', 'Say what should be put right')
  const day = { 'happenedOn-day': '1', 'happenedOn-month': '11', 'happenedOn-year': '2026' }
  await amira.send({ about: 'nhs', wants: 'Tell me who comes.', ...day }, 'Send the complaint')
  await amira.sees('We have your complaint', 'Complaint 2')
  const helen = await site.open({ ...desktop, as: staff('helen.ashworth') })
  await helen.goTo('/complaints')
  await helen.sees('Yusuf Hassan', 'To be acknowledged')
  await helen.goTo(`${at}/2`)
  await helen.follow('Tell them that it arrived')
  await helen.press('Send the letter')
  await helen.sees('The letter is sent')
  await helen.follow('Note how it is looked into')
  const handler = (await helen.page.locator('[name="handler"] option').nth(1).getAttribute('value')) ?? ''
  const by = { 'answerBy-day': '1', 'answerBy-month': '3', 'answerBy-year': '2027' }
  const plan = {
    points: 'Somebody unknown came',
    how: 'We ask the agency.',
    handler,
    lead: 'nhs',
    agreed: 'agreed',
  }
  await helen.send({ ...plan, ...by }, 'Save what was agreed')
  await helen.sees('Being looked into')
  await helen.follow(/^Answer it$/)
  await helen.send({ 'outcome-1': 'upheld', 'reasons-1': 'Nobody told you.' }, 'Sign and send the answer')
  await helen.sees('signed and sent')
  await amira.goTo(`${at}/2`)
  await amira.sees(
    'Upheld: you are right',
    'Helen Ashworth',
    'the Parliamentary and Health Service Ombudsman',
  )
  await helen.goTo(`${at}/lessons`)
  const lesson = { learntFrom: 'answer', complaint: '2', owner: 'The head of service' }
  const said = { says: 'A family was not told who comes.', changed: 'The rota is sent on Fridays.' }
  await helen.send({ ...lesson, ...said }, 'Save the lesson')
  const tom = await site.open({ ...phone, as: staff('tom.birkett') })
  await tom.goTo(`${at}/lessons/1`)
  await tom.press('Publish it for everybody')
  await tom.sees('It is published')
  const nobody = await site.open(phone)
  await nobody.goTo('/complaints/learnt')
  await nobody.sees(
    'A family was not told who comes.',
    'The rota is sent on Fridays.',
    'Complaints by quarter',
  )
  await nobody.doesNotSee('Hassan')
})

test('every list and page of complaints is read at 320 points and wide', async () => {
  const site = await openSite()
  const { reference } = await site.one<{ reference: string }>(
    `select c.reference from complaints.complaint c join people.person p on p.id = c.person_id
     where p.full_name = 'Gwen Tallis'`,
  )
  const at = `/complaints/${reference}`
  const pages = [
    '',
    '/1',
    '/new',
    '/look-again',
    '/look-again/new',
    '/look-again/1/answer',
    '/chc',
    '/chc/steps',
  ]
  const more = ['/lessons', '/lessons/1', '/1/concerns', '/1/promises/2', '/1/ombudsman', '/1/evidence']
  for (const how of [phone, desktop]) {
    const tom = await site.open({ ...how, as: staff('tom.birkett') })
    for (const show of ['', '?show=mine', '?show=overdue', '?show=over', '?show=again'])
      await tom.goTo(`/complaints${show}`)
    for (const page of [...pages, ...more]) await tom.goTo(`${at}${page}`)
  }
})
