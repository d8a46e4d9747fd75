import { sql } from 'kysely'
import { addMonths, type PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import type { Days, HandedOver } from '../rules/stage.ts'
import type { Need } from '../types.ts'

export const shows = ['waiting', 'chairs', 'all'] as const
export type Show = (typeof shows)[number]

export type ListedChair = {
  readonly reference: Reference
  readonly name: string
  readonly born: PlainDate | null
  readonly need: Need | null
  /** The day of the referral, or on which a new look was asked for. */
  readonly waitsFrom: PlainDate
  /** The day the chair came; null while one is waited for. */
  readonly waitedUntil: PlainDate | null
  readonly askedAgainOn: PlainDate | null
  readonly openRepairs: number
} & Days

type Told = { readonly waiting: number; readonly chairs: number; readonly all: number }

/** What of the list is shown: who waits for a chair, the longest first; who has one; everybody. */
export const chairsListed = (doing: Doing, show: Show, page: number) =>
  onePage<ListedChair, Told>(doing, {
    kept: sql`kept as (
      select r.reference, p.full_name as name, p.born_on as born, w.need, w.standing,
        coalesce(w.asked_again_on, w.referred_on, r.received_on) as "waitsFrom",
        case when w.asked_again_on is null then w.handed_on end as "waitedUntil",
        w.assessed_on as "assessedOn",
        w.quoted_on as "quotedOn", w.chosen_on as "chosenOn", w.starts_on as "startsOn",
        w.ends_on as "endsOn", w.handed_on as "handedOn", w.ended_on as "endedOn",
        w.asked_again_on as "askedAgainOn", coalesce(w.open_repairs, 0)::int as "openRepairs",
        case when w.standing in ('no-change-in-need-or-chair', 'not-eligible-for-the-service')
            or w.ended_on is not null then 'over'
          when w.handed_on is not null and w.asked_again_on is null then 'chairs' else 'waiting' end as stands
      from requests.request_shown r
        join people.person_shown p on p.id = r.person_id
        left join lateral (select * from wheelchairs.round_shown s where s.reference = r.reference
          order by s.number desc limit 1) w on true
      where r.pathway = 'wheelchair' and r.withdrawn_on is null and r.outcome is distinct from 'refused')`,
    where: show === 'all' ? sql`true` : sql`stands = ${show}`,
    told: sql`count(*) filter (where stands = 'waiting')::int as waiting,
      count(*) filter (where stands = 'chairs')::int as chairs, count(*)::int as all`,
    order: sql`"waitsFrom", reference`,
    page,
  })

/** Chairs that were handed over in the three months from a day on, for counting. */
export async function handedOverIn(doing: Doing, from: PlainDate): Promise<readonly HandedOver[]> {
  const { rows } = await sql<HandedOver>`
    select p.born_on as born, w.need, w.referred_on as "referredOn", w.handed_on as "handedOn"
    from wheelchairs.round_shown w join people.person_shown p on p.id = w.person_id
    where w.handed_on >= ${from} and w.handed_on < ${addMonths(from, 3)}`.execute(doing.transaction)
  return rows
}
