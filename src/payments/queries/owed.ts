import { sql } from 'kysely'
import { bankHolidays } from '../../clocks/public.ts'
import { addDays, earlier, later, type PlainDate } from '../../kernel/days.ts'
import { workingDayOnOrBefore } from '../../kernel/working-days.ts'
import type { Doing } from '../../platform/doing.ts'
import { withTakenOff } from '../rules/deductions.ts'
import { numberOf, type Period, periodAt, type Schedule } from '../rules/schedule.ts'
import { here } from '../tables.ts'
import type { ScheduleId } from '../types.ts'
import { lessAdvances } from './advances.ts'
import { lessCredits } from './credits.ts'
import { openDeductions } from './deductions.ts'
import { obligationsOwed, returnedOwed } from './owed-once.ts'
import { type Owed, whose } from './owing.ts'
import { ofCase, type Which } from './which.ts'

/** All that leaves by a day and has not been paid or put into a run, the longest due first. */
export async function owedBy(doing: Doing, which: Which, leavesBy: PlainDate): Promise<readonly Owed[]> {
  const smaller = withTakenOff(
    (await regularOwed(doing, which, leavesBy)).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    await openDeductions(doing, which),
  )
  const regular = await lessAdvances(doing, which, smaller)
  const once = [...(await obligationsOwed(doing, which)), ...(await returnedOwed(doing, which))]
  const others = await lessCredits(doing, which, once)
  const inTime = others.filter(({ dueOn }) => workingDayOnOrBefore(dueOn, bankHolidays) <= leavesBy)
  const place = ({ dueOn, reference, from }: Owed): string => `${dueOn} ${reference} ${from}`
  return [...regular, ...inTime].sort((a, b) => (place(a) < place(b) ? -1 : 1))
}

export type ScheduleRow = Awaited<ReturnType<typeof schedulesOf>>[number]

/** The schedules with the last day that their agreement leaves them, oldest agreement first. */
export const schedulesOf = (doing: Doing, which: Which) =>
  here(doing)
    .db.selectFrom('payments.schedule as s')
    .innerJoin('agreements.agreement_shown as a', 'a.id', 's.agreement_id')
    .selectAll('s')
    .select(['a.number', 'a.ends_on', 'a.replaced_after', 'a.holder_kind', 'a.holder_name'])
    .where(ofCase(which, 's'))
    .orderBy('s.reference')
    .orderBy('a.number')
    .execute()

type Live = {
  schedule_id: ScheduleId
  count: number
  first: PlainDate
  last: PlainDate
  until: PlainDate
}

/** What of each schedule is in a run already: how many periods, the first and the last of them. */
async function liveOf(doing: Doing, which: Which): Promise<ReadonlyMap<ScheduleId, Live>> {
  const { rows } = await sql<Live>`select schedule_id, count(*)::int as count, min(period_from) as first,
      max(period_from) as last, max(period_until) as until
    from payments.instruction i
    where stopped_because = '{}' and again_after is null and schedule_id is not null and ${ofCase(which, 'i')}
    group by schedule_id`.execute(doing.transaction)
  return new Map(rows.map(row => [row.schedule_id, row]))
}

/** The last day that a schedule pays for; null while none is set. */
export const ended = (row: ScheduleRow): PlainDate | null =>
  [row.until_on, row.ends_on, row.replaced_after].reduce(
    (first, day) => (first === null || day === null ? (first ?? day) : earlier(first, day)),
    null,
  )

/**
 * A schedule as the rules take it: cut to its agreement's end, and begun after what an earlier one has paid.
 */
export function scheduleFrom(row: ScheduleRow, paidUntil: PlainDate | null): Schedule {
  return {
    every: row.every,
    firstDueOn: row.first_due_on,
    weekly: row.weekly,
    from: paidUntil === null ? row.from_on : later(row.from_on, addDays(paidUntil, 1)),
    until: ended(row),
    inAdvance: row.in_advance,
    method: row.method,
  }
}

/** The schedules of each case's part, each begun after what the ones before it have paid. */
export async function begunSchedules(doing: Doing, which: Which) {
  const live = await liveOf(doing, which)
  const paid = new Map<string, PlainDate>()
  return (await schedulesOf(doing, which)).map(row => {
    const key = `${row.reference} ${row.part}`
    const before = paid.get(key) ?? null
    const own = live.get(row.id) ?? null
    if (own !== null) paid.set(key, before === null ? own.until : later(before, own.until))
    return { row, live: own, schedule: scheduleFrom(row, before) }
  })
}

async function regularOwed(doing: Doing, which: Which, leavesBy: PlainDate): Promise<readonly Owed[]> {
  const found: Owed[] = []
  for (const { row, live, schedule } of await begunSchedules(doing, which)) {
    if (schedule.until !== null && schedule.until < schedule.from) continue
    const next = live === null ? 0 : numberOf(schedule, live.last) + 1
    const missing = live === null || live.count === next ? null : await paidPeriods(doing, row.id)
    for (const period of unpaid(schedule, { first: missing === null ? next : 0, missing, leavesBy }))
      found.push(owedFrom(row, period))
  }
  return found
}

type Unpaid = {
  readonly first: number
  readonly missing: ReadonlySet<PlainDate> | null
  readonly leavesBy: PlainDate
}

function unpaid(schedule: Schedule, { first, missing, leavesBy }: Unpaid): readonly Period[] {
  const found: Period[] = []
  for (let number = first; ; number += 1) {
    const period = periodAt(schedule, number)
    if (period === null || workingDayOnOrBefore(period.dueOn, bankHolidays) > leavesBy) return found
    if (missing === null || !missing.has(period.from)) found.push(period)
  }
}

/** The first days of the periods that are in a run: asked only where one in the middle was left out. */
async function paidPeriods(doing: Doing, schedule: ScheduleId): Promise<ReadonlySet<PlainDate>> {
  const { rows } = await sql<{ period_from: PlainDate }>`select period_from from payments.instruction
    where schedule_id = ${schedule} and stopped_because = '{}' and again_after is null`.execute(
    doing.transaction,
  )
  return new Set(rows.map(({ period_from }) => period_from))
}

const owedFrom = (row: ScheduleRow, { dueOn, from, until, amount }: Period): Owed => ({
  ...whose(row),
  schedule: row.id,
  obligation: null,
  dueOn,
  from,
  until,
  amount,
  endsOn: row.ends_on,
  isFor: null,
  kind: null,
  netted: [],
  againAfter: null,
  supplier: null,
})
