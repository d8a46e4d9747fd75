import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doAs, signedIn, someone, tryAs } from '../../../test/harness.ts'
import { type MillbrookAsks, millbrookAsks } from '../../../test/requests.ts'
import { plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { relationshipsOf } from '../../people/public.ts'
import { type AskingFor, askFor, caseOf, casesOfPerson } from '../public.ts'

const asking = ({ icb }: MillbrookAsks): AskingFor => ({
  organisation: icb,
  person: { fullName: 'Bet Loveday', bornOn: plainDate('1949-10-19'), nhsNumber: '9990000018' },
  pathway: 'adult-continuing-healthcare',
  reachedBy: 'online',
  askedBy: { name: 'Ann Loveday', relation: 'representative' },
  relation: 'representative',
  basis: 'deputy',
  asker: { name: 'Ann Loveday' },
  words: 'Care at home.',
  parts: [{ says: 'Care at home', askedWay: null }],
})

test('a deputy who asks becomes the representative; without a basis it is refused', async () => {
  const place = await millbrookAsks()
  const ann = await someone(place.database, { name: 'Ann Loveday' })
  const without = await tryAs(place.database, ann, doing =>
    askFor(doing, { ...asking(place), basis: null }, 'themselves'),
  )
  assert.deepEqual(without, { done: false, because: ['representative-needs-a-basis'] })
  const asked = await doAs(place.database, ann, doing => askFor(doing, asking(place), 'themselves'))
  assert.ok(asked.done)
  const bonds = await tryAs(place.database, ann, doing => relationshipsOf(doing, asked.value.person))
  assert.deepEqual(
    bonds.map(({ kind, basis, other_name }) => [kind, basis, other_name]),
    [['representative', 'deputy', 'Ann Loveday']],
  )
})

test('an NHS number that another record holds is left out and noted for staff alone', async () => {
  const place = await millbrookAsks()
  const [first, second] = [
    await someone(place.database, { name: 'Ann Loveday' }),
    await someone(place.database, { name: 'Jo Loveday' }),
  ]
  const once = await doAs(place.database, first, doing => askFor(doing, asking(place), 'themselves'))
  const twice = await doAs(place.database, second, doing => askFor(doing, asking(place), 'themselves'))
  assert.ok(once.done && twice.done)
  assert.notEqual(once.value.person, twice.value.person)
  const staff = await signedIn(await appOn(place.database), place.priya)
  const page = await staff.get(`/requests/${twice.value.reference}`)
  assert.match(page.html, /stands on another record/)
  const family = await tryAs(place.database, second, doing => caseOf(doing, once.value.reference))
  assert.equal(family, null)
})

test('the same form sent twice makes one request', async () => {
  const place = await millbrookAsks()
  const visitor = await signedIn(await appOn(place.database), place.priya)
  const form = {
    once: newId<'form'>(),
    caller: 'Gwen Tallis',
    relation: 'myself',
    'calledOn-day': '2',
    'calledOn-month': '3',
    'calledOn-year': '2026',
    forWhom: `person:${place.gwen}`,
    care: 'fast-track',
    words: 'Quickly, please.',
    way: 'notional',
    step: 'send',
  }
  const unseen = await visitor.post('/requests/telephone', form)
  assert.equal(unseen.status, 422, 'a case worker cannot ask for somebody whom she may not see')
  const leader = await signedIn(await appOn(place.database), place.tom)
  const [one, two] = [
    await leader.post('/requests/telephone', form),
    await leader.post('/requests/telephone', form),
  ]
  assert.match(one.to ?? '', /^\/requests\/PHB-/)
  assert.equal(two.to, one.to)
  assert.equal((await tryAs(place.database, place.tom, doing => casesOfPerson(doing, place.gwen))).length, 1)
})
