import type { AgreementId } from '../agreements/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Pence, Thousandths } from '../kernel/money.ts'
import type { ObligationId } from '../payments/public.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'

export type InvoiceId = Id<'invoice'>
export type InvoiceLineId = Id<'invoice line'>

/** Who pays a line: it follows how the plan's line is held. */
export const payers = ['nhs', 'third-party', 'holder'] as const
export type Payer = (typeof payers)[number]

/** In what an invoice may count. Units are kept as they stand there. */
export const invoiceUnits = [
  'hour',
  'night',
  'sleep-in',
  'visit',
  'session',
  'day',
  'week',
  'month',
  'mile',
  'item',
] as const
export type InvoiceUnit = (typeof invoiceUnits)[number]

export type Grade = 'information' | 'warning' | 'stop'
export const checkNames = [
  'duplicate-number',
  'not-in-plan',
  'outside-agreement',
  'after-death',
  'same-lines',
  'line-ended',
  'over-rate',
  'unit-not-agreed',
  'overlapping-hours',
  'same-day-hours',
  'more-than-left',
  'outside-period',
] as const
export type CheckName = (typeof checkNames)[number]
/** What the sentence needs, as texts: sums in pence, days, counts, names. */
export type Said = Readonly<Record<string, string>>
export type Found = { readonly what: CheckName; readonly grade: Grade; readonly figures: Said }

/** A line as it stands on the supplier's paper. */
export type NewLine = {
  readonly says: string
  readonly on: PlainDate
  /** From when to when, as clock times `09:00`; null where the paper does not say. An end at or before the
   * beginning is on the next day. */
  readonly begins: string | null
  readonly ends: string | null
  readonly units: Thousandths
  readonly unit: InvoiceUnit
  readonly rate: Pence
  readonly amount: Pence
  /** The line of the plan that it belongs to; null where it belongs to none. */
  readonly lineKey: string | null
}

/** What was decided about a line: the accepted and the disputed part add up to it. */
export type Decided = {
  readonly accepted: Pence
  readonly disputed: Pence
  readonly because: string
  readonly pays: Payer
  readonly findings: readonly Found[]
  /** What of the disputed sum was set apart in the ledger. */
  readonly setApart: Pence
  readonly obligation: ObligationId | null
  readonly by: string
  readonly on: PlainDate
}

export const outcomes = ['in-full', 'in-part', 'nothing', 'credit-note'] as const
export type Outcome = (typeof outcomes)[number]

/** How a dispute was settled: what is paid, what a credit note took off, what is refused. */
export type Settled = {
  readonly outcome: Outcome
  readonly paid: Pence
  readonly credited: Pence
  readonly refused: Pence
  readonly creditNote: string | null
  readonly because: string
  readonly obligation: ObligationId | null
  readonly by: string
  readonly on: PlainDate
}

export type Line = NewLine & {
  readonly id: InvoiceLineId
  readonly place: number
  readonly decided: Decided | null
  readonly settled: Settled | null
  /** What credit notes took off it after it was accepted. */
  readonly credited: Pence
}

export type EnteredAs = 'staff' | 'holder' | 'third-party'

export type Invoice = {
  readonly id: InvoiceId
  readonly reference: string
  readonly number: number
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly agreement: AgreementId
  readonly thirdParty: OrganisationId | null
  readonly supplier: string
  readonly supplierKey: string
  readonly address: string
  /** The number on the supplier's paper. */
  readonly theirs: string
  readonly datedOn: PlainDate
  readonly dueOn: PlainDate
  readonly from: PlainDate
  readonly until: PlainDate
  readonly total: Pence
  readonly file: Id<'file'> | null
  readonly enteredBy: string | null
  readonly enteredByName: string
  readonly enteredAs: EnteredAs
  readonly enteredOn: PlainDate
  readonly lines: readonly Line[]
  /** What the holder or the third party paid from the budget's account. */
  readonly paidNotes: readonly PaidNote[]
  /** How far the payments that we make are, by obligation, the newest first. */
  readonly payments: readonly Payment[]
  readonly creditNotes: readonly CreditNote[]
}

/** A supplier's credit note for lines that were accepted. `taken` is what came off payments that left. */
export type CreditNote = {
  readonly id: string
  readonly theirs: string
  readonly datedOn: PlainDate
  readonly total: Pence
  readonly because: string
  readonly by: string
  readonly on: PlainDate
  readonly lines: readonly {
    readonly id: string
    readonly line: InvoiceLineId
    readonly amount: Pence
    readonly taken: Pence
  }[]
}

export type PaidNote = {
  readonly on: PlainDate
  readonly amount: Pence
  readonly by: string
  readonly notedOn: PlainDate
}

/** A payment of an obligation that a run made or holds. */
export type Payment = {
  readonly obligation: ObligationId
  readonly instruction: string
  readonly run: string
  readonly runNumber: number
  readonly amount: Pence
  /** What credit notes took off it: so much of what was owed is settled too. */
  readonly credited: Pence
  readonly leavesOn: PlainDate
  readonly releasedOn: PlainDate | null
  readonly returnedOn: PlainDate | null
  readonly returnedBecause: string | null
}
