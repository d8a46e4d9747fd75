import { gatherAll, gatherLater } from '../src/cases/public.ts'
import { type Moment, plainDate } from '../src/kernel/days.ts'
import type { Reference } from '../src/kernel/ids.ts'
import { picture } from '../src/ledger/picture.ts'
import { type Entry, entriesOf } from '../src/ledger/public.ts'
import { calendarUntil } from '../src/millbrook/calendar.ts'
import { foundPlace, setUpBoards } from '../src/millbrook/place.ts'
import { letDaysGoBy } from '../src/millbrook/running.ts'
import { hire } from '../src/millbrook/staff.ts'
import { walkThrough } from '../src/millbrook/stage.ts'
import type { Life } from '../src/millbrook/types.ts'
import { type Place, referenceOf, type Walk } from '../src/millbrook/walk.ts'
import type { Doing } from '../src/platform/doing.ts'
import type { TestDatabase } from '../src/platform/testing.ts'
import { doingIt, emptyDatabase } from './harness.ts'

/** The day on which every story is told: what happened lies before it, however late the test is run. */
export const told = plainDate('2026-11-20')

type Founded = { readonly database: TestDatabase; readonly place: Place }
export type Lived = Founded & {
  readonly walk: Walk
  readonly reference: Reference
}

const stands = { today: told, now: `${told}T15:00:00.000Z` as Moment }

/** A Millbrook with nobody in it yet, by a clock that stands; of this very day for tests of pages. */
export async function founded(clock?: 'of-today'): Promise<Founded> {
  const database = await emptyDatabase()
  return doingIt(database, async doing => {
    const organisations = await foundPlace(doing)
    const staff = await hire(doing, organisations)
    await setUpBoards(doing, organisations, staff)
    const calendar = calendarUntil(clock === undefined ? stands : doing)
    return { database, place: { organisations, staff, calendar } }
  })
}

/** A life walked to its stage in a place; the days after it have not gone by. */
export const walkedIn = ({ database, place }: Founded, life: Life, serial: number): Promise<Lived> =>
  doingIt(database, async doing => {
    await gatherLater(doing)
    const walk = await walkThrough(doing, { place, life, serial })
    return { database, place, walk, reference: referenceOf(walk) }
  })

/** A life walked to where its story ends, in a Millbrook of its own with nobody else in it. */
export async function lived(life: Life): Promise<Lived> {
  const one = await walkedIn(await founded(), life, 1)
  const { place, walk } = one
  return doingIt(one.database, async doing => {
    await gatherLater(doing)
    await letDaysGoBy(work => work(doing), { place, walks: [{ ...walk, doing }], atOnce: 1 })
    await gatherAll(doing)
    return one
  })
}

/** Within a day money is set aside, then paid, then spent; the same words go by their sums. */
function placeOf({ effectiveOn, because, postings }: Entry): string {
  const first = ['Budget', 'Payment'].findIndex(word => because.startsWith(word))
  const sums = postings.map(({ pence }) => String(pence).padStart(12)).sort()
  return [effectiveOn, first < 0 ? 2 : first, because, ...sums].join(' ')
}

/**
 * The ledger picture of a life: days that a story tells, names of its own, and a reference that does not
 * change.
 */
export async function drawn(doing: Doing, { walk, reference }: Lived): Promise<string> {
  const entries = await entriesOf(doing, { person: walk.folk.person })
  const inOrder = [...entries].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  return picture(inOrder)
    .replaceAll(reference, 'PHB-0000-000')
    .replaceAll(reference.replaceAll('-', ''), 'PHB0000000')
}
