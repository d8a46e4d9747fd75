import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { doAs, doingIt, someone, trying } from '../../test/harness.ts'
import { ledgerIsSound } from '../../test/ledger.ts'
import { dayFields, held, placeOfRecoveries, proposal, today } from '../../test/recoveries.ts'
import { addDays, type PlainDate } from '../kernel/days.ts'
import { nextDues, prepareRun, releaseRun, scheduleSigned, tellHolders } from '../payments/public.ts'
import { setFigure } from '../people/public.ts'
import { enterThoseDue } from './actions/enter.ts'
import { aWorking } from './examples.ts'
import { type ProposalFacts, whyNotPropose } from './rules/proposing.ts'
import { settingNames } from './rules/settings.ts'

const facts: ProposalFacts = {
  ground: 'substantial-share-unspent',
  way: 'net',
  periodPayment: 146_000n as never,
  because: 'Unused since spring.',
  amount: 100_000n as never,
  working: aWorking(),
  whoMustRepay: 'Cerys Dunnet',
  repayDays: 56,
  fewestDays: 56,
  diedOn: null,
  executor: null,
  finalBillsAsked: false,
  openRecovery: false,
}

test('of unused money at most one period comes off a payment, and a penny of it is left', () => {
  const why = (say: Partial<ProposalFacts>) => whyNotPropose({ ...facts, ...say })
  const sum = (amount: bigint) => why({ amount: amount as never })
  assert.deepEqual(sum(145_999n), [])
  assert.deepEqual(sum(146_000n), ['nothing-left-of-it'])
  assert.deepEqual(sum(146_001n), ['more-than-one-period'])
  assert.deepEqual(sum(523_501n), ['more-than-is-left', 'more-than-one-period'])
  assert.deepEqual(why({ periodPayment: null }), ['no-coming-payment'])
  assert.deepEqual(
    why({ ground: 'spent-outside-plan', working: aWorking({ outsidePlan: 200_000n as never }) }),
    ['only-unused-is-netted'],
  )
})

test('protected money is never taken off: the sum stays within what is left after it', () => {
  const working = aWorking({
    held: 150_000n as never,
    protectedSum: 100_000n as never,
    surplus: 50_000n as never,
  })
  const limit = { ...aWorking().limit, value: 0 } as never
  const why = (amount: bigint) =>
    whyNotPropose({ ...facts, working: { ...working, limit }, amount: amount as never })
  assert.deepEqual(why(50_000n), [])
  assert.deepEqual(why(50_001n), ['more-than-is-left'])
})

/** Gwen’s budget with a schedule, and a board that looks at what is over half a week. */
async function place() {
  const all = await placeOfRecoveries()
  await doAs(all.database, all.helen, doing =>
    setFigure(doing, {
      organisation: all.icb,
      facts: settingNames,
      allow: 'recoveries.settings',
      name: 'surplus-weeks',
      value: '0.5',
      from: doing.today,
      because: 'Finance committee',
    }),
  )
  await doingIt(all.database, doing => scheduleSigned(doing, all.icb))
  // Unused money needs a statement that says so.
  const day = today.split('-').reverse().join('/')
  const row = `Date,Description,Amount,Balance\r\n${day},SWIM CENTRE,-9.00,991.00\r\n`
  const files = [{ field: 'files', name: 'may.csv', bytes: Buffer.from(row) }]
  const gwen = await all.asOf(all.person)
  assert.equal((await gwen.send(`/bank/${all.reference}/statements`, {}, files)).status, 303)
  const second = await someone(all.database, {
    name: 'Sol Abara',
    role: 'finance-officer',
    organisation: all.icb,
  })
  return { ...all, second }
}
type Place = Awaited<ReturnType<typeof place>>

const netted = { ...proposal, ground: 'substantial-share-unspent', way: 'net', amount: '50.00' }

/** A run of all that leaves in a fortnight, prepared, signed by two and told. */
async function pay(all: Place): Promise<bigint> {
  const run = await doAs(all.database, all.finance, doing =>
    prepareRun(doing, { organisation: all.icb, until: addDays(doing.today, 14) }),
  )
  assert.ok(run.done, run.done ? '' : run.because.join())
  const { rows } = await sql<{ id: string }>`select id from payments.check_found where grade = 'warning'
    and run_id = ${run.value.run}`.execute(all.database.kysely)
  assert.equal(rows.length, 0)
  for (const who of [all.finance, all.second]) {
    const signed = await doAs(all.database, who, doing => releaseRun(doing, run.value))
    assert.ok(signed.done, signed.done ? '' : signed.because.join())
  }
  await doingIt(all.database, doing => tellHolders(doing, run.value.run))
  return run.value.total
}

const next = (all: Place) =>
  doingIt(all.database, async doing =>
    (await nextDues(doing, all.reference, 3)).map(one => [one.amount, one.takenOff?.amount ?? 0n] as const),
  )

