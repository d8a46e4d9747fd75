import type { PlainDate } from '../../kernel/days.ts'
import {
  Choice,
  Form,
  HiddenFields,
  MoneyField,
  RuleNote,
  SubmitButton,
  SubmitButtons,
  TextArea,
} from '../../nhs/public.ts'
import { LetterPaper, type NewLetter } from '../../notices/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { factQuestions, findPathway, findRule } from '../../rights/public.ts'
import { factField, fieldOf } from '../forms/decision.ts'
import { pathwaySays } from '../pathways.ts'
import type { CasePageFacts } from '../queries/case-page.ts'
import type { RightTold } from '../rules/right.ts'
import { wayShort } from '../say.ts'
import { type Part, type Pathway, ways } from '../types.ts'
import { EvidenceForm, EvidenceTable } from './case-staff.tsx'

type Strip = { readonly name: string; readonly details: readonly string[] }
export type DecisionShows = {
  readonly facts: CasePageFacts
  readonly strip: Strip
  readonly right: RightTold
  readonly seen: number
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly status?: number
}

const grantWays = [
  ...ways.map(value => ({ value, label: `Granted: ${wayShort[value].toLowerCase()}` })),
  { value: 'refused', label: 'Refused', hint: 'Needs a reason of its own.' },
]

/** What was decided of a part the last time and why: whoever looks again starts from it. */
const DecidedBefore = ({ part: { granted, decidedWay, reason } }: { part: Part }) => {
  if (granted === null) return null
  const way = decidedWay === null ? '' : `: ${wayShort[decidedWay].toLowerCase()}`
  return (
    <p>
      {granted ? `Decided before: granted${way}.` : 'Decided before: refused.'}
      {reason === null ? null : (
        <>
          {' '}
          The reason given: <bdi>{reason}</bdi>
        </>
      )}
    </p>
  )
}

/** One part to decide: granted in a way or refused, what it costs, and why. */
export const PartDecision = ({ part }: { part: Part }) => (
  <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-5">
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
      {part.place}. <bdi>{part.says}</bdi>
    </legend>
    <p>Asked for: {part.askedWay === null ? 'no way named' : wayShort[part.askedWay].toLowerCase()}.</p>
    <DecidedBefore part={part} />
    <Choice name={fieldOf('way', part.place)} label="Decision" ways={grantWays} />
    <MoneyField name={fieldOf('weekly', part.place)} label="A week, if known" suffix="a week" />
    <TextArea
      name={fieldOf('reason', part.place)}
      label="Reason, as it will stand in the letter"
      hint="Needed where it is refused, or held in another way than asked."
      rows={3}
    />
  </fieldset>
)

const RightConfirmed = ({ right }: { right: RightTold }) => (
  <>
    <h2>The right</h2>
    <p>{[right.says, ...right.reasons].join(' ')}</p>
    {right.rules.map(({ id }) => {
      const { says, source, confidence, from, until } = findRule(id)
      return (
        <RuleNote key={id} says={says} source={source} confidence={confidence} from={from} until={until} />
      )
    })}
  </>
)

/** What the right of a care asks, with that care only: always in view where no script runs. */
const askedWith = (pathway: Pathway) => {
  const asks = findPathway(pathway)?.asks ?? null
  if (asks === null) return undefined
  const { says, answers } = factQuestions[asks]
  const choices = answers.map(([value, label]) => ({ value, label }))
  return <Choice name={factField(pathway)} label={says} ways={choices} />
}

const careWays = Object.entries(pathwaySays)
  .filter(([value]) => value !== 'not-sure')
  .map(([value, label]) => ({ value, label, also: askedWith(value) }))

/** Deciding: evidence, the right confirmed with its rules, and each part by itself. */
export const decisionPage = ({ facts, strip, right, seen, typed, errors, status }: DecisionShows): Page => ({
  title: `Decide ${facts.one.reference}`,
  person: strip,
  wide: true,
  back: `/requests/${facts.one.reference}`,
  errors,
  ...(errors.length > 0 ? { status: status ?? 422 } : {}),
  body: (
    <>
      <h1>Decide the request of {facts.one.personName}</h1>
      <EvidenceTable facts={facts} />
      <EvidenceForm reference={facts.one.reference} typed={{}} errors={[]} />
      <h2>In their words</h2>
      <p dir="auto">{facts.words?.words}</p>
      <RightConfirmed right={right} />
      <h2>The decision</h2>
      <Form action={`/requests/${facts.one.reference}/decision`} typed={typed} errors={errors} name="Decide">
        <HiddenFields values={{ seen: String(seen) }} />
        <Choice name="pathway" label="Which care this person gets, as the evidence shows" ways={careWays} />
        {facts.parts.map(part => (
          <PartDecision key={part.id} part={part} />
        ))}
        <TextArea name="summary" label="Anything to add for the family (optional)" rows={3} />
        <SubmitButton name="step" value="preview">
          See the letter before it goes
        </SubmitButton>
      </Form>
    </>
  ),
})

type PreviewShows = {
  readonly letter: NewLetter
  readonly strip: Strip
  readonly organisation: string
  readonly today: PlainDate
  readonly reference: string
  readonly typed: Typed
}

const carried = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !/^(once|_csrf|step)$/.test(name)))

/** The letter as it will be sent. Nothing is written before it is sent from here. */
export const previewPage = ({
  letter,
  strip,
  organisation,
  today,
  reference,
  typed,
}: PreviewShows): Page => ({
  title: 'The letter before it goes',
  person: strip,
  body: (
    <>
      <p className="nhsuk-body-l">This is the letter as it will go. Nothing is decided yet.</p>
      <LetterPaper
        organisation={organisation}
        to={{ name: letter.to.name, lines: letter.to.addressLines ?? [] }}
        day={today}
        reference={reference}
        title={letter.title}
        from={letter.from}
        paragraphs={letter.paragraphs}
      />
      <Form action={`/requests/${reference}/decision`}>
        <HiddenFields values={carried(typed)} />
        <SubmitButtons>
          <SubmitButton name="step" value="send">
            Decide and send the letter
          </SubmitButton>
          <SubmitButton name="step" value="change" look="second">
            Change something
          </SubmitButton>
        </SubmitButtons>
      </Form>
    </>
  ),
})
