import type { AgreementId } from '../agreements/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { ObligationId, ObligationKind, Part, RunId } from './types.ts'

export type Whose = { organisation_id: OrganisationId; person_id: PersonId }
export type Case = Whose & { reference: string }
export type Period = { due_on: PlainDate; period_from: PlainDate; period_until: PlainDate; amount: Pence }
export type OfRun = { run_id: RunId; organisation_id: OrganisationId }
type Owed = Case &
  Period & {
    id: ObligationId
    agreement_id: AgreementId
    part: Part
    kind: ObligationKind
    because: string
    supplier: string | null
    source: string | null
    source_id: string | null
    decided_on: PlainDate
  }

/** What became of something owed, for the module that it comes from. */
export type OwedShown = {
  'payments.obligation_shown': Owed & {
    ended_on: PlainDate | null
    ended_because: string | null
    run_id: RunId | null
    leaves_on: PlainDate | null
    released_on: PlainDate | null
    returned_on: PlainDate | null
  }
}

/** The tables of what is owed once, and of lists that came back. */
export type OwedTables = {
  'payments.obligation': Owed & {
    supplier_key: string | null
    their_reference: string | null
    decided_by: string | null
  }
  'payments.obligation_ended': Case & {
    obligation_id: ObligationId
    because: string
    who: string | null
    who_name: string
    on_day: PlainDate
  }
  'payments.obligation_line': Whose & { obligation_id: ObligationId; line_key: string; amount: Pence }
  'payments.marks_file': OfRun & {
    id: string
    sha256: string
    name: string
    taken: number
    already: number
    open: number
    sent_by: string | null
    sent_by_name: string
    sent_on: PlainDate
    sent_at: Moment
  }
  'payments.marks_refused': {
    marks_file_id: string
    place: number
    organisation_id: OrganisationId
    line: number
    cells: string
    because: string[]
  }
}
