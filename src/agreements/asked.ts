import type { PlainDate } from '../kernel/days.ts'
import type { OrganisationId } from '../people/public.ts'
import type { Way } from '../plans/public.ts'
import type { FamilyPaid, How, Order } from './types.ts'

/** Who is to hold the direct payment: by the relationship or the organisation that was chosen. */
export type ChosenHolder =
  | { readonly kind: 'person' }
  | { readonly kind: 'representative' | 'nominee'; readonly relationship: string }
  | { readonly kind: 'managed-account'; readonly organisation: OrganisationId }

export type NewAgreement = {
  readonly reference: string
  /** The number of the newest agreement when the form was opened, 0 for none; left out by seeds and tests. */
  readonly seen?: number
  readonly from: PlainDate
  readonly ways: readonly { readonly line: string; readonly way: Way; readonly because?: string | null }[]
  /** Null where no line is a direct payment. */
  readonly holder: ChosenHolder | null
  readonly thirdParty?: OrganisationId | null
  /** Is the person able to decide this for themselves? For a child under 16 it changes nothing. */
  readonly canDecide?: boolean
  readonly consent?: {
    readonly by: string
    readonly asWho: 'the-person' | 'representative'
    readonly on: PlainDate
    readonly how: How
  } | null
  readonly exclusionsAsked?: boolean
  readonly exclusions?: readonly Order[]
  readonly insurance?: { readonly from: PlainDate; readonly until?: PlainDate | null } | null
  readonly oneOff?: { readonly items: number; readonly paymentsInYear: number } | null
  readonly family?: readonly FamilyPaid[]
  readonly noticeDays?: number
}
