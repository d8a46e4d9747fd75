import { sayDay } from '../../kernel/days.ts'
import { DataTable, FileField, Form, Reading, SubmitButton } from '../../nhs/public.ts'
import type { FieldError, Page } from '../../platform/route.ts'
import type { MarksFile } from '../queries/marks.ts'
import type { RunState } from '../queries/run.ts'
import { sayMark } from '../rules/marks.ts'
import { countOf } from './due.tsx'

/** Takes the list back as a table: the same list as CSV, with the two columns filled in. */
export const SendMarks = ({ run, errors }: { run: string; errors: readonly FieldError[] }) => (
  <Form action={`/payments/runs/${run}/marks`} name="Send the list back" errors={errors} files>
    <h2>Send the list back as a file</h2>
    <p>
      Fill in <code>paid_on</code> and <code>bank_reference</code> in the list that you saved as CSV, and send
      it here. What is right is kept; each row that is not comes back with its reason.
    </p>
    <FileField name="marks" label="The list (CSV)" />
    <SubmitButton look="second">Send the list</SubmitButton>
  </Form>
)

const rowsSay = (count: number): string => (count === 1 ? '1 row' : `${count} rows`)

const sentences = (file: MarksFile): readonly string[] => [
  `We have noted ${countOf(file.taken)} as paid by hand, in your name.`,
  ...(file.already > 0 ? [`${rowsSay(file.already)} said what was noted before.`] : []),
  ...(file.open > 0 ? [`${rowsSay(file.open)} had no day and no reference: not paid yet.`] : []),
]

/** What became of a list that came back: what was noted, and each row that was not, with its reasons. */
export const marksPage = ({ run, file }: { run: RunState; file: MarksFile }): Page => ({
  title: `Run ${run.number}: the list that came back`,
  back: `/payments/runs/${run.id}`,
  body: (
    <Reading>
      <h1>Run {run.number}: the list that came back</h1>
      <p className="nhsuk-lede-text">{sentences(file).join(' ')}</p>
      <p>
        <bdi>{file.name}</bdi>, sent by <bdi>{file.sent_by_name}</bdi> on {sayDay(file.sent_on)}.
      </p>
      <DataTable
        caption={`Not noted: ${rowsSay(file.refused.length)}`}
        columns={[{ says: 'Line' }, { says: 'What it says' }, { says: 'Why it was not noted' }]}
        rows={file.refused.map(one => ({
          key: String(one.place),
          cells: [String(one.line), <bdi key="cells">{one.cells}</bdi>, sayMark(one)],
        }))}
        empty="Nothing: every row was right."
      />
      {file.refused.length === 0 ? null : (
        <p>Put these rows right in the list and send it again. What was noted is not noted twice.</p>
      )}
    </Reading>
  ),
})
