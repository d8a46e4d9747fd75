import type { PlainDate } from '../kernel/days.ts'
import { addDays } from '../kernel/days.ts'
import { inForceOn } from './rule.ts'
import * as cohort from './rules/cohorts.ts'
import * as maternity from './rules/maternity.ts'
import * as policy from './rules/policy.ts'
import type { SettingKey } from './settings.ts'
import type { AnyRule, Cohort, RightKind, RuleId } from './types.ts'

/** A change of a rule that is only supposed: nothing of it is law, and nothing of it is kept as a rule. */
export type RuleChange =
  /** The rule is not in force any more from that day. */
  | { readonly kind: 'ends'; readonly rule: RuleId; readonly on: PlainDate }
  /** Everybody in the group has that right from that day. */
  | { readonly kind: 'right'; readonly group: Cohort; readonly right: RightKind; readonly on: PlainDate }
  /** A local figure is another one from that day. */
  | { readonly kind: 'figure'; readonly key: SettingKey; readonly value: number; readonly on: PlainDate }

/** The rules that an answer is worked out from: as they are written, or as they would be. */
export type Rulebook = {
  /** The rule with the days between which it would be in force. */
  as(rule: AnyRule): AnyRule
  /** The right that everybody in the group would have on that day; null where nothing is supposed. */
  given(group: Cohort, on: PlainDate): RightKind | null
}

export const asWritten: Rulebook = { as: rule => rule, given: () => null }

/** The rules with one change supposed. A figure changes no right, and leaves the book as it is. */
export function asChanged(change: RuleChange): Rulebook {
  switch (change.kind) {
    case 'ends':
      return {
        ...asWritten,
        as: rule => (rule.id === change.rule ? { ...rule, until: addDays(change.on, -1) } : rule),
      }
    case 'right':
      return {
        ...asWritten,
        given: (group, on) => (group === change.group && change.on <= on ? change.right : null),
      }
    case 'figure':
      return asWritten
    default:
      return change satisfies never
  }
}

/** Is the rule of the book in force on that day? */
export const holds = (book: Rulebook, rule: AnyRule, on: PlainDate): boolean => inForceOn(book.as(rule), on)

/** The rules on which a right hangs, so that its end can be supposed. */
export const rulesOfRights: readonly AnyRule[] = [
  cohort.adultHave,
  cohort.fastTrackHave,
  cohort.childrenHave,
  cohort.afterCareHave,
  cohort.wheelchairHave,
  policy.planRequest,
  policy.learningDisability,
  maternity.maternity,
  policy.localOffer,
]
