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
import { addDays, addYears, type PlainDate, sayDay } from '../kernel/days.ts'
import { newId, type Reference } from '../kernel/ids.ts'
import { typedDay } from '../platform/forms.ts'
import { aDecision, aRequest } from '../requests/examples.ts'
import { take } from '../requests/public.ts'
import { roundsOf } from './queries/rounds.ts'

let place: MillbrookAsks
let app: App
let gwen: Visitor
let priya: Visitor
let tom: Visitor
let reference: Reference
let at = ''
let today: PlainDate

before(async () => {
  place = await millbrookAsks()
  app = await appOn(place.database)
  gwen = await signedIn(app, place.person)
  priya = await signedIn(app, place.priya)
  tom = await signedIn(app, place.tom)
  today = await doingIt(place.database, async doing => doing.today)
  const asked = await doAs(place.database, place.person, doing =>
    aRequest(doing, {
      organisation: place.icb,
      person: place.gwen,
      pathway: 'wheelchair',
      parts: [{ says: 'A wheelchair', askedWay: 'third-party' }],
    }),
  )
  reference = asked.reference
  at = `/wheelchairs/${reference}`
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
const assessment = (more: Form = {}): Form => ({
  standing: 'referred-and-eligible',
  ...dayOf('referredOn', addDays(today, -140)),
  ...dayOf('assessedOn', today),
  assessor: 'Rhona Kerr',
  need: 'high',
  chair: 'Active user chair',
  value: '1850.00',
  repairYearly: '84.00',
  ...more,
})
const quote = (more: Form = {}): Form => ({
  kind: 'chair',
  supplier: 'Millbrook Mobility',
  says: 'Carbon active chair',
  net: '2735.40',
  vat: '0',
  total: '2735.40',
  ...dayOf('validUntil', addDays(today, 30)),
  ...more,
})
const rounds = () => tryAs(place.database, place.priya, doing => roundsOf(doing, reference))

test('before anything is assessed the family reads what comes next, and staff see who waits', async () => {
  holds((await gwen.get('/home')).html, `href="${at}"`)
  holds((await priya.get(`/cases/${reference}`)).html, `href="${at}"`)
  holds((await gwen.get(at)).html, 'Nothing is assessed yet', 'Waiting for an assessment')
  holds((await priya.get('/wheelchairs')).html, 'Gwen Tallis', 'Not assessed', 'Within 18 weeks')
  holds((await priya.get('/wheelchairs?show=chairs')).html, 'Nobody has a chair of this service')
  assert.equal((await gwen.get(`${at}/assessment`)).status, 404)
  assert.equal((await gwen.get('/wheelchairs')).status, 404)
})

test('what is wrong in an assessment is said at its field, and what was typed is kept', async () => {
  const empty = await priya.post(`${at}/assessment`, {})
  assert.equal(empty.status, 422)
  holds(empty.html, 'Choose what was found', 'Enter the day of the referral', 'Enter who assessed')
  const wrong = await priya.post(
    `${at}/assessment`,
    assessment({ value: '', voucherValue: '900', chair: 'A <chair>' }),
  )
  holds(wrong.html, 'would cost the NHS', 'Enter both what the voucher', 'A &lt;chair&gt;', 'Rhona Kerr')
  holds(
    (await priya.post(`${at}/assessment`, assessment({ standing: 'condition-of-chair' }))).html,
    'They have no chair of this service yet',
  )
  assert.equal((await rounds()).length, 0)
})

test('assessed, quoted and chosen: the wait is counted in weeks and is longer than 18', async () => {
  const saved = await goes(priya, 'assessment', assessment())
  holds(saved.html, 'The assessment is saved', 'Active user chair', '£1,850.00', 'Longer than 18 weeks')
  holds((await priya.get('/wheelchairs')).html, 'High', 'Over 18')
  const wrong = await priya.post(`${at}/quotes`, quote({ total: '2735.41' }))
  assert.equal(wrong.status, 422)
  holds(wrong.html, 'must add up to the total', 'value="2735.41"')
  await goes(priya, 'quotes', quote())
  const other = { way: 'notional-with-contribution', quote: '1', because: 'Lighter' }
  holds((await priya.post(`${at}/choice`, other)).html, 'Features need a quote for features')
  holds((await priya.post(`${at}/choice`, { way: 'third-party', because: 'x' })).html, 'Choose the quote')
  await goes(priya, 'choice', { way: 'third-party', quote: '1', because: 'It goes in my car' })
  holds((await gwen.get(at)).html, 'You have chosen', 'Millbrook Mobility', '£2,735.40')
})

test('it is agreed by somebody else, once granted and when every penny is promised', async () => {
  const agrees = (who: Visitor) => who.post(`${at}/agreement`, dayOf('startsOn', today))
  assert.equal((await priya.get(`${at}/agreement`)).status, 404)
  const early = await agrees(tom)
  assert.equal(early.status, 422)
  holds(early.html, 'The request is not granted yet', 'does not come to what is to be paid')
  await doAs(place.database, place.priya, async doing => {
    await take(doing, reference)
    return aDecision(doing, { reference })
  })
  holds((await tom.get(`${at}/agreement`)).html, 'The NHS pays £2,270.00', '£885.40')
  await goes(priya, 'contributions', { giver: 'charity', who: 'Wheels for Millbrook', amount: '800.00' })
  holds((await agrees(tom)).html, 'does not come to what is to be paid')
  await goes(priya, 'contributions', { giver: 'person', who: 'Gwen Tallis', amount: '85.40' })
  const agreed = await goes(tom, 'agreement', dayOf('startsOn', today))
  holds(agreed.html, 'The budget is agreed', sayDay(addYears(today, 5)), '£2,270.00', '£885.40')
  holds((await priya.post(`${at}/quotes`, quote())).html, 'This is agreed already')
  const shown = await gwen.get(at)
  holds(shown.html, 'Who owns the chair', 'You see to repairs', '£420.00 of £420.00', 'How sure we are')
})

test('the chair is handed over when all has come, with its numbers', async () => {
  const chair = { ...dayOf('on', today), serial: 'MM-20417', gs1: '4006381333931' }
  const early = await priya.post(`${at}/handover`, { ...chair, gs1: '4006381333932' })
  holds(early.html, 'The last one checks the others', 'value="MM-20417"')
  holds((await priya.post(`${at}/handover`, chair)).html, 'Not all that was promised has come yet')
  for (const number of [1, 2]) await goes(priya, `contributions/${number}/received`, dayOf('on', today))
  holds(
    (await priya.post(`${at}/contributions/2/received`, dayOf('on', today))).html,
    'There is no such promise',
  )
  const saved = await goes(priya, 'handover', chair)
  holds(saved.html, 'MM-20417', '04006381333931', 'No repair was asked for')
  holds((await priya.get('/wheelchairs?show=chairs')).html, 'Gwen Tallis', 'Has the chair')
  holds((await priya.get('/wheelchairs')).html, 'Nobody waits for a chair')
})

test('the family asks for repairs; the repair money pays until it is used up', async () => {
  holds((await gwen.post(`${at}/repairs`, { words: '' })).html, 'Say what is wrong with the chair')
  const asked = await goes(gwen, 'repairs', { words: 'The left tyre is flat' })
  holds(asked.html, 'We have your question', 'Not yet')
  holds((await priya.get('/wheelchairs?show=chairs')).html, '1 repair open')
  const by = { part: 'basic', supplier: 'Wharf Cycles', theirs: 'WC-1' }
  const mended = (cost: string) => ({ ...dayOf('on', today), says: 'New tyre', cost, ...by })
  await goes(priya, 'repairs/1/done', mended('400.00'))
  await goes(gwen, 'repairs', { words: 'The brake is loose' })
  const second = await goes(priya, 'repairs/2/done', mended('50.00'))
  holds(second.html, 'NHS £20.00, you £30.00', '£0.00 of £420.00')
  assert.equal((await gwen.post(`${at}/repairs/2/done`, mended('1'))).status, 403)
  holds((await priya.post(`${at}/repairs/2/done`, mended('1'))).html, 'There is no such repair')
})

test('a chair that is the person’s own is not handed back, whatever page is open', async () => {
  const back = await priya.post(`${at}/hand-back`, { ...dayOf('on', today), because: 'Outgrown' })
  holds(back.html, 'The chair is the person’s own')
  assert.ok(!(await priya.get(at)).html.includes('handed back'))
})

test('a new look waits from the day it is asked for, and agreeing it closes the old period', async () => {
  const asked = await goes(gwen, 'new-look', { why: 'clinical-need-changed', words: 'I cannot sit up' })
  holds(asked.html, 'A new look was asked for')
  holds(
    (await gwen.post(`${at}/new-look`, { why: 'condition-of-chair', words: 'x' })).html,
    'asked for already',
  )
  holds((await priya.get('/wheelchairs')).html, 'Gwen Tallis', 'New look asked')
  holds((await priya.post(`${at}/assessment`, assessment())).html, 'Choose what has changed')
  const form = await priya.get(`${at}/assessment`)
  holds(form.html, /value="clinical-need-changed"[^>]*checked|checked[^>]*value="clinical-need-changed"/)
  await goes(
    priya,
    'assessment',
    assessment({ standing: 'clinical-need-changed', chair: 'Tilting chair', ...dayOf('referredOn', today) }),
  )
  await goes(priya, 'choice', { way: 'notional', because: 'It is right for me' })
  const agreed = await goes(tom, 'agreement', dayOf('startsOn', today))
  holds(agreed.html, 'Tilting chair', 'The NHS. You use it', 'closed', 'Before')
  await goes(priya, 'handover', { ...dayOf('on', today), serial: 'NHS-1', gs1: '' })
  await goes(priya, 'hand-back', { ...dayOf('on', today), because: 'Not needed now' })
  const [second, first] = await rounds()
  assert.deepEqual(
    second?.endings.map(one => one.what),
    ['handed-back'],
  )
  assert.deepEqual(
    first?.endings.map(one => [one.what, one.because]),
    [['closed', 'replaced: clinical-need-changed']],
  )
})

test('who helps with the money sees it, other bodies and strangers do not find it', async () => {
  const helper = await someone(place.database, { name: 'Grace Tallis' })
  await doingIt(place.database, doing =>
    letSee(
      doing,
      { actor: helper.id },
      { person: place.gwen, sees: 'money', because: 'helper', from: doing.today },
    ),
  )
  holds((await (await signedIn(app, helper)).get(at)).html, 'Wheelchair budget', 'Tilting chair')
  for (const role of roles.filter(one => one !== 'visitor' && one !== 'person')) {
    const outside = await signedIn(app, await someone(place.database, { name: `Other ${role}`, role }))
    assert.equal((await outside.get(at)).status, 404, role)
    assert.ok([403, 404].includes((await outside.post(`${at}/quotes`, quote())).status), role)
  }
  const stranger = await signedIn(app, await someone(place.database, { person: newId() }))
  assert.equal((await stranger.get(at)).status, 404)
  assert.equal((await stranger.post(`${at}/repairs`, { words: 'x' })).status, 404)
  const auditor = await signedIn(
    app,
    await someone(place.database, { name: 'Asa Lund', role: 'auditor', organisation: place.icb }),
  )
  holds((await auditor.get(at)).html, 'Tilting chair')
  assert.equal((await auditor.post(`${at}/repairs`, { words: 'x' })).status, 403)
  assert.ok(!(await auditor.get(at)).html.includes('What you can do'))
})

test('how long a budget lasts is set by finance from a day', async () => {
  const finance = await signedIn(
    app,
    await someone(place.database, { name: 'Ngozi Okafor', role: 'finance-officer', organisation: place.icb }),
  )
  holds((await finance.get('/wheelchairs/settings')).html, '5 years', '3 years')
})
