import type { PlainDate } from '../../kernel/days.ts'
import { sayShortDay } from '../../kernel/days.ts'
import { type Column, DataTable, Details, EmptyState, Letter, SummaryList } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { LetterRow, NoticeShown } from '../queries.ts'
import { kindNames, type Paragraph, type StatedRule } from '../types.ts'

const RuleLine = ({ rule }: { rule: StatedRule }) => (
  <li>
    {rule.says} <span className="app-quiet">({rule.title}.</span> <strong>{rule.confidence}</strong>
    <span className="app-quiet">)</span>
  </li>
)

const Reason = ({ says, rules }: { says: string; rules: readonly StatedRule[] }) => (
  <li>
    <p>{says}</p>
    {rules.length === 0 ? null : (
      <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-font-size-16">
        {rules.map(rule => (
          <RuleLine key={rule.rule} rule={rule} />
        ))}
      </ul>
    )}
  </li>
)

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {lines.map(line => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

const columns = (names: readonly string[]): readonly Column[] => names.map(says => ({ says }))

/** One paragraph of a letter, of whatever kind. */
export const ParagraphOf = ({ of }: { of: Paragraph }) => {
  if (typeof of === 'string') return <p>{of}</p>
  if ('heading' in of) return <h2 className="nhsuk-heading-m">{of.heading}</h2>
  if ('list' in of) return <Lines lines={of.list} />
  if ('facts' in of) return <SummaryList facts={of.facts.map(([says, is]) => ({ says, is }))} />
  if ('reasons' in of)
    return (
      <ol className="nhsuk-list nhsuk-list--number">
        {of.reasons.map(reason => (
          <Reason key={reason.says} {...reason} />
        ))}
      </ol>
    )
  return (
    <DataTable
      caption={of.table.caption}
      columns={columns(of.table.columns)}
      rows={of.table.rows.map((cells, place) => ({ key: String(place), cells }))}
      empty="Nothing."
    />
  )
}

type PaperProps = {
  readonly organisation: string
  readonly to: { readonly name: string; readonly lines: readonly string[] }
  readonly day: PlainDate
  readonly reference: string
  readonly title: string
  readonly from: { readonly name: string; readonly role: string; readonly reach: string }
  readonly paragraphs: readonly Paragraph[]
}

/** A letter as it is sent, on screen and on paper: for reading one, and for seeing one before it goes. */
export const LetterPaper = ({ organisation, to, day, reference, title, from, paragraphs }: PaperProps) => (
  <Letter
    from={{ organisation, address: [] }}
    to={{ name: to.name, address: to.lines }}
    day={day}
    reference={reference}
    about={title}
    decided={from}
  >
    {paragraphs.map((paragraph, place) => (
      <ParagraphOf key={place} of={paragraph} />
    ))}
  </Letter>
)

const waySays = {
  screen: 'On screen',
  print: 'To print and post',
  mail: 'By e-mail: a link, not the letter',
} as const

/** One letter. Staff also see how it went out. */
export const letterPage = (notice: NoticeShown, { staff }: { staff: boolean }): Page => ({
  title: notice.title,
  back: `/notices?person=${notice.person_id}`,
  body: (
    <>
      <LetterPaper
        organisation={notice.organisation_name}
        to={{ name: notice.to_name, lines: notice.lines }}
        day={notice.sent_on}
        reference={notice.reference ?? notice.id.slice(0, 8)}
        title={notice.title}
        from={{ name: notice.from_name, role: notice.from_role, reach: notice.from_reach }}
        paragraphs={notice.paragraphs}
      />
      {staff ? (
        <div className="app-screen-only">
          <Details says="How this letter went out">
            <Lines
              lines={notice.deliveries.map(({ way, note }) =>
                note === null ? waySays[way] : `${waySays[way]}. ${note}`,
              )}
            />
          </Details>
        </div>
      ) : null}
    </>
  ),
})

type LettersShows = {
  /** Whom they are about, where that is one person. */
  readonly person: { readonly name: string; readonly details: readonly string[] } | null
  readonly letters: readonly LetterRow[]
}

/** A person's letters, newest first. */
export const lettersPage = ({ person, letters }: LettersShows): Page => ({
  title: 'Letters',
  ...(person ? { person } : {}),
  back: '/home',
  body: (
    <>
      <h1>Letters</h1>
      {letters.length === 0 ? (
        <EmptyState
          says="There are no letters yet."
          next="A letter comes when something is asked, decided or paid."
        />
      ) : (
        <DataTable
          caption="All letters, newest first"
          columns={columns(['Letter', 'About', 'Sent on', 'Reference'])}
          rows={letters.map(({ id, title, kind, sent_on, reference }) => ({
            key: id,
            cells: [
              <a key="title" href={`/notices/${id}`}>
                {title}
              </a>,
              kindNames[kind] ?? kind.replaceAll('-', ' '),
              sayShortDay(sent_on),
              reference ?? '',
            ],
          }))}
          empty=""
        />
      )}
    </>
  ),
})
