import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { DataTable, Pages, TabLinks, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { type MaternityStage, maternityStages } from '../../rights/public.ts'
import type { ListedBudget, Show, Told } from '../queries/listed.ts'
import { stageSays } from '../rules/say.ts'

export type ListShows = {
  readonly rows: readonly ListedBudget[]
  readonly told: Told
  readonly show: Show
  readonly today: PlainDate
  readonly paging: Paging
  readonly hrefOf: (page: number) => string
  readonly may: { readonly offer: boolean }
}

const Part = ({ of, stage }: { of: ListedBudget; stage: MaternityStage }) => {
  const given = of.given?.[stage]
  if (given !== undefined)
    return (
      <>
        <bdi>{given}</bdi>, given
      </>
    )
  const chosen = of.chosen?.[stage]
  return chosen === undefined ? <>Not chosen</> : <bdi>{chosen}</bdi>
}

const standsAs = {
  'not-offered': 'Asked, not offered yet',
  offered: 'Offered, no answer yet',
  choosing: 'Taken up',
  confirm: 'Choice to be confirmed',
  declined: 'Declined',
  over: 'Over',
} as const satisfies Record<ListedBudget['stands'], string>

const rowOf = (one: ListedBudget) => ({
  key: one.reference,
  ...(one.stands === 'confirm' ? { marked: 'needs-you' as const } : {}),
  cells: [
    <a key="who" href={`/maternity/${one.reference}`}>
      <bdi>{one.name}</bdi>
    </a>,
    one.closed || one.dueOn === null ? '' : sayShortDay(one.dueOn),
    <span key="stands">
      {one.closed ? 'Closed' : standsAs[one.stands]}{' '}
      {one.stands === 'confirm' ? <Tag means="needs-you">Needs you</Tag> : null}
    </span>,
    ...maternityStages.map(stage => (one.closed ? '' : <Part key={stage} of={one} stage={stage} />)),
  ],
})

const captions = {
  confirm: 'To be confirmed',
  offered: 'Not answered, or not offered yet',
  choosing: 'Taken up',
  over: 'Declined, over or closed',
  all: 'Everybody',
} as const satisfies Record<Show, string>

const empty = {
  confirm: 'No choice waits to be confirmed.',
  offered: 'Nobody waits for an offer or an answer.',
  choosing: 'Nobody has taken a maternity budget up.',
  over: 'No maternity budget is over.',
  all: 'Nobody has been offered a maternity budget.',
} as const satisfies Record<Show, string>

/** The list of staff: who waits, who has what chosen, and how many offers were made and declined. */
export const listPage = (shows: ListShows): Page => ({
  title: 'Maternity',
  wide: true,
  body: (
    <>
      <h1>Maternity</h1>
      {shows.may.offer ? (
        <p>
          <a href="/maternity/new">Offer a budget at the clinic</a>
        </p>
      ) : null}
      <p>
        Offers made: {shows.told.made}. Taken up: {shows.told.taken}. Declined: {shows.told.declined}.
      </p>
      <TabLinks
        name="Which people"
        tabs={(['confirm', 'offered', 'choosing', 'over', 'all'] as const).map(one => ({
          href: one === 'confirm' ? '/maternity' : `/maternity?show=${one}`,
          says: captions[one],
          count: shows.told[one],
          current: shows.show === one,
        }))}
      />
      <DataTable
        caption={captions[shows.show]}
        columns={[
          { says: 'Woman' },
          { says: 'Due date' },
          { says: 'How it stands' },
          ...maternityStages.map(stage => ({ says: stageSays[stage] })),
        ]}
        rows={shows.rows.map(rowOf)}
        empty={empty[shows.show]}
      />
      <Pages paging={shows.paging} hrefOf={shows.hrefOf} />
      <p>
        <a href="/maternity/terms">Whom we offer it, what each part is worth, and who has a contract</a>
      </p>
    </>
  ),
})
