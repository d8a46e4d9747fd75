import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney, sayThousandths, type Thousandths } from '../../kernel/money.ts'
import { DataTable, LinkButton, OpenFigure, Reading, SubmitButtons, SummaryList } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { delegationRule, leaveRule, noticeRule, particularsRule } from '../reference/figures.ts'
import { groundSays } from '../rules/checks.ts'
import { leaveOn } from '../rules/leave.ts'
import { contractOn } from '../rules/pay.ts'
import { headingOf } from '../rules/units.ts'
import { currentSheets } from '../rules/unpaid.ts'
import type { Ending } from '../types.ts'
import { JobForms, type JobShows } from './job-forms.tsx'
import { Tasks } from './job-tasks.tsx'
import { Rules, sayDays, WeekTable } from './parts.tsx'

const sayEnding = ({ on, ground, noticeOn }: Ending): string =>
  `${sayDay(on)}. ${groundSays[ground]}. Notice ${sayShortDay(noticeOn)}`

const Particulars = ({ job, line, today }: JobShows) => {
  const contract = contractOn(job.contracts, today)
  if (contract === null) return null
  const day = (on: PlainDate | null): string => (on === null ? 'Not written down' : sayDay(on))
  return (
    <SummaryList
      facts={[
        { says: 'Reference for payroll', is: job.code },
        { says: 'Employer', is: <bdi>{job.employer}</bdi> },
        { says: 'First day', is: sayDay(job.from) },
        ...(contract.until === null ? [] : [{ says: 'Fixed term until', is: sayDay(contract.until) }]),
        ...(job.ending === null
          ? []
          : [
              {
                says: 'Ends',
                is: sayEnding(job.ending),
              },
            ]),
        { says: 'Written statement', is: day(contract.particularsOn) },
        { says: 'Contract signed', is: day(contract.contractOn) },
        { says: 'Days a week', is: sayThousandths(contract.daysAWeek) },
        {
          says: 'Notice agreed',
          is: contract.noticeWeeks === null ? 'The least by law' : `${contract.noticeWeeks} weeks`,
        },
        ...(line === null ? [] : [{ says: 'Paid by', is: <bdi>{line}</bdi> }]),
        { says: 'Payroll', is: <bdi>{job.firm?.name ?? 'Nobody named'}</bdi> },
      ]}
    />
  )
}

const Terms = ({ job }: Pick<JobShows, 'job'>) => (
  <DataTable
    caption="What is paid, for one unit"
    columns={[
      { says: 'Unit' },
      { says: 'Rate', numeric: true },
      { says: 'Agreed a week', numeric: true },
      { says: 'From' },
    ]}
    rows={[...job.terms].reverse().map(({ unit, rate, weekly, from, number }) => ({
      key: `${unit} ${number}`,
      cells: [headingOf(unit), sayMoney(rate), sayThousandths(weekly), sayShortDay(from)],
    }))}
    empty="No rate was written down."
  />
)

const Cost = ({ cost, today }: Pick<JobShows, 'cost' | 'today'>) =>
  cost === null ? null : (
    <OpenFigure
      figure={`${sayMoney(cost.total)} a week`}
      about={`as agreed on ${sayShortDay(today)}, all in`}
    >
      <ul>
        <li>Pay before tax: {sayMoney(cost.pay)}</li>
        {cost.lines.map(({ part, says, working, weekly }) => (
          <li key={part}>
            {says}: {working} = {sayMoney(weekly)}
          </li>
        ))}
      </ul>
      <p>
        Employer’s figures are local rates from {sayShortDay(cost.table.from)} ({cost.table.source}), last
        checked on {sayShortDay(cost.table.checkedOn)}.
      </p>
    </OpenFigure>
  )

const leaveSays = { holiday: 'Holiday', sick: 'Sick', unpaid: 'Unpaid', none: 'Taken back' } as const

const LeavePart = ({ job, today }: Pick<JobShows, 'job' | 'today'>) => {
  const contract = contractOn(job.contracts, today)
  if (contract === null) return null
  const { from, leave, ending } = job
  const answer = leaveOn(
    { from, last: ending?.on ?? contract.until, daysAWeek: contract.daysAWeek, leave },
    today,
  )
  const say = sayDays
  return (
    <section aria-labelledby="leave">
      <h2 id="leave">Leave and sickness</h2>
      <p>
        In the leave year from {sayShortDay(answer.year.from)} to {sayShortDay(answer.year.until)}:{' '}
        {say(answer.entitled)} days of paid leave in all. {say(answer.builtUp)} built up by{' '}
        {sayShortDay(today)}, {say(answer.taken)} taken,{' '}
        <strong>
          {answer.owed < 0n
            ? `${say(-answer.owed as Thousandths)} days taken ahead`
            : `${say(answer.owed)} days owed`}
        </strong>
        .
      </p>
      <DataTable
        caption="Days away"
        captionSize="s"
        columns={[
          { says: 'From' },
          { says: 'Until' },
          { says: 'Working days', numeric: true },
          { says: 'Kind' },
        ]}
        rows={leave.map(one => ({
          key: one.id,
          cells: [
            sayShortDay(one.first),
            sayShortDay(one.last),
            sayThousandths(one.days),
            `${leaveSays[one.kind]}${one.fitNote ? ', with a sick note' : ''}`,
          ],
        }))}
        empty="No leave was written down."
      />
    </section>
  )
}

const Payslips = ({ job }: Pick<JobShows, 'job'>) => (
  <DataTable
    caption="Payslips"
    columns={[
      { says: 'Period' },
      { says: 'Before tax', numeric: true },
      { says: 'Paid out', numeric: true },
      { says: 'Paid on' },
    ]}
    rows={[...job.payslips].reverse().map(slip => ({
      key: slip.id,
      cells: [
        `${sayShortDay(slip.from)} to ${sayShortDay(slip.until)}`,
        sayMoney(slip.gross),
        sayMoney(slip.net),
        sayShortDay(slip.paidOn),
      ],
    }))}
    empty="We have no payslip yet."
  />
)

/** One job: the particulars, the weeks, pay, leave, tasks and payslips, and what may be done. */
export const jobPage = (shows: JobShows): Page => ({
  title: `${shows.job.assistant}: ${shows.job.job}`,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...(shows.person ? { person: shows.person } : { back: '/employment/hours' }),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">
          <bdi>{shows.job.job}</bdi>
        </span>{' '}
        <bdi>{shows.job.assistant}</bdi>
      </h1>
      {shows.maySend ? (
        <SubmitButtons>
          <LinkButton href={`/employment/jobs/${shows.job.id}/weeks/${shows.week}`}>Fill in hours</LinkButton>
        </SubmitButtons>
      ) : null}
      <WeekTable
        caption="Weeks"
        sheets={currentSheets(shows.job.sheets).slice(0, 13)}
        payslips={shows.job.payslips}
        empty="No hours were sent yet."
      />
      <Particulars {...shows} />
      <Terms {...shows} />
      <Cost {...shows} />
      <LeavePart {...shows} />
      <Tasks {...shows} />
      <Payslips {...shows} />
      <JobForms {...shows} />
      <Rules rules={[particularsRule, leaveRule, noticeRule, delegationRule]} />
    </Reading>
  ),
})
