import { isStaff, look, may, type Route } from '../access/public.ts'
import { personShown, personStrip } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one, tooLate } from '../platform/forms.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notAllowed,
  notFound,
  type Page,
} from '../platform/route.ts'
import { answerProblemSays, answerToBuy } from './actions/answer.ts'
import { askToBuy } from './actions/ask.ts'
import { againSays, askAgainToBuy } from './actions/ask-again.ts'
import { againForm, readAnswer, readWish } from './forms.ts'
import { askPage, signsPage } from './pages/ask.tsx'
import { questionPage } from './pages/question.tsx'
import { questionsPage } from './pages/questions.tsx'
import { queuePage } from './pages/queue.tsx'
import { answersTo, askedAgainOf, type QuestionShown, questionOf, questionsOf, queue } from './queries.ts'
import { mayAsk } from './rules/who.ts'
import type { AskedBudget, FindBudget } from './types.ts'

type At = { readonly budget: AskedBudget; readonly strip: { readonly person?: NonNullable<Page['person']> } }
type AtQuestion = At & { readonly question: QuestionShown }

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  if (!isStaff(doing.actor)) return notFound
  const show = one(query, 'show') === 'answered' ? 'answered' : 'waiting'
  const page = Math.max(1, Number.parseInt(one(query, 'page'), 10) || 1)
  const found = await queue(doing, { show, answer: null }, page)
  const waiting =
    show === 'waiting' ? found.count : (await queue(doing, { show: 'waiting', answer: null }, 1)).count
  return queuePage({ ...found, show, answer: null, waiting, page, today: doing.today })
}

async function questions(doing: Doing, { budget, strip }: At): Promise<Answer> {
  const shown = await questionsOf(doing, budget)
  const asks = mayAsk(doing, budget)
  return questionsPage({ reference: budget.reference, questions: shown, mayAsk: asks, ...strip })
}

const asking = (doing: Doing, { budget, strip }: At): Answer =>
  mayAsk(doing, budget) ? askPage({ budget, typed: {}, errors: [], ...strip }) : notFound

async function ask(doing: Doing, { budget, strip }: At, { form: typed }: Asked): Promise<Answer> {
  const shows = { budget, typed, ...strip }
  const read = readWish(typed, budget)
  if (read.ok === 'ask') return signsPage({ ...shows, signs: read.signs, errors: read.errors })
  if (!read.ok) return askPage({ ...shows, errors: read.errors })
  const asked = await askToBuy(doing, budget, read.value)
  if (!asked.done) return notAllowed
  return `/local-offer/${budget.reference}/questions/${asked.value.number}?done=${asked.value.by}`
}

const doneSays: Readonly<Record<string, string>> = {
  rule: 'Here is your answer. It is kept as a letter too.',
  person: 'We have your question. You get the answer in writing.',
  answered: 'The answer is sent, as a letter.',
  again: 'Somebody else will look at it again. You get the answer in writing.',
}

async function show(
  doing: Doing,
  { budget, question, strip }: AtQuestion,
  { asked, errors }: { asked: Asked; errors: readonly FieldError[] },
): Promise<Answer> {
  return questionPage({
    reference: budget.reference,
    question,
    answers: await answersTo(doing, question),
    again: await askedAgainOf(doing, question),
    today: doing.today,
    may: { ask: mayAsk(doing, budget), answer: may(doing, 'local-offer.answer') },
    typed: asked.form,
    errors,
    done: errors.length > 0 ? undefined : doneSays[one(asked.query, 'done')],
    ...strip,
  })
}

