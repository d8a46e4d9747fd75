import { sayMoment, sayShortDay } from '../../kernel/days.ts'
import {
  DataTable,
  Details,
  Form,
  SubmitButton,
  SubmitButtons,
  TextField,
  WarningCallout,
} from '../../nhs/public.ts'
import type { FieldError } from '../../platform/route.ts'
import type { FileMade, WaysCounted } from '../queries/payables.ts'
import type { RunState } from '../queries/run.ts'
import { liveFile } from '../rules/live-file.ts'
import { fileKindNames } from '../types.ts'
import { countOf } from './due.tsx'
import { SendMarks } from './marks.tsx'

export type FilesShows = {
  readonly run: RunState
  readonly files: readonly FileMade[]
  readonly ways: WaysCounted
  readonly hasPayer: boolean
  readonly mayMake: boolean
  readonly errors: readonly FieldError[]
}

const stateOf = (one: FileMade): string =>
  one.given_up_on === null
    ? ''
    : `. Given up on ${sayShortDay(one.given_up_on)} by ${one.given_up_by}: ${one.given_up_because}`

const Made = ({ run, files, mayMake }: FilesShows) => (
  <DataTable
    caption="Files made of this run"
    columns={[{ says: 'What' }, { says: 'When' }, { says: 'By whom' }, { says: 'Check sum (SHA-256)' }]}
    rows={files.map(one => ({
      key: one.id,
      cells: [
        <span key="file">
          {mayMake ? (
            <a href={`/payments/runs/${run.id}/files/${one.id}`}>{fileKindNames[one.kind]}</a>
          ) : (
            fileKindNames[one.kind]
          )}
          {stateOf(one)}
        </span>,
        sayMoment(one.made_at),
        <bdi key="who">{one.made_by_name}</bdi>,
        <code key="sum">{one.sha256.slice(0, 16)}…</code>,
      ],
    }))}
    empty="No file has been made of this run yet."
  />
)

const Ways = ({ ways }: Pick<FilesShows, 'ways'>) => (
  <p>
    In the bank’s file: {countOf(ways.file)}. Paid by hand: {countOf(ways.hand)}. Not sent, not paid:{' '}
    <strong>{countOf(ways.unpaid)}</strong>.
  </p>
)

const Make = ({ run, files, ways, hasPayer }: FilesShows) => (
  <>
    {liveFile(files) === null ? null : (
      <WarningCallout heading="A file was made before">
        <p>
          It may be at the bank already. The same file again has the same number, so that the bank can tell.
        </p>
      </WarningCallout>
    )}
    <Form action={`/payments/runs/${run.id}/files`} name="Make a file">
      <SubmitButtons>
        {hasPayer ? (
          <SubmitButton name="kind" value="bank">
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
        <SubmitButton name="kind" value="csv" look="second">
          Save that list as CSV
        </SubmitButton>
      </SubmitButtons>
    </Form>
    {ways.file > 0 ? (
      <p>A payment in the bank’s file is not on the list to pay by hand: nobody is paid on both ways.</p>
    ) : null}
  </>
)

const GiveUp = ({ run, files, errors }: FilesShows) =>
  liveFile(files) === null ? null : (
    <Details
      says="The bank will never take this file"
      open={errors.some(({ field }) => field === 'not-taken')}
    >
      <p>
        Only when you have it from the bank that it has not taken the file and will not. Then its payments can
        be paid by hand, or go into a new file with another number. Your name is kept with it.
      </p>
      <Form action={`/payments/runs/${run.id}/file-given-up`} name="Give the file up" errors={errors}>
        <TextField name="not-taken" label="How do you know? Who at the bank said so?" />
        <SubmitButton look="warning">Give the file up</SubmitButton>
      </Form>
    </Details>
  )

const IfTheBankFails = () => (
  <Details says="What to do if the bank cannot take the file">
    <ol>
      <li>Do not prepare another run: this one has left, and everybody in it would wait for nothing.</li>
      <li>Try the same file once more. It carries the same number, so that a bank that has it can tell.</li>
      <li>If it is still refused, ask the bank, and note here that it will never take this file.</li>
      <li>
        Make the list to pay by hand. It needs no bank file and no account of ours: pay from any account that
        may be used, the longest due first, by faster payment or by telephone banking.
      </li>
      <li>
        Note here which were paid, with the bank’s reference. Those are never in a file again. Have a second
        person check the sum of the list.
      </li>
      <li>If a payment comes back, note it in the run. Only then are its days paid again.</li>
      <li>Tell the holders who will be paid late, and what day it will be. People’s wages hang on it.</li>
    </ol>
  </Details>
)

/** The two ways to pay what was released: the bank’s file, and the list for when the bank fails. */
export const FilesShown = (props: FilesShows) => (
  <section id="pay">
    <h2>Pay it</h2>
    <Ways ways={props.ways} />
    {props.mayMake ? <Make {...props} /> : null}
    <Made {...props} />
    {props.mayMake ? <GiveUp {...props} /> : null}
    {props.mayMake && props.files.some(one => one.number === null) ? (
      <SendMarks run={props.run.id} errors={props.errors} />
    ) : null}
    <IfTheBankFails />
  </section>
)
