import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { appOn, doAs, doingIt, type Form, signedIn, someone, tryAs, Visitor } from '../../test/harness.ts'
import { type MillbrookAsks, millbrookAsks, threeParts } from '../../test/requests.ts'
import { letSee, roles } from '../access/public.ts'
import type { App } from '../app.ts'
import { addDays, type PlainDate, sayDay } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import { typedDay } from '../platform/forms.ts'
import { aDecision, aRequest } from '../requests/examples.ts'
import { take } from '../requests/public.ts'
import { complaintsOf } from './public.ts'

let place: MillbrookAsks
let app: App
let gwen: Visitor
let priya: Visitor
let tom: Visitor
let helen: Visitor
let reference: Reference
let at = ''
let today: PlainDate

before(async () => {
  place = await millbrookAsks()
  app = await appOn(place.database)
  gwen = await signedIn(app, place.person)
  priya = await signedIn(app, place.priya)
  tom = await signedIn(app, place.tom)
  helen = await signedIn(
    app,
    await someone(place.database, {
      name: 'Helen Ashworth',
      role: 'head-of-service',
      organisation: place.icb,
    }),
  )
  today = await doingIt(place.database, async doing => doing.today)
  const asked = await doAs(place.database, place.person, doing =>
    aRequest(doing, { organisation: place.icb, person: place.gwen, parts: threeParts }),
  )
  reference = asked.reference
  await doAs(place.database, place.priya, async doing => {
    await take(doing, reference)
    const reason = 'Nobody could be found who would hold it safely.'
    return aDecision(doing, { reference, parts: { 2: { granted: false, decidedWay: null, reason } } })
  })
  at = `/complaints/${reference}`
})

const holds = (html: string, ...parts: readonly (string | RegExp)[]): void => {
  for (const part of parts)
    assert.ok(typeof part === 'string' ? html.includes(part) : part.test(html), `${part}: ${html}`)
}
const dayOf = (name: string, day: PlainDate) => typedDay(name, day) as Form
async function goes(visitor: Visitor, step: string, form: Form) {
  const sent = await visitor.post(`${at}/${step}`, form)
  assert.equal(sent.status, 303, sent.html)
  return visitor.get(sent.to ?? '')
}
const complaint = (more: Form = {}): Form => ({
  about: 'nhs',
  ...dayOf('happenedOn', addDays(today, -30)),
  words: 'The payment came nine days late and nobody rang me back.',
  wants: 'Pay in time, and say sorry.',
  who: 'Marek Zielinski',
  ...more,
})
const one = async (number = 1) => {
  const all = await tryAs(place.database, place.tom, doing => complaintsOf(doing, reference))
  const found = all.find(each => each.number === number)
  assert.ok(found)
  return found
}

test('the family finds the way from home and from the case, and nothing is there yet', async () => {
  holds((await gwen.get('/home')).html, `href="${at}"`)
  holds((await priya.get(`/cases/${reference}`)).html, `href="${at}"`)
  holds((await gwen.get(at)).html, 'Nobody has complained', 'never changes your care')
  holds((await tom.get('/complaints')).html, 'No complaint is open')
  holds((await gwen.get(`${at}/look-again`)).html, 'A direct payment was refused', 'Yes, if you ask')
  holds((await gwen.get(`${at}/look-again`)).html, 'Somebody other than Priya Nair', 'no time limit in law')
  assert.equal((await gwen.get('/complaints')).status, 404)
})

test('what is missing is said at its field, and what was typed is kept', async () => {
  const empty = await gwen.post(`${at}/new`, { words: 'I <waited>' })
  assert.equal(empty.status, 422)
  holds(empty.html, 'Choose whom it is about', 'Enter the day it happened', 'I &lt;waited&gt;')
  const late = await gwen.post(`${at}/new`, complaint(dayOf('happenedOn', addDays(today, -400))))
  holds(late.html, 'Say why the complaint comes now')
  const staff = await priya.post(`${at}/new`, {
    ...complaint({ madeBy: 'person', madeByName: 'Gwen Tallis', how: 'telephone' }),
    ...dayOf('receivedOn', today),
  })
  holds(staff.html, 'Read it back to whoever telephones')
})

