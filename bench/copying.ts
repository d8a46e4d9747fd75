import type pg from 'pg'

/** A table whose rows belong to people, and how each of its columns is copied. */
type Column = {
  readonly name: string
  readonly type: string
  readonly counted: boolean
  readonly unique: boolean
  /** Numbered by the database itself, in the order of writing. */
  readonly identity: boolean
}
type OfPeople = { readonly table: string; readonly columns: readonly Column[] }

// Rows that are written by the rest (links of the record, files on the disk), or are nobody's record.
const leftOut = [
  'platform.file',
  'access.unsealed',
  'access.seal',
  'people.invitation',
  'requests.draft',
  'complaints.published',
]

const columnsOf = `
  select format('%I.%I', n.nspname, c.relname) as table, a.attname as name,
    format_type(a.atttypid, null) as type,
    a.attidentity <> '' as identity,
    coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval%', false) as counted,
    exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and i.indnkeyatts = 1
      and i.indkey[0] = a.attnum) as unique
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind = 'r' and (format('%I.%I', n.nspname, c.relname) in ('people.person', 'access.actor')
    or exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'person_id'))
  order by 1, a.attnum`

async function tablesOfPeople(client: pg.Client): Promise<readonly OfPeople[]> {
  const { rows } = await client.query<Column & { table: string }>(columnsOf)
  return [...Map.groupBy(rows, ({ table }) => table)]
    .filter(([table]) => !leftOut.includes(table))
    .map(([table, columns]) => ({ table, columns }))
}

const whose = (table: string): string => (table === 'people.person' ? 'id' : 'person_id')

/**
 * How one column of a copy is written: ids anew, references anew, whatever must be the only one anew. The
 * same row of the same copy has the same new id in every table, whoever points to it.
 */
function copied(table: string, { name, type, counted, unique }: Column): string {
  const column = `t."${name}"`
  if (counted) return `nextval('ledger.entry_number')`
  if (type === 'uuid')
    return `case when t."is ${name}" = 1 then md5(${column}::text || ':' || n)::uuid
      when t."is ${name}" = 2 and n / $2::int > 0 then md5(${column}::text || ':worker:' || n / $2::int)::uuid
      else ${column} end`
  // What an obligation is owed for is named by the id of its fact, with words after it for wages.
  if (name === 'source_id') return `md5(left(${column}, 36) || ':' || n)::uuid::text || substr(${column}, 37)`
  if (table === 'access.actor' && (name === 'user_id' || name === 'email')) return 'null'
  if (name === 'nhs_number') return 'null'
  if (table === 'people.person' && name === 'full_name') return `bench.name_of(${column}, n)`
  if (table === 'people.person' && name === 'preferred_name') return 'null'
  if (type !== 'text' && type !== 'jsonb') return column
  const anew = `bench.renamed(${column}::text, t.reference_here, r.anew)`
  const only = unique && name !== 'reference' && name !== 'end_to_end_id'
  const text = only ? `case when ${anew} = ${column}::text then ${anew} || ':' || n else ${anew} end` : anew
  return type === 'jsonb' ? `(${text})::jsonb` : text
}

const ground = `
  create schema if not exists bench;
  create table bench.person as select id from people.person;
  create unique index on bench.person (id);
  create table bench.worker as select distinct actor_id as id from access.role where role = 'case-worker';
  create table bench.renaming (old text, copy int, anew text, primary key (old, copy));
  create function bench.renamed(words text, old text, anew text) returns text language sql immutable as $$
    select case when anew is null then words
      else replace(replace(words, old, anew), replace(old, '-', ''), replace(anew, '-', '')) end $$;
  create function bench.name_of(name text, n int) returns text language sql immutable as $$
    select (array['Ada','Bryn','Cora','Dewi','Elin','Farid','Gil','Hana','Idris','Joss','Kofi','Lena','Mabel',
      'Nia','Omar','Petra','Quill','Rhys','Sana','Tomos','Una','Viktor','Wren','Yusuf','Zofia'])
        [1 + abs(hashtext(name || n)) % 25] || ' ' ||
      (array['Abara','Bowden','Carrow','Dunmore','Ellery','Fenn','Garsdale','Holt','Imber','Jago','Kerrow',
      'Larkin','Marwood','Nandra','Osei','Penrose','Quayle','Reeve','Sorrell','Tremain','Upton','Venn','Weld',
      'Yardley','Zielony'])[1 + abs(hashtext(n || name)) % 25] || '-' ||
      (array['Ash','Beck','Croft','Dale','Edge','Field','Gate','Hill','Ings','Keld','Lea','Moor'])
        [1 + abs(hashtext(name || ':' || n)) % 12] $$;`

/** Every id of a row that is copied; a case worker's is copied once for some copies together. */
async function noteIds(client: pg.Client, tables: readonly OfPeople[]): Promise<void> {
  const withId = tables.filter(({ columns }) =>
    columns.some(({ name, type }) => name === 'id' && type === 'uuid'),
  )
  const ids = withId.map(
    ({ table }) => `select id from ${table} where ${whose(table)} in (select id from bench.person)`,
  )
  await client.query(`create table bench.copied as 
    select id from (${ids.join(' union all ')}) ids group by id;
    create unique index on bench.copied (id); analyze bench.copied`)
}

