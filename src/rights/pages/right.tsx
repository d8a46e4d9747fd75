import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { Choice, DayField, InsetText, LinkButton, Reading, RuleNote, Select } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Explanation } from '../explain.ts'
import type { Cohort, Way } from '../types.ts'

/** The groups as people know them, in the order in which most of them come. */
export const groupNames = {
  'adult-continuing-healthcare': 'NHS continuing healthcare for an adult',
  'fast-track': 'NHS continuing healthcare by fast track',
  'childrens-continuing-care': 'Continuing care for a child or young person',
  'section-117': 'After-care following detention in hospital (section 117)',
  wheelchair: 'A wheelchair or specialist buggy',
  'ehc-plan': 'An education, health and care plan',
  'learning-disability-autism': 'Support for a learning disability or autism',
  'transforming-care': 'Help to stay out of, or leave, a mental health hospital (Transforming Care)',
  maternity: 'Maternity care',
  'joint-funded': 'A package paid by the NHS and the council together',
  'mental-health-other': 'Other mental health care',
  'end-of-life': 'Care at the end of life',
  'other-local': 'Something else',
} as const satisfies Record<Cohort, string>

export const placeNames = {
  home: 'At home',
  sheltered: 'In sheltered housing',
  'supported-living': 'In supported living',
  'shared-living': 'In shared living',
  'nursing-home': 'In a nursing home',
  'care-home': 'In a care home',
  hospital: 'In hospital',
} as const

const wayNames = {
  notional: 'a notional budget: the NHS arranges and pays for what you plan',
  'third-party': 'an organisation holds the money for you',
  'direct-payment': 'a direct payment: you hold the money',
} as const satisfies Record<Way, string>

type Shows = {
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly answer: Explanation | null
  readonly today: PlainDate
}

const Questions = ({ typed, errors }: Pick<Shows, 'typed' | 'errors'>) => (
  <form action="/rights" method="get" className="app-form" noValidate>
    <Choice
      name="group"
      label="Which care do you get, or does the person you ask for get?"
      typed={typed}
      errors={errors}
      ways={Object.entries(groupNames).map(([value, label]) => ({ value, label }))}
    />
    <DayField
      name="born"
      label="When were they born?"
      hint="The right of a child and of an adult rest on different rules. You may leave this out."
      typed={typed}
      errors={errors}
      birthday
    />
    <Select
      name="place"
      label="Where is the care given?"
      none="Leave out"
      typed={typed}
      errors={errors}
      options={Object.entries(placeNames).map(([value, label]) => ({ value, label }))}
    />
    <Select
      name="section"
      label="For after-care: under which section of the Mental Health Act?"
      none="Does not apply"
      typed={typed}
      errors={errors}
      options={['2', '3', '37', '45A', '47', '48'].map(value => ({ value, label: `Section ${value}` }))}
    />
    <button className="nhsuk-button" type="submit">
      Do I have the right?
    </button>
  </form>
)

const Instead = ({ answer }: { answer: Explanation }) => (
  <>
    <h2>What you can do</h2>
    {answer.decision.legalRight ? (
      <p>You can ask now. It takes about 15 minutes, and you can stop and come back.</p>
    ) : (
      <p>
        You can still ask. Your local NHS may offer a budget without a right, and it must tell you why if it
        says no. You can also ask for a personal budget from your council, or for help from an advocate.
      </p>
    )}
    <LinkButton href="/requests/new">Ask for a budget</LinkButton>
  </>
)

const Answer = ({ answer, today }: { answer: Explanation; today: PlainDate }) => (
  <section aria-labelledby="answer">
    <h2 id="answer">{answer.decision.says}</h2>
    <p>
      This is the answer for {sayDay(today)}
      {answer.decision.since ? `. It has been so since ${sayShortDay(answer.decision.since)}` : ''}.
    </p>
    {answer.reasons.length > 0 ? (
      <ul>
        {answer.reasons.map(reason => (
          <li key={reason.reason}>{reason.says}</li>
        ))}
      </ul>
    ) : null}
    {answer.decision.openWays.length > 0 ? (
      <>
        <p>A budget can be held in these ways, or a mix of them:</p>
        <ul>
          {answer.decision.openWays.map(way => (
            <li key={way}>{wayNames[way]}</li>
          ))}
        </ul>
      </>
    ) : null}
    <h3>Where it is written, and how sure we are</h3>
    {answer.sources.map((line, place) => (
      <RuleNote
        key={`${line.rule}-${place}`}
        says={line.says}
        source={line.source}
        confidence={line.confidence}
        from={line.from}
        until={line.until}
      />
    ))}
    <Instead answer={answer} />
  </section>
)

/**
 * "Do I have the right?": four questions, the answer in one sentence, why, since when, where written, how
 * sure.
 */
export const rightPage = ({ typed, errors, answer, today }: Shows): Page => ({
  title: 'Do I have the right?',
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>Do I have the right to a personal health budget?</h1>
      {answer ? (
        <Answer answer={answer} today={today} />
      ) : (
        <p>Answer up to four questions. We keep nothing of what you say here.</p>
      )}
      {answer ? <h2>Ask again with other answers</h2> : null}
      <Questions typed={typed} errors={errors} />
      <InsetText>
        <p>
          <a href="/rights/rules">Every rule we use</a>, with where it is written and how sure we are of it.
        </p>
      </InsetText>
    </Reading>
  ),
})
