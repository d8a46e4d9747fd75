import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

/** The offers made to people whom this actor may see, the newest first, with what was said to each. */
export const offersSeen = (doing: Doing) =>
  here(doing)
    .db.selectFrom('requests.offer as o')
    .innerJoin('people.person_shown as p', 'p.id', 'o.person_id')
    .leftJoin('requests.offer_answer as a', 'a.offer_id', 'o.id')
    .select(['o.id', 'o.pathway', 'o.made_on', 'o.how', 'o.made_by_name', 'p.full_name', 'o.person_id'])
    .select(['a.said', 'a.answered_on', 'a.reason'])
    .orderBy('o.made_on', 'desc')
    .orderBy('o.id', 'desc')
    .limit(500)
    .execute()

export type OfferRow = Awaited<ReturnType<typeof offersSeen>>[number]

/** The people to whom this actor could make an offer: whom they may see, by name, as typed. */
export const peopleLike = (doing: Doing, find: string) =>
  here(doing)
    .db.selectFrom('people.person_shown')
    .select(['id', 'full_name', 'born_on', 'organisation_id'])
    .where('died_on', 'is', null)
    .where(or =>
      or.or([
        or('full_name', 'ilike', `%${find.replaceAll(/[\\%_]/g, '\\$&')}%`),
        or('nhs_number', '=', find.replaceAll(/\s/g, '')),
      ]),
    )
    .orderBy('full_name')
    .limit(20)
    .execute()
