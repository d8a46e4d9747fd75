import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { negative, type Pence } from '../../kernel/money.ts'
import {
  type AccountName,
  allocatedTo,
  bankOf,
  heldBy,
  type NewEntry,
  outsidePlanOf,
  spentOn,
} from '../../ledger/public.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { LineId, MatchKind } from '../types.ts'

export type Matched = { readonly kind: MatchKind; readonly lineKey: string | null }

export type Budget = {
  readonly reference: Reference
  readonly organisation: OrganisationId
  readonly person: PersonId
}

type BankLine = {
  readonly id: LineId
  readonly on: PlainDate
  readonly amount: Pence
  readonly says: string
  /** Which match of the line this is: an entry of an older one was reversed. */
  readonly number: number
}

/** The key of the entry that a line's match makes, once and for all. */
export const keyOf = (line: LineId, number: number): string => `bank:${line}:${number}`

/** The account at the other end of `held`; null for our own payment, which was entered when it left. */
function otherEnd({ reference }: Budget, { kind, lineKey }: Matched): AccountName | null {
  switch (kind) {
    case 'plan-line':
    case 'refund':
      return spentOn(reference, lineKey ?? '')
    case 'outside-plan':
      return outsidePlanOf(reference)
    case 'elsewhere':
    case 'own-money':
      return bankOf(reference)
    case 'sent-back':
      return allocatedTo(reference)
    case 'payment':
      return null
    default:
      return kind satisfies never
  }
}

const saysOf: Record<MatchKind, string> = {
  'plan-line': 'Spent as planned',
  refund: 'Money back',
  payment: 'Our payment',
  'outside-plan': 'Spent outside the plan',
  elsewhere: 'Paid by mistake, or that coming back',
  'own-money': 'Own money or interest',
  'sent-back': 'Sent back to the NHS',
}

const named = (says: string): string => [...says].slice(0, 200).join('') || 'no name on the statement'

/** The entry that a matched line makes (the ledger's README says which); null where it makes none. */
export function entryFor(budget: Budget, line: BankLine, matched: Matched): NewEntry | null {
  const other = otherEnd(budget, matched)
  if (other === null || line.amount === 0n) return null
  return {
    key: keyOf(line.id, line.number),
    effectiveOn: line.on,
    because: `${saysOf[matched.kind]}: ${named(line.says)}`,
    organisation: budget.organisation,
    person: budget.person,
    postings: [
      { account: heldBy(budget.reference), pence: line.amount },
      { account: other, pence: negative(line.amount) },
    ],
  }
}
