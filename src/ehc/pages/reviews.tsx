import { nextReview } from '../../clocks/public.ts'
import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { DataTable } from '../../nhs/public.ts'
import { openRuns } from '../rules/runs.ts'
import type { PlanShows } from './shows.ts'

type Lane = readonly [says: string, rhythm: string, next: PlainDate | null, where: string]

function lanesOf({ runs, firstPaid, names }: PlanShows): readonly Lane[] {
  const due = (...clocks: readonly string[]) =>
    openRuns(runs).find(({ clock }) => clocks.includes(clock))?.withPause ?? null
  const nhs = firstPaid === null ? null : nextReview({ firstPaid, held: [], of: 'icb' }).due
  return [
    ['The EHC plan', 'Every year', due('EHC-REVIEW'), names.council],
    ['Education direct payment', 'Within 3 months, then with the plan', due('SEN-DP-REVIEW'), names.council],
    [
      'Social care direct payment',
      'Within 6 months, then every year',
      due('CARE-ACT-DP-REVIEW', 'CARE-ACT-DP-REVIEW-YEARLY'),
      names.council,
    ],
    ['NHS direct payment', 'Within 3 months, then every year', nhs, names.health],
  ]
}

/** The reviews of three strands and of the plan side by side: each has its own time. */
export const Reviews = (shows: PlanShows) => (
  <>
    <h2>Reviews, side by side</h2>
    <DataTable
      caption="Each part is looked at in its own time"
      columns={[{ says: 'What' }, { says: 'How often' }, { says: 'Next' }, { says: 'Who' }]}
      rows={lanesOf(shows).map(([says, rhythm, next, who]) => ({
        key: says,
        cells: [
          says,
          rhythm,
          next === null ? 'Nothing is due' : sayShortDay(next),
          <bdi key="who">{who}</bdi>,
        ],
      }))}
      empty=""
    />
    {shows.seesBudget && shows.budget !== null && shows.firstPaid !== null ? (
      <p>
        The NHS day is the first review. Later ones stand{' '}
        <a href={`/reviews/${shows.budget}`}>with the budget</a>.
      </p>
    ) : null}
  </>
)
