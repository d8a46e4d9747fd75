import { test } from 'node:test'
import { addDays, type PlainDate } from '../../src/kernel/days.ts'
import { openSite, type Site } from './browser.ts'
import { dayFields } from './cast.ts'
import { nothingFound } from './checker.ts'
import type { Visit } from './visit.ts'

const planOf = async (site: Site, name: string): Promise<string> => {
  const { reference } = await site.one<{ reference: string }>(
    `select e.reference from ehc.plan_shown e join people.person_shown p on p.id = e.person_id
     where p.full_name = $1`,
    [name],
  )
  return `/ehc/${reference}`
}

/** The SEND officer sees what is late, notes a pause that cannot count, and sends the draft. */
async function officerWorks(sian: Visit, today: PlainDate): Promise<void> {
  await sian.goTo('/ehc?show=late')
  await sian.sees('Idris Pell', 'Late')
  await sian.follow('Idris Pell')
  await sian.sees('An absence has to last at least four weeks', 'With the pause')
  await sian.follow('Note a pause')
  const pause = {
    ground: 'missed-appointment',
    ...dayFields('from', addDays(today, -3)),
    ...dayFields('until', addDays(today, -4)),
    accepted: 'yes',
    who: 'Sian Prosser',
    words: 'The psychologist was ill',
  }
  await sian.send(pause, 'Save the pause')
  await sian.sees('There is a problem', 'before its first day')
  await sian.send(dayFields('until', addDays(today, -2)), 'Save the pause')
  await sian.sees('The pause is saved', 'The psychologist was ill')
  await sian.follow('Write a line of section J')
  const line = { strand: 'education', says: 'Reading tutor', yearly: '936', where: 'nowhere' }
  await sian.send({ ...line, paymentAsked: 'yes', usedThere: 'no' }, 'Save the line')
  await sian.sees('The line is saved', '£936.00')
  await sian.follow('Send the draft plan')
  await sian.send({}, 'Save')
  await sian.sees('The draft is with the family', 'Draft plan')
}

/** The mother reads the draft, says what she thinks and asks for a personal budget. */
async function motherAnswers(mother: Visit, at: string): Promise<void> {
  await mother.goTo('/ehc')
  await mother.sees('Plans that you may see', 'Oluwaseun Adebayo')
  await mother.goTo(at)
  await mother.sees('Needs you', 'Section J', 'one price for many children', 'Reviews, side by side')
  await mother.follow('Say what you think of the draft')
  await mother.send({ words: '' }, 'Send it to the council')
  await mother.sees('There is a problem', 'Say what you think')
  await mother.send({ words: 'Percy is missing in it' }, 'Send it to the council')
  await mother.sees('The council has what you said', 'Percy is missing in it')
}

/** The NHS sees its own lines, decides one of them with reasons, and knows the others in all only. */
async function healthDecides(bronwen: Visit, at: string): Promise<void> {
  await bronwen.goTo(at)
  await bronwen.sees('Assistant on the bus', 'Its lines are seen by the body that pays them')
  await bronwen.doesNotSee('Talker lessons')
  await bronwen.follow(/Decide.*Assistant on the bus/)
  await bronwen.send({ answer: 'direct-payment', because: '' }, 'Save the decision')
  await bronwen.sees('There is a problem', 'Write down the reasons')
  await bronwen.send({ because: 'He needs the same person' }, 'Save the decision')
  await bronwen.sees('the letter is sent', 'He needs the same person')
}

test('parent, SEND officer and NHS each do their part of an EHC plan, on a phone, no script', async () => {
  const site = await openSite()
  const [seun, yusuf] = [await planOf(site, 'Oluwaseun Adebayo'), await planOf(site, 'Yusuf Hassan')]
  const { today } = await site.one<{ today: PlainDate }>(
    `select (platform.now() at time zone 'Europe/London')::date::text as today`,
  )
  const open = (who: string, at: string) =>
    site.open({ device: 'phone', script: false, as: `${who}@${at}.example` })
  const sian = await open('sian.prosser', 'millbrook-icb')
  await officerWorks(sian, today)
  await sian.goTo(yusuf)
  await sian.sees(
    'Plan in force',
    'Social care direct payment',
    'Its lines are seen by the body that pays them',
  )
  const mother = await open('bisi.adebayo', 'millbrook')
  await motherAnswers(mother, seun)
  const bronwen = await open('bronwen.idris', 'millbrook-icb')
  await healthDecides(bronwen, seun)
  nothingFound()
})
