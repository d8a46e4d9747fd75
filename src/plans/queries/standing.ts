import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { costOfPlan } from '../rules/cost.ts'
import { type Problem, problemsWith } from '../rules/problems.ts'
import { here } from '../tables.ts'
import type { Budget, Plan } from '../types.ts'
import { budgetOf } from './plan.ts'

export type Standing = {
  readonly budget: Budget
  readonly cost: ReturnType<typeof costOfPlan>
  readonly problems: readonly Problem[]
  /** The day from which the newest version before this one is in force. */
  readonly before: PlainDate | null
}

/** How a version stands: its cost, its budget, everything that is still to be put right. */
export async function standingOf(doing: Doing, plan: Plan, from: PlainDate | null = null): Promise<Standing> {
  const budget = await budgetOf(doing, plan)
  const before = await inForceBefore(doing, plan)
  const start = from ?? plan.signedOff?.from ?? (budget && before === null ? budget.from : doing.today)
  const { words } = plan
  const problems = words === null ? [] : problemsWith({ ...plan, words }, { budget, start })
  return { budget, cost: costOfPlan(plan.lines), problems, before }
}

async function inForceBefore(doing: Doing, { reference, number }: Plan): Promise<PlainDate | null> {
  const row = await here(doing)
    .db.selectFrom('plans.version_shown')
    .select('in_force_from')
    .where('reference', '=', reference)
    .where('number', '<', number)
    .where('in_force_from', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.in_force_from ?? null
}
