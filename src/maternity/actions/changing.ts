import { sql } from 'kysely'
import { mayFor, type Permission, record, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { budgetOf } from '../queries/budgets.ts'
import type { Problem } from '../rules/why-not.ts'
import type { Budget } from '../types.ts'

type Found = { readonly found: Case; readonly budget: Budget | null }

/** A case with its budget, locked: two people cannot change one budget at the same time. */
export async function locked(doing: Doing, reference: string): Promise<Found | null> {
  const found = await caseOf(doing, reference)
  if (found === null) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${`maternity:${found.reference}`}, 0))`.execute(
    doing.transaction,
  )
  return { found, budget: await budgetOf(doing, found.reference) }
}

type Change = {
  readonly reference: string
  readonly may: Permission
  readonly happened: string
  readonly whyNot: (budget: Budget, found: Case) => readonly Problem[] | Promise<readonly Problem[]>
  readonly write: (budget: Budget, found: Case) => Promise<unknown>
  /** What stands beside it in the record: never what she said of herself. */
  readonly details?: object
  /** The woman or who acts for her may do it too, and staff for a caller. */
  readonly byFamily?: true
}

/** One change of a budget: permitted, judged, written and recorded in one transaction. */
export async function change(doing: Doing, asked: Change): Promise<Done<null, Problem>> {
  const all = await locked(doing, asked.reference)
  const budget = all?.budget ?? null
  if (!all || budget === null) return refused('not-allowed')
  const family = asked.byFamily === true && doing.actor.roles.length === 0
  if (!family && !mayFor(doing, asked.may, all.found.organisation)) return refused('not-allowed')
  const unheard = asked.byFamily ? await whyNotOnBehalf(doing, budget.person, 'send-messages') : []
  if (unheard.length > 0) return refused('caller-may-not-do-this')
  const problems = await asked.whyNot(budget, all.found)
  if (problems.length > 0) return refused(...problems)
  await asked.write(budget, all.found)
  await recordOf(doing, budget, asked)
  return done(null)
}

type Recorded = Pick<Budget, 'id' | 'organisation' | 'person' | 'reference'>

/** Writes into the record what happened to a budget. */
export const recordOf = (
  doing: Doing,
  budget: Recorded,
  { happened, details }: Pick<Change, 'happened' | 'details'>,
): Promise<void> =>
  record(doing, {
    happened,
    organisation: budget.organisation,
    person: budget.person,
    to: budget.id,
    details: { reference: budget.reference, ...details },
  })

export const ofBudget = ({ id, organisation, person }: Recorded) => ({
  offer_id: id,
  organisation_id: organisation,
  person_id: person,
})
export const notedBy = ({ actor }: Doing) => ({ noted_by: actor.id, noted_by_name: actor.name })
export const setBy = ({ actor, now }: Doing) => ({
  set_at: now,
  set_by: actor.id,
  set_by_name: actor.name,
})

/** The code of the body whose fund pays. Throws where there is no such body: it was checked before. */
export async function fundCodeOf(doing: Doing, { organisation: id }: Budget): Promise<string> {
  const body = await organisation(doing, id)
  if (body === null) throw new Error(`no body ${id} pays for a maternity budget`)
  return body.code
}
