import { sql } from 'kysely'
import type { AgreementId } from '../../agreements/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { type Reference, readReference } from '../../kernel/ids.ts'
import { figuresOver, type OrganisationId, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { DatedLine } from '../rules/plan.ts'
import { type Figures, settingNames } from '../rules/settings.ts'

/** A signed budget, as far as its invoices need it. */
export type Budget = {
  readonly reference: Reference
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly personName: string
  readonly diedOn: PlainDate | null
  readonly agreement: AgreementId
  readonly from: PlainDate
  readonly endsOn: PlainDate | null
  readonly thirdParty: OrganisationId | null
  readonly holderName: string
  /** Does the one who asks work for the organisation that holds it? */
  readonly ours: boolean
}

/** The budget of a reference; null where there is none that is signed, or none that this actor may see. */
export async function budgetOf(doing: Doing, typed: string): Promise<Budget | null> {
  const reference = readReference(typed)
  if (reference === null) return null
  const { rows } = await sql<Omit<Budget, 'reference'>>`
    select organisation_id as organisation, person_id as person, person_name as "personName",
      died_on as "diedOn", agreement_id as agreement, from_on as "from", ends_on as "endsOn",
      third_party_id as "thirdParty",
      coalesce(nullif(holder_name, ''), third_party_name) as "holderName", ours
    from invoices.budget_of(${reference})`.execute(doing.transaction)
  return rows[0] === undefined ? null : { reference, ...rows[0] }
}

/** Every line of every signed-off plan of a budget that this actor may see, the oldest plan first. */
export async function planLines(doing: Doing, reference: Reference): Promise<readonly DatedLine[]> {
  const { rows } = await sql<DatedLine>`
    select line_key as key, says, unit, rate, weekly, way, payee, from_on as "from", until_on as "until"
    from invoices.plan_lines(${reference}) order by number, place`.execute(doing.transaction)
  return rows
}

/** The ICB's figures on a day, or what is usual. */
export const figuresOf = async (
  doing: Doing,
  organisation: OrganisationId,
  day: PlainDate,
): Promise<Figures> => (await figuresOver(doing, organisation, settingNames))(day)