async function answer(doing: Doing, at: AtQuestion, asked: Asked): Promise<Answer> {
  const { budget, question } = at
  if (!question.waiting) {
    const words = ['reasons', 'conditions', 'instead'].map(name => one(asked.form, name)).filter(Boolean)
    const says = tooLate(answerProblemSays['answered-already'], words.join(' '))
    return show(doing, at, { asked, errors: [{ field: 'answer', says }] })
  }
  const read = readAnswer(asked.form)
  if (!read.ok) return show(doing, at, { asked, errors: read.errors })
  const given = await answerToBuy(doing, budget, { ...read.value, question: question.number })
  if (given.done) return `/local-offer/${budget.reference}/questions/${question.number}?done=answered`
  if (given.because.includes('not-allowed')) return notAllowed
  const errors = given.because.map(because => ({ field: 'answer', says: answerProblemSays[because] }))
  return show(doing, at, { asked, errors })
}

async function again(doing: Doing, at: AtQuestion, asked: Asked): Promise<Answer> {
  const { budget, question } = at
  if (question.waiting) {
    const says = tooLate(againSays['waits-already'], one(asked.form, 'again'))
    return show(doing, at, { asked, errors: [{ field: 'again', says }] })
  }
  const read = againForm.read(asked.form)
  if (!read.ok) return show(doing, at, { asked, errors: read.errors })
  const given = await askAgainToBuy(doing, budget, { question: question.number, words: read.value.again })
  if (given.done) return `/local-offer/${budget.reference}/questions/${question.number}?done=again`
  if (given.because.includes('not-allowed')) return notAllowed
  const errors = given.because.map(because => ({ field: 'again', says: againSays[because] }))
  return show(doing, at, { asked, errors })
}

/** Finds the budget of an address and notes the look; what may not be seen is not found. */
const within =
  (find: FindBudget) =>
  async (doing: Doing, asked: Asked, then: (at: At) => Promise<Answer> | Answer): Promise<Answer> => {
    const budget = await find(doing, asked.at['reference'] ?? '')
    const person = budget && (await personShown(doing, budget.person))
    if (!budget) return notFound
    const { organisation, reference } = budget
    await look(doing, {
      page: 'can-i-buy-this',
      organisation,
      person: budget.person,
      details: { budget: reference },
    })
    return then({ budget, strip: person ? { person: personStrip(person, doing.today) } : {} })
  }

/** The pages of "can I buy this?". Whose budget it is and what its plan holds is handed in, by who knows. */
export function localOfferRoutes(find: FindBudget): readonly Route[] {
  const inBudget = within(find)
  const inQuestion = (doing: Doing, asked: Asked, then: (at: AtQuestion) => Promise<Answer>) =>
    inBudget(doing, asked, async at => {
      const number = /^\d{1,6}$/.exec(asked.at['number'] ?? '')?.[0]
      const question = number ? await questionOf(doing, at.budget, Number(number)) : null
      return question ? then({ ...at, question }) : notFound
    })
  return [
    { at: 'GET /local-offer', allow: 'local-offer.list', handle: list },
    {
      at: 'GET /local-offer/:reference',
      allow: 'local-offer.read',
      handle: (doing, asked) => inBudget(doing, asked, at => questions(doing, at)),
    },
    {
      at: 'GET /local-offer/:reference/questions/new',
      allow: 'local-offer.ask',
      handle: (doing, asked) => inBudget(doing, asked, at => asking(doing, at)),
    },
    {
      at: 'POST /local-offer/:reference/questions',
      allow: 'local-offer.ask',
      handle: (doing, asked) => inBudget(doing, asked, at => ask(doing, at, asked)),
    },
    {
      at: 'GET /local-offer/:reference/questions/:number',
      allow: 'local-offer.read',
      handle: (doing, asked) => inQuestion(doing, asked, at => show(doing, at, { asked, errors: [] })),
    },
    {
      at: 'POST /local-offer/:reference/questions/:number/answer',
      allow: 'local-offer.answer',
      handle: (doing, asked) => inQuestion(doing, asked, at => answer(doing, at, asked)),
    },
    {
      at: 'POST /local-offer/:reference/questions/:number/reconsideration',
      allow: 'local-offer.ask',
      handle: (doing, asked) => inQuestion(doing, asked, at => again(doing, at, asked)),
    },
  ]
}
