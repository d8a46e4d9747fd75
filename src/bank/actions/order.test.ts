import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { type GwensBudget, gwensBudget } from '../../../test/bank.ts'
import { doingIt, tryAs } from '../../../test/harness.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { pence, plainMoney } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { SentFile } from '../../platform/route.ts'
import { aStatementFile, type ExampleRow } from '../examples.ts'
import { here } from '../tables.ts'
import { importStatement } from './import-statement.ts'

/** The whole way through the database takes time: one sequence for each fifty of the rule's own test. */
const numRuns = Math.ceil(Number(process.env['OPENPHB_SEQUENCES'] ?? 500) / 50)

let budget: GwensBudget
let today: PlainDate
before(async () => {
  budget = await gwensBudget()
  today = await doingIt(budget.database, async doing => doing.today)
})

const truth = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 11 }),
    fc.constantFrom(-400n, -4500n, 9000n),
    fc.constantFrom('TAXI', 'SWIM CENTRE'),
  ),
  { minLength: 1, maxLength: 12 },
)
const span = fc.tuple(
  fc.integer({ min: 0, max: 11 }),
  fc.integer({ min: 0, max: 11 }),
  fc.boolean(),
  fc.nat(99),
)

type True = readonly [at: number, ...row: ExampleRow]

const asQif = (rows: readonly ExampleRow[], name: string): SentFile => {
  const one = ([day, sum, says]: ExampleRow) =>
    `D${day.split('-').reverse().join('/')}\nT${plainMoney(pence(sum))}\nP${says}\n^\n`
  const bytes = Buffer.from(`!Type:Bank\n${rows.map(one).join('')}`, 'utf8')
  return { field: 'files', name, kind: 'application/octet-stream', bytes }
}

/** The bank's file of some days: a table with its running balance, or QIF, which has neither that nor ids. */
function fileOf(all: readonly True[], [a, b, table]: readonly [number, number, boolean, number]): SentFile {
  const [from, to] = [Math.min(a, b), Math.max(a, b)]
  const opening = all.filter(([day]) => day < from).reduce((sum, row) => sum + row[2], 1000n)
  const rows = all.filter(([day]) => day >= from && day <= to).map(([, ...row]): ExampleRow => row)
  const name = `${from}-${to}`
  return table ? aStatementFile({ rows, opening, name }) : asQif(rows, name)
}

async function shownAfter(doing: Doing, files: readonly SentFile[]): Promise<readonly string[]> {
  for (const file of files) {
    const sent = await importStatement(doing, { reference: budget.reference, files: [file] })
    assert.ok(sent.done, sent.done ? '' : sent.because.join('; '))
  }
  const rows = await here(doing)
    .db.selectFrom('bank.line_shown')
    .select(['on_day', 'amount'])
    .where('reference', '=', budget.reference)
    .execute()
  return rows.map(({ on_day, amount }) => `${on_day} ${amount}`).toSorted()
}

test('import 5: in the database too, any order of overlapping statements gives the same lines', () =>
  fc.assert(
    fc.asyncProperty(truth, fc.array(span, { minLength: 1, maxLength: 4 }), async (all, spans) => {
      const rows = all
        .toSorted(([a], [b]) => a - b)
        .map(([day, sum, says]): True => [day, addDays(today, day - 30), sum, says])
      const mixed = spans.toSorted((a, b) => a[3] - b[3]).map(one => fileOf(rows, one))
      const covered = rows.filter(([day]) =>
        spans.some(([a, b]) => day >= Math.min(a, b) && day <= Math.max(a, b)),
      )
      const found = await tryAs(budget.database, budget.person, doing => shownAfter(doing, mixed))
      assert.deepEqual(found, covered.map(([, day, sum]) => `${day} ${sum}`).toSorted())
    }),
    { numRuns },
  ))
