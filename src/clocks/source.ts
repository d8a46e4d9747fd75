import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import type { RuleId } from '../rights/public.ts'
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
