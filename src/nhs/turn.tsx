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

const Promised = ({
  yours,
  who,
  by,
  will,
}: {
  yours: boolean
  who: string
  by: PlainDate | null
  will: string
}) => {
  if (by === null) return <>No day has been set for it.</>
  const day = <time dateTime={by}>{sayDay(by)}</time>
  if (yours)
    return (
      <>
        Please {will} by {day}.
      </>
    )
  return (
    <>
      <bdi>{who}</bdi> will {will} by {day}.
    </>
  )
}

/** On every case: who has it, since when, by when, what is awaited. Overdue is said in words and by an accent. */
export function WhoseTurn({ who, since, by, today, yours = false, will = 'answer', also }: Turn) {
  const late = by === null ? 0 : Math.max(0, daysBetween(by, today))
  const look = late > 0 ? 'app-turn--overdue' : yours && 'app-turn--needs-you'
  return (
    <section className={classes('app-turn', look)} aria-label="Whose turn it is">
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
        <Promised yours={yours} who={who} by={by} will={will} />
      </p>
      {also === undefined ? null : <div className="app-turn__also">{also}</div>}
    </section>
  )
}
