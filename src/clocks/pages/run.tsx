import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { Tag } from '../../nhs/public.ts'
import { findClock, sayStanding } from '../definitions.ts'
import { sayStand, standOfRun } from '../rules/standing.ts'
import type { ClockRun } from '../source.ts'

const means = {
  waiting: 'waiting',
  'due-today': 'needs-you',
  overdue: 'overdue',
  'met-in-time': 'good',
  'met-late': 'plain',
  met: 'good',
  dropped: 'over',
  'no-day': 'plain',
} as const

type Of = { readonly run: ClockRun; readonly today: PlainDate }

/** How a clock stands, as a tag. */
export const StandTag = ({ run, today }: Of) => (
  <Tag means={means[standOfRun(run, today)]}>{sayStand(run, today)}</Tag>
)

/** By when, and where a pause counted, by when it would have been without it. */
export const Due = ({ run, whole = false }: { readonly run: ClockRun; readonly whole?: boolean }) => {
  const { due_on: due, paused_due_on: by } = run
  const say = whole ? sayDay : sayShortDay
  if (by === null) return <>No day is known, so none is promised</>
  return (
    <>
      <time dateTime={by}>{say(by)}</time>
      {due !== null && due !== by ? (
        <span className="app-table__about">Without the pauses: {say(due)}</span>
      ) : null}
    </>
  )
}

/** Since when: from the day, or from birth where an age is waited for. */
export const sayStarted = ({ clock, started_on: start }: ClockRun): string =>
  findClock(clock).limit?.unit === 'years-of-age' ? 'Birth' : sayShortDay(start)

/** What has to be said of a day that is not a limit in law; nothing where the rule says all. */
export const Standing = ({ run }: { readonly run: ClockRun }) => {
  const said = sayStanding(findClock(run.clock))
  return said === null ? null : <span className="app-table__about">{said}</span>
}