test('a complaint is made, acknowledged in writing and planned; notes are for staff only', async () => {
  holds((await goes(gwen, 'new', complaint())).html, 'We have your complaint', 'To be acknowledged')
  holds((await tom.get('/complaints')).html, 'Gwen Tallis', 'To be acknowledged', 'Nobody yet')
  holds((await priya.post(`${at}/1/plan`, {})).html, 'Enter the day by which')
  holds((await goes(priya, '1/acknowledgement', {})).html, 'The letter is sent', 'To be agreed how')
  const marek = (await tom.get(`${at}/1/concerns`)).html.match(/value="([^"]+)"[^>]*>Marek/)?.[1] ?? ''
  await goes(tom, '1/concerns', { actor: marek, part: 'complained-of' })
  const plan = (handler: string): Form => ({
    points: 'The payment was late\nNobody rang back',
    how: 'We read the record and ask Marek.',
    handler,
    ...dayOf('answerBy', addDays(today, 20)),
    lead: 'nhs',
    agreed: 'agreed',
  })
  holds((await priya.post(`${at}/1/plan`, plan(marek))).html, 'This person is complained of')
  await goes(priya, '1/plan', plan(place.priya.id))
  holds((await goes(priya, '1/notes', { words: 'Marek was on leave.' })).html, 'Marek was on leave.')
  const read = await gwen.get(`${at}/1`)
  holds(read.html, 'The payment was late', 'working notes of those who look into it', 'Being looked into')
  assert.ok(!read.html.includes('Marek was on leave'))
  holds((await priya.get('/complaints?show=mine')).html, 'Gwen Tallis')
  await goes(gwen, '1/evidence', { note: 'My statement shows it.' })
  const later = dayOf('answerBy', addDays(today, 30))
  await goes(priya, '1/delays', { because: 'The bank has not answered.', ...later })
  holds((await gwen.get(`${at}/1`)).html, sayDay(addDays(today, 30)), 'My statement shows it.')
})

const answer = (more: Form = {}): Form => ({
  'outcome-1': 'upheld',
  'reasons-1': 'It left us nine days late.',
  'rules-1': 'COMPLAINT-NO-HARM',
  'outcome-2': 'not',
  'reasons-2': 'We rang twice, and nobody could take the call.',
  'what-1': 'Pay the bank charge of £12',
  'who-1': 'Ngozi Okafor',
  ...dayOf('by-1', addDays(today, 10)),
  'money-1': 'yes',
  ...more,
})

test('it is answered point by point by somebody who had no part, and the promise is kept', async () => {
  const colleague = await signedIn(app, place.colleague)
  assert.notEqual((await colleague.post(`${at}/1/notes`, { words: 'x' })).status, 303)
  await goes(priya, '1/concerns', { actor: place.tom.id, part: 'decided' })
  holds((await tom.post(`${at}/1/answer`, answer())).html, 'You decided what this is about')
  holds((await helen.post(`${at}/1/answer`, {})).html, 'Choose your answer to point 1')
  holds((await helen.post(`${at}/1/answer`, answer({ 'rules-1': 'NONE' }))).html, 'no rule with that name')
  holds((await helen.post(`${at}/1/answer`, answer({ 'who-1': '' }))).html, 'Say who keeps promise 1')
  const signed = await goes(helen, '1/answer', answer())
  holds(signed.html, 'signed and sent', 'Partly upheld', 'Helen Ashworth', 'Pay the bank charge')
  const letters = await gwen.get(`/notices?person=${place.gwen}`)
  holds(letters.html, 'Our answer to your complaint', 'the answer takes longer', 'We have your complaint')
  const { answers } = await one()
  const letter = await gwen.get(`/notices/${answers[0]?.letter}`)
  holds(letter.html, 'Parliamentary and Health Service Ombudsman', 'nine days late', 'under “Messages”')
  await goes(helen, '1/promises/1', { ...dayOf('on', today), evidence: 'Run 12, line 4.' })
  holds((await gwen.get(`${at}/1`)).html, 'Run 12, line 4.')
  holds((await tom.get('/complaints?show=over')).html, 'Answered: partly upheld')
})

test('it is opened again, withdrawn, and goes to the ombudsman with their decision', async () => {
  holds((await gwen.post(`${at}/1/reopening`, { because: '' })).html, 'Say what happened')
  holds((await goes(gwen, '1/reopening', { because: 'It was late again.' })).html, 'open again')
  holds((await goes(gwen, '1/withdrawal', { because: '' })).html, 'The complaint is withdrawn')
  const went = { what: 'went', ...dayOf('on', today), says: 'They were asked about the delay.' }
  holds((await goes(priya, '1/ombudsman', went)).html, 'it went to the Parliamentary')
  const decided = { what: 'decided', ...dayOf('on', today), says: 'Fault found.', asks: 'Say sorry.' }
  holds((await goes(priya, '1/ombudsman', decided)).html, 'They ask: Say sorry.')
  await goes(gwen, 'new', complaint())
  const early = await priya.post(`${at}/2/ombudsman`, went)
  holds(early.html, 'Say why the ombudsman is asked at once')
})

