import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doAs, type Form, signedIn, tryAs } from '../../../test/harness.ts'
import { gwenAsks, type MillbrookAsks, millbrookAsks } from '../../../test/requests.ts'
import { noticeOf } from '../../notices/public.ts'
import { aDecision } from '../examples.ts'
import { addEvidence, answerReconsideration, askReconsideration, partsOf, take } from '../public.ts'
import { decisionsOf } from '../queries/decision.ts'

async function taken(place: MillbrookAsks) {
  const one = await gwenAsks(place, { pathway: 'section-117' })
  await doAs(place.database, place.priya, async doing => {
    await take(doing, one.reference)
    const evidence = { kind: 'panel-decision', datedOn: doing.today, note: 'Discharge papers.' } as const
    await addEvidence(doing, { reference: one.reference, ...evidence })
  })
  return one
}

const decided = (place: MillbrookAsks, reference: string, fact: string) =>
  doAs(place.database, place.priya, async doing => {
    const made = await aDecision(doing, { reference, fact })
    return JSON.stringify((await noticeOf(doing, made.letter))?.paragraphs)
  })

test('section 3 has the right; the letter says so, and the section stays with the decision', async () => {
  const place = await millbrookAsks()
  const one = await taken(place)
  const letter = await decided(place, one.reference, '3')
  assert.match(
    letter,
    /You have the right to have a personal health budget\. You get section 117 after-care\./,
  )
  const [kept] = await tryAs(place.database, place.priya, doing => decisionsOf(doing, one.request))
  assert.equal(kept?.fact, '3')
  assert.ok(kept.rules.some(({ id }) => id === 'S117_AFTERCARE-HAVE'))
})

test('section 2 alone is told that it does not lead there, where that is written and how sure', async () => {
  const place = await millbrookAsks()
  const letter = await decided(place, (await taken(place)).reference, '2')
  assert.doesNotMatch(letter, /You have the right|You get/)
  assert.match(letter, /Detention under section 2 alone does not lead to section 117 after-care\./)
  assert.match(letter, /This is about section 117 after-care\./)
  assert.match(letter, /"rule":"S117_AFTERCARE-SECTIONS"[^}]*not read it in the law/)
})

test('without the section nothing is decided; another care does not ask it', async () => {
  const place = await millbrookAsks()
  const { reference } = await taken(place)
  for (const fact of ['', 'no-such-section', 'referred-and-eligible'])
    await assert.rejects(decided(place, reference, fact), /fact-needed/)
  await doAs(place.database, place.priya, doing =>
    aDecision(doing, { reference, pathway: 'mental-health-other', fact: '2' }),
  )
  const one = await tryAs(place.database, place.priya, async doing => {
    const { rows } = await place.database.pool.query<{ facts: { fact: string | null } }>(
      'select facts from requests.grounds',
    )
    return { rows, today: doing.today }
  })
  assert.deepEqual(
    one.rows.map(({ facts }) => facts.fact),
    [null],
  )
})

test('a decision that is changed later keeps the section it rests on', async () => {
  const place = await millbrookAsks()
  const one = await taken(place)
  const refused = { granted: false, decidedWay: null, reason: 'There is a waiting list.' }
  await doAs(place.database, place.priya, doing =>
    aDecision(doing, { reference: one.reference, fact: '37', parts: { 2: refused } }),
  )
  const again = await doAs(place.database, place.person, doing =>
    askReconsideration(doing, { reference: one.reference, words: 'We have waited long enough.' }),
  )
  assert.ok(again.done)
  const parts = await tryAs(place.database, place.tom, doing => partsOf(doing, one.request))
  const answered = await doAs(place.database, place.tom, doing =>
    answerReconsideration(doing, {
      reference: one.reference,
      reconsideration: again.value.id,
      outcome: 'changed',
      reasons: 'There is no list any more.',
      parts: parts.map(part => ({
        part: part.id,
        granted: true,
        decidedWay: part.askedWay,
        weekly: part.weekly,
        reason: null,
      })),
    }),
  )
  assert.ok(answered.done, answered.done ? '' : answered.because.join())
  const all = await tryAs(place.database, place.tom, doing => decisionsOf(doing, one.request))
  assert.deepEqual(
    all.map(({ number, fact }) => [number, fact]),
    [
      [2, '37'],
      [1, '37'],
    ],
  )
})

const form: Form = {
  seen: '0',
  pathway: 'section-117',
  'way-1': 'direct-payment',
  'way-2': 'direct-payment',
  'way-3': 'direct-payment',
  step: 'preview',
}

test('the form asks the section with that care only, and says at the field where it is missing', async () => {
  const place = await millbrookAsks()
  const at = `/requests/${(await taken(place)).reference}/decision`
  const worker = await signedIn(await appOn(place.database), place.priya)
  const page = await worker.get(at)
  assert.match(page.html, /Section of the Mental Health Act on the order/)
  const missing = await worker.post(at, form)
  assert.equal(missing.status, 422)
  assert.match(missing.html, /href="#fact-section-117"[^>]*>Choose the section of the Mental Health Act/)
  const second = await worker.post(at, { ...form, 'fact-section-117': '2' })
  assert.equal(second.status, 200)
  assert.match(second.html, /Detention under section 2 alone does not lead/)
  assert.match(second.html, /name="fact-section-117" value="2"/)
  const back = await worker.post(at, { ...form, 'fact-section-117': '2', step: 'change' })
  assert.match(back.html, /value="2"[^>]*checked|checked[^>]*value="2"/)
  assert.equal((await worker.post(at, { ...form, pathway: 'end-of-life' })).status, 200)
})
