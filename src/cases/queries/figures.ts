import { sql } from 'kysely'
import { addDays, addMonths, type PlainDate, plainDate } from '../../kernel/days.ts'
import { type OrganisationId, organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'

/** A board's figures as they may be printed: `*` where 1 to 7 is kept back, else to the nearest 5. */
export type BoardFigures = {
  readonly id: OrganisationId
  readonly name: string
  readonly running: string
  readonly asked: string
}

export type Figures = {
  readonly day: PlainDate
  /** The last quarter that is over, both days inside. */
  readonly quarter: { readonly from: PlainDate; readonly until: PlainDate }
  readonly boards: readonly BoardFigures[]
  /** Of all boards together, from the true counts; null where there are none. */
  readonly whole: Omit<BoardFigures, 'id' | 'name'> | null
}

/** Pure: the last calendar quarter that is over on a day. */
export function lastQuarter(today: PlainDate): Figures['quarter'] {
  const month = Number(today.slice(5, 7))
  const first = String(month - ((month - 1) % 3)).padStart(2, '0')
  const now = plainDate(`${today.slice(0, 4)}-${first}-01`)
  return { from: addMonths(now, -3), until: addDays(now, -1) }
}

/** A day that is counted, and the day whose bodies the counts are cut by; today unless said. */
export type Cut = { readonly day?: PlainDate; readonly bodiesOn?: PlainDate }

/**
 * How many budgets run with each board on a day, and how many were asked for in the last quarter: counts
 * without people, for the national team. Nobody else is given a row. `bodiesOn` says by whose bodies: those
 * that answered on that day, then or now.
 */
export async function figuresByBoard(
  doing: Doing,
  { day = doing.today, bodiesOn = day }: Cut = {},
): Promise<Figures> {
  const quarter = lastQuarter(day)
  const { rows } = await sql<{ organisation_id: OrganisationId | null; running: string; asked: string }>`
    select * from cases.figures_by(${day}::date, ${quarter.from}::date, ${quarter.until}::date,
      ${bodiesOn}::date)`.execute(doing.transaction)
  const boards: BoardFigures[] = []
  for (const { organisation_id: id, running, asked } of rows)
    if (id !== null)
      boards.push({ id, name: (await organisation(doing, id))?.name ?? 'A board', running, asked })
  const whole = rows.find(row => row.organisation_id === null) ?? null
  return { day, quarter, boards: boards.sort((a, b) => (a.name < b.name ? -1 : 1)), whole }
}
