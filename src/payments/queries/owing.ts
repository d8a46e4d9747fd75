import type { AgreementId } from '../../agreements/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { CreditTaken } from '../rules/credits.ts'
import type { TakenOff } from '../rules/deductions.ts'
import type { Taken } from '../rules/netting.ts'
import type { Supplier } from '../rules/supplier.ts'
import type { ObligationId, ObligationKind, Part, ReturnId, ScheduleId } from '../types.ts'

/** One thing that is owed and has not been paid, before anybody asks what stands against it. */
export type Owed = {
  readonly reference: string
  readonly organisation: OrganisationId
  readonly person: PersonId
  /** Null where a wheelchair budget pays a supplier: that is agreed in its own module. */
  readonly agreement: AgreementId | null
  readonly part: Part
  readonly schedule: ScheduleId | null
  readonly obligation: ObligationId | null
  readonly dueOn: PlainDate
  readonly from: PlainDate
  readonly until: PlainDate
  /** What is paid: of a regular payment less its parts of advances. */
  readonly amount: Pence
  readonly netted: readonly Taken[]
  /** The last day on which the budget is held; null while no end is set. */
  readonly endsOn: PlainDate | null
  /** What it is for, where it is no regular payment. */
  readonly isFor: string | null
  readonly kind: ObligationKind | null
  /** The payment that came back, where this is that payment again. */
  readonly againAfter: ReturnId | null
  /** Whom the NHS pays itself; null where it goes to whoever holds the budget. */
  readonly supplier: Supplier | null
  /** What it was made smaller by, after notice: the amount is what is left to pay. */
  readonly takenOff?: TakenOff
  /** What of it the supplier owes back by credit notes: the amount is what is left to pay. */
  readonly credited?: readonly CreditTaken[]
}

type Whose = {
  readonly reference: string
  readonly organisation_id: OrganisationId
  readonly person_id: PersonId
  readonly agreement_id: AgreementId | null
  readonly part: Part
}

/** Whose a row is, as what is owed says it. */
export const whose = (row: Whose) => ({
  reference: row.reference,
  organisation: row.organisation_id,
  person: row.person_id,
  agreement: row.agreement_id,
  part: row.part,
})
