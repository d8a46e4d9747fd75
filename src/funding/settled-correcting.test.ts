import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { trying } from '../../test/harness.ts'
import { must, onDay, sami, september, shared, sharesOf } from '../../test/joint.ts'
import { ledgerIsSound } from '../../test/ledger.ts'
import { type Lived, lived } from '../../test/living.ts'
import { addDays, type PlainDate, plainDate } from '../kernel/days.ts'
import { balanceOf, fundOf, inDisputeOn } from '../ledger/public.ts'
import type { LineKey } from '../needs/public.ts'
import { linesOn } from '../plans/public.ts'
import type { Doing } from '../platform/doing.ts'
import { correctShares } from './actions/correct-shares.ts'
import { disputedSum, raiseDispute, settleDispute } from './actions/dispute.ts'
import { recharge } from './actions/recharge.ts'
import { agreeToCarry, proposeShares } from './actions/share-out.ts'
import { disputesOf } from './queries/facts.ts'
import { correctionsFor } from './queries/issued.ts'
import type { DisputeId } from './types.ts'

let life: Lived
let nights: { readonly line_key: LineKey; readonly says: string }
before(async () => {
  life = await lived(sami)
})

const care = fundOf('MBC-social-care')
const day = (text: string): PlainDate => plainDate(`2026-${text}`)
type Step = { readonly doing: Doing; readonly on: PlainDate }

const charge = ({ doing, on }: Step, period = september) => {
  const { millbrook, council } = life.place.organisations
  const asked = { lead: millbrook, body: council, ...period }
  return recharge(onDay(doing, life.place.staff.ngozi, on), asked)
}
const dispute = ({ doing, on }: Step, from: PlainDate, until: PlainDate) => {
  const { millbrook, council } = life.place.organisations
  return raiseDispute(onDay(doing, life.place.staff.ngozi, on), {
    reference: life.reference,
    organisation: millbrook,
    person: life.walk.folk.person,
    body: council,
    key: nights.line_key,
    says: nights.says,
    strand: 'social-care',
    from,
    until,
    interim: millbrook,
    because: 'A health need',
  })
}
const settle = ({ doing, on }: Step, of: DisputeId, hundredths: number) =>
  settleDispute(onDay(doing, life.place.staff.ngozi, on), {
    reference: life.reference,
    dispute: of,
    hundredths,
    because: 'The directors met',
  })
/** Everybody agrees that the council carries of the nights and of the physiotherapy what health does not. */
async function share(
  { doing, on }: Step,
  from: PlainDate,
  health: readonly [nights: bigint, physio: bigint],
) {
  const { staff, organisations } = life.place
  const lines = await linesOn(doing, life.reference, on)
  const split = must(
    await proposeShares(onDay(doing, staff.priya, on), {
      reference: life.reference,
      organisation: organisations.millbrook,
      person: life.walk.folk.person,
      from,
      because: 'A later panel',
      bodies: { health: organisations.millbrook, 'social-care': organisations.council },
      lines: lines.map((line, at) => ({
        says: line.says,
        weekly: line.weekly,
        split: sharesOf(line.line_key, health[at] ?? 10_000n),
      })),
    }),
  )
  must(await agreeToCarry(onDay(doing, staff.sian, on), { split, body: organisations.council }))
}
const correct = ({ doing, on }: Step, counts: 'original-day' | 'correction-day' = 'original-day') =>
  correctShares(onDay(doing, life.place.staff.ngozi, on), {
    reference: life.reference,
    lead: life.place.organisations.millbrook,
    person: life.walk.folk.person,
    on: counts,
    because: 'The later panel',
  })

/** What the council carries, as its charges, disputes and settlements say: the ledger must say the same. */
async function holds(doing: Doing): Promise<void> {
  const { rows } = await sql<{ own: bigint }>`
    select coalesce(sum(case when c.dispute_id is null then c.pence - coalesce(m.pence, 0) else 0 end), 0)
      ::bigint as own from funding.charge c left join funding.disputed_charge m on m.charge_id = c.id
    where c.reference = ${life.reference}
      and c.id not in (select charge_id from funding.charge_replaced)`.execute(doing.transaction)
  let [carried, waiting] = [rows[0]?.own ?? 0n, 0n]
  for (const one of await disputesOf(doing, life.reference))
    if (one.settled_on === null) waiting += await disputedSum(doing, one.id)
    else carried += one.body_pence ?? 0n
  assert.equal(await balanceOf(doing, care), -carried)
  assert.equal(await balanceOf(doing, inDisputeOn(life.reference, nights.line_key)), -waiting)
  assert.ok(await ledgerIsSound(doing))
}

async function begun(doing: Doing): Promise<void> {
  const { nights: first } = await shared(doing, life, september.from)
  nights = first ?? assert.fail()
}
/** 30 days of 3 nights at £223: 669.00 x 30 / 7. */
const ofSeptember = 286_714n

