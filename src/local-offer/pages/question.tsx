import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  Choice,
  Details,
  Form,
  InsetText,
  Reading,
  Select,
  SubmitButton,
  SummaryList,
  TextArea,
  WhoseTurn,
} from '../../nhs/public.ts'
import type { StatedRule } from '../../notices/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { findRule, neverCodes } from '../../rights/public.ts'
import { citable } from '../forms.ts'
import type { AnswerShown, askedAgainOf, QuestionShown } from '../queries.ts'
import type { WhyPerson } from '../rules/answer.ts'
import { answerSays, saySum, whyPersonSays } from '../rules/say.ts'
import { answers } from '../types.ts'

export type QuestionShows = {
  readonly reference: string
  readonly question: QuestionShown
  readonly answers: readonly AnswerShown[]
  readonly again: Awaited<ReturnType<typeof askedAgainOf>>
  readonly today: PlainDate
  readonly may: { readonly ask: boolean; readonly answer: boolean }
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly person?: Page['person']
  readonly done?: string | undefined
}

const inPlanSays = {
  yes: '',
  no: 'The asker says it is not in the plan',
  'not-sure': 'The asker is not sure',
}

const factsOf = ({ question }: QuestionShows) => [
  { says: 'What', is: <bdi>{question.words}</bdi> },
  { says: 'What it costs', is: saySum(question.sum, question.every) },
  { says: 'What for', is: <bdi>{question.what_for}</bdi> },
  ...(question.outcome === '' ? [] : [{ says: 'Which aim', is: <bdi>{question.outcome}</bdi> }]),
  { says: 'In the plan', is: question.in_plan === 'yes' ? question.line_says : inPlanSays[question.in_plan] },
  {
    says: 'Asked',
    is: `${sayShortDay(question.asked_on)}, ${question.asked_by_name}${
      question.on_behalf_of === null ? '' : ', for somebody who called'
    }`,
  },
]

const Rules = ({ rules }: { rules: readonly StatedRule[] }) =>
  rules.length === 0 ? null : (
    <Details says="Where this is written, and how sure we are">
      <ul>
        {rules.map(({ rule, says, title, confidence }) => (
          <li key={rule}>
            {says} <a href={`/rights/rules#${rule}`}>{rule}</a>. From: {title}. {confidence}
          </li>
        ))}
      </ul>
    </Details>
  )

const Given = ({ one, newest }: { one: AnswerShown; newest: boolean }) => (
  <section aria-label={`Answer of ${sayShortDay(one.answered_on)}`}>
    <h2>{newest ? answerSays[one.answer] : `Before: ${answerSays[one.answer].toLowerCase()}`}</h2>
    {one.conditions === '' ? null : (
      <p>
        <strong>Conditions:</strong> {one.conditions}
      </p>
    )}
    <p>{one.reasons}</p>
    {one.instead === '' ? null : (
      <p>
        <strong>What else you can do:</strong> {one.instead}
      </p>
    )}
    <Rules rules={one.rules as readonly StatedRule[]} />
    <p className="nhsuk-hint">
      {one.by_rule
        ? 'Answered at once by a written rule'
        : `${one.answered_by_name}, ${one.answered_by_role}`}
      , {sayShortDay(one.answered_on)}
    </p>
  </section>
)

const Protects = ({ given }: { given: readonly AnswerShown[] }) =>
  given.some(({ answer }) => answer === 'yes' || answer === 'yes-if') ? (
    <InsetText>
      <p>
        This answer protects you. If you buy it as you asked, nobody may count it against you later. It is
        shown beside the payment, to you and to whoever checks the money.
      </p>
    </InsetText>
  ) : null

const Waiting = ({ question, today, may }: QuestionShows) =>
  question.waiting ? (
    <>
      <WhoseTurn
        who={may.answer ? 'the team' : 'your team'}
        since={question.waiting_since}
        by={question.answer_by}
        today={today}
        yours={may.answer}
        will={question.answer === null ? 'answer' : 'look at it again'}
        also={<p>A local time. We found no limit in law.</p>}
      />
      {question.answer !== null || question.because.length === 0 ? null : (
        <>
          <p>A person answers, because:</p>
          <ul>
            {question.because.map(because => (
              <li key={because}>{whyPersonSays[because as WhyPerson]}</li>
            ))}
          </ul>
        </>
      )}
    </>
  ) : null

const ruleOptions = [...citable, ...neverCodes].map(id => ({
  value: id,
  label: `${id}: ${findRule(id).says}`,
}))

const AnswerForm = ({ reference, question, typed, errors }: QuestionShows) => (
  <>
    <h2>Answer it</h2>
    <Form
      action={`/local-offer/${reference}/questions/${question.number}/answer`}
      typed={typed}
      errors={errors}
      name="Answer"
    >
      <Choice
        name="answer"
        label="Can they buy it?"
        ways={answers.map(value => ({
          value,
          label: answerSays[value],
          also:
            value === 'yes-if' ? <TextArea name="conditions" label="On which conditions?" rows={2} /> : null,
        }))}
      />
      <TextArea name="reasons" label="Why" hint="The person reads this in a letter" rows={3} />
      <TextArea
        name="instead"
        label="What else could be done"
        hint="Needed where the answer is no or not yet"
        rows={2}
      />
      <Select name="rule" label="The rule behind it" none="No rule: our judgement" options={ruleOptions} />
      <SubmitButton>Answer and send the letter</SubmitButton>
    </Form>
  </>
)

const AgainForm = ({ reference, question, typed, errors }: QuestionShows) => (
  <>
    <h2>Not right?</h2>
    <Form
      action={`/local-offer/${reference}/questions/${question.number}/reconsideration`}
      typed={typed}
      errors={errors}
      name="Look at it again"
    >
      <TextArea
        name="again"
        label="What should we look at again?"
        hint="A person who did not give this answer will look."
        rows={3}
      />
      <SubmitButton look="second">Ask for it to be looked at again</SubmitButton>
    </Form>
  </>
)

const Again = ({ again }: Pick<QuestionShows, 'again'>) =>
  again.length === 0 ? null : (
    <>
      <h2>Asked to look again</h2>
      <ul>
        {again.map(one => (
          <li key={one.answer_number}>
            {sayShortDay(one.asked_on)}, {one.asked_by_name}: <bdi>“{one.words}”</bdi>
          </li>
        ))}
      </ul>
    </>
  )

/** One question: the answers first, whose turn it is, what was asked, and what can be done. */
export const questionPage = (shows: QuestionShows): Page => {
  const { question, reference, errors } = shows
  return {
    title: 'Can I buy this?',
    back: shows.may.answer ? '/local-offer' : `/local-offer/${reference}`,
    errors,
    status: errors.length > 0 ? 422 : 200,
    ...(shows.person ? { person: shows.person } : {}),
    ...(shows.done === undefined ? {} : { done: shows.done }),
    body: (
      <Reading>
        <h1>Can I buy this?</h1>
        <Waiting {...shows} />
        {shows.answers.toReversed().map((one, place) => (
          <Given key={one.number} one={one} newest={place === 0} />
        ))}
        <Protects given={shows.answers} />
        <h2>What was asked</h2>
        <SummaryList facts={factsOf(shows)} />
        <Again again={shows.again} />
        {question.waiting && shows.may.answer ? <AnswerForm {...shows} /> : null}
        {!question.waiting && shows.may.ask ? <AgainForm {...shows} /> : null}
        <p>
          <a href={`/local-offer/${reference}`}>All questions of this budget</a>
        </p>
      </Reading>
    ),
  }
}
