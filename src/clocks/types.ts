import type { PlainDate } from '../kernel/days.ts'
import type { AnyRule, Limit, RuleId, SettingKey } from '../rights/public.ts'

/** Who has to do what the clock waits for. */
export type Turn = 'icb' | 'council' | 'family' | 'those-asked-for-advice' | 'provider'

/** What may be said of a limit. Only a rule's own confidence says whether it was read in the law. */
export type Standing = 'limit' | 'expected-in-most-cases' | 'advised' | 'local-standard'

/** A kind of deadline: what starts it, what ends it, how long it may take, and whose turn it is meanwhile. */
export type Clock = {
  readonly id: RuleId
  readonly starts: string
  readonly awaits: string
  readonly turn: Turn
  readonly standing: Standing
  readonly pausable: boolean
  /** Null where no limit was found; then only a local setting gives one. */
  readonly limit: Limit | null
  /** The local setting that replaces the limit, if there may be one. */
  readonly setting: SettingKey | null
  readonly rule: AnyRule
}

export const pauseGrounds = [
  'exceptional-circumstances',
  'absence',
  'missed-appointment',
  'school-holiday',
] as const
export type PauseGround = (typeof pauseGrounds)[number]

/** Days on which a clock stands still, both inside. Only an accepted pause counts. */
export type Pause = {
  readonly ground: PauseGround
  readonly from: PlainDate
  readonly until: PlainDate
  readonly accepted: boolean
}