for (const [raised, counts] of [
  ['before', 'original-day'],
  ['after', 'original-day'],
  ['after', 'correction-day'],
] as const)
  test(`raised ${raised} the statement: shares agreed after a settlement take its place (${counts})`, () =>
    trying(life.database, async doing => {
      await begun(doing)
      const raise = (on: PlainDate) => dispute({ doing, on }, day('09-06'), day('09-20'))
      const early = raised === 'before' ? must(await raise(day('09-25'))) : null
      must(await charge({ doing, on: day('10-02') }))
      const id = early ?? must(await raise(day('10-03')))
      must(await settle({ doing, on: day('10-20') }, id, 2_500))
      await holds(doing)
      assert.deepEqual(await correct({ doing, on: day('10-25') }), {
        done: false,
        because: ['nothing-to-correct'],
      })
      await share({ doing, on: day('11-10') }, september.from, [0n, 10_000n])
      must(await correct({ doing, on: day('11-11') }, counts))
      await holds(doing)
      assert.equal(await balanceOf(doing, care), -ofSeptember)
      const again = await correctionsFor(doing, {
        reference: life.reference,
        lead: life.place.organisations.millbrook,
      })
      assert.deepEqual(again, [])
    }))

test('a settlement stands on the days on which no other shares were agreed since', () =>
  trying(life.database, async doing => {
    await begun(doing)
    must(await charge({ doing, on: day('10-02') }))
    const id = must(await dispute({ doing, on: day('10-03') }, day('09-06'), day('09-20')))
    must(await settle({ doing, on: day('10-20') }, id, 2_500))
    await share({ doing, on: day('11-10') }, day('09-16'), [0n, 10_000n])
    const { corrections } = must(await correct({ doing, on: day('11-11') }))
    await holds(doing)
    // 5 days at 54 %, 10 days of which a quarter of 54 %, 15 days whole: each stretch rounded once.
    const [five, ten, whole] = [25_804n, 51_608n, 143_357n]
    assert.equal(await balanceOf(doing, care), -(five + (ten + 2n) / 4n + whole))
    const [settled] = corrections[0]?.settled ?? []
    assert.deepEqual([settled?.disputed, settled?.bodyPays], [ten, (ten + 2n) / 4n])
  }))

test('shares agreed before a settlement do not move it, and another line follows meanwhile', () =>
  trying(life.database, async doing => {
    await begun(doing)
    must(await charge({ doing, on: day('10-02') }))
    const id = must(await dispute({ doing, on: day('10-03') }, day('09-06'), day('09-20')))
    await share({ doing, on: day('10-10') }, september.from, [4_600n, 0n])
    const first = must(await correct({ doing, on: day('10-11') }))
    assert.deepEqual(first.corrections[0]?.leftOut, ['Waking nights'])
    await holds(doing)
    must(await settle({ doing, on: day('10-20') }, id, 2_500))
    await holds(doing)
    assert.equal((await correct({ doing, on: day('10-21') })).done, false)
    await share({ doing, on: day('11-10') }, day('10-01'), [0n, 0n])
    assert.equal((await correct({ doing, on: day('11-11') })).done, false)
  }))

/** The same numbers in the same order for the same seed, so that a sequence that fails can be run again. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

async function step(one: Step, pick: (below: number) => number): Promise<void> {
  const { doing } = one
  const open = (await disputesOf(doing, life.reference)).filter(({ settled_on }) => settled_on === null)
  const from = addDays(september.from, pick(30))
  const what = pick(5)
  if (what === 0) await dispute(one, from, addDays(from, pick(25)))
  else if (what === 1 && open[0]) must(await settle(one, open[0].id, pick(10_001)))
  else if (what === 2) await share(one, from, [BigInt(pick(10_001)), BigInt(pick(10_001))])
  else if (what === 3) await charge(one)
  else await correct(one, pick(2) === 0 ? 'original-day' : 'correction-day')
  await holds(doing)
}

const sequences = Number(process.env['OPENPHB_SEQUENCES'] ?? 6)
for (const seed of Array.from({ length: Math.min(sequences, 60) }, (_none, at) => at + 1))
  test(`whatever happens in which order, it adds up to the penny (sequence ${seed})`, () =>
    trying(life.database, async doing => {
      await begun(doing)
      const pick = chance(seed)
      let on = day('10-02')
      if (pick(2) === 0) must(await charge({ doing, on }))
      for (let at = 0; at < 9; at += 1) {
        on = addDays(on, 1 + pick(3))
        await step({ doing, on }, pick)
      }
      for (const { id } of (await disputesOf(doing, life.reference)).filter(one => one.settled_on === null))
        must(await settle({ doing, on: addDays(on, 1) }, id, pick(10_001)))
      assert.equal(await balanceOf(doing, inDisputeOn(life.reference, nights.line_key)), 0n)
      await correct({ doing, on: addDays(on, 2) })
      await holds(doing)
      const asked = { reference: life.reference, lead: life.place.organisations.millbrook }
      assert.deepEqual(await correctionsFor(doing, asked), [])
    }))
