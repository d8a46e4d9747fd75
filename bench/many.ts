import pg from 'pg'
import { sealAll } from '../src/access/actions/seal.ts'
import { keepBooks } from '../src/forecasts/actions/keep-books.ts'
import { newReference, type Reference } from '../src/kernel/ids.ts'
import { checkLedger } from '../src/ledger/check.ts'
import { workAhead } from '../src/payments/actions/work-ahead.ts'
import { type Database, openDatabase } from '../src/platform/database.ts'
import { asService } from '../src/platform/transaction.ts'
import { copyEverybody } from './copying.ts'
import { type Measured, timed } from './measured.ts'

const limit = 60
const perCaseWorker = 70

/** References of the cases that are there, each with as many new ones, no two alike. */
async function newReferences(
  client: pg.Client,
  copies: number,
): Promise<ReadonlyMap<string, readonly Reference[]>> {
  const { rows } = await client.query<{ reference: string }>(
    'select reference from requests.request union select reference from ehc.plan',
  )
  const taken = new Set(rows.map(({ reference }) => reference))
  const fresh = (): Reference => {
    const one = newReference()
    if (taken.has(one)) return fresh()
    taken.add(one)
    return one
  }
  return new Map(rows.map(({ reference }) => [reference, Array.from({ length: copies }, fresh)]))
}

const countOf = async (client: pg.Client, what: string): Promise<number> =>
  Number((await client.query<{ count: string }>(`select count(*) from ${what}`)).rows[0]?.count ?? 0)

const said = (count: number): string => count.toLocaleString('en-GB')

/** Fills a database with copies of everybody in it until there are so many people, and seals the record. */
export async function fillWith(url: string, people: number): Promise<Measured> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const before = await countOf(client, 'people.person')
    const workers = await countOf(client, `access.role where role = 'case-worker'`)
    const copies = Math.max(1, Math.ceil(people / before) - 1)
    const perWorker = Math.max(1, Math.round((perCaseWorker * workers) / before))
    const references = await newReferences(client, copies)
    const copied = await timed(() => copyEverybody(client, { copies, perWorker, happenings: 6, references }))
    const sealed = await timed(() => withDatabase(url, sealAll))
    const ahead = await timed(() => withDatabase(url, allAhead))
    await withDatabase(url, database => asService(database, doing => keepBooks(doing)))
    await client.query('vacuum analyze')
    const now = await countOf(client, 'people.person')
    const note = `${said(copied.value)} rows, ${said(sealed.value)} links of the record`
    const name = `filling a database with ${said(now)} people`
    return {
      figures: [
        { name, measured: copied.took + sealed.took, limit, unit: 's', note },
        {
          name: `payments of ${said(ahead.value)} cases worked out ahead`,
          measured: ahead.took,
          limit: null,
          unit: 's',
        },
      ],
      tables: [],
      problems: await problemsOfLedger(url),
    }
  } finally {
    await client.end()
  }
}

/** What the service does every minute and after midnight; answers how many cases were worked out. */
async function allAhead(database: Database): Promise<number> {
  const worked = await asService(database, workAhead)
  return worked === 0 ? 0 : worked + (await allAhead(database))
}

async function withDatabase<Value>(
  url: string,
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  const database = openDatabase(url, 2)
  return work(database).finally(() => database.close())
}

/** A copy that broke the ledger would measure something that cannot be. */
async function problemsOfLedger(url: string): Promise<readonly string[]> {
  const { findings } = await withDatabase(url, database => asService(database, checkLedger))
  return findings
    .filter(({ broken }) => broken > 0)
    .map(({ says, broken }) => `After filling, not so of ${broken}: ${says}`)
}
