import type { Bar, Stretch } from '../rules/drawing.ts'

/** The drawing's own measures; its text keeps its size because it is never made narrower than this. */
export const wide = 960
export const trackHigh = 36
const barHigh = 14
const barTop = 18

const x = (share: number): number => Math.round(share * wide * 10) / 10

const box = ({ from, until }: Stretch) => ({ x: x(from), width: Math.max(2, x(until) - x(from)) })

/** A tick in a ring: it was done. A cross: it is no longer needed. */
const Mark = ({ at, y, kind }: { at: number; y: number; kind: 'met' | 'dropped' }) => {
  const [cx, cy] = [Math.min(wide - 8, Math.max(8, x(at))), y + barTop + barHigh / 2]
  return (
    <>
      <circle className="app-clocks__ring" cx={cx} cy={cy} r="7.5" />
      <path
        className="app-clocks__mark"
        d={
          kind === 'met'
            ? `M${cx - 3.5} ${cy} l2.5 3 l4.5 -6`
            : `M${cx - 3} ${cy - 3} l6 6 M${cx + 3} ${cy - 3} l-6 6`
        }
      />
    </>
  )
}

// A label near the right end is written towards the left.
const endsAt = 0.8

const Label = ({ bar, y }: { bar: Bar; y: number }) => {
  const late = bar.overdue !== null
  const atEnd = bar.waits.from > endsAt
  return (
    <text
      className={late ? 'app-clocks__label app-clocks__label--late' : 'app-clocks__label'}
      x={atEnd ? x(Math.max(bar.waits.until, bar.overdue?.until ?? 0)) : x(bar.waits.from)}
      y={y + 13}
      textAnchor={atEnd ? 'end' : 'start'}
    >
      {bar.label}
    </text>
  )
}

type BarProps = { readonly bar: Bar; readonly y: number; readonly patterns: string }

/** One run: its wait, what paused it, how long it was late, and the mark of its end. */
export const BarMarks = ({ bar, y: top, patterns }: BarProps) => {
  const y = top + bar.track * trackHigh
  const at = { y: y + barTop, height: barHigh }
  return (
    <g>
      <Label bar={bar} y={y} />
      <rect
        className={bar.stand === 'no-day' ? 'app-clocks__open' : 'app-clocks__waits'}
        {...box(bar.waits)}
        {...at}
      />
      {bar.pauses.map(pause => (
        <g key={pause.from}>
          <rect className="app-clocks__paused" {...box(pause)} {...at} />
          <rect fill={`url(#${patterns}paused)`} {...box(pause)} {...at} />
        </g>
      ))}
      {bar.overdue === null ? null : (
        <>
          <rect
            className="app-clocks__overdue"
            {...box(bar.overdue)}
            y={y + barTop - 1}
            height={barHigh + 5}
          />
          <rect
            fill={`url(#${patterns}overdue)`}
            {...box(bar.overdue)}
            y={y + barTop - 1}
            height={barHigh + 5}
          />
        </>
      )}
      {bar.met === null ? null : <Mark at={bar.met} y={y} kind="met" />}
      {bar.dropped === null ? null : <Mark at={bar.dropped} y={y} kind="dropped" />}
    </g>
  )
}

export const Patterns = ({ name }: { name: string }) => (
  <defs>
    <pattern id={`${name}paused`} width="6" height="6" patternUnits="userSpaceOnUse">
      <path className="app-clocks__hatch" d="M0 6 L6 0" />
    </pattern>
    <pattern id={`${name}overdue`} width="7" height="7" patternUnits="userSpaceOnUse">
      <path className="app-clocks__teeth" d="M2 0 V7" />
    </pattern>
  </defs>
)
