import { daysBetween, type PlainDate, sayDay, sayShortDay } from '../kernel/days.ts'
import { classes, type Html } from './model.ts'
import { Tag } from './tag.tsx'

export type Turn = {
  /** Who has it: a name, or a team. */
  readonly who: string
  readonly since: PlainDate
  /** The day it is promised for; null where nobody has promised one, which is said. */
  readonly by: PlainDate | null
  readonly today: PlainDate
  /** It is the reader's own turn. */
  readonly yours?: boolean | undefined
  /** What is awaited, after "will": `answer`, `send the assessment`. */
  readonly will?: string | undefined
  /** More, such as what to do if nothing comes. */
  readonly also?: Html | undefined
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** As it stands at the head of a sentence: 'A team leader of Millbrook'. */
const began = (who: string): string => `${who.slice(0, 1).toUpperCase()}${who.slice(1)}`

type PromisedProps = { yours: boolean; who: string; by: PlainDate | null; will: string; late: boolean }

/** What is awaited by when; once the day is past, what was. */
const Promised = ({ yours, who, by, will, late }: PromisedProps) => {
  if (by === null) return <>No day has been set for it.</>
  const day = <time dateTime={by}>{sayDay(by)}</time>
  if (yours)
    return late ? (
      <>
        You were asked to {will} by {day}.
      </>
    ) : (
      <>
        Please {will} by {day}.
      </>
    )
  return (
    <>
      <bdi>{began(who)}</bdi> {late ? 'was to' : 'will'} {will} by {day}.
    </>
  )
}

/** On every case: who has it, since when, by when, what is awaited. Overdue is said in words and colour. */
export function WhoseTurn({ who, since, by, today, yours = false, will = 'answer', also }: Turn) {
  const late = by === null ? 0 : Math.max(0, daysBetween(by, today))
  const look = late > 0 ? 'app-turn--overdue' : yours && 'app-turn--needs-you'
  return (
    <div className={classes('app-turn', look)}>
      <p className="app-turn__tag">
        {yours ? <Tag means="needs-you">Needs you</Tag> : null}{' '}
        {late > 0 ? <Tag means="overdue">{`Overdue by ${days(late)}`}</Tag> : null}
      </p>
      <p className="app-turn__says">
        {yours ? (
          'It has been your turn'
        ) : (
          <>
            With <bdi>{who}</bdi>
          </>
        )}{' '}
        since <time dateTime={since}>{sayShortDay(since)}</time>.{' '}
        <Promised yours={yours} who={who} by={by} will={will} late={late > 0} />
      </p>
      {also === undefined ? null : <div className="app-turn__also">{also}</div>}
    </div>
  )
}
