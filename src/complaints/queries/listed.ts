import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import type { Facts } from '../rules/stage.ts'
import type { About } from '../types.ts'

export const shows = ['open', 'mine', 'overdue', 'over', 'again'] as const
export type Show = (typeof shows)[number]

export type ListedComplaint = Facts & {
  readonly reference: Reference
  readonly number: number
  readonly name: string
  readonly about: About
  readonly handlerName: string | null
  readonly ombudsmanOn: PlainDate | null
  readonly due: PlainDate | null
}
type Told = { readonly open: number; readonly mine: number; readonly overdue: number; readonly over: number }

/**
 * Each complaint with the facts of its stage. `due` is `dueOf` of `rules/stage.ts` once more, so that a list
 * may be put in its order; a test holds the two together.
 */
const kept = (doing: Doing): RawBuilder<unknown> => sql`kept as (
  select c.reference, c.number, p.full_name as name, c.about, c.made_by as "madeBy",
    c.received_on as "receivedOn", c.last_day as "lastDay", c.acknowledge_by as "acknowledgeBy",
    c.explain_by as "explainBy", c.acknowledged_on as "acknowledgedOn", c.heard,
    c.consent_on as "consentOn", c.planned_by as "plannedBy", c.answer_by as "answerBy",
    c.delayed_on as "delayedOn", c.reopened_on as "reopenedOn", c.answered_on as "answeredOn", c.outcome,
    c.withdrawn_on as "withdrawnOn", c.handler_name as "handlerName", c.ombudsman_on as "ombudsmanOn",
    o.open, coalesce(c.handler_id = ${doing.actor.id}, false) as mine,
    case when not o.open then null when c.acknowledged_on is null then c.acknowledge_by
      else least(c.answer_by, case when c.delayed_on is null and c.reopened_on is null
        then c.explain_by end) end as due
  from complaints.complaint_shown c
    join people.person_shown p on p.id = c.person_id
    cross join lateral (select c.withdrawn_on is null and c.answered_on is null
      and c.heard is distinct from false as open) o)`

const filters = (today: PlainDate): Readonly<Record<Exclude<Show, 'again'>, RawBuilder<boolean>>> => ({
  open: sql`open`,
  mine: sql`open and mine`,
  overdue: sql`open and due < ${today}::date`,
  over: sql`not open`,
})

/** One page of the complaints that staff see: what is due first, or what was over last. */
export const complaintsListed = (doing: Doing, show: Exclude<Show, 'again'>, page: number) =>
  onePage<ListedComplaint, Told>(doing, {
    kept: kept(doing),
    where: filters(doing.today)[show],
    told: sql`count(*) filter (where open)::int as open, count(*) filter (where open and mine)::int as mine,
      count(*) filter (where open and due < ${doing.today}::date)::int as overdue,
      count(*) filter (where not open)::int as over`,
    order:
      show === 'over'
        ? sql`"receivedOn" desc, reference, number`
        : sql`due nulls last, "receivedOn", reference, number`,
    page,
  })

export type ListedAgain = {
  readonly reference: Reference
  readonly name: string
  readonly subject: string
  readonly askedOn: PlainDate
  readonly answerBy: PlainDate | null
}

/** What is asked to be looked at again and has no answer: of requests and of everything else here. */
export const againListed = (doing: Doing, page: number) =>
  onePage<ListedAgain>(doing, {
    kept: sql`kept as (
      select a.reference, p.full_name as name, a.subject, a.asked_on as "askedOn", a.answer_by as "answerBy",
        a.id
      from complaints.again a join people.person_shown p on p.id = a.person_id
      where not exists (select 1 from complaints.again_answer w where w.again_id = a.id)
      union all
      select r.reference, p.full_name, 'request', s.asked_on, s.answer_by, s.id
      from requests.again_shown s join requests.request_shown r on r.id = s.request_id
        join people.person_shown p on p.id = s.person_id
      where s.answered_on is null)`,
    order: sql`"answerBy" nulls last, "askedOn", id`,
    page,
  })
