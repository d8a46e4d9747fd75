import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doingIt, emptyDatabase, signedIn, someone, tryAs } from '../../test/harness.ts'
import { letSee } from '../access/public.ts'
import { aColleague, aSignedAgreement } from '../agreements/examples.ts'
import { plainDate } from '../kernel/days.ts'
import { addOrganisation, addPerson } from '../people/public.ts'
import { signedOffPlan } from '../plans/examples.ts'
import { noteEvent } from './public.ts'
import { reviewsOf } from './queries.ts'

/** A budget held by an agreement that both sides signed, with the people around it. */
async function held() {
  const database = await emptyDatabase()
  const { icb, mab } = await doingIt(database, async doing => {
    const body = await addOrganisation(doing, {
      code: 'QMB',
      kind: 'icb',
      name: 'NHS Millbrook ICB',
      invented: true,
    })
    const added = await addPerson(doing, {
      organisation: body,
      fullName: 'Mab Treloar',
      bornOn: plainDate('1958-07-07'),
    })
    assert.ok(added.done)
    return { icb: body, mab: added.value }
  })
  const worker = await someone(database, { name: 'Priya Nair', role: 'case-worker', organisation: icb })
  const leader = await someone(database, { name: 'Tom Hale', role: 'team-leader', organisation: icb })
  const elsewhere = await someone(database, { name: 'Tom Birkett', role: 'team-leader' })
  const family = await someone(database, { name: 'Mab Treloar', person: mab })
  const reference = await doingIt(database, async doing => {
    const plan = await signedOffPlan(doing, { organisation: icb, person: mab })
    await aSignedAgreement(doing, { reference: plan.reference, approver: aColleague('D. Hay', 'panel', icb) })
    await letSee(
      doing,
      { actor: worker.id },
      { person: mab, sees: 'all', because: 'case worker', from: doing.today },
    )
    return plan.reference
  })
  return { database, worker, leader, elsewhere, family, reference }
}

const today = new Date()
const dayFields = (name: string, shift = 0): Record<string, string> => {
  const on = new Date(today.getTime() + shift * 86_400_000)
  return {
    [`${name}-day`]: String(on.getUTCDate()),
    [`${name}-month`]: String(on.getUTCMonth() + 1),
    [`${name}-year`]: String(on.getUTCFullYear()),
  }
}
const planReview = {
  ...dayFields('heldOn'),
  askedBy: 'schedule',
  words: 'The evenings go well. Mornings are too short.',
  theirWords: '',
  follows: 'continue',
  'answer-fits': 'partly',
  'answer-used-well': 'yes',
  'answer-enough': 'yes',
  'answer-complied': 'yes',
  'answer-outcomes': 'partly',
}

test(
  'a review is written down by the case worker, read by the family, and seen by nobody of another ' + 'ICB',
  async () => {
    const { database, worker, family, elsewhere, reference } = await held()
    const app = await appOn(database)
    const [priya, mab, stranger] = [
      await signedIn(app, worker),
      await signedIn(app, family),
      await signedIn(app, elsewhere),
    ]
    assert.equal((await priya.get(`/reviews/${reference}/plan-review`)).status, 200)
    const unanswered = await priya.post(`/reviews/${reference}/plan-review`, {
      ...planReview,
      'answer-fits': '',
      words: '',
    })
    assert.equal(unanswered.status, 422)
    assert.match(unanswered.html, /Answer: Does the plan still fit/)
    assert.match(unanswered.html, /Say what you found/)
    assert.equal(
      (await priya.post(`/reviews/${reference}/plan-review`, planReview)).to,
      `/reviews/${reference}`,
    )
    const [row] = await tryAs(database, worker, doing => reviewsOf(doing, reference))
    const read = await mab.get(`/reviews/${reference}/held/${row?.id}`)
    assert.match(read.html, /Mornings are too short/)
    assert.equal((await stranger.get(`/reviews/${reference}`)).status, 404)
    assert.equal((await stranger.get(`/reviews/${reference}/held/${row?.id}`)).status, 404)
  },
)

