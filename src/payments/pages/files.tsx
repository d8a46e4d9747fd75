import { sayMoment } from '../../kernel/days.ts'
import { DataTable, Details, Form, SubmitButton, SubmitButtons, WarningCallout } from '../../nhs/public.ts'
import type { filesOf } from '../actions/make-file.ts'
import type { RunState } from '../queries/run.ts'

type Props = {
  readonly run: RunState
  readonly files: Awaited<ReturnType<typeof filesOf>>
  readonly hasPayer: boolean
  readonly mayMake: boolean
}

const kindSays = { 'pain.001.001.09': 'File for the bank', print: 'List to pay by hand' } as const

const Made = ({ run, files, mayMake }: Props) => (
  <DataTable
    caption="Files made of this run"
    columns={[{ says: 'What' }, { says: 'When' }, { says: 'By whom' }, { says: 'Check sum (SHA-256)' }]}
    rows={files.map(one => ({
      key: one.id,
      cells: [
        mayMake ? (
          <a key="file" href={`/payments/runs/${run.id}/files/${one.id}`}>
            {kindSays[one.kind]}
          </a>
        ) : (
          kindSays[one.kind]
        ),
        sayMoment(one.made_at),
        <bdi key="who">{one.made_by_name}</bdi>,
        <code key="sum">{one.sha256.slice(0, 16)}…</code>,
      ],
    }))}
    empty="No file has been made of this run yet."
  />
)

const Make = ({ run, files, hasPayer }: Props) => (
  <>
    {files.some(({ kind }) => kind === 'pain.001.001.09') ? (
      <WarningCallout heading="A file was made before">
        <p>
          It may be at the bank already. The same file again has the same number, so that the bank can tell.
        </p>
      </WarningCallout>
    ) : null}
    <Form action={`/payments/runs/${run.id}/files`} name="Make a file">
      <SubmitButtons>
        {hasPayer ? (
          <SubmitButton name="kind" value="pain.001.001.09">
            Make the file for the bank
          </SubmitButton>
        ) : (
          <p>
            <a href="/payments/payer">Say which account the money leaves from</a>, then the file for the bank
            can be made.
          </p>
        )}
        <SubmitButton name="kind" value="print" look="second">
          Make a list to pay by hand
        </SubmitButton>
      </SubmitButtons>
    </Form>
  </>
)

const IfTheBankFails = () => (
  <Details says="What to do if the bank cannot take the file">
    <ol>
      <li>Do not prepare another run: this one has left, and everybody in it would wait for nothing.</li>
      <li>Try the same file once more. It carries the same number, so that a bank that has it can tell.</li>
      <li>
        If it is still refused, make the list to pay by hand. It needs no bank file and no account of ours:
        pay from any account that may be used, the longest due first, by faster payment or by telephone
        banking.
      </li>
      <li>Tick each payment off on paper, and have a second person check the sum of the list.</li>
      <li>If a payment comes back, note it in the run. Only then are its days paid again.</li>
      <li>Tell the holders who will be paid late, and what day it will be. People’s wages hang on it.</li>
    </ol>
  </Details>
)

/** The two ways to pay what was released: the bank’s file, and the list for when the bank fails. */
export const FilesShown = (props: Props) => (
  <section>
    <h2>Pay it</h2>
    {props.mayMake ? <Make {...props} /> : null}
    <Made {...props} />
    <IfTheBankFails />
  </section>
)
