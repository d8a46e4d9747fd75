import { sql } from 'kysely'
import type { Reference } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Strand } from '../../needs/public.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Fact, Plan, PlanId, StrandTotal } from '../types.ts'

/** Plans with the names of whose they are, as this actor may see them; the facts are read beside them. */
const plans = (doing: Doing) =>
  here(doing)
    .db.selectFrom('ehc.plan as e')
    .innerJoin('people.person_shown as p', 'p.id', 'e.person_id')
    .select([
      'e.id',
      'e.reference',
      'e.organisation_id',
      'e.health_id',
      'e.person_id',
      'e.received_on',
      'e.asked_by_name',
      'p.full_name',
      'p.born_on',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof plans>['execute']>>[number]
export type NamedPlan = Plan & { readonly name: string }

async function factsOf(doing: Doing, ids: readonly PlanId[]): Promise<Map<PlanId, readonly Fact[]>> {
  const rows = await here(doing)
    .db.selectFrom('ehc.fact')
    .selectAll()
    .where('plan_id', '=', sql<PlanId>`any (${[...ids]})`)
    .orderBy('number')
    .execute()
  const found = new Map<PlanId, Fact[]>()
  for (const row of rows)
    found.set(row.plan_id, [
      ...(found.get(row.plan_id) ?? []),
      {
        number: row.number,
        what: row.what,
        on: row.on_day,
        until: row.until_day,
        choice: row.choice,
        who: row.who,
        words: row.words,
        about: row.about,
        accepted: row.accepted,
        byName: row.noted_by_name,
      },
    ])
  return found
}

async function whole(doing: Doing, rows: readonly Row[]): Promise<readonly NamedPlan[]> {
  const facts = await factsOf(
    doing,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({
    id: row.id,
    reference: row.reference,
    council: row.organisation_id,
    health: row.health_id,
    person: row.person_id,
    born: row.born_on,
    receivedOn: row.received_on,
    askedByName: row.asked_by_name,
    name: row.full_name,
    facts: facts.get(row.id) ?? [],
  }))
}

/** The EHC plan of a reference; null where there is none that this actor may see. */
export async function planOf(doing: Doing, reference: Reference): Promise<NamedPlan | null> {
  const row = await plans(doing).where('e.reference', '=', reference).executeTakeFirst()
  return row === undefined ? null : ((await whole(doing, [row]))[0] ?? null)
}

/** Every EHC plan that this actor may see, the oldest request first; of one person only where asked. */
export async function plansSeen(doing: Doing, person: PersonId | null = null): Promise<readonly NamedPlan[]> {
  const all = plans(doing).orderBy('e.received_on').orderBy('e.reference')
  const rows = await (person === null ? all : all.where('e.person_id', '=', person)).execute()
  return whole(doing, rows)
}

/**
 * The address that leads to somebody's EHC plan: the plan itself, or the list where several councils have
 * one. Null where there is none that this actor may see.
 */
export async function wayToPlan(doing: Doing, person: PersonId): Promise<string | null> {
  const rows = await plans(doing).where('e.person_id', '=', person).limit(2).execute()
  const [first] = rows
  if (first === undefined) return null
  return rows.length > 1 ? '/ehc' : `/ehc/${first.reference}`
}

/** Which of these children have continuing care: no more than that is told. */
export async function withContinuingCare(
  doing: Doing,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const { rows } = await sql<{ person_id: PersonId }>`
    select person_id from ehc.with_continuing_care(${[...people]}::uuid[])`.execute(doing.transaction)
  return new Set(rows.map(({ person_id }) => person_id))
}

/** How much each strand of section J is in all, also of strands whose lines this actor does not see. */
export async function strandTotals(doing: Doing, plan: PlanId): Promise<readonly StrandTotal[]> {
  const { rows } = await sql<{ strand: Strand; lines: number; sum: string; apart: string }>`
    select strand, lines, in_budget::text as sum, not_separable::text as apart
    from ehc.strands_of(${plan})
    order by array_position(array['health', 'social-care', 'education'], strand)`.execute(doing.transaction)
  return rows.map(({ strand, lines, sum, apart }) => ({
    strand,
    lines,
    inBudget: BigInt(sum) as Pence,
    notSeparable: BigInt(apart) as Pence,
  }))
}

/** The lines agreed as direct payments, of every strand: what the one joint budget is made of. */
export async function agreedLines(doing: Doing, plan: PlanId) {
  const { rows } = await sql<{ strand: Strand; says: string; yearly: string }>`
    select strand, says, yearly::text as yearly from ehc.agreed_lines(${plan}) order by number`.execute(
    doing.transaction,
  )
  return rows.map(row => ({ ...row, yearly: BigInt(row.yearly) as Pence }))
}
