import { sayShortDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import {
  DataTable,
  DayField,
  Form,
  LinkButton,
  Money,
  MoneyField,
  type MoneyRow,
  MoneyTable,
  Reading,
  SubmitButton,
  SummaryList,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { outcomeSays } from '../rules/say.ts'
import type { Figures } from '../rules/settings.ts'
import { lineStanding, moneyOf, type Money as Sums, standingOf } from '../rules/standing.ts'
import type { Found, Invoice, InvoiceLineId, Line } from '../types.ts'
import { CreditNotes } from './credit-notes.tsx'
import { AboutChecks, Findings, LineTag, StandingTag, sayWhen, sayWorking } from './parts.tsx'
import { Story, type StoryShows } from './story.tsx'

export type InvoiceShows = StoryShows & {
  readonly invoice: Invoice
  /** Null for the supplier, who is not told what we found. */
  readonly findings: ReadonlyMap<InvoiceLineId, readonly Found[]> | null
  readonly figures: Figures
  readonly planNames: ReadonlyMap<string, string>
  readonly mayDecide: boolean
  readonly ownEntry: boolean
  readonly mayNotePaid: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly back: string
  readonly person?: Page['person']
  readonly done?: string | undefined
}

const at = ({ reference, number }: Invoice): string => `/invoices/${reference}/${number}`

const Head = ({ invoice }: { invoice: Invoice }) => (
  <SummaryList
    facts={[
      { says: 'From', is: <bdi>{invoice.supplier}</bdi> },
      { says: 'Number', is: invoice.theirs },
      { says: 'Date', is: sayShortDay(invoice.datedOn) },
      { says: 'For', is: `${sayShortDay(invoice.from)} to ${sayShortDay(invoice.until)}` },
      { says: 'To be paid by', is: sayShortDay(invoice.dueOn) },
      { says: 'Entered', is: `${sayShortDay(invoice.enteredOn)}, ${invoice.enteredByName}` },
      ...(invoice.file === null
        ? []
        : [{ says: 'Paper', is: <a href={`${at(invoice)}/paper`}>Open the photo or PDF</a> }]),
    ]}
  />
)

const rowsOf = (sums: Sums): readonly MoneyRow[] =>
  [
    { key: 'accepted', says: 'Accepted', sum: sums.accepted, always: true },
    { key: 'disputed', says: 'In dispute', sum: sums.disputed, always: false },
    { key: 'refused', says: 'Not paid: refused or credited', sum: sums.refused, always: false },
    { key: 'open', says: 'Still to be checked', sum: sums.open, always: false },
  ]
    .filter(one => one.always || one.sum > nothing)
    .map(({ key, says, sum }) => ({ key, says, sums: [sum] }))

const Sum = ({ invoice }: { invoice: Invoice }) => {
  const sums = moneyOf(invoice)
  const period = `${sayShortDay(invoice.from)} to ${sayShortDay(invoice.until)}`
  return (
    <>
      <MoneyTable
        caption={`What became of it, for ${period}`}
        what="Part"
        columns={['Amount']}
        rows={rowsOf(sums)}
        total="Invoiced"
        empty=""
      />
      <p>
        Paid so far: <strong>{sayMoney(sums.paid)}</strong>.
        {sums.toPay > nothing ? ` Accepted and not paid yet: ${sayMoney(sums.toPay)}.` : null}
      </p>
    </>
  )
}

const sentence = (words: string): string => (/[.?!]$/.test(words) || words === '' ? words : `${words}.`)

/** What was decided about a line, in a sentence or two. */
export function decidedSays({ decided, settled }: Line): string {
  if (decided === null) return ''
  const [because, disputed] = [sentence(decided.because), sayMoney(decided.disputed)]
  if (settled !== null)
    return [
      `${disputed} was disputed. ${because}`,
      `${outcomeSays[settled.outcome]}: ${sayMoney(settled.paid)} is paid. ${sentence(settled.because)}`,
    ].join(' ')
  if (decided.disputed === nothing) return because
  const rest = decided.accepted > nothing ? ` ${sayMoney(decided.accepted)} is accepted.` : ''
  return `${disputed} is disputed. ${because}${rest}`
}

const Stands = ({ invoice, line, settle }: { invoice: Invoice; line: Line; settle: boolean }) => (
  <>
    <LineTag standing={lineStanding(line)} /> <bdi>{decidedSays(line)}</bdi>
    {settle && lineStanding(line) === 'in-dispute' ? (
      <>
        {' '}
        <a href={`${at(invoice)}/lines/${line.place}/settlement`}>
          Settle it<span className="nhsuk-u-visually-hidden">: {line.says}</span>
        </a>
      </>
    ) : null}
  </>
)

/** What it was for, how it was worked out, and which line of the plan it is for. */
const What = ({ line, plan }: { line: Line; plan: ReadonlyMap<string, string> | null }) => (
  <span>
    <bdi>{line.says}</bdi>
    <span className="app-table__about">{sayWorking(line)}</span>
    {plan === null ? null : (
      <span className="app-table__about">
        {line.lineKey === null ? (
          'No line of the plan'
        ) : (
          <>
            Plan: <bdi>{plan.get(line.lineKey) ?? line.lineKey}</bdi>
          </>
        )}
      </span>
    )}
  </span>
)

const Lines = ({ invoice, findings, planNames, mayDecide }: InvoiceShows) => (
  <DataTable
    caption={invoice.lines.length === 1 ? 'Its line' : `Its ${invoice.lines.length} lines`}
    columns={[
      { says: 'What' },
      { says: 'When' },
      { says: 'Amount', numeric: true },
      ...(findings === null ? [] : [{ says: 'Found' }]),
      { says: 'Stands' },
    ]}
    rows={invoice.lines.map(line => ({
      key: line.id,
      ...(line.decided === null && mayDecide ? { marked: 'needs-you' as const } : {}),
      cells: [
        <What key="what" line={line} plan={findings === null ? null : planNames} />,
        sayWhen(line),
        <Money key="sum" sum={line.amount} />,
        ...(findings === null ? [] : [<Findings key="found" findings={findings.get(line.id) ?? []} />]),
        <Stands key="stands" invoice={invoice} line={line} settle={mayDecide} />,
      ],
    }))}
    empty=""
  />
)

const Decide = ({ invoice, mayDecide, ownEntry }: InvoiceShows) => {
  if (!mayDecide || invoice.lines.every(line => line.decided !== null)) return null
  return ownEntry ? (
    <p>You entered it yourself, so somebody else decides about it.</p>
  ) : (
    <LinkButton href={`${at(invoice)}/decisions`}>Decide about its lines</LinkButton>
  )
}

const NotePaid = ({ invoice, mayNotePaid, typed, errors }: InvoiceShows) => {
  const { toPayByHolder } = moneyOf(invoice)
  return !mayNotePaid || toPayByHolder <= nothing ? null : (
    <Reading>
      <h2>Paid from the budget’s account?</h2>
      <p>
        {sayMoney(toPayByHolder)} of it is accepted and is paid from the budget’s own account. Say when it was
        paid; the bank statement is the evidence.
      </p>
      <Form action={`${at(invoice)}/payment`} typed={typed} errors={errors}>
        <MoneyField name="amount" label="How much was paid?" />
        <DayField name="on" label="On which day?" />
        <SubmitButton look="second">Note that it was paid</SubmitButton>
      </Form>
    </Reading>
  )
}

/** One invoice: what it is for, what was found and decided line by line, and its story to the ledger. */
export const invoicePage = (shows: InvoiceShows): Page => ({
  title: `Invoice ${shows.invoice.theirs} of ${shows.invoice.supplier}`,
  ...(shows.person ? { person: shows.person } : {}),
  back: shows.back,
  wide: true,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">Budget {shows.invoice.reference}</span> Invoice{' '}
        {shows.invoice.theirs} of <bdi>{shows.invoice.supplier}</bdi>
      </h1>
      <p>
        <StandingTag standing={standingOf(shows.invoice)} />
      </p>
      <Reading>
        <Sum invoice={shows.invoice} />
        <Decide {...shows} />
      </Reading>
      <Lines {...shows} />
      {shows.findings === null ? null : <AboutChecks figures={shows.figures} />}
      <CreditNotes invoice={shows.invoice} mayDecide={shows.mayDecide} />
      <NotePaid {...shows} />
      <Reading>
        <h2>The paper</h2>
        <Head invoice={shows.invoice} />
        <Story {...shows} />
      </Reading>
    </>
  ),
})
