import path from 'node:path'
import { measureBooks } from './books.ts'
import { runDrill } from './drill-main.ts'
import { measureEvidence } from './evidence/main.ts'
import { middle } from './figures.ts'
import { measureLedger } from './ledger.ts'
import { fillWith } from './many.ts'
import { type Figure, type Measured, together } from './measured.ts'
import { load, measurePages } from './pages.ts'
import { measurePayments } from './payments.ts'
import { onServer } from './place.ts'
import { measureRights } from './rights.ts'
import { measureStatement } from './statement.ts'
import { startWeb, type Web } from './web.ts'

export { drawn, drawnFigures, isOver, ratioOf } from './figures.ts'

/** What scripts/bench.mjs hands in: where to work, how much, and the embedded database beside it. */
export type Bench = {
  readonly root: string
  readonly env: NodeJS.ProcessEnv
  readonly people: number
  readonly times: number
  readonly kills: number
  /** For `evidence`: install the peers, write the set out, judge another program's answer. */
  readonly peers: boolean
  readonly out: string | null
  readonly added: string | null
  /** The bundle of drill-worker.ts. */
  readonly drillWorker: string
  readonly startDatabase: () => Promise<{ readonly url: string; stop(): Promise<void> }>
  readonly says: (line: string) => void
}

type Section = (bench: Bench) => Promise<Measured>

const memoryLimit = 200

function memoryFigure(name: string, megabytes: number | null): readonly Figure[] {
  return megabytes === null ? [] : [{ name, measured: megabytes, limit: memoryLimit, unit: 'MB' }]
}

/** The first start on this machine's packages with nothing built and no data, then three more. */
const starts: Section = async ({ root, env }) => {
  const first = await startWeb(root, env)
  await first.stop()
  const later: number[] = []
  let memory: number | null = null
  for (let time = 0; time < 3; time += 1) {
    const web = await startWeb(root, env)
    later.push(web.startedIn)
    memory = web.memory()
    await web.stop()
  }
  return {
    figures: [
      { name: 'first npm start to first page', measured: first.startedIn, limit: 15, unit: 's' },
      {
        name: 'second npm start to first page',
        measured: middle(later),
        limit: 3,
        unit: 's',
        note: 'middle of 3',
      },
      ...memoryFigure('web process after its start', memory),
    ],
    tables: [],
    problems: [],
  }
}

const secondsOfLoad = 5

async function pagesOn(
  bench: Bench,
  where: { readonly with: string; readonly limit: number },
): Promise<Measured> {
  const web = await startWeb(bench.root, bench.env)
  try {
    const pages = await measurePages({ web, times: bench.times, ...where })
    return together(pages, await underLoad(web, where.with))
  } finally {
    await web.stop()
  }
}

async function underLoad(web: Web, many: string): Promise<Measured> {
  const after = web.memory()
  let most = after ?? 0
  const watching = setInterval(() => {
    most = Math.max(most, web.memory() ?? 0)
  }, 100)
  const pages = await load(web, secondsOfLoad).finally(() => clearInterval(watching))
  return {
    figures: [
      ...memoryFigure(`web process after every page with ${many}`, after),
      ...memoryFigure(`web process under load with ${many}`, after === null ? null : most),
      {
        name: `pages a second with ${many}, 9 at once`,
        measured: pages / secondsOfLoad,
        limit: null,
        unit: '',
      },
    ],
    tables: [],
    problems: [],
  }
}

const millbrook: Section = bench => pagesOn(bench, { with: 'Millbrook', limit: 100 })

const many: Section = async bench => {
  const database = await bench.startDatabase()
  try {
    // The first start makes Millbrook, of which the many are copies.
    await (await startWeb(bench.root, bench.env)).stop()
    const filled = await fillWith(database.url, bench.people)
    const people = `${bench.people.toLocaleString('en-GB')} people`
    return together(filled, await pagesOn(bench, { with: people, limit: 150 }))
  } finally {
    await database.stop()
  }
}

async function withDatabase(bench: Bench, work: (url: string) => Promise<Measured>): Promise<Measured> {
  const database = await bench.startDatabase()
  return work(database.url).finally(() => database.stop())
}

const books: Section = bench =>
  withDatabase(bench, async url => {
    await (await startWeb(bench.root, bench.env)).stop()
    return measureBooks(url)
  })

/** Payment runs are killed again and again: is nobody paid twice, nobody left out? It prints its table. */
const drill: Section = bench =>
  withDatabase(bench, async url => {
    const at = new URL(url)
    at.pathname = '/bench_drill'
    await onServer(url, 'create database bench_drill')
    const well = await runDrill({
      url: at.href,
      worker: bench.drillWorker,
      kills: bench.kills,
      budgets: 300,
    })
    const problems = well ? [] : ['The drill found something wrong.']
    return { figures: [], tables: [], problems }
  })

/** Every section by its name, in the order in which they are run when none is named. */
export const sections: Readonly<Record<string, Section>> = {
  starts,
  pages: millbrook,
  statement: bench => withDatabase(bench, measureStatement),
  payments: bench => withDatabase(bench, measurePayments),
  rights: bench => withDatabase(bench, measureRights),
  ledger: bench => withDatabase(bench, measureLedger),
  evidence: async bench => measureEvidence({ ...bench, work: path.join(bench.root, '.data', 'evidence') }),
  many,
  books,
  drill,
}

/** Runs the named sections one after the other. */
export async function measure(bench: Bench, names: readonly string[]): Promise<Measured> {
  const all: Measured[] = []
  for (const name of names) {
    const began = performance.now()
    const section = sections[name]
    if (section) all.push(await section(bench))
    bench.says(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  return together(...all)
}
