import { gatherAll, gatherLater } from '../cases/public.ts'
import { loadEngland, organisationByCode } from '../people/public.ts'
import type { Database } from '../platform/database.ts'
import type { Doing } from '../platform/doing.ts'
import { asService } from '../platform/transaction.ts'
import { payTheWages } from './ahead.ts'
import { beforeNow } from './before-now.ts'
import { giveBirth } from './birthing.ts'
import { calendarUntil } from './calendar.ts'
import { complain } from './complaining.ts'
import { consent } from './consenting.ts'
import { planForChildren } from './ehc-plans.ts'
import { employ } from './employing.ts'
import { inTurn } from './in-turn.ts'
import { listPeople } from './listing.ts'
import { lives } from './lives.ts'
import { lookAndSettle } from './looking.ts'
import { foundPlace, setUpBoards } from './place.ts'
import { beforeTheBoard } from './reference/before-the-board.ts'
import { letDaysGoBy } from './running.ts'
import { shareOut } from './sharing.ts'
import { hire } from './staff.ts'
import { walkThrough } from './stage.ts'
import type { Place, Walk } from './walk.ts'
import { wheel } from './wheeling.ts'

export type Seeded = { readonly people: number } | 'there-already'

/** As the service; what the cases list shows is gathered once, at the end. */
const quietly = <Value>(database: Database, work: (doing: Doing) => Promise<Value>): Promise<Value> =>
  asService(database, async doing => {
    await gatherLater(doing)
    return work(doing)
  })

/** How many people are written at the same time, each in a transaction of their own. */
const atOnce = 4

/**
 * Makes Millbrook: England's bodies, the two invented boards with their people, and everybody's story up
 * to today. Does
 * nothing where it was made before. Everything is counted from today, so that what is due is due and what
 * is late is late.
 */
export async function seedMillbrook(database: Database): Promise<Seeded> {
  const place = await asService(database, async (doing): Promise<Place | null> => {
    if (await organisationByCode(doing, 'QMB')) return null
    await loadEngland(doing)
    const organisations = await foundPlace(doing)
    const staff = await hire(doing, organisations)
    await setUpBoards(doing, organisations, staff)
    return { organisations, staff, calendar: calendarUntil(doing) }
  })
  if (place === null) return 'there-already'
  await quietly(database, doing => beforeNow(doing, place))
  const walks: Walk[] = []
  await inTurn([...lives.entries()], atOnce, async ([serial, life]) => {
    walks.push(await quietly(database, doing => walkThrough(doing, { place, life, serial })))
  })
  await letDaysGoBy(work => quietly(database, work), { place, walks, atOnce })
  await quietly(database, async doing => {
    await employ(doing, place, walks)
    await payTheWages(doing, place, walks)
    await shareOut(doing, place, walks)
    await lookAndSettle(doing, place, walks)
    await wheel(doing, place, walks)
    await giveBirth(doing, place, walks)
    await planForChildren(doing, place, walks)
    await listPeople(doing, place, walks)
    await consent(doing, place, walks)
    await complain(doing, place, walks)
    await gatherAll(doing)
  })
  return { people: lives.length + beforeTheBoard.length }
}
