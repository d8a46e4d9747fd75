import { sql } from 'kysely'
import { mayFor, type Permission, record, sightOf, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { complaintsOf } from '../queries/complaints.ts'
import type { Problem } from '../rules/say.ts'
import { isComplainedOf } from '../rules/why-not.ts'
import type { Complaint } from '../types.ts'

export type Which = { readonly reference: string; readonly number: number }

/** A case, locked for what is written about it here: two people cannot write the same number. */
export async function lockedCase(doing: Doing, reference: string): Promise<Case | null> {
  const found = await caseOf(doing, reference)
  if (found === null) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${`complaints:${found.reference}`}, 0))`.execute(
    doing.transaction,
  )
  return found
}

/**
 * Under row-level security who has no sight does not find the case at all: none is the service, which walks
 * the ways of others.
 */
async function seesAll(doing: Doing, found: Case): Promise<boolean> {
  const sight = await sightOf(doing, found)
  return sight === null || sight === 'all'
}

/**
 * Why somebody may not write about a case here: staff by their role in its board; the family where they see
 * the whole record; a caller where they may complain.
 */
export async function whyNotHere(
  doing: Doing,
  found: Case,
  { may, byFamily }: { may: Permission; byFamily: boolean },
): Promise<readonly Problem[]> {
  const family = byFamily && doing.actor.roles.length === 0
  const allowed = family ? await seesAll(doing, found) : mayFor(doing, may, found.organisation)
  if (!allowed) return ['not-allowed']
  return byFamily ? whyNotOnBehalf(doing, found.person, 'complain') : []
}

type Change = Which & {
  readonly may: Permission
  readonly happened: string
  readonly whyNot: (one: Complaint, found: Case) => readonly Problem[] | Promise<readonly Problem[]>
  readonly write: (one: Complaint, found: Case) => Promise<unknown>
  readonly details?: object
  /** The person or family may do it too, and staff for a caller. */
  readonly byFamily?: true
}

/**
 * One change of a complaint: permitted, judged, written and recorded in one transaction. Whoever is
 * complained of handles nothing of it.
 */
export async function change(doing: Doing, asked: Change): Promise<Done<null, Problem>> {
  const found = await lockedCase(doing, asked.reference)
  if (found === null) return refused('not-allowed')
  const byFamily = asked.byFamily === true
  const barred = await whyNotHere(doing, found, { may: asked.may, byFamily })
  if (barred.length > 0) return refused(...barred)
  const one = (await complaintsOf(doing, found.reference)).find(({ number }) => number === asked.number)
  if (one === undefined) return refused('not-allowed')
  const concerned = !byFamily && isComplainedOf(one, doing.actor.id)
  const problems = concerned ? (['complained-of'] as const) : await asked.whyNot(one, found)
  if (problems.length > 0) return refused(...new Set(problems))
  await asked.write(one, found)
  await recordOf(doing, one, asked)
  return done(null)
}

type Written = Pick<Complaint, 'id' | 'organisation' | 'person' | 'reference' | 'number'>
/** Writes into the record what happened to a complaint; never its words. */
export const recordOf = (
  doing: Doing,
  one: Written,
  { happened, details }: { happened: string; details?: object },
): Promise<void> =>
  record(doing, {
    happened,
    organisation: one.organisation,
    person: one.person,
    to: one.id,
    details: { reference: one.reference, complaint: one.number, ...details },
  })

/** Whose rows are. */
export const whoseOf = ({ organisation, person }: Pick<Complaint, 'organisation' | 'person'>) => ({
  organisation_id: organisation,
  person_id: person,
})
export const ofComplaint = (one: Pick<Complaint, 'id' | 'organisation' | 'person'>) => ({
  complaint_id: one.id,
  ...whoseOf(one),
})
export const byWhom = ({ actor }: Doing) => ({ noted_by: actor.id, noted_by_name: actor.name })
export const notedBy = (doing: Doing) => ({ on_day: doing.today, ...byWhom(doing) })
