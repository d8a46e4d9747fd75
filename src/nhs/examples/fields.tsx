import type { ReactElement } from 'react'
import { Choice, Choices, DayField, YesNo } from '../fields-choice.tsx'
import { FileField, PasswordField, Select } from '../fields-other.tsx'
import { CodeField, MoneyField, TextArea, TextField } from '../fields-text.tsx'
import { ErrorSummary, Form, LinkButton, SubmitButton, SubmitButtons } from '../form.tsx'
import { type FieldError, FormSays, type Typed } from '../model.ts'
import type { Example } from '../style-page.tsx'
import { emoji, rightToLeft } from './cases.tsx'

const typed: Typed = {
  full: `<script>alert("hello")</script>`,
  rtl: rightToLeft,
  emoji,
  about: 'I like trains, and quiet.\nI do not like being hurried.',
  'bad-born-day': '31',
  'bad-born-month': '2',
  'bad-born-year': '2017',
  held: 'mix',
  needs: ['breathing', 'mobility'],
  'bad-sum': 'twelve',
  council: 'ashdale',
}

const errors: readonly FieldError[] = [
  { field: 'bad-name', says: 'Write the name of the person who needs the budget' },
  { field: 'bad-born', says: 'There is no 31 February. Check the day and the month' },
  { field: 'bad-sum', says: 'Write the sum in figures, like 12.50' },
  { field: 'bad-way', says: 'Choose how the money should be held' },
  { field: 'bad-file', says: 'That file is 30 MB. Send one of 10 MB or less' },
]

const inForm = (name: string, element: ReactElement): Example => ({
  name,
  element: <FormSays.Provider value={{ typed, errors }}>{element}</FormSays.Provider>,
})

const ways = [
  { value: 'notional', label: 'We arrange it for you', hint: 'You choose; the NHS pays and arranges.' },
  { value: 'third-party', label: 'Somebody else holds it', hint: 'An organisation you trust.' },
  {
    value: 'direct',
    label: 'You hold it yourself',
    also: <TextField name="bank-name" label="Name of the account" />,
  },
  { value: 'mix', label: 'A mix of these', apart: true },
]

const needs = [
  { value: 'breathing', label: 'Breathing' },
  { value: 'mobility', label: 'Moving around' },
  { value: 'none', label: 'None of these', apart: true },
]

const councils = [
  { value: 'millbrook', label: 'Millbrook Council' },
  { value: 'ashdale', label: 'Ashdale Council' },
]

export const fieldExamples: readonly Example[] = [
  {
    name: 'Error summary',
    element: <ErrorSummary errors={errors} />,
  },
  inForm('Text with a script typed into it', <TextField name="full" label="Full name" autocomplete="name" />),
  inForm(
    'Text from right to left',
    <TextField name="rtl" label="Full name" hint="As it stands on letters" />,
  ),
  inForm('Text with an emoji', <TextField name="emoji" label="What people call you" />),
  inForm(
    'Text with an error',
    <TextField name="bad-name" label="Whose budget is it?" hint="First and last name" />,
  ),
  inForm(
    'E-mail address',
    <TextField name="email" label="E-mail address" type="email" autocomplete="email" />,
  ),
  inForm('Several lines', <TextArea name="about" label="About me" hint="In your own words" most={2000} />),
  inForm('Money', <MoneyField name="sum" label="How much a week?" suffix="a week" />),
  inForm('Money with an error', <MoneyField name="bad-sum" label="How much did it cost?" />),
  inForm('Day', <DayField name="born" label="Date of birth" hint="For example, 31 3 1980" birthday />),
  inForm('Day with an error', <DayField name="bad-born" label="When did it start?" />),
  inForm('Choice', <Choice name="held" label="How should the money be held?" ways={ways} />),
  inForm('Choice with an error', <Choice name="bad-way" label="How is it held?" ways={ways.slice(0, 2)} />),
  inForm('Yes or no', <YesNo name="lives" label="Does Yusuf live with you?" />),
  inForm(
    'Yes or no with more after a yes',
    <YesNo
      name="pa"
      label="Do you pay assistants?"
      yes={<TextField name="pa-count" label="How many?" width={2} numeric />}
    />,
  ),
  inForm('Choices', <Choices name="needs" label="What does Yusuf need help with?" ways={needs} />),
  inForm(
    'One of many',
    <Select name="council" label="Your council" none="Choose a council" options={councils} />,
  ),
  inForm('File', <FileField name="file" label="Statement" hint="OFX, QIF, CSV or XML, up to 10 MB" />),
  inForm('File with an error', <FileField name="bad-file" label="Receipt" />),
  inForm('Password', <PasswordField name="password" label="Password" />),
  inForm('Code', <CodeField name="code" label="Code" hint="6 digits from your app" />),
  {
    name: 'Buttons of a form',
    element: (
      <Form action="/style" csrf="none" once="none">
        <SubmitButtons>
          <SubmitButton>Save and go on</SubmitButton>
          <SubmitButton look="second" name="then" value="later">
            Save for later
          </SubmitButton>
          <SubmitButton look="warning" name="then" value="stop">
            Stop the payments
          </SubmitButton>
          <a href="/style">Cancel</a>
        </SubmitButtons>
      </Form>
    ),
  },
  { name: 'Link that looks like a button', element: <LinkButton href="/style">Start now</LinkButton> },
]
