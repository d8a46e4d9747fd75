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
import type { App } from '../app.ts'
import { addDays, type PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import { nothing, pence } from '../kernel/money.ts'
import { balancesOf } from '../ledger/public.ts'
import { lettersOf, noticeOf } from '../notices/public.ts'
import { dues } from '../payments/public.ts'
import type { Doing } from '../platform/doing.ts'
import { typedDay } from '../platform/forms.ts'
import { aDecision, aRequest } from '../requests/examples.ts'
import { take } from '../requests/public.ts'
import { aNewRound } from './examples.ts'
import { agreeBudget, assessChair, chooseWay, handOver, notePromise, noteQuote } from './public.ts'
import { roundsOf } from './queries/rounds.ts'

let place: MillbrookAsks
let app: App
let priya: Visitor
let today: PlainDate

before(async () => {
  place = await millbrookAsks()
  app = await appOn(place.database)
  priya = await signedIn(app, place.priya)
  today = await doingIt(place.database, async doing => doing.today)
})

const must = <Value>(answer: { done: true; value: Value } | { done: false; because: readonly string[] }) =>
  assert.ok(answer.done, answer.done ? '' : answer.because.join(', '))
const dayOf = (name: string) => typedDay(name, today) as Form
const holds = (html: string, ...parts: readonly string[]): void => {
  for (const part of parts) assert.ok(html.includes(part), `${part}: ${html}`)
}

const asked = async (): Promise<Reference> => {
  const { reference } = await doAs(place.database, place.person, doing =>
    aRequest(doing, {
      organisation: place.icb,
      person: place.gwen,
      pathway: 'wheelchair',
      parts: [{ says: 'A wheelchair', askedWay: 'notional' }],
    }),
  )
  return reference
}

/** A budget of one way, agreed: with features that somebody else pays, or another chair. */
async function agreed(way: 'notional-with-contribution' | 'third-party' | 'direct-payment') {
  const reference = await asked()
  const features = way === 'notional-with-contribution'
  const sum = features ? pence(62_000n) : pence(200_000n)
  await doAs(place.database, place.priya, async doing => {
    await take(doing, reference)
    await aDecision(doing, { reference })
    must(await assessChair(doing, { ...aNewRound(today), reference }))
    const quote = { supplier: 'Wharfside Mobility', says: 'Rising seat', validUntil: addDays(today, 30) }
    const sums = { net: sum, vat: nothing, total: sum }
    must(await noteQuote(doing, { ...quote, ...sums, reference, kind: features ? 'features' : 'chair' }))
    must(await chooseWay(doing, { reference, way, quote: 1, because: 'Shelves' }))
    const amount = features ? sum : pence(15_000n)
    const giver = features ? 'access-to-work' : 'person'
    must(await notePromise(doing, { reference, giver, who: 'Access to Work', amount }))
  })
  await doAs(place.database, place.tom, async doing =>
    must(await agreeBudget(doing, { reference, startsOn: today })),
  )
  return { reference, at: `/wheelchairs/${reference}` }
}

const bill = (more: Form = {}): Form => ({
  supplier: 'Wharfside Mobility',
  theirs: 'WM-1',
  ...dayOf('datedOn'),
  total: '2470.00',
  ...more,
})
const inLedger = (reference: Reference) =>
  tryAs(place.database, place.priya, async (doing: Doing) =>
    Object.fromEntries(
      [...(await balancesOf(doing, `${reference}:`))]
        .filter(([, sum]) => sum !== 0n)
        .map(([name, sum]) => [name.replace(`${reference}:`, ''), sum]),
    ),
  )

test('what others add is held under their name, and is no part of what the NHS set aside', async () => {
  const { reference, at } = await agreed('notional-with-contribution')
  assert.deepEqual(await inLedger(reference), { allocated: 185_000n })
  const early = await priya.post(`${at}/invoice`, bill())
  assert.equal(early.status, 422)
  holds(early.html, 'Not all that was promised has come yet', 'value="2470.00"')
  await priya.post(`${at}/contributions/1/received`, dayOf('on'))
  assert.deepEqual(await inLedger(reference), {
    allocated: 185_000n,
    'contributed:access-to-work-1': 62_000n,
  })
  holds((await priya.get(`${at}/invoice`)).html, 'value="Wharfside Mobility"', '£1,850.00', '£620.00')
  for (const total of ['2470.01', '620.00'])
    holds((await priya.post(`${at}/invoice`, bill({ total }))).html, 'does not fit what is set aside')
  assert.equal((await priya.post(`${at}/invoice`, bill({ total: '2400.00' }))).status, 303)
  assert.deepEqual(await inLedger(reference), {
    'commissioned:chair': 178_000n,
    'commissioned:from-access-to-work-1': 62_000n,
  })
  holds(
    (await priya.get(at)).html,
    'WM-1',
    'with: Rising seat',
    'Passed on from others',
    'The wheelchair service pays it',
  )
  holds((await priya.post(`${at}/invoice`, bill())).html, 'noted already')
})

test('another chair is owed to its supplier without an agreement, for the NHS’s part alone', async () => {
  const { reference, at } = await agreed('third-party')
  holds((await priya.post(`${at}/invoice`, bill({ total: '1999.99' }))).html, 'does not come to the quote')
  holds(
    (await priya.post(`${at}/invoice`, bill({ total: '2000.00', supplier: 'Me' }))).html,
    'not from the supplier',
  )
  assert.equal((await priya.post(`${at}/invoice`, bill({ total: '2000.00' }))).status, 303)
  await doingIt(place.database, async doing => {
    const [due, ...more] = await dues(doing, { reference }, today)
    assert.deepEqual(more, [])
    assert.deepEqual([due?.amount, due?.agreement, due?.kind], [185_000n, null, 'wheelchair'])
    assert.deepEqual(due?.reasons, ['supplier-account-not-given'])
  })
  const page = (await priya.get(at)).html
  holds(page, 'You pay the supplier', '£150.00', 'It leaves with the next payment run')
  const ngozi = await someone(place.database, {
    name: 'Ngozi Okafor',
    role: 'finance-officer',
    organisation: place.icb,
  })
  holds((await (await signedIn(app, ngozi)).get('/payments')).html, 'Wharfside Mobility')
})

test('a team leader gives a budget up by its page; a case worker and the family do not', async () => {
  const { reference, at } = await agreed('notional-with-contribution')
  await priya.post(`${at}/contributions/1/received`, dayOf('on'))
  const form = { ...dayOf('on'), askedBy: 'Gwen Tallis', because: 'The old one is enough' }
  assert.equal((await priya.get(`${at}/giving-up`)).status, 404)
  assert.equal((await priya.post(`${at}/giving-up`, form)).status, 403)
  const tom = await signedIn(app, place.tom)
  holds((await tom.get(at)).html, 'Give the budget up before the chair comes')
  holds((await tom.post(`${at}/giving-up`, {})).html, 'Enter who asked', 'Say why', 'Enter the day')
  holds((await tom.post(`${at}/giving-up`, form)).html, 'Say how what others gave', 'The old one is enough')
  const sent = await tom.post(`${at}/giving-up`, { ...form, how: 'To the account it came from' })
  assert.equal(sent.status, 303, sent.html)
  assert.deepEqual(await inLedger(reference), {})
  const page = (await tom.get(sent.to ?? '')).html
  holds(
    page,
    'given up. Its money is back',
    'The old one is enough',
    'Given back',
    'Write down an assessment',
  )
  assert.ok(!page.includes('Note the supplier’s invoice') && !page.includes('giving-up"'))
})

test('a direct payment for a chair waits for an agreement that both sides have signed', async () => {
  const { at } = await agreed('direct-payment')
  const answer = await priya.post(`${at}/invoice`, bill({ total: '2000.00' }))
  holds(answer.html, 'needs an agreement that both sides have signed')
})

test('where the repair money pays, the repairer and their invoice are asked for', async () => {
  const { reference, at } = await agreed('third-party')
  await priya.post(`${at}/contributions/1/received`, dayOf('on'))
  await doAs(place.database, place.priya, async doing =>
    must(await handOver(doing, { reference, on: today, serial: 'S-1', gs1: null })),
  )
  await priya.post(`${at}/repairs`, { words: 'Flat tyre' })
  const mended = { ...dayOf('on'), says: 'New tyre', part: 'basic', cost: '40.00' }
  holds((await priya.post(`${at}/repairs/1/done`, mended)).html, 'Enter who did the repair')
  const half = await priya.post(`${at}/repairs/1/done`, { ...mended, supplier: 'Wharf Cycles' })
  holds(half.html, 'Enter who did the repair', 'value="Wharf Cycles"')
  const whole = { ...mended, supplier: 'Wharf Cycles', theirs: 'WC-1' }
  assert.equal((await priya.post(`${at}/repairs/1/done`, whole)).status, 303)
  assert.deepEqual(await inLedger(reference), { allocated: 189_000n, contingency: 38_000n })
})

test('no right now is told in a letter with reasons, who found it and how to ask again', async () => {
  const reference = await asked()
  await doAs(place.database, place.priya, async doing => {
    const none = { standing: 'not-eligible-for-the-service', value: nothing, chair: '' } as const
    must(await assessChair(doing, { ...aNewRound(today, none), reference }))
  })
  await tryAs(place.database, place.person, async doing => {
    const letter = (await lettersOf(doing, place.gwen)).find(({ title }) => title.startsWith('There is no'))
    const found = await noticeOf(doing, letter?.id ?? '')
    const words = JSON.stringify(found?.paragraphs)
    holds(words, 'not the right one', 'WHEELCHAIR-WHO', 'Ombudsman', 'Rhona Kerr')
    holds(JSON.stringify(found), 'Priya Nair', 'Messages')
    assert.equal((await roundsOf(doing, reference)).length, 1)
  })
})
