import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { Thousandths } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'

/** Hours of an assistant on one day, approved by the employer; `begins` is null where no time was given. */
export type ApprovedHours = {
  readonly assistant: string
  readonly on: PlainDate
  readonly begins: string | null
  readonly hours: Thousandths
}

/**
 * The hours of all assistants of a budget between two days (both inside) as they were approved last; none of
 * a timesheet that was sent back or waits. Whoever may not see them is given none.
 */
export async function approvedHours(
  doing: Doing,
  reference: string,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<readonly ApprovedHours[]> {
  const { rows } = await sql<ApprovedHours>`
    select e.assistant_name as assistant, s.on_day as "on", to_char(s.begins, 'HH24:MI') as begins,
      s.units as hours
    from employment.engagement e join employment.timesheet t on t.engagement_id = e.id
      join employment.decision d on d.timesheet_id = t.id and d.decided = 'approved'
      join employment.spell s on s.timesheet_id = t.id and s.unit = 'hour'
    where e.reference = ${reference} and s.on_day between ${from}::date and ${until}::date
      and not exists (select from employment.timesheet u join employment.decision v on v.timesheet_id = u.id
        and v.decided = 'approved' where u.engagement_id = t.engagement_id and u.week_on = t.week_on
        and u.number > t.number)
    order by s.on_day, e.assistant_name`.execute(doing.transaction)
  return rows
}
