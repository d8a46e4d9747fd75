import { sql } from 'kysely'
import { mayFor, record, whyNotOnBehalf } from '../../access/public.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { type NamedPlan, planOf } from '../queries/plans.ts'
import type { Plan } from '../types.ts'

/** As what somebody acts here: the council whose plan it is, the NHS body of the child, or the family. */
export type Side = 'council' | 'health' | 'family'

/** On which sides the one who asks may act in a plan. */
export function sidesOf(doing: Doing, { council, health }: Plan): readonly Side[] {
  if (doing.actor.roles.length === 0) return doing.actor.id === null ? [] : ['family']
  return [
    ...(mayFor(doing, 'ehc.write', council) ? (['council'] as const) : []),
    ...(mayFor(doing, 'ehc.health', health) ? (['health'] as const) : []),
  ]
}

/** A plan, locked: two people cannot change one plan at the same time. Null where there is none to see. */
export async function locked(doing: Doing, reference: Reference): Promise<NamedPlan | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ehc:${reference}`}, 0))`.execute(
    doing.transaction,
  )
  return planOf(doing, reference)
}

/** Whose rows of a plan are. */
export const ofPlan = ({ id, council, health, person }: Plan) => ({
  plan_id: id,
  organisation_id: council,
  health_id: health,
  person_id: person,
})
export const notedBy = ({ actor, today }: Doing) => ({
  noted_by: actor.id,
  noted_by_name: actor.name,
  noted_on: today,
})

/** Writes into the record what happened to a plan. */
export const recordOf = (
  doing: Doing,
  { id, council, person, reference }: Plan,
  { happened, details }: { readonly happened: string; readonly details?: object },
): Promise<void> =>
  record(doing, {
    happened,
    organisation: council,
    person,
    to: id,
    details: { reference, ...details },
  })

/** Does somebody for whom staff act stand against it? */
export const unheard = async (doing: Doing, { person }: Plan): Promise<boolean> =>
  (await whyNotOnBehalf(doing, person, 'send-messages')).length > 0
