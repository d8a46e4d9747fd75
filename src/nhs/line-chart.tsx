import { daysBetween, type PlainDate, sayShortDay } from '../kernel/days.ts'
import { larger, nothing, type Pence, sayMoney, smaller } from '../kernel/money.ts'
import { type Html, useOwnId } from './model.ts'
import { Money } from './money-table.tsx'
import { DataTable } from './tables.tsx'

export type Point = { readonly day: PlainDate; readonly sum: Pence }

type LineProps = {
  /** The finding: `At this pace the money lasts until 3 March 2027`. */
  readonly title: string
  /** What the line is, with its unit: `Left in the budget, pounds, at the end of each month`. */
  readonly about: string
  /** What has been; at least two points make a line. */
  readonly known: readonly Point[]
  /** What is expected from the last known point on: drawn dashed, called so in the table. */
  readonly expected?: readonly Point[] | undefined
  readonly empty: Html
}

type Scale = { readonly first: PlainDate; readonly days: number; readonly low: bigint; readonly high: bigint }

const steps = [1n, 2n, 5n]

/** The smallest of 1, 2, 5, 10, 20 ... pounds that is no less than the sum: a round top for the scale. */
export function roundAbove(sum: bigint): bigint {
  for (let ten = 100n; ; ten *= 10n) {
    const found = steps.find(step => step * ten >= sum)
    if (found !== undefined) return found * ten
  }
}

function scaleOf(points: readonly Point[]): Scale {
  const days = points.map(point => point.day).sort()
  const sums = points.map(point => point.sum)
  const first = days[0] ?? ('2026-01-01' as PlainDate)
  const low = sums.reduce((a, b) => smaller(a, b), nothing)
  const high = sums.reduce((a, b) => larger(a, b), nothing)
  return {
    first,
    days: Math.max(1, daysBetween(first, days.at(-1) ?? first)),
    low: low < 0n ? -roundAbove(-low) : 0n,
    high: high > 0n ? roundAbove(high) : 100n,
  }
}

/** Across and down in thousandths of the drawing. */
const across = (scale: Scale, day: PlainDate): number => (daysBetween(scale.first, day) * 1000) / scale.days
const down = (scale: Scale, sum: bigint): number =>
  Number(((scale.high - sum) * 1000n) / (scale.high - scale.low))

const pathOf = (scale: Scale, points: readonly Point[]): string =>
  points.map(point => `${across(scale, point.day).toFixed(1)},${down(scale, point.sum).toFixed(1)}`).join(' ')

const height = 220

const pounds = (sum: bigint): string => sayMoney(sum as Pence).replace(/\.00$/, '')

const Grid = ({ scale }: { scale: Scale }) => {
  // The lowest mark only where there is room for its words below nought.
  const deep = -scale.low * 8n > scale.high - scale.low
  const marks = [scale.high, scale.high / 2n, 0n, ...(deep ? [scale.low] : [])]
  return (
    <>
      {marks.map(mark => {
        const y = 20 + (down(scale, mark) * height) / 1000
        return (
          <g key={mark.toString()}>
            <line
              className={mark === 0n ? 'app-line__nought' : 'app-line__grid'}
              x1="0"
              x2="100%"
              y1={y}
              y2={y}
            />
            <text className="app-line__mark" x="0" y={y - 5}>
              {pounds(mark)}
            </text>
          </g>
        )
      })}
    </>
  )
}

type Drawn = { scale: Scale; known: readonly Point[]; expected: readonly Point[] }

/** Lines are drawn on a thousand by a thousand and stretched; words are outside and stay their size. */
const Lines = ({ scale, known, expected }: Drawn) => (
  <svg
    x="0"
    y="20"
    width="100%"
    height={height}
    viewBox="0 0 1000 1000"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <polyline className="app-line__known" points={pathOf(scale, known)} vectorEffect="non-scaling-stroke" />
    {expected.length === 0 ? null : (
      <polyline
        className="app-line__expected"
        points={pathOf(scale, [...known.slice(-1), ...expected])}
        vectorEffect="non-scaling-stroke"
      />
    )}
  </svg>
)

/** The last figure that is known, said at its place. */
function Latest({ scale, point }: { scale: Scale; point: Point }) {
  const x = across(scale, point.day) / 10
  const y = 20 + (down(scale, point.sum) * height) / 1000
  const side = x > 60 ? 'app-line__latest app-line__latest--left' : 'app-line__latest'
  return (
    <>
      <circle className="app-line__dot" cx={`${x}%`} cy={y} r="6" />
      <text className={side} x={`${x}%`} y={y - 14}>
        {sayMoney(point.sum)}
      </text>
    </>
  )
}

const Ends = ({ first, last }: { first: Point; last: Point }) => (
  <>
    <text className="app-line__day" x="0" y={height + 44}>
      {sayShortDay(first.day)}
    </text>
    <text className="app-line__day app-line__day--last" x="100%" y={height + 44}>
      {sayShortDay(last.day)}
    </text>
  </>
)

type DrawingProps = Omit<Drawn, 'scale'> & { readonly title: string; readonly says: string }

function Drawing({ known, expected, title, says }: DrawingProps) {
  const id = useOwnId()
  const all = [...known, ...expected]
  const scale = scaleOf(all)
  const [first, last, latest] = [all[0], all.at(-1), known.at(-1)]
  return (
    <svg
      className="app-line"
      width="100%"
      height={height + 52}
      role="img"
      aria-labelledby={`${id}title ${id}desc`}
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}desc`}>{says}</desc>
      <Lines scale={scale} known={known} expected={expected} />
      <Grid scale={scale} />
      {latest ? <Latest scale={scale} point={latest} /> : null}
      {first && last ? <Ends first={first} last={last} /> : null}
    </svg>
  )
}

const rowOf = ({ day, sum }: Point, kind: string) => ({
  key: `${kind}${day}`,
  cells: [
    <time key={day} dateTime={day}>{`${sayShortDay(day)}${kind}`}</time>,
    <Money key="sum" sum={sum} />,
  ],
})

/** Money over time as a line, what is expected dashed, with its table. */
export function LineChart({ title, about, known, expected = [], empty }: LineProps) {
  const rows = [
    ...known.map(point => rowOf(point, '')),
    ...expected.map(point => rowOf(point, ' (expected)')),
  ]
  const says = expected.length === 0 ? `${about}.` : `${about}. The dashed part is what we expect.`
  const columns = [{ says: 'On' }, { says: 'Pounds', numeric: true }]
  return (
    <figure className="app-chart">
      <figcaption className="app-chart__title">{title}</figcaption>
      <p className="app-chart__words">{says}</p>
      {rows.length < 2 ? null : <Drawing known={known} expected={expected} title={title} says={says} />}
      <DataTable caption="The same in figures" captionSize="s" columns={columns} rows={rows} empty={empty} />
    </figure>
  )
}
