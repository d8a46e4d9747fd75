import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  DataTable,
  EmptyState,
  InsetText,
  LinkButton,
  Reading,
  SubmitButtons,
  Tag,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Job } from '../queries/engagements.ts'
import type { Liabilities } from '../queries/liabilities.ts'
import { insuranceRule, leaveRule, particularsRule } from '../reference/figures.ts'
import { termsOn } from '../rules/pay.ts'
import { countOf } from '../rules/units.ts'
import { currentSheets } from '../rules/unpaid.ts'
import type { Sheet } from '../types.ts'
import { NoPaye, Rules, type Strip, sayUnits, sayWeek } from './parts.tsx'

export type OverviewShows = Strip & {
  readonly reference: string
  readonly employer: string
  readonly insurance: string
  readonly insured: boolean
  readonly jobs: readonly Job[]
  readonly owed: Liabilities
  readonly mayEmploy: boolean
  readonly today: PlainDate
  readonly done: string | undefined
}

const waiting = (jobs: readonly Job[]): readonly { job: Job; sheet: Sheet }[] =>
  jobs.flatMap(job =>
    currentSheets(job.sheets)
      .filter(({ decided }) => decided === null)
      .map(sheet => ({ job, sheet })),
  )

const Waiting = ({ jobs }: Pick<OverviewShows, 'jobs'>) => (
  <DataTable
    caption="Hours that wait for you"
    columns={[{ says: 'Week' }, { says: 'Assistant' }, { says: 'Work' }]}
    rows={waiting(jobs).map(({ job, sheet }) => ({
      key: sheet.id,
      marked: 'needs-you',
      cells: [
        <a key="week" href={`/employment/timesheets/${sheet.id}`}>
          {sayWeek(sheet.week)}
        </a>,
        <bdi key="who">{job.assistant}</bdi>,
        sayUnits(sheet),
      ],
    }))}
    empty="No hours wait to be approved."
  />
)

const expired = (job: Job, today: PlainDate): boolean =>
  job.ending === null &&
  job.tasks.some(({ signOffs }) => !signOffs.some(({ until, on }) => on <= today && today <= until))

const sayJob = (job: Job, today: PlainDate) => {
  if (job.ending !== null)
    return (
      <Tag means={job.ending.on < today ? 'over' : 'waiting'}>
        {`${job.ending.on < today ? 'Ended' : 'Ends'} ${sayShortDay(job.ending.on)}`}
      </Tag>
    )
  if (expired(job, today)) return <Tag means="needs-you">A task is not signed off</Tag>
  return job.from > today ? `Begins ${sayShortDay(job.from)}` : `Since ${sayShortDay(job.from)}`
}

const sayTerms = (job: Job, today: PlainDate): string =>
  termsOn(job.terms, today < job.from ? job.from : today)
    .map(({ unit, weekly, rate }) => `${countOf(unit, weekly)} a week at ${sayMoney(rate)}`)
    .join('; ')

const Assistants = ({ jobs, today }: Pick<OverviewShows, 'jobs' | 'today'>) => (
  <DataTable
    caption="Assistants"
    columns={[{ says: 'Name' }, { says: 'Work' }, { says: 'Agreed' }, { says: 'How it stands' }]}
    rows={jobs.map(job => ({
      key: job.id,
      cells: [
        <a key="job" href={`/employment/jobs/${job.id}`}>
          <bdi>{job.assistant}</bdi>
        </a>,
        <bdi key="what">{job.job}</bdi>,
        sayTerms(job, today),
        <span key="how">{sayJob(job, today)}</span>,
      ],
    }))}
    empty="Nobody is employed with this budget."
  />
)

const Ways = ({ reference, owed, mayEmploy }: OverviewShows) => (
  <>
    <h2>Pay and what follows</h2>
    <ul>
      <li>
        <a href={`/employment/${reference}/pay`}>What to pay, to whom and by when</a>
      </li>
      <li>
        <a href={`/employment/${reference}/hand-over`}>
          {mayEmploy ? 'Hand hours over to payroll, and send payslips' : 'What is handed over to payroll'}
        </a>
      </li>
      <li>
        <a href={`/employment/${reference}/liabilities`}>What would be owed if it ended today</a>:{' '}
        {sayMoney(owed.total)}
      </li>
    </ul>
  </>
)

/** Whoever employs with a budget: hours that wait, who works, what to pay, what would be owed. */
export const overviewPage = (shows: OverviewShows): Page => ({
  title: 'Personal assistants',
  ...(shows.person ? { person: shows.person } : { back: '/home' }),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">
          Employed by <bdi>{shows.employer}</bdi>
        </span>{' '}
        Personal assistants
      </h1>
      {shows.insured ? null : (
        <InsetText>
          <p>
            <Tag means="needs-you">Look at this</Tag> {shows.insurance}
          </p>
        </InsetText>
      )}
      {shows.jobs.length === 0 ? (
        <EmptyState
          says="Nobody is employed with this budget."
          next="Whoever holds the money employs: with a contract, insurance and paid leave."
        />
      ) : (
        <>
          <Waiting {...shows} />
          <Assistants {...shows} />
          <Ways {...shows} />
        </>
      )}
      {shows.mayEmploy ? (
        <SubmitButtons>
          <LinkButton href={`/employment/${shows.reference}/new`} second={shows.jobs.length > 0}>
            Take an assistant on
          </LinkButton>
        </SubmitButtons>
      ) : null}
      {shows.insured ? <p>{shows.insurance}</p> : null}
      <NoPaye />
      <Rules rules={[insuranceRule, particularsRule, leaveRule]} />
    </Reading>
  ),
})
