import { afterEach, test } from 'node:test'
import { openSite, type Site } from './browser.ts'
import { nothingFound } from './checker.ts'

afterEach(nothingFound)

const phone = { device: 'phone', script: false } as const
const desktop = { device: 'desktop', script: false } as const
const staff = (name: string) => `${name}@millbrook-icb.example`

const caseOf = async (site: Site, name: string): Promise<string> => {
  const found = await site.one<{ reference: string }>(
    `select r.reference from requests.request r join people.person p on p.id = r.person_id
     where p.full_name = $1 order by r.received_on desc limit 1`,
    [name],
  )
  return `/maternity/${found.reference}`
}

test('everybody compares who can give the care, on a phone and wide, without scripts', async () => {
  const site = await openSite()
  for (const how of [phone, desktop]) {
    const visitor = await site.open(how)
    await visitor.goTo('/maternity/places')
    await visitor.sees('Fern and Dale', 'Pioneer area', 'not a right', 'Dale Court')
    await visitor.follow('NHS Millbrook ICB')
    await visitor.sees('Millbrook Birth Centre', 'You pay nothing', '£3,000.00')
    await visitor.follow(/Care at the birth/)
    await visitor.follow('Nearest first')
    await visitor.sees('What is not known', 'Fern Valley Midwives')
    await visitor.picture('maternity-places', 2400)
  }
})

test('she chooses, changes her mind and notes a class of her own, on a phone without scripts', async () => {
  const site = await openSite()
  const at = await caseOf(site, 'Tamsin Orme')
  const tamsin = await site.open({ ...phone, as: 'tamsin.orme@millbrook.example' })
  await tamsin.goTo('/home')
  await tamsin.follow(/^Maternity/)
  await tamsin.sees('Say yes or no', 'Needs you')
  await tamsin.follow('Say yes or no')
  await tamsin.press('Save the answer')
  await tamsin.sees('There is a problem', 'Choose yes or no')
  await tamsin.send({ said: 'accepted' }, 'Save the answer')
  await tamsin.sees('Choose who gives each part', '£3,000.00 together')
  await tamsin.picture('maternity-budget-to-choose', 2600)
  await tamsin.follow(/^Choose\s*: care at the birth/)
  await tamsin.sees('Who can give this part', '£1,620.00')
  await tamsin.press('Save the choice')
  await tamsin.sees('There is a problem', 'Choose who gives this part')
  await tamsin.picture('maternity-choice', 3000)
  await tamsin.send({ key: 'millbrook-birth-centre', because: 'It has a pool' }, 'Save the choice')
  await tamsin.sees('to be confirmed', 'Millbrook Birth Centre')
  await tamsin.follow(/^Change\s*: care at the birth/)
  await tamsin.send({ key: 'ashdale-hospital' }, 'Save the choice')
  await tamsin.sees('Ashdale Hospital', 'Every choice so far')
  await tamsin.follow('Note something private')
  await tamsin.send({ says: 'A class', amount: '60' }, 'Save')
  await tamsin.sees('Beside the budget', '£60.00', 'It is not paid out')
  const bronwen = await site.open({ ...desktop, as: staff('bronwen.idris') })
  await bronwen.goTo('/maternity')
  await bronwen.sees('Tamsin Orme', 'Needs you', 'Offers made')
  await bronwen.picture('maternity-list')
  await bronwen.goTo(at)
  await bronwen.follow(/^Confirm\s*: care at the birth/)
  await bronwen.sees('£1,620.00 aside')
  await bronwen.press('Confirm it')
  await bronwen.sees('The choice is confirmed')
  await bronwen.picture('maternity-budget-of-staff', 2400)
  await tamsin.goTo('/notices')
  await tamsin.follow(/Ashdale Hospital/)
  await tamsin.sees('What you pay', 'Nothing', 'You can change your mind')
})

test('after a loss the page asks nothing; what a board says for itself is set by its leads', async () => {
  const site = await openSite()
  const roza = await site.open({ ...phone, as: 'roza.haddon@millbrook.example' })
  await roza.goTo(await caseOf(site, 'Roza Haddon'))
  await roza.sees('We are sorry', 'You do not have to do anything')
  await roza.picture('maternity-closed')
  for (const how of [phone, desktop]) {
    const helen = await site.open({ ...how, as: staff('helen.ashworth') })
    await helen.goTo('/maternity/terms')
    await helen.sees('Our maternity offer', 'minute 9')
    for (const [link, button] of [
      ['Say whom we offer it', 'Choose whom you offer it'],
      ['Set what a part is worth', 'Choose the part of the care'],
      ['Write down a contract', 'Enter the name'],
    ] as const) {
      await helen.follow(link)
      await helen.press('Save')
      await helen.sees(button)
      await helen.goTo('/maternity/terms')
    }
    await helen.picture('maternity-terms', 2400)
  }
})
