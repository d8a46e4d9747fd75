import { sql } from 'kysely'
import {
  type AccountId,
  accountOn,
  type HeldAccount,
  type HeldFacts,
  heldFactsOf,
  whyNotHeld,
} from '../../agreements/public.ts'
import { bankHolidays } from '../../clocks/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { leavesOn } from '../rules/dates.ts'
import {
  heldForSupplier,
  type SupplierAccount,
  supplierAccountOn,
  whyNotSupplier,
} from '../rules/supplier.ts'
import { type PayReason, whyNotPay } from '../rules/why-not-pay.ts'
import type { RunId, SupplierAccountId } from '../types.ts'
import type { Owed } from './owing.ts'
import { supplierAccountsOf } from './suppliers.ts'

/** Something owed, with the day on which it leaves, where it goes, and every reason why it may not. */
export type Due = Owed & {
  readonly leavesOn: PlainDate
  readonly paidTo: string
  /** The account it goes to; null where none counts or none may be seen. */
  readonly account: DueAccount | null
  readonly reasons: readonly PayReason[]
}

/** `since` is the day since which it counts; `another` where this budget had another account before it. */
export type DueAccount = {
  readonly id: AccountId | SupplierAccountId
  readonly ending: string
  readonly since: PlainDate
  readonly another: boolean
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
  const suppliers = await supplierAccountsOf(doing, owed)
  const left = await unpromised(doing, [...new Set(owed.map(({ reference }) => reference))], run ?? null)
  const found: Due[] = []
  for (let from = 0; from < dated.length; from += atOnce) {
    const some = dated.slice(from, from + atOnce)
    const facts = await factsByDay(doing, some)
    for (const one of some) {
      const held = facts.get(`${one.leavesOn} ${one.reference}`) ?? null
      const allocated = left.get(one.reference) ?? nothing
      const due = weigh(one, { held, allocated, payUntil, supplier: suppliers(one) })
      // What comes off a payment leaves what is set aside too: it goes back to the fund.
      const gone = one.amount + (one.takenOff?.amount ?? 0n)
      if (due.reasons.length === 0) left.set(one.reference, pence(allocated - gone))
      found.push(due)
    }
  }
  return found
}

// What is known of so many payments is held in memory at a time: enough that the queries are few.
const atOnce = 3000

type Against = {
  readonly held: HeldFacts | null
  readonly allocated: Pence
  readonly payUntil: PlainDate | null
  /** The accounts of its supplier, where it goes to one. */
  readonly supplier: readonly SupplierAccount[]
}

function weigh(one: Dated, against: Against): Due {
  const { held, allocated, payUntil } = against
  const { paidTo, account, why } = whereTo(one, against)
  const reasons = whyNotPay({
    held: held === null && one.agreement !== null ? ['no-agreement'] : why,
    leavesOn: one.leavesOn,
    payUntil,
    periodFrom: one.from,
    endsOn: held?.endsOn ?? one.endsOn,
    paidBefore: false,
    amount: one.amount,
    allocated: pence(allocated - (one.takenOff?.amount ?? 0n)),
  })
  return { ...one, paidTo, account, reasons }
}

type Where = {
  readonly paidTo: string
  readonly account: DueAccount | null
  readonly why: readonly PayReason[]
}

/** To whom and where it goes, and what stands against that. */
function whereTo(one: Dated, { held, supplier: known }: Against): Where {
  const { part, supplier, leavesOn: day } = one
  if (part === 'notional' || supplier !== null) {
    const found = supplierAccountOn(known, day)
    const lived = { diedOn: held?.diedOn ?? null, from: one.from }
    const why = held === null ? [] : heldForSupplier(whyNotHeld(held, day, 'third-party'), lived)
    return {
      paidTo: supplier?.name ?? '',
      account: found && supplierAccount(found, known),
      why: [...why, ...whyNotSupplier(found, day)],
    }
  }
  const account = held === null ? null : accountOn(held, day, part)
  return {
    paidTo: (part === 'third-party' ? held?.thirdPartyName : held?.holderName) ?? '',
    account: account && held && dueAccount(held, account),
    why: held === null ? [] : whyNotHeld(held, day, part),
  }
}

const supplierAccount = (found: SupplierAccount, known: readonly SupplierAccount[]): DueAccount => ({
  id: found.id,
  ending: found.ending,
  since: found.approvedOn ?? found.givenOn,
  another: known.some(({ givenOn }) => givenOn < found.givenOn),
})

const dueAccount = (held: HeldFacts, account: HeldAccount): DueAccount => ({
  id: account.id,
  ending: account.ending,
  since: account.approvedOn ?? account.givenOn,
  another: held.accounts.some(
    one => one.givenOn < account.givenOn && isThirdParty(one) === isThirdParty(account),
  ),
})
const isThirdParty = ({ whose }: HeldAccount): boolean => whose === 'third-party'

type Dated = Owed & { readonly leavesOn: PlainDate }

/** How each budget is held on the day on which its payment leaves. */
async function factsByDay(doing: Doing, owed: readonly Dated[]): Promise<ReadonlyMap<string, HeldFacts>> {
  const found = new Map<string, HeldFacts>()
  for (const [day, references] of referencesByDay(owed))
    for (const [reference, facts] of await heldFactsOf(doing, [...references], day))
      found.set(`${day} ${reference}`, facts)
  return found
}

function referencesByDay(owed: readonly Dated[]): ReadonlyMap<PlainDate, ReadonlySet<string>> {
  const days = new Map<PlainDate, Set<string>>()
  for (const { leavesOn: day, reference } of owed) {
    const known = days.get(day)
    if (known) known.add(reference)
    else days.set(day, new Set([reference]))
  }
  return days
}

/**
 * What is set aside for each budget, not kept back, and not promised to a payment of a run that has not left.
 */
async function unpromised(
  doing: Doing,
  references: readonly string[],
  except: RunId | null,
): Promise<Map<string, Pence>> {
  // Named one by one, so that the accounts are found by their names and no other is looked at.
  const accounts = references.map(reference => `${reference}:allocated`)
  const { rows } = await sql<{ reference: string; left: string }>`
    select w.reference, (coalesce(a.free, 0) - coalesce(p.amount, 0))::text as left
    from unnest(${[...references]}::text[], ${accounts}::text[]) as w (reference, account)
      left join (
        select name, kept_balance - held_back as free from ledger.account_shown
        where name = any (${accounts}::text[])) a on a.name = w.account
      left join (
        select i.reference, sum(i.amount + coalesce(t.amount, 0))::bigint as amount
        from payments.instruction i left join payments.deduction_taken t on t.instruction_id = i.id
        where i.stopped_because = '{}' and i.reference = any (${[...references]}::text[])
          and i.run_id is distinct from ${except}::uuid
          and not exists (select from payments.payment paid where paid.instruction_id = i.id)
        group by i.reference) p on p.reference = w.reference`.execute(doing.transaction)
  return new Map(rows.map(({ reference, left }) => [reference, pence(BigInt(left))]))
}
