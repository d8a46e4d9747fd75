import { seeAs } from '../access/public.ts'
import { drawSample } from '../bank/public.ts'
import { addDays, type PlainDate } from '../kernel/days.ts'
import { nothing } from '../kernel/money.ts'
import type { Doing } from '../platform/doing.ts'
import { noteSettled } from '../reviews/public.ts'
import { must } from './must.ts'
import { closing, drawn } from './reference/looking.ts'
import { as, type Place, referenceOf, type Walk, workerOf } from './walk.ts'

const walkOf = (walks: readonly Walk[], name: string): Walk => {
  const walk = walks.find(({ life }) => life.name === name)
  if (walk === undefined) throw new Error(`nobody is called ${name}`)
  return walk
}

/** Payments drawn by lot, to be looked at by finance. */
async function draw(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  const day = (ago: number): PlainDate => addDays(place.calendar.today, ago)
  for (const { life, on, from, until } of drawn) {
    const reference = referenceOf(walkOf(walks, life))
    const finance = as({ doing, place }, place.staff.ngozi, on)
    // What an actor sees of a bank account is asked of the transaction itself.
    await seeAs(finance)
    const asked = { reference, from: day(from), until: day(until) }
    must(await drawSample(finance, asked), `payments of ${life} to look at`)
  }
}

/** Budgets that ended, with some of what has to be settled done and some not. */
async function settle(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  for (const { life, on, notes } of closing) {
    const walk = walkOf(walks, life)
    for (const [item, what, who, by, words] of notes) {
      const noted = { item, what, who, words, owed: nothing, keepUntil: null }
      const due = by === null ? null : addDays(place.calendar.today, by)
      const fact = { ...noted, reference: referenceOf(walk), by: due }
      must(await noteSettled(as({ doing, place }, workerOf(walk), on), fact), `${item} of ${life}`)
    }
  }
}

/** What is looked at closely in Millbrook, and what is being settled after an end. */
export async function lookAndSettle(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  await draw(doing, place, walks)
  await settle(doing, place, walks)
}
