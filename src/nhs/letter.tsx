import { type PlainDate, sayDay } from '../kernel/days.ts'
import type { Html } from './model.ts'

type LetterProps = {
  readonly from: { readonly organisation: string; readonly address: readonly string[] }
  readonly to: { readonly name: string; readonly address: readonly string[] }
  readonly day: PlainDate
  readonly reference: string
  /** The first line, which says the outcome: `We have agreed part of what you asked for`. */
  readonly about: string
  /** Who decided, their role, and how to reach them: no letter goes out without a name. */
  readonly decided: { readonly name: string; readonly role: string; readonly reach: Html }
  /** Paragraphs, after "Dear ...". */
  readonly children: Html
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, place) => (
      <span key={place} className="app-letter__line">
        {line}
      </span>
    ))}
  </>
)

const Signed = ({ name, role, reach }: LetterProps['decided']) => (
  <div className="app-letter__signed">
    <p>Yours sincerely</p>
    <p>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      <span className="app-letter__line">{role}</span>
      <span className="app-letter__line">This decision was made by {name}.</span>
    </p>
    <p>How to reach us: {reach}</p>
  </div>
)

/** A letter that reads the same on screen and on paper. */
export const Letter = ({ from, to, day, reference, about, decided, children }: LetterProps) => (
  <>
    <p className="app-screen-only app-quiet">To print this letter, use Print in your browser’s menu.</p>
    <article className="app-letter">
      <header className="app-letter__head">
        <p className="app-letter__from">
          <strong>{from.organisation}</strong>
          <Lines lines={from.address} />
        </p>
        <p className="app-letter__to">
          <bdi>{to.name}</bdi>
          <Lines lines={to.address} />
        </p>
        <p className="app-letter__day">
          <time dateTime={day}>{sayDay(day)}</time>
          <span className="app-letter__line">Our reference: {reference}</span>
        </p>
      </header>
      <p>
        Dear <bdi>{to.name.split(', for ')[0]}</bdi>
      </p>
      <h1 className="nhsuk-heading-l">{about}</h1>
      {children}
      <Signed {...decided} />
    </article>
  </>
)
