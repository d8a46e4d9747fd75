import type { PlainDate } from '../../kernel/days.ts'
import {
  Details,
  Filters,
  Form,
  HiddenFields,
  Pagination,
  SearchField,
  Select,
  SubmitButton,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { pathwaySays, wayShort } from '../../requests/public.ts'
import { perPage } from '../filter.ts'
import type { Caseload } from '../queries/caseload.ts'
import type { SavedFilter } from '../queries/saved.ts'
import { stageSays, whoseSays } from '../rules/say.ts'
import { CaseTable, sayCount } from './case-table.tsx'

export type CaseloadShows = {
  readonly found: Caseload
  readonly typed: Typed
  /** The filter as the end of an address. */
  readonly query: string
  readonly page: number
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  readonly saved: readonly SavedFilter[]
  readonly me: string | null
  readonly today: PlainDate
  readonly errors: readonly FieldError[]
  readonly name: string
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const sortSays = {
  due: 'Due first',
  name: 'Name',
  received: 'Asked last',
  stage: 'Stage',
}

const Fields = ({ workers }: Pick<CaseloadShows, 'workers'>) => (
  <>
    <SearchField name="find" label="Name, NHS number or reference" />
    <Select
      name="stage"
      label="Stage"
      none="All that are open"
      options={[...options(stageSays), { value: 'all', label: 'All, closed ones too' }]}
    />
    <Select
      name="turn"
      label="Whose turn"
      none="Anybody’s"
      options={[{ value: 'me', label: 'Mine' }, ...options(whoseSays)]}
    />
    <Select name="overdue" label="Overdue" none="All" options={[{ value: 'yes', label: 'Overdue only' }]} />
    <Select name="pathway" label="Care" none="Any" options={options(pathwaySays)} />
    <Select name="way" label="Way held" none="Any" options={options(wayShort)} />
    <Select
      name="worker"
      label="Case worker"
      none="Anybody"
      options={[
        { value: 'me', label: 'Me' },
        { value: 'nobody', label: 'Nobody yet' },
        ...workers.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
    <Select name="sort" label="Order" options={options(sortSays)} />
  </>
)

const Saved = ({ saved, query }: Pick<CaseloadShows, 'saved' | 'query'>) =>
  saved.length === 0 ? null : (
    <nav className="app-tabs" aria-label="Your filters">
      <ul className="app-tabs__list">
        {saved.map(one => (
          <li key={one.id} className="app-tabs__item">
            <a
              className="app-tabs__link"
              href={one.query === '' ? '/cases' : `/cases?${one.query}`}
              aria-current={one.query === query ? 'page' : undefined}
            >
              <bdi>{one.name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )

/** Keeps this filter, or takes it away where it is kept. */
const Keep = ({ saved, query, errors, name }: CaseloadShows) => {
  const kept = saved.find(one => one.query === query)
  if (kept)
    return (
      <Form action={`/cases/filters/${kept.id}/removal`} name="Take this filter away">
        <SubmitButton small look="second">
          Take the filter “{kept.name}” away
        </SubmitButton>
      </Form>
    )
  return (
    <Details says="Keep this filter" open={errors.length > 0}>
      <Form action="/cases/filters" typed={{ name }} errors={errors} name="Keep this filter">
        <HiddenFields values={{ query }} />
        <TextField name="name" label="What to call it" />
        <SubmitButton look="second" small>
          Keep it
        </SubmitButton>
      </Form>
    </Details>
  )
}

/** The caseload: who is waiting, for what, how long, who has it. */
export function caseloadPage(shows: CaseloadShows): Page {
  const { found, typed, query, page, today, me, errors } = shows
  const at = (end: string) => `/cases${end === '' ? '' : `?${end}`}`
  const hrefOf = (other: number) => at([query, `page=${other}`].filter(Boolean).join('&'))
  return {
    title: 'Cases',
    wide: true,
    errors,
    ...(errors.length > 0 ? { status: 422 } : {}),
    body: (
      <>
        <h1>Cases</h1>
        <Saved {...shows} />
        <Filters action="/cases" typed={typed} clear="/cases">
          <Fields {...shows} />
        </Filters>
        <CaseTable
          caption={sayCount(found.count, found.overdue, today)}
          rows={found.rows}
          me={me}
          empty={
            found.count > 0
              ? 'There are fewer pages than this. Go back to the first.'
              : 'No case that you can see is like this. Clear the filters to see all that are open.'
          }
        />
        <Pagination page={page} pages={Math.ceil(found.count / perPage)} hrefOf={hrefOf} />
        {found.count === 0 ? null : (
          <p className="app-no-print">
            <a href={`/cases/export${query === '' ? '' : `?${query}`}`}>Save these as a spreadsheet (CSV)</a>
          </p>
        )}
        <Keep {...shows} />
      </>
    ),
  }
}
