import { sayShortDay } from '../../kernel/days.ts'
import {
  Details,
  Form,
  InsetText,
  LinkButton,
  Reading,
  RuleNote,
  SubmitButton,
  SubmitButtons,
} from '../../nhs/public.ts'
import type { FieldError, Page } from '../../platform/route.ts'
import { findRule } from '../../rights/public.ts'
import type { Question } from '../forms/questions.ts'
import type { RightTold } from '../rules/right.ts'
import { type AskShows, fields, headed, headings } from './question-fields.tsx'

/** Where asking begins: what it is, what is needed, and the way back to what was begun before. */
export const startPage = (begun: { readonly next: string } | null): Page => ({
  title: 'Ask for a personal health budget',
  back: '/home',
  body: (
    <Reading>
      <h1>Ask for a personal health budget</h1>
      <p>
        A personal health budget is a sum of NHS money for your care. You and the NHS agree what it is for, in
        a plan that you write together.
      </p>
      <p>
        It takes about 15 minutes. You can stop at any time and come back: we keep what you have answered.
      </p>
      <p>
        You can ask for yourself, for your child under 16, or for somebody you represent. It helps to have:
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>the date of birth and, if you know it, the NHS number</li>
        <li>the name of the NHS board that arranges the care, if you know it</li>
      </ul>
      {begun === null ? (
        <LinkButton href="/requests/new/for-whom">Start now</LinkButton>
      ) : (
        <>
          <InsetText>
            <p>You have begun a request and not sent it yet.</p>
          </InsetText>
          <LinkButton href={begun.next}>Carry on where you stopped</LinkButton>
          <Form action="/requests/new/ending" name="Begin again">
            <SubmitButton look="second">Throw it away and begin again</SubmitButton>
          </Form>
        </>
      )}
      <p>
        If you would rather ask by telephone or letter, call the team named on any of your letters. They write
        it down for you, and it counts the same.
      </p>
    </Reading>
  ),
})

type QuestionShows = AskShows & {
  readonly question: Question
  readonly errors: readonly FieldError[]
  readonly back: string
}

/** One thing per page. */
export const questionPage = ({ question, errors, back, ...shows }: QuestionShows): Page => ({
  title: headings[question],
  back,
  errors,
  ...(errors.length > 0 ? { status: 422 } : {}),
  body: (
    <Reading>
      {headed.has(question) ? null : <h1>{headings[question]}</h1>}
      <Form action={`/requests/new/${question}`} typed={shows.typed} errors={errors}>
        {fields[question]({ ...shows, heading: headed.has(question) })}
        <SubmitButtons>
          <SubmitButton>Save and go on</SubmitButton>
          <SubmitButton look="second" name="then" value="later">
            Save and come back later
          </SubmitButton>
        </SubmitButtons>
      </Form>
    </Reading>
  ),
})

/** A right as told, with every rule behind it, its source and how sure we are. */
export const RightNotes = ({ right, open }: { right: RightTold; open?: boolean }) => (
  <Details says="Why, where it is written, and how sure we are" open={open === true}>
    {right.rules.map(({ id }) => {
      const { says, source, confidence, from, until } = findRule(id)
      return (
        <RuleNote key={id} says={says} source={source} confidence={confidence} from={from} until={until} />
      )
    })}
  </Details>
)

/** Which right they have, before they go on: since when, from which source, how sure. */
export const rightPage = (right: RightTold, next: string): Page => ({
  title: 'Your right',
  back: '/requests/new/care',
  body: (
    <Reading>
      <h1>{right.says}</h1>
      {right.since === null || !right.legalRight ? null : (
        <p>That has been so since {sayShortDay(right.since)}.</p>
      )}
      {right.reasons.map(reason => (
        <p key={reason}>{reason}</p>
      ))}
      {right.legalRight ? (
        <p>
          If you ask, we must agree unless a budget is not right for all or part of the care. Then we tell you
          why, part by part.
        </p>
      ) : (
        <p>You can ask all the same. We tell you which care it is and what we decide, with our reasons.</p>
      )}
      <RightNotes right={right} open />
      <LinkButton href={next}>Go on</LinkButton>
    </Reading>
  ),
})
