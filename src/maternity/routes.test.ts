import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  appOn,
  doAs,
  doingIt,
  type Form,
  signedIn,
  someone,
  tryAs,
  type Visitor,
} from '../../test/harness.ts'
import { type MillbrookAsks, millbrookAsks } from '../../test/requests.ts'
import { letSee, roles } from '../access/public.ts'
import type { App } from '../app.ts'
import { addDays, type PlainDate } from '../kernel/days.ts'
import { newId, type Reference } from '../kernel/ids.ts'
import { pence } from '../kernel/money.ts'
import { typedDay } from '../platform/forms.ts'
import { aDecision, aRequest } from '../requests/examples.ts'
import { take } from '../requests/public.ts'
import { maternityStages } from '../rights/public.ts'
import { setContract, setPrice } from './actions/terms.ts'
import { aPlace, taken } from './examples.ts'
import { budgetOf } from './queries/budgets.ts'

let place: MillbrookAsks
let app: App
let gwen: Visitor
let priya: Visitor
let helen: Visitor
let reference: Reference
let at = ''
let today: PlainDate

before(async () => {
  place = await millbrookAsks()
  const { database, icb: organisation } = place
  app = await appOn(database)
  const lead = await someone(database, { name: 'Helen Ashworth', role: 'head-of-service', organisation })
  today = await doingIt(database, async doing => doing.today)
  const from = addDays(today, -100)
  await doAs(database, lead, async doing => {
    for (const stage of maternityStages) {
      const amount = taken.prices?.[stage] ?? pence(1n)
      await setPrice(doing, { organisation, stage, from, amount, because: 'Minute 9' })
      for (const [key, provider] of [
        ['millbrook-birth-centre', 'Millbrook Birth Centre'],
        ['ashdale-hospital', 'Ashdale Hospital'],
      ] as const)
        await setContract(doing, { ...aPlace({ key, provider, stage }), from, organisation })
    }
  })
  helen = await signedIn(app, lead)
  gwen = await signedIn(app, place.person)
  priya = await signedIn(app, place.priya)
  const parts = [{ says: 'Maternity care', askedWay: 'notional' as const }]
  const asked = { organisation, person: place.gwen, pathway: 'maternity', parts }
  reference = (await doAs(database, place.person, doing => aRequest(doing, asked))).reference
  at = `/maternity/${reference}`
})

const holds = (html: string, ...parts: readonly (string | RegExp)[]): void => {
  for (const part of parts)
    assert.ok(typeof part === 'string' ? html.includes(part) : part.test(html), `${part}: ${html}`)
}
const dayOf = (name: string, day: PlainDate) => typedDay(name, day) as Form
const goes = async (visitor: Visitor, step: string, form: Form) => {
  const sent = await visitor.post(`${at}/${step}`, form)
  assert.equal(sent.status, 303, sent.html)
  return visitor.get(sent.to ?? '')
}
const birth = 'stages/intrapartum/choices'
const offer = () => ({ ...dayOf('dueOn', addDays(today, 90)), ...dayOf('offeredOn', today) })

test('nothing is offered before the board has said whom it offers a budget', async () => {
  holds((await gwen.get(at)).html, 'No maternity budget is offered yet', 'It is not paid out')
  assert.equal((await gwen.get(`${at}/offer`)).status, 404)
  holds((await priya.post(`${at}/offer`, offer())).html, 'Your board does not offer')
  const said = { audience: 'all', words: 'Everybody here', because: 'Minute 9', ...dayOf('from', today) }
  assert.equal((await priya.post('/maternity/terms/offering', said)).status, 403)
  const wrong = await helen.post('/maternity/terms/offering', { ...said, words: '' })
  holds(wrong.html, 'Say it in words that everybody understands', 'Minute 9')
  assert.equal((await helen.post('/maternity/terms/offering', said)).to, '/maternity/terms?done=set')
  holds((await helen.get('/maternity/terms')).html, 'Everybody here', '£1,620.00', 'Ashdale Hospital')
})

test('offered and taken up: the figures of the day are kept, and a no could have become a yes', async () => {
  holds((await priya.post(`${at}/offer`, {})).html, 'Enter the due date')
  holds((await goes(priya, 'offer', offer())).html, 'The offer is saved', 'She has not answered yet')
  holds((await priya.post(`${at}/offer`, offer())).html, 'offered already')
  holds((await gwen.post(`${at}/answer`, {})).html, 'Choose yes or no')
  holds((await goes(gwen, 'answer', { said: 'declined', words: '' })).html, 'You said no')
  holds((await goes(gwen, 'answer', { said: 'accepted' })).html, '£3,000.00 together', 'Not chosen')
  holds((await gwen.post(`${at}/answer`, { said: 'accepted' })).html, 'taken up already')
})

test('she chooses, staff confirm once it is granted, and she changes her mind', async () => {
  holds((await gwen.get(`${at}/${birth}`)).html, 'Ashdale Hospital', '£1,620.00')
  assert.equal((await gwen.get(`${at}/stages/cash/choices`)).status, 404)
  holds((await gwen.post(`${at}/${birth}`, { key: 'elsewhere' })).html, 'has a contract with the NHS here')
  await goes(gwen, birth, { key: 'millbrook-birth-centre', because: 'A <pool>' })
  assert.equal((await gwen.post(`${at}/choices/1/confirmation`, {})).status, 403)
  holds((await priya.post(`${at}/choices/1/confirmation`, {})).html, 'The request is not decided yet')
  await doAs(place.database, place.priya, async doing => {
    await take(doing, reference)
    return aDecision(doing, { reference, pathway: 'maternity' })
  })
  holds((await goes(priya, 'choices/1/confirmation', {})).html, 'Confirmed on', 'A &lt;pool&gt;')
  holds((await priya.post(`${at}/choices/1/confirmation`, {})).html, 'no such choice')
  holds((await goes(gwen, birth, { key: 'ashdale-hospital' })).html, 'to be confirmed. Until then with')
  holds((await priya.get('/maternity')).html, 'Gwen Tallis', 'Needs you')
  const inClinic = { key: 'millbrook-birth-centre', readBack: 'yes' }
  holds((await goes(priya, 'stages/postnatal/choices', inClinic)).html, 'Confirmed on')
  assert.equal((await gwen.post(`${at}/stages/postnatal/choices`, inClinic)).status, 422)
  holds((await gwen.get('/notices')).html, 'Care at the birth: Millbrook Birth Centre')
})

