import { sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { FileField, Form, Reading, SubmitButton, SummaryList, Tag } from '../../nhs/public.ts'
import type { FieldError, Page } from '../../platform/route.ts'
import type { AskedFirst } from '../queries/asked-first.ts'
import type { answersOf } from '../queries/questions.ts'
import type { LineShown } from '../queries/statements.ts'
import { sayLine } from '../rules/words.ts'
import { AskedFirstPart } from './asked-first.tsx'
import { sayFor } from './moves.tsx'
import { type About, ReceiptList, type Receipts, whose } from './receipts.tsx'

type OneLine = About & {
  readonly line: Omit<LineShown, 'statement_id'>
  readonly names: ReadonlyMap<string, string>
  readonly receipts: Receipts
  readonly asked: AskedFirst
  readonly answers: Awaited<ReturnType<typeof answersOf>>
  readonly shownBy: readonly { readonly id: string; readonly name: string }[]
  readonly entry: string | null
  readonly maySend: boolean
  readonly mayAnswer: boolean
  readonly errors: readonly FieldError[]
  readonly done?: string | undefined
}

const factsOf = ({ line, names, shownBy, reference, entry }: OneLine) => [
  { says: 'Day', is: sayShortDay(line.on_day) },
  { says: 'Amount', is: sayMoney(line.amount) },
  { says: 'Who', is: <bdi>{line.payee}</bdi> },
  {
    says: 'The bank also says',
    is: <bdi>{[line.memo, line.bank_reference].filter(Boolean).join(', ') || 'Nothing'}</bdi>,
  },
  {
    says: 'What for',
    is: line.kind === null ? <Tag means="needs-you">Not known yet</Tag> : sayFor(line, names),
  },
  { says: 'How we know', is: line.matched_because ?? 'Nobody has told us yet' },
  {
    says: 'Shown by',
    is: shownBy.map(({ id, name }) => (
      <div key={id}>
        <a href={`/bank/${reference}/statements/${id}`}>{name}</a>
      </div>
    )),
  },
  {
    says: 'In the ledger',
    is: entry === null ? 'No entry' : <a href={`/ledger/${reference}/${entry}`}>See the entry</a>,
  },
]

const Answers = ({ answers }: Pick<OneLine, 'answers'>) =>
  answers.length === 0 ? null : (
    <>
      <h2>What was answered</h2>
      <ul>
        {answers.map((one, place) => (
          <li key={place}>
            {sayShortDay(one.answered_on)}, {one.answered_by_name}
            {one.on_behalf_of === null ? '' : ', for somebody who called'}:{' '}
            {one.answer.split(':')[0]?.replaceAll('-', ' ')}
            {one.words === '' ? '' : `. “${one.words}”`}
          </li>
        ))}
      </ul>
    </>
  )

/** Everything that is known of one payment, with the way to say that it was for something else. */
export const linePage = (shows: OneLine): Page => ({
  title: 'A payment',
  back: `/bank/${shows.reference}`,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...whose(shows),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>
        <bdi>{sayLine(shows.line)}</bdi>
      </h1>
      <SummaryList facts={factsOf(shows)} />
      <Answers answers={shows.answers} />
      <AskedFirstPart
        {...shows.asked}
        reference={shows.reference}
        line={shows.line.id}
        on={shows.line.on_day}
        mayJoin={shows.mayAnswer}
        errors={shows.errors}
      />
      <h2>Receipts</h2>
      {shows.receipts.length === 0 ? <p>There is no receipt.</p> : null}
      <ReceiptList reference={shows.reference} receipts={shows.receipts} />
      {shows.maySend ? (
        <Form
          action={`/bank/${shows.reference}/lines/${shows.line.id}/receipts`}
          errors={shows.errors}
          files
          name="Add a receipt"
        >
          <FileField
            name="receipt"
            label="Add a receipt"
            hint="A photo (JPEG or PNG) or a PDF"
            accept="image/jpeg,image/png,application/pdf"
          />
          <SubmitButton look="second">Add the receipt</SubmitButton>
        </Form>
      ) : null}
      {shows.mayAnswer ? (
        <Form action={`/bank/${shows.reference}/lines/${shows.line.id}/question`} name="Say what it was for">
          <SubmitButton look="second">
            {shows.line.kind === null ? 'Say what it was for' : 'It was for something else'}
          </SubmitButton>
        </Form>
      ) : null}
    </Reading>
  ),
})
