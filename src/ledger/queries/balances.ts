import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { AccountName } from '../types.ts'

/**
 * `asOf`: what counts up to that day, the day included. `knownOn`: only what had been recorded by the end
 * of that day.
 */
export type AsAt = { readonly asOf?: PlainDate | undefined; readonly knownOn?: PlainDate | undefined }

export type Balances = ReadonlyMap<AccountName, Pence>

/**
 * The balance of an account: everything posted, or as of a day and as known on a day. Nothing for an
 * account that is not opened yet or not the actor's to see. A fund keeps no balance: it is added up from
 * the postings the actor may see.
 */
export async function balanceOf(doing: Doing, account: AccountName, at: AsAt = {}): Promise<Pence> {
  return (await balances(doing, { names: [account] }, at)).get(account) ?? nothing
}

/**
 * The balances of all accounts whose names begin with one of these (`PHB-7K3M-9QT:`), by name, in the
 * names' order.
 */
export const balancesOf = (doing: Doing, ...prefixes: readonly string[]): Promise<Balances> =>
  balances(doing, { prefixes }, {})

/** The same, as of a day and as known on a day. */
export const balancesAt = (doing: Doing, prefixes: readonly string[], at: AsAt): Promise<Balances> =>
  balances(doing, { prefixes }, at)

// A range in place of `like`: under row-level security an index may serve a comparison, but not a pattern.
// No name holds the last character of ASCII, so every name that begins with the prefix sorts before it.
const from = (prefix: string): AccountName => prefix as AccountName
const until = (prefix: string): AccountName => `${prefix}~` as AccountName

type Which = { readonly names?: readonly AccountName[]; readonly prefixes?: readonly string[] }

async function balances(
  doing: Doing,
  { names = [], prefixes = [] }: Which,
  { asOf, knownOn }: AsAt,
): Promise<Balances> {
  const accounts = await here(doing)
    .db.selectFrom('ledger.account')
    .select(['id', 'name', 'kept_balance'])
    .where(eb => {
      const begins = prefixes.map(prefix =>
        eb.and([eb('name', '>=', from(prefix)), eb('name', '<', until(prefix))]),
      )
      const named: Expression<SqlBool>[] = names.length > 0 ? [eb('name', 'in', [...names])] : []
      return eb.or([...named, ...begins])
    })
    .orderBy('name')
    .execute()
  const dated = asOf !== undefined || knownOn !== undefined
  const toAdd = accounts.filter(({ kept_balance }) => dated || kept_balance === null).map(({ id }) => id)
  const added = toAdd.length === 0 ? new Map<string, Pence>() : await addedUp(doing, toAdd, { asOf, knownOn })
  return new Map(
    accounts.map(({ id, name, kept_balance }) => [
      name,
      (dated ? null : kept_balance) ?? added.get(id) ?? nothing,
    ]),
  )
}

type Snapshot = { readonly id: string; readonly as_of: PlainDate; readonly known_on: PlainDate }

/** The newest balances kept that a question may start from; null where it has to add up everything. */
async function snapshotFor(doing: Doing, { asOf, knownOn }: AsAt): Promise<Snapshot | null> {
  const found = await here(doing)
    .db.selectFrom('ledger.snapshot')
    .select(['id', 'as_of', 'known_on'])
    .$if(asOf !== undefined, query => query.where('as_of', '<=', asOf ?? doing.today))
    .$if(knownOn !== undefined, query => query.where('known_on', '<=', knownOn ?? doing.today))
    .orderBy('as_of', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** More accounts than this are not named: adding up all that may be seen is faster than a list so long. */
const manyAccounts = 1_000

/**
 * What the postings of these accounts add up to. Where balances of an old period are kept, only what counts
 * from later on or was recorded later is added to them.
 */
async function addedUp(doing: Doing, ids: readonly string[], at: AsAt): Promise<Map<string, Pence>> {
  const from = await snapshotFor(doing, at)
  const ours = ids.length > manyAccounts ? sql`true` : sql`account_id = any (${[...ids]}::uuid[])`
  const within = sql`${ours} and effective_on <= ${at.asOf ?? 'infinity'}::date
    and recorded_on <= ${at.knownOn ?? 'infinity'}::date`
  const postings = (more: RawBuilder<unknown>) =>
    sql`select account_id, pence from ledger.posting where ${within} and ${more}`
  const parts =
    from === null
      ? postings(sql`true`)
      : sql`select account_id, pence from ledger.snapshot_balance
            where snapshot_id = ${from.id} and ${ours}
          union all ${postings(sql`effective_on > ${from.as_of}::date`)}
          union all ${postings(
            sql`effective_on <= ${from.as_of}::date and recorded_on > ${from.known_on}::date`,
          )}`
  const { rows } = await sql<{ account_id: string; pence: Pence }>`
    select account_id, sum(pence)::bigint as pence from (${parts}) parts group by account_id`.execute(
    doing.transaction,
  )
  return new Map(rows.map(({ account_id, pence }) => [account_id, pence]))
}
