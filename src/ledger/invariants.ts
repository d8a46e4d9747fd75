import { sql } from 'kysely'
import type { Doing } from '../platform/doing.ts'

/** Something that must be so of every ledger. `breaches` finds what is not so, each as a short text. */
export type Invariant = {
  readonly says: string
  /** A query of one column, `about`: what breaks the invariant, in a fixed order. */
  readonly query: string
}

const pounds = (pence: string): string => `to_char((${pence})::numeric / 100, 'FM999999999999990.00')`

/** What must be so of the postings and their entries, whatever was posted. */
const ofEntries: readonly Invariant[] = [
  {
    says: 'Every entry has two or more postings, which add up to nought',
    query: `select 'entry ' || e.key || ' has ' || count(p.entry_id) || ' postings that leave '
        || ${pounds('coalesce(sum(p.pence), 0)')} as about
      from ledger.entry e left join ledger.posting p on p.entry_id = e.id
      group by e.id having count(p.entry_id) < 2 or sum(p.pence) <> 0 order by e.key`,
  },
  {
    says: 'Every posting is of an entry and on an account',
    query: `select 'posting ' || p.place || ' of entry ' || p.entry_id as about from ledger.posting p
      where not exists (select from ledger.entry e where e.id = p.entry_id)
         or not exists (select from ledger.account a where a.id = p.account_id) order by 1`,
  },
  {
    says: 'Every posting has the days and the owner of its entry',
    query: `select 'posting ' || p.place || ' of entry ' || e.key as about
      from ledger.posting p join ledger.entry e on e.id = p.entry_id
      where (p.effective_on, p.recorded_on, p.organisation_id, p.person_id)
        is distinct from (e.effective_on, e.recorded_on, e.organisation_id, e.person_id) order by 1`,
  },
  {
    says: 'Every reversal is the mirror of what it reverses, account by account',
    query: `select 'entry ' || e.key || ' leaves ' || ${pounds('sum(p.pence)')} || ' on an account' as about
      from ledger.entry e join ledger.posting p on p.entry_id in (e.id, e.reverses)
      where e.reverses is not null group by e.id, p.account_id having sum(p.pence) <> 0 order by e.key`,
  },
]

/** What must be so of the accounts and what they keep. */
const ofAccounts: readonly Invariant[] = [
  {
    says: 'Every balance that is kept is what its postings add up to',
    query: `select a.name || ' keeps ' || ${pounds('a.kept_balance')} || ' and its postings add up to '
        || ${pounds('coalesce(p.sum, 0)')} as about
      from ledger.account a
      left join (select account_id, sum(pence) as sum from ledger.posting group by account_id) p
        on p.account_id = a.id
      where a.kept_balance is not null and a.kept_balance <> coalesce(p.sum, 0) order by a.name`,
  },
  {
    says: 'No account is below its floor, and none has been given another floor',
    query: `select a.name || ' is at ' || ${pounds('a.kept_balance')} as about from ledger.account a
      where a.floor is distinct from ledger.floor_of(a.kind) or a.kept_balance < a.floor order by 1`,
  },
  {
    // But for a fund whose own body let another's entries in.
    says: 'Every account has the owner of its postings',
    query: `select distinct a.name as about
      from ledger.posting p join ledger.account a on a.id = p.account_id
      where (p.organisation_id <> a.organisation_id and not (a.kind = 'fund' and exists (
          select from ledger.let_in i where i.account_id = a.id
            and i.to_organisation_id = p.organisation_id and i.from_on <= p.effective_on)))
         or (a.kind <> 'fund' and p.person_id is distinct from a.person_id) order by 1`,
  },
]

/** What must be so of what is kept beside the postings. */
const ofWhatIsKept: readonly Invariant[] = [
  {
    says: 'Every balance of an old period is what the postings of its days add up to',
    query: `select a.name || ' at the end of ' || to_char(d.as_of, 'YYYY-MM-DD') || ' is out by '
        || ${pounds('d.sum')} as about
      from (
        select as_of, account_id, organisation_id, person_id, sum(pence) as sum
        from (
          select s.as_of, b.account_id, b.organisation_id, b.person_id, b.pence
          from ledger.snapshot s join ledger.snapshot_balance b on b.snapshot_id = s.id
          union all
          select s.as_of, p.account_id, p.organisation_id, p.person_id, -p.pence
          from ledger.snapshot s
            join ledger.posting p on p.effective_on <= s.as_of and p.recorded_on <= s.known_on
        ) compared
        group by 1, 2, 3, 4 having sum(pence) <> 0
      ) d left join ledger.account a on a.id = d.account_id order by 1`,
  },
]

export const invariants: readonly Invariant[] = [...ofEntries, ...ofAccounts, ...ofWhatIsKept]

/** What breaks an invariant: how many things do, and the first five of them. */
export async function breachesOf(
  doing: Doing,
  { query }: Invariant,
): Promise<{ count: number; first: readonly string[] }> {
  const { rows } = await sql<{ about: string; count: bigint }>`
    select about, count(*) over () as count from (${sql.raw(query)}) broken limit 5`.execute(
    doing.transaction,
  )
  return { count: Number(rows[0]?.count ?? 0n), first: rows.map(({ about }) => about) }
}