test('the money is looked at by finance alone, and a change needs a day', async () => {
  const { database, worker, reference } = await held()
  const priya = await signedIn(await appOn(database), worker)
  assert.equal((await priya.post(`/reviews/${reference}/money-audit`, {})).status, 403)
  const noDay = await priya.post(`/reviews/${reference}/plan-review`, { ...planReview, follows: 'change' })
  assert.equal(noDay.status, 422)
  assert.match(noDay.html, /Enter the day from which it changes/)
  const future = await priya.post(`/reviews/${reference}/plan-review`, {
    ...planReview,
    ...dayFields('heldOn', 2),
  })
  assert.match(future.html, /cannot be in the future/)
})

test('V-25 two different reviews on one day are booked only with a reason', async () => {
  const { database, worker, reference } = await held()
  const priya = await signedIn(await appOn(database), worker)
  const on = dayFields('on', 30)
  assert.equal(
    (await priya.post(`/reviews/${reference}/booking`, { lane: 'plan-review', ...on, place: 'At home' })).to,
    `/reviews/${reference}`,
  )
  const warned = await priya.post(`/reviews/${reference}/booking`, { lane: 'eligibility', ...on, place: '' })
  assert.equal(warned.status, 422)
  assert.match(warned.html, /should not share a day/)
  assert.equal(
    (
      await priya.post(`/reviews/${reference}/booking`, {
        lane: 'eligibility',
        ...on,
        because: 'She travels far and asked for one day.',
      })
    ).to,
    `/reviews/${reference}`,
  )
})

test('V-26 what must follow an event is the rules’ answer, kept with it', async () => {
  const { database, worker, reference } = await held()
  const heard = (kind: 'health-change' | 'cost-change' | 'other') =>
    tryAs(database, worker, doing =>
      noteEvent(doing, {
        reference,
        on: doing.today,
        kind,
        significant: true,
        costWeekly: kind === 'cost-change' ? (10_000_000n as never) : null,
        words: 'Tube feeding.',
      }),
    )
  assert.deepEqual(await heard('health-change'), {
    done: true,
    value: ['must-consider-review', 'must-check-money-is-enough-if-no-review'],
  })
  assert.deepEqual(await heard('cost-change'), { done: true, value: ['review'] })
  assert.deepEqual(await heard('other'), { done: true, value: [] })
})

test(
  'an end waits for the agreed notice, goes out with its reasons, and is closed only when nothing is ' +
    'open',
  async () => {
    const { database, leader, family, reference } = await held()
    const app = await appOn(database)
    const [tom, mab] = [await signedIn(app, leader), await signedIn(app, family)]
    assert.equal((await mab.get(`/reviews/${reference}/ending`)).status, 404)
    const early = await tom.post(`/reviews/${reference}/ending`, {
      ground: 'needs-not-met-this-way',
      ...dayFields('on', 3),
      because: '',
    })
    assert.equal(early.status, 422)
    assert.match(early.html, /Give the reasons/)
    const short = await tom.post(`/reviews/${reference}/ending`, {
      ground: 'needs-not-met-this-way',
      ...dayFields('on', 3),
      because: 'An agency cannot be found.',
    })
    assert.match(short.html, /the notice in the agreement is longer/)
    assert.equal(
      (
        await tom.post(`/reviews/${reference}/ending`, {
          ground: 'needs-not-met-this-way',
          ...dayFields('on', 40),
          because: 'An agency cannot be found.',
        })
      ).to,
      `/reviews/${reference}`,
    )
    assert.match((await mab.get(`/reviews/${reference}`)).html, /This budget ends on/)
    const open = await tom.post(`/reviews/${reference}/closing`, {
      settled: ['wages', 'tax', 'insurance', 'debits', 'records'],
    })
    assert.equal(open.status, 422)
    assert.match(open.html, /cannot be closed while something is open/)
  },
)
