import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { negative } from '../../kernel/money.ts'
import type { PayeeId } from '../types.ts'
import type { Facts, Learnt, PlanLine, ToMatch, Verdict } from './facts.ts'
import { narrowed } from './narrow.ts'
import { paidIn } from './paid-in.ts'
import { holds, payeeIn, wordsOf } from './words.ts'

type Known = PlanLine & { readonly names: readonly string[] }
type Found = { readonly line: PlanLine; readonly because: string; readonly payee: PayeeId | null }

const ask = (because: string): Verdict => ({ kind: null, because })

const sayName = ({ payee, memo, reference }: ToMatch): string => payee || memo || reference || 'this payment'

const inForce =
  (on: PlainDate) =>
  (line: PlanLine): boolean =>
    line.from <= on && (line.until === null || line.until >= on)

/** What an answer taught about the payee; the reasons to ask where answers differ. */
function byLearning(
  line: ToMatch,
  there: readonly Known[],
  learnt: readonly Learnt[],
): Found | string | null {
  if (learnt.length === 0) return null
  const text = payeeIn(`${line.payee} ${line.memo} ${line.reference}`)
  const fits = learnt.filter(one => holds(text, one.words) && there.some(({ key }) => key === one.lineKey))
  const [first] = fits
  if (first === undefined) return null
  if (new Set(fits.map(({ lineKey }) => lineKey)).size > 1)
    return `You told us different things about ${first.says}, so we ask each time.`
  const to = there.find(({ key }) => key === first.lineKey)
  if (to === undefined) return null
  const because = `You told us on ${sayShortDay(first.on)} that ${first.says} is for “${to.says}”.`
  return { line: to, because, payee: first.id }
}

/** Whom the plan pays; where that is for several lines, the sum and the rhythm decide, or it is asked. */
function byPlan(line: ToMatch, there: readonly Known[], last: Facts['last']): Found | string | null {
  const text = wordsOf(`${line.payee} ${line.memo} ${line.reference}`)
  const fits = there.filter(({ names }) => names.some(name => holds(text, name)))
  const [only, second] = fits
  if (only === undefined) return null
  const who = only.payee || sayName(line)
  if (second === undefined)
    return { line: only, because: `${who} is who the plan pays for “${only.says}”.`, payee: null }
  const one = narrowed(line, fits, last)
  if (one === null) return `${who} is paid for several things in the plan, and the sum does not tell which.`
  return { line: one.line, because: `${who} is paid for several things; ${one.because}`, payee: null }
}

function moneyOut(line: ToMatch, there: readonly Known[], facts: Facts): Verdict {
  const found = byLearning(line, there, facts.learnt) ?? byPlan(line, there, facts.last)
  if (found === null)
    return ask(
      there.length === 0
        ? `No plan was in force on ${sayShortDay(line.on)}.`
        : `Nothing in the plan is paid to ${sayName(line)}.`,
    )
  if (typeof found === 'string') return ask(found)
  return { kind: 'plan-line', lineKey: found.line.key, because: found.because, payee: found.payee }
}

function moneyBack(line: ToMatch, there: readonly Known[], facts: Facts): Verdict | null {
  const turned = { ...line, amount: negative(line.amount) }
  const found = byLearning(turned, there, facts.learnt) ?? byPlan(turned, there, facts.last)
  if (found === null) return null
  if (typeof found === 'string') return ask(found)
  return {
    kind: 'refund',
    lineKey: found.line.key,
    because: `Money back. ${found.because}`,
    payee: found.payee,
  }
}

function moneyIn(line: ToMatch, there: readonly Known[], facts: Facts): Verdict {
  if (holds(wordsOf(`${line.payee} ${line.memo}`), 'INTEREST'))
    return { kind: 'own-money', lineKey: null, because: 'Interest from the bank.', payee: null }
  const text = `${line.payee} ${line.memo} ${line.reference}`
  const namesUs = wordsOf(text).replaceAll(' ', '').includes(facts.budget.replaceAll('-', ''))
  if (namesUs) return ask('It names your budget, but we made no payment of that sum around that day.')
  return moneyBack(line, there, facts) ?? ask(`We do not know what ${sayName(line)} paid you for.`)
}

/**
 * What each line was for, with the reason in words, or why it must be asked about. Nothing is guessed from a
 * sum and a day alone: an unknown payee is a question. Lines come oldest first, answers in their order.
 */
export function matchLines(lines: readonly ToMatch[], facts: Facts): readonly Verdict[] {
  const plan: readonly Known[] = facts.plan.map(line => ({
    ...line,
    names: [line.payee, ...line.payeeWords].map(wordsOf).filter(name => [...name].length > 2),
  }))
  const last = new Map(facts.last)
  const ours = paidIn(lines, facts)
  return lines.map((line, place) => {
    const payment = ours.get(place)
    if (payment !== undefined) return { kind: 'payment', lineKey: null, because: payment, payee: null }
    const there = plan.filter(inForce(line.on))
    const said =
      line.amount < 0n ? moneyOut(line, there, { ...facts, last }) : moneyIn(line, there, { ...facts, last })
    if (said.kind === 'plan-line' && (last.get(said.lineKey) ?? '') < line.on) last.set(said.lineKey, line.on)
    return said
  })
}
