import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type AccountName, sayAccount } from '../../ledger/public.ts'
import { strandNames } from '../../needs/public.ts'
import {
  Choice,
  EmptyState,
  Form,
  HiddenFields,
  InsetText,
  MoneyTable,
  Reading,
  SubmitButton,
  TextArea,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Corrected } from '../actions/correct-shares.ts'
import type { Letter } from '../letters.ts'
import type { Correction, Moved } from '../rules/corrections.ts'

type Shows = {
  readonly reference: string
  readonly person: NonNullable<Page['person']>
  readonly corrections: readonly Correction[]
  readonly moved: readonly (Moved & { readonly name: string })[]
}

const days = ({ period }: Pick<Moved, 'period'>): string =>
  `${sayShortDay(period.from)} to ${sayShortDay(period.until)}`

/** The moved sums by funder and period, and the recharges that were issued; together they come to nought. */
export const MovedSums = ({ moved, corrections }: Pick<Shows, 'moved' | 'corrections'>) => (
  <>
    <MoneyTable
      caption="What moves, by funder and period"
      what="Funder"
      columns={['Charged', 'With the new shares', 'Moves']}
      rows={moved.map(one => ({
        key: `${one.statement ?? one.body} ${one.period.from}`,
        says: one.name,
        about: one.number === null ? days(one) : `Recharge statement ${one.number}, ${days(one)}`,
        sums: [one.before, one.after, one.moved],
      }))}
      empty="Nothing moves: no statement was made for these days, or its sums stay as they are."
    />
    {moved.length === 0 ? null : (
      <>
        <p>What moves comes to nothing in all. What the person gets does not change.</p>
        <h2>Recharges already issued</h2>
        <ul>
          {corrections.map(({ issued, leftOut }) => (
            <li key={issued.statement}>
              <a href={`/funding/statements/${issued.statement}`}>Statement {issued.number}</a>
              {leftOut.length === 0 ? '.' : `. Left as it is, for it is in dispute: ${leftOut.join(', ')}.`}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

const sayToCorrect = (many: number): string =>
  `${many === 1 ? '1 statement was' : `${many} statements were`} made before the shares changed.`

/** That statements do not follow the shares yet, and where they are corrected. */
export const ToCorrect = ({ reference, toCorrect }: { reference: string; toCorrect: number }) =>
  toCorrect === 0 ? null : (
    <InsetText>
      <p>
        {sayToCorrect(toCorrect)}{' '}
        <a href={`/funding/${reference}/corrections`}>
          See what moves, and correct {toCorrect === 1 ? 'it' : 'them'}
        </a>
      </p>
    </InsetText>
  )

const Letters = ({ letters }: { letters: readonly Letter[] }) => (
  <>
    <h2>Letters</h2>
    {letters.map(({ to, title, paragraphs }) => (
      <section key={title}>
        <h3>
          To {to === 'person' ? 'the person' : to.body}: {title}
        </h3>
        {paragraphs.map(text => (
          <p key={text}>{text}</p>
        ))}
      </section>
    ))}
  </>
)

type Proposed = Shows & {
  readonly typed: Typed
  readonly from: PlainDate
  readonly totals: readonly { readonly strand: keyof typeof strandNames; readonly weekly: Moved['moved'] }[]
  readonly bodies: readonly string[]
  readonly letters: readonly Letter[]
}

/** What other shares from a past day would bring: everything was done, is shown, and was undone again. */
export const proposedPage = (shows: Proposed): Page => ({
  title: `What the new shares bring, ${shows.reference}`,
  back: `/funding/${shows.reference}/back-dating/shares`,
  person: shows.person,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> What the new shares bring
      </h1>
      <InsetText>
        <p>
          Nothing has been written or sent yet. {shows.bodies.join(' and ')} must agree first; then you
          correct the statements.
        </p>
      </InsetText>
      <MoneyTable
        caption={`Each part in all, pounds a week, from ${sayShortDay(shows.from)}`}
        what="Part"
        columns={['A week']}
        rows={shows.totals.map(({ strand, weekly }) => ({
          key: strand,
          says: strandNames[strand],
          sums: [weekly],
        }))}
        total="Together"
        empty="Nothing is shared."
      />
      <MovedSums {...shows} />
      {shows.corrections.length === 0 ? null : <Letters letters={shows.letters} />}
      <Form action={`/funding/${shows.reference}/back-dating/shares`} name="Send the new shares">
        <HiddenFields values={shows.typed} />
        <SubmitButton>Send it to the other bodies</SubmitButton>
      </Form>
      <p>
        <a href={`/funding/${shows.reference}`}>Discard it</a>
      </p>
    </Reading>
  ),
})

type Asking = Shows & { readonly typed: Typed; readonly errors: readonly FieldError[] }

/**
 * Statements that were made before everybody agreed other shares: what moves, and from which day it counts.
 */
export const correctingPage = (shows: Asking): Page => ({
  title: `Correct statements, ${shows.reference}`,
  back: `/funding/${shows.reference}`,
  person: shows.person,
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Correct statements
      </h1>
      {shows.corrections.length === 0 ? (
        <EmptyState
          says="Every statement follows the shares that everybody agreed."
          next="There is nothing to correct."
        />
      ) : (
        <>
          <MovedSums {...shows} />
          <Form
            action={`/funding/${shows.reference}/corrections/preview`}
            typed={shows.typed}
            errors={shows.errors}
          >
            <Choice
              name="on"
              label="From which day does it count in the books?"
              ways={[
                { value: 'original-day', label: 'The original day, as if it had never been otherwise' },
                { value: 'correction-day', label: 'Today. Use it where the period is closed' },
              ]}
            />
            <TextArea name="because" label="Why?" rows={2} />
            <SubmitButton>See the entries and letters</SubmitButton>
          </Form>
        </>
      )}
    </Reading>
  ),
})

/** The entries and letters of a correction before it is posted. */
export const correctedPage = ({
  reference,
  person,
  typed,
  moved,
  corrected,
  funds,
}: Omit<Shows, 'corrections'> & {
  readonly typed: Typed
  readonly corrected: Corrected
  readonly funds: ReadonlyMap<AccountName, string>
}): Page => ({
  title: `What the correction does, ${reference}`,
  back: `/funding/${reference}/corrections`,
  person,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{reference}</span> What the correction does
      </h1>
      <InsetText>
        <p>Nothing has been posted or sent yet.</p>
      </InsetText>
      <MovedSums moved={moved} corrections={corrected.corrections} />
      <h2>In the ledger</h2>
      {corrected.entries.map(entry => (
        <MoneyTable
          key={`${entry.effectiveOn} ${entry.because}`}
          caption={`${sayShortDay(entry.effectiveOn)}: ${entry.because}`}
          captionSize="s"
          what="Place"
          columns={['Amount']}
          rows={entry.postings.map(one => ({
            key: one.account,
            says: funds.get(one.account) ?? sayAccount(one.account),
            sums: [one.pence],
          }))}
          empty="Nothing."
        />
      ))}
      <Letters letters={corrected.letters} />
      <Form action={`/funding/${reference}/corrections`} name="Post the correction">
        <HiddenFields values={typed} />
        <SubmitButton>Post it and send the letters</SubmitButton>
      </Form>
      <p>
        <a href={`/funding/${reference}`}>Discard it</a>
      </p>
    </Reading>
  ),
})