const rowsOf = async (all: Place, table: string) =>
  (
    await sql<{ many: number }>`select count(*)::int as many from ${sql.table(table)}`.execute(
      all.database.kysely,
    )
  ).rows[0]?.many

const goBy = async (all: Place, day: PlainDate) => {
  await all.goTo(day)
  return doingIt(all.database, enterThoseDue)
}

test('unused money is told first, nothing moves in the time, then one payment is smaller', async () => {
  const all = await place()
  const at = `/recoveries/${all.reference}`
  const [priya, tom, gwen, grace] = [
    await all.asOf(all.priya),
    await all.asOf(all.tom),
    await all.asOf(all.person),
    await all.asOf(all.finance),
  ]
  assert.match((await priya.get(`${at}/new`)).html, /It comes off the next payment/)
  const much = await priya.post(`${at}/new`, { ...netted, amount: '990.00' })
  assert.equal(much.status, 422)
  assert.equal((await priya.post(`${at}/new`, netted)).to, `${at}/1?done=proposed`)
  const before = await next(all)
  assert.equal((await tom.post(`${at}/1/notice`)).to, `${at}/1?done=told`)
  const told = (await gwen.get(`${at}/1`)).html
  assert.match(told, /We propose to take £50\.00 off the next payment/)
  assert.match(told, /Object to this/)
  assert.doesNotMatch(told, /Repay by/)

  // Before its day nothing comes off and nothing is entered.
  assert.equal(await goBy(all, addDays(today, 28)), 0)
  assert.equal(await rowsOf(all, 'payments.deduction'), 0)
  await all.goTo(today)
  assert.deepEqual(await next(all), before)

  assert.equal(await goBy(all, addDays(today, 29)), 1)
  assert.equal(await goBy(all, addDays(today, 29)), 0)
  assert.match((await gwen.get(`${at}/1`)).html, /£50\.00 comes off the next payment/)
  const soon = await next(all)
  assert.equal(soon.filter(([, off]) => off > 0n).length, 1)
  assert.match((await gwen.get(`/payments/for/${all.reference}`)).html, /£50\.00 is taken off it/)
  assert.equal(await rowsOf(all, 'recoveries.posting'), 1)

  // What was due before its day leaves whole; the first payment after it is smaller.
  await pay(all)
  await all.goTo(addDays(today, 50))
  const books = await held(all)

  const paid = await pay(all)
  const after = await held(all)
  assert.equal(BigInt(after['held'] ?? 0) - BigInt(books['held'] ?? 0), paid)
  assert.equal(BigInt(books['allocated'] ?? 0) - BigInt(after['allocated'] ?? 0), paid + 5_000n)
  assert.equal(after['to-recover'] ?? '0', '0')
  assert.ok(await trying(all.database, ledgerIsSound))
  assert.match((await gwen.get(`${at}/1`)).html, /£50\.00 was taken off a payment/)
  assert.match((await grace.get('/recoveries?show=all')).html, /Taken off a payment/)
  assert.equal((await next(all)).filter(([, off]) => off > 0n).length, 0)
  const { rows } = await sql<{ body: string }>`select n::text as body from notices.notice n
    where kind = 'remittance'`.execute(all.database.kysely)
  assert.ok(
    rows.some(({ body }) => body.includes('Taken off it, as we wrote to you') && body.includes('£50.00')),
  )
  const back = { ...dayFields('repaidOn', today), repaidHow: 'cheque', repaidAmount: '50', repaidWords: '' }
  assert.match((await grace.post(`${at}/1/repayments`, back)).html, /It is taken off a payment/)
})

test('while an objection has no answer nothing comes off; what is dropped never does', async () => {
  const all = await place()
  const at = `/recoveries/${all.reference}`
  const [priya, tom, gwen, helen] = [
    await all.asOf(all.priya),
    await all.asOf(all.tom),
    await all.asOf(all.person),
    await all.asOf(all.helen),
  ]
  await priya.post(`${at}/new`, netted)
  await tom.post(`${at}/1/notice`)
  assert.equal(
    (await gwen.post(`${at}/1/objection`, { words: 'It is for a bed.' })).to,
    `${at}/1?done=objected`,
  )
  assert.equal(await goBy(all, addDays(today, 60)), 0)
  assert.equal(await rowsOf(all, 'payments.deduction'), 0)
  const answer = { outcome: 'dropped', because: 'A bed is agreed.' }
  assert.equal((await helen.post(`${at}/1/answer`, answer)).to, `${at}/1?done=answered`)
  assert.match((await gwen.get(`${at}/1`)).html, /Nothing is taken off a payment/)
  assert.equal(await goBy(all, addDays(today, 200)), 0)
  assert.equal(await rowsOf(all, 'payments.deduction'), 0)
})
