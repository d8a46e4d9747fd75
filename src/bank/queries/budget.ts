import { sql } from 'kysely'
import { look, sightOf } from '../../access/public.ts'
import type { AccountId } from '../../agreements/public.ts'
import { type Reference, readReference } from '../../kernel/ids.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Approved } from '../rules/fits.ts'
import type { Budget } from '../rules/posting.ts'
import { here } from '../tables.ts'

type Row = { organisation_id: OrganisationId; person_id: PersonId }

const budgetIn = (reference: Reference, row: Row): Budget => ({
  reference,
  organisation: row.organisation_id,
  person: row.person_id,
})

/** Whose budget it is, by its agreement or else its plan; null where the actor may not see its money. */
export async function budgetOf(doing: Doing, typed: string): Promise<Budget | null> {
  const reference = readReference(typed)
  if (reference === null) return null
  const { db } = here(doing)
  const agreed = await db
    .selectFrom('agreements.agreement_shown')
    .select(['organisation_id', 'person_id'])
    .where('reference', '=', reference)
    .limit(1)
    .executeTakeFirst()
  if (agreed) return budgetIn(reference, agreed)
  const planned = await db
    .selectFrom('plans.version_shown')
    .select(['organisation_id', 'person_id'])
    .where('reference', '=', reference)
    .where('signed_off_on', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (!planned) return null
  const budget = budgetIn(reference, planned)
  return (await seesMoney(doing, budget)) ? budget : null
}

/** Who sees a plan and no money would be told that there is none: for them there is no such page. */
async function seesMoney(doing: Doing, budget: Budget): Promise<boolean> {
  if (await seesLines(doing, budget)) return true
  const sees = await sightOf(doing, budget)
  return sees === 'all' || sees === 'money'
}

/** May the actor see the lines of the bank, and not only the balance (V-50)? */
export async function seesLines(doing: Doing, { person, organisation }: Budget): Promise<boolean> {
  if (doing.actor.id === null) return true
  const { rows } = await sql<{ sees: boolean }>`
    select ${person} = any ((select access.people('bank'))::uuid[])
      or ${organisation} = any ((select access.organisations('bank'))::uuid[])
      or ${person} = any ((select bank.held_by_me())::uuid[]) as sees`.execute(doing.transaction)
  return rows[0]?.sees ?? false
}

/** The budget of an address for those who may see its lines, with the look written down. */
export async function budgetToRead(doing: Doing, typed: string, page: string): Promise<Budget | null> {
  const budget = await budgetOf(doing, typed)
  if (budget === null || !(await seesLines(doing, budget))) return null
  const { reference, organisation, person } = budget
  await look(doing, { page, organisation, person, details: { budget: reference } })
  return budget
}

/** The approved accounts of a budget, the newest first, for those who may send its statements. */
export async function approvedAccounts(doing: Doing, { reference }: Budget): Promise<readonly Approved[]> {
  const { rows } = await sql<{ id: AccountId; ending: string; closed: boolean }>`
    select id, ending, closed from bank.accounts_of(${reference})`.execute(doing.transaction)
  const shared = await sql<{ id: AccountId }>`select id from bank.shared_accounts_of(${reference})`.execute(
    doing.transaction,
  )
  const ids = new Set(shared.rows.map(({ id }) => id))
  return rows.map(({ id, ending, closed }) => ({ id, ending, open: !closed, shared: ids.has(id) }))
}

/** One change of a budget's evidence at a time: the next one waits until this one is done. */
export const inTurn = async (doing: Doing, { reference }: Budget): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank:${reference}`}, 0))`.execute(
    doing.transaction,
  )
}
