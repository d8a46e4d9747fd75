import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { addDays, type PlainDate } from '../../src/kernel/days.ts'
import { typedDay } from '../../src/platform/forms.ts'
import { openSite, type Site } from './browser.ts'
import { nothingFound } from './checker.ts'
import type { Visit } from './visit.ts'

afterEach(nothingFound)

const staff = (name: string) => `${name}@millbrook-icb.example`
const phone = { device: 'phone', script: false } as const
const desktop = { device: 'desktop', script: false } as const

const dayOf = (name: string, day: PlainDate) => typedDay(name, day) as Record<string, string>

async function todayOf(site: Site): Promise<PlainDate> {
  const { today } = await site.one<{ today: PlainDate }>(
    `select (platform.now() at time zone 'Europe/London')::date::text as today`,
  )
  return today
}

async function budgetOf(site: Site, name: string): Promise<string> {
  const { reference } = await site.one<{ reference: string }>(
    `select r.reference from requests.request_shown r join people.person p on p.id = r.person_id
     where p.full_name = $1`,
    [name],
  )
  return `/wheelchairs/${reference}`
}

const assessment = (today: PlainDate, more: Record<string, string> = {}) => ({
  standing: 'referred-and-eligible',
  ...dayOf('assessedOn', today),
  assessor: 'Rhona Kerr',
  need: 'high',
  chair: 'Tilting chair',
  value: '2400',
  repairYearly: '120',
  ...more,
})

/** Opens a form, sends it empty or half, is told at the field what is missing, then sends it whole. */
async function fills(visit: Visit, link: RegExp, [half, says, whole, button]: Filling): Promise<void> {
  await visit.follow(link)
  await visit.send(half, button)
  await visit.sees('There is a problem', says)
  await visit.send(whole, button)
}
type Answers = Record<string, string>
type Filling = readonly [half: Answers, says: string, whole: Answers, button: string]

test('a girl’s chair, on phones without scripts: chosen, promised, agreed, handed over, billed', async () => {
  const site = await openSite()
  const [at, today] = [await budgetOf(site, 'Tilly Marsden'), await todayOf(site)]
  const priya = await site.open({ ...phone, as: staff('priya.nair') })
  const tom = await site.open({ ...phone, as: staff('tom.birkett') })
  const hanna = await site.open({ ...phone, as: 'hanna.marsden@millbrook.example' })
  await hanna.goTo('/home')
  await hanna.follow('Wheelchair')
  await hanna.sees('Quotes are in', 'Growing chair, red frame')
  await priya.goTo('/wheelchairs')
  await priya.leaveTo(`a[href="${at}"]`)
  const seat = { kind: 'chair', supplier: 'Wharfside Mobility', says: 'Low chair', net: '2900', vat: '0' }
  const until = dayOf('validUntil', addDays(today, 60))
  const quoted = { ...seat, ...until, total: '2900' }
  await fills(priya, /^Note a quote/, [{ ...quoted, total: '2901' }, 'must add up', quoted, 'Save the quote'])
  await priya.sees('The quote is saved')
  const because = { way: 'third-party', because: 'She can push it herself.' }
  const chosen = { ...because, quote: '2' }
  const half = { ...because, quote: '' }
  await fills(priya, /what they chose/, [half, 'Choose the quote', chosen, 'Save the choice'])
  const promise = { giver: 'charity', who: 'Kiln End Lions', amount: '300' }
  const short = { giver: 'charity', who: '', amount: '300' }
  await fills(priya, /who pays the rest/, [short, 'Enter the name', promise, 'Save the promise'])
  await tom.goTo(at)
  await tom.follow('Agree the budget')
  await tom.press('Agree it for the NHS')
  await tom.sees('There is a problem', 'does not come to what is to be paid')
  await priya.follow(/who pays the rest/)
  await priya.send({ giver: 'person', who: 'Hanna Marsden', amount: '200' }, 'Save the promise')
  await tom.press('Agree it for the NHS')
  await tom.sees('The budget is agreed', 'Straight to the supplier', 'passes it on to the supplier')

  await hanna.goTo('/home')
  await hanna.sees('Low chair. It is agreed')
  await hanna.follow(/^Letters/)
  await hanna.follow('Your wheelchair budget is agreed')
  await hanna.sees('Agreed by', 'Tom Birkett', 'Who repairs it', 'Ombudsman')
  await hanna.picture('wheelchair-letter', 1600)

  await priya.goTo(at)
  await priya.follow('Note that it came from Kiln End Lions')
  const came = dayOf('on', today)
  await priya.send({ 'on-day': '', 'on-month': '', 'on-year': '' }, 'Save')
  await priya.sees('Enter the day it came')
  await priya.send(came, 'Save')
  await priya.follow('Note that it came from Hanna Marsden')
  await priya.send(came, 'Save')
  const chair = { ...dayOf('on', today), serial: 'WM-30001', gs1: '4006381333931' }
  const wrong = { ...chair, gs1: '4006381333932' }
  await fills(priya, /^Hand the chair over/, [wrong, 'checks the others', chair, 'Save the handover'])
  const bill = { supplier: 'Wharfside Mobility', theirs: 'WM-9', ...dayOf('datedOn', today), total: '2900' }
  const dearer = { ...bill, total: '2950' }
  await fills(priya, /supplier’s invoice/, [dearer, 'does not come to the quote', bill, 'Save the invoice'])
  await priya.sees('The invoice is saved', 'You pay the supplier', '£200.00', 'next payment run')
  await priya.picture('wheelchair-budget', 2400)
  await priya.follow('Every pound of this budget')
  await priya.sees('Set aside, not yet paid')
  const ngozi = await site.open({ ...desktop, as: staff('ngozi.okafor') })
  await ngozi.goTo('/payments')
  await ngozi.sees('Wharfside Mobility')
})