test('a lesson with a name is refused; one without is published by a second person', async () => {
  const lesson = (says: string): Form => ({
    learntFrom: 'answer',
    complaint: '1',
    says,
    changed: 'A second person looks at each run before it leaves.',
    owner: 'Ngozi Okafor',
    rules: 'COMPLAINT-NO-HARM',
    pages: '/rights/rules',
  })
  await goes(priya, 'lessons', lesson('When Gwen waited nobody knew.'))
  await goes(helen, 'lessons', lesson('A late payment is seen only when a family rings.'))
  assert.equal((await priya.post(`${at}/lessons/2/publication`, {})).status, 403)
  holds((await tom.post(`${at}/lessons/1/publication`, {})).html, 'It holds a name of somebody')
  holds((await helen.post(`${at}/lessons/2/publication`, {})).html, 'You wrote this')
  await goes(tom, 'lessons/2/publication', {})
  const everybody = new Visitor(app.server)
  const read = await everybody.get('/complaints/learnt')
  assert.equal(read.status, 200)
  holds(read.html, 'A late payment is seen only', 'What has changed:', '/rights/rules')
  for (const hidden of ['Gwen', 'Tallis', reference, 'Ngozi']) assert.ok(!read.html.includes(hidden), hidden)
  holds((await gwen.get(`/notices?person=${place.gwen}`)).html, 'What we learnt from what you told us')
  assert.equal((await gwen.get(`${at}/lessons/2`)).status, 404)
})

test('left out of the plan: asked here, answered by somebody else than the decider', async () => {
  const about = { subject: 'left-out-of-plan', ...dayOf('decidedOn', today) }
  const asks = { ...about, decidedBy: 'Tom Birkett', words: '' }
  holds((await gwen.post(`${at}/look-again/new`, asks)).html, 'Say what you think is wrong')
  await goes(gwen, 'look-again/new', { ...asks, words: 'Swimming is not in it.' })
  holds((await gwen.post(`${at}/look-again/new`, { ...asks, words: 'x' })).html, 'looking at it already')
  holds((await helen.get('/complaints?show=again')).html, 'Something was left out of the plan')
  const answered = { outcome: 'upheld', reasons: 'It is not a health need.' }
  holds((await tom.post(`${at}/look-again/1/answer`, answered)).html, 'You made the decision')
  const not = { ...answered, outcome: 'not-looked-at-again' }
  holds((await helen.post(`${at}/look-again/1/answer`, not)).html, 'This must be looked at again')
  holds((await goes(helen, 'look-again/1/answer', answered)).html, 'The decision stays as it was')
})

test('continuing healthcare: letter, local review, panel, each in its turn', async () => {
  const step = (what: string, day: PlainDate, changed = 'none') => ({ what, ...dayOf('on', day), changed })
  holds((await gwen.post(`${at}/chc/steps`, step('review-asked', today))).html, 'Another step comes first')
  await goes(priya, 'chc/steps', step('letter', addDays(today, -40)))
  holds((await goes(gwen, 'chc/steps', step('review-asked', today))).html, 'A local review was asked for')
  holds((await gwen.post(`${at}/chc/steps`, step('panel-asked', today))).html, 'Say what delay')
  await goes(priya, 'chc/steps', step('review-answered', today, 'no'))
  holds((await gwen.get(`${at}/chc`)).html, 'panel may be asked until', 'the decision stays')
})

test('finance reads how far it is, not the words; money helpers and other boards find nothing', async () => {
  const staff = (name: string, role: 'finance-officer' | 'auditor') =>
    someone(place.database, { name, role, organisation: place.icb })
  const finance = await signedIn(app, await staff('Ngozi Okafor', 'finance-officer'))
  const seen = await finance.get(`${at}/1`)
  holds(seen.html, 'What was said is seen by those', 'Pay the bank charge')
  assert.ok(!seen.html.includes('nobody rang me back'))
  const auditor = await signedIn(app, await staff('Asa Lund', 'auditor'))
  holds((await auditor.get(`${at}/1`)).html, 'nobody rang me back', 'Marek was on leave')
  assert.equal((await auditor.post(`${at}/1/notes`, { words: 'x' })).status, 403)
  const helper = await someone(place.database, { name: 'Grace Tallis' })
  await doingIt(place.database, doing =>
    letSee(
      doing,
      { actor: helper.id },
      { person: place.gwen, sees: 'money', because: 'helper', from: doing.today },
    ),
  )
  const helping = await signedIn(app, helper)
  assert.equal((await helping.get(at)).status, 404)
  assert.equal((await helping.post(`${at}/new`, complaint())).status, 404)
  for (const role of roles.filter(each => each !== 'visitor' && each !== 'person')) {
    const outside = await signedIn(app, await someone(place.database, { name: `Other ${role}`, role }))
    assert.equal((await outside.get(`${at}/1`)).status, 404, role)
    assert.ok([403, 404].includes((await outside.post(`${at}/new`, complaint())).status), role)
  }
})
