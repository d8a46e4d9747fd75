import type { CaseRow } from '../../cases/public.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'

/**
 * A case worker's day: what is late, what is due this week, what else waits for them, what waits for
 * others.
 */
export type Today = {
  readonly overdue: readonly CaseRow[]
  readonly week: readonly CaseRow[]
  readonly mine: readonly CaseRow[]
  readonly others: readonly CaseRow[]
}

/**
 * Parts the cases of one case worker; a review that is due later than in a week is for later, and in none
 * of them.
 */
export function todayOf(rows: readonly CaseRow[], me: string | null, today: PlainDate): Today {
  const weekEnd = addDays(today, 7)
  const mine = rows.filter(row => row.whose === 'worker' && row.worker?.id === me)
  const inTime = mine.filter(({ late }) => late === 0)
  const soon = (row: CaseRow): boolean => row.by !== null && row.by <= weekEnd
  return {
    overdue: mine.filter(({ late }) => late > 0),
    week: inTime.filter(soon),
    mine: inTime.filter(row => !soon(row) && row.stage !== 'running'),
    others: rows.filter(row => !mine.includes(row) && row.whose !== 'nobody'),
  }
}
