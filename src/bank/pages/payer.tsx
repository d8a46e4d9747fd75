import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  Choices,
  DataTable,
  FileField,
  Form,
  Money,
  SubmitButton,
  SubmitButtons,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { CreditShown, PayerFile } from '../queries/payer.ts'
import { isProposal, noProposalSays, type Proposal } from '../rules/came-back.ts'

type Shows = {
  readonly credits: readonly CreditShown[]
  readonly files: readonly PayerFile[]
  readonly done: string | undefined
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}
type Proposed = CreditShown & { readonly found: Proposal }

const Returns = ({ credits, typed, errors }: Shows) => {
  const all = credits.filter((one): one is Proposed => isProposal(one.found))
  if (all.length === 0) return <p>No credit looks like a payment that came back.</p>
  return (
    <Form action="/bank/paying/decisions" name="Payments that came back" typed={typed} errors={errors}>
      <Choices
        name="returned"
        label="Which of these payments came back?"
        hint="What you tick is due again, its money is set aside again, and its holder gets a letter."
        ways={all.map(({ id, amount, on, words, found }) => ({
          value: id,
          label: `${sayMoney(amount)} to ${found.payment.paidTo}, ${found.payment.reference}`,
          hint:
            `Left on ${sayShortDay(found.payment.leftOn)}. ${found.why} ` +
            `The bank’s words on ${sayShortDay(on)}: ${words}`,
        }))}
      />
      <SubmitButtons>
        <SubmitButton name="what" value="returned">
          Note that these came back
        </SubmitButton>
      </SubmitButtons>
    </Form>
  )
}

const Others = ({ credits, typed, errors }: Shows) => {
  const all = credits.flatMap(one => (isProposal(one.found) ? [] : [{ ...one, found: one.found }]))
  return (
    <>
      <DataTable
        caption="Other money that came in"
        columns={[
          { says: 'Day' },
          { says: 'Sum', numeric: true },
          { says: 'The bank’s words' },
          { says: 'Why we take it for no return' },
        ]}
        rows={all.map(one => ({
          key: one.id,
          cells: [
            sayShortDay(one.on),
            <Money key="sum" sum={one.amount} />,
            <bdi key="words">{one.words}</bdi>,
            noProposalSays[one.found],
          ],
        }))}
        empty="Nothing else."
      />
      {credits.length === 0 ? null : (
        <Form action="/bank/paying/decisions" name="Something else" typed={typed} errors={errors}>
          <Choices
            name="other"
            label="Which of them are something else?"
            small
            ways={credits.map(({ id, amount, on, words }) => ({
              value: id,
              label: `${sayMoney(amount)} on ${sayShortDay(on)}`,
              hint: words,
            }))}
          />
          <TextField name="because" label="What are they?" hint="They are not listed any more" />
          <SubmitButton name="what" value="other" look="second">
            These are something else
          </SubmitButton>
        </Form>
      )}
    </>
  )
}

/** The statement of the account that payments leave from: what came back, what else came in. */
export const payerPage = (shows: Shows): Page => ({
  title: 'What came back to us',
  back: '/payments',
  status: shows.errors.length > 0 ? 422 : 200,
  errors: shows.errors,
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <>
      <h1>What came back to us</h1>
      <p>
        Read the statement of the account that payments leave from. Money that comes in is compared with the
        payments that left: by their reference, the sum and the days. You decide.
      </p>
      <Returns {...shows} />
      <Others {...shows} />
      <Form action="/bank/paying" name="Read a statement" files errors={shows.errors}>
        <h2>Read a statement</h2>
        <FileField
          name="statement"
          label="Statement of the paying account"
          hint="CAMT.053, MT940, OFX, QIF or CSV. Read again it adds nothing."
        />
        <SubmitButton>Read it</SubmitButton>
      </Form>
      <DataTable
        caption="Statements that were read"
        columns={[
          { says: 'File' },
          { says: 'Read' },
          { says: 'Lines', numeric: true },
          { says: 'Money in', numeric: true },
          { says: 'New', numeric: true },
          { says: 'Rows that could not be read', numeric: true },
        ]}
        rows={shows.files.map(one => ({
          key: one.id,
          cells: [
            <bdi key="name">{one.name}</bdi>,
            `${one.read_by_name}, ${sayDay(one.read_on)}`,
            String(one.lines),
            String(one.credits),
            String(one.fresh),
            String(one.refused),
          ],
        }))}
        empty="No statement of the paying account has been read yet."
      />
    </>
  ),
})
