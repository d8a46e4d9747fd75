import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type EhcPlace, ehcPlace } from '../../test/ehc.ts'
import { appOn, doAs, doingIt, type Form, signedIn, someone, type Visitor } from '../../test/harness.ts'
import { roles } from '../access/public.ts'
import type { App } from '../app.ts'
import { addDays, type PlainDate, sayShortDay } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import { typedDay } from '../platform/forms.ts'
import { aRequest } from '../requests/examples.ts'

let place: EhcPlace
let app: App
let [asha, sian, priya, tom]: Visitor[] = []
let today: PlainDate
let at = ''
let itsCase = ''

const who = (visitor: Visitor | undefined): Visitor => {
  assert.ok(visitor)
  return visitor
}
const holds = (html: string, ...parts: readonly (string | RegExp)[]): void => {
  for (const part of parts)
    assert.ok(typeof part === 'string' ? html.includes(part) : part.test(html), `${part}: ${html}`)
}
const hasNot = (html: string, ...parts: readonly string[]): void => {
  for (const part of parts) assert.ok(!html.includes(part), `${part}: ${html}`)
}
const dayOf = (name: string, day: PlainDate) => typedDay(name, day) as Form
const goes = async (visitor: Visitor | undefined, step: string, form: Form) => {
  const sent = await who(visitor).post(`${at}/${step}`, form)
  assert.equal(sent.status, 303, sent.html)
  return who(visitor).get(sent.to ?? '')
}
const wrong = async (visitor: Visitor | undefined, step: string, form: Form) => {
  const sent = await who(visitor).post(`${at}/${step}`, form)
  assert.equal(sent.status, 422, sent.html)
  return sent.html
}

before(async () => {
  place = await ehcPlace()
  app = await appOn(place.database)
  ;[asha, sian, priya, tom] = await Promise.all(
    [place.asha, place.sian, place.priya, place.tom].map(one => signedIn(app, one)),
  )
  today = await doingIt(place.database, async doing => doing.today)
})

test('a list without plans says so; an officer notes a request for a child who is new', async () => {
  holds((await who(sian).get('/ehc')).html, 'No EHC plan is open', 'Note a request')
  holds((await who(asha).get('/ehc')).html, 'There is no EHC plan')
  const empty = await who(sian).post('/ehc', {})
  assert.equal(empty.status, 422)
  holds(empty.html, 'Enter the child’s name', 'Enter the day the child was born', 'Choose the NHS body')
  const form = {
    child: 'Nico <Vale>',
    ...dayOf('born', addDays(today, -3000)),
    health: place.icb,
    ...dayOf('receivedOn', addDays(today, 1)),
    askedByName: 'Mill Road School',
  }
  const late = await who(sian).post('/ehc', form)
  holds(late.html, 'The day of the request cannot be in the future', 'Nico &lt;Vale&gt;')
  const saved = await who(sian).post('/ehc', { ...form, ...dayOf('receivedOn', addDays(today, -60)) })
  assert.equal(saved.status, 303, saved.html)
  holds((await who(sian).get(saved.to ?? '')).html, 'The council has the request', 'Overdue by')
  holds((await who(sian).get('/ehc')).html, 'Nico &lt;Vale&gt;', 'Decision whether to assess')
  holds((await who(sian).get('/ehc?show=late')).html, 'Nico &lt;Vale&gt;')
  holds((await who(sian).get('/ehc?show=late&find=Rao')).html, 'Nothing is late')
  holds((await who(sian).get('/ehc?stage=final')).html, 'No EHC plan is open')
  hasNot((await who(priya).get('/ehc')).html, 'Nico')
})

