import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  Choices,
  DataTable,
  DayField,
  Details,
  Form,
  InsetText,
  Money,
  MoneyField,
  Reading,
  SubmitButton,
  SummaryList,
  TextField,
  WarningCallout,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { AdvanceShown } from '../queries/advances.ts'
import type { ProposalShown, UseShown } from '../queries/proposals.ts'
import { sayLeft, type UseWarning } from '../rules/ceiling.ts'
import { leftOf, sayAdvance } from '../rules/netting.ts'
import { countedUses, repeatFrom } from '../rules/repeats.ts'
import { proposalKindNames } from '../types.ts'
import { proposedOn } from './proposals.tsx'

export type ProposalShows = {
  readonly proposal: ProposalShown
  /** The line of the plan that it is for, in its words; null where it is for no single one. */
  readonly line: string | null
  readonly uses: readonly UseShown[]
  readonly advance: AdvanceShown | null
  readonly may: { readonly use: boolean; readonly agree: boolean }
  /** What has to be looked at before one more use, in words. */
  readonly warned: readonly { readonly warning: UseWarning; readonly says: string }[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** How far an advance is, in one sentence. */
export function howFar(advance: AdvanceShown): string {
  const left = leftOf(advance)
  if (advance.paidOn === null)
    return 'It has not left us, or came back: nothing is taken off until it is paid.'
  if (left === nothing) return `All of it was taken off, in ${advance.times} payments.`
  return (
    `${sayMoney(advance.taken)} was taken off so far, in ${advance.times} of ${advance.parts} payments. ` +
    `${sayMoney(left)} is still ahead.`
  )
}

const factsOf = ({ proposal: one, line, advance }: ProposalShows) => [
  { says: 'For', is: <bdi>{one.full_name}</bdi> },
  { says: 'Budget', is: <a href={`/payments/for/${one.reference}`}>{one.reference}</a> },
  { says: one.what === 'repeat' ? 'Ceiling' : 'Sum', is: sayMoney(one.amount) },
  { says: one.what === 'repeat' ? 'From' : 'Due', is: sayDay(one.from_on) },
  ...(line === null ? [] : [{ says: 'Line of the plan', is: line }]),
  ...(one.urgent ? [{ says: 'Urgent', is: 'Yes, it cannot wait' }] : []),
  ...(one.supplier === null ? [] : [{ says: 'Paid to', is: <bdi>{one.supplier}</bdi> }]),
  ...(one.what === 'emergency'
    ? [
        {
          says: 'How it is taken off',
          is: sayAdvance({ amount: one.amount, parts: one.parts ?? 1, floor: one.floor ?? nothing }),
        },
      ]
    : []),
  ...(advance === null ? [] : [{ says: 'How far it is', is: howFar(advance) }]),
  { says: 'Proposed', is: proposedOn(one) },
  ...(one.decision === null
    ? []
    : [
        {
          says: one.decision.agreed ? 'Agreed' : 'Not agreed',
          is: `${one.decision.by}, ${sayDay(one.decision.on)}: ${one.decision.because}`,
        },
      ]),
  ...(one.ended_on === null
    ? []
    : [{ says: 'Ended', is: `${sayDay(one.ended_on)}: ${one.ended_because ?? ''}` }]),
]

const Decide = ({ proposal, may, typed, errors }: ProposalShows) => {
  if (proposal.decision !== null) return null
  if (!may.agree)
    return (
      <InsetText>
        <p>Somebody else than {proposal.who_name} has to agree: a finance officer or a head of service.</p>
      </InsetText>
    )
  return (
    <Form action={`/payments/proposals/${proposal.id}/decision`} name="Decide" typed={typed} errors={errors}>
      <h2>Do you agree?</h2>
      <p>
        Your name is kept with it. When you agree, it is owed and <bdi>{proposal.full_name}</bdi> gets a
        letter with the reason.
      </p>
      <Choice
        name="agreed"
        label="Is it right to pay it?"
        ways={[
          { value: 'yes', label: 'Yes, I agree' },
          { value: 'no', label: 'No' },
        ]}
      />
      <TextField name="why" label="Why?" hint="It stands in the letter" />
      <SubmitButton>Decide</SubmitButton>
    </Form>
  )
}

function becameOf(use: UseShown): string {
  if (use.ended_on !== null) return `Not owed after all: ${use.ended_because ?? ''}`
  if (use.returned_on !== null) return `Came back on ${sayShortDay(use.returned_on)}, paid again`
  if (use.released_on !== null) return `Left on ${sayShortDay(use.released_on)}`
  return use.run_id === null ? 'Due, in the next run' : 'In a run'
}

const Uses = ({ uses }: Pick<ProposalShows, 'uses'>) => (
  <DataTable
    caption="How it was used, newest first"
    columns={[
      { says: 'Day' },
      { says: 'Times', numeric: true },
      { says: 'Sum', numeric: true },
      { says: 'Noted by' },
      { says: 'What became of it' },
    ]}
    rows={uses.map(use => ({
      key: use.id,
      cells: [
        sayShortDay(use.used_on),
        String(use.times),
        <Money key="sum" sum={use.amount} />,
        use.who_name,
        becameOf(use),
      ],
    }))}
    empty="It has not been used yet."
  />
)

const Warned = ({ warned }: Pick<ProposalShows, 'warned'>) =>
  warned.length === 0 ? null : (
    <WarningCallout heading="Look at this first">
      <ul>
        {warned.map(({ warning, says }) => (
          <li key={warning}>{says}</li>
        ))}
      </ul>
      <Choices
        name="looked"
        label="It can still be paid"
        ways={[{ value: 'yes', label: 'I have looked at it' }]}
      />
    </WarningCallout>
  )

const UseIt = ({ proposal, warned, typed, errors }: ProposalShows) => (
  <>
    <Form
      action={`/payments/proposals/${proposal.id}/uses`}
      name="Pay it once more"
      typed={typed}
      errors={errors}
    >
      <h2>Pay it once more</h2>
      <p>Nobody has to be asked again, as long as the ceiling is not passed.</p>
      <DayField name="on" label="On which day was it given?" />
      <TextField name="times" label="How many times?" width={3} numeric />
      <MoneyField name="sum" label="How much in all?" />
      <TextField name="number" label="Number of the bill" hint="At most 18 letters; they see it" width={20} />
      <Warned warned={warned} />
      <SubmitButton>Pay it with the next run</SubmitButton>
    </Form>
    <Details says="End it before its last day" open={errors.some(({ field }) => field === 'ending')}>
      <Form action={`/payments/proposals/${proposal.id}/ending`} name="End it" typed={typed} errors={errors}>
        <TextField name="ending" label="Why does it end?" />
        <SubmitButton look="warning">End it</SubmitButton>
      </Form>
    </Details>
  </>
)

/** One proposal: what it is, who agreed and why, how far it is; and where it is decided or used. */
export const proposalPage = (shows: ProposalShows): Page => {
  const { proposal, uses, may, errors } = shows
  const repeat = proposal.what === 'repeat'
  const live = repeat && proposal.decision?.agreed === true
  return {
    title: proposalKindNames[proposal.what],
    back: '/payments/proposals',
    status: errors.length > 0 ? 422 : 200,
    errors,
    body: (
      <Reading>
        <h1>{proposalKindNames[proposal.what]}</h1>
        <p className="nhsuk-lede-text">{proposal.because}</p>
        {live ? <p>{sayLeft(repeatFrom(proposal), countedUses(uses))}</p> : null}
        <SummaryList facts={factsOf(shows)} />
        <Decide {...shows} />
        {live ? <Uses uses={uses} /> : null}
        {live && may.use && proposal.ended_on === null ? <UseIt {...shows} /> : null}
      </Reading>
    ),
  }
}
