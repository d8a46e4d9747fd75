import { type PlainDate, sayMonth } from '../kernel/days.ts'
import { larger, nothing, type Pence, sayMoney } from '../kernel/money.ts'
import { roundAbove } from './line-chart.tsx'
import { type Html, useOwnId } from './model.ts'

/** One month: what is known, or what is expected with its range; and what was agreed, as a mark across. */
export type MonthBar = {
  readonly first: PlainDate
  readonly known: Pence
  /** Drawn hatched on top of what is known; the range as a line with two ends. */
  readonly expected: { readonly sum: Pence; readonly low: Pence; readonly high: Pence } | null
  readonly agreed: Pence
}

type BarsProps = {
  /** The finding: `By 31 March 2027 we expect £1,204,000 spent of £1,310,000 agreed`. */
  readonly title: string
  /** What the bars are, with unit and period: `Spent each month, in pounds, April 2026 to March 2027`. */
  readonly about: string
  readonly months: readonly MonthBar[]
  /** The same in figures. */
  readonly children: Html
}

const height = 200
const top = 24

/** Down from the top, in pixels; the widths are shares of the drawing. */
const down = (high: bigint, sum: bigint): number =>
  top + Number(((high - (sum < 0n ? 0n : sum)) * BigInt(height)) / high)

const pounds = (sum: bigint): string => sayMoney(sum as Pence).replace(/\.00$/, '')
const short = (first: PlainDate): string => sayMonth(first).slice(0, 3)

const highest = (months: readonly MonthBar[]): bigint => {
  const all = months.flatMap(({ known, expected, agreed }) => [
    known,
    agreed,
    expected?.sum ?? nothing,
    expected?.high ?? nothing,
  ])
  return roundAbove(all.reduce((a, b) => larger(a, b), 100n as Pence))
}

type AtMonth = {
  readonly month: MonthBar
  readonly place: number
  readonly of: number
  readonly high: bigint
}

const Bar = ({ month, place, of, high, hatch }: AtMonth & { readonly hatch: string }) => {
  const [left, wide] = [((place + 0.15) * 100) / of, 70 / of]
  const mid = ((place + 0.5) * 100) / of
  const { known, expected, agreed } = month
  const at = (sum: Pence): number => down(high, sum)
  const box = (from: Pence, to: Pence) => ({
    x: `${left}%`,
    width: `${wide}%`,
    y: at(to),
    height: Math.max(0, at(from) - at(to)),
  })
  return (
    <>
      <rect className="app-months__known" {...box(nothing, known)} />
      {expected === null ? null : (
        <>
          <rect className="app-months__expected" fill={`url(#${hatch})`} {...box(known, expected.sum)} />
          <line
            className="app-months__range"
            x1={`${mid}%`}
            x2={`${mid}%`}
            y1={at(expected.low)}
            y2={at(expected.high)}
          />
        </>
      )}
      <line
        className="app-months__agreed"
        x1={`${(place * 100) / of}%`}
        x2={`${((place + 1) * 100) / of}%`}
        y1={at(agreed)}
        y2={at(agreed)}
      />
      <text
        className={place % 3 === 0 ? 'app-months__name' : 'app-months__name app-months__name--on-screen'}
        x={`${mid}%`}
        y={top + height + 20}
      >
        {short(month.first)}
      </text>
    </>
  )
}

const Scale = ({ high }: { high: bigint }) =>
  [high, high / 2n, 0n].map(mark => (
    <g key={mark.toString()}>
      <line className="app-line__grid" x1="0" x2="100%" y1={down(high, mark)} y2={down(high, mark)} />
      {mark === 0n ? null : (
        <text className="app-line__mark" x="0" y={down(high, mark) - 5}>
          {pounds(mark)}
        </text>
      )}
    </g>
  ))

const Drawing = ({ title, months, says }: Omit<BarsProps, 'children' | 'about'> & { says: string }) => {
  const id = useOwnId()
  const high = highest(months)
  return (
    <svg
      className="app-months"
      width="100%"
      height={top + height + 30}
      role="img"
      aria-labelledby={`${id}title ${id}desc`}
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}desc`}>{says}</desc>
      <pattern id={`${id}hatch`} width="6" height="6" patternUnits="userSpaceOnUse">
        <path className="app-months__hatch" d="M0 6 L6 0" />
      </pattern>
      {months.map((month, place) => (
        <Bar
          key={month.first}
          month={month}
          place={place}
          of={months.length}
          high={high}
          hatch={`${id}hatch`}
        />
      ))}
      <Scale high={high} />
    </svg>
  )
}

/** Money of each month as bars: known, expected with its range, and what was agreed. Its table is within. */
export function MonthBars({ title, about, months, children }: BarsProps) {
  const some = months.some(({ expected }) => expected !== null)
  const says =
    `${about}. Full bars are known.` +
    (some ? ' Hatched bars are expected, with their range as a line. ' : ' ') +
    'The mark across each month is what was agreed.'
  const empty = months.every(one => !one.known && !one.expected?.sum && !one.agreed)
  return (
    <figure className="app-chart app-chart--wide">
      <figcaption className="app-chart__title">{title}</figcaption>
      <p className="app-chart__words">{says}</p>
      {empty ? null : <Drawing title={title} months={months} says={says} />}
      {children}
    </figure>
  )
}
