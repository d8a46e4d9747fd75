import { type PlainDate, reachesAge } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import {
  type AnyRule,
  type Backed,
  backedBy,
  childrensAge,
  decideAfresh,
  findRule,
  noGapAt18,
} from '../rights/public.ts'
import { findClock } from './definitions.ts'

export type TransitionDates = Backed & {
  readonly supportFrom: PlainDate
  readonly checklistReferral: PlainDate
  readonly decisionInPrinciple: PlainDate
  readonly packageReady: PlainDate
}

/** The four days by which the move from children's to adult care is planned. */
export const transitionDates = (born: PlainDate): TransitionDates => ({
  supportFrom: reachesAge(born, 14),
  checklistReferral: reachesAge(born, 16),
  decisionInPrinciple: reachesAge(born, 17),
  packageReady: reachesAge(born, 18),
  ...backedBy(...[14, 16, 17, 18].map(age => findClock(`CYPCC-ADULT-${age}`).rule)),
})

export type AdultDecision = { readonly decided: PlainDate | null; readonly granted: boolean }
export type TransitionFacts = {
  readonly born: PlainDate
  readonly weekly: Pence
  readonly adult: AdultDecision
}
export type TransitionAnswer = Backed & {
  readonly childrensRight: 'goes-on' | 'ended'
  readonly adultRight: 'not-yet-asked' | 'to-be-decided-afresh' | 'granted' | 'refused'
  /** Nothing stops by itself: also a refused adult right ends the payment only by notice. */
  readonly paymentGoesOn: true
  readonly next: 'move-to-adult-package' | 'stop-with-notice' | null
  readonly weekly: Pence
  readonly alarm: 'adult-decision-overdue' | null
}

/**
 * What a child's birthday does to the right and the money: there is no gap while the adult decision is
 * open.
 */
export function transitionOn({ born, weekly, adult }: TransitionFacts, on: PlainDate): TransitionAnswer {
  if (childrensAge.decide({ born, on }) === 'in-age')
    return {
      childrensRight: 'goes-on',
      adultRight: 'not-yet-asked',
      paymentGoesOn: true,
      next: null,
      weekly,
      alarm: null,
      ...backedBy(childrensAge),
    }
  const open = adult.decided === null || adult.decided > on
  const decided = adult.granted ? 'granted' : 'refused'
  return {
    childrensRight: 'ended',
    adultRight: open ? 'to-be-decided-afresh' : decided,
    paymentGoesOn: true,
    next: open ? null : adult.granted ? 'move-to-adult-package' : 'stop-with-notice',
    weekly,
    alarm: open ? 'adult-decision-overdue' : null,
    ...backedBy(childrensAge, decideAfresh, ...furtherRules(open, adult)),
  }
}

const furtherRules = (open: boolean, { granted }: AdultDecision): readonly AnyRule[] => {
  if (open) return [noGapAt18]
  return granted ? [] : [findRule('DP-STOP-N1')]
}