test('a mother asks the council for her child, from the page of a case', async () => {
  const asked = await doAs(place.database, place.asha, doing =>
    aRequest(doing, {
      organisation: place.icb,
      person: place.child,
      pathway: 'childrens-continuing-care',
      parts: [{ says: 'Nights', askedWay: 'direct-payment' }],
    }),
  )
  const form = `/ehc/new/${asked.reference}`
  itsCase = `/cases/${asked.reference}`
  for (const visitor of [asha, tom]) holds((await who(visitor).get(itsCase)).html, `href="${form}"`)
  hasNot((await who(asha).get('/home')).html, '/ehc')
  holds((await who(asha).get(form)).html, 'Millbrook Council', 'value="Asha Rao"')
  assert.equal((await who(sian).get(form)).status, 404)
  holds((await who(asha).post(form, { askedByName: 'Asha Rao' })).html, 'Choose the council')
  const sent = await who(asha).post(form, { council: place.council, askedByName: 'Asha Rao' })
  assert.equal(sent.status, 303, sent.html)
  at = (sent.to ?? '').split('?')[0] ?? ''
  holds((await who(asha).get(at)).html, 'The council has the request. It decides first', 'Mina Rao')
  for (const page of ['/home', itsCase]) holds((await who(asha).get(page)).html, `href="${at}"`)
  const again = await who(asha).post(form, { council: place.council, askedByName: 'Asha Rao' })
  holds(again.html, 'There is an EHC plan of this child at this council already')
})

test('a decision, advice and a pause: mistakes are said at their fields and nothing is lost', async () => {
  const none = await wrong(sian, 'decision', {})
  holds(none, 'Choose whether the child will be assessed', 'Enter the day of the decision')
  const early = { answer: 'yes', ...dayOf('on', addDays(today, -9)), words: 'Her speech' }
  holds(await wrong(sian, 'decision', early), 'before the council got the request', 'Her speech')
  await goes(sian, 'decision', { ...early, ...dayOf('on', today) })
  holds(await wrong(sian, 'decision', { ...early, ...dayOf('on', today) }), 'It is decided already')
  await goes(sian, 'advice', { choice: 'health', who: 'NHS Millbrook ICB', ...dayOf('on', today) })
  await goes(sian, 'advice', { choice: 'other', who: 'Mill Road School', ...dayOf('on', today) })
  holds((await who(tom).get(itsCase)).html, `href="${at}"`)
  const seen = await who(priya).get(at)
  holds(seen.html, 'Note that advice came from NHS Millbrook ICB')
  hasNot(seen.html, 'came from Mill Road School')
  holds(await wrong(priya, 'advice/3/received', dayOf('on', today)), 'Only advice of the NHS')
  holds((await goes(priya, 'advice/2/received', dayOf('on', today))).html, 'the advice came')
  const pause = {
    ground: 'absence',
    ...dayOf('from', today),
    ...dayOf('until', addDays(today, -1)),
    accepted: 'yes',
    who: 'Sian Prosser',
    words: 'With her grandmother',
  }
  holds(await wrong(sian, 'pauses', pause), 'before its first day', 'With her grandmother')
  const short = await goes(sian, 'pauses', { ...pause, ...dayOf('until', addDays(today, 26)) })
  holds(short.html, 'An absence has to last at least four weeks')
  const paused = await goes(sian, 'pauses', { ...pause, ...dayOf('until', addDays(today, 27)) })
  holds(paused.html, 'Yes. Accepted by', sayShortDay(addDays(today, 140)), sayShortDay(addDays(today, 167)))
})

const line = (more: Form): Form => ({
  strand: 'health',
  says: 'Physiotherapy',
  yearly: '1260.00',
  where: 'nowhere',
  paymentAsked: 'yes',
  usedThere: 'no',
  ...more,
})

test('section J: each body writes its own strand, and the family sees all three', async () => {
  holds(await wrong(priya, 'lines', {}), 'Choose the strand', 'Say what it is')
  holds(await wrong(sian, 'lines', line({})), 'the lines of its own strand')
  await goes(priya, 'lines', line({ says: 'Speech therapy', yearly: '1860.00', where: 'contract' }))
  await goes(priya, 'lines', line({}))
  await goes(sian, 'lines', line({ strand: 'social-care', says: 'After-school help', yearly: '2184.00' }))
  const reading = { strand: 'education', says: 'Reading tutor', yearly: '936.00', usedThere: 'yes' }
  await goes(sian, 'lines', line({ ...reading, settingAgrees: 'yes' }))
  const place_ = { says: 'School place', yearly: '0', where: 'place', paymentAsked: 'no' }
  await goes(sian, 'lines', line({ ...place_, strand: 'education' }))
  const family = (await who(asha).get(at)).html
  holds(family, 'Speech therapy', 'Physiotherapy', 'After-school help', 'Reading tutor')
  holds(family, 'one price for many children', '£4,380.00 a year', 'For information', '£1,860.00')
  const council = (await who(sian).get(at)).html
  holds(council, 'Reading tutor', '£1,260.00 a year', 'Its lines are seen by the body that pays them')
  hasNot(council, 'Physiotherapy', 'Speech therapy')
  const health = (await who(tom).get(at)).html
  holds(health, 'Physiotherapy', '£936.00 a year')
  hasNot(health, 'Reading tutor', 'After-school help')
})

