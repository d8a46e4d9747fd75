import { sayMoney } from '../../kernel/money.ts'
import { lineKinds, unitsOfSupport } from '../../needs/public.ts'
import { Choice, Choices, LinkButton, MoneyField, Select, TextArea, TextField } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { costOfPlan } from '../rules/cost.ts'
import { kindNames } from '../says.ts'
import { type Budget, type Line, type Outcome, type Plan, wayNames, ways } from '../types.ts'
import { type EditShows, editPage, OutcomeChoice } from './edit.tsx'
import { InPart, Lines } from './plan-parts.tsx'

const unitOptions = [...unitsOfSupport, 'part'].map(value => ({
  value,
  label: value === 'part' ? 'part (a share of other costs)' : value,
}))
const perOptions = ['week', 'month', 'year'].map(value => ({ value, label: `a ${value}` }))

/** One arrangement: what, what for, how much of it at which price, how it is held and who is paid. */
export const lineEditPage = (shows: EditShows & { readonly outcomes: readonly Outcome[] }): Page =>
  editPage(shows, {
    title: 'An arrangement',
    children: (
      <>
        <h1>An arrangement</h1>
        <TextField name="says" label="What is arranged?" hint="For example: assistant in the mornings." />
        <OutcomeChoice outcomes={shows.outcomes} label="What is it for?" />
        <Select
          name="kind"
          label="What kind of arrangement is it?"
          options={lineKinds.map(value => ({ value, label: kindNames[value] }))}
        />
        <TextField name="units" label="How many?" width={5} />
        <Select name="unit" label="Of what?" options={unitOptions} />
        <Select name="per" label="How often?" options={perOptions} />
        <MoneyField name="rate" label="What does the plan pay for one?" />
        <MoneyField
          name="charge"
          label="What does it cost in full, if that is more?"
          hint="The plan has to cover the full cost. Leave this empty when it does."
        />
        <Choice
          name="way"
          label="How is the money for it held?"
          ways={ways.map(value => ({ value, label: wayNames[value] }))}
        />
        <TextField name="payee" label="Who is paid?" />
        <TextArea
          name="payeeWords"
          label="What does the bank call them on a statement?"
          hint="One name on each line. You can leave this empty."
          rows={3}
        />
        <Choices
          name="employs"
          label="Employing somebody"
          ways={[{ value: 'yes', label: 'The person, or somebody for them, employs this assistant' }]}
        />
      </>
    ),
  })

type LinesShows = {
  readonly plan: Plan
  readonly person: Page['person']
  readonly budget: Budget
  readonly mayWrite: boolean
}

const Against = ({ lines, budget }: { lines: readonly Line[]; budget: Budget }) =>
  budget === null ? null : (
    <p>
      Together they cost {sayMoney(costOfPlan(lines))} a week. The budget is {sayMoney(budget.weekly)} a week.
    </p>
  )

/** Every arrangement of a plan with its cost, against the budget. */
export const linesPage = ({ plan, person, budget, mayWrite }: LinesShows): Page => ({
  title: 'Arrangements',
  back: `/plans/${plan.reference}`,
  ...(person ? { person } : {}),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{plan.reference}</span> Arrangements
      </h1>
      <InPart plan={plan} />
      <Against lines={plan.lines} budget={budget} />
      <Lines
        lines={plan.lines}
        caption="What is arranged, pounds a week"
        to={place => (mayWrite ? `/plans/${plan.reference}/${place}` : null)}
      />
      {mayWrite ? (
        <LinkButton href={`/plans/${plan.reference}/lines/new`}>Add an arrangement</LinkButton>
      ) : null}
    </>
  ),
})
