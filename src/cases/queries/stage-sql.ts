import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import { type Condition, type DayFact, stageTable, type TurnRow, turnTable } from '../rules/table.ts'
import { columnOf } from '../tables.ts'
import type { Facts, Stage } from '../types.ts'

// The same table as the rule's, in SQL: for filtering thousands of cases at once. A test compares the two.

const column = (fact: keyof Facts) => sql.ref(`f.${columnOf(fact)}`)
const text = (value: string) => sql.lit(value)

function holds([asks, name, value]: Condition, today: PlainDate): RawBuilder<boolean> {
  switch (asks) {
    case 'set':
      return sql`${column(name)} is not null`
    case 'unset':
      return sql`${column(name)} is null`
    case 'reached':
      return sql`${column(name)} <= ${text(today)}::date`
    case 'past':
      return sql`${column(name)} < ${text(today)}::date`
    case 'is':
      return sql`${column(name)} = ${text(value)}`
    case 'yes':
      return sql`${column(name)}`
    case 'no':
      return sql`not ${column(name)}`
    default:
      return asks satisfies never
  }
}

const allHold = (conditions: readonly Condition[], today: PlainDate): RawBuilder<boolean> =>
  conditions.length === 0
    ? sql`true`
    : sql`(${sql.join(
        conditions.map(one => holds(one, today)),
        sql` and `,
      )})`

type Cases<Value> = readonly (readonly [RawBuilder<boolean>, RawBuilder<Value>])[]

/** `case when ... then ... end`: the first that holds. */
const firstOf = <Value>(cases: Cases<Value>): RawBuilder<Value> =>
  sql`case ${sql.join(
    cases.map(([when, then]) => sql`when ${when} then ${then}`),
    sql` `,
  )} end`

/** The stage of `f` on a day. */
export const stageSql = (today: PlainDate): RawBuilder<Stage> =>
  firstOf(stageTable.map(([stage, conditions]) => [allHold(conditions, today), sql<Stage>`${text(stage)}`]))

const ofStage = ({ of }: TurnRow): RawBuilder<boolean> =>
  sql`f.stage in (${sql.join(of.map(stage => text(stage)))})`

/** Which row of the table says whose turn it is at `f.stage`. */
export const turnPlaceSql = (today: PlainDate): RawBuilder<number> =>
  firstOf(
    turnTable.map((row, place) => [
      sql`${ofStage(row)} and ${allHold(row.when ?? [], today)}`,
      sql<number>`${sql.lit(place)}::int`,
    ]),
  )

/** Whose turn it is, of the row at `f.place`. */
export const whoseSql: RawBuilder<string> = sql`(array[${sql.join(
  turnTable.map(row => text(row.whose)),
)}])[f.place + 1]`

const byFacts = [...new Set(turnTable.flatMap(({ by }) => by ?? []))]
const placesBy = (fact: DayFact) =>
  turnTable.flatMap((row, place) => (row.by === fact ? [sql.lit(place)] : []))

/** By when, of the row at `f.place`. */
export const bySql: RawBuilder<PlainDate | null> = firstOf(
  byFacts.map(fact => [sql`f.place in (${sql.join(placesBy(fact))})`, sql`${column(fact)}`]),
)
