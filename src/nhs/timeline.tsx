import { type PlainDate, sayDay } from '../kernel/days.ts'
import type { Html } from './model.ts'
import { type Meaning, Tag } from './tag.tsx'

export type Happened = {
  readonly key: string
  readonly day: PlainDate
  /** The time of day where it matters: `09:12`. */
  readonly at?: string | undefined
  readonly what: Html
  readonly who: string
  readonly why?: Html | undefined
  readonly href?: string | undefined
  readonly tag?: { readonly says: string; readonly means: Meaning } | undefined
}

/** Runs of the same day, in the order they were given. */
function byDay(happened: readonly Happened[]): readonly (readonly [PlainDate, readonly Happened[]])[] {
  const days = new Map<PlainDate, Happened[]>()
  for (const one of happened) days.set(one.day, [...(days.get(one.day) ?? []), one])
  return [...days]
}

const What = ({ what, href }: Happened) =>
  href === undefined ? <strong>{what}</strong> : <a href={href}>{what}</a>

const One = (one: Happened) => (
  <li className="app-timeline__item">
    <p className="app-timeline__what">
      <What {...one} /> {one.tag === undefined ? null : <Tag means={one.tag.means}>{one.tag.says}</Tag>}
    </p>
    <p className="app-timeline__who">
      <bdi>{one.who}</bdi>
      {one.at === undefined ? null : `, at ${one.at}`}
    </p>
    {one.why === undefined ? null : <div className="app-timeline__why">{one.why}</div>}
  </li>
)

type TimelineProps = {
  /** In the order to be shown, newest first as a rule. */
  readonly happened: readonly Happened[]
  readonly empty: string
  /** What the law keeps back from this reader, said so. */
  readonly keptBack?: string | undefined
}

/** What happened, by day: what, who, when and why. Prints as it stands. */
export const Timeline = ({ happened, empty, keptBack }: TimelineProps) => (
  <>
    {happened.length === 0 ? <p>{empty}</p> : null}
    <ol className="app-timeline">
      {byDay(happened).map(([day, those]) => (
        <li key={day} className="app-timeline__day">
          <h3 className="app-timeline__heading">
            <time dateTime={day}>{sayDay(day)}</time>
          </h3>
          <ul className="app-timeline__items">
            {those.map(one => (
              <One {...one} key={one.key} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
    {keptBack === undefined ? null : <p className="app-quiet">{keptBack}</p>}
  </>
)
