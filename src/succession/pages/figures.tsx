import type { Figures } from '../../cases/public.ts'
import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { Choice, DataTable, DayField } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'

export type FiguresShows = {
  readonly figures: Figures
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const rowsOf = ({ boards, whole }: Figures) => [
  ...boards,
  ...(whole ? [{ ...whole, name: 'All of them' }] : []),
]

/** How many budgets there were on a day, by the bodies that answered then or by those of today. */
export const figuresPage = ({ figures, typed, errors }: FiguresShows): Page => ({
  title: 'Figures of a day',
  back: '/succession',
  errors,
  wide: true,
  body: (
    <>
      <h1>Figures of a day</h1>
      <form action="/succession/figures" method="get" className="app-form">
        <DayField name="day" label="On which day?" typed={typed} errors={errors} />
        <Choice
          name="bodies"
          label="By which bodies?"
          typed={typed}
          errors={errors}
          ways={[
            { value: 'then', label: 'Those that answered on that day' },
            { value: 'now', label: 'Those that answer today' },
          ]}
        />
        <button type="submit" className="nhsuk-button nhsuk-button--secondary">
          Show the figures
        </button>
      </form>
      <DataTable
        caption={`Budgets on ${sayDay(figures.day)}`}
        columns={[
          { says: 'Body' },
          { says: 'Budgets that run', numeric: true },
          {
            says: `Asked for, ${sayShortDay(figures.quarter.from)} to ${sayShortDay(figures.quarter.until)}`,
            numeric: true,
          },
        ]}
        rows={rowsOf(figures).map(({ name, running, asked }) => ({
          key: name,
          cells: [name, running, asked],
        }))}
        empty="There are no figures for you to see."
      />
      <p className="nhsuk-hint">
        A star stands for 1 to 7, and everything else is rounded to the nearest 5, so that nobody can be
        found.
      </p>
    </>
  ),
})
