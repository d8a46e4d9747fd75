import { sayShortDay } from '../../kernel/days.ts'
import { DataTable } from '../../nhs/public.ts'
import { findClock } from '../definitions.ts'
import type { Forecast } from '../rules/forecast.ts'

const height = 120
const top = 24

const WeekBar = ({ week, place, most }: { week: Forecast['weeks'][number]; place: number; most: number }) => {
  const tall = (week.count * height) / most
  const middle = `${(place + 0.5) * 12.5}%`
  return (
    <>
      <rect
        className="app-clocks__week"
        x={`${(place + 0.15) * 12.5}%`}
        width="8.75%"
        y={top + height - tall}
        height={tall}
      />
      <text className="app-clocks__count" x={middle} y={top + height - tall - 6}>
        {week.count}
      </text>
      <text className="app-clocks__name" x={middle} y={top + height + 20}>
        {place + 1}
      </text>
    </>
  )
}

const Bars = ({ forecast, says }: { forecast: Forecast; says: string }) => {
  const most = Math.max(1, ...forecast.weeks.map(week => week.count))
  return (
    <svg className="app-clocks__weeks" width="100%" height={top + height + 30} role="img" aria-label={says}>
      <line className="app-line__nought" x1="0" x2="100%" y1={top + height} y2={top + height} />
      {forecast.weeks.map((week, place) => (
        <WeekBar key={week.from} week={week} place={place} most={most} />
      ))}
    </svg>
  )
}

const clocksSaid = (count: number): string =>
  count === 1 ? '1 due day is' : `${count.toLocaleString('en-GB')} due days are`

/** How many clocks fall due in each of the next eight weeks, drawn and as a table, with what that says. */
export const ForecastOfBreaches = ({ forecast }: { forecast: Forecast }) => {
  const title = `If nothing is done, ${clocksSaid(forecast.all)} reached in the next 8 weeks`
  const says = 'Clocks that fall due in each week, counted from today'
  return (
    <figure className="app-chart app-chart--wide">
      <figcaption className="app-chart__title">{title}</figcaption>
      <p className="app-chart__words">
        {says}. This counts what is open now. It does not guess what will be done, what else will be asked
        for, or what may be paused. A clock without a known day is not in it. Those already overdue are not in
        it.
      </p>
      {forecast.all === 0 ? null : <Bars forecast={forecast} says={says} />}
      <DataTable
        caption="The same in figures"
        captionSize="s"
        columns={[
          { says: 'What is awaited' },
          ...forecast.weeks.map((week, place) => ({
            says: `${place + 1}: from ${sayShortDay(week.from)}`,
            numeric: true,
          })),
          { says: 'All', numeric: true },
        ]}
        rows={forecast.kinds.map(({ clock, counts, all }) => ({
          key: clock,
          cells: [`${findClock(clock).awaits} (${clock})`, ...counts.map(String), String(all)],
        }))}
        foot={
          forecast.kinds.length < 2
            ? []
            : [
                {
                  key: 'all',
                  cells: ['All', ...forecast.weeks.map(week => String(week.count)), String(forecast.all)],
                },
              ]
        }
        empty="Nothing falls due in the next 8 weeks."
      />
    </figure>
  )
}
