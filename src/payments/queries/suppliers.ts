import { sql } from 'kysely'
import { may } from '../../access/public.ts'
import type { AccountDetails } from '../../agreements/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { open } from '../../platform/secrets.ts'
import type { ForLine } from '../rules/entries.ts'
import type { SupplierAccount } from '../rules/supplier.ts'
import { here } from '../tables.ts'
import type { ObligationId, SupplierAccountId } from '../types.ts'
import type { Owed } from './owing.ts'

const placeOf = (organisation: string, key: string): string => `${organisation} ${key}`

/** How far the accounts of the suppliers of what is owed are, by `organisation key`: one query, or none. */
async function accountsFor(doing: Doing, owed: readonly Owed[]) {
  const found = new Map<string, SupplierAccount[]>()
  const wanted = owed.filter(({ supplier }) => supplier !== null)
  if (wanted.length === 0) return found
  const organisations = [...new Set(wanted.map(({ organisation }) => organisation))]
  const keys = [...new Set(wanted.flatMap(({ supplier }) => supplier?.key ?? []))]
  const { rows } = await sql<SupplierAccount & { organisation: string; key: string }>`
    select id, organisation_id as organisation, supplier_key as key, ending, given_on as "givenOn",
      approved_on as "approvedOn", closed_on as "closedOn"
    from payments.supplier_accounts(${organisations}::uuid[], ${keys}::text[])`.execute(doing.transaction)
  for (const row of rows) {
    const place = placeOf(row.organisation, row.key)
    found.set(place, [...(found.get(place) ?? []), row])
  }
  return found
}

/** The accounts of each supplier that is owed something. */
export async function supplierAccountsOf(doing: Doing, owed: readonly Owed[]) {
  const found = await accountsFor(doing, owed)
  return ({ organisation, supplier }: Owed): readonly SupplierAccount[] =>
    supplier === null ? [] : (found.get(placeOf(organisation, supplier.key)) ?? [])
}

/** What each payment to a supplier is for by line of the plan, by obligation. */
export async function linesOfObligations(
  doing: Doing,
  ids: readonly (ObligationId | null)[],
): Promise<(id: ObligationId | null) => readonly ForLine[]> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  const rows =
    wanted.length === 0
      ? []
      : await here(doing)
          .db.selectFrom('payments.obligation_line')
          .select(['obligation_id', 'line_key', 'amount'])
          .where('obligation_id', 'in', wanted)
          .orderBy('line_key')
          .execute()
  return id => rows.filter(row => row.obligation_id === id)
}

/** Every account that was given for suppliers of an organisation, the newest first; never the numbers. */
export async function supplierAccounts(doing: Doing, organisation: OrganisationId) {
  return await here(doing)
    .db.selectFrom('payments.supplier_account as a')
    .leftJoin('payments.supplier_decision as d', join =>
      join.onRef('d.account_id', '=', 'a.id').on('d.decided', 'in', ['approved', 'refused']),
    )
    .leftJoin('payments.supplier_decision as c', join =>
      join.onRef('c.account_id', '=', 'a.id').on('c.decided', '=', 'closed'),
    )
    .select(['a.id', 'a.supplier', 'a.supplier_key', 'a.name_on_account', 'a.ending', 'a.checked'])
    .select(['a.given_by', 'a.given_by_name', 'a.given_on', 'a.organisation_id'])
    .select(['d.decided', 'd.because', 'd.decided_by_name', 'd.decided_on', 'c.decided_on as closed_on'])
    .where('a.organisation_id', '=', organisation)
    .orderBy('a.given_on', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
}
export type SupplierAccountShown = Awaited<ReturnType<typeof supplierAccounts>>[number]

/** Their numbers, for a payment file and for whoever checks them; empty for everybody else. */
export async function openSuppliers(
  doing: Doing,
  ids: readonly SupplierAccountId[],
): Promise<ReadonlyMap<SupplierAccountId, AccountDetails>> {
  const allowed = doing.actor.id === null || may(doing, 'payments.release')
  if (!allowed || ids.length === 0) return new Map()
  const rows = await here(doing)
    .db.selectFrom('payments.supplier_account')
    .select(['id', 'details'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, details }) => [id, numbersIn(details)]))
}

export const numbersIn = (details: Uint8Array): AccountDetails =>
  JSON.parse(open('supplier account', details).toString('utf8')) as AccountDetails
