import { isStaff, type Route } from '../../access/public.ts'
import { plainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { choice, form, one, optionalDay, optionalText, text, typedDay } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notFound } from '../../platform/route.ts'
import { type AnswerProblem, answerReconsideration, answerSays } from '../actions/answer-reconsideration.ts'
import { askAgainSays, askReconsideration } from '../actions/ask-reconsideration.ts'
import { readDecidedParts, typedParts } from '../forms/decision.ts'
import { againPage, answerPage } from '../pages/again.tsx'
import { fileOf, seen } from './seeing.ts'

const againForm = form({
  words: text({ missing: 'Say what you think is wrong', most: 5000, called: 'What you write' }),
  askedBy: optionalText({ most: 100, called: 'The name' }),
})

async function showAgain(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'reconsideration')
  if (found === null || found.facts.words === null) return notFound
  const { strip } = found
  const { reference } = found.one
  return againPage({ reference, strip, staff: isStaff(doing.actor), typed: {}, errors: [] })
}

async function askAgain(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'reconsideration')
  if (found === null || found.facts.words === null) return notFound
  const { reference } = found.one
  const staff = isStaff(doing.actor)
  const shows = { reference, strip: found.strip, staff, typed: asked.form }
  const read = againForm.read(asked.form)
  const { file, errors } = fileOf(asked, 'file')
  if (!read.ok || errors.length > 0)
    return againPage({ ...shows, errors: [...(read.ok ? [] : read.errors), ...errors] })
  const { words, askedBy } = read.value
  const by = staff && askedBy !== null ? { askedBy } : {}
  const now: Doing = staff && askedBy !== null ? { ...doing, onBehalfOf: found.one.person } : doing
  const answered = await askReconsideration(now, { reference, words, file, ...by })
  if (answered.done) return `/requests/${reference}?done=again`
  return againPage({
    ...shows,
    errors: answered.because.map(reason => ({ field: 'words', says: askAgainSays[reason] })),
  })
}

async function wantedIn(doing: Doing, asked: Asked) {
  const found = await seen(doing, asked, 'reconsideration')
  const wanted = found?.facts.again.find(({ id }) => id === asked.at['reconsideration'])
  return found && wanted ? { ...found, wanted } : null
}

async function showAnswer(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await wantedIn(doing, asked)
  if (found === null) return notFound
  const { facts, strip, wanted } = found
  if (wanted.outcome !== null) return `/requests/${found.one.reference}`
  const typed = { ...typedParts(facts.parts), ...typedDay('from', doing.today) }
  return answerPage({ facts, strip, asked: wanted, typed, errors: [] })
}

const outcomes = ['upheld', 'changed', 'not-looked-at-again'] as const
const answerForm = form({
  outcome: choice(outcomes, 'Choose your answer'),
  reasons: text({ missing: 'Give the reasons in writing', most: 5000, called: 'The reasons' }),
  from: optionalDay({ called: 'The day from which it holds', from: plainDate('2014-04-01') }),
})

const isSaid = (problem: AnswerProblem): problem is keyof typeof answerSays =>
  Object.hasOwn(answerSays, problem)
const fieldFor = (problem: AnswerProblem): string => (problem === 'nothing-said' ? 'reasons' : 'outcome')

async function answer(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await wantedIn(doing, asked)
  if (found === null) return notFound
  const { facts, strip, wanted } = found
  const shows = { facts, strip, asked: wanted, typed: asked.form }
  const read = answerForm.read(asked.form)
  const decided = readDecidedParts(asked.form, facts.parts)
  const changed = one(asked.form, 'outcome') === 'changed'
  const errors: readonly FieldError[] = [...(read.ok ? [] : read.errors), ...(changed ? decided.errors : [])]
  if (!read.ok || errors.length > 0) return answerPage({ ...shows, errors })
  const { outcome, reasons, from } = read.value
  const { reference } = found.one
  const change = changed ? { parts: decided.parts, ...(from === null ? {} : { fromOn: from }) } : {}
  const answered = await answerReconsideration(doing, {
    reference,
    reconsideration: wanted.id,
    outcome,
    reasons,
    ...change,
  })
  if (answered.done) return `/requests/${reference}?done=answered`
  const said = answered.because.map(problem => ({
    field: fieldFor(problem),
    says: isSaid(problem) ? answerSays[problem] : 'Look at each part again',
  }))
  return answerPage({
    ...shows,
    errors: said,
    status: answered.because.includes('answered-already') ? 409 : 422,
  })
}

const at = '/requests/:reference/reconsideration' as const
export const reconsiderationRoutes: readonly Route[] = [
  { at: `GET ${at}`, allow: 'requests.ask-reconsideration', handle: showAgain },
  { at: `POST ${at}`, allow: 'requests.ask-reconsideration', handle: askAgain },
  { at: `GET ${at}s/:reconsideration`, allow: 'requests.reconsider', handle: showAnswer },
  { at: `POST ${at}s/:reconsideration`, allow: 'requests.reconsider', handle: answer },
]
