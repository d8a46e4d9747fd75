import {
  Choice,
  Choices,
  DayField,
  type Way as FieldWay,
  type Html,
  InsetText,
  MoneyField,
  Select,
  TextArea,
  TextField,
  YesNo,
} from '../../nhs/public.ts'
import { communicationNeeds, legalBasisSays } from '../../people/public.ts'
import type { Typed } from '../../platform/route.ts'
import { longestWords, mostTyped, type Question } from '../forms/questions.ts'
import { hintOf, pathwaySays } from '../pathways.ts'
import { wayShort } from '../say.ts'
import { ways } from '../types.ts'

export type Known = { readonly id: string; readonly name: string; readonly own: boolean }
export type Icb = { readonly code: string; readonly name: string }

export type AskShows = {
  readonly typed: Typed
  /** Those for whom the asker may ask and who have a record already. */
  readonly known: readonly Known[]
  readonly icbs: readonly Icb[]
  /** The page holds one question, so that its label is the page's heading. */
  readonly heading: boolean
}

export const careWays: readonly FieldWay[] = Object.entries(pathwaySays).map(([value, label]) => ({
  value,
  label: value === 'not-sure' ? 'I am not sure' : label,
  hint: hintOf(value),
  apart: value === 'not-sure',
}))

const wayHints = {
  notional: 'You choose. The NHS pays and arranges.',
  'third-party': 'An organisation you trust holds the money and arranges things with you.',
  'direct-payment': 'The money comes to you or to somebody you name. You arrange and pay.',
} as const
export const askedWays: readonly FieldWay[] = [
  ...ways.map(value => ({ value, label: wayShort[value], hint: wayHints[value] })),
  { value: 'unknown', label: 'I don’t know yet', apart: true },
]

const forWhom = ({ known, heading }: AskShows) => {
  const self = known.find(({ own }) => own)
  const options: readonly FieldWay[] = [
    self ? { value: `person:${self.id}`, label: `Me (${self.name})` } : { value: 'myself', label: 'Me' },
    ...known.filter(({ own }) => !own).map(({ id, name }) => ({ value: `person:${id}`, label: name })),
    {
      value: 'child',
      label: known.length > 0 ? 'Another child of mine' : 'My child',
      hint: 'A child under 16.',
    },
    { value: 'represent', label: 'Somebody I represent', hint: 'The law lets you decide for them.' },
  ]
  return <Choice name="forWhom" label="Who is the budget for?" heading={heading} ways={options} />
}

const basisWays = (['deputy', 'lasting-power-property', 'lasting-power-health', 'attorney'] as const).map(
  value => ({
    value,
    label: legalBasisSays[value],
  }),
)

const needWays: readonly FieldWay[] = Object.entries(communicationNeeds).map(([value, need]) => ({
  value,
  label: need.says,
  also: 'asks' in need ? <TextField name={`detail-${value}`} label={need.asks} /> : undefined,
}))

const Communication = () => (
  <>
    <Choices
      name="needs"
      label="What helps with reading, talking or meeting?"
      hint="Choose all that apply. Choose none if nothing is needed."
      ways={needWays}
      small
    />
    <YesNo
      name="share"
      label="May we tell other NHS services about these needs?"
      hint="Only if you chose any."
    />
  </>
)

const partWays = ways.map(value => ({ value, label: wayShort[value] }))

const PartFields = ({ place }: { place: number }) => (
  <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-5">
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Part {place}</legend>
    <TextField name={`says-${place}`} label="What is it for?" />
    <Select
      name={`held-${place}`}
      label="How would you like this part held?"
      none="The same as the rest"
      options={partWays}
    />
    <MoneyField name={`weekly-${place}`} label="About how much a week, if you know" suffix="a week" />
  </fieldset>
)

export const Parts = () => (
  <>
    {Array.from({ length: mostTyped }, (_, place) => (
      <PartFields key={place} place={place + 1} />
    ))}
  </>
)

