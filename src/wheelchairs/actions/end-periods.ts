import { sql } from 'kysely'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { nothing } from '../../kernel/money.ts'
import type { NewEntry } from '../../ledger/public.ts'
import { figuresOver, type OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { endingLetter } from '../letters/letters.ts'
import { send } from '../letters/sending.ts'
import { settingNames } from '../rules/figures.ts'
import { type UnspentWhy, unspentEntry } from '../rules/money.ts'
import { repairMoneyLeft } from '../rules/terms.ts'
import { here } from '../tables.ts'
import type { Round, RoundId } from '../types.ts'
import { locked, notedBy, ofRound, recordOf } from './changing.ts'
import { fundFor, posted } from './money.ts'

type Back = { readonly on: PlainDate; readonly why: UnspentWhy }

/** Notes that what is left of the repair money goes back, and answers its entry, if any. */
export async function noteUnspent(doing: Doing, round: Round, back: Back): Promise<readonly NewEntry[]> {
  const amount = repairMoneyLeft(round)
  if (amount === nothing) return []
  const { on, why } = back
  await here(doing)
    .db.insertInto('wheelchairs.unspent')
    .values({ ...ofRound(round), amount, on_day: on, why, ...notedBy(doing) })
    .execute()
  await recordOf(doing, round, { happened: 'wheelchair-money-returned', details: { amount, why } })
  return [unspentEntry(round, { amount, on, why }, await fundFor(doing, round))]
}

type Found = { readonly id: RoundId; readonly reference: Reference }
const atOnce = 200

/** Periods that are over with repair money left. A repair that was asked for in time is waited for. */
async function overWithMoney(doing: Doing): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select r.id, r.reference from wheelchairs.agreed a join wheelchairs.round r on r.id = a.round_id
    where a.ends_on < ${doing.today} and a.repairs = 'person'
      and not exists (select from wheelchairs.unspent u where u.round_id = a.round_id)
      and not exists (select from wheelchairs.ending e where e.round_id = a.round_id and e.what = 'given-up')
      and not exists (select from wheelchairs.repair p
        where p.round_id = a.round_id and p.asked_on <= a.ends_on
          and not exists (select from wheelchairs.repaired d where d.repair_id = p.id))
      and a.repair_money > (select coalesce(sum(d.nhs_pays), 0) from wheelchairs.repaired d
        join wheelchairs.repair p on p.id = d.repair_id where p.round_id = a.round_id)
    order by a.ends_on, r.id limit ${atOnce}`.execute(doing.transaction)
  return rows
}

const roundIn = async (doing: Doing, { id, reference }: Found): Promise<Round | undefined> =>
  (await locked(doing, reference))?.rounds.find(one => one.id === id)

/** What nobody needed of the repair money goes back to the fund once the period is over. */
export async function returnUnspent(doing: Doing): Promise<number> {
  const found = await overWithMoney(doing)
  for (const one of found) {
    const round = await roundIn(doing, one)
    if (round) await posted(doing, await noteUnspent(doing, round, { on: doing.today, why: 'period-over' }))
  }
  return found.length
}

type Ending = Found & { readonly organisation: OrganisationId; readonly ends: PlainDate }

/** Budgets with a chair whose last day comes within a year, and whose family was not written to. */
async function endingUntold(doing: Doing): Promise<readonly Ending[]> {
  const furthest = addDays(doing.today, settingNames['wheelchair-tell-before'].most)
  const { rows } = await sql<Ending>`
    select r.id, r.reference, r.organisation_id as organisation, a.ends_on as ends
    from wheelchairs.agreed a join wheelchairs.round r on r.id = a.round_id
      join wheelchairs.handed_over h on h.round_id = a.round_id
    where a.ends_on >= ${doing.today} and a.ends_on <= ${furthest}
      and not exists (select from wheelchairs.told t where t.round_id = a.round_id)
      and not exists (select from wheelchairs.ending e where e.round_id = a.round_id)
    order by a.ends_on, r.id`.execute(doing.transaction)
  return rows
}

/** Writes to each family once when their budget ends soon, as long before as their body has set. */
export async function tellEnding(doing: Doing): Promise<number> {
  let told = 0
  for (const one of (await endingUntold(doing)).slice(0, atOnce)) {
    const figures = (await figuresOver(doing, one.organisation, settingNames))(doing.today)
    if (addDays(doing.today, figures['wheelchair-tell-before']) < one.ends) continue
    const round = await roundIn(doing, one)
    if (!round?.agreed) continue
    await here(doing)
      .db.insertInto('wheelchairs.told')
      .values({ ...ofRound(round), what: 'ending-soon', on_day: doing.today })
      .execute()
    await send(doing, round, endingLetter(round, round.agreed))
    told += 1
  }
  return told
}
