import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { doAs, tryAs } from '../../../test/harness.ts'
import { gwenAsks, type MillbrookAsks, millbrookAsks } from '../../../test/requests.ts'
import { pence } from '../../kernel/money.ts'
import { noticeOf } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { aDecision } from '../examples.ts'
import {
  addEvidence,
  allocate,
  caseOf,
  type DecidedPart,
  decide,
  partsOf,
  take,
  withdraw,
} from '../public.ts'
import { decisionsOf } from '../queries/decision.ts'

const refuse = (reason: string) => ({ granted: false, decidedWay: null, reason })

async function decided(
  doing: Doing,
  reference: string,
  parts: Readonly<Record<number, Partial<DecidedPart>>>,
) {
  const one = await caseOf(doing, reference)
  assert.ok(one)
  const all = (await partsOf(doing, one.request)).map(part => ({
    part: part.id,
    granted: true,
    decidedWay: part.askedWay,
    weekly: part.weekly,
    reason: null,
    ...parts[part.place],
  }))
  return decide(doing, {
    reference,
    seen: 0,
    pathway: 'adult-continuing-healthcare',
    summary: '',
    parts: all,
  })
}

async function taken(place: MillbrookAsks) {
  const one = await gwenAsks(place)
  await doAs(place.database, place.priya, doing => take(doing, one.reference))
  await doAs(place.database, place.priya, doing =>
    addEvidence(doing, {
      reference: one.reference,
      kind: 'eligibility-letter',
      datedOn: doing.today,
      note: 'Granted.',
    }),
  )
  return one
}

test('V-07: three parts get three answers in one letter, each with its own reason', async () => {
  const place = await millbrookAsks()
  const one = await taken(place)
  const answer = await doAs(place.database, place.priya, doing =>
    decided(doing, one.reference, {
      2: { decidedWay: 'notional', reason: 'The hospice only contracts with the ICB.' },
      3: refuse('Only the maker may service it, and a failure would endanger you.'),
    }),
  )
  assert.ok(answer.done)
  assert.equal(answer.value.outcome, 'partly-granted')
  const letter = await tryAs(place.database, place.person, doing => noticeOf(doing, answer.value.letter))
  assert.match(letter?.title ?? '', /^Part granted/)
  const words = JSON.stringify(letter?.paragraphs)
  assert.match(words, /Agreed: £995\.00 a week/)
  assert.match(words, /Not agreed: £145\.00 a week/)
  assert.match(words, /Hospice respite: that it is not paid to you as a direct payment/)
  assert.match(words, /Ventilator servicing: that it is refused/)
  assert.match(words, /This is the law\. We have read it\./)
  assert.match(words, /This is general knowledge\. We have not read it in the law\./)
  assert.match(words, /somebody other than Priya Nair/)
  const [kept] = await tryAs(place.database, place.priya, doing => decisionsOf(doing, one.request))
  assert.deepEqual(
    kept?.rules.filter(({ id }) => /^(RIGHT|DP)/.test(id)).map(({ id, confidence }) => [id, confidence]),
    [
      ['RIGHT-05', 'statute-read'],
      ['RIGHT-06', 'statute-read'],
      ['RIGHT-07', 'general-knowledge'],
      ['DP-DEC-03', 'statute-read'],
    ],
  )
  const parts = await tryAs(place.database, place.person, doing => partsOf(doing, one.request))
  assert.deepEqual(
    parts.map(({ granted, decidedWay, weekly }) => [granted, decidedWay, weekly]),
    [
      [true, 'direct-payment', pence(76_000n)],
      [true, 'notional', pence(23_500n)],
      [false, null, pence(14_500n)],
    ],
  )
})

