import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { backDate, recharge } from '../../src/funding/public.ts'
import { daysBetween, plainDate } from '../../src/kernel/days.ts'
import { type Pence, pence, plus, sayMoney } from '../../src/kernel/money.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { picture } from '../../src/ledger/picture.ts'
import { balanceOf, balancesAt, entriesOf, fundOf } from '../../src/ledger/public.ts'
import { pay } from '../../src/millbrook/runs.ts'
import { lettersOf } from '../../src/notices/public.ts'
import { dues, prepareRun } from '../../src/payments/public.ts'
import { linesOn } from '../../src/plans/public.ts'
import type { Doing } from '../../src/platform/doing.ts'
import { doingIt, trying } from '../harness.ts'
import { must, onDay, sami, shared } from '../joint.ts'
import { samePicture } from '../ledger.ts'
import { type Lived, lived, told } from '../living.ts'

let life: Lived
before(async () => {
  life = await lived({
    ...sami,
    asks: { ...(sami.asks as NonNullable<typeof sami.asks>), on: -330 },
    banked: [{ on: -180, share: 99 }],
  })
})

const [from, on] = [plainDate('2026-04-01'), plainDate('2026-06-20')]

async function raised(doing: Doing) {
  const lead = life.place.organisations.millbrook
  const [nights] = await linesOn(doing, life.reference, on)
  assert.ok(nights)
  return backDate(onDay(doing, life.place.staff.ngozi, on), {
    reference: life.reference,
    organisation: lead,
    person: life.walk.folk.person,
    key: nights.line_key,
    change: { kind: 'rate', from, rate: pence(nights.rate + 700n) },
    because: 'The rate of agencies rose on 1 April',
  })
}

test('a rate is raised from 1 April on 20 June: seen first, posted, shared, told and paid', async () => {
  // Seen first: everything is done, looked at, and undone again.
  const preview = await trying(life.database, async doing => {
    await shared(doing, life, from)
    return must(await raised(doing))
  })
  const before = await doingIt(life.database, doing => entriesOf(doing, { person: life.walk.folk.person }))
  assert.ok(before.every(({ key }) => !key.startsWith('change:')))
  const { arrears, letter } = preview
  assert.equal(plus(...arrears.shares.values()), arrears.arrears)
  assert.ok(arrears.arrears > 0n && arrears.from === from)
  assert.ok(letter.paragraphs.some(text => text.includes(sayMoney(arrears.arrears))))

  await trying(life.database, async doing => {
    const { ngozi } = life.place.staff
    const { millbrook, council } = life.place.organisations
    await shared(doing, life, from)
    const posted = must(await raised(doing))
    assert.deepEqual(posted.arrears, arrears)
    const owed = (await dues(doing, { reference: life.reference }, plainDate('2026-12-20'))).find(
      one => one.isFor === letter.title,
    )
    assert.deepEqual([owed?.amount, owed?.from, owed?.until], [arrears.arrears, from, arrears.until])
    const letters = await lettersOf(doing, life.walk.folk.person)
    assert.ok(letters.some(({ title }) => title === letter.title))
    await paysIt(doing)
    // As it was known on 3 May, nothing had changed; as it is known now, it counts from 1 April.
    const fund = fundOf('QMB')
    const asOf = (knownOn: string) =>
      balancesAt(doing, [fund], { asOf: plainDate('2026-05-03'), knownOn: plainDate(knownOn) })
    const [then, now] = [await asOf('2026-05-03'), await asOf('2026-06-20')]
    assert.equal((then.get(fund) ?? 0n) - (now.get(fund) ?? 0n), arrears.arrears)
    must(
      await recharge(onDay(doing, ngozi, plainDate('2026-07-02')), {
        lead: millbrook,
        body: council,
        from: plainDate('2026-06-01'),
        until: plainDate('2026-06-30'),
      }),
    )
    const theirs = -(await balanceOf(doing, fundOf('MBC-social-care'))) as Pence
    assert.ok(theirs > (arrears.shares.get('social-care') ?? 0n))
    assert.ok(isSound(await checkLedger(doing)))
    const entries = await entriesOf(doing, { person: life.walk.folk.person })
    const ofStory = entries.filter(
      ({ key, because }) => /^(change|recharge):/.test(key) || because.startsWith(arrearsPaid),
    )
    samePicture(
      'pictures/a-rate-raised-from-a-past-day',
      picture(ofStory, { recorded: true }).replaceAll(life.reference, 'PHB-0000-000'),
    )
  })
})

const arrearsPaid = 'Difference for days already paid'
const monday = plainDate('2026-06-22')

/** The next run pays the arrears with what is due anyway, two people sign it, the holder is told; once. */
async function paysIt(doing: Doing): Promise<void> {
  const ago = daysBetween(told, monday)
  await pay(doing, life.place, { of: 'millbrook', on: ago, ahead: 6, signatures: 2 })
  const paid = await paymentsOf(doing)
  assert.deepEqual(
    paid.map(one => [one.amount, one.period_from, one.period_until, one.leaves_on]),
    [[33_000n, from, '2026-07-19', monday]],
  )
  const letters = (await lettersOf(doing, life.walk.folk.person)).map(({ title }) => title)
  assert.ok(letters.includes('We have paid £330.00 for 1 April 2026 to 19 July 2026'), letters.join('\n'))
  const again = await prepareRun(onDay(doing, life.place.staff.ngozi, monday), {
    organisation: life.place.organisations.millbrook,
    until: monday,
  })
  assert.deepEqual(again, { done: false, because: ['nothing-to-pay'] })
}

const paymentsOf = async (doing: Doing) => {
  const { rows } = await sql<{
    amount: bigint
    period_from: string
    period_until: string
    leaves_on: string
  }>`select p.amount, i.period_from, i.period_until, p.leaves_on
    from payments.payment p join payments.instruction i on i.id = p.instruction_id
    where p.reference = ${life.reference} and i.obligation_id is not null`.execute(doing.transaction)
  return rows
}

test('a change that lowers a budget, or is not in the past, or is none, is refused with why', async () => {
  await trying(life.database, async doing => {
    const [nights] = await linesOn(doing, life.reference, on)
    assert.ok(nights)
    const why = async (change: Parameters<typeof backDate>[1]['change'], because = 'x') => {
      const answer = await backDate(onDay(doing, life.place.staff.ngozi, on), {
        reference: life.reference,
        organisation: life.place.organisations.millbrook,
        person: life.walk.folk.person,
        key: nights.line_key,
        change,
        because,
      })
      return answer.done ? [] : answer.because
    }
    assert.deepEqual(await why({ kind: 'rate', from, rate: pence(1n) }), ['lowers-the-budget'])
    assert.deepEqual(await why({ kind: 'rate', from, rate: nights.rate }, ' '), [
      'nothing-changes',
      'nothing-said',
    ])
    assert.deepEqual(await why({ kind: 'start', from: on }), ['not-before-the-start'])
    assert.ok(
      (await why({ kind: 'rate', from: plainDate('2027-06-01'), rate: pence(nights.rate + 1n) })).includes(
        'not-in-the-past',
      ),
    )
  })
})
