import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { DataTable, Filters, Pages, SearchField, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Job } from '../queries/engagements.ts'
import { signedOffOn } from '../rules/pending.ts'
import { currentSheets } from '../rules/unpaid.ts'

type Shows = {
  readonly jobs: readonly Job[]
  readonly paging: Paging
  readonly find: string
  readonly hrefOf: (page: number) => string
  readonly today: PlainDate
}

/** Tasks that nobody has signed off on a day, of a job that runs. */
const unsafe = (job: Job, today: PlainDate): number =>
  job.ending !== null && job.ending.on < today
    ? 0
    : job.tasks.filter(({ signOffs }) => !signedOffOn(signOffs, today)).length

const oldest = (job: Job): PlainDate | null =>
  currentSheets(job.sheets)
    .filter(({ decided }) => decided === null)
    .map(({ sentOn }) => sentOn)
    .sort()[0] ?? null

const rowOf = (job: Job, today: PlainDate) => {
  const [tasks, since] = [unsafe(job, today), oldest(job)]
  return {
    key: job.id,
    ...(tasks > 0 ? { marked: 'needs-you' as const } : {}),
    cells: [
      <a key="job" href={`/employment/jobs/${job.id}`}>
        <bdi>{job.assistant}</bdi>
      </a>,
      <a key="budget" href={`/employment/${job.reference}`}>
        <bdi>{`${job.employer}, ${job.reference}`}</bdi>
      </a>,
      sayShortDay(job.from),
      <span key="tasks">
        {tasks === 0 ? '' : <Tag means="needs-you">{tasks === 1 ? '1 task' : `${tasks} tasks`}</Tag>}
      </span>,
      since === null ? '' : `Since ${sayShortDay(since)}`,
      job.ending === null ? '' : sayShortDay(job.ending.on),
    ],
  }
}

/**
 * Staff's list of everybody employed with a budget: who does a healthcare task unsigned, whose hours wait.
 */
export const staffPage = ({ jobs, paging, find, hrefOf, today }: Shows): Page => ({
  title: 'Personal assistants',
  wide: true,
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">Employment</span> Personal assistants
      </h1>
      <p>
        People employed with budgets that you see. First those who do a healthcare task that nobody has signed
        off today.
      </p>
      <Filters action="/employment" typed={{ find }} clear={find === '' ? undefined : '/employment'}>
        <SearchField name="find" label="Assistant, employer or reference" />
      </Filters>
      <DataTable
        caption={`Jobs (${paging.count.toLocaleString('en-GB')})`}
        columns={[
          { says: 'Assistant' },
          { says: 'Employer' },
          { says: 'Since' },
          { says: 'Not signed off' },
          { says: 'Hours wait' },
          { says: 'Ends' },
        ]}
        rows={jobs.map(job => rowOf(job, today))}
        empty={
          find === '' ? 'Nobody is employed with a budget that you see.' : `Nobody is found by “${find}”.`
        }
      />
      <Pages paging={paging} hrefOf={hrefOf} />
    </>
  ),
})
