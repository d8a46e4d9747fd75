import { sql } from 'kysely'
import { agreementOn } from '../../agreements/public.ts'
import {
  agreedIn,
  approvedAccounts,
  type Budget,
  budgetYear,
  gapsIn,
  seesLines,
  statementsOf,
} from '../../bank/public.ts'
import { addDays, earlier, later, type PlainDate } from '../../kernel/days.ts'
import { larger, minus, nothing, type Pence, plus } from '../../kernel/money.ts'
import { accountsOf, allocatedTo, balancesAt, heldBy } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { monthEnds, type OneBudget, type Period, type Point } from '../rules/one-budget.ts'
import { here } from '../tables.ts'

type Spent = OneBudget['spent']

/** What the ledger has as spent of a budget, by day, from a day on. */
async function spentByDay(doing: Doing, { reference }: Budget, from: PlainDate): Promise<Spent> {
  const prefix = accountsOf(reference)
  const rows = await here(doing)
    .db.selectFrom('ledger.posting_shown as p')
    .innerJoin('ledger.account_shown as a', 'a.id', 'p.account_id')
    .select(({ fn, cast }) => ['p.effective_on as on', cast<Pence>(fn.sum('p.pence'), 'bigint').as('sum')])
    .where(sql<boolean>`a.name >= ${prefix} and a.name < ${`${prefix}~`}`)
    .where('a.kind', 'in', ['spent', 'outside-plan'])
    .where('p.effective_on', '>=', from)
    .groupBy('p.effective_on')
    .orderBy('p.effective_on')
    .execute()
  return rows
}

/** The days up to the newest statement that statements speak for without a gap. */
async function shownDays(doing: Doing, budget: Budget): Promise<Period | null> {
  const statements = await statementsOf(doing, budget)
  const from = statements.flatMap(({ from_on }) => from_on ?? []).sort()[0]
  const until = statements
    .flatMap(({ until_on }) => until_on ?? [])
    .sort()
    .at(-1)
  if (from === undefined || until === undefined) return null
  const accounts = await approvedAccounts(doing, budget)
  const gaps = await gapsIn(
    doing,
    accounts.map(({ id }) => id),
  )
  const gap = gaps
    .map(one => one.to)
    .sort()
    .at(-1)
  return { from: gap === undefined ? from : later(from, addDays(gap, 1)), until }
}

/** For those who see the balance only: from the first to the last day on which something was spent. */
function spentDays(spent: Spent, today: PlainDate): Period | null {
  const days = spent.map(({ on }) => on).filter(on => on <= today)
  const [first, last] = [days[0], days.at(-1)]
  return first === undefined || last === undefined ? null : { from: first, until: last }
}

async function leftOn(doing: Doing, { reference }: Budget, asOf: PlainDate): Promise<Pence> {
  const balances = await balancesAt(doing, [accountsOf(reference)], { asOf })
  return plus(balances.get(allocatedTo(reference)) ?? nothing, balances.get(heldBy(reference)) ?? nothing)
}

/** What the NHS pays itself in the year: set aside, and never spent from the family's account. */
async function notionalIn(doing: Doing, { reference }: Budget, year: Period): Promise<Pence> {
  const agreement = await agreementOn(doing, reference, later(year.from, earlier(doing.today, year.until)))
  return agreement === null ? nothing : agreedIn({ weekly: agreement.weekly_notional, ...year }, year)
}

/** Everything that a forecast of one budget is worked out of, and what was left at the end of each month. */
export async function oneBudget(
  doing: Doing,
  budget: Budget,
): Promise<{ readonly facts: Omit<OneBudget, 'moreWeekly'>; readonly known: readonly Point[] }> {
  const { today } = doing
  const year = await budgetYear(doing, budget)
  const none = { today, year, evidence: null, left: nothing, spent: [] }
  if (year === null) return { facts: none, known: [] }
  const spent = await spentByDay(doing, budget, addDays(earlier(year.from, today), -400))
  const sees = await seesLines(doing, budget)
  const evidence = sees ? await shownDays(doing, budget) : spentDays(spent, today)
  if (evidence === null) return { facts: { ...none, spent }, known: [] }
  const notional = await notionalIn(doing, budget, year)
  const atEndOf = async (day: PlainDate): Promise<Pence> =>
    larger(nothing, minus(await leftOn(doing, budget, day), notional))
  const known: Point[] = []
  if (evidence.until >= year.from)
    for (const day of monthEnds(addDays(year.from, -1), evidence.until))
      known.push({ day, sum: await atEndOf(day) })
  const left = await atEndOf(later(evidence.until, year.from))
  return { facts: { today, year, evidence, left, spent }, known }
}
