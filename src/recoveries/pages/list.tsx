import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { pagingOf } from '../../kernel/paging.ts'
import { DataTable, EmptyState, LinkButton, Money, Pages, Reading, TabLinks, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Listed } from '../queries/listed.ts'
import type { Standing } from '../rules/standing.ts'
import { sayStanding } from '../say.ts'
import type { Ground, SettlingWay, Working } from '../types.ts'
import { WorkingShown } from './working.tsx'

const means = {
  proposed: 'needs-you',
  told: 'waiting',
  objected: 'needs-you',
  answered: 'waiting',
  'to-enter': 'needs-you',
  'to-repay': 'waiting',
  late: 'overdue',
  repaid: 'good',
  dropped: 'over',
  withdrawn: 'over',
} as const satisfies Record<Standing, string>

const nextSays: Partial<Record<Standing, string>> = {
  told: 'Moves on',
  objected: 'Answer by',
  answered: 'Moves on',
  'to-enter': 'Was to move on',
  'to-repay': 'Repay by',
  late: 'Was due by',
}

export const StandingTag = ({ standing, way }: { standing: Standing; way: SettlingWay }) => (
  <Tag means={means[standing]}>{sayStanding(standing, way)}</Tag>
)

const next = ({ standing, next: day }: Pick<Listed, 'standing' | 'next'>): string =>
  day === null ? '' : `${nextSays[standing] ?? ''} ${sayShortDay(day)}`

type Shows = {
  readonly rows: readonly Listed[]
  readonly all: boolean
  readonly maySet: boolean
  /** The page that is asked for, and the address of each. */
  readonly page: number
  readonly hrefOf: (page: number) => string
}

/** Every recovery that staff see: those that somebody must act on first. */
export function recoveriesPage({ rows, all, maySet, page, hrefOf }: Shows): Page {
  const open = rows.filter(row => row.open)
  const listed = all ? rows : open
  const paging = pagingOf(listed.length, page)
  const shown = listed.slice(paging.before, paging.before + paging.most)
  return {
    title: 'Recoveries',
    wide: true,
    body: (
      <>
        <h1>Recoveries</h1>
        <p>
          Money is asked back only in writing, with reasons and time to object. Nothing moves before the day
          in the letter. To propose one, open the budget under <a href="/cases">Cases</a>.
        </p>
        <TabLinks
          name="Which recoveries"
          tabs={[
            { href: '/recoveries', says: 'Open', count: open.length, current: !all },
            { href: '/recoveries?show=all', says: 'All', count: rows.length, current: all },
          ]}
        />
        <DataTable
          caption={all ? 'All recoveries' : 'Open recoveries'}
          columns={[
            { says: 'Person' },
            { says: 'Budget' },
            { says: 'Stands' },
            { says: 'Next' },
            { says: 'Amount', numeric: true },
            { says: 'Paid back', numeric: true },
          ]}
          rows={shown.map(row => ({
            key: `${row.reference}-${row.number}`,
            ...(row.standing === 'late' ? { marked: 'overdue' as const } : {}),
            ...(means[row.standing] === 'needs-you' ? { marked: 'needs-you' as const } : {}),
            cells: [
              <a key="who" href={`/recoveries/${row.reference}/${row.number}`}>
                <bdi>{row.name}</bdi>
              </a>,
              row.reference,
              <StandingTag key="tag" standing={row.standing} way={row.way} />,
              next(row),
              <Money key="sum" sum={row.amount} />,
              <Money key="back" sum={row.repaid} />,
            ],
          }))}
          empty={all ? 'No money was ever asked back.' : 'No recovery is open.'}
        />
        <Pages paging={paging} hrefOf={hrefOf} />
        <p>
          <a href="/recoveries/settings">
            {maySet ? 'See and set the board’s own figures' : 'The board’s own figures'}
          </a>
        </p>
      </>
    ),
  }
}

export type OfCase = {
  readonly number: number
  readonly standing: Standing
  readonly way: SettlingWay
  readonly amount: Listed['amount']
  readonly next: PlainDate | null
  readonly proposedOn: PlainDate
  readonly ground: Ground
}
type CaseShows = {
  readonly reference: string
  readonly rows: readonly OfCase[]
  /** What would be found today; for staff who may propose. */
  readonly working: Working | null
  readonly mayPropose: boolean
  readonly person?: Page['person']
}

const Today = ({ reference, working, mayPropose, rows }: CaseShows) =>
  working === null ? null : (
    <>
      <WorkingShown working={working} ground={null} />
      <p>
        Sums that are owed and that no statement shows, such as wages, tax and holiday pay, are added when a
        recovery is proposed.
      </p>
      {mayPropose && rows.every(({ standing }) => ['repaid', 'dropped', 'withdrawn'].includes(standing)) ? (
        <LinkButton href={`/recoveries/${reference}/new`}>Propose to ask for money back</LinkButton>
      ) : null}
    </>
  )

/** The recoveries of one budget, for the family and for staff, and for staff what would be found today. */
export const caseRecoveriesPage = (shows: CaseShows): Page => ({
  title: 'Money to pay back',
  ...(shows.person ? { person: shows.person } : {}),
  back: `/cases/${shows.reference}`,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">Budget {shows.reference}</span> Money to pay back
      </h1>
      {shows.rows.length === 0 ? (
        <EmptyState
          says="Nobody asks for any of this money back."
          next="If that changes, there is a letter first, with the reasons, and time to object."
        />
      ) : (
        <DataTable
          caption="Each time that money was asked back"
          columns={[
            { says: 'Since' },
            { says: 'Stands' },
            { says: 'Next' },
            { says: 'Amount', numeric: true },
          ]}
          rows={shows.rows.map(row => ({
            key: String(row.number),
            cells: [
              <a key="open" href={`/recoveries/${shows.reference}/${row.number}`}>
                {sayShortDay(row.proposedOn)}
              </a>,
              <StandingTag key="tag" standing={row.standing} way={row.way} />,
              next(row),
              sayMoney(row.amount),
            ],
          }))}
          empty=""
        />
      )}
      <Today {...shows} />
    </Reading>
  ),
})
