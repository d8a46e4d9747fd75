import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { gwensBudget } from '../../test/bank.ts'
import { appOn, doingIt, signedIn, trying } from '../../test/harness.ts'
import { dayFields, today } from '../../test/recoveries.ts'
import { endAgreement } from '../agreements/public.ts'
import { addDays, type PlainDate, plainDate } from '../kernel/days.ts'
import { nothing, pence } from '../kernel/money.ts'
import { fundOf, heldBy, post } from '../ledger/public.ts'
import { closeCase, settledOf } from './public.ts'
import {
  itemsStanding,
  keepUntil,
  type Liability,
  type SettleFact,
  standsInTheWay,
  whyNotSettle,
} from './rules/settling.ts'

const day = plainDate('2026-11-20')
const fact = (say: Partial<SettleFact> & Pick<SettleFact, 'item' | 'what'>): SettleFact => ({
  who: '',
  by: null,
  owed: nothing,
  words: '',
  keepUntil: null,
  ...say,
})
const settledBooks = {
  endsOn: addDays(day, -1),
  held: nothing,
  advance: nothing,
  allocated: nothing,
  toRecover: nothing,
  openRecoveries: 0,
  openQuestions: 0,
}
const owes: Liability = { item: 'redundancy', owed: pence(98_000n), because: 'Joan, four years' }

test('where nobody was employed the employer’s items do not apply, and nobody has to say so', () => {
  const items = itemsStanding({ facts: [], liabilities: [], employs: false, today: day })
  const open = items.filter(({ state }) => state === 'open').map(({ item }) => item)
  assert.deepEqual(open, ['direct-debits', 'last-bills', 'equipment', 'records'])
})

test('what a neighbour knows to be owed keeps its item open, whatever was ticked off', () => {
  const facts = [fact({ item: 'redundancy', what: 'settled', words: 'Paid, says Marek.' })]
  const items = itemsStanding({ facts, liabilities: [owes], employs: false, today: day })
  const redundancy = items.find(({ item }) => item === 'redundancy')
  assert.deepEqual([redundancy?.state, redundancy?.owed], ['open', 98_000n])
  const against = { owedElsewhere: pence(98_000n), keepAtLeast: day }
  const none = fact({ item: 'redundancy', what: 'does-not-apply', words: 'She left.' })
  assert.deepEqual(whyNotSettle(none, against), ['owed-so-it-applies'])
  assert.deepEqual(whyNotSettle(none, { ...against, owedElsewhere: nothing }), [])
})

test('everything that is in the way stands in one list, the money first', () => {
  const facts = [
    fact({ item: 'final-pay', what: 'to-do', who: 'Marek', by: addDays(day, -2), owed: pence(12_000n) }),
  ]
  const items = itemsStanding({ facts, liabilities: [], employs: true, today: day })
  const books = { ...settledBooks, held: pence(5_000n), toRecover: pence(1n), openRecoveries: 1 }
  const says = standsInTheWay(items, books, day).map(({ key }) => key)
  assert.deepEqual(says.slice(0, 4), ['held', 'recoveries', 'to-recover', 'final-pay'])
  assert.equal(says.length, 3 + 12)
  const [, , , wages] = standsInTheWay(items, books, day)
  assert.equal(wages?.says, 'Last wages: Marek, by 18 November 2026, which has passed. £120.00 is owed.')
})

test('an advance that nothing was taken off for is named with its sum, to the penny', () => {
  const says = (advance: bigint) =>
    standsInTheWay([], { ...settledBooks, held: pence(10_001n), advance: pence(advance) }, day)
  assert.deepEqual(
    says(6_667n).map(({ key }) => key),
    ['held', 'advance'],
  )
  assert.match(says(1n)[1]?.says ?? '', /^£0\.01 of that is an emergency advance/)
  assert.deepEqual(
    says(0n).map(({ key }) => key),
    ['held'],
  )
})

test('the last day itself is not over: a case is closed from the day after', () => {
  const items = itemsStanding({ facts: [], liabilities: [], employs: true, today: day }).map(one => ({
    ...one,
    state: 'settled' as const,
  }))
  assert.deepEqual(standsInTheWay(items, { ...settledBooks, endsOn: addDays(day, -1) }, day), [])
  assert.equal(standsInTheWay(items, { ...settledBooks, endsOn: day }, day)[0]?.key, 'last-day')
})

test('papers are kept for whole tax years after the one of the end, and not a day less', () => {
  assert.equal(keepUntil(plainDate('2026-04-05'), 6), '2032-04-05')
  assert.equal(keepUntil(plainDate('2026-04-06'), 6), '2033-04-05')
  const records = (kept: PlainDate | null) =>
    whyNotSettle(fact({ item: 'records', what: 'settled', words: 'Told.', keepUntil: kept }), {
      owedElsewhere: nothing,
      keepAtLeast: plainDate('2033-04-05'),
    })
  assert.deepEqual(records(plainDate('2033-04-05')), [])
  assert.deepEqual(records(plainDate('2033-04-04')), ['kept-too-short'])
  assert.deepEqual(records(null), ['keep-until-missing'])
})

