import { sayDay, sayMoment, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  DataTable,
  Form,
  InsetText,
  Reading,
  SubmitButton,
  SummaryList,
  TextArea,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Job } from '../queries/engagements.ts'
import { delegationRule, unitsRule } from '../reference/figures.ts'
import { grossOf, payLines } from '../rules/pay.ts'
import { type Pending, sayPending } from '../rules/pending.ts'
import { countOf } from '../rules/units.ts'
import type { Sheet } from '../types.ts'
import { PayTable, Rules, type Strip, sayPaid, sayUnits, sayWeek, WeekTag } from './parts.tsx'

type Shows = Strip & {
  readonly job: Job
  readonly sheet: Sheet
  readonly pending: readonly Pending[]
  readonly mayDecide: boolean
  /** May the reader send this week again? */
  readonly maySend: boolean
  readonly isAssistant: boolean
  readonly whyNot: readonly string[]
  readonly newer: Sheet | null
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done: string | undefined
}

const Days = ({ sheet }: Pick<Shows, 'sheet'>) => (
  <DataTable
    caption="Day by day"
    captionSize="s"
    columns={[{ says: 'Day' }, { says: 'Work' }]}
    rows={sheet.spells.map(({ on, unit, units, begins }) => ({
      key: `${on} ${unit}`,
      cells: [sayDay(on), begins === null ? countOf(unit, units) : `${countOf(unit, units)} from ${begins}`],
    }))}
    empty="No day was filled in."
  />
)

const Why = ({ pending, sheet }: Pick<Shows, 'pending' | 'sheet'>) => (
  <section aria-labelledby="why">
    <h2 id="why">{sheet.decided?.what === 'approved' ? 'What to know about it' : 'Why is it pending?'}</h2>
    {pending.length === 0 ? (
      <p>Nothing is odd about it.</p>
    ) : (
      <ul>
        {pending.map(one => (
          <li key={one.reason}>
            <bdi>{sayPending(one)}</bdi>
          </li>
        ))}
      </ul>
    )}
  </section>
)

const Decide = ({ sheet, typed, errors }: Pick<Shows, 'sheet' | 'typed' | 'errors'>) => (
  <Form action={`/employment/timesheets/${sheet.id}/decision`} typed={typed} errors={errors}>
    <Choice
      name="decided"
      label="Is this right?"
      ways={[
        { value: 'approved', label: 'Yes, approve it' },
        {
          value: 'sent-back',
          label: 'No, send it back',
          also: <TextArea name="because" label="What is wrong?" hint="The assistant reads this." rows={3} />,
        },
      ]}
    />
    <SubmitButton>Send the answer</SubmitButton>
  </Form>
)

const Tasks = ({ job, sheet }: Pick<Shows, 'job' | 'sheet'>) =>
  sheet.tasks.length === 0 || job.tasks.length === 0 ? null : (
    <>
      <h2>Healthcare tasks</h2>
      <ul>
        {sheet.tasks.map(id => (
          <li key={id}>
            <bdi>{job.tasks.find(task => task.id === id)?.says ?? 'A healthcare task'}</bdi>
          </li>
        ))}
      </ul>
    </>
  )

const saySent = ({ sentBy, sentOn, number }: Sheet): string =>
  `${sentBy}, ${sayShortDay(sentOn)}${number > 1 ? `, number ${number}` : ''}`

const facts = ({ job, sheet }: Shows) => [
  { says: 'Assistant', is: <bdi>{job.assistant}</bdi> },
  { says: 'Employer', is: <bdi>{job.employer}</bdi> },
  { says: 'Work', is: sayUnits(sheet) },
  { says: 'How it stands', is: <WeekTag sheet={sheet} /> },
  ...(sheet.decided === null
    ? []
    : [{ says: 'Decided', is: <bdi>{`${sheet.decided.by}, ${sayMoment(sheet.decided.at)}`}</bdi> }]),
  {
    says: 'Sent',
    is: <bdi>{saySent(sheet)}</bdi>,
  },
  { says: 'Paid on', is: sayPaid(sheet, job.payslips) },
  ...(sheet.note === '' ? [] : [{ says: 'Note', is: <bdi>{sheet.note}</bdi> }]),
]

const Pay = ({ job, sheet }: Pick<Shows, 'job' | 'sheet'>) => {
  if (job.terms.length === 0) return null
  const lines = payLines(sheet.spells, job.terms)
  return (
    <>
      <PayTable caption={`What this week comes to, ${sayWeek(sheet.week)}`} lines={lines} />
      <p>
        Pay before tax: <strong>{sayMoney(grossOf(lines))}</strong> for this week.
      </p>
    </>
  )
}

const Again = ({ sheet, isAssistant }: Pick<Shows, 'sheet' | 'isAssistant'>) => (
  <p>
    <a href={`/employment/jobs/${sheet.engagement}/weeks/${sheet.week}`}>
      {sheet.decided === null && isAssistant ? 'Change what I sent' : 'Correct this week'}
    </a>
  </p>
)

/** One week as it was sent: the days, why it is pending, what it comes to, and the employer's answer. */
export const timesheetPage = (shows: Shows): Page => ({
  title: `Timesheet, ${sayWeek(shows.sheet.week)}`,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...(shows.person ? { person: shows.person } : { back: '/employment/hours' }),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">
          <bdi>{shows.job.assistant}</bdi>
        </span>{' '}
        Timesheet, {sayWeek(shows.sheet.week)}
      </h1>
      {shows.newer === null ? null : (
        <InsetText>
          <p>
            This was replaced.{' '}
            <a href={`/employment/timesheets/${shows.newer.id}`}>See the newer timesheet</a>
          </p>
        </InsetText>
      )}
      <SummaryList facts={facts(shows)} />
      <Why {...shows} />
      <Days {...shows} />
      <Tasks {...shows} />
      <Pay {...shows} />
      {shows.mayDecide ? <Decide {...shows} /> : null}
      {shows.whyNot.map(says => (
        <p key={says}>{says}.</p>
      ))}
      {shows.maySend && shows.newer === null ? <Again {...shows} /> : null}
      <Rules rules={[unitsRule, delegationRule]} />
    </Reading>
  ),
})
