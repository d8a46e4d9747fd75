import type { Route } from '../../access/public.ts'
import type { Id } from '../../kernel/brand.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { openFile } from '../../platform/files.ts'
import { one, typedDay } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { answerLookingAgain, askToLookAgain, noteChcStep } from '../actions/beside.ts'
import { publishLesson, writeLesson } from '../actions/lesson.ts'
import * as forms from '../forms.ts'
import { ChcFields, chcPage, stepsFor } from '../pages/chc.tsx'
import { LessonFields, lessonPage } from '../pages/lessons.tsx'
import { AgainAnswerFields, AgainFields, lookAgainPage } from '../pages/look-again.tsx'
import type { Seen } from '../pages/shows.ts'
import { mayBeLookedAt } from '../queries/look-again.ts'
import { problemSays } from '../rules/say.ts'
import { doneSays } from './done.ts'
import { mayHere, numberAt, seen } from './seeing.ts'
import { stepRoutes, toCase } from './step.ts'

async function lookAgain(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked, 'look-again')
  if (of === null || !of.whole) return notFound
  const all = await mayBeLookedAt(doing, of.found, of.agains)
  return lookAgainPage({ ...of, all, mayAsk: mayHere(doing, of, 'complaints.make') })
}

async function chc(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked, 'chc')
  if (of === null || !of.whole) return notFound
  const mayNote = mayHere(doing, of, 'complaints.add')
  return chcPage({ ...of, mayNote, done: doneSays[one(asked.query, 'done')] })
}

const lessonAt = (of: Seen, asked: Asked) =>
  of.lessons.find(({ number }) => number === numberAt(asked, 'lesson')) ?? null

async function showLesson(doing: Doing, asked: Asked, errors: readonly FieldError[] = []): Promise<Answer> {
  const of = await seen(doing, asked, 'lesson')
  const lesson = of && lessonAt(of, asked)
  if (!of?.staff || !of.whole || !lesson) return notFound
  const mayPublish = mayHere(doing, of, 'complaints.answer')
  return lessonPage({ ...of, lesson, mayPublish, errors, done: doneSays[one(asked.query, 'done')] })
}

async function publish(doing: Doing, asked: Asked): Promise<Answer> {
  const reference = asked.at['reference'] ?? ''
  const number = numberAt(asked, 'lesson')
  const of = await seen(doing, asked, 'lesson')
  if (of === null || lessonAt(of, asked) === null) return notFound
  const done = await publishLesson(doing, { reference, number })
  if (done.done) return `/complaints/${reference}/lessons/${number}?done=published`
  if (done.because.includes('not-allowed')) return notAllowed
  const errors = done.because.map(reason => ({ field: 'publish', says: problemSays[reason] }))
  return showLesson(doing, asked, errors)
}

async function file(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked, 'complaint')
  const id = readId<'file'>(asked.at['file'] ?? '')
  const kept = of?.complaints.flatMap(each => each.evidence.map(paper => paper.file)) ?? []
  const again = of?.agains.map(each => each.file) ?? []
  if (id === null || ![...kept, ...again].includes(id as Id<'file'>)) return notFound
  return (await openFile(doing, id)) ?? notFound
}

const at = '/complaints/:reference'
const againAt = ({ agains }: Seen, number: number) => agains.find(each => each.number === number) ?? null

const forEach: readonly Route[] = [
  ...stepRoutes({
    at: `${at}/look-again/new`,
    allow: 'complaints.make',
    title: 'Ask us to look at something again',
    button: 'Ask us to look again',
    fields: AgainFields,
    form: (_of, today) => forms.againForm(today),
    begins: (_of, _doing, { query }) => ({ subject: one(query, 'subject') }),
    act: (doing, { of, value, file: paper }) =>
      askToLookAgain(doing, { ...value, reference: of.found.reference, file: paper }),
    fieldOf: {
      first: 'words',
      'one-is-open': 'subject',
      'not-a-paper': 'file',
      'decider-missing': 'decidedBy',
    },
    done: 'again',
    back: toCase,
    files: true,
  }),
  ...stepRoutes({
    at: `${at}/look-again/:again/answer`,
    allow: 'complaints.answer',
    title: 'Look at it again',
    button: 'Answer and send the letter',
    fields: (of, _today, address) => AgainAnswerFields({ one: againAt(of, Number(address['again'])) }),
    form: forms.againAnswerForm,
    act: (doing, { of, asked, value }) =>
      answerLookingAgain(doing, {
        ...value,
        reference: of.found.reference,
        number: numberAt(asked, 'again'),
      }),
    fieldOf: { first: 'outcome' },
    done: 'again-answered',
    back: toCase,
    isThere: (of, asked) => againAt(of, numberAt(asked, 'again'))?.answer === null,
  }),
  ...stepRoutes({
    at: `${at}/chc/steps`,
    allow: 'complaints.add',
    title: 'The next step',
    button: 'Save',
    fields: ChcFields,
    form: (_of, today) => forms.chcForm(today),
    begins: (of, { today }) => ({
      ...typedDay('on', today),
      ...(of.staff ? {} : { what: stepsFor(of)[0] ?? '', changed: 'none' }),
    }),
    act: (doing, { of, value: { what, on, says, changed } }) =>
      noteChcStep(doing, {
        reference: of.found.reference,
        what,
        on,
        says,
        changed: what === 'review-answered' || what === 'panel-answered' ? changed === 'yes' : null,
      }),
    fieldOf: { first: 'what', 'undue-delay-reasons': 'says' },
    done: 'chc',
    back: of => `${toCase(of)}/chc`,
  }),
  ...stepRoutes({
    at: `${at}/lessons`,
    allow: 'complaints.handle',
    title: 'Write down what was learnt',
    button: 'Save the lesson',
    fields: LessonFields,
    form: forms.lessonForm,
    act: (doing, { of, value }) => writeLesson(doing, { ...value, reference: of.found.reference }),
    fieldOf: { first: 'learntFrom', 'rule-unknown': 'rules', 'no-such-page': 'pages' },
    done: 'lesson',
    back: toCase,
  }),
]

/** What stands beside the complaints of a case: looking again, continuing healthcare, lessons, files. */
export const besideRoutes: readonly Route[] = [
  { at: `GET ${at}/look-again`, allow: 'complaints.read', handle: lookAgain },
  { at: `GET ${at}/chc`, allow: 'complaints.read', handle: chc },
  {
    at: `GET ${at}/lessons/:lesson`,
    allow: 'complaints.list',
    handle: (doing, asked) => showLesson(doing, asked),
  },
  { at: `POST ${at}/lessons/:lesson/publication`, allow: 'complaints.answer', handle: publish },
  { at: `GET ${at}/files/:file`, allow: 'complaints.read', handle: file },
  ...forEach,
]