async function ended() {
  const budget = await gwensBudget()
  const { database, reference, tom, gwen, icb } = budget
  await doingIt(database, async doing => {
    const ending = { reference, on: doing.today, ground: 'asked-by-the-person' as const, because: 'Enough.' }
    assert.ok((await endAgreement({ ...doing, actor: tom }, ending)).done)
  })
  const app = await appOn(database)
  const giveBack = () =>
    doingIt(database, async doing => {
      const given = await post(doing, [
        {
          key: `test:given-back:${reference}`,
          effectiveOn: doing.today,
          because: 'What was left, given back',
          organisation: icb,
          person: gwen,
          postings: [
            { account: heldBy(reference), pence: pence(-100_000n) },
            { account: fundOf('QMB'), pence: pence(100_000n) },
          ],
        },
      ])
      assert.ok(given.done)
    })
  const tomorrow = () =>
    sql`insert into platform.clock (set_to, set_at)
      values ((${addDays(today, 1)}::date + time '09:00') at time zone 'Europe/London',
        statement_timestamp())`.execute(database.kysely)
  return { ...budget, app, giveBack, tomorrow, at: `/reviews/${reference}/closing` }
}

test('a case is closed when nothing is in the way, and the family is told what to keep', async () => {
  const { app, at, database, person, tom, priya, giveBack, tomorrow, reference } = await ended()
  const [gwen, worker, leader] = [
    await signedIn(app, person),
    await signedIn(app, priya),
    await signedIn(app, tom),
  ]
  const first = await leader.get(at)
  assert.match(first.html, /Still in the way/)
  assert.match(first.html, /£1,000\.00 of the budget’s account is not explained yet/)
  assert.match((await leader.post(at)).html, /cannot be closed while something is open/)
  const nobody = await worker.post(`${at}/last-bills`, { what: 'to-do', who: '', owed: 'much' })
  assert.equal(nobody.status, 422)
  for (const says of ['Enter who does it', 'Enter by when', 'Enter an amount in pounds'])
    assert.ok(nobody.html.includes(says), says)
  const toDo = { what: 'to-do', who: 'Gwen', ...dayFields('by', addDays(today, 9)), owed: '45' }
  assert.equal((await worker.post(`${at}/last-bills`, toDo)).to, at)
  assert.match((await gwen.get(at)).html, /Gwen, by .*£45\.00 is owed/)
  const receipt = { field: 'file', name: 'bill.txt', bytes: Buffer.from('Swim Centre: paid') }
  const settled = { what: 'settled', evidence: 'The Swim Centre was paid on Monday.' }
  assert.equal((await gwen.send(`${at}/last-bills`, settled, [receipt])).to, at)
  const item = await leader.get(`${at}/last-bills`)
  const paper = /href="([^"]+\/files\/[^"]+)"/.exec(item.html)?.[1] ?? ''
  assert.match((await leader.get(paper)).html, /Swim Centre: paid/)
  for (const [name, because] of [
    ['direct-debits', 'There never were any.'],
    ['equipment', 'Nothing was bought.'],
  ] as const)
    assert.equal((await gwen.post(`${at}/${name}`, { what: 'does-not-apply', because })).to, at)
  const early = { what: 'settled', evidence: 'We told her.', ...dayFields('keepUntil', addDays(today, 30)) }
  assert.match((await worker.post(`${at}/records`, early)).html, /Papers are kept longer than that/)
  const kept = { ...early, ...dayFields('keepUntil', keepUntil(today, 6)) }
  assert.equal((await worker.post(`${at}/records`, kept)).to, at)
  await giveBack()
  assert.match((await leader.post(at)).html, /has not passed yet/)
  await tomorrow()
  assert.match((await leader.get(at)).html, /Nothing stands in the way any more/)
  assert.equal((await gwen.post(at)).status, 403)
  assert.equal((await leader.post(at)).to, `/reviews/${reference}`)
  assert.match((await gwen.get(at)).html, /Everything was settled and the case was closed/)
  assert.match((await worker.post(`${at}/records`, kept)).html, /The case is closed/)
  const { rows } = await sql<{ title: string }>`select title from notices.notice
    where title like 'Everything is settled%'`.execute(database.kysely)
  assert.equal(rows.length, 1)
})

test('nobody who only looks at the money, and nobody elsewhere, fills in the list', async () => {
  const { app, at, database, stranger, reference, finance } = await ended()
  const outside = await signedIn(app, stranger)
  assert.equal((await outside.get(at)).status, 404)
  assert.equal((await outside.post(`${at}/tax`, { what: 'settled', evidence: 'x' })).status, 404)
  const grace = await signedIn(app, finance)
  assert.equal((await grace.get(`${at}/nothing`)).status, 404)
  assert.equal((await grace.get(`${at}/tax`)).status, 200)
  const refused = await trying(database, async doing => {
    const known = await closeCase(doing, { reference, liabilities: [{ ...owes, item: 'tax' }] })
    const found = { reference, organisation: finance.roles[0]?.organisation ?? ('' as never) }
    return [known, (await settledOf(doing, found, [{ ...owes, item: 'tax' }]))?.inTheWay.map(one => one.key)]
  })
  assert.deepEqual(refused[0], { done: false, because: ['something-in-the-way'] })
  assert.ok((refused[1] as readonly string[]).includes('tax'))
})