test('a budget is asked for at the draft, and every line is decided by its own rules', async () => {
  holds(await wrong(asha, 'budget', {}), 'while the plan is a draft, at a review or a reassessment')
  await goes(sian, 'draft', dayOf('on', today))
  holds((await who(asha).get(at)).html, 'Needs you', 'Ask for a personal budget', 'comment on the draft')
  await goes(asha, 'budget', { words: 'Someone who knows her' })
  holds(await wrong(asha, 'budget', {}), 'This was asked for already')
  await goes(asha, 'comments', { words: 'Yes, this is her' })
  const decide = (number: number) => `lines/${number}/decision`
  const yes = { answer: 'direct-payment', because: 'It meets her need' }
  holds(await wrong(priya, decide(1), yes), 'in a block contract')
  await goes(priya, decide(2), yes)
  holds(await wrong(sian, decide(4), { ...yes, met: ['efficient'] }), 'A direct payment needs all of them')
  holds(await wrong(sian, decide(2), yes), 'There is no such line of yours')
  await goes(sian, decide(4), { answer: 'arranged', because: 'The school has one', met: ['efficient'] })
  holds((await who(asha).get(at)).html, 'Arranged for you, not paid out', 'The school has one')
  await goes(asha, 'lines/4/reconsideration', { words: 'She is ill on those days' })
  const all = ['used-properly', 'best-interests', 'harms-no-service', 'efficient']
  await goes(sian, decide(4), { ...yes, met: all })
  holds(await wrong(sian, decide(4), { ...yes, met: all }), 'looked at again once already')
  await goes(sian, decide(3), yes)
})

test('the final plan waits for the comments or their last day, then its year begins', async () => {
  const issued = await goes(sian, 'final', dayOf('on', today))
  holds(issued.html, 'Plan in force', sayShortDay(addDays(today, 365)))
  holds((await who(asha).get(at)).html, 'Reviews, side by side', 'Within 6 months, then every year')
  holds(await wrong(sian, 'ending', { choice: 'is-25', ...dayOf('on', today), words: 'x' }), 'is not 25 yet')
})

test('what was agreed becomes one request of the NHS body, with the strands of all three', async () => {
  assert.equal((await who(sian).get(`${at}/joint-budget`)).status, 404)
  holds(await wrong(priya, 'joint-budget', { budget: 'PHB-7K3M-9QT' }), 'There is no such budget')
  const joined = await goes(priya, 'joint-budget', {})
  const [, budget] = /href="\/cases\/(PHB-[0-9A-Z-]+)"/.exec(joined.html) ?? []
  assert.ok(budget)
  holds(joined.html, 'The local offer: can I buy this?')
  holds((await who(priya).get(`/cases/${budget}`)).html, 'Education, health and care plan')
  holds(await wrong(priya, 'joint-budget', {}), 'joined to this plan already')
})

test('strangers, other councils and other bodies find nothing, whatever their role', async () => {
  const outside = roles.filter(one => one !== 'visitor' && one !== 'person')
  for (const role of outside) {
    const other = await signedIn(app, await someone(place.database, { name: `Other ${role}`, role }))
    assert.equal((await other.get(at)).status, 404, role)
    assert.ok([403, 404].includes((await other.post(`${at}/draft`, dayOf('on', today))).status), role)
  }
  const lou = await signedIn(app, place.lou)
  assert.equal((await lou.get(at)).status, 404)
  hasNot((await lou.get('/ehc?show=all')).html, 'Mina Rao')
  const stranger = await signedIn(app, await someone(place.database, { person: newId() }))
  assert.equal((await stranger.get(at)).status, 404)
  assert.equal((await stranger.post(`${at}/budget`, {})).status, 404)
  assert.equal((await who(asha).post(`${at}/draft`, dayOf('on', today))).status, 403)
  const council = { organisation: place.council }
  for (const role of ['administrator', 'auditor'] as const) {
    const insider = await signedIn(app, await someone(place.database, { name: role, role, ...council }))
    assert.equal((await insider.post(`${at}/draft`, dayOf('on', today))).status, 403, role)
  }
})
