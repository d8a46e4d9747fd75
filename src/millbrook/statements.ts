import { sql } from 'kysely'
import { seeAs } from '../access/public.ts'
import { anOfxFile, type ExampleRow } from '../bank/examples.ts'
import { importStatement } from '../bank/public.ts'
import { addDays, later, type PlainDate } from '../kernel/days.ts'
import { timesRoundedHalfUp } from '../kernel/money.ts'
import { linesOn } from '../plans/public.ts'
import type { Doing } from '../platform/doing.ts'
import { askerOf } from './asking.ts'
import { numbersOf } from './holding.ts'
import { must } from './must.ts'
import type { Banked } from './types.ts'
import { as, referenceOf, type Walk, workerOf } from './walk.ts'

type Paid = { readonly on: PlainDate; readonly amount: bigint; readonly says: string }

async function paidIn(doing: Doing, reference: string, until: PlainDate): Promise<readonly Paid[]> {
  const { rows } = await sql<Paid>`
    select leaves_on as "on", amount, end_to_end_id as says from payments.instruction_shown
    where reference = ${reference} and released_on is not null and leaves_on <= ${until} and returned_on is null
      and agreement_id in (select id from agreements.agreement_shown where weekly_direct > 0)
    order by leaves_on`.execute(doing.transaction)
  return rows
}

type Plan = Awaited<ReturnType<typeof linesOn>>

/** What goes out every four weeks for each line that is paid by the family: wages, tax, firms. */
function paidOut(
  lines: Plan,
  { from, until, of }: { from: PlainDate; until: PlainDate; of: Banked },
): ExampleRow[] {
  const rows: ExampleRow[] = []
  for (let on = addDays(from, 25), turn = 1; on <= until; on = addDays(on, 28), turn += 1)
    for (const line of lines) {
      const [words] = line.payee_words
      if (!words || line.way !== 'direct-payment' || line.kind === 'training') continue
      const share = BigInt(of.share ?? 100) + BigInt(((turn * 7 + line.line_key.length * 5) % 9) - 4)
      const sum = timesRoundedHalfUp(line.weekly * 4n, share, 100n)
      const says = line.employs ? `${words} WAGES` : words
      rows.push([on, -sum, words === 'HMRC' ? 'HMRC PAYE NIC' : says])
    }
  return rows
}

/** What the bank shows of a budget's account up to a day: our payments, what was paid from it, and odd things. */
export async function statement(walk: Walk, banked: Banked): Promise<void> {
  const reference = referenceOf(walk)
  const { actor } = askerOf(walk)
  const holder = walk.folk.relatives.find(({ name }) => name === walk.life.held?.who)?.actor
  const sender = [holder, actor].find(one => one?.id) ?? workerOf(walk)
  const doing = as(walk, sender, banked.on)
  // What an actor sees of a bank account is asked of the transaction itself.
  await seeAs(doing)
  const until = addDays(doing.today, -3)
  const paid = await paidIn(walk.doing, reference, until)
  const from = paid[0]?.on
  if (from === undefined) throw new Error(`${walk.life.name} was paid nothing yet`)
  const lines = await linesOn(walk.doing, reference, later(from, until))
  const rows: ExampleRow[] = [
    ...paid.map(({ on, amount, says }): ExampleRow => [on, amount, `NHS ICB ${says}`]),
    ...paidOut(lines, { from, until, of: banked }),
    ...(banked.odd ?? []).map(
      ([ago, pounds, says]): ExampleRow => [
        walk.place.calendar.day(ago),
        BigInt(Math.round(pounds * -100)),
        says,
      ],
    ),
  ]
  const sorted = rows.filter(([on]) => on <= until).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const file = anOfxFile({ rows: sorted, ...numbersOf(walk, 0), name: `statement-${until}.ofx`, from, until })
  must(await importStatement(doing, { reference, files: [file] }), `the statement of ${walk.life.name}`)
}
