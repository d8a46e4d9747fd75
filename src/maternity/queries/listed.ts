import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import type { MaternityStage } from '../../rights/public.ts'

export const shows = ['confirm', 'offered', 'choosing', 'over', 'all'] as const
export type Show = (typeof shows)[number]

export type ListedBudget = {
  readonly reference: Reference
  readonly name: string
  readonly dueOn: PlainDate | null
  readonly stands: 'not-offered' | 'offered' | 'choosing' | 'confirm' | 'declined' | 'over'
  /** Closed before all was over: then the list says no more of it. */
  readonly closed: boolean
  readonly chosen: Readonly<Partial<Record<MaternityStage, string>>> | null
  readonly given: Readonly<Partial<Record<MaternityStage, string>>> | null
}

export type Told = Readonly<Record<Show | 'made' | 'taken' | 'declined', number>>

const within: Readonly<Record<Show, readonly string[]>> = {
  confirm: ['confirm'],
  offered: ['not-offered', 'offered'],
  choosing: ['choosing'],
  over: ['declined', 'over'],
  all: ['confirm', 'not-offered', 'offered', 'choosing', 'declined', 'over'],
}

/** What of the list is shown, the nearest due date first; and how many offers were made and declined. */
export const budgetsListed = (doing: Doing, show: Show, page: number) =>
  onePage<ListedBudget, Told>(doing, {
    kept: sql`kept as (
      select r.reference, p.full_name as name, o.due_on as "dueOn", o.chosen, o.given,
        o.ended is not null as closed, o.id is not null as made, o.said,
        case when o.id is null then 'not-offered'
          when o.ended is not null or o.complete_on is not null then 'over'
          when o.said = 'declined' then 'declined'
          when o.said is null then 'offered'
          when o.unconfirmed_since is not null then 'confirm' else 'choosing' end as stands
      from requests.request_shown r
        join people.person_shown p on p.id = r.person_id
        left join maternity.offer_shown o on o.reference = r.reference
      where r.pathway = 'maternity' and (o.id is not null
        or (r.withdrawn_on is null and r.outcome is distinct from 'refused')))`,
    where: sql`stands = any(${within[show]})`,
    told: sql`count(*) filter (where stands = 'confirm')::int as confirm,
      count(*) filter (where stands in ('not-offered', 'offered'))::int as offered,
      count(*) filter (where stands = 'choosing')::int as choosing,
      count(*) filter (where stands in ('declined', 'over'))::int as over, count(*)::int as all,
      count(*) filter (where made)::int as made, count(*) filter (where said = 'accepted')::int as taken,
      count(*) filter (where said = 'declined')::int as declined`,
    order: sql`"dueOn" nulls first, reference`,
    page,
  })
