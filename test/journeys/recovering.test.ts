import { test } from 'node:test'
import { addDays, type PlainDate } from '../../src/kernel/days.ts'
import { openSite, type Site } from './browser.ts'
import { dayFields } from './cast.ts'
import { nothingFound } from './checker.ts'
import type { Visit } from './visit.ts'

const referenceOf = async (site: Site, name: string): Promise<string> =>
  (
    await site.one<{ reference: string }>(
      `select r.reference from requests.request_shown r join people.person_shown p on p.id = r.person_id
       where p.full_name = $1`,
      [name],
    )
  ).reference

const daysOf = async (site: Site): Promise<PlainDate> =>
  (
    await site.one<{ today: PlainDate }>(
      `select (platform.now() at time zone 'Europe/London')::date::text as today`,
    )
  ).today

const staff = (name: string) => `${name}@millbrook-icb.example`

/** What the service knows to be owed to assistants stands there; Gwen has said what of it is settled. */
const agreedWithGwen = {
  'owed-wages': '0',
  'why-wages': 'Paid on Friday',
  'owed-tax': '0',
  'why-tax': 'Paid by the payroll firm',
  'owed-leave': '40',
  'why-leave': 'Joan, three days',
  'owed-notice-pay': '0',
  'why-notice-pay': 'Both jobs go on',
  'owed-redundancy': '0',
  'why-redundancy': 'Both jobs go on',
}

/** Priya finds what is left over, protects what is owed, and proposes to ask for a part of it. */
async function proposes(priya: Visit, at: string): Promise<void> {
  await priya.goTo(at)
  await priya.sees('What we protected, and why')
  await priya.follow('Propose to ask for money back')
  await priya.send(agreedWithGwen, 'Work it out with these')
  await priya.sees('Nothing has been saved yet', 'Joan, three days')
  await priya.send({ amount: '', because: '' }, 'Propose it')
  await priya.sees('There is a problem', 'Enter how much should be paid back', 'Joan, three days')
  const asked = {
    ground: 'circumstances-changed-substantially',
    because: 'Your brother moved in.',
    amount: '25',
  }
  await priya.send(asked, 'Propose it')
  await priya.sees('Nothing has been sent and nothing moves')
}

/** Gwen reads what was found and protected, and objects in her own words. */
async function objects(gwen: Visit, at: string): Promise<void> {
  await gwen.goTo('/home')
  await gwen.follow('Read why money is asked back')
  await gwen.sees(
    'We propose that £25.00 is paid back',
    'Nothing moves until',
    'Joan, three days',
    'Repay by',
  )
  await gwen.picture('recovery-proposal', 1900)
  await gwen.follow('Object to this')
  await gwen.send({ words: '' }, 'Send')
  await gwen.sees('Say what you think is wrong')
  await gwen.attach('file', { name: 'bill.txt', kind: 'text/plain', body: 'Alun: 20 pounds for the ramp' })
  await gwen.send({ words: 'The ramp is not paid yet. That is £20.' }, 'Send')
  await gwen.sees('nothing moves', 'The ramp is not paid yet')
  await gwen.goTo(at)
  await gwen.sees('Objected to')
}

for (const how of [
  { device: 'desktop', script: true },
  { device: 'phone', script: false },
] as const)
  test(`money is asked back, objected to, made less, and moves on its day (${how.device})`, async () => {
    const site = await openSite()
    const reference = await referenceOf(site, 'Gwen Tallis')
    const at = `/recoveries/${reference}`
    const open = (as: string) => site.open({ ...how, as })
    const [priya, tom, helen] = [
      await open(staff('priya.nair')),
      await open(staff('tom.birkett')),
      await open(staff('helen.ashworth')),
    ]
    const [ngozi, gwen] = [await open(staff('ngozi.okafor')), await open('gwen.tallis@millbrook.example')]
    await proposes(priya, at)
    await tom.goTo(`${at}/1`)
    await tom.press('Agree and send the letter')
    await tom.sees('Nothing moves until')
    await objects(gwen, at)
    await helen.goTo('/recoveries')
    await helen.sees('Gwen Tallis', 'Margit Sørensen', 'Answer by')
    await helen.goTo(`${at}/1`)
    await helen.follow('Look at it again and answer')
    await helen.sees('The ramp is not paid yet')
    const less = {
      outcome: 'less',
      amount: '5',
      'owed-other-bill': '20',
      because: 'The ramp was not counted.',
    }
    await helen.send(less, 'Answer and send the letter')
    await gwen.goTo(`${at}/1`)
    await gwen.sees('We looked again, and ask for £5.00', 'The ramp was not counted.', 'Helen Ashworth')
    const today = await daysOf(site)
    await site.goTo(addDays(today, 30))
    await site.letTimeDoItsWork()
    await ngozi.goTo('/home')
    await ngozi.sees('Money asked back')
    await ngozi.goTo(`${at}/1`)
    const back = {
      repaidAmount: '5',
      repaidHow: 'bank-transfer',
      ...dayFields('repaidOn', addDays(today, 30)),
    }
    await ngozi.send(back, 'Note it')
    await ngozi.sees('£5.00 is paid back')
    await ngozi.goTo('/recoveries/settings')
    await ngozi.sees('no NHS rule', 'Finance committee', 'Helen Ashworth')
    nothingFound()
  })

for (const how of [
  { device: 'desktop', script: true },
  { device: 'phone', script: false },
] as const)
  test(`the end of a budget is safe: one list says what is in the way (${how.device})`, async () => {
    const site = await openSite()
    const reference = await referenceOf(site, 'Gordon Sykes')
    const at = `/reviews/${reference}/closing`
    const tom = await site.open({ ...how, as: staff('tom.birkett') })
    const gordon = await site.open({ ...how, as: 'gordon.sykes@millbrook.example' })
    const today = await daysOf(site)
    await tom.goTo(`/reviews/${reference}`)
    await tom.follow('What has to be settled at the end')
    await tom.sees('Still in the way', 'Last bills: Nobody has taken it on yet.', 'Papers kept')
    await tom.picture('a-safe-end', 1900)
    await tom.press('Close the case')
    await tom.sees('It cannot be closed while something is open')
    await tom.goTo(`${at}/last-bills`)
    await tom.send({ what: 'to-do', who: '' }, 'Note it')
    await tom.sees('Enter who does it', 'Enter by when')
    const toDo = { what: 'to-do', who: 'Marek', owed: '45', ...dayFields('by', addDays(today, 7)) }
    await tom.send(toDo, 'Note it')
    await tom.sees('£45.00 is owed')
    await gordon.goTo(at)
    await gordon.follow('Direct debits and standing orders ended')
    await gordon.send({ what: 'settled', evidence: 'I ended them with the bank on Monday.' }, 'Note it')
    await gordon.sees('I ended them with the bank on Monday.')
    nothingFound()
  })
