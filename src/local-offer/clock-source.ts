import { sql } from 'kysely'
import { type ClockSource, ofPerson, stillRuns } from '../clocks/public.ts'

/**
 * Every question that a person has to answer: may it be bought; and each that was asked to be looked at
 * again. What a rule answered at once never waited. The day was told when the question came.
 */
export const questionClocks: ClockSource = async (doing, asked) => sql`
  select clock, organisation_id, person_id, reference, started_on, due_on, due_on as paused_due_on, met_on,
    null::date as dropped_on, '/local-offer/' || reference || '/questions/' || number as href,
    '[]'::jsonb as pauses
  from (
    select 'CAN-I-BUY' as clock, q.organisation_id, q.person_id, q.reference, q.number,
      q.asked_on as started_on, q.answer_by as due_on, a.answered_on as met_on, null::date as dropped_on
    from local_offer.question q
      left join local_offer.answer a on a.question_id = q.id and a.number = 1
    where a.by_rule is not true
    union all
    select 'DP-DEC-07', g.organisation_id, g.person_id, q.reference, q.number, g.asked_on, g.answer_by,
      a.answered_on, null::date
    from local_offer.again g join local_offer.question q on q.id = g.question_id
      left join local_offer.answer a on a.question_id = g.question_id and a.number = g.answer_number + 1) t
  where ${ofPerson(asked)} and ${stillRuns(asked, doing)}`
