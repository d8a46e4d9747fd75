import { afterEach, test } from 'node:test'
import { addDays, type PlainDate } from '../../src/kernel/days.ts'
import { openSite, type Site } from './browser.ts'
import { dayFields } from './cast.ts'
import { nothingFound } from './checker.ts'
import { sendsTwice } from './sending-twice.ts'
import type { Visit } from './visit.ts'

afterEach(nothingFound)

const phone = { device: 'phone', script: false } as const
const staff = (site: Site, name: string) => site.open({ ...phone, as: `${name}@millbrook-icb.example` })
const family = (site: Site, name: string) => site.open({ ...phone, as: `${name}@millbrook.example` })

async function placeOf(site: Site, name: string): Promise<{ at: string; today: PlainDate }> {
  const { id, today } = await site.one<{ id: string; today: PlainDate }>(
    `select id, (platform.now() at time zone 'Europe/London')::date::text as today
     from people.person where full_name = $1`,
    [name],
  )
  return { at: `/consents/${id}`, today }
}

/** A switch for each line, and the form for another body. */
async function shares(visit: Visit, at: string): Promise<void> {
  await visit.goTo(at)
  await visit.sees('Who decides', 'Able to decide?')
  await visit.follow('What is shared, and with whom')
  await sendsTwice(visit, {
    wrong: { purpose: 'joint-plan', body: 'Nowhere Council', answer: 'given' },
    says: 'Enter the name of a council',
    kept: ['body', 'Nowhere Council'],
    right: { purpose: 'research', body: 'University of Ashdale', answer: 'given' },
    button: 'Save this',
  })
  await visit.sees('this may be shared', 'University of Ashdale')
  await visit.press(/Stop sharing/)
  await visit.sees('sharing has stopped, at this moment')
}

test('a mother and a woman read who decides and switch sharing, on a phone without scripts', async () => {
  const site = await openSite()
  const amira = await family(site, 'amira.hassan')
  await shares(amira, (await placeOf(site, 'Yusuf Hassan')).at)
  const gwen = await family(site, 'gwen.tallis')
  await shares(gwen, (await placeOf(site, 'Gwen Tallis')).at)
  for (const page of ['powers', 'orders', 'never-bought']) await gwen.goTo(`/consents/${page}`)
})

/** What was found about one decision, then what is best, each sent wrong first. */
async function finds(priya: Visit, at: string, today: PlainDate): Promise<void> {
  await priya.goTo(at)
  await priya.follow('Write down what was found')
  const found = { decision: 'share-information', found: 'has-not', ...dayFields('on', today) }
  const words = { assessor: 'Rhona Kerr', because: 'He does not see what it would change.' }
  await sendsTwice(priya, {
    wrong: { ...found, ...words },
    says: 'Say what help was tried first',
    kept: ['assessor', 'Rhona Kerr'],
    right: { helpTried: 'Pictures, twice, in the morning' },
    button: 'Save what was found',
  })
  await priya.sees('No payment has changed')
  await priya.leaveTo('a[href$="/best-interests"]')
  await sendsTwice(priya, {
    wrong: { ...dayFields('on', addDays(today, -1)), asked: 'Solomon', decided: 'Only the plan' },
    says: 'cannot be before the day on which it was found',
    kept: ['decided', 'Only the plan'],
    right: dayFields('on', today),
    button: 'Save what was decided',
  })
  await priya.sees('What was decided is saved', 'Only the plan')
}

/** The paper of somebody new who acts, and the end of that. */
async function keepsPaper(priya: Visit, today: PlainDate): Promise<void> {
  await priya.follow('Keep a paper')
  await sendsTwice(priya, {
    wrong: { who: 'new', name: 'Joy Adeyemi', basis: 'deputy', ...dayFields('from', today) },
    says: 'Say where it is registered',
    kept: ['name', 'Joy Adeyemi'],
    right: {
      registered: 'Court of Protection, invented 12',
      scope: 'Money',
      ...dayFields('seenOn', today),
      seenBy: 'Priya Nair',
    },
    button: 'Keep this paper',
  })
  await priya.sees('The paper is kept', 'Joy Adeyemi')
  await priya.leaveTo('a[href*="/authority/"][href$="/ending"]')
  await sendsTwice(priya, {
    wrong: { because: '' },
    says: 'Say why it ends',
    kept: ['because', ''],
    right: { because: 'The order was replaced' },
    button: 'End it now',
  })
  await priya.sees('acts no more')
}

test('a case worker writes down capacity and powers; a leader permits; on a phone', async () => {
  const site = await openSite()
  const { at, today } = await placeOf(site, 'Solomon Adeyemi')
  const priya = await staff(site, 'priya.nair')
  for (const list of ['/consents', '/consents?show=renewals', '/consents/settings']) await priya.goTo(list)
  await finds(priya, at, today)
  await keepsPaper(priya, today)
  const tom = await staff(site, 'tom.birkett')
  await tom.goTo(`${at}/permissions`)
  await sendsTwice(tom, {
    wrong: { name: 'Orla Adeyemi', relation: 'sibling', sameHousehold: 'no', paidFor: 'care' },
    says: 'Say why it is necessary',
    kept: ['name', 'Orla Adeyemi'],
    right: { sameHousehold: 'yes', because: 'Nobody else lifts him safely', ...dayFields('from', today) },
    button: 'Permit this',
  })
  await tom.sees('The permission is saved', 'Orla Adeyemi')
  await tom.leaveTo('a[href*="/permissions/"][href$="/ending"]')
  await sendsTwice(tom, {
    wrong: { ...dayFields('lastOn', addDays(today, -9)), because: 'She moved' },
    says: 'The last day cannot be in the past',
    kept: ['because', 'She moved'],
    right: dayFields('lastOn', today),
    button: 'End this permission',
  })
  await tom.sees('has a last day now')
})

test('an administrator adds and ends a line of the board, on a phone', async () => {
  const site = await openSite()
  const { today } = await placeOf(site, 'Gwen Tallis')
  const carys = await staff(site, 'carys.lowther')
  await carys.goTo('/consents/never-bought')
  await sendsTwice(carys, {
    wrong: { says: 'Fireworks', because: 'Minute 9' },
    says: 'Enter the words to look for',
    kept: ['says', 'Fireworks'],
    right: { words: 'firework, rocket', ...dayFields('from', today) },
    button: 'Add this line',
  })
  await carys.sees('The line is added', 'firework, rocket', 'Local setting, not law')
  await carys.leaveTo('a[href^="/consents/never-bought/"][href$="/ending"]')
  await sendsTwice(carys, {
    wrong: { ...dayFields('lastOn', addDays(today, -1)), because: 'Too wide' },
    says: 'The last day cannot be in the past',
    kept: ['because', 'Too wide'],
    right: dayFields('lastOn', today),
    button: 'End this line',
  })
  await carys.sees('The line has a last day now')
})
