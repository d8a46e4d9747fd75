import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type GwensBudget, gwensBudget } from '../../test/bank.ts'
import { appOn, doingIt, signedIn, someone, tryAs, type Visitor } from '../../test/harness.ts'
import { letSee, roles } from '../access/public.ts'
import type { App } from '../app.ts'
import { bankHolidays } from '../clocks/public.ts'
import { newId, newReference } from '../kernel/ids.ts'
import { addWorkingDays } from '../kernel/working-days.ts'
import { lettersOf } from '../notices/public.ts'
import { setSetting } from '../people/public.ts'
import { questionsOf } from './queries.ts'

let budget: GwensBudget
let app: App
let at = ''
let gwen: Visitor
let priya: Visitor

before(async () => {
  budget = await gwensBudget()
  app = await appOn(budget.database)
  at = `/local-offer/${budget.reference}`
  gwen = await signedIn(app, budget.person)
  priya = await signedIn(app, budget.priya)
  await doingIt(budget.database, doing =>
    setSetting(doing, {
      organisation: budget.icb,
      name: 'purchase-answer-working-days',
      value: '5',
      from: doing.today,
      because: 'Minute 14',
    }),
  )
})

const holds = (html: string, ...parts: readonly (string | RegExp)[]): void => {
  for (const part of parts)
    assert.ok(typeof part === 'string' ? html.includes(part) : part.test(html), `${part}: ${html}`)
}
const asks = (words: string, more: Record<string, string> = {}) => ({
  words,
  sum: '9.00',
  every: 'once',
  whatFor: 'To keep well',
  plan: 'line:line-2',
  payee: 'firm',
  ...more,
})
const rows = () => tryAs(budget.database, budget.person, doing => questionsOf(doing, budget))

test('nobody has asked yet: the page says so and how to ask, and staff have nothing to answer', async () => {
  holds((await gwen.get(at)).html, 'Nobody has asked about a purchase yet', 'Ask a question')
  holds((await priya.get('/local-offer')).html, 'No question waits for an answer')
  holds((await gwen.get(`${at}/questions/new`)).html, 'Swimming', 'Swim Centre', 'left this budget year')
})

test('what is in the plan is answered at once, with the letter, the rule and the day', async () => {
  const sent = await gwen.post(`${at}/questions`, asks('Swimming lessons, in May'))
  assert.equal(sent.to, `${at}/questions/1?done=rule`, sent.html)
  const read = await gwen.get(sent.to ?? '')
  holds(read.html, 'It is in the plan: Swimming', 'This answer protects you', 'NOT_IN_PLAN', 'written rule')
  const letters = await tryAs(budget.database, budget.person, doing => lettersOf(doing, budget.gwen))
  assert.equal(letters.filter(letter => letter.title === 'Yes: you can buy it').length, 1)
  const [row] = await rows()
  assert.deepEqual([row?.by_rule, row?.waiting, row?.line_key], [true, false, 'line-2'])
})

test('words that may mean something never bought lead to one more question first', async () => {
  const first = await gwen.post(`${at}/questions`, asks('A bottle of wine', { plan: 'not-in-plan' }))
  assert.equal(first.status, 200)
  holds(first.html, 'Is it one of these?', 'Alcohol', 'value="A bottle of wine"')
  assert.equal((await rows()).length, 1)
  const open = asks('A bottle of wine', { plan: 'not-in-plan', signsAsked: 'yes' })
  const empty = await gwen.post(`${at}/questions`, open)
  assert.equal(empty.status, 422)
  holds(empty.html, 'Choose whether it is one of these')
  const sent = await gwen.post(`${at}/questions`, { ...open, saidToBe: 'ALCOHOL' })
  holds((await gwen.get(sent.to ?? '')).html, '>No<', 'does not buy this: Alcohol', 'money of your own')
})

test('bad answers get a sentence at the field, and what was typed is kept', async () => {
  const sent = await gwen.post(`${at}/questions`, asks('', { sum: 'nine', every: 'x', plan: 'line:none' }))
  assert.equal(sent.status, 422)
  holds(
    sent.html,
    'Say what you want to buy',
    'like 12.50',
    'Choose how often',
    'value="nine"',
    'To keep well',
  )
  holds(sent.html, 'Choose whether it is in your plan')
  const family = await gwen.post(`${at}/questions`, asks('My wife', { payee: 'family', whatFor: '' }))
  holds(family.html, 'Choose who they are', 'live in the same home', 'paid for', 'Say what it is for')
  holds((await gwen.post(`${at}/questions`, asks('x', { sum: '0' }))).html, 'too small')
  holds((await gwen.post(`${at}/questions`, asks('x'.repeat(2001)))).html, '1 too many')
  assert.equal((await rows()).length, 2)
})

