import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { plainDate } from '../src/kernel/days.ts'
import { balancesAt, balancesOf, type NewEntry, post } from '../src/ledger/public.ts'
import { takeSnapshot } from '../src/ledger/snapshots.ts'
import { openDatabase } from '../src/platform/database.ts'
import { asService } from '../src/platform/transaction.ts'
import { manyEntries, postInBatches } from './entries.ts'
import { middle, sayFigure } from './figures.ts'
import { type Figure, type Measured, timed } from './measured.ts'
import { growthSaid } from './payments.ts'
import { aPlace, onServer, type Place } from './place.ts'

const [clients, seconds] = [8, 6]
const budgets = 1_000
/** In entries: each has two postings. */
const sizes = [500, 5_000, 50_000, 500_000]
const keptOn = plainDate('2026-06-30')
const askedOn = plainDate('2026-07-15')
const everything = ['PHB-', 'bank:', 'fund:']

/**
 * A thousand budgets whose accounts are open, as TPC-B's are before it is measured. Answers what is posted to
 * them next.
 */
async function openBudgets(place: Place): Promise<Generator<NewEntry>> {
  const entries = manyEntries(place, budgets * 100)
  const first = Array.from({ length: budgets * 5 }, () => entries.next().value as NewEntry)
  await postInBatches(place, first)
  await sql`vacuum analyze`.execute(place.database.kysely)
  return entries
}

/** How many entries a second so many clients post, one in each transaction, until the time is up. */
async function oneByOne(place: Place, entries: Generator<NewEntry>): Promise<number> {
  const database = openDatabase(place.database.url, clients)
  const began = performance.now()
  const over = () => (performance.now() - began) / 1000 > seconds
  let posted = 0
  const client = async () => {
    while (!over()) {
      const { value } = entries.next() as { value: NewEntry }
      const answer = await asService(database, doing => post(doing, [value]))
      if (!answer.done) throw new Error(answer.because.join(', '))
      posted += 1
    }
  }
  try {
    await Promise.all(Array.from({ length: clients }, client))
  } finally {
    await database.close()
  }
  return posted / ((performance.now() - began) / 1000)
}

const haveDriver = (): boolean => spawnSync('pgbench', ['--version']).status === 0

/** How many transactions a second pgbench does with as many clients: its own TPC-B, or a script. */
function driven(url: string, ...script: readonly string[]): number {
  const how = ['-n', '-c', String(clients), '-j', '2', '-T', String(seconds), '-M', 'prepared']
  const { stdout, stderr } = spawnSync('pgbench', [...how, ...script, url], { encoding: 'utf8' })
  const rate = /tps = ([\d.]+)/.exec(stdout)?.[1]
  if (rate === undefined || /ERROR/.test(stderr)) throw new Error(`pgbench: ${stderr}`)
  return Number(rate)
}

/** pgbench's TPC-B on the same server; null where pgbench is not installed. */
async function tpcB(serverUrl: string): Promise<number | null> {
  if (!haveDriver()) return null
  await onServer(serverUrl, 'create database bench_tpcb')
  const at = new URL(serverUrl)
  at.pathname = '/bench_tpcb'
  try {
    spawnSync('pgbench', ['-i', '-q', '-s', '10', at.href])
    return driven(at.href)
  } finally {
    await onServer(serverUrl, 'drop database bench_tpcb with (force)')
  }
}

/** What a client sends, as text: one entry between the accounts of the n-th open budget. */
const asking = ({ organisation }: Place) => `
  create schema bench;
  create table bench.budget as select row_number() over (order by name)::int - 1 as n, left(name, 12) as name
    from ledger.account where kind = 'held';
  create unique index on bench.budget (n);
  create function bench.asked(place int, pence int) returns jsonb language sql volatile as $$
    select jsonb_build_array(jsonb_build_object(
      'id', gen_random_uuid(), 'key', 'driven:' || gen_random_uuid(), 'hash', repeat('0', 64),
      'on', '2026-04-10', 'because', 'Money moved', 'organisation', '${organisation}',
      'recorded_at', '2026-04-10T10:00:00Z', 'recorded_on', '2026-04-10', 'actor_name', 'OpenPHB',
      'postings', jsonb_build_array(
        jsonb_build_object('account', b.name || ':allocated', 'pence', -pence),
        jsonb_build_object('account', b.name || ':held', 'pence', pence))))
    from bench.budget b where b.n = place $$;
  grant usage on schema bench to openphb_owner; grant select on bench.budget to openphb_owner;
  analyze bench.budget`

