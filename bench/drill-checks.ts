// What must be so after any number of kills, asked of the database in plain SQL that shares nothing with
// the code that pays.
import { type RawBuilder, sql } from 'kysely'
import { sealAll } from '../src/access/actions/seal.ts'
import { verifyChain } from '../src/access/queries/chain.ts'
import { checkLedger } from '../src/ledger/check.ts'
import type { Database } from '../src/platform/database.ts'
import { asService } from '../src/platform/transaction.ts'

export type DrillCheck = { readonly says: string; readonly wrong: number }

const queries: readonly (readonly [string, RawBuilder<{ wrong: number }>])[] = [
  [
    'nobody was paid twice: no day of a budget lies in two payments',
    sql`select count(*)::int as wrong from (
      select i.reference, day from payments.payment p join payments.instruction i on i.id = p.instruction_id,
        generate_series(i.period_from, i.period_until, interval '1 day') as day
      group by i.reference, i.part, day having count(*) > 1) as twice`,
  ],
  [
    'nobody was left out: each period due is paid, in a run, or stopped in the last run with a reason',
    sql`with last_run as (select id, until_on from payments.run order by number desc limit 1)
      select count(*)::int as wrong from payments.schedule s cross join last_run n
        cross join lateral generate_series(s.from_on, n.until_on, interval '7 days') as due
      where not exists (select from payments.instruction i
        where i.schedule_id = s.id and i.period_from = due::date
          and (i.stopped_because = '{}' or (i.run_id = n.id and cardinality(i.stopped_because) > 0)))`,
  ],
  [
    'each run that left holds just what two different people signed',
    sql`select count(*)::int as wrong from payments.leaving l
      where (select count(distinct who) from payments.release r
          where r.run_id = l.run_id and r.payments = l.payments and r.total = l.total) < 2
        or (select (count(*), coalesce(sum(amount), 0)) from payments.payment p where p.run_id = l.run_id)
          is distinct from (l.payments::bigint, l.total::numeric)`,
  ],
  [
    'each payment has one entry in the ledger, of its sum, and each such entry its payment',
    sql`select count(*)::int as wrong from payments.payment p full join ledger.entry e
        on e.key = 'payment:' || p.instruction_id
      where (p.instruction_id is not null or e.key like 'payment:%') and (p.instruction_id is null
        or e.id is null
        or (select sum(pence) from ledger.posting g where g.entry_id = e.id and g.pence > 0) <> p.amount)`,
  ],
  [
    'each payment stands once in the record, and no other does',
    sql`select count(*)::int as wrong from (select instruction_id::text as id from payments.payment) p
      full join (select subject_id::text as id, count(*) as times from access.happening
        where what = 'payment-made' group by 1) h on h.id = p.id
      where p.id is null or h.id is null or h.times <> 1`,
  ],
  [
    'each holder was told once of each payment',
    sql`select count(*)::int as wrong from payments.payment p
      where 1 <> (select count(*) from notices.notice n
          where n.subject_id = p.instruction_id and n.kind = 'remittance')
        or not exists (select from payments.remittance t where t.instruction_id = p.instruction_id)`,
  ],
]

/** Asks everything; `wrong` is the number of cases in which it is not so. */
export async function drillChecks(database: Database): Promise<readonly DrillCheck[]> {
  const found: DrillCheck[] = []
  await asService(database, async doing => {
    for (const [says, query] of queries) {
      const { rows } = await query.execute(doing.transaction)
      found.push({ says, wrong: rows[0]?.wrong ?? -1 })
    }
    const { findings } = await checkLedger(doing)
    found.push({
      says: `ledger check: ${findings.length} invariants hold`,
      wrong: findings.reduce((sum, { broken }) => sum + broken, 0),
    })
  })
  await sealAll(database)
  const { links, broken } = await verifyChain(database, null)
  found.push({ says: `audit verify: the record holds, ${links} links`, wrong: broken === null ? 0 : 1 })
  return found
}
