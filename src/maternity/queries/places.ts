import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type MaternityStage, maternityStages, type StagePrices } from '../../rights/public.ts'
import { here } from '../tables.ts'
import type { Offering, Place } from '../types.ts'

/** Whom a body offers a budget on a day, as it last said; null where it has said nothing. */
export async function offeringOn(
  doing: Doing,
  organisation: OrganisationId,
  day: PlainDate,
): Promise<Offering | null> {
  const row = await here(doing)
    .db.selectFrom('maternity.offering')
    .select(['audience', 'words', 'because', 'from_on'])
    .where('organisation_id', '=', organisation)
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .orderBy('set_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { from_on: from, ...said } = row
  return { ...said, from }
}

export type PriceSet = {
  readonly stage: MaternityStage
  readonly from: PlainDate
  readonly amount: Pence
  readonly because: string
  readonly byName: string
}
/** What a body set for each stage, the newest first, also for days to come. */
export async function pricesSet(doing: Doing, organisation: OrganisationId): Promise<readonly PriceSet[]> {
  const rows = await here(doing)
    .db.selectFrom('maternity.price')
    .select(['stage', 'from_on', 'amount', 'because', 'set_by_name'])
    .where('organisation_id', '=', organisation)
    .orderBy('from_on', 'desc')
    .orderBy('set_at', 'desc')
    .execute()
  return rows.map(({ from_on: from, set_by_name: byName, ...one }) => ({ ...one, from, byName }))
}

/** The figures of a day out of what was set; null where a stage has none. */
export function pricesIn(set: readonly PriceSet[], day: PlainDate): StagePrices | null {
  const found = maternityStages.map(stage => set.find(one => one.stage === stage && one.from <= day)?.amount)
  const [antenatal, intrapartum, postnatal] = found
  return antenatal === undefined || intrapartum === undefined || postnatal === undefined
    ? null
    : { antenatal, intrapartum, postnatal }
}

export const pricesOn = async (doing: Doing, organisation: OrganisationId, day: PlainDate) =>
  pricesIn(await pricesSet(doing, organisation), day)

/** The providers with a contract on a day, by stage and name. The newest contract of each counts. */
export async function placesOn(
  doing: Doing,
  organisation: OrganisationId,
  day: PlainDate,
): Promise<readonly Place[]> {
  const rows = await here(doing)
    .db.selectFrom('maternity.contract')
    .selectAll()
    .distinctOn(['stage', 'key'])
    .where('organisation_id', '=', organisation)
    .where('from_on', '<=', day)
    .orderBy('stage')
    .orderBy('key')
    .orderBy('from_on', 'desc')
    .orderBy('set_at', 'desc')
    .execute()
  return rows
    .filter(row => row.until_on === null || row.until_on >= day)
    .map(row => ({
      key: row.key,
      provider: row.provider,
      stage: row.stage,
      from: row.from_on,
      until: row.until_on,
      place: row.place,
      offers: row.offers,
      beds: row.beds,
      distance: row.distance,
      said: row.said,
      saidSource: row.said_source,
      openQuestions: row.open_questions,
    }))
    .sort((a, b) => (a.provider < b.provider ? -1 : 1))
}

export type AreaShown = {
  readonly id: string
  readonly name: string
  readonly pioneer: boolean
  readonly bodies: readonly { readonly id: OrganisationId; readonly code: string; readonly name: string }[]
}
/** The areas of a day with the bodies in them. */
export async function areasOn(doing: Doing, day: PlainDate): Promise<readonly AreaShown[]> {
  const rows = await here(doing)
    .db.selectFrom('maternity.area as a')
    .innerJoin('maternity.area_body as b', 'b.area_id', 'a.id')
    .innerJoin('people.organisation_shown as o', 'o.id', 'b.organisation_id')
    .select(['a.id', 'a.name', 'a.pioneer', 'o.id as body', 'o.code', 'o.name as body_name'])
    .where('a.from_on', '<=', day)
    .where(or => or.or([or('a.until_on', 'is', null), or('a.until_on', '>=', day)]))
    .where('b.from_on', '<=', day)
    .where(or => or.or([or('b.until_on', 'is', null), or('b.until_on', '>=', day)]))
    .orderBy('a.name')
    .orderBy('o.name')
    .execute()
  return [...new Set(rows.map(({ id }) => id))].flatMap(id => {
    const own = rows.filter(row => row.id === id)
    const [first] = own
    const bodies = own.map(row => ({ id: row.body, code: row.code, name: row.body_name }))
    return first === undefined ? [] : [{ id, name: first.name, pioneer: first.pioneer, bodies }]
  })
}
