import { sql } from 'kysely'
import { addYears, type PlainDate } from '../../kernel/days.ts'
import { type OrganisationId, organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'

/** A board's counts as they may be printed: `*` where 1 to 7 is kept back, else to the nearest 5. */
export type Printed = {
  readonly name: string | null
  readonly onList: string
  readonly inHospital: string
  readonly notOn: string
}
export type BoardCounts = {
  readonly day: PlainDate
  readonly from: PlainDate
  readonly boards: readonly Printed[]
  readonly whole: Printed | null
}

type Row = { organisation_id: OrganisationId | null; on_list: string; in_hospital: string; not_on: string }

/**
 * How many people are on each board's list and in hospital, and how many were not put on it for want of a
 * yes in the last 12 months: counts without people, for the national team. Nobody else is given a row.
 */
export async function countsByBoard(doing: Doing): Promise<BoardCounts> {
  const { today: day } = doing
  const from = `${addYears(day, -1).slice(0, 7)}-01` as PlainDate
  const { rows } = await sql<Row>`select * from registers.figures(${day}::date, ${from}::date)`.execute(
    doing.transaction,
  )
  const printed: Printed[] = []
  for (const row of rows) {
    const { organisation_id: id, on_list: onList, in_hospital: inHospital, not_on: notOn } = row
    const name = id === null ? null : ((await organisation(doing, id))?.name ?? 'A board')
    printed.push({ name, onList, inHospital, notOn })
  }
  const boards = printed.filter(({ name }) => name !== null)
  return {
    day,
    from,
    boards: boards.sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1)),
    whole: printed.find(({ name }) => name === null) ?? null,
  }
}
