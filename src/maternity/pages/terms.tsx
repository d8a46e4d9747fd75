import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  Choice,
  DataTable,
  DayField,
  Form,
  Money,
  MoneyField,
  Reading,
  SubmitButton,
  SummaryList,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { maternityAudiences, maternityStages } from '../../rights/public.ts'
import type { PriceSet } from '../queries/places.ts'
import { audienceSays, stageSays } from '../rules/say.ts'
import type { Offering, Place } from '../types.ts'
import { optionsOf } from './fields.tsx'

export const termForms = ['offering', 'prices', 'contracts'] as const
export type TermForm = (typeof termForms)[number]

export type TermsShow = {
  readonly body: { readonly name: string; readonly code: string }
  readonly today: PlainDate
  readonly offering: Offering | null
  readonly prices: readonly PriceSet[]
  readonly places: readonly Place[]
  readonly maySet: boolean
  readonly done: string | undefined
}

const Now = ({ offering }: TermsShow) => (
  <SummaryList
    facts={
      offering === null
        ? [{ says: 'Whom we offer it', is: 'Not said yet' }]
        : [
            { says: 'Whom we offer it', is: audienceSays[offering.audience] },
            { says: 'In our words', is: <bdi>{offering.words}</bdi> },
            { says: 'Since', is: sayShortDay(offering.from) },
            { says: 'Who decided it, and why', is: <bdi>{offering.because}</bdi> },
          ]
    }
  />
)

const Prices = ({ prices }: TermsShow) => (
  <DataTable
    caption="What each part is worth, the newest first"
    columns={[{ says: 'Part' }, { says: 'From' }, { says: 'Worth', numeric: true }, { says: 'Why, and who' }]}
    rows={prices.map(one => ({
      key: `${one.stage}-${one.from}-${one.amount}`,
      cells: [
        stageSays[one.stage],
        sayShortDay(one.from),
        <Money key="sum" sum={one.amount} />,
        <span key="why">
          <bdi>{one.because}</bdi>
          <span className="app-table__about">
            <bdi>{one.byName}</bdi>
          </span>
        </span>,
      ],
    }))}
    empty="No figure is set yet."
  />
)

const Contracts = ({ places }: TermsShow) => (
  <DataTable
    caption="Who has a contract today"
    columns={[{ says: 'Provider' }, { says: 'Part' }, { says: 'From' }, { says: 'Until' }]}
    rows={places.map(one => ({
      key: `${one.key}-${one.stage}`,
      cells: [
        <bdi key="who">{one.provider}</bdi>,
        stageSays[one.stage],
        sayShortDay(one.from),
        one.until === null ? 'No end is set' : sayShortDay(one.until),
      ],
    }))}
    empty="Nobody has a contract yet."
  />
)

/** What a body says for itself about maternity budgets, from when, who said it and why. */
export const termsPage = (shows: TermsShow): Page => ({
  title: 'Our maternity offer',
  back: '/maternity',
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.body.name}</span> Our maternity offer
      </h1>
      <p>No law and no national rule sets these. Your board decides them for itself, from a day.</p>
      <Now {...shows} />
      <Prices {...shows} />
      <Contracts {...shows} />
      {shows.maySet ? (
        <ul>
          <li>
            <a href="/maternity/terms/offering">Say whom we offer it</a>
          </li>
          <li>
            <a href="/maternity/terms/prices">Set what a part is worth</a>
          </li>
          <li>
            <a href="/maternity/terms/contracts">Write down a contract</a>
          </li>
        </ul>
      ) : null}
      <p>
        <a href={`/maternity/places/${shows.body.code}`}>What everybody sees</a>
      </p>
    </>
  ),
})

const Stage = () => (
  <Choice name="stage" label="Which part of the care?" ways={optionsOf(maternityStages, stageSays)} />
)
const From = () => <DayField name="from" label="From which day?" />
const Because = () => <TextField name="because" label="Who decided it, where and why?" />

const fields = {
  offering: () => (
    <>
      <Choice
        name="audience"
        label="Whom do we offer it?"
        ways={optionsOf(maternityAudiences, audienceSays)}
      />
      <TextArea name="words" label="In words that everybody understands" rows={2} />
      <From />
      <Because />
    </>
  ),
  prices: () => (
    <>
      <Stage />
      <MoneyField
        name="amount"
        label="What is it worth?"
        hint="Budgets that are taken up keep their figures."
      />
      <From />
      <Because />
    </>
  ),
  contracts: () => (
    <>
      <TextField name="provider" label="Provider" />
      <Stage />
      <From />
      <DayField name="until" label="The last day, if one is set" />
      <TextField name="place" label="Where is it?" />
      <TextArea name="offers" label="What do they offer?" rows={2} />
      <TextField name="beds" label="Beds, or at home" />
      <TextField name="distance" label="How far is it?" hint="For example: 3 miles from the market." />
      <TextArea
        name="said"
        label="What did women say?"
        hint="In their words. You can leave it out."
        rows={2}
      />
      <TextField name="saidSource" label="Who said it, and where can it be read?" />
      <TextArea name="openQuestions" label="What is not known?" rows={2} />
    </>
  ),
} as const satisfies Record<TermForm, () => unknown>

export const termTitles = {
  offering: 'Say whom we offer it',
  prices: 'Set what a part is worth',
  contracts: 'Write down a contract',
} as const satisfies Record<TermForm, string>

/** One form about what a body says for itself. */
export const termPage = (of: TermForm, typed: Typed, errors: readonly FieldError[]): Page => ({
  title: termTitles[of],
  back: '/maternity/terms',
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>{termTitles[of]}</h1>
      <Form action={`/maternity/terms/${of}`} typed={typed} errors={errors}>
        {fields[of]()}
        <SubmitButton>Save</SubmitButton>
      </Form>
    </Reading>
  ),
})
