import { seeAs } from '../access/public.ts'
import { addDays, plainDate } from '../kernel/days.ts'
import { setSetting } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import * as registers from '../registers/public.ts'
import { must } from './must.ts'
import { atRisk } from './reference/registers.ts'
import type { Ago } from './types.ts'
import { as, type Place, referenceOf, type Walk, workerOf } from './walk.ts'

const minute = 'Invented for this invented board: minute 9 of 2 May 2024'
const figures = [
  ['registers-community-days', '14'],
  ['registers-again-days', '180'],
  ['registers-after-admission-days', '28'],
  ['registers-inpatient-adult-days', '120'],
  ['registers-inpatient-child-days', '60'],
] as const

/** The board's own days and levels: no source says them. */
async function setUp(doing: Doing, { organisations, staff }: Place): Promise<void> {
  const from = plainDate('2024-05-02')
  const lead = { ...doing, actor: staff.tom, today: from }
  for (const [name, value] of figures)
    await setSetting(lead, { organisation: organisations.millbrook, name, value, from, because: minute })
  const words = ['Red', 'Amber', 'Green']
  await registers.setLevels(lead, { organisation: organisations.millbrook, words, because: minute })
}

type Said = Pick<registers.NewEntry, 'saidBy' | 'name' | 'has' | 'reason'> & { readonly level: string }

/** Somebody who has the case puts them on the list, with a yes that names the council. */
async function onTheList(walk: Walk, on: Ago, { level, ...said }: Said): Promise<string> {
  const doing = as(walk, workerOf(walk), on)
  await seeAs(doing)
  const yes = { canDecide: true, about: null, asked: null, givenOn: doing.today }
  const bodies = [walk.place.organisations.council]
  const entry = must(
    await registers.putOn(doing, { ...yes, ...said, reference: referenceOf(walk), bodies }),
    `the list for ${walk.life.name}`,
  )
  must(await registers.giveLevel(doing, { entry, says: level, because: 'As the panel saw it.' }), 'a level')
  return entry
}

const worker = (walk: Walk, on: Ago): Doing => as(walk, workerOf(walk), on)

async function leon(walk: Walk): Promise<void> {
  const { name } = walk.life
  const reason = 'He stopped sleeping when his night team left.'
  const entry = await onTheList(walk, -330, {
    saidBy: 'the-person',
    name,
    has: 'autism',
    reason,
    level: 'Amber',
  })
  const day = walk.place.calendar.day
  const stay = { hospital: 'Heron Ward, Saltmarsh Hospital', kind: 'agreed', toWhere: 'Home' } as const
  const before = { entry, ...stay, from: addDays(day(-430), 0), until: addDays(day(-430), 38) }
  must(await registers.admit(worker(walk, -330), before), 'a stay')
  const join = { entry, reference: referenceOf(walk), purpose: 'prevent-admission' } as const
  must(await registers.joinBudget(worker(walk, -280), join), 'the budget')
  const crisis = {
    entry,
    on: day(-200),
    happened: 'Three nights without sleep. He ran to the weir.',
    instead: 'The two who know him stayed for four nights.',
    bed: 'not-needed',
    bedSaidBy: 'Asked for by Priya Nair; Dr Iles said it was not needed',
  } as const
  must(await registers.noteCrisis(worker(walk, -199), crisis), 'a crisis')
  await reviewed(walk, entry, -198)
  const again = { entry, ...stay, from: day(-150), until: day(-143) }
  must(await registers.admit(worker(walk, -143), again), 'a stay')
}

async function reviewed(walk: Walk, entry: string, on: Ago): Promise<void> {
  const asked = worker(walk, on)
  const ask = { entry, on: asked.today, why: 'A bed was asked for.', hasEhcPlan: true }
  must(await registers.askReview(asked, ask), 'a review')
  const doing = worker(walk, on + 8)
  const held = {
    entry,
    number: 1,
    on: doing.today,
    tookPart: 'Leon, his sister, his teacher, Priya Nair, Sian Prosser',
    expert: 'Dee Farrow',
    noExpert: null,
    safe: 'Yes, when the two he knows are there.',
    care: 'Good at school. Thin at night.',
    future: 'Nights with people he knows, and a word before anybody new comes.',
    hospital: 'No. He says so, and so do we.',
  }
  must(await registers.holdReview(doing, held), 'a review')
  const action = { says: 'Find a third person for the nights', owner: 'Priya Nair' }
  const by = addDays(doing.today, 21)
  must(await registers.addAction(doing, { entry, number: 1, ...action, by }), 'an action')
  const on2 = worker(walk, on + 30)
  must(
    await registers.doneAction(on2, { entry, number: 1, on: on2.today, says: 'Ruth comes on Fridays' }),
    'it',
  )
}

async function jem(walk: Walk): Promise<void> {
  const { name } = walk.life
  const reason = 'His flat was lost, and there is no team for the evenings.'
  const said = { saidBy: 'the-person', name, has: 'learning-disability', reason, level: 'Red' } as const
  const entry = await onTheList(walk, -80, said)
  const day = walk.place.calendar.day
  const doing = worker(walk, -70)
  const stay = {
    hospital: 'Alder Ward, Saltmarsh Hospital',
    kind: 'agreed',
    until: null,
    toWhere: null,
  } as const
  must(await registers.admit(doing, { entry, ...stay, from: day(-70) }), 'a stay')
  const join = { entry, reference: referenceOf(walk), purpose: 'plan-discharge' } as const
  must(await registers.joinBudget(doing, join), 'the budget')
  const items = [
    ['home', 'The flat in Weir Street, with a lock he can work', 'Sian Prosser', 14],
    ['team', 'Four people, trained with him on the ward', 'Priya Nair', 7],
    ['budget', 'Signed by him and by the board', 'Tom Birkett', 5],
    ['money', 'The first payment is in the account', 'Ngozi Okafor', 0],
  ] as const
  for (const [kind, says, owner, daysBefore] of items)
    must(await registers.needBefore(worker(walk, -30), { entry, kind, says, owner, daysBefore }), says)
  const first = { entry, on: addDays(day(0), 12), because: 'The flat is promised for that week.' }
  must(await registers.planLeaving(worker(walk, -28), first), 'a day')
  const moved = { entry, on: addDays(day(0), 26), because: 'The lock is late.' }
  must(await registers.planLeaving(worker(walk, -3), moved), 'a day')
  must(await registers.noteThere(worker(walk, -2), { entry, number: 1, on: day(-2) }), 'the home')
}

async function tola(walk: Walk): Promise<void> {
  const said = { saidBy: 'representative', name: 'Ade Dane', has: 'both', level: 'Amber' } as const
  const reason = 'School has stopped, and the evenings frighten her.'
  const entry = await onTheList(walk, -20, { ...said, reason })
  const doing = worker(walk, -20)
  const ask = { entry, on: doing.today, why: 'The school has asked for a bed.', hasEhcPlan: false }
  must(await registers.askReview(doing, ask), 'a review')
}

const stories: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  'Leon Harrow': leon,
  'Jem Orrell': jem,
  'Tola Dane': tola,
}

/** The list of people at risk of admission in Millbrook: at home, in hospital, and a child. */
export async function listPeople(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  await setUp(doing, place)
  for (const { name } of atRisk) {
    const walk = walks.find(one => one.life.name === name)
    if (walk !== undefined) await stories[name]?.({ ...walk, doing, place })
  }
}