/** The rows of a table, each with the reference it speaks of and which of its ids become new ones. */
function copyOf({ table, columns: all }: OfPeople): string {
  const columns = all.filter(({ identity }) => !identity)
  const order = all.filter(({ identity }) => identity).map(({ name }) => `, t."${name}"`)
  const flags = columns
    .filter(({ type }) => type === 'uuid')
    .map(
      ({ name }) => `case when t."${name}" in (select id from bench.worker) then 2
      when t."${name}" in (select id from bench.copied) then 1 else 0 end as "is ${name}"`,
    )
  const newest = `select h.* from bench.person p cross join lateral (
      select * from access.happening where person_id = p.id order by at desc limit $3::int) h`
  const theirs = `select * from ${table} where ${whose(table)} in (select id from bench.person)
    and $3::int > 0`
  return `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
    with rows as materialized (
      select t.*, substring(t::text from 'PHB-[0-9A-Z]{4}-[0-9A-Z]{3}') as reference_here,
        ${[...flags, '0 as none'].join(', ')}
      from (${table === 'access.happening' ? newest : theirs}) t
    )
    select ${columns.map(column => copied(table, column)).join(', ')}
    from rows t cross join generate_series(1, $1::int) as n (n)
      left join bench.renaming r on r.old = t.reference_here and r.copy = n
    where $2::int > 0 ${order.length > 0 ? `order by n${order.join('')}` : ''}`
}

export type Copying = {
  /** How often everybody who is there is copied. */
  readonly copies: number
  /** How many copies share their case workers, so that each has about seventy people. */
  readonly perWorker: number
  /** How many changes and looks of each person are copied, the newest. */
  readonly happenings: number
  readonly references: ReadonlyMap<string, readonly string[]>
}

/**
 * Copies everybody in a database with all that is known of them, in every table that has a person: other
 * ids, other references, other names, and case workers for them. As the superuser and with triggers off,
 * since what is copied was written by the rules once.
 */
export async function copyEverybody(client: pg.Client, asked: Copying): Promise<number> {
  const tables = await tablesOfPeople(client)
  await client.query(
    `begin; set local session_replication_role = replica; set local work_mem = '256MB'; ${ground}`,
  )
  await client.query(
    `insert into bench.renaming
      select old, n, anew from unnest($1::text[], $2::int[], $3::text[]) as r (old, n, anew)`,
    columnsFor(asked.references),
  )
  await client.query('analyze bench.renaming')
  await noteIds(client, tables)
  await copyWorkers(client, asked)
  let rows = 0
  for (const table of tables) {
    const made = await client.query(copyOf(table), [asked.copies, asked.perWorker, asked.happenings])
    rows += made.rowCount ?? 0
  }
  await settleRuns(client)
  await client.query(`insert into access.unsealed (happening_id)
    select h.id from access.happening h left join access.seal s on s.happening_id = h.id
    where s.happening_id is null on conflict do nothing`)
  await client.query('drop schema bench cascade; commit')
  return rows
}

const columnsFor = (references: ReadonlyMap<string, readonly string[]>): [string[], number[], string[]] => {
  const all = [...references].flatMap(([old, anew]) => anew.map((one, at) => ({ old, n: at + 1, anew: one })))
  return [all.map(({ old }) => old), all.map(({ n }) => n), all.map(({ anew }) => anew)]
}

/** Case workers for the copies, in the same organisations, from the same days. */
async function copyWorkers(client: pg.Client, { copies, perWorker }: Copying): Promise<void> {
  const groups = Math.floor(copies / perWorker)
  await client.query(
    `insert into access.actor (id, name)
      select md5(a.id::text || ':worker:' || n)::uuid, bench.name_of(a.name, n)
      from access.actor a join bench.worker w using (id) cross join generate_series(1, $1::int) as n (n)`,
    [groups],
  )
  await client.query(
    `insert into access.role (id, actor_id, role, organisation_id, from_on)
      select gen_random_uuid(), md5(r.actor_id::text || ':worker:' || n)::uuid, r.role, r.organisation_id,
        r.from_on
      from access.role r join bench.worker w on w.id = r.actor_id
        cross join generate_series(1, $1::int) as n (n)`,
    [groups],
  )
}

/** A run now pays the copies too: its signatures and its leaving are of what it pays. */
const settleRuns = (client: pg.Client) =>
  client.query(`
    create temp table run_now on commit drop as
      select run_id, count(*)::int as payments, sum(amount)::bigint as total
      from payments.instruction where stopped_because = '{}' group by run_id;
    update payments.release r set payments = n.payments, total = n.total
      from run_now n where n.run_id = r.run_id;
    update payments.leaving r set payments = n.payments, total = n.total
      from run_now n where n.run_id = r.run_id`)
