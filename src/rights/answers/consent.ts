import { ageOn, type PlainDate } from '../../kernel/days.ts'
import { backedBy, together } from '../rule.ts'
import * as consent from '../rules/consent.ts'
import { ruleOfGround } from '../rules/stopping.ts'
import type { AnyRule, Backed } from '../types.ts'

export type ConsentFacts = { readonly born: PlainDate; readonly hasCapacity: boolean }
export type ConsentAnswer = Backed & { readonly age: number; readonly consents: consent.Consenter }

/**
 * Who consents to a direct payment on a day. That 16 and 17 year olds consent themselves is not read in
 * the law.
 */
export function consentOn({ born, hasCapacity }: ConsentFacts, on: PlainDate): ConsentAnswer {
  const age = ageOn(born, on)
  const consents = consent.ownConsent.decide({ born, on, hasCapacity })
  const young = age === 16 || age === 17 ? [consent.ownConsent] : []
  return { age, consents, ...backedBy(consent.consentNeeded, consent.childUnder16, ...young) }
}

export type RoleFacts = ConsentFacts & {
  /** Those who could represent the person, with the legal basis of each. */
  readonly representatives: readonly { readonly basis: string }[]
  /** Somebody else is to hold the money. */
  readonly wantsHolder: boolean
  /** The person named that somebody before losing capacity. */
  readonly wishedBefore?: boolean
}
export type Holder =
  | 'nominee-named-by-the-person'
  | 'nominee-named-by-representative'
  | 'nominee-by-an-earlier-wish'
export type BeforePayment = 'nominee-agrees' | 'body-agrees'
export type RolesAnswer = Backed & {
  readonly consents: 'the-person' | 'representative' | 'representative-appointed-by-body'
  readonly mayNameNominee: boolean
  readonly holder: Holder | null
  readonly representativeIsPrincipalForContracts: boolean
  readonly excluded: false
  readonly beforeFirstPayment: readonly BeforePayment[]
}

const holderOf = ({ wantsHolder, wishedBefore = false }: RoleFacts, own: boolean): Holder | null => {
  if (!wantsHolder) return null
  if (own) return 'nominee-named-by-the-person'
  return wishedBefore ? 'nominee-by-an-earlier-wish' : 'nominee-named-by-representative'
}

function rulesOfRoles(facts: RoleFacts, own: boolean, represented: boolean): readonly AnyRule[] {
  const representing = represented ? consent.whoRepresents : consent.bodyAppoints
  const naming = holderOf(facts, own) === 'nominee-by-an-earlier-wish' ? consent.earlierWish : consent.mayName
  return [
    ...(own ? [] : [representing, consent.representativeDuties]),
    ...(facts.wantsHolder ? [naming, consent.bothAgree] : []),
  ]
}

/**
 * Who consents and in which role each helper acts. Nobody is shut out for lack of capacity: where no deputy,
 * attorney or parent is there, the body may appoint.
 */
export function rolesOn(facts: RoleFacts, on: PlainDate): RolesAnswer {
  const asked = consentOn(facts, on)
  const own = asked.consents === 'the-person'
  const represented = facts.representatives.some(({ basis }) => consent.whoRepresents.decide({ basis }))
  const child = consent.childUnder16.decide({ born: facts.born, on }) === 'child'
  return {
    consents: own ? 'the-person' : represented ? 'representative' : 'representative-appointed-by-body',
    mayNameNominee: own && consent.mayName.decide({ by: child ? 'child' : 'adult-with-capacity' }),
    holder: holderOf(facts, own),
    representativeIsPrincipalForContracts: !own,
    excluded: false,
    beforeFirstPayment: facts.wantsHolder ? ['nominee-agrees', 'body-agrees'] : [],
    ...together(asked, backedBy(...rulesOfRoles(facts, own, represented))),
  }
}

export type WithdrawalAnswer = Backed & { readonly automaticStop: false; readonly must: readonly string[] }

/** What follows when a nomination is withdrawn in writing: the payment does not stop by itself. */
export const afterNominationWithdrawn = (): WithdrawalAnswer => ({
  automaticStop: false,
  must: consent.nominationWithdrawn.decide({}),
  ...backedBy(consent.nominationWithdrawn, ruleOfGround('nomination-withdrawn')),
})
