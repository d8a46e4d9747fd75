import {
  Choice,
  DayField,
  FileField,
  Form,
  Reading,
  RuleNote,
  SubmitButton,
  TextArea,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { findRule } from '../../rights/public.ts'
import type { CasePageFacts } from '../queries/case-page.ts'
import type { Again } from '../queries/decision.ts'
import { PartDecision } from './decision.tsx'

type Strip = { readonly name: string; readonly details: readonly string[] }

const mayOrNot =
  'This was looked at less than six months ago: you may look again, but need not. ' +
  'That is general knowledge; we have not read it in the law.'

export type AnswerShows = {
  readonly facts: CasePageFacts
  readonly strip: Strip
  readonly asked: Again
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly status?: number
}

const answerWays = (asked: Again) => [
  { value: 'upheld', label: 'The decision stays as it was' },
  { value: 'changed', label: 'The decision is changed', hint: 'Decide each part again below.' },
  ...(asked.must
    ? []
    : [
        {
          value: 'not-looked-at-again',
          label: 'We do not look again now',
          hint: 'It was looked at less than six months ago.',
        },
      ]),
]

/** Looking at a decision again: what was said, what was decided, and the written answer. */
export const answerPage = ({ facts, strip, asked, typed, errors, status }: AnswerShows): Page => ({
  title: `Look again at ${facts.one.reference}`,
  person: strip,
  wide: true,
  back: `/requests/${facts.one.reference}`,
  errors,
  ...(errors.length > 0 ? { status: status ?? 422 } : {}),
  body: (
    <>
      <h1>Look again at the decision for {facts.one.personName}</h1>
      <h2>What {asked.asked_by_name} says</h2>
      <p dir="auto">{asked.words}</p>
      {asked.file_id === null ? null : (
        <p>
          <a href={`/requests/${facts.one.reference}/files/${asked.file_id}`}>Open the file they sent</a>
        </p>
      )}
      <p>{asked.must ? 'This must be looked at again.' : mayOrNot}</p>
      <Form
        action={`/requests/${facts.one.reference}/reconsiderations/${asked.id}`}
        typed={typed}
        errors={errors}
      >
        <Choice name="outcome" label="Your answer" ways={answerWays(asked)} />
        <TextArea name="reasons" label="The reasons, as they will stand in the letter" rows={6} most={5000} />
        <h2>If it is changed</h2>
        <DayField name="from" label="It holds from" />
        {facts.parts.map(part => (
          <PartDecision key={part.id} part={part} />
        ))}
        <SubmitButton>Answer and send the letter</SubmitButton>
      </Form>
    </>
  ),
})

type AgainShows = {
  readonly reference: string
  readonly strip: Strip
  readonly staff: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** Asking for a decision to be looked at again. */
export const againPage = ({ reference, strip, staff, typed, errors }: AgainShows): Page => ({
  title: 'Ask us to look at this again',
  person: strip,
  back: `/requests/${reference}`,
  errors,
  ...(errors.length > 0 ? { status: 422 } : {}),
  body: <AgainForm reference={reference} staff={staff} typed={typed} errors={errors} />,
})

const again = ['DP-DEC-03', 'RIGHT-07', 'DP-DEC-06'] as const

const AgainForm = ({ reference, staff, typed, errors }: Omit<AgainShows, 'strip'>) => (
  <Reading>
    <h1>Ask us to look at this again</h1>
    <p>
      Somebody other than the one who decided looks at it. You get the answer in writing, with reasons. The
      care there is now goes on meanwhile.
    </p>
    <Form action={`/requests/${reference}/reconsideration`} typed={typed} errors={errors} files>
      {staff ? (
        <TextArea name="askedBy" label="Who asks, where somebody telephoned or wrote" rows={1} />
      ) : null}
      <TextArea
        name="words"
        label="What do you think is wrong, and what should we know?"
        rows={8}
        most={5000}
      />
      <FileFieldOf />
      <SubmitButton>Send</SubmitButton>
    </Form>
    {again.map(id => {
      const { says, source, confidence, from, until } = findRule(id)
      return (
        <RuleNote key={id} says={says} source={source} confidence={confidence} from={from} until={until} />
      )
    })}
  </Reading>
)

const FileFieldOf = () => (
  <FileField
    name="file"
    label="A paper that you want us to see (optional)"
    hint="PDF, JPEG, PNG or text, up to 20 MB"
  />
)
