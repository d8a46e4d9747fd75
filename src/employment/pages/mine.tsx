import { addDays, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  EmptyState,
  Form,
  LinkButton,
  Reading,
  SubmitButton,
  SubmitButtons,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Job } from '../queries/engagements.ts'
import { currentSheets } from '../rules/unpaid.ts'
import { sayWeek, WeekTable } from './parts.tsx'

type Shows = {
  readonly mine: readonly Job[]
  readonly toHelp: readonly Job[]
  /** The Monday of this week. */
  readonly week: PlainDate
  readonly done: string | undefined
}

const isOver = ({ ending }: Job, today: PlainDate): boolean => ending !== null && ending.on < today

const fill = (job: Job, week: PlainDate): string => `/employment/jobs/${job.id}/weeks/${week}`

const Mine = ({ job, week }: { job: Job; week: PlainDate }) => (
  <section aria-label={job.employer}>
    <h2>
      <bdi>{job.employer}</bdi>
    </h2>
    <p>
      <bdi>{job.job}</bdi>. <a href={`/employment/jobs/${job.id}`}>Contract, pay, leave and payslips</a>
    </p>
    {isOver(job, week) ? (
      <p>This job ended on {sayShortDay(job.ending?.on ?? week)}.</p>
    ) : (
      <SubmitButtons>
        <LinkButton href={fill(job, week)}>This week</LinkButton>
        <LinkButton href={fill(job, addDays(week, -7))} second>
          {`Last week, ${sayWeek(addDays(week, -7))}`}
        </LinkButton>
      </SubmitButtons>
    )}
    <WeekTable
      caption="Your hours"
      sheets={currentSheets(job.sheets).slice(0, 8)}
      payslips={job.payslips}
      empty="You have sent no hours yet."
    />
  </section>
)

const Helping = ({ job }: { job: Job }) => (
  <WeekTable
    caption={`${job.assistant}, who works for ${job.employer}`}
    sheets={currentSheets(job.sheets).slice(0, 8)}
    payslips={[]}
    empty="No hours were sent yet."
  />
)

/** An assistant's own page, and the hours that a helper was asked to look at. */
export const minePage = ({ mine, toHelp, week, done }: Shows): Page => ({
  title: 'Hours',
  back: '/home',
  ...(done === undefined ? {} : { done }),
  body: (
    <Reading>
      <h1>Hours</h1>
      {mine.length === 0 && toHelp.length === 0 ? (
        <EmptyState
          says="You are nobody’s assistant here, and nobody asked you to look at hours."
          next={
            <>
              Did your employer give you a word? <a href="/employment/invitation">Type it here</a>
            </>
          }
        />
      ) : null}
      {mine.map(job => (
        <Mine key={job.id} job={job} week={week} />
      ))}
      {toHelp.length === 0 ? null : <h2>Hours you help with</h2>}
      {toHelp.map(job => (
        <Helping key={job.id} job={job} />
      ))}
      {mine.length === 0 ? null : (
        <p>
          Do you work for somebody else too? <a href="/employment/invitation">Type the word they gave you</a>
        </p>
      )}
    </Reading>
  ),
})

type WordShows = { readonly typed: Typed; readonly errors: readonly FieldError[] }

/** Where an assistant types the word that their employer passed on. */
export const wordPage = ({ typed, errors }: WordShows): Page => ({
  title: 'I work as a personal assistant',
  back: '/home',
  errors,
  ...(errors.length > 0 ? { status: 422 } : {}),
  body: (
    <Reading>
      <h1>I work as a personal assistant</h1>
      <p>
        Your employer can give you a word. With it you fill in your hours here, and see when you are paid. You
        see your own job only.
      </p>
      <Form action="/employment/invitation" typed={typed} errors={errors}>
        <TextField
          name="word"
          label="The word you were given"
          hint="For example: K7QM-2R4T-9WXB"
          width={20}
        />
        <SubmitButton>Go on</SubmitButton>
      </Form>
    </Reading>
  ),
})

/** The word, shown once to the employer. */
export const invitedPage = ({ job, word }: { job: Job; word: string }): Page => ({
  title: 'The word to pass on',
  back: `/employment/jobs/${job.id}`,
  keep: true,
  body: (
    <Reading>
      <h1>
        Give this word to <bdi>{job.assistant}</bdi>
      </h1>
      <p className="app-code">{word}</p>
      <p>
        It is shown once, holds for 30 days and can be used once. They make an account, open “I work as a
        personal assistant” and type it.
      </p>
    </Reading>
  ),
})