test('no money of her own goes in; what is private stands beside it', async () => {
  holds((await gwen.post(`${at}/extras`, { says: 'A class', amount: '' })).html, 'Enter what it costs')
  holds((await goes(gwen, 'extras', { says: 'A class', amount: '60' })).html, 'Beside the budget', '£60.00')
  holds((await gwen.get(at)).html, '£3,000.00 together')
})

test('care elsewhere in an emergency is paid to who gave it; the family cannot note it', async () => {
  const care = { ...dayOf('on', today), how: 'emergency', provider: '' }
  assert.equal((await gwen.post(`${at}/stages/intrapartum/care`, care)).status, 403)
  holds((await priya.post(`${at}/stages/intrapartum/care`, care)).html, 'Say who gave the care')
  const given = await goes(priya, 'stages/intrapartum/care', { ...care, provider: 'St Bride’s' })
  holds(given.html, 'St Bride’s', 'elsewhere because it had to be')
  holds((await gwen.post(`${at}/${birth}`, { key: 'ashdale-hospital' })).html, 'is over, so its provider')
})

test('another board, a stranger and who helps with the money alone do not find it', async () => {
  for (const role of roles.filter(one => one !== 'visitor' && one !== 'person')) {
    const outside = await signedIn(app, await someone(place.database, { name: `Other ${role}`, role }))
    assert.equal((await outside.get(at)).status, 404, role)
    const sent = await outside.post(`${at}/${birth}`, { key: 'ashdale-hospital' })
    assert.ok([403, 404].includes(sent.status), role)
  }
  const stranger = await signedIn(app, await someone(place.database, { person: newId() }))
  assert.equal((await stranger.get(at)).status, 404)
  const helper = await someone(place.database, { name: 'Grace Tallis' })
  await doingIt(place.database, doing =>
    letSee(
      doing,
      { actor: helper.id },
      { person: place.gwen, sees: 'money', because: 'helper', from: doing.today },
    ),
  )
  assert.equal((await (await signedIn(app, helper)).get(at)).status, 404)
  assert.equal((await gwen.get('/maternity')).status, 404)
})

test('after a loss she reads a few plain words, nothing counts, and no letter was sent', async () => {
  const letters = async () => (await gwen.get('/notices')).html.split('Maternity budget').length
  const before = await letters()
  const ending = { what: 'pregnancy-ended', ...dayOf('on', today), words: '', toBody: '' }
  assert.equal((await gwen.post(`${at}/ending`, ending)).status, 403)
  await goes(priya, 'ending', ending)
  const { html } = await gwen.get(at)
  holds(html, 'We are sorry', 'You do not have to do anything')
  assert.ok(!/Due date|Needs you|£/.test(html.slice(html.indexOf('<main'))), html)
  assert.equal(await letters(), before)
  const bodyOf = (page: string) => page.slice(page.indexOf('<main'))
  const home = bodyOf((await gwen.get('/home')).html)
  assert.ok(!/\/maternity\/PHB|Maternity|Next thing|Your turn/.test(home), home)
  for (const visitor of [gwen, priya]) {
    const steps = bodyOf((await visitor.get(`/cases/${reference}`)).html)
    holds(steps, 'There is nothing that you have to do here')
    assert.ok(!/>Steps<|Needs you|>Plan</.test(steps), steps)
  }
  holds((await gwen.post(`${at}/${birth}`, { key: 'ashdale-hospital' })).html, 'This budget has ended')
  const budget = await tryAs(place.database, place.priya, doing => budgetOf(doing, reference))
  assert.equal(budget?.ending?.what, 'pregnancy-ended')
})

test('everybody may compare without scripts; a body with nothing to say has no page', async () => {
  const html = (await gwen.get('/maternity/places/QMB?part=intrapartum&order=beds')).html
  holds(html, 'Everybody here', 'Ashdale Hospital', 'Nothing yet', '£3,000.00')
  assert.equal((await gwen.get('/maternity/places/QZZ')).status, 404)
  holds((await gwen.get('/maternity/places')).html, 'No area has told us')
})

test('offered in the clinic, a later pregnancy needs no other decision', async () => {
  holds((await priya.get('/maternity/new?find=Gwen')).html, 'Gwen Tallis', 'Everybody here')
  holds((await priya.post('/maternity/new', offer())).html, 'Choose the woman to whom you offer it')
  const sent = await priya.post('/maternity/new', { ...offer(), person: place.gwen })
  assert.equal(sent.status, 303, sent.html)
  at = (sent.to ?? '').split('?')[0] ?? ''
  assert.notEqual(at, `/maternity/${reference}`)
  await priya.post(`${at}/answer`, { said: 'accepted' })
  const chosen = await priya.get(
    (await priya.post(`${at}/${birth}`, { key: 'ashdale-hospital', readBack: 'yes' })).to ?? at,
  )
  holds(chosen.html, 'Ashdale Hospital', 'Confirmed on')
})
