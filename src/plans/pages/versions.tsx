import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import {
  DataTable,
  EmptyState,
  Filters,
  Form,
  HiddenFields,
  LinkButton,
  MoneyTable,
  Select,
  SubmitButton,
  TabLinks,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Change, LineChange } from '../rules/compare.ts'

export type VersionShown = {
  readonly number: number
  readonly signedOffOn: PlainDate | null
  readonly signedOffBy: string | null
  readonly weekly: Pence | null
  readonly from: PlainDate | null
  readonly until: PlainDate | null
}

type VersionsShows = {
  readonly reference: string
  readonly person: Page['person']
  readonly versions: readonly VersionShown[]
}

const period = ({ from, until }: VersionShown): string =>
  from === null ? 'Draft' : `${sayShortDay(from)} to ${until === null ? 'now on' : sayShortDay(until)}`

const Comparing = ({ reference, versions }: VersionsShows) => {
  const options = versions.map(({ number }) => ({ value: String(number), label: `Version ${number}` }))
  const [newest, before] = options
  if (newest === undefined || before === undefined) return null
  return (
    <Filters action={`/plans/${reference}/compare`} typed={{ from: before.value, to: newest.value }}>
      <Select name="from" label="Compare" options={options} />
      <Select name="to" label="with" options={options} />
    </Filters>
  )
}

/** Every version of a plan, newest first, each of which can be read and compared with another. */
export const versionsPage = (shows: VersionsShows): Page => ({
  title: 'Versions of the plan',
  back: `/plans/${shows.reference}`,
  ...(shows.person ? { person: shows.person } : {}),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Versions of the plan
      </h1>
      <TabLinks
        name="Parts of the plan"
        tabs={[
          { href: `/plans/${shows.reference}`, says: 'The plan' },
          { href: `/plans/${shows.reference}/versions`, says: 'Versions', current: true },
        ]}
      />
      <DataTable
        caption="Every version, newest first"
        columns={[
          { says: 'Version' },
          { says: 'In force' },
          { says: 'Agreed by' },
          { says: 'A week', numeric: true },
        ]}
        rows={shows.versions.map(version => ({
          key: String(version.number),
          cells: [
            <a
              key="link"
              href={`/plans/${shows.reference}/versions/${version.number}`}
            >{`Version ${version.number}`}</a>,
            period(version),
            version.signedOffOn === null
              ? 'Not agreed yet'
              : `${version.signedOffBy}, ${sayShortDay(version.signedOffOn)}`,
            version.weekly === null ? '' : sayMoney(version.weekly),
          ],
        }))}
        empty="There is no plan yet."
      />
      <Comparing {...shows} />
    </>
  ),
})

type CompareShows = {
  readonly reference: string
  readonly person: Page['person']
  readonly from: number
  readonly to: number
  readonly before: Pence
  readonly after: Pence
  readonly lines: readonly LineChange[]
  readonly words: readonly Change[]
}

const what = ({ before, after }: LineChange): string =>
  before === null ? 'New' : after === null ? 'Taken out' : 'Changed'

const aboutLine = (line: LineChange) => (
  <>
    {what(line)}
    {line.changes.map(change => (
      <span key={change.what} className="app-table__about">
        {change.what}: {change.before ?? 'nothing'} → {change.after ?? 'nothing'}
      </span>
    ))}
  </>
)

const Words = ({ words }: { words: readonly Change[] }) => (
  <DataTable
    caption="What is said differently"
    columns={[{ says: 'What' }, { says: 'Before' }, { says: 'Now' }]}
    rows={words.map(({ what: name, before, after }) => ({
      key: name,
      cells: [name, before ?? <em>Nothing: it is new</em>, after ?? <em>Taken out</em>],
    }))}
    empty="Nothing else is different."
  />
)

/** Two versions side by side: what is new, what is gone, what is different, and the sums of both. */
export const comparePage = (shows: CompareShows): Page => ({
  title: `Version ${shows.from} and version ${shows.to}`,
  back: `/plans/${shows.reference}/versions`,
  wide: true,
  ...(shows.person ? { person: shows.person } : {}),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Version {shows.from} and version {shows.to}
      </h1>
      <p>
        The plan cost {sayMoney(shows.before)} a week and costs {sayMoney(shows.after)} a week.
      </p>
      <MoneyTable
        caption="Arrangements that are not the same, pounds a week"
        what="Arrangement"
        columns={[`Version ${shows.from}`, `Version ${shows.to}`]}
        rows={shows.lines.map(line => ({
          key: line.key,
          says: line.says,
          about: aboutLine(line),
          sums: [line.before, line.after],
        }))}
        empty="All arrangements are the same."
      />
      <Words words={shows.words} />
    </>
  ),
})

type NoneShows = {
  readonly reference: string
  readonly person: Page['person']
  readonly begin: boolean
  readonly why: string | null
}

/** Before there is a plan: what is so, and what to do. */
export const noPlanPage = ({ reference, person, begin, why }: NoneShows): Page => ({
  title: 'Plan',
  back: `/cases/${reference}`,
  ...(person ? { person } : {}),
  status: why === null ? 200 : 422,
  ...(why === null ? {} : { errors: [{ field: 'begin', says: why }] }),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{reference}</span> Plan
      </h1>
      <EmptyState
        says="There is no plan yet."
        next="We write it together once you have seen the budget: who you are, what matters, what is done."
      >
        {begin ? <Begin reference={reference} /> : null}
      </EmptyState>
      <LinkButton href={`/needs/${reference}`} second>
        See the budget
      </LinkButton>
    </>
  ),
})

const Begin = ({ reference }: { reference: string }) => (
  <div id="begin">
    <Form action={`/plans/${reference}/versions`} name="Begin the plan">
      <HiddenFields values={{ from: 'sum' }} />
      <SubmitButton>Begin the plan</SubmitButton>
    </Form>
  </div>
)
