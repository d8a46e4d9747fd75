import type { AgreementId } from '../agreements/public.ts'
import type { EngagementId } from '../employment/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type {
  InstructionId,
  ObligationId,
  ObligationKind,
  Part,
  ProposalId,
  ProposalKind,
  RunId,
} from './types.ts'

export type Whose = { organisation_id: OrganisationId; person_id: PersonId }
export type Case = Whose & { reference: string }
export type Period = { due_on: PlainDate; period_from: PlainDate; period_until: PlainDate; amount: Pence }
export type OfRun = { run_id: RunId; organisation_id: OrganisationId }
type Owed = Case &
  Period & {
    id: ObligationId
    agreement_id: AgreementId | null
    part: Part
    kind: ObligationKind
    because: string
    supplier: string | null
    source: string | null
    source_id: string | null
    decided_on: PlainDate
  }

/** A job whose wages the NHS pays itself, from a day, out of a line of the plan. */
export type WagesRow = Case & {
  engagement_id: EngagementId
  agreement_id: AgreementId
  line_key: string
  from_on: PlainDate
  who: string | null
  who_name: string
  on_day: PlainDate
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
  'payments.proposal': Case & {
    id: ProposalId
    agreement_id: AgreementId
    what: ProposalKind
    part: Part
    amount: Pence
    from_on: PlainDate
    until_on: PlainDate | null
    parts: number | null
    floor: Pence | null
    supplier: string | null
    line_key: string | null
    most_times: number | null
    urgent: boolean
    because: string
    who: string | null
    who_name: string
    on_day: PlainDate
  }
  'payments.proposal_decision': Whose & {
    proposal_id: ProposalId
    agreed: boolean
    because: string
    who: string
    who_name: string
    who_role: string
    on_day: PlainDate
    notice_id: string | null
  }
  'payments.proposal_ended': Whose & {
    proposal_id: ProposalId
    because: string
    who: string | null
    who_name: string
    on_day: PlainDate
  }
  'payments.repeat_use': Case & {
    id: string
    proposal_id: ProposalId
    obligation_id: ObligationId
    used_on: PlainDate
    times: number
    amount: Pence
    warnings: string[]
    who: string | null
    who_name: string
    on_day: PlainDate
  }
  'payments.wages': WagesRow
  'payments.netted': Whose & {
    instruction_id: InstructionId
    obligation_id: ObligationId
    amount: Pence
  }
  'payments.credit': Case & {
    id: string
    supplier: string
    supplier_key: string
    line_key: string
    amount: Pence
    because: string
    source: string
    source_id: string
    decided_by: string | null
    decided_on: PlainDate
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
