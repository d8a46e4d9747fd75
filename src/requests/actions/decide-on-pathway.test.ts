import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doAs, doingIt, type Form, signedIn, tryAs } from '../../../test/harness.ts'
import { type MillbrookAsks, millbrookAsks } from '../../../test/requests.ts'
import { addYears } from '../../kernel/days.ts'
import { addPerson } from '../../people/public.ts'
import { aDecision, aRequest } from '../examples.ts'
import { addEvidence, take } from '../public.ts'

/** A request, taken and with evidence, of somebody who has their birthday of so many years today. */
async function aged(place: MillbrookAsks, years: number) {
  const { database, icb, priya } = place
  const { reference } = await doingIt(database, async doing => {
    const bornOn = addYears(doing.today, -years)
    const added = await addPerson(doing, { organisation: icb, fullName: `Robin Pell ${years}`, bornOn })
    assert.ok(added.done)
    return aRequest(doing, { organisation: icb, person: added.value })
  })
  const datedOn = await doAs(database, priya, async doing => {
    await take(doing, reference)
    return doing.today
  })
  await doAs(database, priya, doing =>
    addEvidence(doing, { reference, kind: 'panel-decision', datedOn, note: 'Seen.' }),
  )
  return reference
}

const whyNot = (place: MillbrookAsks, reference: string, pathway: string): Promise<string> =>
  tryAs(place.database, place.priya, doing => aDecision(doing, { reference, pathway })).then(
    () => 'decided',
    (problem: Error) => problem.message.replace('the example was refused: ', ''),
  )

test('a care is decided only for those of its age, from and until the birthday itself', async () => {
  const place = await millbrookAsks()
  const [child, adult] = [await aged(place, 17), await aged(place, 18)]
  for (const pathway of ['adult-continuing-healthcare', 'fast-track']) {
    assert.equal(await whyNot(place, child, pathway), 'not-of-that-age')
    assert.equal(await whyNot(place, adult, pathway), 'decided')
  }
  assert.equal(await whyNot(place, child, 'childrens-continuing-care'), 'decided')
  assert.equal(await whyNot(place, adult, 'childrens-continuing-care'), 'not-of-that-age')
  assert.match(await whyNot(place, adult, 'maternity'), /not-held-that-way/)
  assert.equal(await whyNot(place, adult, 'dentistry'), 'pathway-not-confirmed')
})

const decision: Form = {
  seen: '0',
  'way-1': 'direct-payment',
  'weekly-1': '760.00',
  'way-2': 'notional',
  'reason-2': 'The home only contracts with the board.',
  step: 'preview',
}

test('the sentence at the care names it and the age, and what was typed stays', async () => {
  const place = await millbrookAsks()
  const worker = await signedIn(await appOn(place.database), place.priya)
  const send = async (years: number, pathway: string) => {
    const reference = await aged(place, years)
    return worker.post(`/requests/${reference}/decision`, { ...decision, pathway })
  }
  const child = await send(9, 'adult-continuing-healthcare')
  assert.equal(child.status, 422)
  assert.match(
    child.html,
    /href="#pathway"[^>]*>Adult continuing healthcare is for people of 18 or over; this/,
  )
  assert.match(child.html, /this person is 9/)
  assert.match(child.html, /The home only contracts with the board\./)
  const adult = await send(18, 'childrens-continuing-care')
  assert.equal(adult.status, 422)
  assert.match(adult.html, /Children’s continuing care is for people of 17 or under; this person is 18/)
  assert.equal((await send(17, 'childrens-continuing-care')).status, 200)
})
