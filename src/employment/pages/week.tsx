import { Fragment } from 'react'
import { addDays, type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import {
  Choices,
  Form,
  InsetText,
  LinkButton,
  Reading,
  SubmitButton,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { weekOf } from '../forms.ts'
import { headingOf } from '../rules/units.ts'
import type { Sheet, Task, WorkUnit } from '../types.ts'
import { beginsAt, fieldOf } from '../week-form.ts'
import { type Strip, sayWeek } from './parts.tsx'

export type WeekShows = Strip & {
  readonly engagement: string
  readonly assistant: string
  readonly employer: string
  readonly forThem: boolean
  readonly week: PlainDate
  readonly today: PlainDate
  readonly units: readonly WorkUnit[]
  readonly tasks: readonly Task[]
  readonly sent: Sheet | null
  /** May last week be copied? */
  readonly copy: boolean
  readonly copied: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const at = ({ engagement, week }: Pick<WeekShows, 'engagement' | 'week'>): string =>
  `/employment/jobs/${engagement}/weeks/${week}`

const Day = ({ on, place, units }: { on: PlainDate; place: number; units: readonly WorkUnit[] }) => (
  <fieldset className="nhsuk-fieldset">
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{sayDay(on)}</legend>
    {units.map(unit => (
      <Fragment key={unit}>
        <TextField name={fieldOf(unit, place)} label={headingOf(unit)} width={5} autocomplete="off" />
        {unit === 'hour' ? (
          <TextField name={beginsAt(place)} label="Began at, if you know" width={5} autocomplete="off" />
        ) : null}
      </Fragment>
    ))}
  </fieldset>
)

const Before = ({ sent }: Pick<WeekShows, 'sent'>) => {
  if (sent === null) return null
  if (sent.decided?.what === 'sent-back')
    return (
      <InsetText>
        <p>
          <bdi>{sent.decided.by}</bdi> sent this week back on {sayShortDay(sent.decided.on)}:{' '}
          <bdi>{sent.decided.because}</bdi>
        </p>
      </InsetText>
    )
  return (
    <InsetText>
      <p>
        This week was {sent.decided === null ? 'sent' : 'approved'} before. What you send now takes its place
        and is looked at again. What was sent before is kept.
      </p>
    </InsetText>
  )
}

const Move = (shows: WeekShows) => (
  <p>
    <a href={at({ ...shows, week: addDays(shows.week, -7) })}>The week before</a>
    {addDays(shows.week, 7) <= shows.today ? (
      <>
        {' · '}
        <a href={at({ ...shows, week: addDays(shows.week, 7) })}>The week after</a>
      </>
    ) : null}
  </p>
)

const Tasks = ({ tasks }: Pick<WeekShows, 'tasks'>) => (
  <Choices
    name="tasks"
    label="Healthcare tasks you did this week"
    hint="Tick only what you did."
    ways={tasks.map(({ id, says }) => ({ value: id, label: <bdi>{says ?? 'A healthcare task'}</bdi> }))}
  />
)

/** A week of work on one page: a box for each day, a copy of last week, and Send. Made for a small phone. */
export function weekPage(shows: WeekShows): Page {
  const { units, week, errors, forThem, assistant } = shows
  const approved = shows.sent?.decided?.what === 'approved'
  return {
    title: `Hours, ${sayWeek(week)}`,
    errors,
    ...(errors.length > 0 ? { status: 422 } : {}),
    ...(shows.person ? { person: shows.person } : { back: '/employment/hours' }),
    body: (
      <Reading>
        <h1>
          <span className="nhsuk-caption-l">
            <bdi>{forThem ? assistant : `Work for ${shows.employer}`}</bdi>
          </span>{' '}
          Hours, {sayWeek(week)}
        </h1>
        <Move {...shows} />
        <Before sent={shows.sent} />
        {units.length === 0 ? (
          <p>No rate has been agreed for this week yet. Ask your employer to write one down first.</p>
        ) : (
          <>
            {shows.copied ? <p>This is a copy of the week before. Check each day, then send it.</p> : null}
            {shows.copy && !shows.copied ? (
              <LinkButton href={`${at(shows)}?copy=last`} second>
                Copy from last week
              </LinkButton>
            ) : null}
            <p>Leave a day empty if there was no work. Write 7.5 for seven and a half hours.</p>
            <Form action={at(shows)} typed={shows.typed} errors={errors}>
              {weekOf(week).map((on, place) => (
                <Day key={on} on={on} place={place} units={units} />
              ))}
              {shows.tasks.length > 0 ? <Tasks tasks={shows.tasks} /> : null}
              <TextArea
                name="note"
                label={approved ? 'What was wrong before?' : 'Anything to say about this week'}
                hint={approved ? undefined : 'You can leave this out.'}
                rows={2}
              />
              <SubmitButton>{forThem ? 'Send for the assistant' : 'Send my hours'}</SubmitButton>
            </Form>
          </>
        )}
      </Reading>
    ),
  }
}
