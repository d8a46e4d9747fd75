import { Choices, DayField, Select, TextField, YesNo } from '../../nhs/public.ts'
import { exclusions, findRule, relations } from '../../rights/public.ts'
import { familyPlaces } from '../prepare-form.ts'
import { howSays } from '../rules/say.ts'
import { hows } from '../types.ts'

const choose = (texts: readonly string[]) =>
  texts.map(value => ({ value, label: value.replaceAll('-', ' ') }))

export const Consent = () => (
  <YesNo
    name="consented"
    label="Was consent to a direct payment given?"
    hint="It can be written down later. Nothing is paid as a direct payment before."
    yes={
      <>
        <TextField name="consentBy" label="Who consented" />
        <DayField name="consentOn" label="On which day" />
        <Select
          name="consentHow"
          label="How"
          none="Choose"
          options={hows.map(value => ({ value, label: howSays[value] }))}
        />
      </>
    }
  />
)

export const Orders = () => (
  <Choices
    name="orders"
    label="Is any of these court orders in force?"
    hint="Ask about each. An order rules out the direct payment only: the other two ways stay open."
    ways={[
      ...exclusions.map((value, place) => ({
        value,
        label: value.replaceAll('-', ' '),
        hint: findRule(`DP-EXCL-${'ABCDEFGH'[place]}`).says,
        also: (
          <>
            <DayField name={`${value}-from`} label="First day of the order" />
            <DayField name={`${value}-until`} label="Last day, if known" />
          </>
        ),
      })),
      { value: 'none', label: 'None of these', apart: true },
    ]}
  />
)

export const OneOff = () => (
  <YesNo
    name="oneOff"
    label="Is it a one-off payment?"
    hint="It may then go to an everyday account. We have not read a limit in the law; a local setting counts."
    yes={
      <>
        <TextField name="items" label="How many things it is for" width={3} numeric />
        <TextField
          name="paymentsInYear"
          label="How many payments in the financial year, this one too"
          width={3}
          numeric
        />
      </>
    }
  />
)

export const Family = () => (
  <>
    <h2>Family and friends who are paid</h2>
    <p>
      Leave it empty if nobody near to the person is paid. Family in the same household are paid for care only
      where it is necessary, and that is decided here, with the reason. Relatives who live elsewhere may be
      paid without more.
    </p>
    {familyPlaces.map(place => (
      <fieldset key={place} className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Person {place}</legend>
        <TextField name={`family-name-${place}`} label="Name" />
        <Select
          name={`family-relation-${place}`}
          label="What they are to the person"
          none="Choose"
          options={choose(relations)}
        />
        <Choices
          name={`family-household-${place}`}
          label="Household"
          ways={[{ value: 'yes', label: 'They live in the same household' }]}
        />
        <Select
          name={`family-for-${place}`}
          label="What they are paid for"
          none="Choose"
          options={choose(['care', 'help-with-managing'])}
        />
        <TextField name={`family-because-${place}`} label="Why it is necessary" />
      </fieldset>
    ))}
  </>
)
