import type { PlainDate } from '../kernel/days.ts'
import type { Confidence } from '../kernel/rule.ts'
import { findRule } from './register.ts'
import { mostItemsOneOff } from './rules/account.ts'
import { onceInMonths } from './rules/deciding.ts'
import { firstReviewWithin, laterReviewWithin } from './rules/reviewing.ts'
import type { RuleId } from './types.ts'

/** What a body may set for itself, the rule whose figure it replaces, and the figure without a setting. */
export const settingKeys = {
  'request-answer-working-days': { rule: 'PHB-REQUEST', unit: 'working days', figure: null },
  'reconsideration-answer-working-days': { rule: 'DP-DEC-07', unit: 'working days', figure: null },
  'purchase-answer-working-days': { rule: 'CAN-I-BUY', unit: 'working days', figure: null },
  'maternity-confirm-working-days': { rule: 'MATERNITY_PMCB-CONFIRM', unit: 'working days', figure: null },
  'reconsider-once-in-months': { rule: 'DP-DEC-06', unit: 'months', figure: onceInMonths },
  'one-off-most-items': { rule: 'DP-ACC-08', unit: 'items', figure: mostItemsOneOff },
  'first-review-within-months': { rule: 'DP-REV-01', unit: 'months', figure: firstReviewWithin },
  'later-review-within-months': { rule: 'DP-REV-02', unit: 'months', figure: laterReviewWithin },
  'surplus-weeks': { rule: 'PRACTICE-SURPLUS', unit: 'weeks', figure: null },
  'stop-notice-days': { rule: 'DP-STOP-N1', unit: 'days', figure: null },
  'cut-notice-days': { rule: 'DP-AMT-05', unit: 'days', figure: null },
  'repay-within-days': { rule: 'DP-REPAY-02', unit: 'days', figure: null },
} as const satisfies Record<
  string,
  { readonly rule: RuleId; readonly unit: string; readonly figure: number | null }
>
export type SettingKey = keyof typeof settingKeys

/** A figure of a body's own, from a day until a day (both inside), with who set it and why. */
export type Setting = {
  readonly key: SettingKey
  readonly value: number
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly owner: string
  readonly because: string
}

/** The setting in force on a day; of several, the one that began last. Null where there is none. */
export const settingOn = (settings: readonly Setting[], key: SettingKey, day: PlainDate): Setting | null =>
  settings
    .filter(one => one.key === key && one.from <= day && (one.until === null || day <= one.until))
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null

/**
 * The figure that counts on a day, and what may be said of it. `value` is null where neither has a figure.
 */
export type Figure = {
  readonly value: number | null
  readonly unit: string
  readonly rule: RuleId
  readonly confidence: Confidence
  readonly setting: Setting | null
}
export function figureOn(settings: readonly Setting[], key: SettingKey, day: PlainDate): Figure {
  const { rule, unit, figure } = settingKeys[key]
  const setting = settingOn(settings, key, day)
  if (setting !== null) return { value: setting.value, unit, rule, confidence: 'local-setting', setting }
  return { value: figure, unit, rule, confidence: findRule(rule).confidence, setting: null }
}
