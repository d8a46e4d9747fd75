import type { Route } from '../../access/public.ts'
import { peopleHelpedBy, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../../platform/route.ts'
import { type AskForProblem, askFor } from '../actions/ask-for.ts'
import { askingFrom } from '../forms/asking.ts'
import {
  answeredWith,
  errorsAt,
  knownPerson,
  type Question,
  questions,
  questionsFor,
  typedFor,
} from '../forms/questions.ts'
import { checkPage, sentPage } from '../pages/answers.tsx'
import { questionPage, rightPage, startPage } from '../pages/ask.tsx'
import { headed, type Known } from '../pages/question-fields.tsx'
import { pathways } from '../pathways.ts'
import { caseOf } from '../queries/case.ts'
import { draftOf, keepDraft, throwDraftAway } from '../queries/draft.ts'
import { receiverOf, receivers } from '../queries/receivers.ts'
import { settingsOf } from '../queries/settings.ts'
import { requestLimits } from '../rules/clock.ts'
import { tellRight } from '../rules/right.ts'

import { bornOf } from './born.ts'

/**
 * Those for whom the asker may ask and who have a record: themselves, their children, those they represent.
 */
export async function knownTo(doing: Doing): Promise<readonly Known[]> {
  const { person } = doing.actor
  if (person === null) return []
  const self = await personShown(doing, person)
  const helped = (await peopleHelpedBy(doing, person)).filter(
    ({ kind }) => kind === 'parent' || kind === 'representative',
  )
  return [
    ...(self ? [{ id: self.id, name: self.fullName, own: true }] : []),
    ...helped.map(({ id, full_name }) => ({ id, name: full_name, own: false })),
  ]
}

const problemSays: Readonly<Record<AskForProblem, string>> = {
  'person-not-found': 'We cannot find that person',
  'person-has-died':
    'We hold that this person has died. Call the team so that we can put it right if it is wrong',
  'nothing-said': 'Say what you would like the budget for',
  'no-parts': 'Say what you would like the budget for',
  'too-many-parts': 'Write no more than five parts',
  'received-in-the-future': 'The day must be today or in the past',
  'received-before-asked': 'The day it reached us cannot be before it was asked',
  'one-is-open': 'There is a request for this care already, and it is not decided yet',
  'parent-of-somebody-of-16-or-over': 'A parent can ask for a child under 16',
  'representative-needs-a-basis': 'Choose what lets you decide for this person',
  'somebody-else-already': 'Your account belongs to somebody else’s record. Call the team',
}
export const sayProblems = (because: readonly AskForProblem[], field: string): readonly FieldError[] =>
  because.map(reason => ({ field, says: problemSays[reason] }))

type Begun = {
  readonly typed: Typed
  readonly known: readonly Known[]
  readonly icbs: Awaited<ReturnType<typeof receivers>>
}

async function begun(doing: Doing): Promise<Begun> {
  return {
    typed: (await draftOf(doing, 'own')) ?? {},
    known: await knownTo(doing),
    icbs: await receivers(doing),
  }
}

const askedIn = ({ typed, known }: Begun): readonly Question[] =>
  questionsFor(
    typed,
    known.some(({ own }) => own),
  )

/** Errors of one question, and of a person chosen who is not one of theirs. */
function wrongWith(question: Question, { typed, known, icbs }: Begun, doing: Doing): readonly FieldError[] {
  const person = question === 'for-whom' ? knownPerson(typed) : null
  if (person !== null && !known.some(({ id }) => id === person))
    return [{ field: 'forWhom', says: 'Choose who the budget is for' }]
  return errorsAt(question, { typed, today: doing.today, icbs: icbs.map(({ code }) => code) })
}

const firstOpen = (now: Begun, doing: Doing): Question | null =>
  askedIn(now).find(question => wrongWith(question, now, doing).length > 0) ?? null

const hrefOf = (question: Question | null): string => `/requests/new/${question ?? 'answers'}`

async function start(doing: Doing): Promise<Answer> {
  const draft = await draftOf(doing, 'own')
  if (draft === null) return startPage(null)
  return startPage({ next: hrefOf(firstOpen(await begun(doing), doing)) })
}

const isQuestion = (text: string): text is Question => questions.some(question => question === text)

const backOf = (question: Question, asked: readonly Question[]): string => {
  const place = asked.indexOf(question)
  return place < 1 ? '/requests/new' : hrefOf(asked[place - 1] ?? null)
}

async function showQuestion(doing: Doing, { at }: Asked): Promise<Answer> {
  const question = at['question'] ?? ''
  const now = await begun(doing)
  if (question === 'answers') return check(doing, now, [])
  if (question === 'right') return showRight(doing, now)
  if (question === 'sent' || !isQuestion(question)) return notFound
  const filled =
    question === 'your-name' && one(now.typed, 'yourName') === ''
      ? { ...now.typed, yourName: doing.actor.name }
      : now.typed
  return questionPage({
    ...now,
    typed: filled,
    question,
    errors: [],
    back: backOf(question, askedIn(now)),
    heading: headed.has(question),
  })
}

async function answer(doing: Doing, { at, form }: Asked): Promise<Answer> {
  const question = at['question'] ?? ''
  if (!isQuestion(question)) return notFound
  const before = await begun(doing)
  const typed = answeredWith(before.typed, question, typedFor(question, form))
  const now = { ...before, typed }
  const errors = wrongWith(question, now, doing)
  const later = one(form, 'then') === 'later'
  if (errors.length > 0 && !later)
    return questionPage({
      ...now,
      question,
      errors,
      back: backOf(question, askedIn(now)),
      heading: headed.has(question),
    })
  await keepDraft(doing, 'own', typed)
  if (later) return '/requests/new'
  if (question === 'care') return '/requests/new/right'
  const asked = askedIn(now)
  return hrefOf(asked[asked.indexOf(question) + 1] ?? null)
}

async function showRight(doing: Doing, { typed }: Begun): Promise<Answer> {
  const pathway = pathways.find(name => name === one(typed, 'care'))
  if (pathway === undefined) return hrefOf('care')
  return rightPage(tellRight({ pathway, born: await bornOf(doing, typed), on: doing.today }), hrefOf('icb'))
}

function check(doing: Doing, now: Begun, errors: readonly FieldError[]): Answer {
  const open = firstOpen(now, doing)
  if (open !== null) return hrefOf(open)
  return checkPage({ ...now, asked: askedIn(now), errors, back: hrefOf('parts') })
}

async function send(doing: Doing): Promise<Answer> {
  const now = await begun(doing)
  const open = firstOpen(now, doing)
  if (open !== null) return hrefOf(open)
  const to = await receiverOf(doing, one(now.typed, 'icb'))
  if (to === null)
    return check(doing, now, [
      { field: 'icb', says: 'No NHS board takes requests here yet. Call your NHS board' },
    ])
  const asker = one(now.typed, 'yourName') || doing.actor.name
  const around = {
    today: doing.today,
    organisation: to.receiver.id,
    organisationUnsure: to.unsure,
    reachedBy: 'online',
    asker,
  } as const
  const asked = await askFor(doing, askingFrom(now.typed, around), 'themselves')
  if (!asked.done) return check(doing, now, sayProblems(asked.because, 'forWhom'))
  await throwDraftAway(doing, 'own')
  return `/requests/${asked.value.reference}/receipt`
}

async function receipt(doing: Doing, { at }: Asked): Promise<Answer> {
  const found = await caseOf(doing, at['reference'] ?? '')
  if (found === null) return notFound
  const limit = requestLimits(found, await settingsOf(doing, found))[0] ?? null
  const team = (await receivers(doing)).find(({ id }) => id === found.organisation)?.name ?? 'the NHS'
  return sentPage(found, { limit, team })
}

async function throwAway(doing: Doing): Promise<Answer> {
  await throwDraftAway(doing, 'own')
  return '/requests/new'
}

export const newRoutes: readonly Route[] = [
  { at: 'GET /requests/new', allow: 'requests.ask', handle: start },
  { at: 'POST /requests/new/ending', allow: 'requests.ask', handle: throwAway },
  { at: 'POST /requests/new/sending', allow: 'requests.ask', handle: send },
  { at: 'GET /requests/new/:question', allow: 'requests.ask', handle: showQuestion },
  { at: 'POST /requests/new/:question', allow: 'requests.ask', handle: answer },
  { at: 'GET /requests/:reference/receipt', allow: 'requests.read', handle: receipt },
]
