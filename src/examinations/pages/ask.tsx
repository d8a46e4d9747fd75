import type { ReactNode } from 'react'
import {
  DayField,
  Form,
  HiddenFields,
  Reading,
  Select,
  SubmitButton,
  TabLinks,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { cohorts, rulesOfRights } from '../../rights/public.ts'
import { type Kind, rightsAsked } from '../forms.ts'
import { figuresAsked } from '../rules/examine.ts'
import { figureNames, groupName, rightNames } from '../rules/say.ts'

export type AskShows = {
  readonly kind: Kind
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const kindSays: Readonly<Record<Kind, string>> = {
  right: 'A group gets a right',
  ends: 'A right ends',
  figure: 'A local figure changes',
}

const fields: Readonly<Record<Kind, ReactNode>> = {
  right: (
    <>
      <Select
        name="group"
        label="Which group?"
        none="Choose"
        options={cohorts.map(value => ({ value, label: groupName(value) }))}
      />
      <Select
        name="right"
        label="What would everybody in it have?"
        none="Choose"
        options={rightsAsked.map(value => ({ value, label: rightNames[value] }))}
      />
    </>
  ),
  ends: (
    <Select
      name="rule"
      label="Which rule would end?"
      none="Choose"
      options={rulesOfRights.map(({ id, says }) => ({ value: id, label: `${id}: ${says}` }))}
    />
  ),
  figure: (
    <>
      <Select
        name="key"
        label="Which figure?"
        none="Choose"
        options={figuresAsked.map(value => ({ value, label: figureNames[value] }))}
      />
      <TextField name="value" label="What would it be?" hint="A whole number" />
    </>
  ),
}

/** The question: what if a rule were another one? Three kinds, one form each. */
export const askPage = ({ kind, typed, errors }: AskShows): Page => ({
  title: 'What would change?',
  back: '/examinations',
  ...(errors.length > 0 ? { status: 422, errors } : {}),
  body: (
    <Reading>
      <h1>What would change?</h1>
      <p>
        We work out the answer for every case that runs. Nothing is changed, nobody is told, and nothing that
        you suppose here becomes a rule.
      </p>
      <TabLinks
        name="What is supposed"
        tabs={(['right', 'ends', 'figure'] as const).map(one => ({
          href: `/examinations/new?kind=${one}`,
          says: kindSays[one],
          current: one === kind,
        }))}
      />
      <Form action="/examinations/new" typed={typed} errors={errors}>
        <HiddenFields values={{ kind }} />
        {fields[kind]}
        <DayField name="on" label="From which day?" />
        <TextArea
          name="because"
          label="Why do you ask?"
          hint="It stays with the answer, for who reads it later"
          typed={typed}
          errors={errors}
        />
        <SubmitButton>Work it out</SubmitButton>
      </Form>
    </Reading>
  ),
})
