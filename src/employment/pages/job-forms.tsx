import type { PlainDate } from '../../kernel/days.ts'
import {
  Choice,
  Choices,
  DayField,
  Details,
  Form,
  MoneyField,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Typed } from '../../platform/route.ts'
import type { WeeklyCost } from '../queries/costs.ts'
import type { Job } from '../queries/engagements.ts'
import { groundSays } from '../rules/checks.ts'
import { endGrounds } from '../types.ts'
import { type Firm, firmOptions, unitOptions } from './engage.tsx'
import type { Strip } from './parts.tsx'

export type JobShows = Strip & {
  readonly job: Job
  readonly line: string | null
  readonly week: PlainDate
  readonly cost: WeeklyCost | null
  readonly firms: readonly Firm[]
  /** What the reader may do: the employer's part, training, filling in hours. */
  readonly mayEmploy: boolean
  readonly mayTrain: boolean
  readonly maySend: boolean
  readonly today: PlainDate
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly sent: string | null
  readonly done: string | undefined
}

/** A form that is open when it is the one that was not accepted. */
const formFor = ({ job, typed, errors, sent }: JobShows, name: string) => {
  const is = sent === name
  return {
    open: is,
    form: { action: `/employment/jobs/${job.id}/${name}`, ...(is ? { typed, errors } : {}) },
  }
}

const Rate = (shows: JobShows) => {
  const { open, form } = formFor(shows, 'terms')
  return (
    <Details says="Agree another rate from a day" open={open}>
      <Form {...form} name="Another rate">
        <Select name="unit" label="Unit" options={unitOptions} />
        <MoneyField name="rate" label="Rate for one" />
        <TextField name="weekly" label="How many a week, as agreed" width={5} />
        <DayField name="from" label="From which day?" />
        <TextField name="because" label="Why does it change?" />
        <SubmitButton look="second">Write the rate down</SubmitButton>
      </Form>
    </Details>
  )
}

const Leave = (shows: JobShows) => {
  const { open, form } = formFor(shows, 'leave')
  return (
    <Details says="Write leave or sickness down" open={open}>
      <Form {...form} name="Leave or sickness">
        <Choice
          name="kind"
          label="What kind is it?"
          ways={[
            { value: 'holiday', label: 'Paid holiday' },
            { value: 'sick', label: 'Sick', hint: 'Only the days. Say nothing of the illness here.' },
            { value: 'unpaid', label: 'Unpaid' },
          ]}
        />
        <DayField name="first" label="First day away" />
        <DayField name="last" label="Last day away" />
        <TextField name="away" label="How many working days?" width={5} />
        <Choices name="fit" label="Sick note" ways={[{ value: 'yes', label: 'There is a sick note' }]} />
        <SubmitButton look="second">Write it down</SubmitButton>
      </Form>
      {shows.job.leave.map(one => (
        <Form
          key={one.id}
          action={`/employment/jobs/${shows.job.id}/leave/${one.id}/removal`}
          name={`Take back leave from ${one.first}`}
        >
          <SubmitButton look="second" small>
            {`Take back: ${one.first} to ${one.last}`}
          </SubmitButton>
        </Form>
      ))}
    </Details>
  )
}

const End = (shows: JobShows) => {
  const { open, form } = formFor(shows, 'ending')
  if (shows.job.ending !== null) return null
  return (
    <Details says="End this job" open={open}>
      <Form {...form} name="End this job">
        <DayField name="notice" label="When was notice given?" />
        <DayField name="ends" label="Last day of the job" />
        <Choice
          name="ground"
          label="Why does it end?"
          ways={endGrounds.map(value => ({ value, label: groundSays[value] }))}
        />
        <TextArea name="words" label="How did it come about?" rows={2} />
        <SubmitButton look="warning">Write the end down</SubmitButton>
      </Form>
    </Details>
  )
}

const Particulars = (shows: JobShows) => {
  const { open, form } = formFor(shows, 'particulars')
  return (
    <Details says="Change days a week or notice" open={open}>
      <Form {...form} name="Change the particulars">
        <DayField name="changed" label="From which day?" />
        <TextField name="days" label="How many days a week?" width={5} />
        <TextField name="weeks" label="Weeks of notice agreed" hint="Empty: the least by law" width={5} />
        <SubmitButton look="second">Write the change down</SubmitButton>
      </Form>
    </Details>
  )
}

const PayrollFirm = (shows: JobShows) => {
  const { open, form } = formFor(shows, 'payroll')
  return (
    <Details says="Choose another payroll firm" open={open}>
      <Form {...form} name="Another payroll firm">
        <Select name="firm" label="Who works the pay out?" options={firmOptions(shows.firms)} />
        <DayField name="chosen" label="From which day?" />
        <SubmitButton look="second">Choose</SubmitButton>
      </Form>
    </Details>
  )
}

const Invite = (shows: JobShows) =>
  shows.job.assistantPerson !== null ? (
    <p>The assistant fills in hours with an account of their own.</p>
  ) : (
    <Details says="Let the assistant fill in hours">
      <p>
        You get a word to pass on. The assistant makes an account and types the word. They see their own job,
        hours and payslips, and nothing of your record.
      </p>
      <Form action={`/employment/jobs/${shows.job.id}/invitation`} name="Let the assistant fill in hours">
        <SubmitButton look="second">Get the word</SubmitButton>
      </Form>
    </Details>
  )

const NewTask = (shows: JobShows) => {
  const { open, form } = formFor(shows, 'tasks')
  return (
    <Details says="Name a healthcare task that is handed over" open={open}>
      <Form {...form} name="A healthcare task">
        <TextField name="task" label="What is the task?" />
        <DayField name="since" label="From which day?" />
        <SubmitButton look="second">Write the task down</SubmitButton>
      </Form>
    </Details>
  )
}

/** What may be done about a job, each closed until it is wanted. */
export const JobForms = (shows: JobShows) =>
  shows.mayEmploy || shows.mayTrain ? (
    <section aria-labelledby="to-do">
      <h2 id="to-do">What you can do</h2>
      {shows.mayTrain ? (
        <>
          <ul>
            {shows.job.tasks.map(task => (
              <li key={task.id}>
                <a href={`/employment/jobs/${shows.job.id}/tasks/${task.id}`}>
                  Sign off: <bdi>{task.says ?? 'a healthcare task'}</bdi>
                </a>
              </li>
            ))}
          </ul>
          <NewTask {...shows} />
        </>
      ) : null}
      {shows.mayEmploy ? (
        <>
          <Leave {...shows} />
          <Rate {...shows} />
          <Particulars {...shows} />
          <PayrollFirm {...shows} />
          <Invite {...shows} />
          <End {...shows} />
        </>
      ) : null}
    </section>
  ) : null
