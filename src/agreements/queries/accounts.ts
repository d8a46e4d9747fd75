import { sql } from 'kysely'
import { look, may } from '../../access/public.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { open } from '../../platform/secrets.ts'
import { here } from '../tables.ts'
import type { AccountId } from '../types.ts'

export type AccountDetails = {
  readonly sortCode: string
  readonly accountNumber: string
  readonly name: string
}

type Whose = { readonly person: PersonId; readonly organisation: OrganisationId }

/** May the one who asks see bank details of this person? A helper who sees only the money may not (V-50). */
export async function seesBank(doing: Doing, { person, organisation }: Whose): Promise<boolean> {
  if (doing.actor.id === null) return true
  const { rows } = await sql<{ sees: boolean }>`
    select ${person} = any ((select access.people('bank'))::uuid[])
      or ${organisation} = any ((select access.organisations('bank'))::uuid[]) as sees`.execute(
    doing.transaction,
  )
  return rows[0]?.sees ?? false
}

/** Every account that was given in a case and that this actor may see, newest first; never the numbers. */
export const accountsOf = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('agreements.account_shown')
    .selectAll()
    .where('reference', '=', reference as AccountRow['reference'])
    .orderBy('given_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type AccountRow = NonNullable<Awaited<ReturnType<typeof accountById>>>

export async function accountById(doing: Doing, id: AccountId) {
  return (
    (await here(doing)
      .db.selectFrom('agreements.account_shown')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()) ?? null
  )
}

const mayOpen = (doing: Doing): boolean =>
  doing.actor.id === null || may(doing, 'agreements.approve-account') || may(doing, 'payments.release')

/**
 * The numbers of an account, for the page that approves it and for a payment file. Each time is written down
 * as a
 * look. Null where it may not be seen, and for everybody but finance and those who release payments.
 */
export async function openAccount(doing: Doing, id: AccountId): Promise<AccountDetails | null> {
  if (!mayOpen(doing)) return null
  const row = await here(doing)
    .db.selectFrom('agreements.account')
    .select(['details', 'organisation_id', 'person_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  await look(doing, {
    page: 'bank-details-opened',
    organisation: row.organisation_id,
    person: row.person_id,
    to: id,
  })
  return detailsIn(row.details)
}

/**
 * The numbers of many accounts at once, for a payment file: whoever asks writes the looks down. Empty for
 * everybody but finance and those who release payments; an account that may not be seen is left out.
 */
export async function openAccounts(
  doing: Doing,
  ids: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, AccountDetails>> {
  if (!mayOpen(doing) || ids.length === 0) return new Map()
  const { rows } = await sql<{ id: AccountId; details: Uint8Array }>`
    select id, details from agreements.account where id = any (${[...new Set(ids)]}::uuid[])`.execute(
    doing.transaction,
  )
  return new Map(rows.map(({ id, details }) => [id, detailsIn(details)]))
}

export const detailsIn = (sealed: Uint8Array): AccountDetails =>
  JSON.parse(open('bank account', sealed).toString('utf8')) as AccountDetails
