import type { AgreedLine, AskedBudget } from '../../local-offer/public.ts'
import { planOf, versionOn } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { budgetOf } from './budget.ts'
import { planLines } from './facts.ts'
import { myMoney } from './my-money.ts'

/**
 * The budget of an address as "can I buy this?" needs it: the lines paid out of it today, each with what is
 * left of it in the budget year, and what the plan is for. Null where the actor may not see the budget.
 */
export async function askedBudget(doing: Doing, typed: string): Promise<AskedBudget | null> {
  const budget = await budgetOf(doing, typed)
  if (budget === null) return null
  const version = await versionOn(doing, budget.reference, doing.today)
  const plan = version && (await planOf(doing, budget.reference, version.number))
  const outcomes = plan?.words?.outcomes ?? []
  const servedBy = (line: string): string => {
    const serves = plan?.lines.find(({ key }) => key === line)?.outcome
    return outcomes.find(({ key }) => key === serves)?.says ?? ''
  }
  const money = await myMoney(doing, budget, false)
  const left = new Map(money.year === null ? [] : money.lines.map(one => [one.key, one.left]))
  const lines = (await planLines(doing, budget)).flatMap((line): AgreedLine[] => {
    const rest = left.get(line.key)
    const inForce = line.from <= doing.today && (line.until === null || doing.today <= line.until)
    if (rest === undefined || !inForce) return []
    const { key, says, payee, weekly } = line
    return [{ key, says, payee, weekly, left: rest, outcome: servedBy(key) }]
  })
  return { ...budget, lines, outcomes: outcomes.map(({ says }) => says) }
}
