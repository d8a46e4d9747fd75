import type { Role } from '../../access/public.ts'
import type { FigureSet } from '../../kernel/figures.ts'
import { type Pence, readMoney } from '../../kernel/money.ts'
import { usualBillsWeeks, usualContingencyWeeks } from './surplus.ts'

/** Every figure of a board's own that this module rests on: dated, with who set it and why. */
export const settingNames = {
  'surplus-weeks': {
    says: 'A surplus is looked at above',
    unit: 'weeks',
    usual: null,
    least: 0,
    most: 99.9,
    tenths: true,
    confidence: 'secondary',
    why: 'Weeks of payment left after what is protected. Taken from council practice; no NHS rule.',
  },
  'recovery-bills-weeks': {
    says: 'Bills kept for the coming',
    unit: 'weeks',
    usual: usualBillsWeeks,
    least: 0,
    most: 99.9,
    tenths: true,
    confidence: 'design',
    why: 'Weeks of planned care that always stay in the account.',
  },
  'recovery-contingency-weeks': {
    says: 'Contingency kept',
    unit: 'weeks',
    usual: usualContingencyWeeks,
    least: 0,
    most: 99.9,
    tenths: true,
    confidence: 'design',
    why: 'Weeks of payment for what nobody can foresee.',
  },
  'recovery-object-days': {
    says: 'People may object within',
    unit: 'days',
    usual: 28,
    least: 1,
    most: 999,
    confidence: 'design',
    why: 'Days from the letter. Nothing moves before they are over.',
  },
  'recovery-answer-days': {
    says: 'We answer an objection within',
    unit: 'days',
    usual: 28,
    least: 1,
    most: 999,
    confidence: 'design',
    why: 'Days from the objection. Nothing moves before the answer.',
  },
  'recovery-read-days': {
    says: 'After the answer nothing moves for',
    unit: 'days',
    usual: 14,
    least: 1,
    most: 999,
    confidence: 'design',
    why: 'Days to read the answer and to get advice.',
  },
  'repay-within-days': {
    says: 'Time to repay',
    unit: 'days',
    usual: 28,
    least: 1,
    most: 999,
    confidence: 'design',
    why: 'The fewest days from the letter that staff may give. The law has no figure.',
  },
  'recovery-estate-days': {
    says: 'Time for an estate to repay',
    unit: 'days',
    usual: 84,
    least: 1,
    most: 999,
    confidence: 'design',
    why: 'The fewest days that whoever settles an estate is given.',
  },
  'recovery-limit-team-leader': {
    says: 'A team leader decides up to',
    unit: 'pounds',
    usual: null,
    least: 0,
    most: 9_999_999,
    confidence: 'design',
    why: 'Leave it unset where team leaders do not decide about money asked back.',
  },
  'recovery-limit-head-of-service': {
    says: 'A head of service decides up to',
    unit: 'pounds',
    usual: null,
    least: 0,
    most: 9_999_999,
    confidence: 'design',
    why: 'Leave it unset where heads of service do not decide about money asked back.',
  },
  'recovery-limit-panel': {
    says: 'The funding panel decides up to',
    unit: 'pounds',
    usual: null,
    least: 0,
    most: 9_999_999,
    confidence: 'design',
    why: 'Leave it unset where the panel does not decide about money asked back.',
  },
} as const satisfies FigureSet
export type SettingName = keyof typeof settingNames
export const allSettings = Object.keys(settingNames) as readonly SettingName[]

/** The setting that says how much a role decides about; null for a role that never does. */
export const limitOf = (role: Role | string): SettingName | null =>
  allSettings.find(name => name === `recovery-limit-${role}`) ?? null

/** The sum of a limit as it is kept. */
export const limitSum = (value: string): Pence | null => readMoney(value)
