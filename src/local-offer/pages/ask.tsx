import { sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  Form,
  HiddenFields,
  MoneyField,
  Reading,
  Select,
  SubmitButton,
  TextArea,
  YesNo,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { relations } from '../../rights/public.ts'
import { everyLabel, relationSays, saySign } from '../rules/say.ts'
import { type AskedBudget, everys, type Sign } from '../types.ts'

export type AskShows = {
  readonly budget: AskedBudget
  readonly person?: Page['person']
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const pageOf = (title: string, { budget, person, errors }: AskShows, body: Page['body']): Page => ({
  title,
  back: `/local-offer/${budget.reference}`,
  errors,
  status: errors.length > 0 ? 422 : 200,
  ...(person ? { person } : {}),
  body: <Reading>{body}</Reading>,
})

const Family = () => (
  <>
    <Select
      name="relation"
      label="Who are they to the person whose budget it is?"
      none="Choose one"
      options={relations.map(value => ({ value, label: relationSays[value] }))}
    />
    <YesNo name="sameHousehold" label="Do they live in the same home?" />
    <Choice
      name="paidFor"
      label="What would they be paid for?"
      ways={[
        { value: 'care', label: 'Care' },
        { value: 'help-with-managing', label: 'Help with managing the money' },
      ]}
    />
  </>
)

const Outcomes = ({ outcomes }: Pick<AskedBudget, 'outcomes'>) =>
  outcomes.length === 0 ? null : (
    <Select
      name="outcome"
      label="Which aim in the plan does it help with?"
      hint="You can leave this out."
      none="Not sure, or none of them"
      options={outcomes.map(value => ({ value, label: value }))}
    />
  )

const planWays = ({ lines }: AskedBudget) => [
  ...lines.map(({ key, says, payee, left }) => ({
    value: `line:${key}`,
    label: says,
    hint: [payee, `${sayMoney(left)} left this budget year`].filter(part => part !== '').join(', '),
  })),
  { value: 'not-in-plan', label: 'It is not in the plan', apart: lines.length > 0 },
  { value: 'not-sure', label: 'I am not sure' },
]

/** The question, on one page: what, how much, what for, in the plan or not, who would be paid. */
export const askPage = (shows: AskShows): Page =>
  pageOf(
    'Can I buy this?',
    shows,
    <>
      <h1>Can I buy this?</h1>
      <p>
        Ask before you buy. You get an answer in writing. If the answer is yes, it protects you later. People
        who help with the money can read what you write here.
      </p>
      <Form
        action={`/local-offer/${shows.budget.reference}/questions`}
        typed={shows.typed}
        errors={shows.errors}
      >
        <TextArea name="words" label="What do you want to buy?" hint="Use your own words." rows={3} />
        <MoneyField name="sum" label="What does it cost?" hint="For example, 28.00" />
        <Choice
          name="every"
          label="How often would you pay that?"
          ways={everys.map(value => ({ value, label: everyLabel(value) }))}
        />
        <TextArea name="whatFor" label="What is it for?" hint="How would it help?" rows={3} />
        <Outcomes outcomes={shows.budget.outcomes} />
        <Choice name="plan" label="Is it in the plan?" ways={planWays(shows.budget)} />
        <Choice
          name="payee"
          label="Who would be paid?"
          ways={[
            { value: 'firm', label: 'A shop, a firm or a worker' },
            { value: 'family', label: 'Family, or somebody who lives in the same home', also: <Family /> },
          ]}
        />
        <SubmitButton>Ask</SubmitButton>
      </Form>
    </>,
  )

/** One more question, where words may mean something that the money does not buy. Nothing is sent yet. */
export const signsPage = (shows: AskShows & { readonly signs: readonly Sign[] }): Page => {
  const { typed, errors, budget, signs } = shows
  const kept = Object.fromEntries(Object.entries(typed).filter(([name]) => !own.includes(name)))
  return pageOf(
    'Is it one of these?',
    shows,
    <>
      <p className="nhsuk-caption-l">One more question</p>
      <Form action={`/local-offer/${budget.reference}/questions`} typed={typed} errors={errors}>
        <HiddenFields values={{ ...kept, signsAsked: 'yes' }} />
        <Choice
          name="saidToBe"
          label="Is it one of these?"
          heading
          hint="Some words could mean a thing that the money does not buy. You know best what it is."
          ways={[
            ...signs.map(value => ({ value, label: saySign(value) })),
            { value: 'none', label: 'No, it is something else', apart: true },
            { value: 'not-sure', label: 'I am not sure' },
          ]}
        />
        <SubmitButton>Ask</SubmitButton>
      </Form>
    </>,
  )
}

const own: readonly string[] = ['_csrf', 'once', 'saidToBe', 'signsAsked']
