import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doAs, doingIt, tryAs } from '../../../test/harness.ts'
import { gwenAsks, type MillbrookAsks, millbrookAsks } from '../../../test/requests.ts'
import { plainDate } from '../../kernel/days.ts'
import { noticeOf } from '../../notices/public.ts'
import type { Actor, Doing } from '../../platform/doing.ts'
import { aDecision } from '../examples.ts'
import { answerReconsideration, askReconsideration, partsOf, take } from '../public.ts'
import { againOf, decisionsOf } from '../queries/decision.ts'

/** As somebody on another day, for good: the service runs the same actions for them. */
const on = <Value>(
  { database }: MillbrookAsks,
  actor: Actor,
  day: string,
  work: (doing: Doing) => Promise<Value>,
) => doingIt(database, doing => work({ ...doing, actor, today: plainDate(day) }))

const refused = {
  granted: false,
  decidedWay: null,
  reason: 'Nobody could be found who would hold it safely.',
}

async function refusedOn(place: MillbrookAsks, day: string) {
  const one = await gwenAsks(place, { askedOn: plainDate('2026-01-02'), receivedOn: plainDate('2026-01-02') })
  await doAs(place.database, place.priya, doing => take(doing, one.reference))
  await on(place, place.priya, day, doing =>
    aDecision(doing, {
      reference: one.reference,
      parts: { 1: { decidedWay: 'notional', reason: 'No account.' }, 2: refused },
    }),
  )
  return one
}

test('V-30: asked three times, it must be looked at again at first and six months later', async () => {
  const place = await millbrookAsks()
  const one = await refusedOn(place, '2026-01-12')
  const { reference } = one
  const ask = (day: string) =>
    on(place, place.person, day, doing =>
      askReconsideration(doing, { reference, words: 'I have a nominee.' }),
    )
  const answer = (day: string, outcome: 'upheld' | 'not-looked-at-again') =>
    on(place, place.tom, day, async doing => {
      const [open] = await againOf(doing, one.request)
      return answerReconsideration(doing, {
        reference,
        reconsideration: open?.id ?? '',
        outcome,
        reasons: 'We read it all again.',
      })
    })
  const first = await ask('2026-02-03')
  assert.ok(first.done && first.value.must)
  const notAtAll = await answer('2026-02-20', 'not-looked-at-again')
  assert.deepEqual(notAtAll, { done: false, because: ['must-be-looked-at'] })
  const written = await answer('2026-02-24', 'upheld')
  assert.ok(written.done)
  const letter = await tryAs(place.database, place.person, doing => noticeOf(doing, written.value.letter))
  assert.match(JSON.stringify(letter?.paragraphs), /We read it all again/)
  const second = await ask('2026-06-30')
  assert.ok(second.done && !second.value.must)
  const [asked] = await tryAs(place.database, place.tom, doing => againOf(doing, one.request))
  assert.equal(asked?.must, false)
  assert.ok((await answer('2026-07-01', 'not-looked-at-again')).done)
  const third = await ask('2026-09-01')
  assert.ok(third.done && third.value.must)
  assert.equal(third.value.answerBy, null, 'no time limit was found in law and none is set locally')
})

test('somebody other than the decider looks again, and a change writes a new decision', async () => {
  const place = await millbrookAsks()
  const one = await refusedOn(place, '2026-03-10')
  const { reference } = one
  const asked = await doAs(place.database, place.person, doing =>
    askReconsideration(doing, { reference, words: 'Look at my letter.' }),
  )
  assert.ok(asked.done)
  const twice = await tryAs(place.database, place.person, doing =>
    askReconsideration(doing, { reference, words: 'Again.' }),
  )
  assert.deepEqual(twice, { done: false, because: ['one-is-open'] })
  const change = async (doing: Doing) => {
    const parts = (await partsOf(doing, one.request)).map(({ id, askedWay, weekly }) => ({
      part: id,
      granted: true,
      decidedWay: askedWay,
      weekly,
      reason: null,
    }))
    const reconsideration = asked.value.id
    return answerReconsideration(doing, {
      reference,
      reconsideration,
      outcome: 'changed',
      reasons: 'The letter is clear.',
      parts,
    })
  }
  const self = await tryAs(place.database, place.priya, change)
  assert.deepEqual(self, { done: false, because: ['decided-it-before'] })
  const answered = await doAs(place.database, place.tom, change)
  assert.ok(answered.done)
  const decisions = await tryAs(place.database, place.person, doing => decisionsOf(doing, one.request))
  assert.deepEqual(
    decisions.map(({ number, outcome, by }) => [number, outcome, by.name]),
    [
      [2, 'granted', 'Tom Birkett'],
      [1, 'partly-granted', 'Priya Nair'],
    ],
  )
  const again = await tryAs(place.database, place.tom, change)
  assert.deepEqual(again, { done: false, because: ['answered-already'] })
})

test('there is nothing to look at before a decision, or where all was agreed as asked', async () => {
  const place = await millbrookAsks()
  const one = await gwenAsks(place)
  const ask = () =>
    tryAs(place.database, place.person, doing =>
      askReconsideration(doing, { reference: one.reference, words: '' }),
    )
  assert.deepEqual(await ask(), { done: false, because: ['not-decided'] })
  await doAs(place.database, place.priya, doing => aDecision(doing, { reference: one.reference }))
  assert.deepEqual(await ask(), { done: false, because: ['nothing-was-refused', 'nothing-said'] })
})
