// The drill of the two ways to pay: one large run, worked on by two processes that are killed without warning
// while it is prepared, signed, released, sent in a bank's file that is given up, and paid by hand. Then the
// bank is given up for good and all that is unpaid is paid by hand. Afterwards nobody was paid twice, nobody
// was left out without a reason, and ledger and record agree.
import { sql } from 'kysely'
import { enter } from '../src/access/identify.ts'
import { addDays } from '../src/kernel/days.ts'
import { makeFile, sameFile } from '../src/payments/actions/make-file.ts'
import {
  prepareRun,
  type RunId,
  releaseRun,
  runState,
  setPayer,
  tellThoseLeft,
} from '../src/payments/public.ts'
import { filesOf } from '../src/payments/queries/payables.ts'
import type { RunState } from '../src/payments/queries/run.ts'
import { liveFile } from '../src/payments/rules/live-file.ts'
import type { Database } from '../src/platform/database.ts'
import type { Actor, Doing } from '../src/platform/doing.ts'
import { asActor, asService } from '../src/platform/transaction.ts'
import { type Drilled, type DrillGiven, killAgain, prepareDrill } from './drill.ts'
import { type DrillCheck, drillChecks } from './drill-checks.ts'
import { payByHand } from './rails-by-hand.ts'

export type Rails = {
  readonly database: Database
  /** The bundle of rails-worker.ts. */
  readonly worker: string
  readonly kills: number
  readonly payments: number
  /** The longest that a process lives, in milliseconds. */
  readonly patience: number
}
export type Railed = Omit<Drilled, 'runs'> & { readonly inFile: number; readonly byHand: number }

type Office = { readonly database: Database; readonly given: DrillGiven }

const as = <Value>(
  { database }: Office,
  actor: Actor,
  work: (doing: Doing) => Promise<Value>,
): Promise<Value> => asActor(database, { asking: { actor, onBehalfOf: null, purpose: null }, enter }, work)

const onRun = <Value>(
  { office, run, who }: { office: Office; run: RunId; who: Actor },
  work: (doing: Doing, state: RunState) => Promise<Value>,
): Promise<Value> =>
  as(office, who, async doing => {
    const state = await runState(doing, run)
    if (state === null) throw new Error('the run is not there')
    return work(doing, state)
  })

/** The run as it is after the last kill, brought to where it has left. */
async function released(office: Office): Promise<RunId> {
  const [kay, sol] = office.given.people as readonly [Actor, Actor]
  const { organisation } = office.given
  const { rows } = await sql<{ id: RunId }>`select id from payments.run order by number limit 1`.execute(
    office.database.kysely,
  )
  const found =
    rows[0]?.id ??
    (await as(office, kay, async doing => {
      const made = await prepareRun(doing, { organisation, until: addDays(doing.today, 6) })
      if (!made.done) throw new Error(made.because.join(', '))
      return made.value.run
    }))
  for (const who of [kay, sol]) {
    const state = await onRun({ office, run: found, who }, async (_doing, one) => one)
    if (state.released_on === null)
      await as(office, who, doing => releaseRun(doing, { run: found, ...state.now }))
  }
  return found
}

/** What no file of the bank holds is paid by hand, in batches, until nothing is left. */
async function payTheRest(office: Office, run: RunId): Promise<void> {
  const [kay] = office.given.people as readonly [Actor, Actor]
  const at = { office, run, who: kay }
  while ((await onRun(at, (doing, state) => payByHand(doing, state, office.given.batch))) > 0);
}

/** The end-to-end names in the bank's file that counts, read from its own bytes. */
async function namesInFile(office: Office, run: RunId): Promise<readonly string[]> {
  const [kay] = office.given.people as readonly [Actor, Actor]
  const text = await onRun({ office, run, who: kay }, async (doing, state) => {
    const live = liveFile(await filesOf(doing, run))
    return live === null ? '' : await sameFile(doing, state, live)
  })
  return [...(text ?? '').matchAll(/<EndToEndId>([^<]+)<\/EndToEndId>/g)].map(([, name]) => name ?? '')
}

type Paid = { name: string; hand: number }

async function railChecks(office: Office, run: RunId): Promise<readonly DrillCheck[]> {
  const inFile = await namesInFile(office, run)
  const { rows } = await sql<Paid>`select i.end_to_end_id as name,
      (select count(*)::int from payments.way w
        where w.instruction_id = p.instruction_id and w.rail = 'hand') as hand
    from payments.payment p join payments.instruction i on i.id = p.instruction_id
    where p.run_id = ${run}`.execute(office.database.kysely)
  const times = new Map<string, number>()
  for (const name of inFile) times.set(name, (times.get(name) ?? 0) + 1)
  const ways = rows.map(({ name, hand }) => hand + (times.get(name) ?? 0))
  const known = new Set(rows.map(({ name }) => name))
  return [
    {
      says: 'no payment went both in the bank’s file and by hand, or twice',
      wrong: ways.filter(n => n > 1).length,
    },
    { says: 'each payment of the run went one way', wrong: ways.filter(n => n === 0).length },
    {
      says: 'the bank’s file names no payment of another run',
      wrong: inFile.filter(n => !known.has(n)).length,
    },
  ]
}

/** Kills as the drill of runs does; then both ways are used for what is unpaid, and everything is checked. */
export async function railsDrill(asked: Rails): Promise<Railed> {
  const batch = Math.max(5, Math.ceil(asked.payments / 40))
  const prepared = await prepareDrill({ database: asked.database, budgets: asked.payments, sameDay: true })
  const office: Office = { database: asked.database, given: { ...prepared, batch } }
  const { organisation } = prepared
  const payer = { name: 'NHS Drillshire', sortCode: '607080', accountNumber: '10203040' }
  await asService(asked.database, doing => setPayer(doing, { organisation, from: doing.today, ...payer }))
  await killAgain(asked, office.given)
  const run = await released(office)
  const [kay] = office.given.people as readonly [Actor, Actor]
  // A last file takes half of what is unpaid away from the list, or all that a file held before.
  const at = { office, run, who: kay }
  await onRun(at, (doing, state) => payByHand(doing, state, Math.ceil(asked.payments / 2)))
  if (asked.kills % 2 === 0) await onRun(at, (doing, state) => makeFile(doing, state, 'bank'))
  await payTheRest(office, run)
  while ((await asService(asked.database, tellThoseLeft)) > 0);
  const { rows } = await sql<{ inFile: number; byHand: number; payments: number; stopped: number }>`select
    (select count(*)::int from payments.way w where w.rail = 'file'
      and not exists (select from payments.file_given_up g where g.file_id = w.file_id)) as "inFile",
    (select count(*)::int from payments.way where rail = 'hand') as "byHand",
    (select count(*)::int from payments.payment) as payments,
    (select count(*)::int from payments.instruction where stopped_on is not null) as stopped`.execute(
    asked.database.kysely,
  )
  const counts = rows[0] ?? { inFile: 0, byHand: 0, payments: 0, stopped: 0 }
  const checks = [...(await railChecks(office, run)), ...(await drillChecks(asked.database))]
  return { kills: asked.kills, ...counts, checks }
}

/** What was done and what was checked, as a table. */
export const railsTable = ({ kills, payments, stopped, inFile, byHand, checks }: Railed): string =>
  [
    `${kills} kills; a run left with ${payments} payments: ${inFile} in the bank’s file, ` +
      `${byHand} by hand; ${stopped} stopped with a reason`,
    ...checks.map(({ says, wrong }) => `${wrong === 0 ? 'so   ' : `NOT (${wrong})`}  ${says}`),
  ].join('\n')
