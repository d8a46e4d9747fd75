import { may, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { budgetOf, inTurn, seesLines } from '../queries/budget.ts'
import { flagsOf, lookingOf, paymentsIn } from '../queries/monitoring.ts'
import { drawn, sampleSize } from '../rules/monitoring.ts'
import { here } from '../tables.ts'
import type { FlagId, SampleId } from '../types.ts'
import { writeRows } from './write-rows.ts'

export type LookProblem = 'no-budget' | 'not-allowed' | 'wrong-days' | 'no-payments' | 'drawn-before'

export const lookSays: Record<LookProblem, string> = {
  'no-budget': 'There is no budget of this reference that you can see',
  'not-allowed': 'You cannot look at payments of this budget',
  'wrong-days': 'The last day must be on or after the first day, and not after today',
  'no-payments': 'There are no payments in these days',
  'drawn-before': 'The payments of these days were drawn before: they are shown below',
}

type Days = { readonly from: PlainDate; readonly until: PlainDate }

async function budgetFor(doing: Doing, typed: string) {
  const budget = await budgetOf(doing, typed)
  if (budget === null || !(await seesLines(doing, budget))) return 'no-budget'
  if (doing.actor.id !== null && !may(doing, 'bank.monitor')) return 'not-allowed'
  await inTurn(doing, budget)
  return budget
}

/**
 * Draws the payments of some days that are looked at, by lot, as many as the budget's tier says. The lot, the
 * tier and its reasons are kept, so that both sides can see why these. Days are drawn once.
 */
export async function drawSample(
  doing: Doing,
  { reference, from, until }: Days & { readonly reference: string },
): Promise<Done<SampleId, LookProblem>> {
  const budget = await budgetFor(doing, reference)
  if (typeof budget === 'string') return refused(budget)
  if (until < from || until > doing.today) return refused('wrong-days')
  const looking = await lookingOf(doing, budget)
  const lines = await paymentsIn(doing, budget, { from, until })
  if (looking === null || lines.length === 0) return refused('no-payments')
  const seed = `${budget.reference} ${from} ${until}`
  const { db } = here(doing)
  const before = await db
    .selectFrom('bank.sample')
    .select('id')
    .where('reference', '=', budget.reference)
    .where('seed', '=', seed)
    .executeTakeFirst()
  if (before) return refused('drawn-before')
  const whose = { organisation_id: budget.organisation, person_id: budget.person }
  const id = newId() as SampleId
  const { tier, reasons, settings } = looking
  const by = { drawn_by: doing.actor.id, drawn_by_name: doing.actor.name, drawn_on: doing.today }
  const about = { reference: budget.reference, from_on: from, until_on: until, tier, reasons, seed }
  await db
    .insertInto('bank.sample')
    .values({ id, ...whose, ...about, ...by, of_lines: lines.length })
    .execute()
  const chosen = drawn(lines, seed, sampleSize(tier, lines.length, settings))
  const rows = chosen.map((line, at) => ({ sample_id: id, place: at + 1, ...whose, line_id: line }))
  await writeRows(doing, 'bank.sample_line', rows)
  const { organisation, person } = budget
  const details = { budget: budget.reference, from, until, tier, lines: rows.length, of: lines.length }
  await record(doing, { happened: 'bank-sample-drawn', organisation, person, to: id, details })
  return done(id)
}

/** Ends a flag that somebody looked at, with what they found. Refused: no words, a flag that is no more. */
export async function endFlag(
  doing: Doing,
  { reference, flag, found }: { reference: string; flag: FlagId; found: string },
): Promise<Done<null, 'no-budget' | 'not-allowed' | 'no-flag' | 'no-words'>> {
  const budget = await budgetFor(doing, reference)
  if (typeof budget === 'string') return refused(budget)
  const open = (await flagsOf(doing, budget)).find(({ id, ended_on }) => id === flag && ended_on === null)
  if (open === undefined) return refused('no-flag')
  const words = found.trim()
  if (words === '') return refused('no-words')
  const { organisation, person } = budget
  await here(doing)
    .db.insertInto('bank.flag_ended')
    .values({
      flag_id: flag,
      organisation_id: organisation,
      person_id: person,
      because: words.slice(0, 1000),
      ended_on: doing.today,
      ended_by: doing.actor.id,
      ended_by_name: doing.actor.name,
    })
    .execute()
  await record(doing, { happened: 'bank-flag-ended', organisation, person, to: flag, because: words })
  return done(null)
}
