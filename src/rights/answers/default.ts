import type { PlainDate } from '../../kernel/days.ts'
import { minus, nothing, type Pence, plus } from '../../kernel/money.ts'
import { backedBy } from '../rule.ts'
import * as cohort from '../rules/cohorts.ts'
import { nhsShareOnly } from '../rules/entitlement.ts'
import type { Backed, Cohort } from '../types.ts'

export type DefaultFacts = {
  readonly cohort: Cohort
  readonly place: cohort.Place
  readonly packageFrom: PlainDate
}
export type DefaultReason =
  | 'before-the-default'
  | 'not-home-based'
  | 'fast-track-excluded-from-default'
  | 'children-excluded-from-default'
  | 'default-is-for-continuing-healthcare'
export type DefaultAnswer = Backed & {
  readonly default: 'yes' | 'no' | 'existing-package'
  readonly moveBy: PlainDate | null
  readonly reasons: readonly DefaultReason[]
}

const no = (reason: DefaultReason, backed: Backed): DefaultAnswer => ({
  default: 'no',
  moveBy: null,
  reasons: [reason],
  ...backed,
})

/**
 * Is a budget the expected way for this package on that day? Before April 2019 no rule said so, and none
 * is named.
 */
export function defaultOn({ cohort: group, place, packageFrom }: DefaultFacts, on: PlainDate): DefaultAnswer {
  if (on < cohort.defaultFrom) return no('before-the-default', backedBy())
  if (group === 'fast-track')
    return no('fast-track-excluded-from-default', backedBy(cohort.fastTrackNoDefault))
  if (group === 'childrens-continuing-care')
    return no('children-excluded-from-default', backedBy(cohort.childrenNoDefault))
  if (group !== 'adult-continuing-healthcare')
    return no('default-is-for-continuing-healthcare', backedBy(cohort.homeDefault))
  const answer = cohort.homeDefault.decide({ place, from: packageFrom, on })
  switch (answer) {
    case 'default':
      return { default: 'yes', moveBy: null, reasons: [], ...backedBy(cohort.homeDefault) }
    case 'existing-package':
      return {
        default: answer,
        moveBy: cohort.moveBy,
        reasons: [],
        ...backedBy(cohort.homeDefault, cohort.moveExisting),
      }
    case 'not-home-based':
    case 'before-the-default':
      return no(answer, backedBy(cohort.homeDefault))
    default:
      return answer satisfies never
  }
}

export type Share = { readonly funder: 'nhs' | 'council'; readonly weekly: Pence }
export type PartsReached = Backed & {
  readonly reachedWeekly: Pence
  readonly outsideWeekly: Pence
  readonly reasonsOutside: readonly 'council-share'[]
}

/** How much of a package the right reaches: what the NHS body pays for, not what the council pays for. */
export function partsReached(shares: readonly Share[]): PartsReached {
  const whole = plus(nothing, ...shares.map(({ weekly }) => weekly))
  const reached = shares.filter(({ funder }) => nhsShareOnly.decide({ funder }) === 'reached')
  const reachedWeekly = plus(nothing, ...reached.map(({ weekly }) => weekly))
  const outsideWeekly = minus(whole, reachedWeekly)
  return {
    reachedWeekly,
    outsideWeekly,
    reasonsOutside: reached.length < shares.length ? ['council-share'] : [],
    ...backedBy(nhsShareOnly),
  }
}
