import { sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import {
  DataTable,
  FileField,
  Form,
  InsetText,
  LinkButton,
  Reading,
  SubmitButton,
  SummaryList,
  Tag,
} from '../../nhs/public.ts'
import type { FieldError, Page } from '../../platform/route.ts'
import type { Gap } from '../merge/merge.ts'
import type { LineShown, StatementShown } from '../queries/statements.ts'
import { Moves } from './moves.tsx'
import { type About, whose } from './receipts.tsx'

const span = ({ from_on, until_on }: Pick<StatementShown, 'from_on' | 'until_on'>): string =>
  from_on === null || until_on === null ? '' : ` from ${sayShortDay(from_on)} to ${sayShortDay(until_on)}`

const said = (sum: Pence | null): string => (sum === null ? 'not stated' : sayMoney(sum))

/** `They add up: opening £1,204.10, closing £987.55.` */
export function sayArithmetic(one: StatementShown): string {
  switch (one.arithmetic) {
    case 'agrees':
      return `They add up: opening ${said(one.opening)}, closing ${said(one.closing)}.`
    case 'does-not-agree':
      return `They do not add up: out by ${said(one.out_by)}. Opening ${said(one.opening)}, closing ${said(
        one.closing,
      )}.`
    case 'cannot-tell':
      return 'The file does not say what was there before and after, so we cannot check the sum.'
    default:
      return one.arithmetic satisfies never
  }
}

const lines = (count: number): string => (count === 1 ? '1 line' : `${count} lines`)

const inPlan: readonly (LineShown['kind'] | undefined)[] = ['plan-line', 'refund', 'payment']

/** `We read 84 lines from 1 May to 31 May. They add up: ... 79 match the plan. 5 questions.` */
export function sayStatement(
  one: StatementShown,
  shown: readonly Pick<LineShown, 'kind'>[],
  leftOut: number | null = null,
): string {
  const open = shown.filter(({ kind }) => kind === null).length
  const planned = shown.filter(({ kind }) => inPlan.includes(kind)).length
  const rest = shown.length - open - planned
  return [
    leftOut === null
      ? `We read ${lines(one.lines)}${span(one)}.`
      : `We read ${lines(one.lines + leftOut)}${span(one)}, and keep ${one.lines}.`,
    sayArithmetic(one),
    `${planned} ${planned === 1 ? 'matches' : 'match'} the plan.`,
    ...(rest > 0 ? [`${rest} ${rest === 1 ? 'is' : 'are'} for something else.`] : []),
    open === 0 ? 'No questions.' : `${open} question${open === 1 ? '' : 's'}.`,
  ].join(' ')
}

const GapsNamed = ({ gaps }: { gaps: readonly Gap[] }) =>
  gaps.length === 0 ? null : (
    <InsetText>
      <p>No statement speaks for these days. Please send one if you can:</p>
      <ul>
        {gaps.map(({ from, to }) => (
          <li key={from}>
            {sayShortDay(from)} to {sayShortDay(to)}
          </li>
        ))}
      </ul>
    </InsetText>
  )

type Sending = About & {
  readonly errors: readonly FieldError[]
  readonly accounts: readonly string[]
  /** Whether the account is also used for other money. */
  readonly shared?: boolean
}

/** The form that takes statement files, several at once. */
export const sendPage = (shows: Sending): Page => ({
  title: 'Send a statement',
  back: `/bank/${shows.reference}`,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...whose(shows),
  body: (
    <Reading>
      <h1>Send a statement</h1>
      <p>
        In your bank’s app or website, download the statement as a file: CSV, OFX, QIF, CAMT.053 or MT940. Any
        days are fine; what we have already is not counted twice.
      </p>
      {shows.accounts.length === 0 ? null : (
        <p>It must be of the account for this budget, ending {shows.accounts.join(' or ')}.</p>
      )}
      {shows.shared === true ? (
        <p>
          You also use this account for other money. On the next page you choose which lines we keep. Nothing
          is kept before that.
        </p>
      ) : null}
      <Form action={`/bank/${shows.reference}/statements`} errors={shows.errors} files>
        <FileField
          name="files"
          label="Statement files"
          hint="Up to 5 files, 20 MB each. Not a photo and not a PDF."
          accept=".csv,.ofx,.qfx,.qif,.xml,.sta,.mt940,.txt"
          several
        />
        <SubmitButton>Send</SubmitButton>
      </Form>
    </Reading>
  ),
})

type Listing = About & {
  readonly statements: readonly StatementShown[]
  readonly gaps: readonly Gap[]
  readonly maySend: boolean
  readonly done?: string | undefined
}

const sumSays = { agrees: 'Yes', 'cannot-tell': 'The file does not say' } as const
const Sum = ({ of }: { of: StatementShown['arithmetic'] }) =>
  of === 'does-not-agree' ? <Tag means="needs-you">Does not add up</Tag> : sumSays[of]

/** All statements of a budget, and the days for which there is none. */
export const statementsPage = (shows: Listing): Page => ({
  title: 'Statements',
  back: `/bank/${shows.reference}`,
  ...whose(shows),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <>
      <h1>Statements</h1>
      <GapsNamed gaps={shows.gaps} />
      <DataTable
        caption="What was sent to us, newest days first"
        columns={[
          { says: 'Days' },
          { says: 'File' },
          { says: 'Lines', numeric: true },
          { says: 'Does it add up?' },
          { says: 'Sent' },
        ]}
        rows={shows.statements.map(one => ({
          key: one.id,
          cells: [
            <a key="days" href={`/bank/${shows.reference}/statements/${one.id}`}>
              {span(one).replace(/^ from /, '') || 'No days'}
            </a>,
            <bdi key="file">{one.name}</bdi>,
            String(one.lines),
            <Sum key="sum" of={one.arithmetic} />,
            `${sayShortDay(one.sent_on)} by ${one.sent_by_name}`,
          ],
        }))}
        empty="No statement has been sent yet."
      />
      {shows.maySend ? (
        <LinkButton href={`/bank/${shows.reference}/statements/new`}>Send a statement</LinkButton>
      ) : null}
    </>
  ),
})

