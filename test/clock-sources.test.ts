import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import type { ClockRun, ClockSource } from '../src/clocks/public.ts'
import { daysBetween } from '../src/kernel/days.ts'
import { questionClocks } from '../src/local-offer/clock-source.ts'
import type { Doing } from '../src/platform/doing.ts'
import type { TestDatabase } from '../src/platform/testing.ts'
import { kindsOf, reviewClocks } from '../src/reviews/clock-source.ts'
import { standingOf } from '../src/reviews/queries.ts'
import { findPathway, pathways } from '../src/rights/public.ts'
import { chairClocks } from '../src/wheelchairs/queries/clock-source.ts'
import { millbrookDatabase, trying } from './harness.ts'

let database: TestDatabase
before(async () => {
  database = await millbrookDatabase()
})

async function runsOf(doing: Doing, source: ClockSource, ended: boolean): Promise<readonly ClockRun[]> {
  const told = await source(doing, { person: null, ended })
  const { rows } = await sql<ClockRun>`select * from (${told}) r`.execute(doing.transaction)
  return rows
}

test('each lane runs by the clocks of its pathway: eligibility only where one has its own', () => {
  const lanes = (id: string) => kindsOf(findPathway(id) ?? assert.fail()).map(kind => [kind.lane, kind.first])
  assert.deepEqual(lanes('adult-continuing-healthcare').at(-1), ['eligibility', 'CHC-REVIEW'])
  assert.deepEqual(lanes('childrens-continuing-care').at(-1), ['eligibility', 'CYPCC-REVIEW'])
  assert.equal(lanes('section-117').length, 2)
  for (const pathway of pathways) assert.equal(kindsOf(pathway)[0]?.first, 'DP-REV-01')
})

test('in all of Millbrook the next plan review is due as its case says, for every case at once', async () => {
  await trying(database, async doing => {
    const open = (await runsOf(doing, reviewClocks, false)).filter(one => one.clock.startsWith('DP-REV-'))
    assert.ok(open.length > 3)
    for (const one of open) {
      const lanes = await standingOf(doing, {
        reference: one.reference ?? '',
        organisation: one.organisation_id,
        person: one.person_id,
      })
      const plan = lanes.find(lane => lane.lane === 'plan-review')
      assert.equal(one.paused_due_on, plan?.due, `${one.reference}`)
      assert.equal(one.clock, plan?.rule)
    }
  })
})

test('a review that was held ends one run and starts the next on the same day', async () => {
  await trying(database, async doing => {
    const runs = (await runsOf(doing, reviewClocks, true)).filter(one => one.clock.startsWith('DP-REV-'))
    const met = runs.filter(one => one.met_on !== null)
    assert.ok(met.length > 0)
    for (const one of met)
      assert.ok(
        runs.some(
          next =>
            next.clock === 'DP-REV-02' && next.reference === one.reference && next.started_on === one.met_on,
        ),
      )
  })
})

test('the council’s own review runs beside the NHS’s where it carries a share', async () => {
  await trying(database, async doing => {
    const council = (await runsOf(doing, reviewClocks, true)).filter(one => one.clock.startsWith('CARE-ACT'))
    const { rows } = await sql<{ reference: string }>`select distinct reference from needs.share_shown
      where strand = 'social-care'`.execute(doing.transaction)
    const shared = new Set(rows.map(row => row.reference))
    assert.ok(council.length > 0)
    for (const one of council) assert.ok(shared.has(one.reference ?? ''))
  })
})

test('a chair is waited for 18 weeks from the referral, until it comes', async () => {
  await trying(database, async doing => {
    const runs = await runsOf(doing, chairClocks, true)
    assert.ok(runs.length > 0)
    for (const one of runs) assert.equal(daysBetween(one.started_on, one.due_on ?? one.started_on), 126)
    assert.ok(runs.some(one => one.met_on !== null))
  })
})

test('a question that a person answered was waited for; one that a rule answered never was', async () => {
  await trying(database, async doing => {
    const runs = await runsOf(doing, questionClocks, true)
    const { rows } = await sql<{ href: string; by_rule: boolean | null }>`
      select '/local-offer/' || q.reference || '/questions/' || q.number as href, a.by_rule
      from local_offer.question q
        left join local_offer.answer a on a.question_id = q.id and a.number = 1`.execute(doing.transaction)
    const asked = runs.filter(one => one.clock === 'CAN-I-BUY').map(one => one.href)
    assert.deepEqual(
      asked.sort(),
      rows
        .filter(row => row.by_rule !== true)
        .map(row => row.href)
        .sort(),
    )
  })
})
