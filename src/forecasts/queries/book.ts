import { sql } from 'kysely'
import type { Moment, PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import type { BookMonth } from '../rules/book.ts'

type Asked = {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly bodies: readonly string[]
}
export type Book = { readonly months: readonly BookMonth[]; readonly workedAt: Moment }

/**
 * The book as it was worked out ahead today; null unless there is one of each of these bodies.
 */
export async function bookKept(doing: Doing, { from, until, bodies }: Asked): Promise<Book | null> {
  const { rows } = await sql<BookMonth & { workedAt: Moment; bodies: number }>`
    select first, last, sum(agreed_out)::bigint as "agreedOut", sum(notional)::bigint as notional,
      sum(committed)::bigint as committed, sum(paid)::bigint as paid, sum(spent)::bigint as spent,
      sum(shown_agreed)::bigint as "shownAgreed", sum(shown_spent)::bigint as "shownSpent",
      min(worked_at) as "workedAt", count(*)::int as bodies
    from forecasts.book_month
    where organisation_id = any (${[...bodies]}::uuid[]) and worked_on = ${doing.today}::date
      and first between ${from}::date and ${until}::date
    group by first, last order by first`.execute(doing.transaction)
  const workedAt = rows.map(row => row.workedAt).sort()[0]
  const whole = rows.every(row => row.bodies === new Set(bodies).size)
  const months = rows.map(({ workedAt: _, bodies: __, ...month }) => month)
  return workedAt !== undefined && whole ? { months, workedAt } : null
}

/**
 * All budgets of these bodies, as far as the actor sees them, month by month, in one statement: what is
 * agreed, paid,
 * spent and committed, and how much of it statements speak for. An agreement counts while it is in force and
 * signed by both sides, each budget's month rounded to the penny.
 */
export async function bookByMonth(
  doing: Doing,
  { from, until, bodies }: Asked,
): Promise<readonly BookMonth[]> {
  const { rows } = await sql<BookMonth>`
    with months as materialized (
      select m::date as first, (m + interval '1 month' - interval '1 day')::date as last
      from generate_series(${from}::date::timestamp, ${until}::date::timestamp, interval '1 month') m),
    held as materialized (
      select reference, from_on, coalesce(least(ends_on, replaced_after), 'infinity') as until_on,
        weekly_direct + weekly_third_party as out, weekly_notional as notional
      from agreements.agreement_shown
      where organisation_id = any (${[...bodies]}::uuid[]) and from_on <= ${until}
        and signed_by_person_on is not null and signed_by_body_on is not null),
    agreed as materialized (
      select m.first, m.last, h.reference,
        round(h.out * (least(m.last, h.until_on) - greatest(m.first, h.from_on) + 1) / 7.0)::bigint as out,
        round(h.notional * (least(m.last, h.until_on) - greatest(m.first, h.from_on) + 1) / 7.0)::bigint
          as notional,
        round((h.out + h.notional) * greatest(0, least(m.last, h.until_on)
          - greatest(m.first, h.from_on, ${doing.today}::date + 1) + 1) / 7.0)::bigint as committed
      from months m join held h on h.from_on <= m.last and h.until_on >= m.first),
    budgets as (
      select first, last, reference, sum(out) as out, sum(notional) as notional, sum(committed) as committed
      from agreed group by first, last, reference),
    paid as (
      select date_trunc('month', leaves_on)::date as first, sum(amount) as paid
      from payments.instruction_shown
      where organisation_id = any (${[...bodies]}::uuid[]) and leaves_on >= ${from} and part <> 'notional'
        and released_on is not null and returned_on is null group by 1),
    spent as materialized (
      select date_trunc('month', p.effective_on)::date as first, split_part(a.name, ':', 1) as reference,
        sum(p.pence) as spent
      from ledger.account_shown a join ledger.posting_shown p on p.account_id = a.id
      where a.organisation_id = any (${[...bodies]}::uuid[]) and a.kind in ('spent', 'outside-plan')
        and p.effective_on >= ${from} group by 1, 2),
    shown as materialized (
      select reference, min(from_on) as from_on, max(until_on) as until_on from bank.statement_shown
      where organisation_id = any (${[...bodies]}::uuid[]) group by reference),
    spent_all as (select first, sum(spent) as spent from spent group by first)
    select m.first, m.last,
      coalesce(sum(b.out), 0)::bigint as "agreedOut", coalesce(sum(b.notional), 0)::bigint as notional,
      coalesce(sum(b.committed), 0)::bigint as committed,
      coalesce(min(paid.paid), 0)::bigint as paid, coalesce(min(spent_all.spent), 0)::bigint as spent,
      coalesce(sum(b.out) filter (where s.reference is not null), 0)::bigint as "shownAgreed",
      coalesce(sum(o.spent) filter (where s.reference is not null), 0)::bigint as "shownSpent"
    from months m
      left join budgets b on b.first = m.first
      left join shown s on s.reference = b.reference and s.from_on <= m.first and s.until_on >= m.last
        and b.out > 0
      left join spent o on o.first = m.first and o.reference = b.reference
      left join paid on paid.first = m.first
      left join spent_all on spent_all.first = m.first
    group by m.first, m.last order by m.first`.execute(doing.transaction)
  return rows
}
