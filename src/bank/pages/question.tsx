import { sayShortDay } from '../../kernel/days.ts'
import { Choice, DataTable, FileField, Form, Reading, SubmitButton, TextArea } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { AskedFirst } from '../queries/asked-first.ts'
import type { QuestionShown } from '../queries/questions.ts'
import type { Choice as Answer } from '../rules/choices.ts'
import { sayQuestion } from '../rules/words.ts'
import { askedFirstWays } from './asked-first.tsx'
import { type About, ReceiptList, type Receipts, whose } from './receipts.tsx'

type Asking = About & {
  readonly question: QuestionShown
  readonly choices: readonly Answer[]
  readonly receipts: Receipts
  readonly asked: AskedFirst
  readonly open: number
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done?: string | undefined
}

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
          {shows.asked.offered.length === 0 ? null : (
            <Choice
              name="askedFirst"
              label="Did you ask about this before you bought it?"
              hint="If the answer was yes, it protects you."
              ways={askedFirstWays({ offered: shows.asked.offered, on: question.on_day })}
            />
          )}
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
