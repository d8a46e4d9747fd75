import { sql } from 'kysely'
import { record, recordRefused, whyNotOnBehalf } from '../../access/public.ts'
import { linesIn, localLines } from '../../consents/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Asking } from '../forms.ts'
import { stateRule } from '../letters.ts'
import { timesOf } from '../queries.ts'
import { answerByRule, type ByPerson, type ByRule } from '../rules/answer.ts'
import { answerBy } from '../rules/clock.ts'
import { sayInstead, sayReasons } from '../rules/say.ts'
import { mayAsk } from '../rules/who.ts'
import { here } from '../tables.ts'
import type { AskedBudget, WishId } from '../types.ts'
import { standing, writeAnswer } from './write-answer.ts'

export type AskProblem = 'not-allowed' | 'caller-may-not-do-this'

/** One change of a budget's questions at a time, so that two never have one number. */
export async function nextNumber(doing: Doing, { reference }: AskedBudget): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`local-offer:${reference}`}, 0))`.execute(
    doing.transaction,
  )
  const row = await here(doing)
    .db.selectFrom('local_offer.question')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('reference', '=', reference)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

const lineSays = ({ plan }: Asking): string => (typeof plan === 'string' ? '' : plan.says)

/**
 * Asks "can I buy this?" of a budget. Answered at once where a rule is clear, with the letter; else it waits
 * for a person, by the local time. Refused: who may not ask, and staff for a caller who may not.
 */
export async function askToBuy(
  doing: Doing,
  budget: AskedBudget,
  asking: Asking,
): Promise<Done<{ readonly number: number; readonly by: 'rule' | 'person' }, AskProblem>> {
  const { organisation, person } = budget
  if (!mayAsk(doing, budget)) return refused('not-allowed')
  const unheard = await whyNotOnBehalf(doing, person, 'send-messages')
  if (unheard.length > 0) {
    await recordRefused(doing, { happened: 'purchase-asked', organisation, person, because: unheard.join() })
    return refused(...unheard)
  }
  const number = await nextNumber(doing, budget)
  const lines = await localLines(doing, [organisation])
  const onLocalLine = linesIn(lines, { text: asking.words, on: doing.today }).length > 0
  const ruled = answerByRule({ ...asking, on: doing.today, onLocalLine })
  const id = await write(doing, { budget, asking, ruled, number })
  await record(doing, {
    happened: 'purchase-asked',
    organisation,
    person,
    to: id,
    details: { reference: budget.reference, number, by: ruled.by },
  })
  if (ruled.by === 'rule')
    await writeAnswer(doing, await standing(doing, budget, number), {
      answer: ruled.answer,
      conditions: '',
      reasons: sayReasons(ruled, lineSays(asking)),
      instead: sayInstead(ruled.codes),
      rules: ruled.rules.map(stateRule),
      byRule: true,
    })
  return done({ number, by: ruled.by })
}

type Writing = {
  readonly budget: AskedBudget
  readonly asking: Asking
  readonly ruled: ByRule | ByPerson
  readonly number: number
}

async function write(doing: Doing, { budget, asking, ruled, number }: Writing): Promise<WishId> {
  const id: WishId = newId()
  const { plan, payee } = asking
  const line = typeof plan === 'string' ? null : plan
  const family = payee.kind === 'family' ? payee : null
  const times = ruled.by === 'rule' ? [] : await timesOf(doing, budget.organisation, doing.today)
  await here(doing)
    .db.insertInto('local_offer.question')
    .values({
      id,
      organisation_id: budget.organisation,
      person_id: budget.person,
      reference: budget.reference,
      number,
      words: asking.words,
      sum: asking.sum,
      every: asking.every,
      what_for: asking.whatFor,
      outcome: asking.outcome === '' ? (line?.outcome ?? '') : asking.outcome,
      line_key: line?.key ?? null,
      line_says: line?.says ?? '',
      in_plan: line ? 'yes' : plan === 'not-sure' ? 'not-sure' : 'no',
      looks_like: [...asking.looksLike],
      said_to_be: asking.saidToBe,
      payee: payee.kind,
      relation: family?.relation ?? null,
      same_household: family?.sameHousehold ?? null,
      paid_for: family?.paidFor ?? null,
      because: ruled.by === 'rule' ? [] : [...ruled.because],
      answer_by: answerBy(doing.today, times),
      asked_on: doing.today,
      asked_at: doing.now,
      asked_by: doing.actor.id,
      asked_by_name: doing.actor.name,
      on_behalf_of: doing.onBehalfOf,
    })
    .execute()
  return id
}
