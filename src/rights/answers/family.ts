import { backedBy } from '../rule.ts'
import {
  type CareBy,
  connectedPerson,
  type FamilyTest,
  familyForCare,
  familyList,
  helpWithManaging,
  livingApart,
} from '../rules/payee.ts'
import type { Backed } from '../types.ts'

export type PaidFor = 'care' | 'help-with-managing'
export type FamilyAnswer = Backed & {
  readonly needs: 'ICB-decision' | 'nothing-more'
  readonly because:
    | 'lives-apart'
    | 'not-close-family'
    | 'close-family-in-household'
    | 'friend-in-household-is-a-connected-person'
    | 'family-in-household-is-a-connected-person'
    | 'not-a-connected-person'
  readonly tests: readonly FamilyTest[]
  readonly kind: PaidFor
}

function forCare(who: CareBy): FamilyAnswer {
  const tests = familyForCare.decide(who)
  if (tests.length > 0) {
    const because = 'close-family-in-household'
    return { needs: 'ICB-decision', because, tests, kind: 'care', ...backedBy(familyForCare) }
  }
  const free = { needs: 'nothing-more', tests, kind: 'care' } as const
  if (!who.sameHousehold) return { ...free, because: 'lives-apart', ...backedBy(livingApart) }
  return { ...free, because: 'not-close-family', ...backedBy(familyForCare, familyList) }
}

function forManaging(who: CareBy): FamilyAnswer {
  const kind = 'help-with-managing'
  const by = backedBy(connectedPerson, helpWithManaging)
  if (!connectedPerson.decide(who))
    return { needs: 'nothing-more', because: 'not-a-connected-person', tests: [], kind, ...by }
  const because =
    who.relation === 'friend'
      ? 'friend-in-household-is-a-connected-person'
      : 'family-in-household-is-a-connected-person'
  return { needs: 'ICB-decision', because, tests: [], kind, ...by }
}

/**
 * May this relative or friend be paid, and for what must the body decide first? Care and managing are two
 * grants.
 */
export const mayPayFamily = (who: CareBy, kind: PaidFor): FamilyAnswer =>
  kind === 'care' ? forCare(who) : forManaging(who)
