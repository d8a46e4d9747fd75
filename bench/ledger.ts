import { spawnSync } from 'node:child_process'
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
/** In entries: each has two postings. */
const sizes = [500, 5_000, 50_000, 500_000]
const keptOn = plainDate('2026-06-30')
const askedOn = plainDate('2026-07-15')
const everything = ['PHB-', 'bank:', 'fund:']

/** How many entries a second so many clients post, one in each transaction, until the time is up. */
async function oneByOne(place: Place): Promise<number> {
  const database = openDatabase(place.database.url, clients)
  const entries = manyEntries(place, 200_000)
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

/** pgbench's TPC-B on the same server; null where pgbench is not installed. */
async function tpcB(serverUrl: string): Promise<number | null> {
  if (spawnSync('pgbench', ['--version']).status !== 0) return null
  await onServer(serverUrl, 'create database bench_tpcb')
  const at = new URL(serverUrl)
  at.pathname = '/bench_tpcb'
  const ran = (...words: string[]) => spawnSync('pgbench', [...words, at.href], { encoding: 'utf8' })
  try {
    ran('-i', '-q', '-s', '10')
    const { stdout, stderr } = ran('-c', String(clients), '-j', '2', '-T', String(seconds), '-M', 'prepared')
    const rate = /tps = ([\d.]+)/.exec(stdout)?.[1]
    if (rate === undefined) throw new Error(`pgbench: ${stderr}`)
    return Number(rate)
  } finally {
    await onServer(serverUrl, 'drop database bench_tpcb with (force)')
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

async function durablePosts(serverUrl: string): Promise<{ ours: number; theirs: number | null }> {
  const theirs = await tpcB(serverUrl)
  const place = await aPlace(serverUrl)
  try {
    return { ours: await oneByOne(place), theirs }
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

const versus = (ours: number, theirs: number | null): Figure => ({
  name: `entries a second, ${clients} clients, one in each transaction`,
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
  const { ours, theirs } = await durablePosts(serverUrl)
  const all: Grown[] = []
  for (const size of sizes) all.push(await grown(serverUrl, size))
  const [small, large] = [all[1], all.at(-1)]
  const growth = small && large ? small.rate / large.rate : 0
  return {
    figures: [
      versus(ours, theirs),
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
