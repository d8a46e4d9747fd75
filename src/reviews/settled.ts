import { agreementOn } from '../agreements/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import { nothing } from '../kernel/money.ts'
import {
  accountsOf,
  allocatedTo,
  balancesOf,
  contingencyOf,
  heldBy,
  toRecoverFrom,
} from '../ledger/public.ts'
import { type OrganisationId, settingOn } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { advanceIn, advanceToCarry, isOpen, recoveriesOf, standingOf } from '../recoveries/public.ts'
import {
  type InTheWay,
  type ItemStanding,
  itemsStanding,
  keepUntil,
  type Liability,
  type Money,
  type SettleFact,
  standsInTheWay,
  usualYearsKept,
} from './rules/settling.ts'
import { here } from './tables.ts'

/** A fact of the list with who noted it and when. */
export type Noted = SettleFact & {
  readonly byName: string
  readonly byRole: string
  readonly on: PlainDate
  readonly file: Id<'file'> | null
  readonly id: string
}

export type Settled = {
  readonly endsOn: PlainDate
  readonly items: readonly ItemStanding[]
  readonly facts: readonly Noted[]
  readonly inTheWay: readonly InTheWay[]
  readonly money: Money
  readonly keepAtLeast: PlainDate
}

/** Every fact that was noted for the end of a case, the oldest first. */
export async function settleFactsOf(doing: Doing, reference: string): Promise<readonly Noted[]> {
  const rows = await here(doing)
    .db.selectFrom('reviews.settling')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('noted_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    item: row.item,
    what: row.what,
    who: row.who,
    by: row.by_day,
    owed: row.owed,
    words: row.words,
    keepUntil: row.keep_until,
    byName: row.noted_by_name,
    byRole: row.noted_by_role,
    on: row.noted_on,
    file: row.file_id,
  }))
}

async function openQuestions(doing: Doing, reference: string): Promise<number> {
  const row = await here(doing)
    .db.selectFrom('bank.question_shown')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('reference', '=', reference)
    .where('answered_on', 'is', null)
    .executeTakeFirst()
  return Number(row?.count ?? 0n)
}

async function moneyOf(doing: Doing, reference: Reference, endsOn: PlainDate): Promise<Money> {
  const balances = await balancesOf(doing, accountsOf(reference))
  const recoveries = await recoveriesOf(doing, reference)
  const held = balances.get(heldBy(reference)) ?? nothing
  const advance = await advanceToCarry(doing, reference)
  return {
    endsOn,
    held,
    advance: advanceIn({ advance, held, endsOn, today: doing.today }),
    allocated: ((balances.get(allocatedTo(reference)) ?? nothing) +
      (balances.get(contingencyOf(reference)) ?? nothing)) as Money['held'],
    toRecover: balances.get(toRecoverFrom(reference)) ?? nothing,
    openRecoveries: recoveries.filter(one => isOpen(standingOf(one, doing.today))).length,
    openQuestions: await openQuestions(doing, reference),
  }
}

async function yearsKept(doing: Doing, organisation: OrganisationId): Promise<number> {
  const of = { organisation, name: 'records-kept-years', day: doing.today }
  const set = await settingOn(doing, of)
  return set !== null && /^[1-9]\d?$/.test(set) ? Number(set) : usualYearsKept
}

/**
 * How the end of a case stands: each item, the money, and all that is still in the way. Null while no end is
 * set. `liabilities` is what neighbours know to be owed: nothing of it is forgotten on the list.
 */
export async function settledOf(
  doing: Doing,
  of: { readonly reference: Reference; readonly organisation: OrganisationId },
  liabilities: readonly Liability[] = [],
): Promise<Settled | null> {
  const agreement = await agreementOn(doing, of.reference, doing.today)
  if (!agreement?.ends_on) return null
  const facts = await settleFactsOf(doing, of.reference)
  const { employs, ends_on: endsOn } = agreement
  const items = itemsStanding({ facts, liabilities, employs, today: doing.today })
  const money = await moneyOf(doing, of.reference, endsOn)
  return {
    endsOn,
    items,
    facts,
    money,
    inTheWay: standsInTheWay(items, money, doing.today),
    keepAtLeast: keepUntil(endsOn, await yearsKept(doing, of.organisation)),
  }
}
