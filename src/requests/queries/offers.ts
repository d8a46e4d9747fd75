import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { anywhere, onePage } from '../../platform/paging.ts'
import { here } from '../tables.ts'
import type { Pathway } from '../types.ts'

export type OfferRow = {
  readonly id: string
  readonly pathway: Pathway
  readonly made_on: PlainDate
  readonly how: string
  readonly made_by_name: string
  readonly full_name: string
  readonly person_id: PersonId
  readonly said: 'accepted' | 'declined' | null
  readonly answered_on: PlainDate | null
  readonly reason: string | null
}

/** A page of the offers made to people whom this actor may see, the newest first, with what was said. */
export const offersSeen = (doing: Doing, page: number) =>
  onePage<OfferRow>(doing, {
    kept: sql`kept as (select o.id, o.pathway, o.made_on, o.how, o.made_by_name, p.full_name, o.person_id,
        a.said, a.answered_on, a.reason
      from requests.offer o join people.person_shown p on p.id = o.person_id
        left join requests.offer_answer a on a.offer_id = o.id)`,
    order: sql`made_on desc, id desc`,
    page,
  })

/** The people to whom this actor could make an offer: whom they may see, by name, as typed. */
export const peopleLike = (doing: Doing, find: string) =>
  here(doing)
    .db.selectFrom('people.person_shown')
    .select(['id', 'full_name', 'born_on', 'organisation_id'])
    .where('died_on', 'is', null)
    .where(or =>
      or.or([or('full_name', 'ilike', anywhere(find)), or('nhs_number', '=', find.replaceAll(/\s/g, ''))]),
    )
    .orderBy('full_name')
    .limit(20)
    .execute()
