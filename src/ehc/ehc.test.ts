import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { type EhcPlace, ehcPlace, happened, line, requested, vignetteLines } from '../../test/ehc.ts'
import { doAs, tryAs } from '../../test/harness.ts'
import { must, onDay } from '../../test/joint.ts'
import type { ClockRun } from '../clocks/public.ts'
import { plainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import { lettersAbout, noticeOf } from '../notices/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { educationTests } from '../rights/public.ts'
import { decideLine, linesOf, note, planOf, receive, writeLine } from './public.ts'
import { strandTotals } from './queries/plans.ts'
import { clockSource } from './source.ts'
import type { NewFact } from './types.ts'

const on = plainDate
let place: EhcPlace
let reference: Reference
before(async () => {
  place = await ehcPlace()
  reference = await requested(place, on('2026-02-16'))
  await happened(place, { reference, as: place.sian }, [
    { what: 'will-assess', on: on('2026-03-24'), words: 'Her speech' },
    { what: 'advice-asked', on: on('2026-04-01'), choice: 'health', who: 'NHS Millbrook ICB' },
    {
      what: 'pause',
      on: on('2026-04-20'),
      until: on('2026-05-17'),
      choice: 'absence',
      accepted: true,
      who: 'Sian Prosser',
      words: 'Abroad with her grandmother',
    },
  ])
})

const runs = async (who: Actor, ended = false): Promise<readonly ClockRun[]> =>
  tryAs(place.database, who, async doing => {
    const source = await clockSource(doing, { person: place.child, ended })
    return (await sql<ClockRun>`${source}`.execute(doing.transaction)).rows
  })

test('V-27 the same days come out of what was noted, for the officer and for the mother', async () => {
  for (const who of [place.sian, place.asha, place.tom]) {
    const days = new Map((await runs(who, true)).map(run => [run.clock, [run.due_on, run.paused_due_on]]))
    assert.deepEqual(days.get('EHC-DECIDE'), ['2026-03-30', '2026-03-30'], who.name)
    assert.deepEqual(days.get('EHC-ADVICE'), ['2026-05-13', '2026-06-10'])
    assert.deepEqual(days.get('EHC-REFUSE'), ['2026-06-08', '2026-07-06'])
    assert.deepEqual(days.get('EHC-FINAL'), ['2026-07-06', '2026-08-03'])
  }
  const open = await runs(place.sian)
  assert.ok(!open.some(run => run.clock === 'EHC-DECIDE'))
  assert.equal(open.find(run => run.clock === 'EHC-FINAL')?.href, `/ehc/${reference}`)
})

test('another council and another ICB find nothing, and nobody but the council decides', async () => {
  for (const who of [place.lou, place.yusra]) {
    assert.equal(await tryAs(place.database, who, doing => planOf(doing, reference)), null, who.name)
    assert.deepEqual(await runs(who, true), [])
  }
  const tries = (who: Actor, one: NewFact) =>
    tryAs(place.database, who, async doing => {
      const answer = await note(doing, { ...one, reference })
      return answer.done ? [] : answer.because
    })
  const noPlan: NewFact = { what: 'no-plan', on: on('2026-06-01'), words: 'x' }
  for (const who of [place.asha, place.priya, place.lou, place.tom])
    assert.deepEqual(await tries(who, noPlan), ['not-allowed'], who.name)
  assert.deepEqual(await tries(place.sian, noPlan), [])
  const came: NewFact = { what: 'advice-received', on: on('2026-04-20'), about: 2 }
  assert.deepEqual(await tries(place.priya, came), [])
  assert.deepEqual(await tries(place.priya, { ...came, about: 1 }), ['not-advice-of-health'])
})

test('a child has one open plan at a council; an officer writes down a child who is not known', async () => {
  const asked = (who: Actor, child: Parameters<typeof receive>[1]['child'], council = place.council) =>
    tryAs(place.database, who, async doing => {
      const { icb: health } = place
      const receivedOn = on('2026-07-01')
      const answer = await receive(doing, { council, health, child, receivedOn, askedByName: 'A school' })
      return answer.done ? [] : answer.because
    })
  assert.deepEqual(await asked(place.asha, place.child), ['one-is-open'])
  const unknown = { name: 'Nico Vale', born: on('2018-03-20') }
  assert.deepEqual(await asked(place.sian, unknown), [])
  assert.deepEqual(await asked(place.sian, unknown, place.other), ['not-allowed'])
  assert.deepEqual(await asked(place.sian, { ...unknown, born: on('2026-07-02') }), ['born-later'])
  assert.deepEqual(await asked(place.priya, unknown), ['not-allowed'])
})

test('each body sees its lines and what the others are in all; the family sees all', async () => {
  await vignetteLines(place, reference)
  const seen = (who: Actor) =>
    tryAs(place.database, who, async doing => {
      const plan = await planOf(doing, reference)
      assert.ok(plan)
      const lines = (await linesOf(doing, plan.id)).map(({ says }) => says)
      const totals = await strandTotals(doing, plan.id)
      return [lines, totals.map(one => [one.strand, one.inBudget, one.notSeparable])]
    })
  const totals = [
    ['health', 126_000n, 186_000n],
    ['social-care', 218_400n, 0n],
    ['education', 0n, 0n],
  ]
  const health = ['Speech therapy', 'Physiotherapy']
  const council = ['After-school assistant', 'The school place']
  assert.deepEqual(await seen(place.asha), [[...health, ...council], totals])
  assert.deepEqual(await seen(place.sian), [council, totals])
  for (const who of [place.priya, place.tom]) assert.deepEqual(await seen(who), [health, totals], who.name)
})

test('V-05 the lines are decided by their own bodies; the family is told with reasons', async () => {
  const decide = (doing: Doing, number: number, answer: 'direct-payment' | 'not-in-budget') =>
    decideLine(doing, { reference, number, answer, met: educationTests, because: 'It meets her need' })
  const because = (who: Actor, number: number, answer: 'direct-payment' | 'not-in-budget') =>
    tryAs(place.database, who, async doing => {
      const decided = await decide(doing, number, answer)
      return decided.done ? [] : decided.because
    })
  assert.deepEqual(await because(place.priya, 2, 'direct-payment'), ['budget-not-asked'])
  await happened(place, { reference, as: place.sian }, [{ what: 'draft-sent', on: on('2026-05-06') }])
  await happened(place, { reference, as: place.asha }, [{ what: 'budget-asked', on: on('2026-05-11') }])
  assert.deepEqual(await because(place.priya, 1, 'direct-payment'), ['block-contract'])
  assert.deepEqual(await because(place.priya, 3, 'direct-payment'), ['no-such-line'])
  assert.deepEqual(await because(place.sian, 2, 'direct-payment'), ['no-such-line'])
  assert.deepEqual(await because(place.sian, 4, 'direct-payment'), ['school-place', 'payment-not-asked'])
  await doAs(place.database, place.priya, async doing => must(await decide(doing, 2, 'direct-payment')))
  await doAs(place.database, place.sian, async doing => must(await decide(doing, 3, 'direct-payment')))
  await doAs(place.database, place.asha, async doing => {
    const plan = await planOf(doing, reference)
    const letters = await lettersAbout(doing, plan?.id ?? '')
    assert.equal(letters.length, 2)
    const words = JSON.stringify((await noticeOf(doing, letters[0]?.id ?? ''))?.paragraphs)
    assert.match(words, /It meets her need/)
    assert.match(words, /A year.*£/)
  })
})

test('staff write only the lines of their own strand', async () => {
  const problems = (who: Actor, strand: 'health' | 'education') =>
    tryAs(place.database, who, async doing => {
      const answer = await writeLine(onDay(doing, who, on('2026-06-01')), { reference, ...line({ strand }) })
      return answer.done ? [] : answer.because
    })
  assert.deepEqual(await problems(place.sian, 'health'), ['not-your-strand'])
  assert.deepEqual(await problems(place.priya, 'education'), ['not-your-strand'])
  assert.deepEqual(await problems(place.asha, 'education'), ['not-allowed'])
  assert.deepEqual(await problems(place.tom, 'health'), [])
})
