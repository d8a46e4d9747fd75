import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Next, Step } from '../types.ts'

type Row = {
  body_id: OrganisationId
  code: string
  name: string
  on_day: PlainDate
  nexts: readonly Next[]
  people: bigint
  moved: bigint
  under_way: boolean
}

/** Every step that concerns somebody here and that this actor may know of, by day and name. */
export async function steps(doing: Doing): Promise<readonly Step[]> {
  const { rows } = await sql<Row>`select * from succession.steps()`.execute(doing.transaction)
  return rows.map(row => ({
    body: { id: row.body_id, code: row.code, name: row.name },
    on: row.on_day,
    nexts: row.nexts,
    people: Number(row.people),
    moved: Number(row.moved),
    underWay: row.under_way,
  }))
}

/** One step by its body's code and its day; null where there is none for this actor. */
export const stepOf = async (doing: Doing, code: string, on: string): Promise<Step | null> =>
  (await steps(doing)).find(({ body, on: day }) => body.code === code && day === on) ?? null
