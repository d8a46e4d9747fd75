import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { DataTable, FileField, Form, InsetText, LinkButton, Reading, SubmitButton } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { payslipFileOf } from '../queries/lists.ts'
import type { HandOver } from '../rules/hand-over.ts'
import { expensesOf, grossOf } from '../rules/pay.ts'
import { payslipColumns, rowSays } from '../rules/payslips.ts'
import { NoPaye, PayTable, type Strip } from './parts.tsx'

type Sending = {
  readonly action: string
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

export const sendErrors = {
  'not-found': 'There is nothing to send payslips for',
  'not-yours': 'Only the employer or their payroll firm can send payslips',
  'no-file': 'Choose the file with the payslips',
  empty: 'There is nothing in this file',
  'columns-missing': 'These columns are missing',
} as const

/** Sending a file of payslips, with what has to stand in it. */
export const SendPayslips = ({ action, typed, errors }: Sending) => (
  <section aria-labelledby="payslips">
    <h2 id="payslips">Send payslips back</h2>
    <p>
      A CSV file with a row for each assistant and these columns: {payslipColumns.join(', ')}. Days like
      2026-11-30, sums like 412.60. The same file again adds nothing.
    </p>
    <Form action={action} typed={typed} errors={errors} files>
      <FileField name="payslips" label="File with payslips" accept=".csv,text/csv,text/plain" />
      <SubmitButton look="second">Send the payslips</SubmitButton>
    </Form>
  </section>
)

/** What is handed over, assistant by assistant. */
export const HandOvers = ({ all }: { all: readonly HandOver[] }) =>
  all.length === 0 ? (
    <p>Nothing waits: all approved hours are on a payslip.</p>
  ) : (
    all.map(one => (
      <section key={one.code} aria-label={`${one.assistant}, ${one.employer}`}>
        <PayTable
          caption={`${one.assistant} (${one.code}), ${sayShortDay(one.from)} to ${sayShortDay(one.until)}`}
          lines={one.lines}
        />
        <p>
          Pay before tax {sayMoney(grossOf(one.lines))}
          {expensesOf(one.lines) > 0n ? `, and ${sayMoney(expensesOf(one.lines))} given back for miles` : ''}.
        </p>
      </section>
    ))
  )

type Shows = Strip & {
  readonly reference: string
  readonly all: readonly HandOver[]
  readonly until: PlainDate
  readonly maySend: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** The employer's page: what is approved and unpaid, the file for the firm, and the payslips back. */
export const handOverPage = (shows: Shows): Page => ({
  title: 'Hand hours over to payroll',
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...(shows.person ? { person: shows.person } : { back: `/employment/${shows.reference}` }),
  body: (
    <Reading>
      <h1>Hand hours over to payroll</h1>
      <p>Approved hours up to {sayShortDay(shows.until)} that are on no payslip yet.</p>
      <HandOvers all={shows.all} />
      {shows.all.length === 0 ? null : (
        <LinkButton href={`/employment/${shows.reference}/hand-over/file`}>
          Save the file for payroll (CSV)
        </LinkButton>
      )}
      {shows.maySend ? (
        <SendPayslips
          action={`/employment/${shows.reference}/payslips`}
          typed={shows.typed}
          errors={shows.errors}
        />
      ) : null}
      <NoPaye />
    </Reading>
  ),
})

type FileShows = {
  readonly found: NonNullable<Awaited<ReturnType<typeof payslipFileOf>>>
  readonly back: string
  readonly names: ReadonlyMap<string, string>
  readonly done: string | undefined
}

/** What was read of a file: the payslips that were kept, and each row that was set apart with its reasons. */
export const payslipFilePage = ({ found: { file, slips, apart }, back, names, done }: FileShows): Page => ({
  title: 'Payslips that were sent',
  back,
  ...(done === undefined ? {} : { done }),
  body: (
    <Reading>
      <h1>
        Payslips in <bdi>{file.name}</bdi>
      </h1>
      <p>
        Sent by <bdi>{file.given_by_name}</bdi> on {sayShortDay(file.given_on)}. {slips.length} kept,{' '}
        {apart.length} set apart.
      </p>
      {apart.length === 0 ? null : (
        <InsetText>
          <p>Rows that were set apart are not used. Put them right and send them again.</p>
        </InsetText>
      )}
      <DataTable
        caption="Set apart"
        columns={[{ says: 'Line' }, { says: 'What stands there' }, { says: 'Why' }]}
        rows={apart.map(({ line, cells, because }) => ({
          key: String(line),
          marked: 'needs-you',
          cells: [
            String(line),
            <bdi key="cells">{cells}</bdi>,
            `${because.map(why => rowSays[why as keyof typeof rowSays]).join('. ')}.`,
          ],
        }))}
        empty="No row was set apart."
      />
      <DataTable
        caption="Kept"
        columns={[
          { says: 'Assistant' },
          { says: 'For' },
          { says: 'Before tax', numeric: true },
          { says: 'Paid out', numeric: true },
        ]}
        rows={slips.map(slip => ({
          key: String(slip.line),
          cells: [
            <bdi key="who">{names.get(slip.engagement_id) ?? ''}</bdi>,
            `${sayShortDay(slip.from_on)} to ${sayShortDay(slip.until_on)}`,
            sayMoney(slip.gross),
            sayMoney(slip.net),
          ],
        }))}
        empty="No row could be kept."
      />
    </Reading>
  ),
})
