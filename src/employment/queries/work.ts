import { sql } from 'kysely'
import type { Doing } from '../../platform/doing.ts'

/** What somebody has to do with assistants, apart from a budget of their own. */
export type Work = {
  /** Is the one who asks somebody's assistant? */
  readonly assistant: boolean
  /** Do they help somebody with their assistants' hours? */
  readonly helper: boolean
  /** References of budgets that they see in which somebody is employed, with timesheets that wait. */
  readonly budgets: ReadonlyMap<string, number>
}

/** What the start page needs to know, in one query. */
export async function workOf(doing: Doing): Promise<Work> {
  const { rows } = await sql<{ assistant: boolean; helper: boolean }>`
    select cardinality(employment.worked_by_me()) > 0 as assistant,
      cardinality(employment.hours_of_mine()) > 0 as helper`.execute(doing.transaction)
  const { rows: budgets } = await sql<{ reference: string; waiting: number }>`
    select e.reference, count(t.id) filter (where t.decided is null)::int as waiting
      from employment.engagement_shown e left join employment.timesheet_shown t on t.engagement_id = e.id
      where e.person_id in (select unnest(access.people('money')))
      group by e.reference`.execute(doing.transaction)
  return {
    assistant: rows[0]?.assistant ?? false,
    helper: rows[0]?.helper ?? false,
    budgets: new Map(budgets.map(({ reference, waiting }) => [reference, waiting])),
  }
}
