import {
  Choice,
  Choices,
  DayField,
  Form,
  HiddenFields,
  InsetText,
  Select,
  SubmitButton,
  SubmitButtons,
  TextField,
} from '../../nhs/public.ts'
import { legalBasisSays } from '../../people/public.ts'
import { one } from '../../platform/forms.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { DenseKind } from '../forms/dense.ts'
import { askerRelations } from '../say.ts'
import { answerTo } from './answers.tsx'
import { type AskShows, fields, type Icb } from './question-fields.tsx'

type DenseShows = {
  readonly kind: DenseKind
  readonly typed: Typed
  readonly icbs: readonly Icb[]
  readonly errors: readonly FieldError[]
  /** Somebody who has a record already, chosen by the address of the page. */
  readonly person: { readonly id: string; readonly name: string } | null
}

const titles = {
  telephone: 'Write down a request made by telephone',
  referral: 'Refer somebody for a personal health budget',
} as const

const basisOptions = (['deputy', 'lasting-power-property', 'lasting-power-health', 'attorney'] as const).map(
  value => ({
    value,
    label: legalBasisSays[value],
  }),
)
const callerWays = (['myself', 'parent', 'representative', 'other'] as const).map(value => ({
  value,
  label: askerRelations[value],
  also:
    value === 'representative' ? (
      <Select name="basis" label="What lets them decide" none="Choose" options={basisOptions} />
    ) : undefined,
}))

const Caller = () => (
  <>
    <h2>Who is calling</h2>
    <TextField name="caller" label="Name of the caller" />
    <Choice name="relation" label="The caller is" ways={callerWays} />
    <DayField name="calledOn" label="Day of the call" />
  </>
)

const Referrer = () => (
  <>
    <h2>About you</h2>
    <TextField name="role" label="Your role and where you work" />
    <Choices
      name="agreed"
      label="Have they agreed?"
      ways={[{ value: 'yes', label: 'The person, or whoever decides for them, has agreed to this referral' }]}
    />
  </>
)

const About = ({ shows }: { shows: AskShows }) => (
  <>
    {fields.name(shows)}
    {fields.birth(shows)}
    {fields['nhs-number'](shows)}
    {fields.address(shows)}
    {fields.reach(shows)}
    {fields.communication(shows)}
  </>
)

/** The same questions on one page, for staff with somebody on the telephone and for professionals. */
export function densePage({ kind, typed, icbs, errors, person }: DenseShows): Page {
  const shows = { typed, icbs, known: [], heading: false }
  return {
    title: titles[kind],
    wide: true,
    back: kind === 'telephone' ? '/requests' : '/home',
    errors,
    ...(errors.length > 0 ? { status: 422 } : {}),
    body: (
      <>
        <h1>{titles[kind]}</h1>
        <Form action={`/requests/${kind}`} typed={typed} errors={errors}>
          {kind === 'telephone' ? <Caller /> : <Referrer />}
          <h2>The person the budget is for</h2>
          {person === null ? (
            <About shows={shows} />
          ) : (
            <>
              <p>
                <bdi>{person.name}</bdi> has a record already.
              </p>
              <HiddenFields values={{ forWhom: `person:${person.id}` }} />
            </>
          )}
          <h2>What is asked for</h2>
          {fields.care(shows)}
          {kind === 'referral' ? fields.icb(shows) : null}
          {fields.words(shows)}
          {fields.way(shows)}
          <h3>Parts</h3>
          {fields.parts(shows)}
          <SubmitButton>{kind === 'telephone' ? 'Go on to read it back' : 'Send the referral'}</SubmitButton>
        </Form>
      </>
    ),
  }
}

/**
 * What to read out before it is sent, word by word; it is sent only when the caller says that it is right.
 */
export function readBackPage({ typed, icbs, person }: Omit<DenseShows, 'kind' | 'errors'>): Page {
  const shows = { typed, icbs, known: person === null ? [] : [{ ...person, own: false }] }
  const name = person?.name ?? one(typed, 'fullName')
  return {
    title: 'Read this back',
    wide: true,
    body: (
      <>
        <h1>Read this back to {one(typed, 'caller')}</h1>
        <InsetText>
          <p>
            “I have written down that you ask for a personal health budget for <bdi>{name}</bdi>.
          </p>
          {person === null ? (
            <p>
              Date of birth {answerTo('birth', shows)}. {answerTo('address', shows)}. We reach you at{' '}
              {answerTo('reach', shows)}. What helps you: {answerTo('communication', shows)}.
            </p>
          ) : null}
          <p>The care is: {answerTo('care', shows)}. You would like it for this:</p>
          <p>{one(typed, 'words')}</p>
          <p>How it would be held: {answerTo('way', shows)}. The parts:</p>
          {answerTo('parts', shows)}
          <p>Is that right, and shall I send it?”</p>
        </InsetText>
        <Form action="/requests/telephone">
          <HiddenFields
            values={Object.fromEntries(
              Object.entries(typed).filter(([field]) => !/^(once|_csrf|step)$/.test(field)),
            )}
          />
          <SubmitButtons>
            <SubmitButton name="step" value="send">
              They said yes: send it
            </SubmitButton>
            <SubmitButton name="step" value="change" look="second">
              Change something
            </SubmitButton>
          </SubmitButtons>
        </Form>
      </>
    ),
  }
}
