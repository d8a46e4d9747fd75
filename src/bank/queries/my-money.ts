import { addDays, addYears, earlier, later, type PlainDate } from '../../kernel/days.ts'
import { minus, nothing, type Pence, plus } from '../../kernel/money.ts'
import {
  type AccountName,
  accountsOf,
  allocatedTo,
  type Balances,
  balancesAt,
  contingencyOf,
  heldBy,
  outsidePlanOf,
  spentOn,
} from '../../ledger/public.ts'
import { nextDues } from '../../payments/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { PlanLine } from '../rules/facts.ts'
import type { Budget } from '../rules/posting.ts'
import { agreedIn, lastsUntil, promisedOf } from '../rules/run-out.ts'
import { here } from '../tables.ts'
import { agreedFirst } from './asked-first.ts'
import { planLines } from './facts.ts'
import { openQuestionsOf } from './questions.ts'
import { statementsOf } from './statements.ts'

type Period = { readonly from: PlainDate; readonly until: PlainDate }

/** The budget year that a day is in: twelve months from the day the agreement began, cut at its end. */
function yearAt(from: PlainDate, endsOn: PlainDate | null, day: PlainDate): Period {
  let first = from
  while (addYears(first, 1) <= day) first = addYears(first, 1)
  const last = addDays(addYears(first, 1), -1)
  return { from: first, until: endsOn === null ? last : later(first, earlier(last, endsOn)) }
}

/** The budget year that today is in; null where no agreement is signed by both sides. */
export async function budgetYear(doing: Doing, { reference }: Budget): Promise<Period | null> {
  const row = await here(doing)
    .db.selectFrom('agreements.agreement_shown')
    .select(['from_on', 'ends_on'])
    .where('reference', '=', reference)
    .where('signed_by_person_on', 'is not', null)
    .where('signed_by_body_on', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? yearAt(row.from_on, row.ends_on, doing.today) : null
}

/** A line of the plan in the budget year: agreed, spent, promised, left. */
export type LineMoney = {
  readonly key: string
  readonly says: string
  readonly agreed: Pence
  readonly spent: Pence
  readonly promised: Pence
  readonly left: Pence
}

type Spending = {
  readonly year: Period
  readonly shownUntil: PlainDate
  readonly today: PlainDate
  spentOn(key: string): Pence
}

function lineMoney(plan: readonly PlanLine[], { year, shownUntil, today, spentOn }: Spending): LineMoney[] {
  const keys = [...new Set(plan.map(({ key }) => key))]
  return keys.flatMap(key => {
    const versions = plan.filter(line => line.key === key)
    const agreed = plus(...versions.map(line => agreedIn(line, year)))
    const spent = spentOn(key)
    if (agreed === nothing && spent === nothing) return []
    const open = { from: later(addDays(shownUntil, 1), year.from), until: earlier(today, year.until) }
    const arranged = open.until < open.from ? nothing : plus(...versions.map(line => agreedIn(line, open)))
    const promised = promisedOf(arranged, minus(agreed, spent))
    const left = minus(agreed, plus(spent, promised))
    return [{ key, says: versions.at(-1)?.says ?? key, agreed, spent, promised, left }]
  })
}

/** What moved on accounts in the year: their balances now, less those before it began. */
async function movedIn(doing: Doing, budget: Budget, year: Period) {
  const prefix = [accountsOf(budget.reference)]
  const now = await balancesAt(doing, prefix, {})
  const before = await balancesAt(doing, prefix, { asOf: addDays(year.from, -1) })
  const of = (balances: Balances, account: AccountName): Pence => balances.get(account) ?? nothing
  return {
    now: (account: AccountName) => of(now, account),
    inYear: (account: AccountName) => minus(of(now, account), of(before, account)),
  }
}

/** The newest lines of the bank; none for those who may see the balance only. */
export const newestLines = (doing: Doing, { reference }: Budget, most: number) =>
  here(doing)
    .db.selectFrom('bank.line_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('on_day', 'desc')
    .orderBy('read_order', 'desc')
    .limit(most)
    .execute()

/** Everything of the page "My money"; without bank lines for those who see the balance only. */
export async function myMoney(doing: Doing, budget: Budget, sees: boolean) {
  const { reference } = budget
  const year = await budgetYear(doing, budget)
  const statements = sees ? await statementsOf(doing, budget) : []
  const due = await nextDues(doing, reference, 3)
  const common = {
    statements,
    questions: sees ? await openQuestionsOf(doing, budget) : [],
    moves: sees ? await newestLines(doing, budget, 10) : [],
    due: due.map(({ leavesOn, amount, reasons }) => ({ on: leavesOn, amount, stopped: reasons.length > 0 })),
  }
  if (year === null) return { ...common, year: null }
  const { now, inYear } = await movedIn(doing, budget, year)
  const shownUntil = statements[0]?.until_on ?? (sees ? addDays(year.from, -1) : doing.today)
  const lines = lineMoney(await planLines(doing, budget), {
    year,
    shownUntil,
    today: doing.today,
    spentOn: key => inYear(spentOn(reference, key)),
  })
  const outside = inYear(outsidePlanOf(reference))
  const held = now(heldBy(reference))
  const allocated = now(allocatedTo(reference))
  const spent = plus(...lines.map(line => line.spent), outside)
  return {
    ...common,
    year,
    shownUntil,
    lines,
    outside,
    /** Of that: asked about first, and answered with yes. */
    agreedFirst: (await agreedFirst(doing, reference)).get(reference) ?? nothing,
    held,
    allocated,
    contingency: now(contingencyOf(reference)),
    left: plus(held, allocated),
    lasts: lastsUntil({
      left: plus(held, allocated),
      spent,
      from: year.from,
      until: earlier(shownUntil, year.until),
    }),
  }
}

export type MyMoney = Awaited<ReturnType<typeof myMoney>>
