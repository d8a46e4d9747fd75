import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, LinkButton, type Meaning, Reading, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { QuestionShown } from '../queries.ts'
import { answerSays, saySum } from '../rules/say.ts'
import type { Answer } from '../types.ts'

const meanings: Readonly<Record<Answer, Meaning>> = {
  yes: 'good',
  'yes-if': 'good',
  no: 'bad',
  'not-yet': 'waiting',
}

/** Where a question stands: waiting by when, or the answer in a word or two. */
export const Standing = ({ question }: { question: Pick<QuestionShown, 'waiting' | 'answer'> }) => (
  <>
    {question.answer === null ? null : (
      <Tag means={meanings[question.answer]}>{answerSays[question.answer]}</Tag>
    )}{' '}
    {question.waiting ? (
      <Tag means="waiting">{question.answer === null ? 'With the team' : 'Being looked at again'}</Tag>
    ) : null}
  </>
)

type Shows = {
  readonly reference: string
  readonly questions: readonly QuestionShown[]
  readonly mayAsk: boolean
  readonly person?: Page['person']
}

const rowOf = (reference: string) => (one: QuestionShown) => ({
  key: one.id,
  cells: [
    <a key="words" href={`/local-offer/${reference}/questions/${one.number}`}>
      <bdi>{one.words.length > 80 ? `${one.words.slice(0, 77)}...` : one.words}</bdi>
    </a>,
    saySum(one.sum, one.every),
    <Standing key="how" question={one} />,
    sayShortDay(one.asked_on),
  ],
})

/** Every question of a budget with its answer, and the way to ask the next. */
export const questionsPage = ({ reference, questions, mayAsk, person }: Shows): Page => ({
  title: 'Can I buy this?',
  back: `/bank/${reference}`,
  ...(person ? { person } : {}),
  body: (
    <Reading>
      <h1>Can I buy this?</h1>
      <p>
        Not sure if the budget buys something? Ask first. Where a rule is clear you get the answer at once.
        Where it is not, a person answers in writing.
      </p>
      {mayAsk ? (
        <LinkButton href={`/local-offer/${reference}/questions/new`}>Ask a question</LinkButton>
      ) : null}
      <DataTable
        caption="Questions and answers"
        columns={[{ says: 'Question' }, { says: 'What it costs' }, { says: 'Answer' }, { says: 'Asked' }]}
        rows={questions.map(rowOf(reference))}
        empty="Nobody has asked about a purchase yet."
      />
    </Reading>
  ),
})
