import { sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { Choice, Choices, DayField, InsetText, MoneyField, TextArea, TextField } from '../../nhs/public.ts'
import { type MaternityStage, maternityStages, type StagePrices } from '../../rights/public.ts'
import { audienceSays, endingSays, howSays, saidSays, stageHint, stageSays } from '../rules/say.ts'
import { heldBy, pricesOf, totalOf } from '../rules/stand.ts'
import { answers, type Budget, endings, hows, type Offering, type Place } from '../types.ts'
import { Compare } from './compare.tsx'

export const optionsOf = <Key extends string>(keys: readonly Key[], says: Readonly<Record<Key, string>>) =>
  keys.map(value => ({ value, label: says[value] }))

/** What each form may show of the budget that it is about. */
export type FieldsShow = {
  readonly budget: Budget | null
  readonly staff: boolean
  readonly stage: MaternityStage | null
  readonly number: number
  /** Who has a contract for the stage today. */
  readonly places: readonly Place[]
  /** The figures of today. */
  readonly prices: StagePrices | null
  readonly offering: Offering | null
}

export const Offered = ({ offering }: FieldsShow) => (
  <InsetText>
    {offering === null ? (
      'Your board has not said whom it offers a budget.'
    ) : (
      <>
        Your board offers it to: {audienceSays[offering.audience].toLowerCase()}. <bdi>{offering.words}</bdi>
      </>
    )}
  </InsetText>
)

export const OfferFields = (shows: FieldsShow) => (
  <>
    <Offered {...shows} />
    <DayField name="dueOn" label="Due date" />
    <DayField name="offeredOn" label="Day of the offer" />
    <TextField name="fits" label="Why it is offered to her" hint="In a few words. You can leave it out." />
  </>
)

export const AnswerFields = ({ prices, staff }: FieldsShow) => (
  <>
    {prices === null ? null : (
      <InsetText>
        {maternityStages.map(stage => (
          <span key={stage}>
            {stageSays[stage]}: {sayMoney(prices[stage])}
            <br />
          </span>
        ))}
        Together {sayMoney(totalOf(prices))}. The NHS pays it. {staff ? 'She pays' : 'You pay'} nothing.
      </InsetText>
    )}
    <Choice
      name="said"
      label={staff ? 'What did she say?' : 'Do you want to choose who looks after you?'}
      hint="A no changes nothing of the care. It can become a yes later."
      ways={optionsOf(answers, saidSays)}
    />
    <TextArea name="words" label="Anything to add?" hint="You can leave it out." rows={2} />
  </>
)

export const ChoiceSides = ({ places, stage }: FieldsShow) =>
  stage === null ? null : (
    <>
      <p>{stageHint[stage]}</p>
      <Compare places={places} caption="Who can give this part of the care" />
    </>
  )

export const ChoiceFields = ({ places, stage, budget, staff }: FieldsShow) => {
  const price = budget === null || stage === null ? null : (pricesOf(budget)?.[stage] ?? null)
  return (
    <>
      {price === null ? null : (
        <InsetText>
          It costs the NHS {sayMoney(price)}, whoever is chosen. When a mind changes, the whole sum moves.
          Nothing is paid in cash.
        </InsetText>
      )}
      <Choice
        name="key"
        label={staff ? 'Whom does she choose?' : 'Whom do you choose?'}
        ways={places.map(({ key, provider, distance }) => ({ value: key, label: provider, hint: distance }))}
      />
      <TextArea name="because" label="Why?" hint="In your own words. You can leave it out." rows={2} />
      {staff ? (
        <Choices
          name="readBack"
          label="In the clinic"
          ways={[{ value: 'yes', label: 'I read it back to her, and it is right. Confirm it now' }]}
        />
      ) : null}
    </>
  )
}

export const ConfirmFields = ({ budget, number }: FieldsShow) => {
  const choice = budget?.choices.find(one => one.number === number)
  if (!budget || choice === undefined) return <p>There is no such choice.</p>
  const before = heldBy(budget, choice.stage)
  return (
    <InsetText>
      {stageSays[choice.stage]}: <bdi>{choice.provider}</bdi>, chosen on
      {` ${sayShortDay(choice.chosenOn)} by `}
      <bdi>{choice.byName}</bdi>. This sets {sayMoney(choice.price)} aside for them.
      {before === null ? null : (
        <>
          {' '}
          The same sum goes back from <bdi>{before.provider}</bdi>, so the total stays.
        </>
      )}
    </InsetText>
  )
}

export const CareFields = ({ budget, stage, places }: FieldsShow) => {
  const held = budget === null || stage === null ? null : heldBy(budget, stage)
  return (
    <>
      {stage === 'intrapartum' ? (
        <InsetText>The birth also ends the care in pregnancy, whatever the due date was.</InsetText>
      ) : null}
      <DayField name="on" label={stage === 'intrapartum' ? 'Day of the birth' : 'Last day of this care'} />
      <Choice
        name="how"
        label="Where was it given?"
        hint="The provider that gave the care gets the money of this part."
        ways={hows.map(value => ({
          value,
          label:
            value === 'as-chosen' && held !== null ? `${howSays[value]}: ${held.provider}` : howSays[value],
        }))}
      />
      <TextField
        name="provider"
        label="Who gave it, if somewhere else"
        hint={`For example ${places[0]?.provider ?? 'the name of the hospital'}.`}
      />
      <TextArea name="words" label="Anything to add?" hint="You can leave it out." rows={2} />
    </>
  )
}

export const ExtraFields = () => (
  <>
    <InsetText>
      This stays outside the budget. The NHS does not pay for it, and it changes nothing of the care.
    </InsetText>
    <TextField name="says" label="What is it?" hint="For example: a private class." />
    <MoneyField name="amount" label="What does it cost?" />
  </>
)

export const EndingFields = () => (
  <>
    <Choice name="what" label="Why is it closed?" ways={optionsOf(endings, endingSays)} />
    <DayField name="on" label="From which day?" />
    <TextField name="toBody" label="If she moves: which body looks after her then?" />
    <TextArea name="words" label="Anything colleagues should know" hint="You can leave it out." rows={2} />
    <Choices
      name="letter"
      label="Does she want it in writing?"
      hint="After a loss, send nothing unless she asks for it."
      ways={[{ value: 'yes', label: 'Yes, send a letter' }]}
    />
  </>
)
