import type { Brand, Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Thousandths } from '../kernel/money.ts'
import type { Confidence } from '../kernel/rule.ts'

export type PersonId = Id<'person'>
export type OrganisationId = Id<'organisation'>
export type RelationshipId = Id<'relationship'>

/** Ten digits whose last one checks the others, without spaces. */
export type NhsNumber = Brand<string, 'NHS number'>
/** A name as its owner writes it, in any script: 1 to 100 characters, trimmed. */
export type Name = Brand<string, 'name'>
/** A postcode of the United Kingdom in capitals with one space: `SW1A 1AA`. */
export type Postcode = Brand<string, 'postcode'>
export type Email = Brand<string, 'e-mail address'>
/** A telephone number with its country: `+441614960123`. */
export type Telephone = Brand<string, 'telephone number'>

/** One to four lines before the town, from the house outwards. */
export type Address = {
  readonly lines: readonly string[]
  readonly town: string
  readonly postcode: Postcode
}

/** A moment within a day, or the whole of a day: what a question about "when" may be asked of. */
export type When = PlainDate | Moment

/** Why somebody may decide for another person, as the direct payment rules list them. */
export type LegalBasis =
  | 'parental-responsibility'
  | 'deputy'
  | 'lasting-power-property'
  | 'lasting-power-health'
  | 'attorney'
  | 'appointed-by-icb'

/** A part of a person's record that may be shown or kept back as a whole. */
export type Part =
  | 'balance'
  | 'plan-lines'
  | 'plan'
  | 'hours'
  | 'pay-rates'
  | 'evidence'
  | 'bank-details'
  | 'requests'
  | 'decisions'
  | 'needs'
  | 'assessment'
  | 'messages'
  | 'contact-details'
  | 'communication-needs'
  | 'people'
  | 'looks'

/** Something that a person may do in their own record, or let another do for them. */
export type Act =
  | { readonly act: 'approve-hours'; readonly upTo: Thousandths | null }
  | { readonly act: Deed }

export type Deed =
  | 'send-evidence'
  | 'send-messages'
  | 'ask-for-budget'
  | 'write-plan'
  | 'sign'
  | 'change-contact-details'
  | 'change-bank-account'
  | 'choose-helpers'

/** All that somebody may see of a record and do in it; both are empty where nothing is allowed. */
export type May = { readonly sees: ReadonlySet<Part>; readonly does: readonly Act[] }

type Bond = {
  readonly id: RelationshipId
  /** Whose record it is about, and when that person was born: parental responsibility rests on the age. */
  readonly person: PersonId
  readonly personBorn: PlainDate | null
  /** Who the other is: a person we know, an organisation, or only a name. */
  readonly otherPerson: PersonId | null
  readonly otherOrganisation: OrganisationId | null
  readonly otherName: string
  readonly from: PlainDate
  /** The last day on which it holds (convention K9); null while no end is set. */
  readonly until: PlainDate | null
  /** Taken back at once, from this moment; what was done before it stands. */
  readonly revokedAt: Moment | null
}

/** What one person is to another, as a fact with dates. */
export type Relationship = Bond &
  (
    | { readonly kind: 'parent' }
    | { readonly kind: 'carer' }
    | { readonly kind: 'representative'; readonly basis: LegalBasis; readonly agreedOn: PlainDate | null }
    | ({ readonly kind: 'nominee' } & Nomination)
    | { readonly kind: 'helper'; readonly may: May }
  )

export type RelationshipKind = Relationship['kind']

/** Who was named to receive a direct payment, and who has agreed to it. */
export type Nomination = {
  readonly namedOn: PlainDate
  readonly agreedOn: PlainDate | null
  readonly bodyAgreedOn: PlainDate | null
  readonly withdrawnOn: PlainDate | null
}

/**
 * The kinds of body that the public lists name; other organisations are made by those who use the service.
 */
export type BodyKind = 'region' | 'icb' | 'ccg' | 'council'
export type OrganisationKind = BodyKind | 'provider' | 'payroll' | 'supplier' | 'charity'
export type CouncilType = 'unitary' | 'district' | 'metropolitan' | 'london-borough' | 'county' | 'city'

/** A value that changed on known days: the first entry holds from the beginning. */
export type Dated = readonly { readonly value: string; readonly from: PlainDate | null }[]

/** A body of England's health or local government as the public lists know it. */
export type Body = {
  readonly code: string
  readonly kind: BodyKind
  readonly names: Dated
  readonly otherNames: readonly string[]
  /** Null where the first day lies before our lists begin. */
  readonly from: PlainDate | null
  /** The last day, inside (convention K9); null while it stands. */
  readonly until: PlainDate | null
  /** The region of an ICB, the county of a district. */
  readonly within: string | null
  readonly gss: Dated
  readonly council: {
    readonly type: CouncilType
    readonly socialServices: boolean
    readonly region: string
  } | null
}

/** How one body followed another: `part-moved` leaves both standing. */
export type SuccessionKind = 'merger' | 'became' | 'split' | 'grew' | 'recoded' | 'part-moved'

export type Succession = {
  readonly from: string
  readonly to: string
  /** The first day of the new order. */
  readonly on: PlainDate
  readonly kind: SuccessionKind
  /** The part of the area that went this way; null for all of it, or where it is not said. */
  readonly part: string | null
  readonly confidence: Confidence
}
