import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, Details, Form, Reading, SubmitButton, TextArea } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { BoardCounts, Printed } from '../queries/figures.ts'

const cells = ({ name, onList, inHospital, notOn }: Printed) => [
  name ?? 'All boards',
  onList,
  inHospital,
  notOn,
]

/** For the national team: counts by board, none of them small or exact. */
export const countsPage = ({ boards, whole, day, from }: BoardCounts): Page => ({
  title: 'At risk of admission: counts',
  wide: true,
  body: (
    <>
      <h1>At risk of admission: counts</h1>
      <DataTable
        caption={`By board, on ${sayShortDay(day)}`}
        columns={[
          { says: 'Board' },
          { says: 'On the list', numeric: true },
          { says: 'Of these in hospital', numeric: true },
          { says: `Not put on it, no yes, since ${sayShortDay(from)}`, numeric: true },
        ]}
        rows={[...boards, ...(whole === null ? [] : [whole])].map(one => ({
          key: one.name ?? 'whole',
          cells: cells(one),
        }))}
        empty="No board keeps a list here yet."
      />
      <Reading>
        <Details says="How this is counted">
          <p>
            1 to 7 is shown as *. Nought stays nought. All else is to the nearest 5. “All boards” is worked
            out from the true counts. It is * where it would give one board away. We go by this from general
            knowledge of how national figures are kept.
          </p>
          <p>
            Of people who did not say yes only the month is kept, and no name. So one person can be counted
            twice. This is not a national return.
          </p>
        </Details>
      </Reading>
    </>
  ),
})

type LevelsShow = {
  readonly board: string
  readonly levels: readonly string[]
  readonly maySet: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done: string | undefined
}

/** The levels of a board in its own words, and the form that sets them. */
export const levelsPage = (shows: LevelsShow): Page => ({
  title: 'Levels of risk',
  back: '/registers',
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>Levels of risk</h1>
      <p>
        The words are those of {shows.board}. No law that we have read names them. What was given before keeps
        its words.
      </p>
      {shows.levels.length === 0 ? (
        <p>None are set yet.</p>
      ) : (
        <ol className="nhsuk-list nhsuk-list--number">
          {shows.levels.map(level => (
            <li key={level}>{level}</li>
          ))}
        </ol>
      )}
      {shows.maySet ? (
        <Form action="/registers/levels" typed={shows.typed} errors={shows.errors}>
          <TextArea name="words" label="The levels" hint="One a line, the most urgent first." rows={4} />
          <TextArea name="because" label="Who decided it, where and why?" rows={2} />
          <SubmitButton>Set the levels</SubmitButton>
        </Form>
      ) : null}
    </Reading>
  ),
})
