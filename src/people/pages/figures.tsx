import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  type FigureFacts,
  type FigureSet,
  figureSetOn,
  holdsUntil,
  readFigure,
  sayFigure,
} from '../../kernel/figures.ts'
import { DataTable, DayField, Form, Select, SubmitButton, TextArea, TextField } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { FigureShown } from '../figures.ts'

export type FiguresShown = {
  readonly title: string
  readonly at: string
  readonly back: string
  readonly board: string
  readonly facts: FigureSet
  readonly set: readonly FigureShown[]
  readonly today: PlainDate
  readonly maySet: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done: string | undefined
}

const said = (facts: FigureFacts, kept: string): string => {
  const value = readFigure(facts, kept)
  return value === null ? kept : sayFigure(facts, value)
}

const usualSaid = (facts: FigureFacts): string =>
  facts.usual === null ? 'Not set' : `${sayFigure(facts, facts.usual)} (our usual figure, not set here)`

const rest = { 'general-knowledge': 'General knowledge, not read in the law.' } as const
const restOf = ({ confidence }: FigureFacts): string =>
  confidence === 'general-knowledge' ? rest[confidence] : 'No law sets it.'

const Now = ({ facts, set, today }: FiguresShown) => (
  <DataTable
    caption={`In force on ${sayShortDay(today)}`}
    columns={[{ says: 'Figure' }, { says: 'Now' }, { says: 'Since' }, { says: 'By' }, { says: 'Why' }]}
    rows={Object.entries(facts).map(([name, one]) => {
      const now = figureSetOn(set, name, today)
      return {
        key: name,
        cells: [
          <span key="says">
            {one.says}
            <span className="app-table__about">
              {one.why} {restOf(one)}
            </span>
          </span>,
          now ? said(one, now.value) : usualSaid(one),
          now ? sayShortDay(now.from) : '',
          now?.by ?? '',
          now?.because ?? '',
        ],
      }
    })}
    empty=""
  />
)

const untilSaid = (set: readonly FigureShown[], one: FigureShown): string => {
  const until = holdsUntil(set, one)
  if (until === 'never') return 'Never: set again before it began'
  return until === null ? 'Until another is set' : sayShortDay(until)
}

const History = ({ facts, set }: FiguresShown) => (
  <DataTable
    caption="Everything that was set, and what is to come"
    columns={[
      { says: 'Figure' },
      { says: 'Value' },
      { says: 'From' },
      { says: 'Until' },
      { says: 'Set by' },
      { says: 'Why' },
    ]}
    rows={set.map((one, place) => {
      const own = facts[one.name]
      return {
        key: String(place),
        cells: [
          own?.says ?? one.name,
          own ? said(own, one.value) : one.value,
          sayShortDay(one.from),
          untilSaid(set, one),
          one.by ?? '',
          one.because,
        ],
      }
    })}
    empty="Nothing was set here yet: our usual figures hold."
  />
)

const SetOne = ({ at, facts, typed, errors }: FiguresShown) => (
  <>
    <h2>Set a figure</h2>
    <Form action={at} typed={typed} errors={errors}>
      <Select
        name="name"
        label="Which figure?"
        none="Choose the figure"
        options={Object.entries(facts).map(([value, { says, unit }]) => ({
          value,
          label: `${says} (${unit})`,
        }))}
      />
      <TextField name="value" label="The figure" hint="A number, in what stands beside its name" width={10} />
      <DayField name="from" label="From which day?" />
      <TextArea name="because" label="Who decided it, where and why" rows={3} most={500} />
      <SubmitButton>Set it</SubmitButton>
    </Form>
  </>
)

/** A module's figures that are a body's own: what each means, which holds, since when, by whom and why. */
export const figuresPage = (shows: FiguresShown): Page => ({
  title: shows.title,
  back: shows.back,
  wide: true,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.board}</span> {shows.title}
      </h1>
      <p>
        These are the board’s own. A change holds from its day: what is of an earlier day stands by the figure
        of that day.
      </p>
      <Now {...shows} />
      <History {...shows} />
      {shows.maySet ? <SetOne {...shows} /> : null}
    </>
  ),
})
