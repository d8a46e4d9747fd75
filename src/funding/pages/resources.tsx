import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import { type Strand, strandNames } from '../../needs/public.ts'
import {
  Choice,
  DataTable,
  DayField,
  Form,
  InsetText,
  MoneyTable,
  type Option,
  Reading,
  RuleNote,
  Select,
  SubmitButton,
  SummaryList,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { findRule } from '../../rights/public.ts'
import { paysTowards, reviewsOfStrand, rulesOfStrand } from '../rules/joining.ts'

type Part = {
  readonly strand: Strand
  readonly body: string
  readonly weekly: Pence
  readonly yearly: Pence
}
export type ResourcesShown = {
  readonly reference: string
  readonly person: NonNullable<Page['person']>
  readonly personId: string
  readonly today: PlainDate
  readonly parts: readonly Part[]
  readonly council: { readonly cost: Pence; readonly contribution: Pence; readonly pays: Pence } | null
  readonly joined: {
    readonly way: 'aligned' | 'pooled'
    readonly lead: string
    readonly under: string | null
    readonly from: PlainDate
    readonly because: string
  } | null
  readonly mayJoin: boolean
}

const Sums = ({ parts, today }: ResourcesShown) => (
  <MoneyTable
    caption={`What there is on ${sayShortDay(today)}, in pounds`}
    what="Part"
    columns={['A week', 'In 365 days']}
    rows={parts.map(({ strand, body, weekly, yearly }) => ({
      key: strand,
      says: strandNames[strand],
      about: body,
      sums: [weekly, yearly],
    }))}
    total="Together"
    empty="No budget is agreed yet."
  />
)

const Laws = ({ parts }: ResourcesShown) => (
  <DataTable
    caption="Each part keeps its own rules"
    columns={[{ says: 'Part' }, { says: 'Who pays towards it' }, { says: 'When it is looked at again' }]}
    rows={parts.map(({ strand }) => ({
      key: strand,
      cells: [strandNames[strand], paysTowards[strand], reviewsOfStrand[strand]],
    }))}
    empty="No part is agreed yet."
  />
)

const Person = ({ council }: ResourcesShown) => (
  <>
    <h2>What the person pays</h2>
    {council === null ? (
      <p>Nothing. There is no social care part.</p>
    ) : (
      <SummaryList
        facts={[
          { says: 'Social care costs', is: `${sayMoney(council.cost)} a week` },
          { says: 'The person pays', is: `${sayMoney(council.contribution)} a week, to the council` },
          { says: 'The council pays', is: `${sayMoney(council.pays)} a week` },
        ]}
      />
    )}
    <p>What is paid towards social care is never set against the health part.</p>
  </>
)

const Together = ({ joined, parts, reference, mayJoin }: ResourcesShown) => (
  <>
    <h2>How the money is held together</h2>
    {joined === null ? (
      <p>
        {parts.length > 1
          ? 'Nobody has written down who leads. Each body pays its own part.'
          : 'One body pays all of it.'}
      </p>
    ) : (
      <p>
        {joined.lead} leads, from {sayShortDay(joined.from)}.{' '}
        {joined.way === 'pooled'
          ? `The bodies pool their money under “${joined.under}”.`
          : 'Each body keeps its own money, side by side.'}{' '}
        Why: {joined.because}
      </p>
    )}
    <InsetText>
      <p>Whoever leads, each body stays answerable for its own part, and its own rules hold for it.</p>
    </InsetText>
    {mayJoin ? (
      <p>
        <a href={`/funding/${reference}/joining`}>Say who leads, and how the money is held</a>
      </p>
    ) : null}
  </>
)

const Sources = ({ parts }: ResourcesShown) => {
  const ids = [...parts.flatMap(({ strand }) => rulesOfStrand[strand]), 'NHS-ACT-S75', 'FUNDERS-APART']
  return (
    <>
      <h2>Where this is written, and how sure we are</h2>
      {ids.map(id => {
        const { says, source, confidence, from, until } = findRule(id)
        return <RuleNote key={id} {...{ says, source, confidence, from, until }} />
      })}
    </>
  )
}

/** One plan, every funder: what each gives, whose rules hold, who leads, and when each looks again. */
export const resourcesPage = (shows: ResourcesShown): Page => ({
  title: `Statement of resources, ${shows.reference}`,
  back: `/funding/${shows.reference}`,
  person: shows.person,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Statement of resources
      </h1>
      <p>Everything that pays for one plan, on one page. You can print it and take it with you.</p>
      <Sums {...shows} />
      <Person {...shows} />
      <Together {...shows} />
      <Laws {...shows} />
      <Sources {...shows} />
    </Reading>
  ),
})

type JoiningShown = Pick<ResourcesShown, 'reference' | 'person'> & {
  readonly bodies: readonly Option[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** Who leads, and whether money lies side by side or in a pool. */
export const joiningPage = ({ reference, person, bodies, typed, errors }: JoiningShown): Page => ({
  title: `How the money is held together, ${reference}`,
  back: `/funding/${reference}/resources`,
  person,
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{reference}</span> How the money is held together
      </h1>
      <Form action={`/funding/${reference}/joining`} typed={typed} errors={errors}>
        <Choice
          name="way"
          label="How do the bodies hold their money?"
          ways={[
            { value: 'aligned', label: 'Side by side', hint: 'Each keeps its own and pays its part.' },
            {
              value: 'pooled',
              label: 'In one pool',
              hint: 'Under an agreement of the bodies. Each stays answerable for its own part.',
              also: <TextField name="under" label="What is the agreement called?" />,
            },
          ]}
        />
        <Select name="lead" label="Which body leads?" options={bodies} none="Choose" />
        <DayField name="from" label="From which day?" />
        <TextArea name="because" label="Why?" />
        <SubmitButton>Write it down</SubmitButton>
      </Form>
    </Reading>
  ),
})
