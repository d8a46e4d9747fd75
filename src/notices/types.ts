import type { SightSort } from '../access/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'

/** The most characters of a message. */
export const longestMessage = 5000

export type NoticeId = Id<'notice'>

/** A rule as a letter states it: what it says, and how sure we are of it in words for everybody. */
export type StatedRule = {
  readonly rule: string
  readonly says: string
  readonly confidence: string
  readonly title: string
}

/**
 * What a letter is made of, kept as it was sent. `reasons` are numbered sentences, each with the rules
 * behind it.
 */
export type Paragraph =
  | string
  | { readonly heading: string }
  | { readonly list: readonly string[] }
  | { readonly facts: readonly (readonly [string, string])[] }
  | {
      readonly table: {
        readonly caption: string
        readonly columns: readonly string[]
        readonly rows: readonly (readonly string[])[]
      }
    }
  | { readonly reasons: readonly { readonly says: string; readonly rules: readonly StatedRule[] }[] }

/** What kinds of letters there are, in words for the list. Other modules add their own. */
export const kindNames: Readonly<Record<string, string>> = {
  decision: 'Decision',
  received: 'We have your request',
  reconsideration: 'Answer to “look at it again”',
  sum: 'Your budget',
  remittance: 'Payment',
  notice: 'Notice',
  review: 'Review',
  plan: 'Plan',
  agreement: 'Agreement',
  recovery: 'Money to pay back',
  invoice: 'Invoice',
  wheelchair: 'Wheelchair',
  maternity: 'Maternity budget',
  complaint: 'Complaint',
  succession: 'Who answers for your budget',
  purchase: 'Answer to “can I buy this?”',
  register: 'A list that you are on',
  birthday: 'A birthday that changes who decides',
}

export type DeliveryWay = 'screen' | 'print' | 'mail'

export type NewLetter = {
  readonly organisation: OrganisationId
  readonly person: PersonId
  /** Whom it is addressed to. Without an `email` the person's own contact is used. */
  readonly to: { readonly name: string; readonly addressLines?: readonly string[]; readonly email?: string }
  readonly kind: string
  /** The first line of the letter, which says the outcome. */
  readonly title: string
  readonly paragraphs: readonly Paragraph[]
  readonly from: { readonly name: string; readonly role: string; readonly reach: string }
  readonly reference?: string | null
  readonly subject?: string | null
  /** Who may read it: `all` unless it is about money or the plan only. */
  readonly sees?: SightSort
  readonly deliver: readonly DeliveryWay[]
}
