import { sayShortDay } from '../../kernel/days.ts'
import { sayMoney, sayThousandths } from '../../kernel/money.ts'
import { sayAccount } from '../../ledger/public.ts'
import { strandNames } from '../../needs/public.ts'
import {
  Choice,
  DayField,
  EmptyState,
  Form,
  HiddenFields,
  InsetText,
  MoneyField,
  MoneyTable,
  Reading,
  Select,
  SubmitButton,
  SummaryList,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Changed } from '../actions/back-date.ts'
import type { PaidLineShown } from '../queries/paid-lines.ts'

type Shows = {
  readonly reference: string
  readonly person: NonNullable<Page['person']>
  readonly typed: Typed
}

const lineSaid = ({ says, units, unit, rate, weekly }: PaidLineShown): string =>
  `${says}: ${sayThousandths(units)} x ${sayMoney(rate)} (${unit}), ${sayMoney(weekly)} a week`

/** A change from a past day: which line, what, from when. Nothing is done yet. */
export const backDatingPage = ({
  reference,
  person,
  typed,
  errors,
  lines,
}: Shows & { readonly lines: readonly PaidLineShown[]; readonly errors: readonly FieldError[] }): Page => ({
  title: `Change something from a past day, ${reference}`,
  back: `/funding/${reference}`,
  person,
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{reference}</span> Change something from a past day
      </h1>
      {lines.length === 0 ? (
        <EmptyState
          says="No plan is in force."
          next="A change goes into the plan while it is being written."
        />
      ) : (
        <Form action={`/funding/${reference}/back-dating/preview`} typed={typed} errors={errors}>
          <p>You see first what it brings: what is owed, who carries it, which letter is sent.</p>
          <p>
            Does another body carry more or less?{' '}
            <a href={`/funding/${reference}/back-dating/shares`}>Change the shares from a past day</a>
          </p>
          <Select
            name="line"
            label="Which line?"
            options={lines.map(line => ({ value: line.key, label: lineSaid(line) }))}
            none="Choose"
          />
          <Choice
            name="kind"
            label="What changes?"
            ways={[
              {
                value: 'rate',
                label: 'The rate',
                also: <MoneyField name="rate" label="New rate for one unit" />,
              },
              {
                value: 'need',
                label: 'How much is needed',
                also: <TextField name="units" label="New number of units" width={10} />,
              },
              { value: 'start', label: 'The first day: it began earlier' },
            ]}
          />
          <DayField name="from" label="From which day?" />
          <TextArea name="because" label="Why?" rows={2} />
          <SubmitButton>See what it brings</SubmitButton>
        </Form>
      )}
    </Reading>
  ),
})

const Brings = ({ changed }: { changed: Changed }) => {
  const { arrears, line, dueOn } = changed
  return (
    <SummaryList
      facts={[
        { says: 'Line', is: line.says },
        { says: 'A week before', is: sayMoney(arrears.before) },
        { says: 'A week after', is: sayMoney(arrears.after) },
        {
          says: 'Days paid already',
          is: `${sayShortDay(arrears.from)} to ${sayShortDay(arrears.until)}, ${arrears.days} days`,
        },
        { says: 'Owed for them', is: sayMoney(arrears.arrears) },
        { says: 'Paid', is: `With the first run from ${sayShortDay(dueOn)}` },
      ]}
    />
  )
}

/** What a change brings, before it is posted: everything was done, is shown, and was undone again. */
export const previewPage = ({ reference, person, typed, changed }: Shows & { changed: Changed }): Page => ({
  title: `What the change brings, ${reference}`,
  back: `/funding/${reference}/back-dating`,
  person,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{reference}</span> What the change brings
      </h1>
      <InsetText>
        <p>Nothing has been posted, owed or sent yet.</p>
      </InsetText>
      <Brings changed={changed} />
      <MoneyTable
        caption="Who carries what is owed"
        what="Part"
        columns={['Carries']}
        rows={[...changed.arrears.shares].map(([strand, sum]) => ({
          key: strand,
          says: strandNames[strand],
          sums: [sum],
        }))}
        total="Together"
        empty="Nobody."
      />
      <p>Other bodies are charged with the next statement.</p>
      <MoneyTable
        caption={`In the ledger, from ${sayShortDay(changed.entry.effectiveOn)}`}
        what="Place"
        columns={['Amount']}
        rows={changed.entry.postings.map(one => ({
          key: one.account,
          says: sayAccount(one.account),
          sums: [one.pence],
        }))}
        empty="Nothing."
      />
      <h2>The letter: {changed.letter.title}</h2>
      {changed.letter.paragraphs.map(text => (
        <p key={text}>{text}</p>
      ))}
      <Form action={`/funding/${reference}/back-dating`} name="Post the change">
        <HiddenFields values={typed} />
        <SubmitButton>Post it and send the letter</SubmitButton>
      </Form>
      <p>
        <a href={`/funding/${reference}`}>Discard it</a>
      </p>
    </Reading>
  ),
})
