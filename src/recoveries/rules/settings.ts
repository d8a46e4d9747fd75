import type { Role } from '../../access/public.ts'
import { type Pence, readMoney } from '../../kernel/money.ts'
import { usualBillsWeeks, usualContingencyWeeks } from './surplus.ts'

export type SettingFacts = {
  readonly says: string
  readonly unit: 'weeks' | 'days' | 'pounds'
  /** What counts where a board has set nothing; null where there is nothing then. */
  readonly usual: number | null
  readonly hint: string
}

/** Every figure of a board's own that this module rests on: dated, with who set it and why. */
export const settingNames = {
  'surplus-weeks': {
    says: 'A surplus is looked at above',
    unit: 'weeks',
    usual: null,
    hint: 'Weeks of payment left after what is protected. Taken from council practice; no NHS rule.',
  },
  'recovery-bills-weeks': {
    says: 'Bills kept for the coming',
    unit: 'weeks',
    usual: usualBillsWeeks,
    hint: 'Weeks of planned care that always stay in the account.',
  },
  'recovery-contingency-weeks': {
    says: 'Contingency kept',
    unit: 'weeks',
    usual: usualContingencyWeeks,
    hint: 'Weeks of payment for what nobody can foresee.',
  },
  'recovery-object-days': {
    says: 'People may object within',
    unit: 'days',
    usual: 28,
    hint: 'Days from the letter. Nothing moves before they are over.',
  },
  'recovery-answer-days': {
    says: 'We answer an objection within',
    unit: 'days',
    usual: 28,
    hint: 'Days from the objection. Nothing moves before the answer.',
  },
  'recovery-read-days': {
    says: 'After the answer nothing moves for',
    unit: 'days',
    usual: 14,
    hint: 'Days to read the answer and to get advice.',
  },
  'repay-within-days': {
    says: 'Time to repay',
    unit: 'days',
    usual: 28,
    hint: 'The fewest days from the letter that staff may give. The law has no figure.',
  },
  'recovery-estate-days': {
    says: 'Time for an estate to repay',
    unit: 'days',
    usual: 84,
    hint: 'The fewest days that whoever settles an estate is given.',
  },
  'recovery-limit-team-leader': {
    says: 'A team leader decides up to',
    unit: 'pounds',
    usual: null,
    hint: 'Leave it unset where team leaders do not decide about money asked back.',
  },
  'recovery-limit-head-of-service': {
    says: 'A head of service decides up to',
    unit: 'pounds',
    usual: null,
    hint: 'Leave it unset where heads of service do not decide about money asked back.',
  },
  'recovery-limit-panel': {
    says: 'The funding panel decides up to',
    unit: 'pounds',
    usual: null,
    hint: 'Leave it unset where the panel does not decide about money asked back.',
  },
} as const satisfies Record<string, SettingFacts>
export type SettingName = keyof typeof settingNames
export const allSettings = Object.keys(settingNames) as readonly SettingName[]

/** The setting that says how much a role decides about; null for a role that never does. */
export const limitOf = (role: Role | string): SettingName | null =>
  allSettings.find(name => name === `recovery-limit-${role}`) ?? null

const shapes = {
  weeks: /^\d{1,2}(\.\d)?$/,
  days: /^[1-9]\d{0,2}$/,
  pounds: /^\d{1,7}(\.\d{2})?$/,
} as const satisfies Record<SettingFacts['unit'], RegExp>

/** A setting's text as it is kept, or null where it cannot be one: `8`, `8.5`, `28`, `1000.00`. */
export function readSetting(name: SettingName, typed: string): string | null {
  const text = typed.trim().replace(/^£/, '').replaceAll(',', '')
  return shapes[settingNames[name].unit].test(text) ? text : null
}

export const settingWrong = {
  weeks: 'Enter weeks as a number, like 8 or 8.5',
  days: 'Enter days as a whole number, like 28',
  pounds: 'Enter an amount in pounds, like 1000',
} as const satisfies Record<SettingFacts['unit'], string>

/** The sum of a limit as it is kept. */
export const limitSum = (value: string): Pence | null => readMoney(value)

/** A setting as people read it: `8 weeks`, `£1,000`. */
export function saySetting(name: SettingName, value: string | number): string {
  const { unit } = settingNames[name]
  if (unit === 'pounds') return `£${Number(value).toLocaleString('en-GB')}`
  return Number(value) === 1 ? `1 ${unit.slice(0, -1)}` : `${value} ${unit}`
}
