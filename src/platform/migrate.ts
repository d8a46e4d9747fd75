import { createHash } from 'node:crypto'
import pg from 'pg'

export type Migration = { readonly module: string; readonly name: string; readonly sql: string }

/** Why a set of migrations may not be run: a sentence for the operator. */
export class MigrationRefused extends Error {}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const ground = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'openphb_owner')
    then create role openphb_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'openphb_app')
    then create role openphb_app nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
grant openphb_owner, openphb_app to current_user;
do $$ begin execute format('grant create on database %I to openphb_owner', current_database()); end $$;
set role openphb_owner;
create schema if not exists platform;
create table if not exists platform.migration (
  name text primary key, module text not null, hash text not null, applied_at timestamptz not null
    default clock_timestamp()
);`

/** In the order of their timestamps; two of one name are a mistake. */
export function inOrder(migrations: readonly Migration[]): readonly Migration[] {
  const sorted = [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const [place, one] of sorted.entries()) {
    if (!/^\d{4}-\d{2}-\d{2}T\d{4}-[a-z0-9-]+(\.sql)?$/.test(one.name))
      throw new MigrationRefused(`${one.name} has no timestamp`)
    if (sorted[place + 1]?.name === one.name)
      throw new MigrationRefused(`Two migrations are called ${one.name}`)
  }
  return sorted
}

/**
 * Brings a database up to date and says how many migrations were run. Refuses when one that was run has been
 * edited since, is gone, or when a new one sorts before one that was already run.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7305)')
    await client.query(ground)
    const { rows } = await client.query<{ name: string; hash: string }>(
      'select name, hash from platform.migration order by name',
    )
    const todo = whatToRun(inOrder(migrations), rows)
    for (const one of todo) await runOne(client, one)
    return todo.length
  } finally {
    await client.end()
  }
}

/** Pure: which are still to run, or why nothing may be run. */
export function whatToRun(
  migrations: readonly Migration[],
  applied: readonly { name: string; hash: string }[],
): readonly Migration[] {
  const known = new Map(migrations.map(one => [one.name, one]))
  for (const { name, hash } of applied) {
    const one = known.get(name)
    if (!one) throw new MigrationRefused(`${name} was run on this database and is missing from the program`)
    if (hashOf(one.sql) !== hash)
      throw new MigrationRefused(`${name} was edited after it was run: write a new migration`)
  }
  const last = applied.at(-1)?.name ?? ''
  const todo = migrations.filter(one => !applied.some(({ name }) => name === one.name))
  const late = todo.find(one => one.name < last)
  if (late) throw new MigrationRefused(`${late.name} comes before ${last}, which was already run`)
  return todo
}

async function runOne(client: pg.Client, one: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query('set local role openphb_owner')
    await client.query(`create schema if not exists "${one.module.replaceAll('-', '_')}"`)
    await client.query(one.sql)
    await client.query('insert into platform.migration (name, module, hash) values ($1, $2, $3)', [
      one.name,
      one.module,
      hashOf(one.sql),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationRefused(
      `${one.name} failed: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
