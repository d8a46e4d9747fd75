import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Advance, netOne } from '../rules/netting.ts'
import type { Part, ProposalId } from '../types.ts'
import type { Owed } from './owing.ts'
import { ofCase, type Which } from './which.ts'

export type AdvanceShown = Advance & {
  readonly proposal: ProposalId
  readonly reference: string
  readonly part: Part
  readonly because: string
  /** The day on which it left; null while it has not left, or came back and was not paid again. */
  readonly paidOn: PlainDate | null
}

/** The emergency advances of some cases, the oldest first, and what of each was taken off payments so far. */
export async function advancesOf(doing: Doing, which: Which): Promise<readonly AdvanceShown[]> {
  const { rows } = await sql<AdvanceShown>`
    select o.id, p.id as proposal, o.reference, o.part, o.because, o.amount, p.parts, p.floor,
      greatest(p.from_on, o.due_on + 1) as "from",
      coalesce(n.taken, 0)::bigint as taken, coalesce(n.times, 0)::int as times, out.leaves_on as "paidOn"
    from payments.obligation o
      join payments.proposal p on o.source = 'proposal' and o.source_id = p.id::text
      left join payments.obligation_ended e on e.obligation_id = o.id
      left join lateral (
        select sum(n.amount) as taken, count(*) as times from payments.netted n
          join payments.instruction i on i.id = n.instruction_id
        where n.obligation_id = o.id and i.stopped_because = '{}') n on true
      left join lateral (
        select paid.leaves_on from payments.instruction i
          join payments.payment paid on paid.instruction_id = i.id
        where i.obligation_id = o.id
          and not exists (select from payments.returned r where r.instruction_id = i.id)
        order by paid.leaves_on desc limit 1) out on true
    where o.kind = 'emergency' and e.obligation_id is null and ${ofCase(which, 'o')}
    order by o.decided_on, o.id`.execute(doing.transaction)
  return rows
}

/**
 * Regular payments in the order in which they are due, each less its part of the advances of the same case
 * and part that have left us. What came back is taken off nothing until it was paid again.
 */
export async function lessAdvances(
  doing: Doing,
  which: Which,
  regular: readonly Owed[],
): Promise<readonly Owed[]> {
  if (regular.length === 0) return regular
  const all = (await advancesOf(doing, which)).filter(({ paidOn }) => paidOn !== null)
  if (all.length === 0) return regular
  const open = new Map(all.map(one => [one.id, one]))
  return regular.toSorted(inOrder).map(one => {
    const own = [...open.values()].filter(
      ({ reference, part }) => reference === one.reference && part === one.part,
    )
    if (own.length === 0) return one
    const { amount, taken } = netOne(one, own)
    for (const { obligation, amount: sum } of taken) {
      const before = open.get(obligation)
      if (before)
        open.set(obligation, {
          ...before,
          taken: (before.taken + sum) as typeof sum,
          times: before.times + 1,
        })
    }
    return { ...one, amount, netted: taken }
  })
}

const inOrder = (a: Owed, b: Owed): number => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)
