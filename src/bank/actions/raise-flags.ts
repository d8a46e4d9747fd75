import { daysInside } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, readMoney, timesRoundedHalfUp } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { type FlagShown, flagsOf } from '../queries/monitoring.ts'
import { standingIn } from '../queries/one-budget.ts'
import { type FlagFacts, flagsFor, type NewFlag } from '../rules/flags.ts'
import type { Budget } from '../rules/posting.ts'
import { here } from '../tables.ts'
import type { FlagId } from '../types.ts'
import { writeRows } from './write-rows.ts'

const keyOf = (kind: string, line: string | null): string => `${kind} ${line ?? ''}`

async function factsOf(doing: Doing, budget: Budget): Promise<FlagFacts | null> {
  const row = await standingIn(doing, budget)
  if (row === null) return null
  const lines = await here(doing)
    .db.selectFrom('bank.line_shown')
    .select(['id', 'on_day', 'amount', 'payee', 'memo', 'bank_reference', 'kind', 'line_key'])
    .where('reference', '=', budget.reference)
    .orderBy('on_day')
    .orderBy('read_order')
    .execute()
  const shown = row.shownUntil === null || row.shownUntil < row.from ? null : row.shownUntil
  const days = shown === null ? 0 : daysInside(row.from, shown)
  return {
    weekly: row.weekly,
    spent: row.spent,
    overspent: row.overspent,
    agreedSoFar: days === 0 ? nothing : timesRoundedHalfUp(row.weekly, BigInt(days), 7n),
    lines: lines.map(({ id, on_day, amount, payee, memo, bank_reference, kind, line_key }) => ({
      id,
      on: on_day,
      amount,
      text: `${payee} ${memo} ${bank_reference}`,
      kind,
      lineKey: line_key,
    })),
  }
}

/** The sum that a flag about a whole budget begins with: `£12.00 more was spent ...`. */
const sumIn = (because: string): bigint => readMoney(because.split(' ')[0] ?? '') ?? 0n

/**
 * A flag that stands, or that somebody looked at, is not raised again; one that only lapsed may be. One about
 * the whole budget was looked at with its sum of then: only a larger one is raised again.
 */
const knownBefore = (flag: NewFlag, before: readonly FlagShown[]): boolean =>
  before.some(
    one =>
      keyOf(one.kind, one.line_id) === keyOf(flag.kind, flag.line) &&
      (one.ended_on === null ||
        (one.ended_by_name !== byRule &&
          (one.line_id !== null || sumIn(flag.because) <= sumIn(one.because)))),
  )

const byRule = 'OpenPHB'

/**
 * Raises the flags of a budget that hold now and are not there yet, and ends those that hold no longer, each
 * with its reason and day. It is called after every change of the evidence, in the turn of the budget.
 */
export async function raiseFlags(doing: Doing, budget: Budget): Promise<void> {
  const facts = await factsOf(doing, budget)
  if (facts === null) return
  const whose = { organisation_id: budget.organisation, person_id: budget.person }
  const before = await flagsOf(doing, budget)
  const wanted = flagsFor(facts)
  const fresh = wanted.filter(flag => !knownBefore(flag, before))
  await writeRows(
    doing,
    'bank.flag',
    fresh.map(({ kind, line, because }) => ({
      id: newId<'bank flag'>() as FlagId,
      ...whose,
      reference: budget.reference,
      kind,
      line_id: line,
      because: because.slice(0, 500),
      raised_on: doing.today,
    })),
  )
  const holds = new Set(wanted.map(({ kind, line }) => keyOf(kind, line)))
  const over = before.filter(one => one.ended_on === null && !holds.has(keyOf(one.kind, one.line_id)))
  await writeRows(
    doing,
    'bank.flag_ended',
    over.map(({ id }) => ({
      flag_id: id,
      ...whose,
      because: 'It holds no longer.',
      ended_on: doing.today,
      ended_by: null,
      ended_by_name: byRule,
    })),
  )
}
