import { sql } from 'kysely'
import { type ClockSource, datedRuns, ofPerson, stillRuns } from '../../clocks/public.ts'

/**
 * Everybody who waits for a chair: from the referral, or from the day on which a new look was asked for,
 * until a chair is handed over. No right, a refusal, a withdrawal or an ending drops the wait.
 */
export const chairClocks: ClockSource = (doing, asked) =>
  datedRuns(
    doing,
    sql`select * from (
      select 'WHEELCHAIR-18-WEEKS' as clock, r.organisation_id, r.person_id, r.reference,
        r.received_on as started_on, null::date as met_on,
        coalesce(r.withdrawn_on, case when r.outcome = 'refused' then r.decided_on end) as dropped_on,
        '/wheelchairs/' || r.reference as href
      from requests.request_shown r where r.pathway = 'wheelchair'
        and not exists (select from wheelchairs.round_shown w where w.reference = r.reference)
      union all
      select 'WHEELCHAIR-18-WEEKS', w.organisation_id, w.person_id, w.reference, w.referred_on, w.handed_on,
        case when w.handed_on is null then coalesce(r.withdrawn_on, w.ended_on,
          case when w.standing in ('no-change-in-need-or-chair', 'not-eligible-for-the-service')
            then w.assessed_on end) end,
        '/wheelchairs/' || w.reference
      from wheelchairs.round_shown w join requests.request_shown r on r.reference = w.reference
      union all
      select 'WHEELCHAIR-18-WEEKS', w.organisation_id, w.person_id, w.reference, w.asked_again_on,
        null::date, r.withdrawn_on, '/wheelchairs/' || w.reference
      from wheelchairs.round_shown w join requests.request_shown r on r.reference = w.reference
      where w.asked_again_on is not null and not exists (select from wheelchairs.round_shown n
        where n.reference = w.reference and n.number > w.number)) t
    where ${ofPerson(asked)} and ${stillRuns(asked, doing)}`,
    async () => new Map(),
  )
