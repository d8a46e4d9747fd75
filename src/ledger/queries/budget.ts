import type { Id } from '../../kernel/brand.ts'
import type { Reference } from '../../kernel/ids.ts'
import { organisationByCode } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { accountsOf, bankOf, kindOf } from '../accounts.ts'
import { here } from '../tables.ts'
import type { AccountName, Entry } from '../types.ts'
import { type Balances, balancesOf } from './balances.ts'
import { movementsOf } from './entries.ts'

export type BudgetMoney = {
  readonly reference: Reference
  readonly organisation: Id<'organisation'>
  readonly person: Id<'person'> | null
  readonly balances: Balances
  /** The newest entries, newest first; `more` when there are earlier ones. */
  readonly entries: readonly Entry[]
  readonly more: boolean
}

/** Who a budget's accounts belong to; null where it has none, or none that the actor may see. */
export async function ownerOf(
  doing: Doing,
  budget: Reference,
): Promise<Pick<BudgetMoney, 'organisation' | 'person'> | null> {
  const found = await here(doing)
    .db.selectFrom('ledger.account')
    .select(['organisation_id', 'person_id'])
    .where('name', '>=', accountsOf(budget) as AccountName)
    .where('name', '<', `${accountsOf(budget)}~` as AccountName)
    .orderBy('name')
    .limit(1)
    .executeTakeFirst()
  return found ? { organisation: found.organisation_id, person: found.person_id } : null
}

/** A budget's money: its balances and its newest entries; null where there is none that the actor may see. */
export async function budgetMoney(
  doing: Doing,
  budget: Reference,
  most: number,
): Promise<BudgetMoney | null> {
  const owner = await ownerOf(doing, budget)
  if (owner === null) return null
  const balances = await balancesOf(doing, accountsOf(budget), bankOf(budget))
  const entries = await movementsOf(doing, [...balances.keys()], most + 1)
  return {
    reference: budget,
    ...owner,
    balances,
    entries: entries.slice(0, most),
    more: entries.length > most,
  }
}

/** The names of the funders of these entries, by account: as the organisation is called, or else its code. */
export async function fundNames(
  doing: Doing,
  entries: readonly Entry[],
): Promise<ReadonlyMap<AccountName, string>> {
  const names = new Map<AccountName, string>()
  for (const { account } of entries.flatMap(({ postings }) => postings)) {
    if (kindOf(account) !== 'fund' || names.has(account)) continue
    const [, code = '', strand = ''] = /^fund:(.*?)(?:-(social-care|education))?$/.exec(account) ?? []
    const name = (await organisationByCode(doing, code))?.name ?? code
    names.set(account, strand === '' ? name : `${name}, ${strand.replace('-', ' ')}`)
  }
  return names
}
