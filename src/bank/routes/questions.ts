import type { Route } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { kindOf } from '../../platform/files.ts'
import { form, one, optionalText, text } from '../../platform/forms.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notAllowed,
  notFound,
  type SentFile,
} from '../../platform/route.ts'
import { answerQuestion, choicesOf } from '../actions/answer-question.ts'
import { attachReceipt, receiptSays } from '../actions/attach-receipt.ts'
import { questionPage, questionsPage } from '../pages/question.tsx'
import { openQuestionsOf, type QuestionShown, questionOf, receiptsOf } from '../queries/questions.ts'
import { hiddenName } from '../rules/hidden.ts'
import { answerSays } from '../say.ts'
import { type Seen, seen } from './seeing.ts'

type Found = Seen & { readonly question: QuestionShown }

async function found(doing: Doing, asked: Asked): Promise<Found | null> {
  const number = /^\d{1,9}$/.exec(asked.at['number'] ?? '')?.[0]
  const one = await seen(doing, asked, 'bank-question')
  const question = one && number ? await questionOf(doing, one.budget, Number(number)) : null
  return one && question ? { ...one, question } : null
}

const doneSays: Readonly<Record<string, string>> = {
  answered: 'Thank you. Here is the next question.',
  call: 'Thank you. Somebody will call. Here is the next question.',
}

async function page(
  doing: Doing,
  asked: Asked,
  { budget, question, strip }: Found,
  errors: readonly FieldError[],
) {
  return questionPage({
    reference: budget.reference,
    question,
    choices: await choicesOf(doing, budget, question),
    receipts: await receiptsOf(doing, question.line_id),
    open: (await openQuestionsOf(doing, budget)).length,
    typed: asked.form,
    errors,
    done: errors.length > 0 ? undefined : doneSays[one(asked.query, 'done')],
    ...strip,
  })
}

async function show(doing: Doing, asked: Asked): Promise<Answer> {
  const one = await found(doing, asked)
  return one === null ? notFound : page(doing, asked, one, [])
}

async function list(doing: Doing, asked: Asked): Promise<Answer> {
  const one = await seen(doing, asked, 'bank-questions')
  if (one === null) return notFound
  const whole = await openQuestionsOf(doing, one.budget)
  const questions = one.payees ? whole : whole.map(each => ({ ...each, says: hiddenName, because: '' }))
  return questionsPage({ reference: one.budget.reference, questions, ...one.strip })
}

const answerForm = form({
  answer: text({ missing: 'Choose what it was for', most: 200 }),
  words: optionalText({ most: 2000, called: 'What you say about it' }),
})

/** The receipt that came with a form; an error where it is neither a photo nor a PDF. */
export function receiptIn({ files }: Asked): { file: SentFile | null; errors: readonly FieldError[] } {
  const file = files.find(
    ({ field, bytes, name }) => field === 'receipt' && (name !== '' || bytes.length > 0),
  )
  if (file === undefined) return { file: null, errors: [] }
  const kind = kindOf(file.bytes)
  if (kind !== null && kind !== 'text/plain') return { file, errors: [] }
  return { file: null, errors: [{ field: 'receipt', says: receiptSays['not-a-receipt'] }] }
}

async function answer(doing: Doing, asked: Asked): Promise<Answer> {
  const one = await found(doing, asked)
  if (one === null) return notFound
  const read = answerForm.read(asked.form)
  const receipt = receiptIn(asked)
  const errors = [...(read.ok ? [] : read.errors), ...receipt.errors]
  if (!read.ok || errors.length > 0) return page(doing, asked, one, errors)
  const { reference } = one.budget
  const { number, line_id } = one.question
  const answered = await answerQuestion(doing, {
    reference,
    question: number,
    answer: read.value.answer,
    words: read.value.words ?? '',
  })
  if (!answered.done) {
    if (answered.because.includes('not-allowed')) return notAllowed
    return page(
      doing,
      asked,
      one,
      answered.because.map(because => ({ field: 'answer', says: answerSays[because] })),
    )
  }
  if (receipt.file !== null) await attachReceipt(doing, { reference, line: line_id, file: receipt.file })
  return next(doing, one, read.value.answer)
}

/** On to the next question that is open, else back to the payment that was asked about. */
async function next(doing: Doing, { budget, question }: Found, answer: string): Promise<string> {
  const open = await openQuestionsOf(doing, budget)
  const after = open.find(({ number }) => number > question.number)
  const done = answer === 'call-me' ? 'call' : 'answered'
  return after === undefined
    ? `/bank/${budget.reference}/lines/${question.line_id}?done=${done}`
    : `/bank/${budget.reference}/questions/${after.number}?done=${done}`
}

export const questionRoutes: readonly Route[] = [
  { at: 'GET /bank/:reference/questions', allow: 'bank.read', handle: list },
  { at: 'GET /bank/:reference/questions/:number', allow: 'bank.answer', handle: show },
  { at: 'POST /bank/:reference/questions/:number/answer', allow: 'bank.answer', handle: answer },
]
