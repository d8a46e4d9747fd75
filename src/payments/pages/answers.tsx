import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, FileField, Form, SubmitButton } from '../../nhs/public.ts'
import type { FieldError } from '../../platform/route.ts'
import type { answersOf } from '../queries/answers.ts'

export type AnswersShows = Awaited<ReturnType<typeof answersOf>> & {
  readonly at: string
  readonly mayRead: boolean
  readonly errors: readonly FieldError[]
}

const whySays = {
  'unknown-payment': 'It is in no file of this run.',
  'unknown-status': 'We do not know this status.',
  'named-twice': 'The answer names it twice. The first was kept.',
} as const

const Unknown = ({ unknown }: Pick<AnswersShows, 'unknown'>) =>
  unknown.length === 0 ? null : (
    <DataTable
      caption={`Kept apart: ${unknown.length}. Nothing was done about these; ask the bank.`}
      columns={[
        { says: 'Payment as the bank names it' },
        { says: 'Status' },
        { says: 'Why it is kept apart' },
      ]}
      rows={unknown.map(one => ({
        key: `${one.answer} ${one.place}`,
        cells: [one.endToEndId || 'No name', one.status || 'None', whySays[one.why]],
      }))}
      empty="Nothing is kept apart."
    />
  )

const numbers = ['Paid', 'Taken', 'Not decided', 'Rejected'].map(says => ({ says, numeric: true }))

/** What the bank answered to the file, and the form for its next answer. */
export const AnswersShown = ({ answers, unknown, at, mayRead, errors }: AnswersShows) => (
  <section id="answers">
    <h2>What the bank answered</h2>
    <DataTable
      caption="Answers, in numbers of payments"
      columns={[{ says: 'Answer' }, { says: 'Read' }, ...numbers]}
      rows={answers.map(one => ({
        key: one.id,
        cells: [
          one.messageId || 'No name',
          `${sayShortDay(one.readOn)}, by ${one.readBy}`,
          ...[one.paid, one.taken, one.pending, one.rejected].map(String),
        ],
      }))}
      empty="No answer of the bank was read yet."
    />
    <Unknown unknown={unknown} />
    {mayRead ? (
      <Form action={`${at}/answers`} name="Read an answer of the bank" files errors={errors}>
        <FileField
          name="answer"
          label="Read an answer"
          hint="The bank’s XML file (pain.002). What it rejects comes back: the money is set aside again."
          accept=".xml,application/xml,text/xml"
        />
        <SubmitButton look="second">Read the answer</SubmitButton>
      </Form>
    ) : null}
  </section>
)
