import { type Moment, type PlainDate, sayMoment, sayMonth, sayShortDay } from '../../kernel/days.ts'
import { type Pence, plus, sayMoney } from '../../kernel/money.ts'
import { EmptyState, LinkButton, MoneyTable, MonthBars, TabLinks } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { type BookForecast, type BookMonth, methodOfBook, rangeOfBook, whyNoBookSays } from '../rules/book.ts'

export type BookShows = {
  readonly today: PlainDate
  readonly from: PlainDate
  readonly until: PlainDate
  readonly months: readonly BookMonth[]
  readonly forecast: BookForecast
  /** When it was worked out, where that was not for this page. */
  readonly workedAt: Moment | null
  readonly year: number
  /** The years that may be looked at, each by the year it begins. */
  readonly years: readonly number[]
}

const share = (parts: bigint): string =>
  `${parts / 100n}.${(parts % 100n).toString().padStart(2, '0').slice(0, 1)} %`
const all = (months: readonly BookMonth[], of: (one: BookMonth) => Pence): Pence => plus(...months.map(of))
export const agreedOf = (one: BookMonth): Pence => plus(one.agreedOut, one.notional)

const titleOf = ({ forecast, months, until }: BookShows): string => {
  const agreed = sayMoney(all(months, agreedOf))
  return forecast.ok
    ? `By ${sayShortDay(until)} we expect ${sayMoney(forecast.total.sum)} spent of ${agreed} agreed`
    : `${sayMoney(all(months, one => one.spent))} is shown as spent of ${agreed} agreed so far`
}

const monthName = (first: PlainDate): string => sayMonth(first).replace(/ \d+$/, '')

const SoFar = ({ months, from, until }: BookShows) => (
  <MoneyTable
    caption={`So far, in pounds, ${sayShortDay(from)} to ${sayShortDay(until)}`}
    captionSize="s"
    what="Month"
    columns={['Agreed', 'Paid', 'Spent', 'Committed']}
    rows={months.map(month => ({
      key: month.first,
      says: monthName(month.first),
      sums: [agreedOf(month), month.paid, month.spent, month.committed],
    }))}
    total="The year"
    empty="No agreement is in force in this year."
  />
)

const Expected = ({ forecast, from, until }: BookShows) =>
  forecast.ok ? (
    <MoneyTable
      caption={`Forecast of what is spent, in pounds, ${sayShortDay(from)} to ${sayShortDay(until)}`}
      captionSize="s"
      what="Month"
      columns={['Forecast', 'At least', 'At most']}
      rows={forecast.months.map(({ first, forecast: { sum, low, high } }) => ({
        key: first,
        says: monthName(first),
        sums: [sum, low, high],
      }))}
      total="The year"
      empty=""
    />
  ) : null

const barsOf = ({ months, forecast }: BookShows) =>
  months.map((month, place) => ({
    first: month.first,
    known: month.spent,
    expected: forecast.ok ? (forecast.months[place]?.forecast ?? null) : null,
    agreed: agreedOf(month),
  }))

const How = ({ forecast }: Pick<BookShows, 'forecast'>) => (
  <>
    <h2>How it was worked out</h2>
    <p>
      {methodOfBook} {rangeOfBook}
    </p>
    {forecast.ok ? (
      <ul>
        <li>
          Of agreed money {share(forecast.share)} was spent; the range is {share(forecast.low)} to{' '}
          {share(forecast.high)}.
        </li>
        <li>Statements speak for {share(forecast.shownShare)} of the agreed money of those three months.</li>
        <li>What the NHS pays itself (notional budgets) is expected as agreed.</li>
      </ul>
    ) : null}
    <ul>
      <li>Agreed: agreements signed by both sides, day by day, a week’s money for seven days.</li>
      <li>Paid: released payments by the day they leave, without those that came back.</li>
      <li>Spent: as statements show so far. Committed: what is agreed for the days after today.</li>
    </ul>
  </>
)

/** The whole book of a body for a financial year: agreed, paid, spent, committed, and the forecast. */
export const bookPage = (shows: BookShows): Page => ({
  title: 'Forecast',
  wide: true,
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">Forecasts</span> Forecast for all budgets, as on{' '}
        {sayShortDay(shows.today)}
      </h1>
      <TabLinks
        name="Which year"
        tabs={shows.years.map(year => ({
          href: `/forecasts?year=${year}`,
          says: `${year} to ${year + 1}`,
          current: shows.from.startsWith(String(year)),
        }))}
      />
      {shows.workedAt === null ? null : (
        <p>
          Worked out on {sayMoment(shows.workedAt)}.{' '}
          <a href={`/forecasts?year=${shows.year}&now=yes`}>Work it out again now</a>
        </p>
      )}
      {shows.forecast.ok ? null : (
        <EmptyState says="We do not forecast: there is too little to go by.">
          <ul>
            {shows.forecast.because.map(because => (
              <li key={because}>{whyNoBookSays[because]}</li>
            ))}
          </ul>
        </EmptyState>
      )}
      <MonthBars
        title={titleOf(shows)}
        about={`Spent each month, in pounds, ${sayMonth(shows.from)} to ${sayMonth(shows.until)}`}
        months={barsOf(shows)}
      >
        <SoFar {...shows} />
        <Expected {...shows} />
      </MonthBars>
      <LinkButton href={`/forecasts/figures?year=${shows.from.slice(0, 4)}`} second>
        Download the figures (CSV)
      </LinkButton>
      <How forecast={shows.forecast} />
    </>
  ),
})
