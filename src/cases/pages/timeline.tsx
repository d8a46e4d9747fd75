import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { Pagination, TabLinks, Timeline } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { HappenedFilter, HappenedRow } from '../queries/happened.ts'
import { kinds } from '../reference/happened.ts'
import { happenings } from './parts.tsx'

export type TimelineShows = {
  readonly reference: string
  readonly strip: NonNullable<Page['person']>
  readonly staff: boolean
  readonly filter: HappenedFilter
  readonly rows: readonly HappenedRow[]
  readonly page: number
  readonly more: boolean
  readonly today: PlainDate
}

const tabs: readonly (readonly [HappenedFilter, string])[] = [
  ['all', 'Everything'],
  ...(Object.entries(kinds) as [keyof typeof kinds, string][]),
  ['looks', 'Who looked'],
]

const keptBack = {
  family:
    'This is the same record that staff see, in plainer words. Nothing is left out. ' +
    'What people wrote stands where they wrote it: in the request, the plan, the letters.',
  staff:
    'The person sees the same lines, in plainer words and without the reasons’ short names. ' +
    'Nothing is left out for them.',
}

/** Everything that happened in a case, by day: who and why. Prints as it stands. */
export const timelinePage = ({
  reference,
  filter,
  rows,
  page,
  more,
  staff,
  ...shows
}: TimelineShows): Page => {
  const at = `/cases/${reference}/timeline`
  const kind = filter === 'all' ? '' : `?kind=${filter}`
  return {
    title: `What has happened in ${reference}`,
    person: shows.strip,
    back: `/cases/${reference}`,
    body: (
      <>
        <h1>What has happened</h1>
        <p>
          Case {reference}, as it stood on {sayShortDay(shows.today)}.{' '}
          <a href={`${at}/export`}>Save all of it as a spreadsheet (CSV)</a>
        </p>
        <TabLinks
          name="Kinds"
          tabs={tabs.map(([value, says]) => ({
            href: value === 'all' ? at : `${at}?kind=${value}`,
            says,
            current: value === filter,
          }))}
        />
        <h2 className="nhsuk-heading-m">{tabs.find(([value]) => value === filter)?.[1]}, newest first</h2>
        <Timeline
          happened={happenings(rows, staff ? 'staff' : 'family')}
          empty="Nothing of this kind has happened."
          keptBack={staff ? keptBack.staff : keptBack.family}
        />
        <Pagination
          page={page}
          pages={more ? page + 1 : page}
          hrefOf={other => `${at}${kind === '' ? '?' : `${kind}&`}page=${other}`}
        />
      </>
    ),
  }
}
