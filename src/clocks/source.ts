import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import type { RuleId, Setting } from '../rights/public.ts'
import { findClock } from './definitions.ts'
import { dueOn } from './due.ts'
import { bankHolidays } from './reference/bank-holidays.ts'
import type { Pause } from './types.ts'

/** One run of a clock as the module that owns its facts tells it. Status is derived: nothing is stored. */
export type ClockRun = {
  readonly clock: RuleId
  readonly organisation_id: OrganisationId
  readonly person_id: PersonId
  readonly reference: Reference | null
  readonly started_on: PlainDate
  /** Null where no limit is known: nobody is then promised a day. */
  readonly due_on: PlainDate | null
  /** The due day with every pause that counts. */
  readonly paused_due_on: PlainDate | null
  readonly met_on: PlainDate | null
  /** It no longer matters: withdrawn, or another step has made it idle. */
  readonly dropped_on: PlainDate | null
  /** Where the work is done. */
  readonly href: string
  readonly pauses: readonly Pause[]
}

export type ClocksAsked = {
  /** Only this person's; null for all that may be seen. */
  readonly person: PersonId | null
  /** Those that ended too; else only those that still run. */
  readonly ended: boolean
}

/**
 * Where a module's clocks are read: SQL that gives rows with the columns of `ClockRun`. Row-level security
 * holds, so a source says nothing of who asks. `app.ts` hands every source to the pages of `clocks`, which
 * know no module below them.
 */
export type ClockSource = (doing: Doing, asked: ClocksAsked) => Promise<RawBuilder<unknown>>

/** Runs that were worked out in the program, as a table that SQL may join with the others. */
export const clockRecords = (runs: readonly ClockRun[]): RawBuilder<unknown> => sql`
  select * from jsonb_to_recordset(${JSON.stringify(runs)}::jsonb) as r (clock text,
    organisation_id uuid, person_id uuid, reference text, started_on date, due_on date,
    paused_due_on date, met_on date, dropped_on date, href text, pauses jsonb)`

type Start = Pick<ClockRun, 'clock' | 'organisation_id' | 'started_on'>
type Settings = ReadonlyMap<OrganisationId, readonly Setting[]>

/** When runs that begin so are due, with what bodies have set: each clock, body and day once. */
function dueRecords(starts: readonly Start[], settings: Settings): RawBuilder<unknown> {
  const rows = starts.map(one => {
    const set = settings.get(one.organisation_id) ?? []
    const run = { start: one.started_on, settings: set, holidays: bankHolidays }
    return { ...one, due: dueOn(findClock(one.clock), run)?.withPause ?? null }
  })
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as d (clock text, organisation_id uuid, started_on date, due date)`
}

/**
 * Runs without pauses whose day follows from their clock, their body and their first day. `undated` is SQL
 * with the other columns of `ClockRun`. It is asked twice: once for the days there are, of which there are
 * few, and once with what is due for each of them.
 */
export async function datedRuns(
  { transaction }: Doing,
  undated: RawBuilder<unknown>,
  settings: () => Promise<Settings>,
): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<Start>`
    select distinct u.clock, ${beganWith} as organisation_id, u.started_on from (${undated}) u`.execute(
    transaction,
  )
  const records = dueRecords(rows, rows.length === 0 ? new Map() : await settings())
  return sql`select u.*, d.due as due_on, d.due as paused_due_on, '[]'::jsonb as pauses
    from (${undated}) u join ${records} on d.clock = u.clock and d.organisation_id = ${beganWith}
      and d.started_on = u.started_on`
}

/**
 * The body that answered on the day on which a run began, of runs as `u`: under its figure the day was
 * promised, and it stays when another body follows.
 */
const beganWith = sql`coalesce((select m.from_id from access.moved_shown m
  where m.person_id = u.person_id and m.on_day > u.started_on order by m.on_day, m.number limit 1),
  u.organisation_id)`

/** Only the runs of one person, where one is asked for. */
export const ofPerson = ({ person }: ClocksAsked): RawBuilder<boolean> =>
  person === null ? sql<boolean>`true` : sql<boolean>`person_id = ${person}`

/** Only the runs that still wait on a day, unless those that ended are asked for too. */
export const stillRuns = ({ ended }: ClocksAsked, { today }: Pick<Doing, 'today'>): RawBuilder<boolean> =>
  ended
    ? sql<boolean>`true`
    : sql<boolean>`(met_on is null or met_on > ${today}) and (dropped_on is null or dropped_on > ${today})`
