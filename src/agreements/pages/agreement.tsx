import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { type Pence, plus, sayMoney } from '../../kernel/money.ts'
import {
  EmptyState,
  Form,
  InsetText,
  LinkButton,
  SubmitButton,
  SubmitButtons,
  SummaryList,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Case } from '../../requests/public.ts'
import type { AccountRow } from '../queries/accounts.ts'
import type { Agreement } from '../queries/agreements.ts'
import { type EndGround, sayGround } from '../rules/ending.ts'
import type { Missing } from '../rules/missing.ts'
import { holderSays } from '../rules/say.ts'
import type { Fact } from '../types.ts'
import { Accounts, Conditions, Facts, Family, MissingList, Rules, Ways } from './parts.tsx'

export type Shows = {
  readonly found: Case
  readonly strip: NonNullable<Page['person']>
  readonly today: PlainDate
  readonly current: Agreement | null
  /** A newer one that both sides have not signed yet. */
  readonly waiting: Agreement | null
  readonly facts: readonly Fact[]
  readonly ending: {
    readonly ends_on: PlainDate
    readonly ground: string
    readonly because: string
    readonly notice_on: PlainDate
  } | null
  readonly accounts: readonly AccountRow[]
  readonly seesAccounts: boolean
  readonly missing: readonly Missing[]
  /** The day that what is missing is asked for. */
  readonly day: PlainDate
  readonly flowsFrom: PlainDate | null
  readonly may: {
    readonly prepare: boolean
    readonly signForBody: boolean
    readonly sign: boolean
    readonly give: boolean
    readonly decide: boolean
    readonly note: boolean
  }
  readonly done?: string
}

const weeklyOf = (one: Agreement): Pence =>
  plus(one.weekly_direct, one.weekly_third_party, one.weekly_notional)

const paidOut = (one: Agreement): boolean => one.weekly_direct + one.weekly_third_party > 0n

/** Where it stands, in one sentence. */
function standsSo({ current, missing, ending, flowsFrom, day, seesAccounts }: Shows): string {
  if (ending !== null) return `This agreement ends. Its last day is ${sayDay(ending.ends_on)}.`
  if (current === null) return 'There is no agreement yet about how the budget is held.'
  if (missing.length === 1) return 'One thing is missing before this agreement is complete.'
  if (missing.length > 1) return `${missing.length} things are missing before this agreement is complete.`
  if (!paidOut(current)) return 'Both sides have signed. The NHS arranges and pays for what the plan says.'
  if (!seesAccounts) return 'Both sides have signed.'
  return `Nothing is missing. Money can be paid from ${sayDay(flowsFrom ?? day)}.`
}

const Ending = ({ ending }: { ending: NonNullable<Shows['ending']> }) => (
  <InsetText>
    <p>
      The last day is {sayDay(ending.ends_on)}. Notice was given on {sayDay(ending.notice_on)}.
    </p>
    <p>
      {sayGround(ending.ground as EndGround)} {ending.because}
    </p>
  </InsetText>
)

/** The office's own signature: one button, on the agreement as it stands. */
const BodySignature = ({ shows }: { shows: Shows }) => {
  const newest = shows.waiting ?? shows.current
  if (!shows.may.signForBody || newest === null || newest.signed_by_body_on !== null || shows.ending !== null)
    return null
  return (
    <Form action={`/agreements/${shows.found.reference}/body-signature`} name="Sign for the NHS">
      <input type="hidden" name="agreement" value={newest.id} />
      <p>
        The agreement from {sayDay(newest.from_on)} waits for the signature of the NHS. By signing you say
        that you have read it and that you did not write it.
      </p>
      <SubmitButton>Sign for the NHS</SubmitButton>
    </Form>
  )
}

