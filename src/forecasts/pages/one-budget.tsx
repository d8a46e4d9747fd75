import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { minus, nothing, type Pence, sayMoney } from '../../kernel/money.ts'
import {
  EmptyState,
  InsetText,
  LineChart,
  LinkButton,
  Reading,
  Select,
  SubmitButton,
  SummaryList,
  TextField,
} from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'
import {
  methodOfOne,
  type OneBudget,
  type OneForecast,
  type Point,
  rangeOfOne,
  whyNoForecastSays,
} from '../rules/one-budget.ts'

export type LineTried = { readonly key: string; readonly says: string; readonly now: string }
export type OneShows = {
  readonly reference: string
  readonly person?: Page['person']
  readonly facts: Omit<OneBudget, 'moreWeekly'>
  readonly known: readonly Point[]
  readonly forecast: OneForecast
  /** With another number of one line's units; null where nothing was tried. */
  readonly tried: { readonly weekly: Pence; readonly more: Pence; readonly forecast: OneForecast } | null
  readonly lines: readonly LineTried[]
  readonly typed: Typed
  readonly wrong: boolean
}
type Sure = Extract<OneForecast, { ok: true }>

const overOrLeft = (sum: Pence): string =>
  sum < nothing ? `${sayMoney(minus(nothing, sum))} short` : `${sayMoney(sum)} left`

/** The finding in one sentence: until when the money lasts, or what is left at the end. */
export function sayForecast({ lastsTheYear, lasts, leftAtEnd }: Sure, until: OneBudget['today']): string {
  if (!lastsTheYear && lasts !== null)
    return `At this pace the money runs out on ${sayShortDay(lasts)}. The year ends on ${sayShortDay(until)}`
  return `At this pace the money lasts the year, with ${sayMoney(leftAtEnd)} left on ${sayShortDay(until)}`
}

const factsOf = ({ over, weekly, leftAtEnd, low, high }: Sure, until: OneBudget['today']) => [
  {
    says: 'Spent a week',
    is: `${sayMoney(weekly)}, from ${sayShortDay(over.from)} to ${sayShortDay(over.until)}`,
  },
  { says: `On ${sayShortDay(until)}`, is: overOrLeft(leftAtEnd) },
  { says: 'Range', is: `From ${overOrLeft(low)} to ${overOrLeft(high)}` },
]

const None = ({ reference, forecast }: Pick<OneShows, 'reference' | 'forecast'>) =>
  forecast.ok ? null : (
    <EmptyState
      says="We cannot say yet how long the money lasts."
      next={<a href={`/bank/${reference}`}>See what is there now, and send a statement</a>}
    >
      <ul>
        {forecast.because.map(because => (
          <li key={because}>{whyNoForecastSays[because]}</li>
        ))}
      </ul>
    </EmptyState>
  )

const Method = () => (
  <>
    <h2>How we work it out</h2>
    <p>
      {methodOfOne} What the NHS pays itself, and what is kept for emergencies, is left out. {rangeOfOne}
    </p>
    <p>This is an estimate. It is not a promise, and nobody takes money away because of it.</p>
  </>
)

const Tried = ({ tried, until }: { tried: NonNullable<OneShows['tried']>; until: OneBudget['today'] }) => {
  const apart =
    tried.more < nothing
      ? `${sayMoney(minus(nothing, tried.more))} less`
      : tried.more === nothing
        ? 'the same'
        : `${sayMoney(tried.more)} more`
  return (
    <InsetText>
      <p>
        The plan would cost {sayMoney(tried.weekly)} a week: {apart}, with employer’s costs and contingency.
      </p>
      {tried.forecast.ok ? <p>{sayForecast(tried.forecast, until)}.</p> : null}
      <p>Nothing has been changed. To change it, talk to your team.</p>
    </InsetText>
  )
}

/** Asked by address, so that it can be kept and sent on; changes nothing. */
const WhatIf = ({ reference, lines, typed, wrong, tried, facts }: OneShows) =>
  lines.length === 0 || facts.year === null ? null : (
    <>
      <h2>What if there were more or less of something?</h2>
      {wrong ? (
        <InsetText>
          <p>
            <strong>Type a number, like 4 or 4.5.</strong> It must not be below zero.
          </p>
        </InsetText>
      ) : null}
      {tried === null ? null : <Tried tried={tried} until={facts.year.until} />}
      <form action={`/forecasts/${reference}`} method="get" className="app-form">
        <Select
          name="line"
          label="Of what"
          none="Choose one"
          typed={typed}
          errors={[]}
          options={lines.map(({ key, says, now }) => ({ value: key, label: `${says}: ${now} now` }))}
        />
        <TextField
          name="units"
          label="How many would there be?"
          hint="For one more night a week, type the number of nights now and one more."
          numeric
          width={5}
          typed={typed}
          errors={[]}
        />
        <SubmitButton look="second">Show what would happen</SubmitButton>
      </form>
    </>
  )

/** When the money of one budget runs out, what is left at the end of its year, and what if. */
export function oneBudgetPage(shows: OneShows): Page {
  const { reference, facts, known, forecast, tried, person } = shows
  const drawn = tried?.forecast.ok ? tried.forecast : forecast
  return {
    title: 'Forecast',
    back: `/bank/${reference}`,
    ...(person ? { person } : {}),
    body: (
      <Reading>
        <h1>How long will the money last?</h1>
        <None reference={reference} forecast={forecast} />
        {drawn.ok && facts.year !== null ? (
          <>
            <LineChart
              title={`${sayForecast(drawn, facts.year.until)}${drawn === forecast ? '' : ', if it were so'}`}
              about={`Left in the budget at the end of each month, in pounds, as on ${sayDay(facts.today)}`}
              known={known}
              expected={drawn.expected}
              empty=""
            />
            <SummaryList facts={factsOf(drawn, facts.year.until)} />
            <LinkButton href={`/forecasts/${reference}/figures`} second>
              Download the figures (CSV)
            </LinkButton>
          </>
        ) : null}
        <WhatIf {...shows} />
        <Method />
      </Reading>
    ),
  }
}
