import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'

/**
 * The same as `standingOf` in SQL, for thousands of budgets at once: the rows `standing` out of rows `facts`
 * with the columns weekly, from_on, ends_on, shown_until, questions, call_asked, spent and every. A test
 * compares the two.
 */
export const standingRows = (today: PlainDate) => sql`dated as (
    select f.*, coalesce(f.shown_until, f.from_on - 1) + f.every as statement_due,
      greatest(0, case when f.ends_on < ${today}::date then f.ends_on else ${today}::date end - f.from_on + 1)
        as days
    from facts f
  ), weighed as (
    select d.*, d.statement_due < ${today}::date
        and not coalesce(d.shown_until >= d.ends_on, false) as overdue,
      d.spent - floor((2 * d.weekly::numeric * d.days + 7) / 14)::bigint as over
    from dated d
  ), standing as materialized (
    select w.*, case when w.over > 4 * w.weekly then w.over end as overspent,
      w.overdue or w.over > 4 * w.weekly or w.questions > 0 as needs_answer
    from weighed w
  )`
