import type { AccountId } from '../agreements/public.ts'
import { addDays, later, type PlainDate, weekday } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { OrganisationId, PersonId, RelationshipId } from '../people/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import type { RequestId } from '../requests/public.ts'
import type { Calendar } from './calendar.ts'
import type { Organisations } from './place.ts'
import type { Staff } from './staff.ts'
import { type Ago, type Life, type Stage, stages } from './types.ts'

/** The place as it stands: what every life is walked through. */
export type Place = {
  readonly organisations: Organisations
  readonly staff: Staff
  readonly calendar: Calendar
}

/** Who people of a life are, once they are written down. */
export type Folk = {
  readonly person: PersonId
  /** The person themselves as an actor. */
  readonly self: Actor
  readonly relatives: readonly {
    readonly name: string
    readonly actor: Actor
    readonly relationship: RelationshipId | null
  }[]
}

/** A life on its way: filled in as it goes. */
export type Walk = {
  readonly doing: Doing
  readonly place: Place
  readonly life: Life
  readonly organisation: OrganisationId
  readonly folk: Folk
  readonly request: { readonly id: RequestId; readonly reference: Reference } | null
  readonly accounts: readonly AccountId[]
  /** The place in the list of lives: numbers are made of it. */
  readonly serial: number
}

/** The same work as somebody else, on another day. */
export const as = ({ doing, place }: Pick<Walk, 'doing' | 'place'>, actor: Actor, on: Ago): Doing => {
  const today = place.calendar.day(on)
  return { ...doing, actor, today, now: place.calendar.momentOf(today) }
}

export const referenceOf = ({ request, life }: Walk): Reference => {
  if (request === null) throw new Error(`${life.name} has not asked yet`)
  return request.reference
}

/** Days from a stage to the one after it, as such things usually take. */
const usually: Readonly<Record<Stage, number>> = {
  known: 0,
  asked: 0,
  taken: 3,
  'shown-eligible': 6,
  decided: 12,
  assessed: 6,
  summed: 5,
  shown: 1,
  drafted: 3,
  written: 9,
  handed: 5,
  'signed-off': 4,
  prepared: 3,
  'account-given': 2,
  'account-approved': 2,
  'signed-by-person': 2,
  signed: 2,
}

/** The day of each stage of a life, in days from today; nothing lies in the future. */
export function daysOf(life: Life): Readonly<Record<Stage, Ago>> {
  let at = life.asks?.on ?? life.offer?.on ?? -1
  const found: Partial<Record<Stage, Ago>> = {}
  for (const stage of stages) {
    at = Math.min(0, life.days?.[stage] ?? at + usually[stage])
    found[stage] = at
  }
  return found as Record<Stage, Ago>
}

export const reaches = (life: Life, stage: Stage): boolean =>
  stages.indexOf(life.upTo) >= stages.indexOf(stage)

/** The Monday on which a plan begins: the first one on or after the day both have signed. */
export function beginsOn(life: Life, { calendar }: Place): PlainDate {
  const signed = addDays(calendar.today, daysOf(life).signed)
  const monday = addDays(signed, (8 - weekday(signed)) % 7)
  return later(monday, addDays(calendar.today, daysOf(life)['signed-off']))
}

/** Who does the work of a case: its own worker, or the first of its ICB. */
export const workerOf = ({ life, place }: Pick<Walk, 'life' | 'place'>): Staff[keyof Staff] =>
  place.staff[life.worker ?? (life.icb === 'ashdale' ? 'yusra' : 'priya')]

export const leaderOf = ({ life, place }: Pick<Walk, 'life' | 'place'>): Staff[keyof Staff] =>
  place.staff[life.icb === 'ashdale' ? 'colin' : 'tom']