test('a repair, a new look and a chair handed back, on phones without scripts', async () => {
  const site = await openSite()
  const [at, today] = [await budgetOf(site, 'Amir Lowen'), await todayOf(site)]
  const amir = await site.open({ ...phone, as: 'amir.lowen@millbrook.example' })
  const priya = await site.open({ ...phone, as: staff('priya.nair') })
  const tom = await site.open({ ...phone, as: staff('tom.birkett') })
  await amir.goTo('/home')
  await amir.sees('Carbon active chair, 9 kg. You have your chair', 'left for repairs')
  await amir.follow('Wheelchair')
  const words = { words: 'The brake does not hold.' }
  await fills(amir, /^Ask for a repair/, [{}, 'Say what is wrong', words, 'Ask for the repair'])
  await amir.sees('We have your question about a repair', 'The brake does not hold.', 'Not yet')
  await priya.goTo(at)
  const repaired = { ...dayOf('on', today), says: 'New brake', part: 'basic', cost: '400' }
  const by = { supplier: 'Wharf Cycles', theirs: 'WC-131' }
  const done = /The brake does not hold/
  await fills(priya, done, [repaired, 'Enter who did the repair', by, 'Save the repair'])
  await priya.sees('NHS £382.00, you £18.00', '£0.00 of £420.00')
  const grown = { why: 'clinical-need-changed', words: 'I cannot sit up in the evening.' }
  await fills(amir, /^Ask for a new look/, [{}, 'Choose what has changed', grown, 'Ask for a new look'])
  await amir.sees('A new look was asked for')
  await priya.goTo(at)
  const found = assessment(today, { standing: 'clinical-need-changed', repairYearly: '' })
  const none = { ...found, chair: '' }
  await fills(priya, /^Write down an assessment/, [
    none,
    'Say which chair would meet the need',
    found,
    'Save the assessment',
  ])
  await priya.follow(/what they chose/)
  await priya.send({ way: 'notional', quote: '', because: 'It holds me.' }, 'Save the choice')
  await tom.goTo(at)
  await tom.follow('Agree the budget')
  await tom.press('Agree it for the NHS')
  await priya.goTo(at)
  await priya.follow(/^Hand the chair over/)
  await priya.send({ ...dayOf('on', today), serial: 'NHS-70001' }, 'Save the handover')
  const back = { ...dayOf('on', today), because: 'He has gone to live elsewhere.' }
  await fills(priya, /was handed back/, [{ because: '' }, 'Say why', back, 'Save'])
  await priya.sees('It is noted that the chair was handed back')
  await amir.goTo('/home')
  await amir.follow(/^Letters/)
  await amir.follow('You have your wheelchair. Keep this letter')
  await amir.sees('NHS-70001', 'If it breaks', 'we collect it')
})

test('no right now: assessed on a phone, and told in a letter with reasons', async () => {
  const site = await openSite()
  const [at, today] = [await budgetOf(site, 'Nora Beckwith'), await todayOf(site)]
  const priya = await site.open({ ...phone, as: staff('priya.nair') })
  await priya.goTo(at)
  const none = { standing: 'not-eligible-for-the-service', chair: '', value: '', repairYearly: '' }
  const found = assessment(today, none)
  await fills(priya, /^Write down an assessment/, [
    { ...found, value: '900' },
    'gives no budget',
    { value: '' },
    'Save the assessment',
  ])
  await priya.sees('No right to a budget now')
  const nora = await site.open({ ...phone, as: 'nora.beckwith@millbrook.example' })
  await nora.goTo('/home')
  await nora.follow(/^Letters/)
  await nora.follow('There is no right to a wheelchair budget now')
  await nora.sees('Rhona Kerr', 'Priya Nair', 'looks at it again')
})

test('without a mouse: the way to a repair, and the list of who waits on a wide screen', async () => {
  const site = await openSite()
  const amir = await site.open({ device: 'desktop', script: true, as: 'amir.lowen@millbrook.example' })
  await amir.goTo(`${await budgetOf(site, 'Amir Lowen')}/repairs`)
  await amir.page.locator('[name=words]').focus()
  await amir.page.keyboard.type('A spoke is loose.')
  await amir.page.keyboard.press('Tab')
  assert.match(await amir.focused(), /Ask for the repair/)
  await Promise.all([amir.page.waitForEvent('framenavigated'), amir.page.keyboard.press('Enter')])
  await amir.arrived()
  await amir.sees('We have your question about a repair')
  const priya = await site.open({ ...desktop, as: staff('priya.nair') })
  for (const show of ['', '?show=chairs', '?show=all']) await priya.goTo(`/wheelchairs${show}`)
  await priya.picture('wheelchairs')
  await priya.goTo(await budgetOf(site, 'Ines Calderbank'))
  await priya.picture('wheelchair-budget', 1500)
  await priya.goTo('/wheelchairs/settings')
  await priya.sees('Before a wheelchair budget ends we write so long before')
})
