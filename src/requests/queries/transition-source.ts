import { sql } from 'kysely'
import { type ClockSource, datedRuns, ofPerson, stillRuns } from '../../clocks/public.ts'
import { addYears } from '../../kernel/days.ts'

// Two years after 18 nobody waits for the decision here any more.
const yearsAfterwards = 20
const yearsAhead = 2

/**
 * The move to adult care of children with continuing care. A request for adult continuing healthcare meets
 * the help at 14 and the first check at 16, its decision meets 17 and 18: no other fact tells that they were
 * done. The age of the next step drops the one before. Of the days that lie ahead only the next is told, and
 * those within two years.
 */
export const transitionClocks: ClockSource = async (doing, asked) => {
  const { today } = doing
  const dated = await datedRuns(
    doing,
    sql`select t.* from (
      select 'CYPCC-ADULT-' || a.age as clock, c.organisation_id, c.person_id, c.reference,
        c.born_on as started_on,
        case when a.age < 17 then adult.received_on else adult.decided_on end as met_on,
        least(c.died_on, (c.born_on + make_interval(years => a.next))::date) as dropped_on,
        '/cases/' || c.reference as href
      from (select distinct on (r.person_id) r.organisation_id, r.person_id, r.reference, p.born_on, p.died_on
          from requests.request_shown r join people.person_shown p on p.id = r.person_id
          where r.pathway = 'childrens-continuing-care' and r.withdrawn_on is null
            and r.outcome is distinct from 'refused' and p.born_on > ${addYears(today, -yearsAfterwards)}
            and ${ofPerson(asked)}
          order by r.person_id, r.received_on desc, r.reference) c
        cross join (values (14, 16), (16, 17), (17, 18), (18, null)) a (age, next)
        left join lateral (select min(r.received_on) as received_on, min(r.decided_on) as decided_on
          from requests.request_shown r where r.person_id = c.person_id and r.withdrawn_on is null
            and r.pathway = 'adult-continuing-healthcare') adult on true) t`,
    async () => new Map(),
  )
  return sql`select n.clock, n.organisation_id, n.person_id, n.reference, n.started_on, n.due_on,
      n.paused_due_on, n.met_on, n.dropped_on, n.href, n.pauses
    from (select u.*, min(due_on) filter (where due_on >= ${today}::date)
      over (partition by person_id) as next_on from (${dated}) u) n
    where (due_on <= ${addYears(today, yearsAhead)} or due_on = next_on) and ${stillRuns(asked, doing)}`
}
