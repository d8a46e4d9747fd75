import { larger, minus, nothing, type Pence, plus, sayMoney } from '../kernel/money.ts'
import { classes, type Html, useOwnId } from './model.ts'
import { MoneyTable } from './money-table.tsx'

type BarProps = {
  /** The finding, not the subject: `A third of the year’s money is left, with half the year to go`. */
  readonly title: string
  /** The period and the day: `1 April 2026 to 31 March 2027, as on 14 July 2026`. */
  readonly period: string
  readonly agreed: Pence
  readonly spent: Pence
  readonly promised: Pence
}

type Part = { readonly look: string; readonly says: string; readonly sum: Pence }

/** What the bar is cut into. Left is what is agreed less spent and promised; below nought it is "over". */
function partsOf({ agreed, spent, promised }: BarProps): readonly Part[] {
  const left = minus(agreed, plus(spent, promised))
  const parts = [
    { look: 'spent', says: 'Spent', sum: spent },
    { look: 'promised', says: 'Promised', sum: promised },
    { look: 'left', says: 'Left', sum: larger(left, nothing) },
  ]
  return parts.filter(part => part.sum > 0n)
}

/** Hundredths of a per cent, so that the drawing needs no float of the money. */
const share = (of: bigint, all: bigint): number => (all <= 0n ? 0 : Number((of * 10_000n) / all) / 100)

/** Shares of the bar from which a part's name fits into it: on a screen, and on a phone. */
const fits = { screen: 14, phone: 30 }

const Segment = ({ part, from, width }: { part: Part; from: number; width: number }) => (
  <>
    <rect className={`app-bar__${part.look}`} x={`${from}%`} y="6" width={`${width}%`} height="44" />
    {width < fits.screen ? null : (
      <text
        className={classes(
          'app-bar__label',
          `app-bar__label--${part.look}`,
          width < fits.phone && 'app-bar__label--on-screen',
        )}
        x={`${from}%`}
        dx="14"
        y="33"
      >
        {part.says}
      </text>
    )}
  </>
)

const Limit = ({ at }: { at: number }) => (
  <rect className="app-bar__limit" x={`${Math.min(at, 99.2)}%`} y="0" width="4" height="56" />
)

/** Every part from where the one before ends; the scale is what is agreed, or all of it if that is more. */
function Bar({ bar }: { bar: BarProps }) {
  const id = useOwnId()
  const parts = partsOf(bar)
  const all = larger(bar.agreed, plus(bar.spent, bar.promised))
  let from = 0
  return (
    <svg className="app-bar" width="100%" height="56" role="img" aria-labelledby={`${id}title ${id}desc`}>
      <title id={`${id}title`}>{bar.title}</title>
      <desc id={`${id}desc`}>{inWords(bar)}</desc>
      {parts.map(part => {
        const start = from
        from += share(part.sum, all)
        return <Segment key={part.look} part={part} from={start} width={share(part.sum, all)} />
      })}
      {all > bar.agreed ? <Limit at={share(bar.agreed, all)} /> : null}
    </svg>
  )
}

const inWords = ({ agreed, spent, promised }: BarProps): string => {
  const left = minus(agreed, plus(spent, promised))
  const rest = promised > 0n ? 'left after that' : 'left'
  const end = left < 0n ? `${sayMoney(minus(nothing, left))} more than agreed` : `${sayMoney(left)} ${rest}`
  return `${sayMoney(agreed)} agreed, ${sayMoney(spent)} spent, ${sayMoney(promised)} promised, ${end}.`
}

const Key = ({ look, says }: { look: string; says: string }): Html => (
  <>
    <span className={`app-bar__key app-bar__key--${look}`} aria-hidden="true" /> {says}
  </>
)

/** The table below the bar, with the same figures to the penny. */
function BarTable({ bar }: { bar: BarProps }) {
  const left = minus(bar.agreed, plus(bar.spent, bar.promised))
  const rows = [
    { key: 'agreed', says: 'Agreed', sums: [bar.agreed] },
    { key: 'spent', says: <Key look="spent" says="Spent" />, sums: [bar.spent] },
    {
      key: 'promised',
      says: <Key look="promised" says="Promised: arranged, not yet paid" />,
      sums: [bar.promised],
    },
    left < 0n
      ? { key: 'over', says: 'More than agreed', sums: [minus(nothing, left)] }
      : {
          key: 'left',
          says: <Key look="left" says={bar.promised > 0n ? 'Left after that' : 'Left'} />,
          sums: [left],
        },
  ]
  return (
    <MoneyTable
      caption={`The same in figures, ${bar.period}`}
      captionSize="s"
      what="Money"
      columns={['Pounds']}
      rows={rows}
      empty=""
    />
  )
}

/** Agreed, spent, promised and left as one bar, with its table. Needs no script and no colour to be read. */
export const BarOfMoney = (bar: BarProps) => (
  <figure className="app-chart">
    <figcaption className="app-chart__title">{bar.title}</figcaption>
    <p className="app-chart__words">{inWords(bar)}</p>
    <Bar bar={bar} />
    <BarTable bar={bar} />
  </figure>
)
