import { sql } from 'kysely'
import type { AccountId } from '../../agreements/public.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { figuresOver, type OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type CheckName, checksOf, type Figures, type Found, figuresOf } from '../rules/checks.ts'
import { settingNames } from '../rules/settings.ts'
import type { Part, RunId, SupplierAccountId } from '../types.ts'
import type { Due } from './weighed.ts'

type Before = {
  readonly reference: string
  readonly part: Part
  readonly count: number
  readonly largest: Pence
  readonly accounts: readonly (AccountId | SupplierAccountId)[]
}

/** What left for each budget and stayed: how often, the largest sum and where to, of the last twelve. */
async function paidBefore(doing: Doing, references: readonly string[]): Promise<ReadonlyMap<string, Before>> {
  const { rows } = await sql<Before>`
    select h.reference, h.part, count(*)::int as count, max(h.amount) as largest,
      array_agg(distinct h.account_id) filter (where h.account_id is not null) as accounts
    from unnest(${[...references]}::text[]) as w (reference) cross join lateral (
      select i.reference, i.part, i.amount, coalesce(i.account_id, i.supplier_account_id) as account_id
        from payments.instruction i
      where i.reference = w.reference
        and exists (select from payments.payment p where p.instruction_id = i.id)
        and not exists (select from payments.returned r where r.instruction_id = i.id)
      order by i.period_from desc limit 12) h
    group by h.reference, h.part`.execute(doing.transaction)
  return new Map(rows.map(row => [`${row.reference} ${row.part}`, row]))
}

/** Every check that each of an organisation's payments meets, in the same order: in a few queries. */
export async function checksOfAll(
  doing: Doing,
  { organisation, dues }: { readonly organisation: OrganisationId; readonly dues: readonly Due[] },
): Promise<readonly (readonly Found[])[]> {
  const before = await paidBefore(doing, [...new Set(dues.map(({ reference }) => reference))])
  const set = await figuresOver(doing, organisation, settingNames)
  return dues.map(due => {
    const paid = before.get(`${due.reference} ${due.part}`)
    return checksOf({
      amount: due.amount,
      leavesOn: due.leavesOn,
      accountSince: due.account?.since ?? null,
      hadAnother: due.account?.another ?? false,
      paidThere: due.account !== null && (paid?.accounts ?? []).includes(due.account.id),
      before: paid?.count ?? 0,
      largest: paid?.largest ?? nothing,
      figures: figuresOf(set(due.leavesOn)),
    })
  })
}

/** What was found of a payment that leaves with a run, with the payment and who acknowledged it. */
export type RunCheck = {
  readonly id: string
  readonly instruction: string
  readonly reference: string
  readonly name: string
  readonly amount: Pence
  readonly what: CheckName
  readonly figures: Figures
  readonly by: string | null
  readonly because: string | null
}

// A run that was just written has no statistics yet: joined in one go, every payment might be read for every
// check. Here each check asks for its own payment and acknowledgement ("offset 0" keeps it so).
const notStopped = sql`payments.check_found c cross join lateral (select n.reference, n.amount
  from payments.instruction n where n.id = c.instruction_id and n.stopped_because = '{}' offset 0) i`
const acknowledged = sql`lateral (select k.check_id, k.who_name, k.because
  from payments.acknowledgement k where k.check_id = c.id offset 0) a`

/** The checks of a run's payments by grade, those that wait for somebody first. */
export async function checksOfRun(
  doing: Doing,
  run: RunId,
  { grade, most }: { readonly grade: 'information' | 'warning'; readonly most: number },
): Promise<readonly RunCheck[]> {
  const { rows } = await sql<RunCheck>`
    select c.id, c.instruction_id as instruction, i.reference, p.full_name as name, i.amount, c.what,
      c.figures, a.who_name as by, a.because
    from ${notStopped} join people.person_shown p on p.id = c.person_id left join ${acknowledged} on true
    where c.run_id = ${run} and c.grade = ${grade}
    order by a.check_id is not null, p.full_name, c.id limit ${most}`.execute(doing.transaction)
  return rows
}

/** What was found about the payments of a case that wait for signatures, for its holder. */
export async function checksWaiting(
  doing: Doing,
  reference: string,
): Promise<readonly (Pick<Found, 'what' | 'figures'> & { readonly instruction: string })[]> {
  const { rows } = await sql<Pick<Found, 'what' | 'figures'> & { instruction: string }>`
    select c.instruction_id as instruction, c.what, c.figures
    from payments.check_found c join payments.instruction_shown i on i.id = c.instruction_id
    where i.reference = ${reference} and i.released_on is null and i.stopped_on is null
    order by c.id`.execute(doing.transaction)
  return rows
}

export type CheckCounts = {
  readonly information: number
  readonly warnings: number
  readonly waiting: number
}

/** How many checks the payments of a run met, and how many warnings wait to be acknowledged. */
export async function countChecks(doing: Doing, run: RunId): Promise<CheckCounts> {
  const { rows } = await sql<CheckCounts>`
    select count(*) filter (where c.grade = 'information')::int as information,
      count(*) filter (where c.grade = 'warning')::int as warnings,
      count(*) filter (where c.grade = 'warning' and a.check_id is null)::int as waiting
    from ${notStopped} left join ${acknowledged} on true
    where c.run_id = ${run}`.execute(doing.transaction)
  return rows[0] ?? { information: 0, warnings: 0, waiting: 0 }
}