test('V-07: a refusal of the whole with one catch-all reason cannot be saved', async () => {
  const place = await millbrookAsks()
  const one = await taken(place)
  const because = async (parts: Readonly<Record<number, Partial<DecidedPart>>>) => {
    const answer = await tryAs(place.database, place.priya, doing => decided(doing, one.reference, parts))
    return answer.done ? 'saved' : answer.because
  }
  const same = refuse('Package too complex')
  assert.deepEqual(await because({ 1: same, 2: same, 3: refuse(' package  TOO complex ') }), [
    'one-reason-for-the-whole',
  ])
  assert.deepEqual(await because({ 3: refuse('  ') }), ['reason-needed'])
  assert.deepEqual(await because({ 2: { decidedWay: 'notional' } }), ['reason-needed'])
  assert.deepEqual(await because({ 1: { decidedWay: null } }), ['way-needed'])
  assert.equal(
    await because({
      1: refuse('Too risky.'),
      2: refuse('The hospice is shut.'),
      3: refuse('Only the maker may.'),
    }),
    'saved',
  )
})

test('nothing is decided without evidence or the care confirmed, twice, or once withdrawn', async () => {
  const place = await millbrookAsks()
  const one = await gwenAsks(place, { pathway: 'not-sure' })
  await doAs(place.database, place.priya, doing => take(doing, one.reference))
  const bare = await tryAs(place.database, place.priya, async doing =>
    decide(doing, { reference: one.reference, seen: 0, pathway: 'not-sure', summary: '', parts: [] }),
  )
  assert.deepEqual(bare, { done: false, because: ['no-evidence', 'pathway-not-confirmed', 'part-left-out'] })
  await doAs(place.database, place.priya, doing =>
    aDecision(doing, { reference: one.reference, pathway: 'fast-track' }),
  )
  const stale = await tryAs(place.database, place.priya, doing => decided(doing, one.reference, {}))
  assert.deepEqual(stale, { done: false, because: ['decided-meanwhile'] })
  const late = await tryAs(place.database, place.person, doing =>
    withdraw(doing, { reference: one.reference, because: '' }),
  )
  assert.deepEqual(late, { done: false, because: ['decided-already'] })
  assert.equal(
    (await tryAs(place.database, place.priya, doing => caseOf(doing, one.reference)))?.pathway,
    'fast-track',
  )
  const second = await gwenAsks(place, { pathway: 'not-sure' })
  await doAs(place.database, place.person, doing =>
    withdraw(doing, { reference: second.reference, because: 'Not now' }),
  )
  const gone = await tryAs(place.database, place.tom, doing => decided(doing, second.reference, {}))
  assert.deepEqual(gone, { done: false, because: ['withdrawn'] })
})

test('a decision is written once: neither staff nor the owner of the tables can change it', async () => {
  const place = await millbrookAsks()
  const one = await taken(place)
  await doAs(place.database, place.priya, doing => aDecision(doing, { reference: one.reference }))
  for (const change of [
    sql`update requests.decision set outcome = 'refused'`,
    sql`delete from requests.part_decision`,
  ])
    await assert.rejects(doAs(place.database, place.tom, doing => change.execute(doing.transaction)))
})

test('taking a case ends what the other case workers see of it, and allocating hands it on', async () => {
  const place = await millbrookAsks()
  const one = await gwenAsks(place)
  const sees = async (who: MillbrookAsks['priya']) =>
    (await tryAs(place.database, who, doing => caseOf(doing, one.reference))) !== null
  assert.deepEqual(
    [await sees(place.priya), await sees(place.colleague), await sees(place.stranger)],
    [true, true, false],
  )
  await doAs(place.database, place.priya, doing => take(doing, one.reference))
  assert.deepEqual(
    [await sees(place.priya), await sees(place.colleague), await sees(place.tom)],
    [true, false, true],
  )
  const unseen = await tryAs(place.database, place.colleague, doing => take(doing, one.reference))
  assert.deepEqual(unseen, { done: false, because: ['case-not-found'] })
  const outside = await tryAs(place.database, place.tom, doing =>
    allocate(doing, { reference: one.reference, to: place.stranger.id }),
  )
  assert.deepEqual(outside, { done: false, because: ['not-a-colleague'] })
  await doAs(place.database, place.tom, doing =>
    allocate(doing, { reference: one.reference, to: place.colleague.id }),
  )
  assert.deepEqual([await sees(place.priya), await sees(place.colleague)], [false, true])
})