/** The fields of each question: the same on the pages of one thing each and on the dense page of staff. */
export const fields: Readonly<Record<Question, (shows: AskShows) => Html>> = {
  'for-whom': forWhom,
  'your-name': ({ heading }) => (
    <TextField name="yourName" label="What is your full name?" heading={heading} autocomplete="name" />
  ),
  basis: ({ heading }) => (
    <Choice
      name="basis"
      label="What lets you decide for them?"
      hint="We will ask to see the paper later."
      heading={heading}
      ways={basisWays}
    />
  ),
  name: () => (
    <>
      <TextField name="fullName" label="Full name" />
      <TextField name="preferredName" label="What they like to be called (optional)" />
    </>
  ),
  birth: () => <DayField name="bornOn" label="Date of birth" hint="For example, 31 3 1980" birthday />,
  'nhs-number': () => (
    <TextField
      name="nhsNumber"
      label="NHS number (optional)"
      hint="10 digits, like 999 123 4567. It is on any NHS letter. You can ask without it."
      width={20}
      numeric
    />
  ),
  address: () => (
    <>
      <TextField name="address1" label="First line of the address" autocomplete="address-line1" />
      <TextField name="address2" label="Second line (optional)" autocomplete="address-line2" />
      <TextField name="address3" label="Third line (optional)" />
      <TextField name="town" label="Town or city" autocomplete="address-level2" />
      <TextField name="postcode" label="Postcode" width={10} autocomplete="postal-code" />
      <Choices
        name="noFixedAddress"
        label="Or"
        ways={[{ value: 'yes', label: 'There is no fixed address' }]}
      />
    </>
  ),
  reach: () => (
    <>
      <TextField name="telephone" label="Telephone number" type="tel" width={20} autocomplete="tel" />
      <TextField name="email" label="E-mail address" type="email" autocomplete="email" />
    </>
  ),
  communication: Communication,
  care: ({ heading }) => <Choice name="care" label="Which care is it?" heading={heading} ways={careWays} />,
  icb: ({ icbs, heading }) => (
    <Choice
      name="icb"
      label="Which NHS board arranges the care?"
      hint="An integrated care board (ICB) is the NHS body for your area. Your GP practice belongs to it."
      heading={heading}
      ways={[
        ...icbs.map(({ code, name }) => ({ value: code, label: name })),
        { value: 'unknown', label: 'I don’t know', apart: true },
      ]}
    />
  ),
  words: ({ heading }) => (
    <TextArea
      name="words"
      label="What would you like the budget for?"
      hint="In your own words. What would be different? There is no wrong answer."
      heading={heading}
      rows={8}
      most={longestWords}
    />
  ),
  way: ({ heading }) => (
    <Choice
      name="way"
      label="How would you like the budget to be held?"
      hint="You can change your mind later. There are three ways."
      heading={heading}
      ways={askedWays}
    />
  ),
  parts: () => (
    <>
      <InsetText>
        <p>
          We decide each part by itself. Write one for each thing that you would like, or leave all of this
          empty and we take it as a whole.
        </p>
      </InsetText>
      <Parts />
    </>
  ),
}

/** The heading of each question's page. */
export const headings = {
  'for-whom': 'Who is the budget for?',
  'your-name': 'What is your full name?',
  basis: 'What lets you decide for them?',
  name: 'What is the name of the person the budget is for?',
  birth: 'When were they born?',
  'nhs-number': 'What is their NHS number?',
  address: 'Where do they live?',
  reach: 'How can we reach you?',
  communication: 'What do you need so that we understand each other?',
  care: 'Which care is it?',
  icb: 'Which NHS board arranges the care?',
  words: 'What would you like the budget for?',
  way: 'How would you like the budget to be held?',
  parts: 'The parts of the budget',
} as const satisfies Record<Question, string>

/** Questions whose one field is the heading of its page. */
export const headed: ReadonlySet<Question> = new Set([
  'for-whom',
  'your-name',
  'basis',
  'care',
  'icb',
  'words',
  'way',
])
