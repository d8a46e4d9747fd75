import type { AccessShown } from '../access/public.ts'
import type { AgreementId, AgreementsShown } from '../agreements/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence, Thousandths } from '../kernel/money.ts'
import type { LedgerShown } from '../ledger/public.ts'
import type { ObligationId, PaymentsShown } from '../payments/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { EnteredAs, InvoiceId, InvoiceLineId, InvoiceUnit, Outcome, Payer } from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type OfInvoice = Whose & { invoice_id: InvoiceId }
type Shown = Whose & {
  id: InvoiceId
  reference: string
  number: number
  supplier: string
  theirs: string
  dated_on: PlainDate
  due_on: PlainDate
  total: Pence
  entered_on: PlainDate
}

/** What neighbours may read of this module, by its shown view. */
export type InvoicesShown = { 'invoices.invoice_shown': Shown }

type Tables = {
  'invoices.invoice': Shown & {
    agreement_id: AgreementId
    third_party_id: OrganisationId | null
    supplier_key: string
    supplier_organisation_id: OrganisationId | null
    address: string
    theirs_key: string
    from_on: PlainDate
    until_on: PlainDate
    file_id: Id<'file'> | null
    entered_by: string | null
    entered_by_name: string
    entered_as: EnteredAs
    entered_at: Moment
  }
  'invoices.line': OfInvoice & {
    id: InvoiceLineId
    place: number
    says: string
    on_day: PlainDate
    begins: string | null
    ends: string | null
    units: Thousandths
    unit: InvoiceUnit
    rate: Pence
    amount: Pence
    line_key: string | null
  }
  'invoices.decision': OfInvoice & {
    line_id: InvoiceLineId
    accepted: Pence
    disputed: Pence
    because: string
    pays: Payer
    findings: string
    set_apart: Pence
    obligation_id: ObligationId | null
    decided_by: string | null
    decided_by_name: string
    decided_on: PlainDate
    decided_at: Moment
  }
  'invoices.settlement': OfInvoice & {
    line_id: InvoiceLineId
    outcome: Outcome
    paid: Pence
    credited: Pence
    refused: Pence
    credit_note: string | null
    because: string
    obligation_id: ObligationId | null
    settled_by: string | null
    settled_by_name: string
    settled_on: PlainDate
    settled_at: Moment
  }
  'invoices.credit_note': OfInvoice & {
    id: string
    reference: string
    supplier_key: string
    theirs: string
    theirs_key: string
    dated_on: PlainDate
    total: Pence
    because: string
    entered_by: string | null
    entered_by_name: string
    entered_on: PlainDate
    entered_at: Moment
  }
  'invoices.credit_line': OfInvoice & {
    id: string
    credit_note_id: string
    line_id: InvoiceLineId
    amount: Pence
  }
  'invoices.paid_note': OfInvoice & {
    id: string
    on_day: PlainDate
    amount: Pence
    noted_by: string | null
    noted_by_name: string
    noted_on: PlainDate
  }
}
export type InvoiceRow = Tables['invoices.invoice']

type All = Tables & InvoicesShown & PaymentsShown & LedgerShown & AgreementsShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
