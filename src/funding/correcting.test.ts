import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doingIt, type Someone, signedIn, trying } from '../../test/harness.ts'
import { must, october, onDay, sami, september, shared } from '../../test/joint.ts'
import { type Lived, lived } from '../../test/living.ts'
import { type PlainDate, plainDate } from '../kernel/days.ts'
import { negative, plus } from '../kernel/money.ts'
import { checkLedger, isSound } from '../ledger/check.ts'
import { balanceOf, balancesAt, entriesOf, fundOf } from '../ledger/public.ts'
import type { LineSplit } from '../needs/public.ts'
import { lettersOf } from '../notices/public.ts'
import { dues } from '../payments/public.ts'
import { linesOn } from '../plans/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { correctShares } from './actions/correct-shares.ts'
import { raiseDispute } from './actions/dispute.ts'
import { recharge } from './actions/recharge.ts'
import { agreeToCarry, proposeShares } from './actions/share-out.ts'
import { correctionsFor } from './queries/issued.ts'

let life: Lived
before(async () => {
  life = await lived(sami)
})

const [care, board] = [fundOf('MBC-social-care'), fundOf('QMB')]
const late = plainDate('2026-11-10')

/** September is shared and charged; then everybody agrees that social care carries all of the nights from a day. */
async function changedLater(doing: Doing, from: PlainDate, health = 0n) {
  const { priya, sian, ngozi } = life.place.staff
  const { millbrook, council } = life.place.organisations
  await shared(doing, life, september.from)
  const asked = { lead: millbrook, body: council, ...september }
  const statement = must(await recharge(onDay(doing, ngozi, plainDate('2026-10-02')), asked))
  const lines = await linesOn(doing, life.reference, from)
  const split = must(
    await proposeShares(onDay(doing, priya, late), {
      reference: life.reference,
      organisation: millbrook,
      person: life.walk.folk.person,
      from,
      because: 'The panel of 9 November',
      bodies: { health: millbrook, 'social-care': council },
      lines: lines.map((line, place) => ({
        says: line.says,
        weekly: line.weekly,
        split: partsOf(line.line_key, place === 0 ? health : 10_000n),
      })),
    }),
  )
  must(await agreeToCarry(onDay(doing, sian, late), { split, body: council }))
  return statement
}

const partsOf = (key: LineSplit['key'], health: bigint): LineSplit => ({
  key,
  way: 'percentage',
  parts: [
    { strand: 'health' as const, part: health },
    { strand: 'social-care' as const, part: 10_000n - health },
  ].filter(({ part }) => part > 0n),
})

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
      await changedLater(doing, september.from)
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
      assert.ok(isSound(await checkLedger(doing)))
      const titles = (await lettersOf(doing, life.walk.folk.person)).map(({ title }) => title)
      assert.ok(titles.some(title => title.startsWith('Who pays which share of your budget has changed')))
      assert.ok(titles.some(title => /^Recharge statement \d+ is corrected$/.test(title)))
      const again = await correct(doing, on)
      assert.deepEqual(again, { done: false, because: ['nothing-to-correct'] })
    }))

test('shares that change twice are corrected twice: each undoes what stands', () =>
  trying(life.database, async doing => {
    await changedLater(doing, september.from)
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
          split: partsOf(line.line_key, line === lines[0] ? 9_000n : 10_000n),
        })),
      }),
    )
    must(await agreeToCarry(onDay(doing, sian, late), { split, body: council }))
    const { corrections } = must(await correct(doing, 'original-day', 'A second panel'))
    assert.equal(corrections[0]?.before, -first)
    assert.equal(await balanceOf(doing, care), negative(corrections[0]?.after ?? assert.fail()))
    const keys = (await entriesOf(doing, { person: life.walk.folk.person })).map(({ key }) => key)
    assert.equal(keys.filter(key => key.includes(':undo:') && key.startsWith('recharge:')).length, 2)
    assert.ok(isSound(await checkLedger(doing)))
  }))

test('a disputed line is not corrected, and a dispute raised after a correction takes the new charge', () =>
  trying(life.database, async doing => {
    await changedLater(doing, september.from)
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
    await changedLater(doing, september.from)
    assert.deepEqual(await correct(doing, 'original-day', ' '), { done: false, because: ['nothing-said'] })
  }))

const typedDay = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'from-day': date, 'from-month': month, 'from-year': year }
}

