import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { agreementOn, endingOf } from '../src/agreements/public.ts'
import { adultOf, joinBudget, note, planOf, receive } from '../src/ehc/public.ts'
import type { NewFact } from '../src/ehc/types.ts'
import { addDays, addYears, type PlainDate } from '../src/kernel/days.ts'
import type { Reference } from '../src/kernel/ids.ts'
import { furtherBudget } from '../src/millbrook/stage.ts'
import type { Life } from '../src/millbrook/types.ts'
import { beginsOn } from '../src/millbrook/walk.ts'
import { found, physio, voice } from '../src/millbrook/words.ts'
import type { Actor, Doing } from '../src/platform/doing.ts'
import { typedDay } from '../src/platform/forms.ts'
import { caseOf } from '../src/requests/public.ts'
import { appOn, doingIt, type Form, signedIn, tryAs, type Visitor } from './harness.ts'
import { must, onDay } from './joint.ts'
import { founded, type Lived, walkedIn } from './living.ts'

/** Invented: a young man who is 18 since 40 days, and whose adult care nobody has decided. */
const lifeOn = (today: PlainDate): Life => ({
  name: 'Joss Arden',
  born: addDays(addYears(today, -18), -40),
  home: ['9 Slip Street', 'Millbrook', 'MB1 3EE'],
  path: 'ehc-plan',
  account: true,
  asks: { on: -300, by: 'online', words: 'Agreed in section J.', parts: [['Help', 'direct-payment', 220]] },
  upTo: 'signed',
  held: { holder: 'person' },
  assessed: found('I am good with ropes.', ['Mobility', 'high', '']),
  support: [physio('2', { says: 'Physiotherapy', when: 'Twice a month' })],
  voice: voice({
    about: { 'most-important': 'The ropes.' },
    matters: 'To climb by myself.',
    outcomes: [['I climb', 'Up to the top', 'Me, on Sundays']],
    risks: [['A fall', 'A hip', 'Somebody holds the rope.']],
  }),
  banked: [],
})

let life: Lived
let plan: Reference
let at = ''
let today: PlainDate
let visitors: Readonly<Record<'sian' | 'priya' | 'tom' | 'self', Visitor>>

async function process(doing: Doing): Promise<Reference> {
  const { sian, priya } = life.place.staff
  const { council, millbrook: health } = life.place.organisations
  const { person } = life.walk.folk
  const day = (ago: number) => addDays(today, -ago)
  const asked = { council, health, child: person, receivedOn: day(400), askedByName: 'Joss Arden' }
  const { reference } = must(await receive(onDay(doing, sian, day(400)), asked))
  const facts: readonly (readonly [Actor, NewFact])[] = [
    [sian, { what: 'will-assess', on: day(370), words: 'His joints' }],
    [sian, { what: 'advice-asked', on: day(369), choice: 'health', who: 'NHS Millbrook ICB' }],
    [sian, { what: 'draft-sent', on: day(320) }],
    [sian, { what: 'final-plan', on: day(300) }],
  ]
  for (const [actor, fact] of facts) must(await note(onDay(doing, actor, fact.on), { ...fact, reference }))
  must(await joinBudget(onDay(doing, priya, today), { reference, budget: life.reference }))
  return reference
}

before(async () => {
  const place = await founded('of-today')
  today = place.place.calendar.today
  life = await walkedIn(place, lifeOn(today), 1)
  plan = await doingIt(life.database, process)
  at = `/ehc/${plan}`
  const app = await appOn(life.database)
  const enter = async (who: Actor) => {
    const { rows } = await life.database.pool.query('select user_id from access.actor where id = $1', [
      who.id,
    ])
    return signedIn(app, { ...who, user: String(rows[0]?.user_id) } as Parameters<typeof signedIn>[1])
  }
  const { sian, priya, tom } = life.place.staff
  visitors = {
    sian: await enter(sian),
    priya: await enter(priya),
    tom: await enter(tom),
    self: await enter(life.walk.folk.self),
  }
})

