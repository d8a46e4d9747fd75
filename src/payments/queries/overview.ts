import { addDays } from '../../kernel/days.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { payerOn } from '../actions/set-payer.ts'
import { here } from '../tables.ts'
import { dueBetween } from './dues.ts'
import { countRuns, runsOf } from './run.ts'

/** So far ahead the first page looks. */
export const daysAhead = 7

/** So many runs on a page. */
const runsShown = 20

/**
 * Everything that the first page of payments shows: what is due, what stands against it, the runs, the
 * account.
 */
export async function overview(doing: Doing, organisation: OrganisationId, page = 1) {
  const until = addDays(doing.today, daysAhead)
  const due = await dueBetween(doing, organisation, { from: doing.today, until })
  const names = await namesOf(
    doing,
    due.map(({ person }) => person),
  )
  const pages = Math.max(1, Math.ceil((await countRuns(doing, organisation)) / runsShown))
  const at = Math.min(pages, Math.max(1, page))
  return {
    organisation,
    until,
    due: due.map(one => ({ ...one, name: names.get(one.person) ?? '' })),
    runs: await runsOf(doing, organisation, { most: runsShown, after: (at - 1) * runsShown }),
    page: at,
    pages,
    payer: await payerOn(doing, organisation, doing.today),
  }
}
export type Overview = Awaited<ReturnType<typeof overview>>

/** The names of people by id, of those whom this actor may see. */
export async function namesOf(doing: Doing, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(people)]
  if (ids.length === 0) return new Map()
  const rows = await here(doing)
    .db.selectFrom('people.person_shown')
    .select(['id', 'full_name'])
    .where('id', 'in', ids as never[])
    .execute()
  return new Map(rows.map(({ id, full_name }) => [id, full_name]))
}