const script = `\\set place random(0, ${budgets - 1})
\\set pence random(1, 9)
begin;
select set_config('role', 'openphb_owner', true), platform.now();
select ledger.post(bench.asked(:place, :pence));
commit;
`

/** The same entries by pgbench, as TPC-B is: what the database does, without the cost of our own client. */
async function oneByOneDriven(place: Place): Promise<number | null> {
  if (!haveDriver()) return null
  await sql.raw(asking(place)).execute(place.database.kysely)
  const folder = mkdtempSync(path.join(tmpdir(), 'openphb-bench-'))
  try {
    writeFileSync(path.join(folder, 'post.sql'), script)
    return driven(place.database.url, '-f', path.join(folder, 'post.sql'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Grown = {
  readonly postings: number
  readonly rate: number
  readonly now: number
  readonly old: number
  readonly oldAdded: number
}

const often = async (work: () => Promise<unknown>): Promise<number> => {
  const all: number[] = []
  for (let time = 0; time < 5; time += 1) all.push((await timed(work)).took)
  return middle(all)
}

/** A ledger of so many entries: how fast it is written, and how fast all its balances are read. */
async function grown(serverUrl: string, entries: number): Promise<Grown> {
  const place = await aPlace(serverUrl)
  try {
    const { took } = await timed(() => postInBatches(place, manyEntries(place, entries)))
    await sql`vacuum analyze`.execute(place.database.kysely)
    const asked = (work: Parameters<typeof asService>[1]) => often(() => asService(place.database, work))
    const at = { asOf: askedOn }
    const now = await asked(doing => balancesOf(doing, ...everything))
    const oldAdded = await asked(doing => balancesAt(doing, everything, at))
    await asService(place.database, doing => takeSnapshot(doing, keptOn))
    await sql`vacuum analyze`.execute(place.database.kysely)
    const old = await asked(doing => balancesAt(doing, everything, at))
    return { postings: entries * 2, rate: entries / took, now, old, oldAdded }
  } finally {
    await place.drop()
  }
}

type Durable = { readonly ours: number; readonly driven: number | null; readonly theirs: number | null }

async function durablePosts(serverUrl: string): Promise<Durable> {
  const theirs = await tpcB(serverUrl)
  const place = await aPlace(serverUrl)
  try {
    const ours = await oneByOne(place, await openBudgets(place))
    return { ours, driven: await oneByOneDriven(place), theirs }
  } finally {
    await place.drop()
  }
}

const tableOf = (all: readonly Grown[]) => ({
  title: 'The ledger as it grows',
  head: ['postings', 'entries a second', 'balances now', 'balances of an old day', 'the same, added up'],
  rows: all.map(one => [
    one.postings.toLocaleString('en-GB'),
    Math.round(one.rate).toLocaleString('en-GB'),
    sayFigure(one.now * 1000, 'ms'),
    sayFigure(one.old * 1000, 'ms'),
    sayFigure(one.oldAdded * 1000, 'ms'),
  ]),
})

const versus = (how: string, ours: number, theirs: number | null): Figure => ({
  name: `entries a second, ${clients} clients, one in each transaction, ${how}`,
  measured: ours,
  limit: null,
  unit: '',
  note:
    theirs === null
      ? 'pgbench is not installed: add --install'
      : `${(ours / theirs).toFixed(2)} times pgbench’s TPC-B, ${Math.round(theirs)} a second; goal 1.5`,
})

/** Durable posts beside pgbench's TPC-B, posts in batches, balances, and growth up to a million postings. */
export async function measureLedger(serverUrl: string): Promise<Measured> {
  const { ours, driven: byDriver, theirs } = await durablePosts(serverUrl)
  const all: Grown[] = []
  for (const size of sizes) all.push(await grown(serverUrl, size))
  const [small, large] = [all[1], all.at(-1)]
  const growth = small && large ? small.rate / large.rate : 0
  return {
    figures: [
      versus('by our program', ours, theirs),
      ...(byDriver === null ? [] : [versus('by pgbench', byDriver, theirs)]),
      {
        name: 'a thousand entries in a batch, milliseconds each',
        measured: large ? 1000 / large.rate : 0,
        limit: 0.05,
        unit: 'ms',
        note: growthSaid(growth),
      },
      { name: 'balances of 1,000,000 postings', measured: large?.now ?? 0, limit: 0.2, unit: 's' },
      {
        name: 'balances of 1,000,000 postings on an old day',
        measured: large?.old ?? 0,
        limit: 0.2,
        unit: 's',
      },
    ],
    tables: [tableOf(all)],
    problems: [],
  }
}
