import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { DataTable, Pages, TabLinks, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Deciding } from '../../rights/public.ts'
import type { BirthdayAhead } from '../queries/birthdays.ts'
import type { Renewal } from '../queries/renewals.ts'
import { changesAt } from '../rules/birthdays.ts'
import { decidingSays } from '../rules/say.ts'

export type Show = 'birthdays' | 'renewals'
type Shows = {
  readonly today: PlainDate
  readonly paging: Paging
  readonly hrefOf: (page: number) => string
} & (
  | {
      readonly show: 'birthdays'
      readonly rows: readonly BirthdayAhead[]
      readonly tellFrom: (one: BirthdayAhead) => PlainDate
    }
  | { readonly show: 'renewals'; readonly rows: readonly Renewal[] }
)

const Who = ({ id, name }: { id: string; name: string }) => (
  <a href={`/consents/${id}`}>
    <bdi>{name}</bdi>
  </a>
)

const Changes = ({ one }: { one: BirthdayAhead }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {changesAt(one.age, one).map(change => (
      <li key={change.todo}>{change.they(one.name)}</li>
    ))}
  </ul>
)
const Todo = ({ one }: { one: BirthdayAhead }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {changesAt(one.age, one).map(change => (
      <li key={change.todo}>{change.todo}</li>
    ))}
  </ul>
)

const Birthdays = ({
  rows,
  today,
  tellFrom,
}: {
  rows: readonly BirthdayAhead[]
  today: PlainDate
  tellFrom: (one: BirthdayAhead) => PlainDate
}) => (
  <DataTable
    caption="Birthdays ahead, the next first"
    empty="No birthday of the coming year changes who decides."
    columns={[
      { says: 'Person' },
      { says: 'Birthday' },
      { says: 'What changes' },
      { says: 'What to do before that day' },
      { says: 'Told' },
    ]}
    rows={rows.map(one => ({
      key: `${one.person} ${one.age}`,
      cells: [
        <Who key="w" id={one.person} name={one.name} />,
        `${one.age} on ${sayShortDay(one.on)}`,
        <Changes key="c" one={one} />,
        <Todo key="t" one={one} />,
        one.told > 0 ? (
          <Tag key="s" means="good">
            {one.told === 1 ? '1 letter' : `${one.told} letters`}
          </Tag>
        ) : tellFrom(one) <= today ? (
          <Tag key="s" means="waiting">
            Goes out tonight
          </Tag>
        ) : (
          `From ${sayShortDay(tellFrom(one))}`
        ),
      ],
    }))}
  />
)

const whatSays = {
  'capacity-review': 'Look again at a decision',
  'authority-ends': 'Power or nomination ends',
  'paper-missing': 'No paper seen yet',
  'sharing-ends': 'Consent to share runs out',
  'permission-ends': 'Permission to be paid runs out',
  'best-interests-missing': 'Best interests not written',
  'nobody-decides': 'Nobody may decide about the money',
} as const satisfies Record<Renewal['what'], string>

const aboutSays = ({ what, about }: Renewal): string =>
  what === 'capacity-review' || what === 'best-interests-missing' || what === 'nobody-decides'
    ? decidingSays[about as Deciding]
    : about

const Renewals = ({ rows, today }: { rows: readonly Renewal[]; today: PlainDate }) => (
  <DataTable
    caption="To renew, look at again or write down"
    empty="Nothing is to be renewed."
    columns={[{ says: 'Person' }, { says: 'What' }, { says: 'About' }, { says: 'By' }]}
    rows={rows.map(one => ({
      key: `${one.what} ${one.key}`,
      ...(one.by !== null && one.by < today ? { marked: 'overdue' as const } : {}),
      cells: [
        <Who key="w" id={one.person} name={one.name} />,
        whatSays[one.what],
        aboutSays(one),
        one.by === null ? (
          <Tag key="b" means="needs-you">
            Now
          </Tag>
        ) : (
          <>
            {sayShortDay(one.by)} {one.by < today ? <Tag means="overdue">Overdue</Tag> : null}
          </>
        ),
      ],
    }))}
  />
)

/** The lists of staff: birthdays that change who decides, and what is to be renewed. */
export const listPage = (shows: Shows): Page => ({
  title: 'Consent and capacity',
  wide: true,
  body: (
    <>
      <h1>Consent and capacity</h1>
      <TabLinks
        name="What to show"
        tabs={[
          { href: '/consents', says: 'Birthdays ahead', current: shows.show === 'birthdays' },
          {
            href: '/consents?show=renewals',
            says: 'To renew or write down',
            current: shows.show === 'renewals',
          },
        ]}
      />
      {shows.show === 'birthdays' ? <Birthdays {...shows} /> : <Renewals {...shows} />}
      <Pages paging={shows.paging} hrefOf={shows.hrefOf} />
      <ul className="nhsuk-list">
        <li>
          <a href="/consents/powers">Who may decide what</a>
        </li>
        <li>
          <a href="/consents/orders">Court orders that bar a direct payment</a>
        </li>
        <li>
          <a href="/consents/never-bought">What the money never buys</a>
        </li>
        <li>
          <a href="/consents/settings">How many days ahead we tell</a>
        </li>
      </ul>
    </>
  ),
})