const overdue = 'The adult decision is overdue'
const goesOn = 'Your money goes on as it is'
const dayOf = (day: PlainDate) => typedDay('on', day) as Form
const wrong = async (visitor: Visitor, step: string, form: Form) => {
  const sent = await visitor.post(`${at}/${step}`, form)
  assert.equal(sent.status, 422, sent.html)
  return sent.html
}
const goes = async (visitor: Visitor, step: string, form: Form) => {
  const sent = await visitor.post(`${at}/${step}`, form)
  assert.equal(sent.status, 303, sent.html)
}

test('at 18 without an adult decision both bodies are warned, and the person told', async () => {
  const { self, sian, tom } = visitors
  const own = (await self.get(at)).html
  assert.ok(own.includes(goesOn), own)
  assert.ok(!own.includes(overdue))
  const { html } = await tom.get(at)
  for (const said of [overdue, 'goes on until it is decided', 'Nothing stops by itself', 'Not yet'])
    assert.ok(html.includes(said), said)
  assert.ok((await sian.get(at)).html.includes(overdue))
})

test('nobody signs before the adult decision is asked for, and only health asks', async () => {
  const { self, sian, priya } = visitors
  assert.match(await wrong(sian, 'handover', dayOf(today)), /adult/i)
  for (const [who, step] of [
    [sian, 'adult-request'],
    [self, 'adult-request'],
    [self, 'handover'],
    [self, 'move'],
    [sian, 'move'],
    [priya, 'move'],
  ] as const)
    assert.ok([403, 404].includes((await who.post(`${at}/${step}`, { words: 'x', ...dayOf(today) })).status))
  assert.match(await wrong(priya, 'adult-request', {}), /Say what is asked/)
  await goes(priya, 'adult-request', { words: 'Care from 18' })
})

const grownOn = (day: PlainDate): Life => ({
  ...lifeOn(day),
  path: 'adult-continuing-healthcare',
  asks: { on: 0, by: 'online', words: 'Care from 18', parts: [['Care from 18', null]] },
  answers: { 1: { granted: true, way: 'direct-payment' } },
})

test('both bodies sign for one day, may sign anew for an earlier one, and need a yes', async () => {
  const { sian, priya, tom } = visitors
  assert.ok((await tom.get(at)).html.includes(overdue), 'asked for is not decided')
  const moves = beginsOn(grownOn(today), life.place)
  await goes(sian, 'handover', dayOf(moves))
  assert.match(await wrong(tom, 'move', dayOf(moves)), /both/i)
  await goes(priya, 'handover', dayOf(addDays(moves, 1)))
  assert.match(await wrong(tom, 'move', dayOf(moves)), /both/i)
  await goes(priya, 'handover', dayOf(moves))
  assert.match(await wrong(tom, 'move', dayOf(moves)), /The adult decision is not made/)
})

test('the budget moves by pages alone, and no day lies between', async () => {
  const { sian, tom, self } = visitors
  const { database, walk, place } = life
  const grown = grownOn(today)
  const moves = beginsOn(grown, place)
  const adults = await tryAs(database, place.staff.tom, async doing => {
    const seen = await planOf(doing, plan)
    return seen === null ? null : adultOf(seen)
  })
  assert.ok(adults)
  await doingIt(database, async doing => {
    const request = await caseOf(doing, adults)
    assert.ok(request)
    const of = { id: request.request, reference: request.reference }
    await furtherBudget({ ...walk, doing }, grown, of)
  })
  assert.ok(!(await tom.get(at)).html.includes(overdue))
  await goes(tom, 'move', dayOf(moves))
  assert.match(await wrong(tom, 'move', dayOf(moves)), /already/)
  for (const who of [self, sian, tom]) assert.ok((await who.get(at)).html.includes('Adult care pays'))
  await doingIt(database, async doing => {
    assert.equal((await endingOf(doing, life.reference))?.ends_on, addDays(moves, -1))
    assert.equal((await agreementOn(doing, adults, moves))?.reference, adults)
  })
})