type Whole = About & {
  readonly statement: StatementShown
  readonly lines: readonly LineShown[]
  readonly refused: readonly { readonly place: number; readonly line: number; readonly why: string }[]
  readonly gaps: readonly Gap[]
  readonly names: ReadonlyMap<string, string>
  readonly firstQuestion: number | null
  /** How many lines of a shared account were left out; null where none was. */
  readonly leftOut: number | null
  readonly done?: string | undefined
}

const Refused = ({ refused }: Pick<Whole, 'refused'>) =>
  refused.length === 0 ? null : (
    <DataTable
      caption="Rows we could not read"
      columns={[{ says: 'Line of the file', numeric: true }, { says: 'Why' }]}
      rows={refused.map(({ place, line, why }) => ({ key: String(place), cells: [String(line), why] }))}
      empty=""
    />
  )

const LeftOut = ({ many }: { many: number | null }) =>
  many === null ? null : (
    <p>
      {lines(many)} of the file {many === 1 ? 'is' : 'are'} not about the budget and not kept. Only the sum
      is, so that the statement adds up.
    </p>
  )

/** One statement as read: what it says, whether it adds up, what each line was for, and what was left out. */
export const statementPage = (shows: Whole): Page => {
  const { statement, reference } = shows
  return {
    title: 'Statement read',
    back: `/bank/${reference}/statements`,
    ...whose(shows),
    ...(shows.done === undefined ? {} : { done: shows.done }),
    body: (
      <>
        <h1>Statement read</h1>
        <p className="nhsuk-lede-text">{sayStatement(statement, shows.lines, shows.leftOut)}</p>
        <LeftOut many={shows.leftOut} />
        {statement.remarks.map(remark => (
          <p key={remark}>{remark}</p>
        ))}
        {shows.firstQuestion === null ? null : (
          <LinkButton href={`/bank/${reference}/questions/${shows.firstQuestion}`}>
            Answer the questions
          </LinkButton>
        )}
        <GapsNamed gaps={shows.gaps} />
        <Refused refused={shows.refused} />
        <Moves
          reference={reference}
          lines={shows.lines}
          names={shows.names}
          caption="Lines of this statement"
          reasons
        />
        <SummaryList
          facts={[
            { says: 'Opening balance', is: said(statement.opening) },
            { says: 'Closing balance', is: said(statement.closing) },
            {
              says: 'File',
              is: <a href={`/bank/${reference}/statements/${statement.id}/file`}>{statement.name}</a>,
            },
            { says: 'Sent', is: `${sayShortDay(statement.sent_on)} by ${statement.sent_by_name}` },
          ]}
        />
      </>
    ),
  }
}
