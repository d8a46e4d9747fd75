import { sql } from 'kysely'
import { seeAs } from '../access/public.ts'
import type { LineId } from '../bank/public.ts'
import { answerQuestion, askedBudget, joinAnswer } from '../bank/public.ts'
import { pence } from '../kernel/money.ts'
import { type AskedBudget, answerToBuy, askAgainToBuy, askToBuy, signsIn } from '../local-offer/public.ts'
import type { Doing } from '../platform/doing.ts'
import { askerOf } from './asking.ts'
import { must } from './must.ts'
import type { Purchase } from './purchase.ts'
import type { Ago } from './types.ts'
import { as, leaderOf, referenceOf, type Walk, workerOf } from './walk.ts'

async function budgetOn(walk: Walk, doing: Doing): Promise<AskedBudget> {
  const budget = await askedBudget(doing, referenceOf(walk))
  if (budget === null) throw new Error(`${walk.life.name} has no budget to buy from`)
  return budget
}

async function newest(walk: Walk, purchase: Purchase): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select number from local_offer.question_shown
    where reference = ${referenceOf(walk)} and words = ${purchase.words}`.execute(walk.doing.transaction)
  return rows[0]?.number ?? 0
}

async function ask(walk: Walk, purchase: Purchase): Promise<void> {
  const doing = as(walk, askerOf(walk).actor, purchase.on)
  const { words, whatFor, every = 'once', plan, saidToBe = null, family } = purchase
  const asking = {
    words,
    whatFor,
    outcome: '',
    sum: pence(BigInt(Math.round(purchase.sum * 100))),
    every,
    plan,
    payee: family === undefined ? ({ kind: 'firm' } as const) : ({ kind: 'family', ...family } as const),
    looksLike: signsIn(words),
    saidToBe,
  }
  must(await askToBuy(doing, await budgetOn(walk, doing), asking), `the question of ${walk.life.name}`)
}

async function answer(walk: Walk, purchase: Purchase): Promise<void> {
  if (purchase.answer === undefined) return
  const { on, says, conditions = '', reasons, instead = '' } = purchase.answer
  const doing = as(walk, on % 2 === 0 ? workerOf(walk) : leaderOf(walk), on)
  const question = await newest(walk, purchase)
  const given = { question, answer: says, conditions, reasons, instead, rule: null }
  must(await answerToBuy(doing, await budgetOn(walk, doing), given), `the answer to ${walk.life.name}`)
}

async function again(walk: Walk, purchase: Purchase): Promise<void> {
  if (purchase.again === undefined) return
  const doing = as(walk, askerOf(walk).actor, purchase.again.on)
  const asked = { question: await newest(walk, purchase), words: purchase.again.words }
  must(await askAgainToBuy(doing, await budgetOn(walk, doing), asked), 'looking at it again')
}

/** The payment is answered for, and joined to the answer that came before it. */
async function paid(walk: Walk, purchase: Purchase): Promise<void> {
  if (purchase.paid === undefined) return
  const doing = as(walk, askerOf(walk).actor, purchase.paid.on)
  await seeAs(doing)
  const reference = referenceOf(walk)
  const { rows } = await sql<{ line: LineId; question: number }>`
    select l.id as line, q.number as question from bank.line_shown l
      join bank.question_shown q on q.line_id = l.id
    where l.reference = ${reference} and l.says like ${`${purchase.paid.says}%`}`.execute(doing.transaction)
  const [found] = rows
  if (found === undefined) throw new Error(`${purchase.paid.says} is on no statement`)
  const told = { reference, question: found.question, answer: 'outside-plan', words: 'We asked first.' }
  must(await answerQuestion(doing, told), 'what it was for')
  const joining = { reference, line: found.line, question: await newest(walk, purchase) }
  must(await joinAnswer(doing, joining), 'joining the answer')
}

type Step = { readonly on: Ago; readonly do: (walk: Walk) => Promise<void> }

/** Every step of what somebody asked before they bought it, on its day. */
export const stepsOf = (purchase: Purchase): readonly Step[] => [
  { on: purchase.on, do: walk => ask(walk, purchase) },
  ...(purchase.answer ? [{ on: purchase.answer.on, do: (walk: Walk) => answer(walk, purchase) }] : []),
  ...(purchase.again ? [{ on: purchase.again.on, do: (walk: Walk) => again(walk, purchase) }] : []),
  ...(purchase.paid ? [{ on: purchase.paid.on, do: (walk: Walk) => paid(walk, purchase) }] : []),
]
