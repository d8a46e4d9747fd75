import { sayDay, sayShortDay } from '../../kernel/days.ts'
import {
  Choice,
  Choices,
  DataTable,
  DayField,
  Form,
  Money,
  MoneyField,
  Reading,
  Select,
  SubmitButton,
  Tag,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { ProposalShown } from '../queries/proposals.ts'
import { type ProposalKind, proposalKindNames } from '../types.ts'

type Filled = { readonly typed: Typed; readonly errors: readonly FieldError[] }

const Stands = ({ one }: { one: ProposalShown }) => {
  if (one.decision === null && one.urgent)
    return <Tag means="needs-you">Urgent, waits for a second person</Tag>
  if (one.decision === null) return <Tag means="needs-you">Waits for a second person</Tag>
  if (!one.decision.agreed) return <Tag means="over">Not agreed</Tag>
  if (one.ended_on !== null) return <Tag means="over">{`Ended on ${sayShortDay(one.ended_on)}`}</Tag>
  return <Tag means="good">{`Agreed on ${sayShortDay(one.decision.on)}`}</Tag>
}

const rowOf = (one: ProposalShown) => ({
  key: one.id,
  ...(one.decision === null ? { marked: 'needs-you' as const } : {}),
  cells: [
    <a key="what" href={`/payments/proposals/${one.id}`}>
      {proposalKindNames[one.what]} for <bdi>{one.full_name}</bdi>
    </a>,
    one.because,
    <Money key="sum" sum={one.amount} />,
    `${one.who_name}, ${sayShortDay(one.on_day)}`,
    <Stands key="stands" one={one} />,
  ],
})

const whatHints = {
  'one-off': 'Equipment, a course, something that is bought once.',
  emergency: 'Money now, taken off the payments to come in parts, never below a floor.',
  repeat: 'The same thing again and again, as physiotherapy: paid without asking, up to a ceiling.',
} as const satisfies Record<ProposalKind, string>

const Begin = ({ kinds, typed, errors }: Filled & Pick<ListShows, 'kinds'>) => (
  <Form action="/payments/proposals" name="Propose a payment" typed={typed} errors={errors}>
    <h2>Propose a payment</h2>
    <p>Somebody else has to agree before anything is owed. The holder gets a letter when they do.</p>
    <Choice
      name="what"
      label="What is it?"
      ways={kinds.map(value => ({
        value,
        label: proposalKindNames[value],
        hint: whatHints[value],
      }))}
    />
    <TextField name="reference" label="Reference of the budget" hint="Like PHB-7K3M-9QT" width={20} />
    <SubmitButton>Go on</SubmitButton>
  </Form>
)

type ListShows = Filled & {
  readonly proposals: readonly ProposalShown[] /** What the reader may propose; empty where nothing. */
  readonly kinds: readonly ProposalKind[]
}

/** What was proposed to be paid, what waits for a second person, and where one begins. */
export const proposalsPage = ({ proposals, kinds, typed, errors }: ListShows): Page => ({
  title: 'One-off payments, advances, agreed ahead',
  back: '/payments',
  wide: true,
  status: errors.length > 0 ? 422 : 200,
  errors,
  body: (
    <>
      <h1>One-off payments, advances, agreed ahead</h1>
      <DataTable
        caption="What was proposed, what waits on top"
        columns={[
          { says: 'What' },
          { says: 'For' },
          { says: 'Sum or ceiling', numeric: true },
          { says: 'Proposed' },
          { says: 'Stands' },
        ]}
        rows={proposals.map(rowOf)}
        empty="Nothing has been proposed yet."
      />
      {kinds.length > 0 ? <Begin kinds={kinds} typed={typed} errors={errors} /> : null}
    </>
  ),
})

export type NewShows = Filled & {
  readonly what: ProposalKind
  readonly reference: string
  readonly name: string
  /** Lines of the plan: those that the NHS pays itself, or those whose money goes to the holder. */
  readonly lines: readonly { readonly value: string; readonly label: string }[]
}

const Emergency = () => (
  <>
    <TextField
      name="parts"
      label="In how many payments is it taken off?"
      hint="1 to 24. Agree it with the holder."
      width={3}
      numeric
    />
    <MoneyField
      name="floor"
      label="Below which sum may no payment go?"
      hint="What wages and bills need each time. What does not fit is taken later."
    />
  </>
)

const Repeat = ({ lines }: Pick<NewShows, 'lines'>) => (
  <>
    <DayField name="until" label="The last day on which it may be used" />
    <TextField name="mostTimes" label="How many times at most?" width={4} numeric />
    <TextField name="supplier" label="Who is paid?" hint="As the name is on their bills" />
    <Select
      name="line"
      label="Which line of the plan is it charged to?"
      hint="Only lines that the NHS pays itself: the holder has no money for them."
      options={[{ value: '', label: 'Choose a line' }, ...lines]}
    />
  </>
)

const Once = ({ lines }: Pick<NewShows, 'lines'>) => (
  <>
    <Select
      name="line"
      label="Which line of the plan is it for?"
      hint="Leave it where it is for no single line."
      options={[{ value: '', label: 'No single line' }, ...lines]}
    />
    <Choices
      name="urgent"
      label="Can it wait?"
      ways={[
        { value: 'yes', label: 'No, it is urgent', hint: 'It stands on top of what finance has to decide.' },
      ]}
    />
  </>
)

const sumSays = {
  'one-off': 'How much?',
  emergency: 'How much?',
  repeat: 'How much at most, in all?',
} as const
const fromSays = {
  'one-off': 'Due on which day?',
  emergency: 'Due on which day?',
  repeat: 'The first day on which it may be used',
} as const

/** The rest of a proposal, for one budget. */
export const newProposalPage = ({ what, reference, name, lines, typed, errors }: NewShows): Page => ({
  title: proposalKindNames[what],
  back: '/payments/proposals',
  status: errors.length > 0 ? 422 : 200,
  errors,
  body: (
    <Reading>
      <h1>{proposalKindNames[what]}</h1>
      <p>
        For <bdi>{name}</bdi>, {reference}. {whatHints[what]}
      </p>
      <Form
        action={`/payments/proposals/new/${what}/${reference}`}
        name="Propose it"
        typed={typed}
        errors={errors}
      >
        <TextField
          name="because"
          label="What is it for?"
          hint="One sentence. The family reads it in the letter and beside the payment."
        />
        <MoneyField name="amount" label={sumSays[what]} />
        <DayField name="from" label={fromSays[what]} />
        {what === 'emergency' ? <Emergency /> : null}
        {what === 'repeat' ? <Repeat lines={lines} /> : <Once lines={lines} />}
        <SubmitButton>Propose it</SubmitButton>
      </Form>
    </Reading>
  ),
})

export const proposedOn = (one: ProposalShown): string => `${one.who_name}, ${sayDay(one.on_day)}`
