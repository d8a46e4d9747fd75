import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { doAs, doingIt, type Someone, tryAs } from '../../../test/harness.ts'
import { derekMayPlan, derekPlanBy, millbrookPlans } from '../../../test/plans.ts'
import { addDays } from '../../kernel/days.ts'
import { pence, sayMoney } from '../../kernel/money.ts'
import type { LineKey } from '../../needs/public.ts'
import { aNewLine, signedOffPlan } from '../examples.ts'
import {
  draftPlan,
  handPlan,
  linesOn,
  planOf,
  signOff,
  turnOf,
  versionOn,
  writeAboutMe,
  writeLine,
  writeOutcome,
} from '../public.ts'

test('a plan goes from the sum to its signing, and is in force from its day', async () => {
  const { database, icb, derek, leader } = await millbrookPlans()
  const lines = [{}, { says: 'Sleep-ins', unit: 'sleep-in', rate: pence(6850n) }] as const
  const signed = await doingIt(database, doing =>
    signedOffPlan(doing, { organisation: icb, person: derek, lines }),
  )
  await tryAs(database, leader, async doing => {
    const version = await versionOn(doing, signed.reference, doing.today)
    assert.equal(version?.number, 1)
    assert.equal(version?.weekly && sayMoney(version.weekly), '£996.00')
    assert.equal(await versionOn(doing, signed.reference, addDays(doing.today, -1)), null)
    const found = await linesOn(doing, signed.reference, doing.today)
    assert.deepEqual(
      found.map(({ line_key, way, weekly }) => [line_key, way, sayMoney(weekly)]),
      [
        ['line-1', 'direct-payment', '£174.00'],
        ['line-2', 'direct-payment', '£822.00'],
      ],
    )
  })
})

test('a plan is drafted once, by those who write it, after the family has seen the sum', async () => {
  const place = await millbrookPlans()
  const { database, worker, family, sister, auditor, elsewhere } = place
  const reference = await derekMayPlan(place)
  const draft = (who: Someone) => tryAs(database, who, doing => draftPlan(doing, { reference, from: 'sum' }))
  for (const who of [worker, family]) assert.ok((await draft(who)).done, who.name)
  assert.deepEqual(await draft(auditor), { done: false, because: ['may-not-write'] })
  assert.deepEqual(await draft(sister), { done: false, because: ['may-not-write'] })
  assert.deepEqual(await draft(elsewhere), { done: false, because: ['case-not-found'] })
  await doAs(database, family, doing => draftPlan(doing, { reference, from: 'sum' }))
  assert.deepEqual(await draft(worker), { done: false, because: ['draft-exists'] })
  const plan = await tryAs(database, family, doing => planOf(doing, reference))
  assert.equal(plan?.lines[0]?.way, 'direct-payment')
  assert.equal(plan?.lines[0]?.outcome, '')
})

test('family and staff write one plan; a form drawn before the last change is refused', async () => {
  const place = await millbrookPlans()
  const { database, worker, family } = place
  const reference = await derekMayPlan(place)
  await doAs(database, worker, doing => draftPlan(doing, { reference, from: 'sum' }))
  const about = { reference, seen: 1, heading: 'most-important', words: ' Beans, and being asked first. ' }
  assert.ok((await doAs(database, family, doing => writeAboutMe(doing, about))).done)
  const put = { says: 'Up by nine', known: '', checks: '' }
  const late = await tryAs(database, worker, doing =>
    writeOutcome(doing, { reference, seen: 1, outcome: null, change: { put } }),
  )
  assert.deepEqual(late, { done: false, because: ['changed-meanwhile'] })
  const plan = await doAs(database, worker, async doing => {
    assert.ok((await writeOutcome(doing, { reference, seen: 2, outcome: null, change: { put } })).done)
    const added = await writeLine(doing, { reference, seen: 3, line: null, change: { put: aNewLine() } })
    assert.deepEqual(added, { done: true, value: { key: 'line-2' } })
    const gone = { reference, seen: 4, line: 'line-2' as LineKey, change: { remove: true } } as const
    assert.ok((await writeLine(doing, gone)).done)
    return planOf(doing, reference)
  })
  assert.equal(plan?.words?.aboutMe['most-important'], 'Beans, and being asked first.')
  assert.deepEqual(
    plan?.lines.map(({ key }) => key),
    ['line-1'],
  )
})

test('a plan with the approver is not written until it comes back', async () => {
  const place = await millbrookPlans()
  const { database, worker, leader, family } = place
  const reference = await derekPlanBy(place, worker)
  const hand = { reference, to: 'approver', words: 'Twelve hours a week, as in the sum.' } as const
  assert.deepEqual(await tryAs(database, family, doing => handPlan(doing, hand)), {
    done: false,
    because: ['may-not-hand'],
  })
  assert.ok((await doAs(database, worker, doing => handPlan(doing, hand))).done)
  const write = { reference, heading: 'people', words: 'My wife.' }
  const seen = (await tryAs(database, family, doing => planOf(doing, reference)))?.changed ?? 0
  const locked = await tryAs(database, family, doing => writeAboutMe(doing, { ...write, seen }))
  assert.deepEqual(locked, { done: false, because: ['with-approver'] })
  const back = { reference, to: 'family', words: 'Who comes at night?' } as const
  assert.ok((await doAs(database, leader, doing => handPlan(doing, back))).done)
  await tryAs(database, family, async doing => {
    const plan = await planOf(doing, reference)
    assert.ok(plan)
    assert.equal((await turnOf(doing, plan)).words, 'Who comes at night?')
    assert.ok((await writeAboutMe(doing, { ...write, seen })).done)
  })
})

