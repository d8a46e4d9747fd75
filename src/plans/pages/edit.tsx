import type { ReactNode } from 'react'
import {
  Choice,
  DayField,
  Form,
  HiddenFields,
  InsetText,
  SubmitButton,
  SubmitButtons,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { longestText } from '../forms.ts'
import { type Outcome, riskKinds, riskNames } from '../types.ts'

/**
 * One page of writing: what it is about, where it is sent, what was typed, and what is there now if that
 * changed.
 */
export type EditShows = {
  readonly reference: string
  readonly person: Page['person']
  /** Below `/plans/:reference/`. */
  readonly place: string
  /** What the form was drawn from, so that a change meanwhile is noticed. */
  readonly was: string
  /** What is there now, where somebody changed it while this was being written. */
  readonly now: string | null
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  /** Something that can be taken out of the plan again. */
  readonly removable: boolean
}

const Now = ({ now }: { now: string | null }) =>
  now === null ? null : (
    <InsetText>
      <p>
        <strong>Somebody changed this while you were writing. This is what is there now:</strong>
      </p>
      <p>{now === '' ? 'Nothing.' : now}</p>
      <p>What you wrote is below. Send it again if it is still right.</p>
    </InsetText>
  )

/** The frame of every page that changes one thing of a plan. */
export function editPage(
  shows: EditShows,
  { title, children }: { title: string; children: ReactNode },
): Page {
  const { reference, place, person, errors, typed, was, now, removable } = shows
  return {
    title,
    back: `/plans/${reference}`,
    ...(person ? { person } : {}),
    errors,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <Now now={now} />
        <Form action={`/plans/${reference}/${place}`} typed={typed} errors={errors} name={title}>
          <HiddenFields values={{ was }} />
          {children}
          <SubmitButtons>
            <SubmitButton>Save</SubmitButton>
            <a href={`/plans/${reference}`}>Cancel</a>
          </SubmitButtons>
        </Form>
        {removable ? (
          <Form action={`/plans/${reference}/${place}/removal`} name={`Take it out: ${title}`}>
            <HiddenFields values={{ was }} />
            <SubmitButton look="second" small>
              Take it out of the plan
            </SubmitButton>
          </Form>
        ) : null}
      </>
    ),
  }
}

type TextShows = EditShows & { readonly caption: string; readonly says: string; readonly asks: string }

/** One text on one page: a heading of About me, or one of the plan's own texts. */
export const textEditPage = ({ caption, says, asks, ...shows }: TextShows): Page =>
  editPage(shows, {
    title: says,
    children: (
      <>
        <p className="nhsuk-caption-l">{caption}</p>
        <TextArea name="words" label={says} hint={asks} heading rows={8} most={longestText} />
      </>
    ),
  })

/** What should come of the plan: one outcome. */
export const outcomeEditPage = (shows: EditShows): Page =>
  editPage(shows, {
    title: 'What should come of it',
    children: (
      <>
        <h1>What should come of it</h1>
        <TextField
          name="says"
          label="What do you want to be different, or to stay as it is?"
          hint="For example: up and dressed by nine, by somebody I know."
        />
        <TextArea name="known" label="How will you know that it works?" rows={3} most={1000} />
        <TextField name="checks" label="Who checks it, and how often?" />
      </>
    ),
  })

const none = { value: '', label: 'The whole plan' }

/** The outcomes to choose from, and the whole plan. */
export const OutcomeChoice = ({ outcomes, label }: { outcomes: readonly Outcome[]; label: string }) => (
  <Choice
    name="outcome"
    label={label}
    ways={[...outcomes.map(({ key, says }) => ({ value: key, label: says })), none]}
  />
)

/**
 * A risk, what may follow from it and what was agreed about it. The kinds are what the rules ask to look at.
 */
export const riskEditPage = (shows: EditShows & { readonly outcomes: readonly Outcome[] }): Page =>
  editPage(shows, {
    title: 'A risk, and what we agreed',
    children: (
      <>
        <h1>A risk, and what we agreed</h1>
        <p>
          A good life has risks in it. Say what they are, so that you choose them and nobody is surprised.
        </p>
        <Choice
          name="kind"
          label="What kind of risk is it?"
          ways={riskKinds.map(value => ({ value, label: riskNames[value] }))}
        />
        <TextField name="says" label="What could go wrong?" />
        <TextArea name="follows" label="What may follow from it?" rows={3} most={1000} />
        <TextArea
          name="agreed"
          label="What did you agree about it?"
          hint="What makes it less likely, and who does what when it happens."
          rows={4}
          most={2000}
        />
        <OutcomeChoice outcomes={shows.outcomes} label="What does it touch most?" />
      </>
    ),
  })

/** Who co-ordinates, when the plan is first reviewed, how much notice there is. */
export const detailsEditPage = (shows: EditShows): Page =>
  editPage(shows, {
    title: 'Who, when and how long',
    children: (
      <>
        <h1>Who, when and how long</h1>
        <TextField
          name="coordinator"
          label="Co-ordinator"
          hint="The one person to turn to with anything about the plan."
        />
        <DayField
          name="firstReviewOn"
          label="Day of the first review"
          hint="At most three months after the start."
        />
        <TextField
          name="noticeDays"
          label="Days of notice before money is cut or stopped"
          hint="For example 28."
          numeric
          width={4}
        />
      </>
    ),
  })
