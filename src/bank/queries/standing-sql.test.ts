import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { emptyDatabase, trying } from '../../../test/harness.ts'
import { addDays, plainDate } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { type EvidenceFacts, standingOf } from '../rules/standing.ts'
import { standingRows } from './standing-sql.ts'

let database: TestDatabase
before(async () => {
  database = await emptyDatabase()
})

const today = plainDate('2026-06-10')
const aDay = fc.integer({ min: -400, max: 400 }).map(days => addDays(today, days))
const someFacts: fc.Arbitrary<EvidenceFacts & { readonly every: number }> = fc.record({
  weekly: fc.bigInt({ min: 1n, max: 500_000n }).map(pence),
  from: aDay,
  endsOn: fc.option(aDay),
  shownUntil: fc.option(aDay),
  questions: fc.integer({ min: 0, max: 2 }),
  callAsked: fc.boolean(),
  spent: fc.bigInt({ min: -10_000n, max: 9_000_000n }).map(pence),
  every: fc.integer({ min: 0, max: 200 }),
})

type Row = {
  place: number
  statement_due: string
  overdue: boolean
  overspent: bigint | null
  needs_answer: boolean
}

test('what of the evidence needs an answer is the same for one budget and for thousands', async () => {
  const all = fc.sample(someFacts, 2000)
  const facts = all.map((one, place) => ({
    place,
    weekly: String(one.weekly),
    from_on: one.from,
    ends_on: one.endsOn,
    shown_until: one.shownUntil,
    questions: one.questions,
    call_asked: one.callAsked,
    spent: String(one.spent),
    every: one.every,
  }))
  const { rows } = await trying(database, ({ transaction }) =>
    sql<Row>`with facts as (select * from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f
        (place int, weekly bigint, from_on date, ends_on date, shown_until date, questions int,
          call_asked boolean, spent bigint, every int)), ${standingRows(today)}
      select place, statement_due, overdue, overspent, needs_answer from standing order by place`.execute(
      transaction,
    ),
  )
  assert.deepEqual(
    rows.map(row => ({
      statementDue: row.statement_due,
      overdue: row.overdue,
      overspent: row.overspent,
      needsAnswer: row.needs_answer,
    })),
    all.map(one => standingOf(one, today, one.every)),
  )
})
