import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  confidenceSays,
  DataTable,
  DayField,
  Form,
  InsetText,
  SubmitButton,
  Tag,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import {
  type AnyRule,
  decidings,
  exclusions,
  neverBuys,
  neverCodes,
  powers,
  powerTo,
  ruleOfExclusion,
  ruleOfPower,
} from '../../rights/public.ts'
import { countsOn } from '../rules/local-lines.ts'
import { decidingSays, mayDecideSays, powerSays, sayWhen } from '../rules/say.ts'
import type { LocalLine } from '../types.ts'

const Source = ({ rule }: { rule: AnyRule }) => (
  <>
    <a href={`/rights/rules/${rule.id}`}>{rule.id}</a>: {rule.source.title}
  </>
)
const sourceColumns = [
  { says: 'Where it is written' },
  { says: 'How sure we are' },
  { says: 'Last checked' },
] as const
const sourceCells = (rule: AnyRule) => [
  <Source key="s" rule={rule} />,
  confidenceSays[rule.confidence],
  sayShortDay(rule.source.read),
]

/** What each power lets its holder decide for somebody who cannot, or for a child: with rule and source. */
export const powersPage = (): Page => ({
  title: 'Who may decide what',
  wide: true,
  body: (
    <>
      <h1>Who may decide what</h1>
      <p>
        From 16 people decide themselves. This table is for somebody who was found not able to take one
        decision, and for a child. It says what each power lets its holder decide.
      </p>
      <DataTable
        caption="Each power and what it lets decide"
        empty=""
        columns={[{ says: 'On what it rests' }, ...decidings.map(one => ({ says: decidingSays[one] }))]}
        rows={powers.map(power => ({
          key: power,
          cells: [powerSays[power], ...decidings.map(one => mayDecideSays[powerTo(power, one)])],
        }))}
      />
      <DataTable
        caption="Where that is written"
        empty=""
        columns={[{ says: 'Decision' }, { says: 'Rule' }, ...sourceColumns]}
        rows={decidings.map(one => {
          const rule = ruleOfPower(one)
          return { key: one, cells: [decidingSays[one], rule.says, ...sourceCells(rule)] }
        })}
      />
    </>
  ),
})

const said = (rule: AnyRule): string =>
  rule.says
    .replace(/^No direct payment to somebody under /, '')
    .replace(/^A direct payment does not buy this: /, '')

const datesOf = ({ from, until }: AnyRule): string =>
  from === null && until === null ? 'No day is known' : sayWhen(from, until)

/** The orders of the Schedule as dated rows, and what they do not bar. */
export const ordersPage = (): Page => ({
  title: 'Court orders that bar a direct payment',
  wide: true,
  body: (
    <>
      <h1>Court orders that bar a direct payment</h1>
      <p>
        An order bars the direct payment only. The other two ways stay open, for the whole sum: a budget that
        the NHS arranges, and one that an organisation holds.
      </p>
      <DataTable
        caption="The Schedule, row by row"
        empty=""
        columns={[{ says: 'Somebody under' }, { says: 'In force' }, ...sourceColumns]}
        rows={exclusions.map(one => {
          const rule = ruleOfExclusion(one) as AnyRule
          return { key: one, cells: [said(rule), datesOf(rule), ...sourceCells(rule)] }
        })}
      />
      <InsetText>
        <p>
          The list for education plans has been rewritten for the Sentencing Code since we read it. Rows E to
          G are in its older words. Check the list in force before you refuse a direct payment because of
          them.
        </p>
      </InsetText>
    </>
  ),
})

export type NeverShows = {
  readonly lines: readonly LocalLine[]
  readonly bodies: ReadonlyMap<string, string>
  readonly mayAdd: boolean
  readonly today: PlainDate
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done?: string | undefined
}

const Locals = ({ lines, bodies, mayAdd, today }: NeverShows) => (
  <DataTable
    caption="Lines that a board has set for itself"
    empty="No board that you belong to has set a line of its own."
    columns={[
      { says: 'What' },
      { says: 'Words we look for' },
      { says: 'In force' },
      { says: 'Who set it, and why' },
    ]}
    rows={lines.map(one => ({
      key: one.id,
      cells: [
        <>
          {one.says} <Tag means={countsOn(one, today) ? 'plain' : 'over'}>Local setting, not law</Tag>
        </>,
        one.words.join(', '),
        <>
          {sayWhen(one.from, one.until)}
          {one.endedBecause === null ? '' : `. Ended: ${one.endedBecause}`}
          {mayAdd && one.until === null ? (
            <>
              {' '}
              <a href={`/consents/never-bought/${one.id}/ending`}>
                End<span className="nhsuk-u-visually-hidden"> the line {one.says}</span>
              </a>
            </>
          ) : null}
        </>,
        `${one.by}, ${bodies.get(one.organisation) ?? ''}: ${one.because}`,
      ],
    }))}
  />
)

const Add = ({ typed, errors }: NeverShows) => (
  <>
    <h2 id="add">Add a line of your own board</h2>
    <p>
      It is a local setting and never shown as law. When a question has one of its words, a person answers and
      sees your line.
    </p>
    <Form action="/consents/never-bought" typed={typed} errors={errors}>
      <TextField name="says" label="What does the money not buy here?" />
      <TextField name="words" label="Which words should we look for?" hint="Parted by commas." />
      <DayField name="from" label="From which day?" />
      <TextField name="because" label="Who decided it, where and why?" />
      <SubmitButton>Add this line</SubmitButton>
    </Form>
  </>
)

/** What the money never buys, as dated rows, and the lines that a board has set for itself. */
export const neverPage = (shows: NeverShows): Page => ({
  title: 'What the money never buys',
  wide: true,
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  ...(shows.done ? { done: shows.done } : {}),
  body: (
    <>
      <h1>What the money never buys</h1>
      <p>
        This list is put together from several pages. It is not the national list, and we have not read that
        one. “Can I buy this?” asks it for the day of the question.
      </p>
      <DataTable
        caption="Row by row"
        empty=""
        columns={[{ says: 'What' }, { says: 'In force' }, ...sourceColumns]}
        rows={neverCodes.map(code => ({
          key: code,
          cells: [said(neverBuys[code]), datesOf(neverBuys[code]), ...sourceCells(neverBuys[code])],
        }))}
      />
      <Locals {...shows} />
      {shows.mayAdd ? <Add {...shows} /> : null}
    </>
  ),
})
