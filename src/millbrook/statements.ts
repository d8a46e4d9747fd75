import { sql } from 'kysely'
import { seeAs } from '../access/public.ts'
import { importStatement } from '../bank/public.ts'
import { addDays, type PlainDate } from '../kernel/days.ts'
import { timesRoundedHalfUp } from '../kernel/money.ts'
import { linesOn } from '../plans/public.ts'
import type { Doing } from '../platform/doing.ts'
import { askerOf } from './asking.ts'
import { numbersOf } from './holding.ts'
import { must } from './must.ts'
import { type BankRow, ofxFile } from './ofx.ts'
import type { Banked } from './types.ts'
import { as, referenceOf, type Walk, workerOf } from './walk.ts'

type Paid = { readonly on: PlainDate; readonly amount: bigint; readonly says: string }

async function paidIn(doing: Doing, reference: string, until: PlainDate): Promise<readonly Paid[]> {
  const { rows } = await sql<Paid>`
    select leaves_on as "on", amount, end_to_end_id as says from payments.instruction_shown
    where reference = ${reference} and released_on is not null
      and leaves_on <= ${until} and returned_on is null
      and part = 'direct-payment'
    order by leaves_on`.execute(doing.transaction)
  return rows
}

/** The last day that a statement is about: it was fetched some days before it was sent. */
const lastDayOf = ({ on }: Banked, { place }: Walk): PlainDate => addDays(place.calendar.day(on), -3)

/** How much of the plan was spent around a day: said by the first statement that is about it. */
const shareOn = (day: PlainDate, walk: Walk): bigint => {
  const about = (walk.life.banked ?? []).find(banked => day <= lastDayOf(banked, walk))
  return BigInt(about?.share ?? 100)
}

/** Is it paid from the family's account, every month or so? Training is paid once a year, later. */
const isPaid = ({ way, kind }: Awaited<ReturnType<typeof linesOn>>[number]): boolean =>
  way === 'direct-payment' && kind !== 'training'

/**
 * What goes out every four weeks for each line that the family pays: wages, tax, firms; a little more or
 * less.
 */
async function paidOut(walk: Walk, from: PlainDate, until: PlainDate): Promise<readonly BankRow[]> {
  const rows: BankRow[] = []
  for (let on = addDays(from, 25), turn = 1; on <= until; on = addDays(on, 28), turn += 1) {
    const lines = (await linesOn(walk.doing, referenceOf(walk), on)).filter(isPaid)
    for (const line of lines) {
      const [words] = line.payee_words
      if (!words) continue
      const share = shareOn(on, walk) + BigInt(((turn * 7 + line.line_key.length * 5) % 9) - 4)
      const sum = timesRoundedHalfUp(line.weekly * 4n, share, 100n)
      const says = line.employs && line.kind === 'care' ? `${words} WAGES` : words
      rows.push([on, -sum, says])
    }
  }
  return rows
}

const oddRows = ({ life, place }: Walk): readonly BankRow[] =>
  (life.banked ?? [])
    .flatMap(({ odd = [] }) => odd)
    .map(([ago, pounds, says]) => [place.calendar.day(ago), BigInt(Math.round(pounds * -100)), says])

/**
 * All that the bank shows of a budget's account up to a day: our payments, what was paid from it, odd
 * things.
 */
async function allRows(walk: Walk, until: PlainDate): Promise<readonly BankRow[]> {
  const paid = await paidIn(walk.doing, referenceOf(walk), until)
  const from = paid[0]?.on
  if (from === undefined) throw new Error(`${walk.life.name} was paid nothing yet`)
  const rows = [
    ...paid.map(({ on, amount, says }): BankRow => [on, amount, `NHS ICB ${says}`]),
    ...(await paidOut(walk, from, until)),
    ...oddRows(walk),
  ]
  return rows.filter(([on]) => on <= until).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** The bank's statement since the one before, as whoever holds the money sends it in. */
export async function statement(walk: Walk, banked: Banked): Promise<void> {
  const reference = referenceOf(walk)
  const holder = walk.folk.relatives.find(({ name }) => name === walk.life.held?.who)?.actor
  const sender = [holder, askerOf(walk).actor].find(one => one?.id) ?? workerOf(walk)
  const doing = as(walk, sender, banked.on)
  // What an actor sees of a bank account is asked of the transaction itself.
  await seeAs(doing)
  const all = walk.life.banked ?? []
  const before = all[all.indexOf(banked) - 1]
  const until = lastDayOf(banked, walk)
  const everything = await allRows(walk, until)
  const from = before ? addDays(lastDayOf(before, walk), 1) : (everything[0]?.[0] ?? until)
  const earlier = everything.filter(([on]) => on < from)
  const opening = earlier.reduce((sum, [, pence]) => sum + pence, 0n)
  const rows = everything.slice(earlier.length)
  const name = `statement-${until}.ofx`
  const file = ofxFile({ rows, opening, ...numbersOf(walk, 0), name, from, until })
  must(await importStatement(doing, { reference, files: [file] }), `the statement of ${walk.life.name}`)
}
