import { type RawBuilder, sql } from 'kysely'
import { type ClockSource, datedRuns, ofPerson, stillRuns } from '../../clocks/public.ts'
import { pathways } from '../../rights/public.ts'
import { settingsByOrganisation } from './settings.ts'

/** Which clocks a request starts on its pathway, as `requestLimits` says them. */
const started = (): RawBuilder<unknown> => {
  const kinds = pathways.flatMap(({ id, decideBy }) =>
    ['PHB-REQUEST', ...(decideBy === null ? [] : [decideBy])].map(clock => ({ pathway: id, clock })),
  )
  return sql`jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as k (pathway text, clock text)`
}

/** Every request that waits for its first decision: the local time, and what is expected on its pathway. */
export const requestClocks: ClockSource = (doing, asked) =>
  datedRuns(
    doing,
    sql`select * from (
      select k.clock, r.organisation_id, r.person_id, r.reference, r.received_on as started_on,
        d.decided_on as met_on, w.withdrawn_on as dropped_on, '/requests/' || r.reference as href
      from requests.request r join ${started()} on k.pathway = r.pathway
        left join requests.decision d on d.request_id = r.id and d.number = 1
        left join requests.withdrawal w on w.request_id = r.id) t
    where ${ofPerson(asked)} and ${stillRuns(asked, doing)}`,
    () => settingsByOrganisation(doing),
  )

/** Every request to look at a decision again. Its day was told when it came: it is not worked out anew. */
export const reconsiderationClocks: ClockSource = async (doing, asked) => sql`
  select * from (
    select 'DP-DEC-07' as clock, a.organisation_id, a.person_id, r.reference, a.asked_on as started_on,
      a.answer_by as due_on, a.answer_by as paused_due_on, a.answered_on as met_on,
      null::date as dropped_on, '/requests/' || r.reference as href, '[]'::jsonb as pauses
    from requests.again_shown a join requests.request r on r.id = a.request_id) t
  where ${ofPerson(asked)} and ${stillRuns(asked, doing)}`
