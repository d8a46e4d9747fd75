import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Database, openDatabase } from './database.ts'
import type { Doing } from './doing.ts'
import { type Asking, asActor, asService, type Enter, GiveUp } from './transaction.ts'

/** The server that tests may make and drop databases on: `npm test` starts it. */
function serverUrl(): string {
  const url = process.env.OPENPHB_TEST_DATABASE_URL
  if (!url)
    throw new Error('These tests need a database server: run them with npm test, or npm test -- PATTERN')
  return url
}

const urlOf = (name: string): string => {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return url.href
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

const templates = new Map<string, Promise<string>>()
const toDrop: string[] = []
const dropping: Promise<void>[] = []

/** Makes a template once for this process: a database that `fill` has brought to where tests begin. */
function template(name: string, fill: (url: string) => Promise<unknown>): Promise<string> {
  const made =
    templates.get(name) ??
    (async () => {
      const database = `openphb_${name}_${randomBytes(4).toString('hex')}`
      await onServer(`create database ${database}`)
      toDrop.push(database)
      await fill(urlOf(database))
      return database
    })()
  templates.set(name, made)
  return made
}

const drop = (database: string): Promise<void> => onServer(`drop database if exists ${database} with (force)`)

async function copyOf(source: string): Promise<string> {
  const database = `${source}_${randomBytes(4).toString('hex')}`
  await onServer(`create database ${database} template ${source} strategy file_copy`)
  return database
}

const spares = new Map<string, Promise<string> | null>()

/** A copy of a template. From the second on, the next one is made while the tests work on this one. */
function nextCopy(source: string): Promise<string> {
  const copy = spares.get(source) ?? copyOf(source)
  const spare = spares.has(source) ? copyOf(source) : null
  spare?.catch(() => undefined)
  spares.set(source, spare)
  return copy
}

export type TestDatabase = Database & { drop(): Promise<void> }

/**
 * A database of its own for tests that commit: a clone (10 to 35 ms) of a named template. Drop it
 * afterwards.
 */
export async function cloneOf(name: string, fill: (url: string) => Promise<unknown>): Promise<TestDatabase> {
  const database = await nextCopy(await template(name, fill))
  const open = openDatabase(urlOf(database), 6)
  let closed: Promise<void> | null = null
  const close = async (): Promise<void> => {
    await open.close()
    const gone = drop(database)
    gone.catch(() => undefined)
    dropping.push(gone)
  }
  return { ...open, drop: () => (closed ??= close()) }
}

/** Drops the templates and copies that this process made. Called once, after the last test. */
export async function dropTemplates(): Promise<void> {
  const left = await Promise.all([...spares.values()])
  await Promise.all(dropping.splice(0))
  for (const database of [...left, ...toDrop.splice(0)]) if (database) await drop(database)
}

/** Runs work as the service and rolls all of it back. */
export const triedOut = <Value>(database: Database, work: (doing: Doing) => Promise<Value>): Promise<Value> =>
  asService<Value>(database, async doing => {
    throw new GiveUp(await work(doing))
  })

/** Runs work as an actor, under row-level security, and rolls all of it back. */
export const triedOutAs = <Value>(
  database: Database,
  who: { asking: Asking; enter: Enter },
  work: (doing: Doing) => Promise<Value>,
): Promise<Value> =>
  asActor<Value>(database, who, async doing => {
    throw new GiveUp(await work(doing))
  })
