import { sql } from 'kysely'
import pg from 'pg'
import { importStatement } from '../src/bank/actions/import-statement.ts'
import { anOfxFile, aStatementFile, type ExampleRow } from '../src/bank/examples.ts'
import { addDays, daysBetween, type PlainDate } from '../src/kernel/days.ts'
import { pence } from '../src/kernel/money.ts'
import type { Actor } from '../src/platform/doing.ts'
import type { SentFile } from '../src/platform/route.ts'
import { asService } from '../src/platform/transaction.ts'
import { aBudget, type Budget } from '../test/budgets.ts'
import { sayFigure } from './figures.ts'
import { type Measured, timed } from './measured.ts'
import { growthSaid } from './payments.ts'
import { aPlace, doAs, type Place } from './place.ts'

const sizes = [1_000, 10_000, 100_000]
const started = 700

/** Whom the plan pays, and one in ten whom it does not: those are asked about. */
const payees = [
  ...['FERNWAY CARE LTD', 'MRS J OKORO WAGES', 'LARKFIELD PHYSIO', 'HMRC PAYE', 'TALLY PAYROLL'],
  ...['SALTINGS NURSING', 'MILLBROOK POOL', 'FERNWAY CARE LTD', 'MRS J OKORO WAGES', 'CO-OP MARKET ST'],
]
const inPlan = [...new Set(payees.slice(0, -1))]

/** A budget with a plan whose lines pay those payees, in force long enough for the statement. */
async function budgetWithLines(place: Place, serverUrl: string): Promise<Budget> {
  const budget = await asService(place.database, doing =>
    aBudget(doing, { organisation: place.organisation, from: addDays(doing.today, -started) }),
  )
  const at = new URL(serverUrl)
  at.pathname = new URL(place.database.url).pathname
  const client = new pg.Client({ connectionString: at.href })
  await client.connect()
  try {
    // A plan that was signed off takes no more lines: these stand for lines that it had before.
    await client.query('set session_replication_role = replica')
    await client.query(
      `insert into plans.line (id, version_id, organisation_id, person_id, reference, line_key, place, says,
        kind, unit, units, per, rate, weekly, way, payee)
      select gen_random_uuid(), v.id, v.organisation_id, v.person_id, v.reference, 'line-' || n, n,
        initcap(payee),
        'care', 'hour', 10000, 'week', 2000, 20000, 'direct-payment', payee
      from plans.version v cross join unnest($2::text[]) with ordinality as p (payee, n)
      where v.reference = $1`,
      [budget.reference, inPlan],
    )
  } finally {
    await client.end()
  }
  return budget
}

function rowsUntil(today: PlainDate, count: number): readonly ExampleRow[] {
  const from = addDays(today, -started)
  const days = daysBetween(from, today)
  return Array.from({ length: count }, (_, at): ExampleRow => {
    const day = addDays(from, Math.floor((at * days) / count))
    const payee = payees[at % payees.length] ?? ''
    return [day, -pence(BigInt(500 + ((at * 37) % 4_000))), `${payee} ${String(at).padStart(6, '0')}`]
  })
}

type Import = {
  readonly lines: number
  readonly first: number
  readonly again: number
  readonly longer: number
}

async function imported(place: Place, { budget, file }: { budget: Budget; file: SentFile }): Promise<number> {
  const who: Actor = place.officers[0]
  const { reference } = budget
  const { took, value } = await timed(() =>
    doAs(place, who, doing => importStatement(doing, { reference, files: [file] })),
  )
  if (!value.done) throw new Error(`importing: ${value.because.join(', ')}`)
  return took
}

async function importsOf(place: Place, serverUrl: string, lines: number): Promise<Import> {
  const budget = await budgetWithLines(place, serverUrl)
  const { accountNumber, sortCode } = budget
  const rows = await asService(place.database, async doing => rowsUntil(doing.today, lines))
  await sql`analyze`.execute(place.database.kysely)
  const opening = 100_000_000n
  const file = anOfxFile({ rows, opening, accountNumber, sortCode })
  const first = await imported(place, { budget, file })
  const again = await imported(place, { budget, file })
  // The same payments in another bank's file are other bytes: all is read and compared, and nothing added.
  const longer = await imported(place, { budget, file: aStatementFile({ rows, opening }) })
  return { lines, first, again, longer }
}

/** How much longer each line takes in the largest statement than in one of ten thousand. */
const growthOf = (large: Import, largest: Import): number =>
  largest.first / large.first / (largest.lines / large.lines)

function figuresOf(all: readonly Import[]): Measured['figures'] {
  const large = all.find(({ lines }) => lines === 10_000)
  const largest = all.at(-1)
  if (large === undefined || largest === undefined) return []
  const note = growthSaid(growthOf(large, largest))
  return [
    { name: 'statement of 10,000 lines', measured: large.first, limit: 1.5, unit: 's', note },
    { name: 'the same statement again', measured: large.again, limit: 0.5, unit: 's' },
  ]
}

/** Statements of a thousand lines to a hundred thousand, read, checked and matched; then the same again. */
export async function measureStatement(serverUrl: string): Promise<Measured> {
  const place = await aPlace(serverUrl)
  try {
    const all: Import[] = []
    for (const lines of sizes) all.push(await importsOf(place, serverUrl, lines))
    return {
      figures: figuresOf(all),
      tables: [
        {
          title: 'Statements as they grow: read, checked, kept, matched and posted',
          head: ['lines', 'first', 'again', 'as another file', 'each'],
          rows: all.map(one => [
            one.lines.toLocaleString('en-GB'),
            ...[one.first, one.again, one.longer].map(took => sayFigure(took, 's')),
            sayFigure((one.first / one.lines) * 1000, 'ms'),
          ]),
        },
      ],
      problems: [],
    }
  } finally {
    await place.drop()
  }
}
