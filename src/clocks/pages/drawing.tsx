import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { findClock, sayStanding } from '../definitions.ts'
import type { RunShown } from '../queries/runs.ts'
import { barsOf, type Drawing, type DrawnRow } from '../rules/drawing.ts'
import { regimeNames, regimeOf } from '../rules/regime.ts'
import { sayWhose } from '../rules/standing.ts'
import { BarMarks, Patterns, trackHigh, wide } from './drawing-marks.tsx'
import { type PersonShows, titleOf } from './person.tsx'
import { Due, StandTag, sayStarted } from './run.tsx'

const laneHigh = 34
const rowHigh = 24
const head = 44

type Placed = { readonly y: number; readonly row: DrawnRow | null; readonly says: string }

/** Where each lane's name and each row stands, from the top; and how tall all of it is. */
function placed({ lanes }: Drawing): { readonly parts: readonly Placed[]; readonly high: number } {
  const parts: Placed[] = []
  let y = head
  for (const lane of lanes) {
    parts.push({ y, row: null, says: regimeNames[lane.regime] })
    y += laneHigh
    for (const row of lane.rows) {
      parts.push({ y, row, says: row.says })
      y += rowHigh + row.tracks * trackHigh
    }
  }
  return { parts, high: y + 12 }
}

const Grid = ({ drawn, high }: { drawn: Drawing; high: number }) => (
  <>
    {drawn.years.map(({ year, at }) => (
      <g key={year}>
        <line className="app-line__grid" x1={at * wide} x2={at * wide} y1="0" y2={high} />
        <text className="app-clocks__year" x={at * wide + 4} y="16">
          {year}
        </text>
      </g>
    ))}
    {drawn.today === null ? null : (
      <>
        <line
          className="app-clocks__today"
          x1={drawn.today * wide}
          x2={drawn.today * wide}
          y1="24"
          y2={high}
        />
        <text className="app-clocks__now" x={drawn.today * wide + 4} y="36">
          Today
        </text>
      </>
    )}
  </>
)

const saySpan = ({ span }: Drawing): string => `${sayShortDay(span.from)} to ${sayShortDay(span.until)}`

// The page has one drawing, so its parts may be named outright.
const patterns = 'clocks-'

/** The clocks of one person over some years, as lanes of bars. Its box scrolls where it is too narrow. */
export const ClocksDrawn = ({ drawn, title }: { drawn: Drawing; title: string }) => {
  const { parts, high } = placed(drawn)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="app-clocks__box" tabIndex={0} aria-label={`${title}, drawn. Scrolls sideways`}>
      <svg
        className="app-clocks"
        viewBox={`0 0 ${wide} ${high}`}
        width={wide}
        height={high}
        role="img"
        aria-label={`${title}, ${saySpan(drawn)}. The table below says the same.`}
      >
        <Patterns name={patterns} />
        <Grid drawn={drawn} high={high} />
        {parts.map(({ y, row, says }) =>
          row === null ? (
            <text key={says} className="app-clocks__lane" x="0" y={y + 24}>
              {says}
            </text>
          ) : (
            <g key={row.clock}>
              <text className="app-clocks__row" x="0" y={y + 17}>
                {says} ({row.clock})
              </text>
              {row.bars.map(bar => (
                <BarMarks key={bar.number} bar={bar} y={y + rowHigh - 4} patterns={patterns} />
              ))}
            </g>
          ),
        )}
      </svg>
    </section>
  )
}

const Key = () => (
  <ul>
    <li>A full bar runs from the start until the day it is due. A bar with only an edge has no known day.</li>
    <li>Slanting lines across a bar are a pause that counts.</li>
    <li>A taller part with upright lines, with its days in words, is what ran over.</li>
    <li>A tick in a ring is when it was done. A cross in a ring is when it was no longer needed.</li>
  </ul>
)

type Shows = Pick<PersonShows, 'person' | 'name' | 'strip' | 'staff' | 'today'> & {
  readonly drawn: Drawing<RunShown>
  readonly back: number
}

const Table = ({ drawn, today, staff }: Shows) => (
  <DataTable
    caption="The same in words"
    columns={[
      { says: 'Number' },
      { says: 'What is awaited' },
      { says: 'Whose turn' },
      { says: 'Since' },
      { says: 'Due' },
      { says: 'Ended' },
      { says: 'How it stands' },
    ]}
    rows={barsOf(drawn).map(({ number, run }) => {
      const clock = findClock(run.clock)
      const on = run.met_on ?? run.dropped_on
      return {
        key: String(number),
        cells: [
          String(number),
          <span key="what">
            <a href={run.href}>{clock.awaits}</a>
            <span className="app-table__about">
              {regimeNames[regimeOf(run.clock)]}, <a href={`/rights/rules/${run.clock}`}>{run.clock}</a>
            </span>
          </span>,
          sayWhose(clock.turn, staff ? 'staff' : 'family'),
          sayStarted(run),
          <Due key="due" run={run} />,
          on === null ? '' : sayShortDay(on),
          <span key="stands">
            <StandTag run={run} today={today} />
            <span className="app-table__about">{sayStanding(clock)}</span>
          </span>,
        ],
      }
    })}
    empty="No clock ran in these years."
  />
)

const Years = ({ person, back }: Shows) => {
  const at = (years: number): string =>
    years === 0 ? `/clocks/people/${person}/drawing` : `/clocks/people/${person}/drawing?back=${years}`
  return (
    <p>
      <a href={at(back + 1)}>A year earlier</a>
      {back === 0 ? null : (
        <>
          {' or '}
          <a href={at(back - 1)}>a year later</a>
        </>
      )}
      {'. '}
      <a href={`/clocks/people/${person}/export`}>Save all of them as a table (CSV)</a>.
    </p>
  )
}

/** All clocks of one person over three years on one page: drawn, explained, and the same in words. */
export function drawingPage(shows: Shows): Page {
  const { drawn } = shows
  const title = titleOf(shows)
  return {
    title: `${title}, drawn`,
    person: shows.strip,
    back: `/clocks/people/${shows.person}`,
    wide: true,
    body: (
      <>
        <h1>
          <bdi>{title}</bdi>, drawn
        </h1>
        <p>
          {saySpan(drawn)}. {drawn.lanes.some(late) ? <Tag means="overdue">Something is overdue</Tag> : null}
        </p>
        <Years {...shows} />
        {drawn.lanes.length === 0 ? null : (
          <>
            <ClocksDrawn drawn={drawn} title={title} />
            <p className="nhsuk-hint">On a narrow screen, move the drawing sideways.</p>
            <Key />
          </>
        )}
        <Table {...shows} />
      </>
    ),
  }
}

const late = ({ rows }: Drawing['lanes'][number]): boolean =>
  rows.some(row => row.bars.some(bar => bar.stand === 'overdue'))
