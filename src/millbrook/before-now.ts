import { addUser } from '../access/public.ts'
import { daysBetween, type PlainDate, plainDate } from '../kernel/days.ts'
import { setSetting } from '../people/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { goOn, orderSuccession, stepOf } from '../succession/public.ts'
import { withdrawn } from './asking.ts'
import { must } from './must.ts'
import { type Before, beforeTheBoard } from './reference/before-the-board.ts'
import { addressOf, type Staff } from './staff.ts'
import { walkThrough } from './stage.ts'
import type { Life } from './types.ts'
import type { Place, Walk } from './walk.ts'

const [began, followed] = [plainDate('2021-04-01'), plainDate('2022-07-01')]
/** Serials from here on are kept for these people: numbers are made of them. */
const serials = 300

const on = (doing: Doing, { calendar }: Place, day: PlainDate): Doing => ({
  ...doing,
  today: day,
  now: calendar.momentOf(day),
})

/** The place as it was: the group in the board's stead, with those of its staff who came along. */
function placeThen(place: Place): Place {
  const { group, millbrook } = place.organisations
  const roles = ({ roles: all }: Actor) =>
    all.map(one => (one.organisation === millbrook ? { ...one, organisation: group } : one))
  const staff = Object.entries(place.staff).map(([key, one]) => [key, { ...one, roles: roles(one) }])
  return {
    ...place,
    organisations: { ...place.organisations, millbrook: group },
    staff: Object.fromEntries(staff) as Staff,
  }
}

/** A worker of the group, who goes with its cases; and the figure that it promised answers by. */
async function setUp(doing: Doing, place: Place): Promise<Place> {
  const { staff, organisations, ...rest } = placeThen(place)
  const then = on({ ...doing, actor: staff.carys }, place, began)
  const { name, role } = { name: 'Gail Pettifer', role: 'case-worker' } as const
  const organisation = organisations.group
  const gail = must(
    await addUser(on(doing, place, began), {
      name,
      email: addressOf(name, 'millbrook-icb'),
      password: null,
      role: { role, organisation },
    }),
    `an account for ${name}`,
  )
  await setSetting(then, {
    organisation: organisations.group,
    name: 'request-answer-working-days',
    value: '30',
    from: began,
    because: 'Millbrook Clinical Commissioning Group, minute 6 of 18 March 2021',
  })
  const priya = { id: gail.actor, name, person: null, roles: [{ role, organisation }] }
  return { ...rest, organisations, staff: { ...staff, priya } }
}

const lifeOf = ({ life, askedOn, withdrawn: gone }: Before, { calendar }: Place): Life => {
  const ago = (day: PlainDate): number => daysBetween(calendar.today, day)
  return {
    ...life,
    asks: { ...life.asks, on: ago(askedOn) },
    ...(gone ? { withdrawn: { ...gone, on: ago(gone.on) } } : {}),
  }
}

/** An administrator orders it on the day, and the service carries it out. */
async function follow(doing: Doing, place: Place): Promise<void> {
  const then = on(doing, place, followed)
  const step = await stepOf(then, 'MBG', followed)
  if (step === null) throw new Error('Nobody is there to follow the group')
  const order = {
    step,
    because: 'The board takes the place of the group, minute 2 of 28 June 2022',
    reach: 'The team for personal health budgets, 01632 960 100',
  }
  must(await orderSuccession({ ...then, actor: placeThen(place).staff.carys }, order), 'the order')
  if ((await goOn(then)) !== 'finished') throw new Error('The group’s cases did not move')
}

/**
 * The years before the board: cases that began with the group and moved on its last day, by the action that
 * moves every case. One was answered there; one was open, and its story ended with the board.
 */
export async function beforeNow(doing: Doing, place: Place): Promise<void> {
  const then = await setUp(doing, place)
  const walks: Walk[] = []
  for (const [at, one] of beforeTheBoard.entries()) {
    const { withdrawn: _later, ...life } = lifeOf(one, place)
    walks.push(await walkThrough(doing, { place: then, life, serial: serials + at }))
  }
  await follow(doing, place)
  for (const [at, one] of beforeTheBoard.entries()) {
    const walk = walks[at]
    if (walk) await withdrawn({ ...walk, place, life: lifeOf(one, place) })
  }
}