test('a wife who would be paid waits for a person, who answers with conditions', async () => {
  const family = { payee: 'family', relation: 'spouse-or-partner', sameHousehold: 'yes', paidFor: 'care' }
  const sent = await gwen.post(
    `${at}/questions`,
    asks('Orla’s help at night', { ...family, plan: 'not-sure' }),
  )
  assert.equal(sent.to, `${at}/questions/3?done=person`)
  const today = await doingIt(budget.database, async doing => doing.today)
  assert.equal((await rows())[0]?.answer_by, addWorkingDays(today, 5, bankHolidays))
  const waits = await gwen.get(sent.to ?? '')
  holds(waits.html, 'With <bdi>your team</bdi>', 'for us to decide case by case', 'not sure whether')
  holds((await priya.get('/local-offer')).html, 'Gwen Tallis', 'Orla’s help at night')
  const to = `${at}/questions/3/answer`
  const wrong = await priya.post(to, { answer: 'yes-if', reasons: '' })
  assert.equal(wrong.status, 422)
  holds(wrong.html, 'Give the reasons', 'Say what the conditions are')
  holds((await priya.post(to, { answer: 'no', reasons: 'x' })).html, 'Say what else could be done')
  const answered = await priya.post(to, {
    answer: 'yes-if',
    conditions: 'At most two nights a week.',
    reasons: 'Nobody else can be found.',
    rule: 'DP-PAY-02',
  })
  assert.equal(answered.status, 303, answered.html)
  const read = await gwen.get(`${at}/questions/3`)
  holds(read.html, 'Yes, with conditions', 'At most two nights', 'Priya', 'protects you', 'DP-PAY-02')
  holds((await priya.post(to, { answer: 'yes', reasons: 'x' })).html, 'answered while your page was open')
})

test('a no is looked at again by somebody else, and the first yes would have stood', async () => {
  const tom = await someone(budget.database, {
    name: 'Tom Hale',
    role: 'team-leader',
    organisation: budget.icb,
  })
  await gwen.post(`${at}/questions`, asks('A kayak', { plan: 'not-sure' }))
  const no = { answer: 'no', reasons: 'It is not for health.', instead: 'Borrow one.' }
  assert.equal((await priya.post(`${at}/questions/4/answer`, no)).status, 303)
  const late = await priya.post(`${at}/questions/4/answer`, { answer: '', reasons: 'A long <answer>' })
  holds(late.html, 'answered while your page was open', 'What you wrote: “A long &lt;answer&gt;”')
  const again = `${at}/questions/4/reconsideration`
  holds((await gwen.post(again, { again: '' })).html, 'Say what we should look at again')
  assert.equal(
    (await gwen.post(again, { again: 'My physio asked for it' })).to,
    `${at}/questions/4?done=again`,
  )
  holds(
    (await gwen.post(again, { again: 'Once more' })).html,
    'Somebody is looking at it already',
    'What you wrote: “Once more”',
  )
  holds((await priya.post(`${at}/questions/4/answer`, no)).html, 'somebody else has to look at it again')
  const leader = await signedIn(app, tom)
  const yes = { answer: 'yes', reasons: 'The physio’s letter says so.' }
  assert.equal((await leader.post(`${at}/questions/4/answer`, yes)).status, 303)
  holds((await gwen.get(`${at}/questions/4`)).html, 'Before: no', 'My physio asked for it', 'Tom Hale')
  holds((await priya.get('/local-offer?show=answered')).html, 'A kayak', 'Tom Hale')
})

test('staff who asked something themselves do not answer it', async () => {
  assert.equal((await priya.post(`${at}/questions`, asks('Art class', { plan: 'not-sure' }))).status, 303)
  const own = await priya.post(`${at}/questions/5/answer`, { answer: 'yes', reasons: 'x' })
  holds(own.html, 'You asked this, so somebody else has to answer')
})

test('who helps with the money sees and asks, an auditor reads, and nobody else finds it', async () => {
  const helper = await someone(budget.database, { name: 'Prue Tallis' })
  await doingIt(budget.database, doing =>
    letSee(
      doing,
      { actor: helper.id },
      { person: budget.gwen, sees: 'money', because: 'helper', from: doing.today },
    ),
  )
  const prue = await signedIn(app, helper)
  holds((await prue.get(`${at}/questions/3`)).html, 'At most two nights')
  assert.equal((await prue.post(`${at}/questions`, asks('A taxi', { plan: 'not-in-plan' }))).status, 303)
  for (const role of roles.filter(one => one !== 'visitor' && one !== 'person')) {
    const outside = await signedIn(app, await someone(budget.database, { name: `Other ${role}`, role }))
    assert.equal((await outside.get(`${at}/questions/1`)).status, 404, role)
  }
  const auditor = await signedIn(
    app,
    await someone(budget.database, { name: 'Asa Lund', role: 'auditor', organisation: budget.icb }),
  )
  holds((await auditor.get(`${at}/questions/3`)).html, 'At most two nights')
  assert.equal((await auditor.post(`${at}/questions`, asks('x'))).status, 403)
  assert.equal((await auditor.get(`${at}/questions/new`)).status, 404)
  const stranger = await signedIn(app, await someone(budget.database, { person: newId() }))
  for (const address of ['', '/questions/new', '/questions/1'])
    assert.equal((await stranger.get(`${at}${address}`)).status, 404, address)
  assert.equal((await stranger.post(`${at}/questions`, asks('x'))).status, 404)
  assert.equal((await gwen.get('/local-offer')).status, 404)
  assert.equal((await gwen.get(`${at}/questions/99`)).status, 404)
  assert.equal((await gwen.get(`/local-offer/${newReference()}`)).status, 404)
})
