import { addDays, addMonths, type PlainDate, sayDay, sayMonth, sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import {
  Choice,
  DataTable,
  Form,
  Pages,
  Reading,
  Select,
  SubmitButton,
  SummaryList,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page } from '../../platform/route.ts'
import type { Counted, Learnt } from '../queries/beside.ts'
import { learntFromSays } from '../rules/say.ts'
import { type Lesson, learntFrom } from '../types.ts'
import { waysOf } from './fields.tsx'
import { Rules } from './rules.tsx'
import type { Seen } from './shows.ts'

export const LessonFields = ({ complaints }: Seen) => (
  <>
    <p>
      Everybody will read this. Leave out all that shows whose case it was: names, dates, places, anything
      rare. Say “a family”, “a payment”, “spring”.
    </p>
    <Choice name="learntFrom" label="What is it learnt from?" ways={waysOf(learntFrom, learntFromSays)} />
    <Select
      name="complaint"
      label="Which complaint?"
      none="None: a decision was looked at again"
      options={complaints.map(({ number }) => ({ value: String(number), label: `Complaint ${number}` }))}
    />
    <TextArea name="says" label="What did we learn?" rows={4} most={1500} />
    <TextArea name="changed" label="What has changed since?" rows={4} most={1500} />
    <TextField name="owner" label="Who sees to it that it stays so?" hint="Not published." />
    <TextField name="rules" label="Rules that it is about (optional)" hint="Their names, such as DP-DEC-03" />
    <TextArea
      name="pages"
      label="Pages here that it is about (optional)"
      hint="Each on a line, like /requests/new"
      rows={2}
    />
  </>
)

const Links = ({ rules, pages }: Pick<Learnt, 'rules' | 'pages'>) => (
  <>
    <Rules rules={rules} />{' '}
    {pages.length === 0 ? null : (
      <span>
        Pages:{' '}
        {pages.map((page, place) => (
          <span key={page}>
            {place === 0 ? '' : ', '}
            <a href={page}>{page}</a>
          </span>
        ))}
        .
      </span>
    )}
  </>
)

type LessonShows = Seen & {
  readonly lesson: Lesson
  readonly mayPublish: boolean
  readonly errors: readonly FieldError[]
  readonly done: string | undefined
}

/** One lesson for staff, with the button that publishes it. */
export const lessonPage = (shows: LessonShows): Page => {
  const { lesson, found, strip, mayPublish, errors, done } = shows
  const at = `/complaints/${found.reference}`
  return {
    title: `Lesson ${lesson.number}`,
    back: at,
    ...strip,
    errors,
    ...(errors.length > 0 ? { status: 422 } : {}),
    ...(done === undefined ? {} : { done }),
    body: (
      <Reading>
        <h1>Lesson {lesson.number}</h1>
        <SummaryList
          facts={[
            { says: 'Learnt from', is: learntFromSays[lesson.learntFrom] },
            { says: 'What we learnt', is: <bdi>{lesson.says}</bdi> },
            { says: 'What has changed', is: <bdi>{lesson.changed}</bdi> },
            { says: 'About', is: <Links {...lesson} /> },
            { says: 'Owner', is: <bdi>{lesson.owner}</bdi> },
            { says: 'Written', is: `${sayDay(lesson.on)}, ${lesson.byName}` },
            {
              says: 'Published',
              is: lesson.published ? `${sayDay(lesson.published.on)}, ${lesson.published.byName}` : 'Not yet',
            },
          ]}
        />
        {lesson.published === null && mayPublish ? (
          <Form action={`${at}/lessons/${lesson.number}/publication`} errors={errors}>
            <p>
              Read it as a neighbour would: could anybody be found by it? A program looks for names, numbers
              and dates. It does not find everything.
            </p>
            <SubmitButton>Publish it for everybody</SubmitButton>
          </Form>
        ) : null}
      </Reading>
    ),
  }
}

const lastOf = (quarter: PlainDate): PlainDate => addDays(addMonths(quarter, 3), -1)
const printed = (count: string): string => (count === '*' ? '1 to 7 (kept back)' : count)

const Counts = ({ counted }: { counted: readonly Counted[] }) => (
  <>
    <DataTable
      caption="Complaints by quarter"
      columns={[
        { says: 'Board' },
        { says: 'Quarter' },
        { says: 'Received', numeric: true },
        { says: 'Answered', numeric: true },
        { says: 'Right, or right in part', numeric: true },
      ]}
      rows={counted.map(one => ({
        key: `${one.organisation}-${one.quarter}`,
        cells: [
          one.board,
          `${sayMonth(one.quarter)} to ${sayMonth(lastOf(one.quarter))}`,
          printed(one.received),
          printed(one.answered),
          printed(one.upheld),
        ],
      }))}
      empty="No complaints came in the last four quarters."
    />
    <p className="nhsuk-hint">
      Small counts are kept back and all others rounded, to the nearest 5 unless a board rounds more, so that
      nobody can be found by them. <a href="/rights/rules/COMPLAINT-COUNTS">The rule</a>
    </p>
  </>
)

type LearntShows = {
  readonly rows: readonly Learnt[]
  readonly paging: Paging
  readonly hrefOf: (page: number) => string
  readonly counted: readonly Counted[]
}
/** For everybody: what was learnt from complaints, without names, and how many there were. */
export const learntPage = ({ rows, paging, hrefOf, counted }: LearntShows): Page => ({
  title: 'What we learnt from complaints',
  body: (
    <Reading>
      <h1>What we learnt from complaints</h1>
      <p>
        People told us what went wrong. This is what we learnt, and what has changed since. No names stand
        here. Did something go wrong for you? <a href="/home">Sign in</a> and choose “If something is wrong”,
        or call your NHS board.
      </p>
      {rows.length === 0 ? <p>Nothing is published yet.</p> : null}
      {rows.map(one => (
        <section key={one.id}>
          <h2 className="nhsuk-heading-m">{one.says}</h2>
          <p>
            <strong>What has changed:</strong> {one.changed}
          </p>
          <p className="nhsuk-hint">
            {one.board}, {sayShortDay(one.on)}. <Links {...one} />
          </p>
        </section>
      ))}
      <Pages paging={paging} hrefOf={hrefOf} />
      <Counts counted={counted} />
    </Reading>
  ),
})