test('finance sees what other shares from a past day bring, the council agrees, the statement is corrected', async () => {
  const app = await appOn(life.database)
  const visitor = async (actor: Actor) => {
    const { rows } = await sql<{ user_id: string }>`select user_id from access.actor
      where id = ${actor.id}`.execute(life.database.kysely)
    return signedIn(app, { ...actor, user: rows[0]?.user_id ?? '' } as Someone)
  }
  await doingIt(life.database, doing => changedLater(doing, plainDate('2026-11-01'), 4_600n))
  const { ngozi, sian } = life.place.staff
  const [finance, council] = [await visitor(ngozi), await visitor(sian)]
  const at = `/funding/${life.reference}`
  const form = (await finance.get(`${at}/back-dating/shares`)).html
  assert.ok(form.includes('See what it brings') && form.includes('value="46"') && form.includes('value="54"'))
  const lines = await doingIt(life.database, doing => linesOn(doing, life.reference, doing.today))
  const typed = {
    ...Object.fromEntries(lines.map((_one, place) => [`way-${place}`, 'health'])),
    'way-0': 'social-care',
    'social-care-body': life.place.organisations.council,
    because: 'The panel',
    ...typedDay('2026-09-01'),
  }
  const future = await finance.post(`${at}/back-dating/shares/preview`, {
    ...typed,
    ...typedDay('2027-01-01'),
  })
  assert.ok(future.status === 422 && future.html.includes('must be in the past'))
  const seen = await finance.post(`${at}/back-dating/shares/preview`, typed)
  for (const says of [
    'Nothing has been written or sent',
    'Millbrook Council must agree',
    '£1,548.26',
    'Letters',
  ])
    assert.ok(seen.html.includes(says), says)
  assert.ok(!(await council.get(at)).html.includes('Not agreed yet'))
  assert.equal((await finance.post(`${at}/back-dating/shares`, typed)).to, at)
  assert.ok(!(await finance.get(at)).html.includes('made before the shares changed'))
  const agreement = /splits\/[0-9a-f-]{36}\/agreement/.exec((await council.get(at)).html)?.[0]
  assert.equal((await council.post(`${at}/${agreement}`, {})).to, at)
  assert.ok((await finance.get(at)).html.includes('1 statement was made before the shares changed'))

  const asked = (await finance.get(`${at}/corrections`)).html
  assert.ok(asked.includes('From which day does it count') && asked.includes('£1,548.26'))
  const empty = await finance.post(`${at}/corrections/preview`, {})
  assert.ok(empty.status === 422 && empty.html.includes('Choose from which day it counts'))
  const how = { on: 'correction-day', because: 'The panel of 9 November' }
  const shown = await finance.post(`${at}/corrections/preview`, how)
  for (const says of [
    'Nothing has been posted or sent',
    'Undone, the shares changed',
    'Millbrook Council, social care',
  ])
    assert.ok(shown.html.includes(says), says)
  assert.ok((await finance.get(at)).html.includes('1 statement was made before the shares changed'))
  assert.equal((await finance.post(`${at}/corrections`, how)).to, at)
  assert.ok(!(await finance.get(at)).html.includes('made before the shares changed'))
  assert.ok((await finance.get(`${at}/corrections`)).html.includes('There is nothing to correct'))

  const id = /funding\/statements\/[0-9a-f-]{36}/.exec((await finance.get('/funding')).html)?.[0]
  for (const who of [finance, council]) {
    const page = (await who.get(`/${id}`)).html
    assert.ok(
      page.includes('Corrected, since the shares changed') && page.includes('Charges that count no longer'),
    )
  }
  const [ours, theirs] = [await finance.get(`/${id}/journal.csv`), await council.get(`/${id}/journal.csv`)]
  for (const { html } of [ours, theirs]) {
    const sums = [...html.matchAll(/fund:MBC-social-care,(-?[\d.]+)/g)].map(([, sum]) => sum)
    assert.equal(sums.length, 3)
    assert.deepEqual(sums.slice(0, 2), ['-1548.26', '1548.26'])
  }
  assert.ok(!theirs.html.includes('fund:QMB'))
  const family = await visitor(life.walk.folk.self)
  assert.equal((await family.get(`${at}/corrections`)).status, 404)
  assert.equal((await council.post(`${at}/corrections`, how)).status, 403)
})
