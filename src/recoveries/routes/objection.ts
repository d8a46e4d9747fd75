import { isStaff, may, type Route } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { answer } from '../actions/answer.ts'
import { mayObject, object } from '../actions/object.ts'
import { objectionForm, readAnswer } from '../forms.ts'
import { answerPage, objectionPage } from '../pages/objection.tsx'
import {
  type DecideProblem,
  decideSays,
  type ObjectProblem,
  objectSays,
  whyNotObject,
} from '../rules/deciding.ts'
import { termsOf } from '../rules/standing.ts'
import type { Recovery } from '../types.ts'
import { errorsAt, nothingWrong, type Seen, seenOne, type Wrong } from './seeing.ts'

type Found = Seen & { readonly one: Recovery }
const addressOf = ({ one }: Found): string => `/recoveries/${one.reference}/${one.number}`

const objecting = (doing: Doing, { one, staff, strip }: Found, wrong: Wrong): Answer =>
  objectionPage({ one, terms: termsOf(one, doing.today), staff, ...strip, ...wrong })

async function showObjection(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seenOne(doing, asked, 'recovery-objection')
  if (found === null || !(await mayObject(doing, found.one))) return notFound
  if (whyNotObject(found.one).length > 0) return addressOf(found)
  return objecting(doing, found, nothingWrong)
}

const objectAt: Partial<Record<ObjectProblem, string>> = { 'who-missing': 'saidBy', 'not-a-paper': 'file' }

async function sendObjection(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seenOne(doing, asked, 'recovery-objection')
  if (found === null) return notFound
  const again = (errors: readonly FieldError[]) => objecting(doing, found, { typed: asked.form, errors })
  const read = objectionForm.read(asked.form)
  if (!read.ok) return again(read.errors)
  const { words, saidBy, how } = read.value
  const staff = isStaff(doing.actor)
  if (staff && how === null) return again([{ field: 'how', says: 'Choose how it reached you' }])
  const sent = asked.files.find(
    ({ field, name, bytes }) => field === 'file' && (name !== '' || bytes.length > 0),
  )
  const { reference, number } = found.one
  const done = await object(doing, {
    reference,
    number,
    words,
    saidBy,
    how: staff ? (how ?? 'letter') : 'online',
    file: sent ?? null,
  })
  if (done.done) return `${addressOf(found)}?done=objected`
  if (done.because.includes('not-yours')) return notAllowed
  const page = again(errorsAt(done.because, objectSays, reason => objectAt[reason] ?? 'words'))
  const keep = done.because.includes('caller-may-not-do-this')
  return keep && typeof page === 'object' && 'body' in page ? { ...page, keep: true } : page
}

const answering = (doing: Doing, { one, staff, strip }: Found, wrong: Wrong): Answer =>
  answerPage({ one, terms: termsOf(one, doing.today), staff, ...strip, ...wrong })

async function showAnswer(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seenOne(doing, asked, 'recovery-answer')
  if (found === null || !may(doing, 'recoveries.decide')) return notFound
  if (found.one.objection === null || found.one.answer !== null) return addressOf(found)
  return answering(doing, found, nothingWrong)
}

const answerAt = (reason: DecideProblem): string =>
  reason === 'amount-not-less' ? 'amount' : reason === 'reasons-missing' ? 'because' : 'outcome'

async function sendAnswer(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seenOne(doing, asked, 'recovery-answer')
  if (found === null) return notFound
  const again = (errors: readonly FieldError[]) => answering(doing, found, { typed: asked.form, errors })
  const read = readAnswer(asked.form)
  if (!read.ok) return again(read.errors)
  const { reference, number } = found.one
  const done = await answer(doing, { reference, number, ...read.value })
  if (done.done) return `${addressOf(found)}?done=answered`
  return again(errorsAt(done.because, decideSays, answerAt))
}

const at = '/recoveries/:reference/:number' as const
export const objectionRoutes: readonly Route[] = [
  { at: `GET ${at}/objection`, allow: 'recoveries.object', handle: showObjection },
  { at: `POST ${at}/objection`, allow: 'recoveries.object', handle: sendObjection },
  { at: `GET ${at}/answer`, allow: 'recoveries.decide', handle: showAnswer },
  { at: `POST ${at}/answer`, allow: 'recoveries.decide', handle: sendAnswer },
]
