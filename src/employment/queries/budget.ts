import { sql } from 'kysely'
import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Reference, readReference } from '../../kernel/ids.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import { linesOn } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'

/** A budget in which assistants may be employed, and who employs them. */
export type Budget = {
  readonly reference: Reference
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly employer: string
  /** The third party that employs; null where the holder does. */
  readonly employerOrganisation: OrganisationId | null
  readonly insuranceFrom: PlainDate | null
}

type Row = {
  organisation_id: OrganisationId
  person_id: PersonId
  holder_kind: string
  holder_name: string
  third_party_id: OrganisationId | null
  third_party_name: string
  insurance_from: PlainDate | null
  ours: boolean | null
}

/**
 * The budget of an address, for who sees its money and for the third party that holds it; null for anybody
 * else, and while its agreement is not signed by both sides. Who employs: the holder of the direct payment,
 * or the third party where it asks or where no money goes to a holder.
 */
export async function budgetOf(doing: Doing, typed: string): Promise<Budget | null> {
  const reference = readReference(typed)
  if (reference === null) return null
  const { rows } = await sql<Row>`select * from employment.budget_of(${reference})`.execute(doing.transaction)
  const [row] = rows
  if (row === undefined) return null
  const byThirdParty = row.ours === true || ['none', 'third-party'].includes(row.holder_kind)
  return {
    reference,
    organisation: row.organisation_id,
    person: row.person_id,
    employer: byThirdParty ? row.third_party_name : row.holder_name,
    employerOrganisation: byThirdParty ? row.third_party_id : null,
    insuranceFrom: row.insurance_from,
  }
}

export type PlanLine = { readonly key: string; readonly says: string }

/** The lines of the plan that could pay an assistant on a day; empty for who may not see the plan's lines. */
export async function planLines(
  doing: Doing,
  { reference }: Pick<Budget, 'reference'>,
  day: PlainDate,
): Promise<readonly PlanLine[]> {
  const lines = await linesOn(doing, reference, day)
  return lines.map(line => ({ key: line.line_key, says: line.says }))
}

/** Why the insurance of an employer needs looking at; null where it is in place. */
export const insuranceSays = ({ insuranceFrom }: Pick<Budget, 'insuranceFrom'>, today: PlainDate): string =>
  insuranceFrom === null
    ? 'We know of no employer’s liability insurance. It must be in place before anybody begins.'
    : insuranceFrom > today
      ? `The employer’s liability insurance begins on ${sayShortDay(insuranceFrom)}.`
      : `Employer’s liability insurance is in place since ${sayShortDay(insuranceFrom)}.`
