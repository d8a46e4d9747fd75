import type { Confidence } from '../../kernel/rule.ts'

type SettingFacts = {
  readonly says: string
  readonly usual: number
  readonly confidence: Confidence
  readonly why: string
}

/**
 * The figures of an ICB's own that this module rests on, as dated settings. None is a figure of law that we
 * have read.
 */
export const settingNames = {
  'invoices-over-percent': {
    says: 'More than is left of a line is a warning above so many percent over',
    usual: 10,
    confidence: 'design',
    why: 'Our own figure. Up to it, it is said for information.',
  },
  'invoices-pay-days': {
    says: 'An invoice that names no day is due so many days after its date',
    usual: 30,
    confidence: 'general-knowledge',
    why: 'Public bodies are commonly said to pay within 30 days. We have not read the law itself.',
  },
  'invoices-same-days': {
    says: 'The same lines are looked for in invoices of so many days before and after',
    usual: 400,
    confidence: 'design',
    why: 'Our own figure.',
  },
} as const satisfies Record<string, SettingFacts>
export type SettingName = keyof typeof settingNames
export const allSettings = Object.keys(settingNames) as readonly SettingName[]

export type Figures = Readonly<Record<SettingName, number>>
export const usualFigures: Figures = {
  'invoices-over-percent': settingNames['invoices-over-percent'].usual,
  'invoices-pay-days': settingNames['invoices-pay-days'].usual,
  'invoices-same-days': settingNames['invoices-same-days'].usual,
}

/** A setting's text as a figure; what it is usually, where it is none. */
export const figureIn = (name: SettingName, text: string | null): number =>
  text !== null && /^\d{1,4}$/.test(text) ? Number(text) : settingNames[name].usual
