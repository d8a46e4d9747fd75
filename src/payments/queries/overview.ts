import { addDays } from '../../kernel/days.ts'
import { pagingOf } from '../../kernel/paging.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { payerOn } from '../actions/set-payer.ts'
import { type DueAsked, daysAhead, dueListed } from './outlook.ts'
import { countRuns, runsOf } from './run.ts'

/** So many runs on a page. */
const runsShown = 20

export type OverviewAsked = { readonly due: DueAsked; readonly runsPage: number }

/**
 * Everything that the first page of payments shows: what is due, what stands against it, the runs, the
 * account.
 */
export async function overview(doing: Doing, organisation: OrganisationId, asked: OverviewAsked) {
  const paging = pagingOf(await countRuns(doing, organisation), asked.runsPage, runsShown)
  return {
    organisation,
    until: addDays(doing.today, daysAhead),
    due: await dueListed(doing, organisation, asked.due),
    runs: await runsOf(doing, organisation, { most: runsShown, after: paging.before }),
    runsPaging: paging,
    payer: await payerOn(doing, organisation, doing.today),
  }
}
export type Overview = Awaited<ReturnType<typeof overview>>
