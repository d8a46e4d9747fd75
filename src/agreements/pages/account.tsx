import { sayDay } from '../../kernel/days.ts'
import {
  Choice,
  Form,
  InsetText,
  SubmitButton,
  SummaryList,
  TextArea,
  TextField,
  WarningCallout,
  YesNo,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { AccountDetails, AccountRow } from '../queries/accounts.ts'
import { decideAccountSays } from '../rules/account.ts'
import { checkSays } from '../rules/account-check.ts'
import { ownerSays } from '../rules/say.ts'
import type { AccountOwner } from '../types.ts'
import { Rules, stateOf } from './parts.tsx'

type GiveShows = {
  readonly reference: string
  readonly strip: NonNullable<Page['person']>
  readonly owners: readonly AccountOwner[]
  readonly oneOff: boolean
  readonly isChange: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** The holder gives an account to pay into. */
export const givePage = (shows: GiveShows): Page => ({
  title: shows.isChange ? 'Change the bank account' : 'Give a bank account',
  back: `/agreements/${shows.reference}`,
  person: shows.strip,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  body: (
    <>
      <h1>{shows.isChange ? 'Change the bank account' : 'Give a bank account'}</h1>
      <p>
        A finance officer looks at it before anything is paid into it. We keep the numbers encrypted; on your
        pages you see the last four digits only.
      </p>
      {shows.isChange ? (
        <InsetText>
          <p>Payments go to the account we have until the new one is approved.</p>
        </InsetText>
      ) : null}
      <Form action={`/agreements/${shows.reference}/account`} typed={shows.typed} errors={shows.errors}>
        <TextField name="name" label="Name on the account" autocomplete="off" />
        <TextField
          name="sortCode"
          label="Sort code"
          hint="Six digits, like 10-20-30"
          width={5}
          numeric
          autocomplete="off"
        />
        <TextField
          name="accountNumber"
          label="Account number"
          hint="6 to 8 digits, like 00733445"
          width={10}
          numeric
          autocomplete="off"
        />
        <Choice
          name="whose"
          label="Whose account is it?"
          ways={shows.owners.map(value => ({ value, label: ownerSays[value] }))}
        />
        <YesNo
          name="solePurpose"
          label="Is the account used for this money only?"
          hint={
            shows.oneOff
              ? 'For a one-off payment it does not have to be.'
              : 'It must not be the account for wages, rent or shopping, unless it is a managed account.'
          }
        />
        <YesNo name="othersUseIt" label="Can anybody else use it, who is not named in the agreement?" />
        <YesNo name="auditable" label="Do statements show each sum, where it came from and where it went?" />
        <SubmitButton>Send the account</SubmitButton>
      </Form>
    </>
  ),
})

type DecideShows = {
  readonly account: AccountRow
  readonly strip: NonNullable<Page['person']>
  readonly holderName: string
  readonly details: AccountDetails | null
  readonly problems: Parameters<typeof decideAccountSays>[0][]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const yesOrNo = (is: boolean): string => (is ? 'Yes' : 'No')

const spaced = (sortCode: string): string => sortCode.replace(/(\d\d)(?=\d)/g, '$1-')

const What = ({ account, details, holderName }: DecideShows) => (
  <SummaryList
    facts={[
      { says: 'Holder in the agreement', is: holderName },
      { says: 'Name on the account', is: account.name_on_account },
      { says: 'Sort code', is: details === null ? 'Not shown' : spaced(details.sortCode) },
      {
        says: 'Account number',
        is: details === null ? `Ending ${account.ending}` : details.accountNumber,
      },
      { says: 'Do the numbers fit together?', is: checkSays[account.checked] },
      { says: 'Whose', is: ownerSays[account.whose] },
      { says: 'For this money only', is: yesOrNo(account.sole_purpose) },
      { says: 'Others can use it', is: yesOrNo(account.others_use_it) },
      { says: 'Statements show each sum', is: yesOrNo(account.auditable) },
      { says: 'One-off payment', is: yesOrNo(account.one_off) },
      { says: 'Given', is: sayDay(account.given_on) },
      { says: 'State', is: stateOf(account)[0] },
    ]}
  />
)

/** A finance officer sees the numbers and decides: approve, refuse with the reason, or give up one in use. */
export const decidePage = (shows: DecideShows): Page => ({
  title: 'Decide about a bank account',
  back: `/agreements/${shows.account.reference}`,
  person: shows.strip,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.account.reference}</span> Decide about a bank account
      </h1>
      <What {...shows} />
      <p>That you looked at these numbers is written down.</p>
      {shows.problems.length === 0 ? null : (
        <WarningCallout heading="It cannot be approved as it is">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {shows.problems.map(problem => (
              <li key={problem}>{decideAccountSays(problem)}</li>
            ))}
          </ul>
        </WarningCallout>
      )}
      {shows.account.closed_on === null ? <Decide {...shows} /> : null}
      <Rules missing={[]} conditions={conditionsOf} />
    </>
  ),
})

const conditionsOf = (
  ['DP-ACC-01', 'DP-ACC-02', 'DP-ACC-03', 'DP-ACC-04', 'DP-ACC-06', 'DP-ACC-08'] as const
).map(rule => ({ key: rule, says: '', rule }))

const Decide = ({ account, typed, errors }: DecideShows) => (
  <Form
    action={`/agreements/${account.reference}/account/${account.id}/decision`}
    typed={typed}
    errors={errors}
  >
    <Choice
      name="decided"
      label="What do you decide?"
      ways={
        account.approved_on === null
          ? [
              { value: 'approved', label: 'Approve it' },
              { value: 'refused', label: 'Do not approve it' },
            ]
          : [{ value: 'closed', label: 'Use it no longer' }]
      }
    />
    <TextArea
      name="because"
      label="The reason, if you do not approve it. The holder reads it"
      rows={3}
      most={500}
    />
    <SubmitButton>Write the decision down</SubmitButton>
  </Form>
)
