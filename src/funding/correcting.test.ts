import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { trying } from '../../test/harness.ts'
import { changedLater, late, must, october, onDay, sami, september, sharesOf } from '../../test/joint.ts'
import { ledgerIsSound } from '../../test/ledger.ts'
import { type Lived, lived } from '../../test/living.ts'
import { type PlainDate, plainDate } from '../kernel/days.ts'
import { negative, plus } from '../kernel/money.ts'
import { balanceOf, balancesAt, entriesOf, fundOf } from '../ledger/public.ts'
import { lettersOf } from '../notices/public.ts'
import { dues } from '../payments/public.ts'
import { linesOn } from '../plans/public.ts'
import type { Doing } from '../platform/doing.ts'
import { correctShares } from './actions/correct-shares.ts'
import { raiseDispute } from './actions/dispute.ts'
import { agreeToCarry, proposeShares } from './actions/share-out.ts'
import { correctionsFor } from './queries/issued.ts'

let life: Lived
before(async () => {
  life = await lived(sami)
})

const [care, board] = [fundOf('MBC-social-care'), fundOf('QMB')]

const correct = (doing: Doing, on: 'original-day' | 'correction-day', because = 'Panel of 9 November') =>
  correctShares(onDay(doing, life.place.staff.ngozi, late), {
    reference: life.reference,
    lead: life.place.organisations.millbrook,
    person: life.walk.folk.person,
    on,
    because,
  })

const asOf = async (doing: Doing, day: PlainDate) =>
  (await balancesAt(doing, [care], { asOf: day, knownOn: late })).get(care) ?? 0n

for (const [on, inSeptember] of [
  ['original-day', true],
  ['correction-day', false],
] as const)
  test(`corrected at the ${on}, the old charge is undone and the new one posted, to the penny`, () =>
    trying(life.database, async doing => {
      await changedLater(doing, life, { from: september.from })
      const [before, paid] = [await balanceOf(doing, care), await balanceOf(doing, board)]
      const due = await dues(doing, { reference: life.reference }, plainDate('2027-01-31'))
      const { corrections, entries } = must(await correct(doing, on))
      const [only] = corrections
      assert.ok(only && only.before === negative(before))
      assert.equal(await balanceOf(doing, care), negative(only.after))
      assert.equal((await balanceOf(doing, board)) - paid, only.after - only.before)
      assert.equal(await asOf(doing, september.until), inSeptember ? -only.after : before)
      assert.equal(entries.length, 2)
      for (const { postings, effectiveOn } of entries) {
        assert.equal(plus(...postings.map(one => one.pence)), 0n)
        assert.equal(effectiveOn, inSeptember ? september.until : late)
        // Only funds of bodies move: what is set aside for the person, held, or due to them stays.
        assert.ok(postings.every(one => one.account.startsWith('fund:')))
      }
      assert.deepEqual(await dues(doing, { reference: life.reference }, plainDate('2027-01-31')), due)
      assert.ok(await ledgerIsSound(doing))
      const titles = (await lettersOf(doing, life.walk.folk.person)).map(({ title }) => title)
      assert.ok(titles.some(title => title.startsWith('Who pays which share of your budget has changed')))
      assert.ok(titles.some(title => /^Recharge statement \d+ is corrected$/.test(title)))
      const again = await correct(doing, on)
      assert.deepEqual(again, { done: false, because: ['nothing-to-correct'] })
    }))

test('shares that change twice are corrected twice: each undoes what stands', () =>
  trying(life.database, async doing => {
    await changedLater(doing, life, { from: september.from })
    must(await correct(doing, 'correction-day'))
    const first = await balanceOf(doing, care)
    const { priya, sian } = life.place.staff
    const { millbrook, council } = life.place.organisations
    const lines = await linesOn(doing, life.reference, late)
    const split = must(
      await proposeShares(onDay(doing, priya, late), {
        reference: life.reference,
        organisation: millbrook,
        person: life.walk.folk.person,
        from: plainDate('2026-09-16'),
        because: 'A second panel',
        bodies: { health: millbrook, 'social-care': council },
        lines: lines.map(line => ({
          says: line.says,
          weekly: line.weekly,
          split: sharesOf(line.line_key, line === lines[0] ? 9_000n : 10_000n),
        })),
      }),
    )
    must(await agreeToCarry(onDay(doing, sian, late), { split, body: council }))
    const { corrections } = must(await correct(doing, 'original-day', 'A second panel'))
    assert.equal(corrections[0]?.before, -first)
    assert.equal(await balanceOf(doing, care), negative(corrections[0]?.after ?? assert.fail()))
    const keys = (await entriesOf(doing, { person: life.walk.folk.person })).map(({ key }) => key)
    assert.equal(keys.filter(key => key.includes(':undo:') && key.startsWith('recharge:')).length, 2)
    assert.ok(await ledgerIsSound(doing))
  }))

test('a disputed line is not corrected, and a dispute raised after a correction takes the new charge', () =>
  trying(life.database, async doing => {
    await changedLater(doing, life, { from: september.from })
    const dispute = async (from: PlainDate) => {
      const [nights] = await linesOn(doing, life.reference, september.from)
      assert.ok(nights)
      return raiseDispute(onDay(doing, life.place.staff.ngozi, late), {
        reference: life.reference,
        organisation: life.place.organisations.millbrook,
        person: life.walk.folk.person,
        body: life.place.organisations.council,
        key: nights.line_key,
        says: nights.says,
        strand: 'social-care',
        from,
        until: october.until,
        interim: life.place.organisations.millbrook,
        because: 'A health need',
      })
    }
    const { corrections } = must(await correct(doing, 'original-day'))
    must(await dispute(september.from))
    const [after] = corrections
    assert.equal(await balanceOf(doing, care), 0n)
    const inDispute = (await balancesAt(doing, [`${life.reference}:in-dispute`], {
      asOf: late,
      knownOn: late,
    })) as ReadonlyMap<string, bigint>
    assert.equal([...inDispute.values()][0], -(after?.after ?? 0n))
    const left = await correctionsFor(doing, {
      reference: life.reference,
      lead: life.place.organisations.millbrook,
    })
    assert.deepEqual(left, [])
  }))

test('without a reason nothing is corrected', () =>
  trying(life.database, async doing => {
    await changedLater(doing, life, { from: september.from })
    assert.deepEqual(await correct(doing, 'original-day', ' '), { done: false, because: ['nothing-said'] })
  }))