const Buttons = ({ shows }: { shows: Shows }) => {
  const { may, found, waiting, current } = shows
  const at = `/agreements/${found.reference}`
  const open = shows.ending === null
  const newest = waiting ?? current
  return (
    <SubmitButtons>
      {may.sign && open ? <LinkButton href={`${at}/signature`}>Read and sign</LinkButton> : null}
      {may.give && open && newest !== null && paidOut(newest) ? (
        <LinkButton href={`${at}/account`} second={may.sign}>
          {shows.accounts.length === 0 ? 'Give a bank account' : 'Change the bank account'}
        </LinkButton>
      ) : null}
      {may.prepare && open ? (
        <LinkButton href={`${at}/preparation`} second={current !== null}>
          {current === null ? 'Prepare the agreement' : 'Prepare a new agreement'}
        </LinkButton>
      ) : null}
      {may.prepare && open && newest !== null && newest.signed_by_person_on === null ? (
        <LinkButton href={`${at}/paper-signature`} second>
          Write down a signature on paper
        </LinkButton>
      ) : null}
      {may.note && current !== null ? (
        <LinkButton href={`${at}/facts`} second>
          Tell us what has changed
        </LinkButton>
      ) : null}
    </SubmitButtons>
  )
}

const Held = ({ one }: { one: Agreement }) => (
  <SummaryList
    facts={[
      { says: 'From', is: sayDay(one.from_on) },
      {
        says: 'Who holds the direct payment',
        is: one.weekly_direct > 0n ? `${one.holder_name}. ${holderSays[one.holder_kind]}.` : 'There is none',
      },
      ...(one.third_party_id === null
        ? []
        : [{ says: 'Who holds the third-party budget', is: one.third_party_name }]),
      { says: 'Together, a week', is: sayMoney(weeklyOf(one)) },
      {
        says: 'Notice before money is reduced or stopped',
        is: `At least ${one.notice_days} days, in writing, with reasons`,
      },
      ...(one.one_off_items === null
        ? []
        : [{ says: 'One-off payment', is: `Yes, for ${one.one_off_items} things, into any account` }]),
      ...(one.employs ? [{ says: 'Employs assistants', is: 'Yes, so employer’s insurance is needed' }] : []),
    ]}
  />
)

const Whole = ({ shows, one }: { shows: Shows; one: Agreement }) => (
  <>
    <h2>How it is held</h2>
    <Held one={one} />
    <Ways one={one} />
    <Family one={one} />
    <h2>What was agreed</h2>
    <Conditions conditions={one.conditions} />
    {shows.seesAccounts && paidOut(one) ? (
      <Accounts accounts={shows.accounts} decide={shows.may.decide} />
    ) : null}
    <Facts facts={shows.facts} />
  </>
)

/** How a budget is held: what is missing and whose turn it is first, then everything that was agreed. */
export const agreementPage = (shows: Shows): Page => ({
  title: 'Your agreement',
  back: `/cases/${shows.found.reference}`,
  person: shows.strip,
  ...(shows.done ? { done: shows.done } : {}),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.found.reference}</span> How the budget is held
      </h1>
      <p className="nhsuk-lede-text">{standsSo(shows)}</p>
      {shows.ending === null ? null : <Ending ending={shows.ending} />}
      <MissingList missing={shows.missing} />
      {shows.waiting === null ? null : (
        <InsetText>
          <p>
            A new agreement from {sayShortDay(shows.waiting.from_on)} waits for signatures. Until both sides
            have signed it, the one below holds.
          </p>
        </InsetText>
      )}
      <BodySignature shows={shows} />
      <Buttons shows={shows} />
      {shows.current === null ? (
        <EmptyState
          says="There is no agreement yet."
          next={
            'Once the plan is agreed, your case worker prepares the agreement with you. ' +
            'Nothing is paid before both sides have signed it.'
          }
        />
      ) : (
        <Whole shows={shows} one={shows.current} />
      )}
      <Rules missing={shows.missing} conditions={shows.current?.conditions ?? []} />
    </>
  ),
})
