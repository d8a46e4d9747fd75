import { type PlainDate, sayDay, sayMoment } from '../../kernel/days.ts'
import { DataTable, type Happened, Tag, WhoseTurn } from '../../nhs/public.ts'
import type { HappenedRow } from '../queries/happened.ts'
import type { Standing } from '../queries/standing.ts'
import { sayHappened } from '../reference/happened.ts'
import { sayDetails } from '../rules/details.ts'
import type { NextDay } from '../rules/next-days.ts'
import { noLimit } from '../rules/say.ts'

type StripShows = {
  readonly standing: Standing
  readonly today: PlainDate
  readonly yours: boolean
}

/** Whose turn it is: who has it, since when, by when, what is awaited, and how sure that day is. */
export function Strip({ standing, today, yours }: StripShows) {
  const { turn, who, label, stage } = standing
  if (turn.whose === 'nobody')
    return <p>{nobodys[stage as keyof typeof nobodys] ?? 'Nobody has to act now.'}</p>
  return (
    <WhoseTurn
      who={who}
      since={turn.since}
      by={turn.by}
      today={today}
      will={turn.will}
      yours={yours}
      also={also(turn.by, turn.will, label)}
    />
  )
}

const nobodys = {
  refused: 'Nobody has to act now. You can ask for the decision to be looked at again.',
  withdrawn: 'This request was withdrawn. It can be made again at any time.',
  closed: 'This case is closed. Nobody has to act.',
}

function also(by: PlainDate | null, will: string, label: string | null) {
  if (by === null)
    return (
      <p>
        What is awaited: to {will}. There is {noLimit}.
      </p>
    )
  return label === null ? undefined : <p>How sure that day is: {label}.</p>
}

/** The days that lie ahead, or were missed. */
export const NextDays = ({ days, today }: { days: readonly NextDay[]; today: PlainDate }) => (
  <DataTable
    caption="Next dates"
    columns={[{ says: 'What' }, { says: 'By' }]}
    rows={days.map(({ day, says }) => ({
      key: says,
      ...(day < today ? { marked: 'overdue' as const } : {}),
      cells: [
        says,
        <>
          <time dateTime={day}>{sayDay(day)}</time> {day < today ? <Tag means="overdue">Overdue</Tag> : null}
        </>,
      ],
    }))}
    empty="No day has been set for anything yet."
  />
)

const lookSays = (row: HappenedRow): string => `Looked at: ${row.what.replaceAll('-', ' ')}`

/** The service itself has no role beside its name. */
const whoDid = ({ who, role, forCaller }: HappenedRow): string =>
  [
    who,
    ...(role === who ? [] : [role.toLowerCase()]),
    ...(forCaller ? ['for somebody who called'] : []),
  ].join(', ')

/** What the record holds, as the timeline draws it. */
export const happenings = (rows: readonly HappenedRow[], to: 'family' | 'staff'): readonly Happened[] =>
  rows.map(row => {
    const details = row.kind === 'look' ? (row.purpose ?? '') : sayDetails(row.details)
    const because = to === 'staff' && row.because !== null ? row.because.replaceAll('-', ' ') : ''
    const why = [details, because].filter(text => text !== '').join('. ')
    return {
      key: row.id,
      day: row.day,
      at: sayMoment(row.at).slice(-5),
      what: row.kind === 'look' ? lookSays(row) : sayHappened(row.what, to),
      who: whoDid(row),
      ...(why === '' ? {} : { why }),
    }
  })
