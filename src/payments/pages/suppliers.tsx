import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, Form, Reading, SubmitButton, SubmitButtons, Tag, TextField } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { SupplierAccountShown } from '../queries/suppliers.ts'

type Filled = { readonly typed: Typed; readonly errors: readonly FieldError[] }
/** An account as a finance officer sees it: with its numbers while it waits to be checked. */
export type SupplierSeen = SupplierAccountShown & {
  readonly numbers: { readonly sortCode: string; readonly accountNumber: string } | null
  readonly own: boolean
}
type Shows = Filled & { readonly accounts: readonly SupplierSeen[]; readonly mayChange: boolean }

const Stands = ({ one }: { one: SupplierSeen }) => {
  if (one.closed_on !== null) return <Tag means="over">Given up</Tag>
  if (one.decided === 'approved') return <Tag means="good">In use</Tag>
  if (one.decided === 'refused') return <Tag means="bad">Refused</Tag>
  return <Tag means="needs-you">To be checked</Tag>
}

const waits = (one: SupplierSeen): boolean => one.decided === null && one.closed_on === null

const Accounts = ({ accounts }: Pick<Shows, 'accounts'>) => (
  <DataTable
    caption="Accounts of suppliers"
    columns={[
      { says: 'Supplier' },
      { says: 'Stands' },
      { says: 'Account' },
      { says: 'Given' },
      { says: 'Checked' },
    ]}
    rows={accounts.map(one => ({
      key: one.id,
      ...(waits(one) ? { marked: 'needs-you' as const } : {}),
      cells: [
        <bdi key="who">{one.supplier}</bdi>,
        <Stands key="stands" one={one} />,
        <span key="account">
          <bdi>{one.name_on_account}</bdi>, ending {one.ending}
        </span>,
        `${sayShortDay(one.given_on)}, ${one.given_by_name}`,
        one.decided_on === null
          ? ''
          : `${sayShortDay(one.decided_on)}, ${one.decided_by_name}: ${one.because}`,
      ],
    }))}
    empty="No supplier’s account has been given yet. Without one, what is owed to a supplier waits."
  />
)

const spaced = (sortCode: string): string => sortCode.replace(/(\d\d)(?=\d)/g, '$1-')

const ToCheck = ({ one, typed, errors }: Filled & { one: SupplierSeen }) => (
  <section>
    <h3>
      <bdi>{one.supplier}</bdi>
    </h3>
    <p>
      <bdi>{one.name_on_account}</bdi>
      {one.numbers === null
        ? `, ending ${one.ending}. `
        : `, sort code ${spaced(one.numbers.sortCode)}, account ${one.numbers.accountNumber}. `}
      {one.checked === 'passes'
        ? 'The numbers fit together. '
        : 'Our table does not know this sort code, so the numbers could not be checked. '}
      {one.own ? 'You gave it yourself: somebody else has to check it.' : null}
    </p>
    {one.own ? null : (
      <Form
        action={`/payments/suppliers/${one.id}/decision`}
        name={`The account of ${one.supplier}`}
        typed={typed}
        errors={errors}
      >
        <TextField
          name={`because-${one.id}`}
          label="What did you check, and with whom?"
          hint="Ring the supplier on a number that you know, not one that came with the account."
        />
        <SubmitButtons>
          <SubmitButton name="decided" value="approved">
            Approve the account
          </SubmitButton>
          <SubmitButton name="decided" value="refused" look="second">
            Refuse it
          </SubmitButton>
        </SubmitButtons>
      </Form>
    )}
  </section>
)

/** The accounts that the NHS pays suppliers into: given by one finance officer, checked by another. */
export const suppliersPage = ({ accounts, mayChange, typed, errors }: Shows): Page => ({
  title: 'Suppliers’ accounts',
  back: '/payments',
  wide: true,
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <>
      <h1>Suppliers’ accounts</h1>
      <p>
        Where the NHS arranges and pays, the money leaves for the supplier’s own account. One finance officer
        gives it, another checks it.
      </p>
      <Accounts accounts={accounts} />
      {mayChange ? (
        <Reading>
          {accounts.some(waits) ? <h2>To be checked</h2> : null}
          {accounts.filter(waits).map(one => (
            <ToCheck key={one.id} one={one} typed={typed} errors={errors} />
          ))}
          <h2>Give an account</h2>
          <Form action="/payments/suppliers" name="Give an account" typed={typed} errors={errors}>
            <TextField name="supplier" label="Supplier" hint="As it stands on its invoices" />
            <TextField name="name" label="Name on the account" />
            <TextField name="sortCode" label="Sort code" hint="Six digits, like 20-00-00" width={10} />
            <TextField name="accountNumber" label="Account number" hint="Eight digits" width={10} />
            <SubmitButton>Give this account</SubmitButton>
          </Form>
        </Reading>
      ) : null}
    </>
  ),
})
