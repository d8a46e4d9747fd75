import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { type GwensBudget, gwensBudget } from '../../../test/bank.ts'
import { doingIt, tryAs } from '../../../test/harness.ts'
import { aboutBudget, sendChoosing, shareTheAccount, shownLines } from '../../../test/shared-account.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { pence, plainMoney } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { SentFile } from '../../platform/route.ts'
import { aStatementFile, type ExampleRow } from '../examples.ts'

const numRuns = Math.ceil(Number(process.env['OPENPHB_SEQUENCES'] ?? 500) / 50)

let budget: GwensBudget
let today: PlainDate
before(async () => {
  budget = await gwensBudget()
  today = await doingIt(budget.database, async doing => doing.today)
  await doingIt(budget.database, doing => shareTheAccount(doing, budget.reference))
})

const asGwen = <Value>(work: (doing: Doing) => Promise<Value>) => tryAs(budget.database, budget.person, work)

const truth = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 11 }),
    fc.constantFrom(-400n, -4500n, 9000n),
    fc.constantFrom('TAXI', 'SWIM CENTRE', 'RENT', 'FOOD'),
  ),
  { minLength: 1, maxLength: 12 },
)
const span = fc.tuple(
  fc.integer({ min: 0, max: 11 }),
  fc.integer({ min: 0, max: 11 }),
  fc.boolean(),
  fc.nat(99),
)

const asQif = (rows: readonly ExampleRow[], name: string): SentFile => {
  const one = ([day, sum, says]: ExampleRow) =>
    `D${day.split('-').reverse().join('/')}\nT${plainMoney(pence(sum))}\nP${says}\n^\n`
  const bytes = Buffer.from(`!Type:Bank\n${rows.map(one).join('')}`, 'utf8')
  return { field: 'files', name, kind: 'application/octet-stream', bytes }
}

test('in the database too, any order of overlapping statements keeps the same lines, once each', () =>
  fc.assert(
    fc.asyncProperty(truth, fc.array(span, { minLength: 1, maxLength: 4 }), async (all, spans) => {
      const rows = all
        .toSorted(([a], [b]) => a - b)
        .map(([day, sum, says], at) => ({
          day,
          at,
          row: [addDays(today, day - 30), sum, says] as ExampleRow,
        }))
      const fileOf = ([a, b, qif]: (typeof spans)[number]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const opening = rows.filter(({ day }) => day < from).reduce((sum, { row }) => sum + row[1], 1000n)
        const inside = rows.filter(({ day }) => day >= from && day <= to).map(({ row }) => row)
        return inside.length === 0
          ? null
          : qif
            ? asQif(inside, `${from}-${to}.qif`)
            : aStatementFile({ rows: inside, opening, name: `${from}-${to}.csv` })
      }
      const files = spans.toSorted((a, b) => a[3] - b[3]).flatMap(one => fileOf(one) ?? [])
      const wanted = rows.filter(
        ({ day, row }) =>
          aboutBudget({ says: row[2] }) &&
          spans.some(([a, b]) => day >= Math.min(a, b) && day <= Math.max(a, b)),
      )
      const found = await asGwen(async doing => {
        for (const file of files) await sendChoosing(doing, budget.reference, file)
        return (await shownLines(doing, budget.reference)).filter(line => line < `${addDays(today, -10)}`)
      })
      assert.deepEqual(found, wanted.map(({ row }) => `${row[0]} ${row[1]} ${row[2]}`).toSorted())
    }),
    { numRuns },
  ))
