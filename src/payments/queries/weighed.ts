import { sql } from 'kysely'
import {
  type AccountId,
  accountOn,
  type HeldFacts,
  heldFactsOf,
  whyNotHeld,
} from '../../agreements/public.ts'
import { bankHolidays } from '../../clocks/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { leavesOn } from '../rules/dates.ts'
import { type PayReason, whyNotPay } from '../rules/why-not-pay.ts'
import type { RunId } from '../types.ts'
import type { Owed } from './owed.ts'

/** Something owed, with the day on which it leaves, where it goes, and every reason why it may not. */
export type Due = Owed & {
  readonly leavesOn: PlainDate
  readonly paidTo: string
  /** The account it goes to; null where none counts or none may be seen. */
  readonly account: { readonly id: AccountId; readonly ending: string } | null
  readonly reasons: readonly PayReason[]
}

type Weighing = {
  /** The day up to which payments are made; null where that is not asked. */
  readonly payUntil: PlainDate | null
  /** The run whose own payments are weighed again: what they promise does not count against them. */
  readonly run?: RunId
}

/**
 * Asks of everything owed on which day it leaves and what stands against it, in a fixed number of queries.
 */
export async function weighed(
  doing: Doing,
  owed: readonly Owed[],
  { payUntil, run }: Weighing,
): Promise<readonly Due[]> {
  const { today } = doing
  const dated = owed.map(one => ({
    ...one,
    leavesOn: leavesOn(one.dueOn, { holidays: bankHolidays, today }),
  }))
  const facts = await factsByDay(doing, dated)
  const left = await unpromised(doing, [...new Set(owed.map(({ reference }) => reference))], run ?? null)
  return dated.map(one => {
    const held = facts.get(`${one.leavesOn} ${one.reference}`) ?? null
    const allocated = left.get(one.reference) ?? nothing
    const due = weigh(one, { held, allocated, payUntil })
    if (due.reasons.length === 0) left.set(one.reference, pence(allocated - one.amount))
    return due
  })
}

type Against = {
  readonly held: HeldFacts | null
  readonly allocated: Pence
  readonly payUntil: PlainDate | null
}

function weigh(one: Owed & { leavesOn: PlainDate }, { held, allocated, payUntil }: Against): Due {
  const account = held === null ? null : accountOn(held, one.leavesOn, one.part)
  const reasons = whyNotPay({
    held: held === null ? ['no-agreement'] : whyNotHeld(held, one.leavesOn, one.part),
    leavesOn: one.leavesOn,
    payUntil,
    periodFrom: one.from,
    endsOn: held?.endsOn ?? one.endsOn,
    paidBefore: false,
    amount: one.amount,
    allocated,
  })
  const paidTo = (one.part === 'third-party' ? held?.thirdPartyName : held?.holderName) ?? ''
  return { ...one, paidTo, account: account && { id: account.id, ending: account.ending }, reasons }
}

type Dated = Owed & { readonly leavesOn: PlainDate }

/** How each budget is held on the day on which its payment leaves. */
async function factsByDay(doing: Doing, owed: readonly Dated[]): Promise<ReadonlyMap<string, HeldFacts>> {
  const found = new Map<string, HeldFacts>()
  for (const day of new Set(owed.map(one => one.leavesOn))) {
    const references = new Set(owed.filter(one => one.leavesOn === day).map(({ reference }) => reference))
    for (const [reference, facts] of await heldFactsOf(doing, [...references], day))
      found.set(`${day} ${reference}`, facts)
  }
  return found
}

/**
 * What is set aside for each budget, not kept back, and not promised to a payment of a run that has not left.
 */
async function unpromised(
  doing: Doing,
  references: readonly string[],
  except: RunId | null,
): Promise<Map<string, Pence>> {
  const { rows } = await sql<{ reference: string; left: string }>`
    select w.reference, (coalesce(a.kept_balance - a.held_back, 0) - coalesce(p.amount, 0))::text as left
    from unnest(${[...references]}::text[]) as w (reference)
      left join ledger.account_shown a on a.name = w.reference || ':allocated'
      left join (
        select i.reference, sum(i.amount)::bigint as amount from payments.instruction i
        where i.stopped_because = '{}' and i.reference = any (${[...references]}::text[])
          and i.run_id is distinct from ${except}::uuid
          and not exists (select from payments.payment paid where paid.instruction_id = i.id)
        group by i.reference) p on p.reference = w.reference`.execute(doing.transaction)
  return new Map(rows.map(({ reference, left }) => [reference, pence(BigInt(left))]))
}
