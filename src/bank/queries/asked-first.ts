import { negative, nothing, type Pence, plus } from '../../kernel/money.ts'
import { type AnswerShown, answersOf, type WishId } from '../../local-offer/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Asked, offeredFor, type WhyNotProtected, whyUnprotected } from '../rules/asked-first.ts'
import type { Budget } from '../rules/posting.ts'
import { here } from '../tables.ts'
import type { LineId } from '../types.ts'

/** Every question of a budget that was answered, each with its answers. */
export async function askedOf(
  doing: Doing,
  { reference }: Pick<Budget, 'reference'>,
): Promise<readonly Asked[]> {
  return askedIn(await answersOf(doing, { reference }))
}

function askedIn(rows: readonly AnswerShown[]): readonly Asked[] {
  return [...Map.groupBy(rows, ({ question_id }) => question_id).values()].flatMap(same => {
    const [first] = same
    if (first === undefined) return []
    const { question_id: id, question: number, words, sum, every } = first
    const answers = same.map(({ answer, conditions, answered_on: on }) => ({ answer, conditions, on }))
    return [{ id, number, words, sum, every, answers }]
  })
}

/** The payments of a budget that an answer is joined to. */
export const joinedOf = (doing: Doing, { reference }: Pick<Budget, 'reference'>) =>
  here(doing).db.selectFrom('bank.asked_first_shown').selectAll().where('reference', '=', reference).execute()

/** What was asked before a payment: the answer joined to it, and those that could be. */
export type AskedFirst = {
  readonly joined: (Asked & { readonly because: readonly WhyNotProtected[]; readonly by: string }) | null
  readonly offered: readonly Asked[]
}
type Line = { readonly id: LineId; readonly on_day: Asked['answers'][number]['on']; readonly amount: Pence }

/** What was asked before one payment, and whether the answer protects whoever paid. */
export async function askedFirstOf(doing: Doing, budget: Budget, line: Line): Promise<AskedFirst> {
  const [all, joins] = [await askedOf(doing, budget), await joinedOf(doing, budget)]
  const payment = { on: line.on_day, amount: line.amount }
  const own = joins.find(({ line_id }) => line_id === line.id)
  const elsewhere = joins.flatMap(({ line_id, question_id }) => (line_id === line.id ? [] : [question_id]))
  const asked = all.find(({ id }) => id === own?.question_id)
  return {
    joined:
      own && asked ? { ...asked, because: whyUnprotected(asked, payment), by: own.joined_by_name } : null,
    offered: offeredFor(all, payment, new Set<WishId>(elsewhere)),
  }
}

/**
 * What was spent outside the plan although it was asked about first and answered with yes: of one budget, or
 * of every budget that the actor sees, by reference.
 */
export async function agreedFirst(
  doing: Doing,
  reference: string | null,
): Promise<ReadonlyMap<string, Pence>> {
  const rows = await here(doing)
    .db.selectFrom('bank.asked_first_shown as f')
    .innerJoin('local_offer.answer_shown as a', 'a.question_id', 'f.question_id')
    .selectAll('a')
    .select(['f.line_id', 'f.on_day', 'f.amount'])
    .where('f.kind', '=', 'outside-plan')
    .$if(reference !== null, query => query.where('f.reference', '=', reference ?? ''))
    .orderBy('a.number')
    .execute()
  const found = new Map<string, Pence>()
  for (const same of Map.groupBy(rows, ({ line_id }) => line_id).values()) {
    const [first] = same
    const [asked] = askedIn(same)
    if (!first || !asked) continue
    if (whyUnprotected(asked, { on: first.on_day, amount: first.amount }).length > 0) continue
    found.set(first.reference, plus(found.get(first.reference) ?? nothing, negative(first.amount)))
  }
  return found
}
