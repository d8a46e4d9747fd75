import { jobsOfBudget, liabilitiesOf } from '../employment/public.ts'
import { nothing, type Pence } from '../kernel/money.ts'
import type { Doing } from '../platform/doing.ts'
import type { SettleItem } from './rules/settle-items.ts'
import type { Liability } from './rules/settling.ts'

/** What stays owed until a payslip or a day settles it, however a job ended. */
const always = [
  ['final-pay', 'wages'],
  ['tax', 'tax'],
] as const satisfies readonly (readonly [SettleItem, string])[]
/** What a job that goes on would cost: once it has ended, somebody notes on the list how it was settled. */
const whileItGoesOn = [
  ['notice-pay', 'notice'],
  ['redundancy', 'redundancy'],
  ['leave', 'leave'],
] as const satisfies readonly (readonly [SettleItem, string])[]

/**
 * What is known to be owed to the assistants of a budget today, in pence, by the item of the list that it
 * keeps open: work that no payslip pays yet, tax and pension whose day has not passed, and for a job that
 * nobody has ended its notice, redundancy and holiday. Source of the sums: `employment`.
 */
export async function owedToAssistants(doing: Doing, reference: string): Promise<readonly Liability[]> {
  const ended = new Set(
    (await jobsOfBudget(doing, reference)).filter(({ ending }) => ending !== null).map(({ code }) => code),
  )
  const { of } = await liabilitiesOf(doing, reference, doing.today)
  return of.flatMap(one =>
    (ended.has(one.code) ? always : [...always, ...whileItGoesOn]).flatMap(([item, part]) => {
      const owed: Pence = one[part]
      return owed > nothing ? [{ item, owed, because: `${one.assistant}: ${one.working[part]}` }] : []
    }),
  )
}
