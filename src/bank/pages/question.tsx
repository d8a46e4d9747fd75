import { sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  DataTable,
  FileField,
  Form,
  InsetText,
  Reading,
  SubmitButton,
  SummaryList,
  Tag,
  TextArea,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { answersOf, QuestionShown, receiptsOf } from '../queries/questions.ts'
import type { LineShown } from '../queries/statements.ts'
import type { Choice as Answer } from '../rules/choices.ts'
import type { Learnt } from '../rules/facts.ts'
import { sayLine, sayQuestion } from '../rules/words.ts'
import { sayFor } from './moves.tsx'

type About = { readonly reference: string; readonly person?: Page['person'] | undefined }
type Receipts = Awaited<ReturnType<typeof receiptsOf>>
const whose = ({ person }: About) => (person === undefined ? {} : { person })

type Asking = About & {
  readonly question: QuestionShown
  readonly choices: readonly Answer[]
  readonly receipts: Receipts
  readonly open: number
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done?: string | undefined
}

const ReceiptList = ({ reference, receipts }: { reference: string; receipts: Receipts }) =>
  receipts.length === 0 ? null : (
    <ul>
      {receipts.map(({ id, name, given_on, given_by_name }) => (
        <li key={id}>
          <a href={`/bank/${reference}/receipts/${id}`}>
            <bdi>{name}</bdi>
          </a>
          , {sayShortDay(given_on)}, from {given_by_name}
        </li>
      ))}
    </ul>
  )

const ReceiptField = () => (
  <FileField
    name="receipt"
    label="A receipt, if you have one"
    hint="A photo (JPEG or PNG) or a PDF. You can leave this out."
    accept="image/jpeg,image/png,application/pdf"
  />
)

/** One plain question about one payment: what it was for, and a receipt if there is one. */
export function questionPage(shows: Asking): Page {
  const { question, reference, choices, errors } = shows
  const says = sayQuestion({ on: question.on_day, amount: question.amount, says: question.says })
  return {
    title: says,
    back: `/bank/${reference}`,
    errors,
    ...(errors.length > 0 ? { status: 422 } : {}),
    ...whose(shows),
    ...(shows.done === undefined ? {} : { done: shows.done }),
    body: (
      <Reading>
        <p className="nhsuk-caption-l">
          {shows.open === 1 ? 'The last question' : `${shows.open} questions are open`}
        </p>
        <Form
          action={`/bank/${reference}/questions/${question.number}/answer`}
          typed={shows.typed}
          errors={errors}
          files
        >
          <Choice
            name="answer"
            label={<bdi>{says}</bdi>}
            heading
            hint={`We ask because: ${question.because}`}
            ways={choices.map(({ value, says: label, about }, place) => ({
              value,
              label,
              hint: about,
              apart: place > 0 && about === undefined && choices[place - 1]?.about !== undefined,
            }))}
          />
          <TextArea
            name="words"
            label="Anything you want to say about it"
            hint="You can leave this out."
            rows={3}
          />
          <ReceiptField />
          <SubmitButton>Send the answer</SubmitButton>
        </Form>
        <ReceiptList reference={reference} receipts={shows.receipts} />
      </Reading>
    ),
  }
}

type Questions = About & { readonly questions: readonly QuestionShown[] }

/** Every question that is open, one line each. */
export const questionsPage = (shows: Questions): Page => ({
  title: 'Questions about your statements',
  back: `/bank/${shows.reference}`,
  ...whose(shows),
  body: (
    <Reading>
      <h1>Questions about your statements</h1>
      <DataTable
        caption="Open questions"
        columns={[{ says: 'Question' }, { says: 'Asked' }]}
        rows={shows.questions.map(one => ({
          key: one.id,
          cells: [
            <a key="question" href={`/bank/${shows.reference}/questions/${one.number}`}>
              <bdi>{sayQuestion({ on: one.on_day, amount: one.amount, says: one.says })}</bdi>
            </a>,
            one.call_asked_on === null
              ? sayShortDay(one.asked_on)
              : `${sayShortDay(one.asked_on)}; a call was asked for on ${sayShortDay(one.call_asked_on)}`,
          ],
        }))}
        empty="There is nothing to answer."
      />
    </Reading>
  ),
})

type OneLine = About & {
  readonly line: Omit<LineShown, 'statement_id'>
  readonly names: ReadonlyMap<string, string>
  readonly receipts: Receipts
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

type Payees = About & {
  readonly learnt: readonly Learnt[]
  readonly names: ReadonlyMap<string, string>
  readonly mayForget: boolean
  readonly done?: string | undefined
}

/** What we have learnt about payees, and how to make us forget it. */
export const payeesPage = (shows: Payees): Page => ({
  title: 'What we know about payees',
  back: `/bank/${shows.reference}`,
  ...whose(shows),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>What we know about payees</h1>
      <InsetText>
        <p>
          When you tell us what a payment was for, we do not ask again about the same payee. If it is wrong,
          make us forget it: we then ask again about each payment that we matched by it.
        </p>
      </InsetText>
      <DataTable
        caption="Payees"
        columns={[{ says: 'Payee' }, { says: 'Is for' }, { says: 'Since' }, { says: 'Forget', unseen: true }]}
        rows={shows.learnt.map(one => ({
          key: one.id,
          cells: [
            <bdi key="who">{one.words}</bdi>,
            shows.names.get(one.lineKey) ?? one.lineKey,
            sayShortDay(one.on),
            shows.mayForget ? (
              <Form
                key="forget"
                action={`/bank/${shows.reference}/payees/${one.id}/ending`}
                name={`Forget ${one.words}`}
              >
                <SubmitButton small look="second">
                  Forget this
                </SubmitButton>
              </Form>
            ) : (
              ''
            ),
          ],
        }))}
        empty="We have learnt nothing yet."
      />
    </Reading>
  ),
})