test('V-56: nobody signs off what they wrote, and each role signs up to its limit', async () => {
  const place = await millbrookPlans()
  const { database, moss, leader, head, panel } = place
  const whoMay = async (rate: bigint) => {
    const reference = await derekPlanBy(place, moss, [{ units: 1000n as never, rate: pence(rate) }])
    await doAs(database, moss, doing => handPlan(doing, { reference, to: 'approver', words: '' }))
    const because = (who: Someone) =>
      tryAs(database, who, async doing => {
        const signed = await signOff(doing, { reference, from: doing.today, because: null })
        return signed.done ? ['yes'] : signed.because
      })
    const answers = [await because(moss), await because(leader), await because(head), await because(panel)]
    await doAs(database, panel, doing => signOff(doing, { reference, from: doing.today, because: null }))
    return answers
  }
  assert.deepEqual(await whoMay(100_000n), [['wrote-it'], ['yes'], ['yes'], ['yes']])
  assert.deepEqual(await whoMay(100_001n), [['wrote-it', 'above-limit'], ['above-limit'], ['yes'], ['yes']])
  assert.deepEqual(await whoMay(300_001n), [
    ['wrote-it', 'above-limit'],
    ['above-limit'],
    ['above-limit'],
    ['yes'],
  ])
})

test('an agreed plan is never changed: a new version ends it the day before it begins itself', async () => {
  const { database, icb, derek, worker, panel } = await millbrookPlans()
  const { reference, version } = await doingIt(database, doing =>
    signedOffPlan(doing, { organisation: icb, person: derek }),
  )
  const change = (table: string, set: string, by: string) =>
    tryAs(database, panel, ({ transaction }) =>
      sql.raw(`update plans.${table} set ${set} where ${by} = '${version}'`).execute(transaction),
    )
  await assert.rejects(change('line', 'rate = 1', 'version_id'), /make a new version/)
  await assert.rejects(change('words', `contingency = 'x'`, 'version_id'), /make a new version/)
  await assert.rejects(change('version', 'notice_days = 1', 'id'), /make a new version/)
  await doAs(database, worker, async doing => {
    const seen = (await planOf(doing, reference))?.changed ?? 0
    const wrote = await writeAboutMe(doing, { reference, seen, heading: 'people', words: 'x' })
    assert.deepEqual(wrote, { done: false, because: ['signed-off'] })
    assert.ok((await draftPlan(doing, { reference, from: 'before' })).done)
    assert.ok((await handPlan(doing, { reference, to: 'approver', words: 'As before' })).done)
  })
  await doAs(database, panel, async doing => {
    const sameDay = await signOff(doing, { reference, from: doing.today, because: null })
    assert.deepEqual(sameDay, { done: false, because: ['not-after-the-one-before'] })
    const from = addDays(doing.today, 7)
    assert.ok((await signOff(doing, { reference, from, because: 'A change of days' })).done)
    assert.equal((await versionOn(doing, reference, addDays(from, -1)))?.number, 1)
    assert.equal((await versionOn(doing, reference, addDays(from, -1)))?.in_force_until, addDays(from, -1))
    assert.equal((await versionOn(doing, reference, from))?.number, 2)
  })
})

test('V-50: a sister who may see plan lines sees them, nothing else, and changes nothing', async () => {
  const place = await millbrookPlans()
  const { database, worker, sister } = place
  const reference = await derekPlanBy(place, worker)
  await tryAs(database, sister, async doing => {
    const plan = await planOf(doing, reference)
    assert.equal(plan?.words, null)
    assert.equal(plan?.lines.length, 1)
    const write = { reference, seen: plan?.changed ?? 0 }
    const about = await writeAboutMe(doing, { ...write, heading: 'people', words: 'x' })
    assert.deepEqual(about, { done: false, because: ['plan-not-found'] })
    const handed = await handPlan(doing, { reference, to: 'case-worker', words: 'x' })
    assert.deepEqual(handed, { done: false, because: ['plan-not-found'] })
  })
  const forced = tryAs(database, sister, async ({ transaction }) => {
    const changed = await sql`update plans.line set rate = 1 where reference = ${reference}`.execute(
      transaction,
    )
    assert.equal(changed.numAffectedRows, 0n)
    await sql`insert into plans.line select gen_random_uuid(), version_id, organisation_id, person_id,
      reference, 'line-9', 9, says, outcome, kind, unit, units, per, rate, charge, weekly, way, payee,
      payee_words, employs
      from plans.line where reference = ${reference}`.execute(transaction)
  })
  await assert.rejects(forced, /row-level security/)
})

test(
  'the family is told by message and letter, and the record says who wrote, handed and ' + 'agreed',
  async () => {
    const place = await millbrookPlans()
    const { database, worker, panel, family } = place
    const reference = await derekPlanBy(place, worker)
    await doAs(database, worker, doing => handPlan(doing, { reference, to: 'family', words: 'Please read' }))
    await doAs(database, family, doing => handPlan(doing, { reference, to: 'case-worker', words: '' }))
    await doAs(database, worker, doing => handPlan(doing, { reference, to: 'approver', words: '' }))
    await doAs(database, panel, doing => signOff(doing, { reference, from: doing.today, because: null }))
    const { rows } = await doingIt(database, ({ transaction }) =>
      sql<{
        what: string
      }>`select what from access.happening where what like 'plan-%' or what = 'message-sent'
      or (what = 'letter-sent' and details->>'kind' = 'plan') order by at, id`.execute(transaction),
    )
    assert.deepEqual(
      [...new Set(rows.map(({ what }) => what))],
      [
        'plan-drafted',
        'plan-written',
        'plan-handed-to-family',
        'message-sent',
        'plan-handed-to-case-worker',
        'plan-handed-to-approver',
        'plan-signed-off',
        'letter-sent',
      ],
    )
  },
)
