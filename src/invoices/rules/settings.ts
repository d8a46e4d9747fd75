import { type FigureSet, type FiguresOf, usualOf } from '../../kernel/figures.ts'

/**
 * The figures of an ICB's own that this module rests on, as dated settings. None is a figure of law that we
 * have read.
 */
export const settingNames = {
  'invoices-over-percent': {
    says: 'More than is left of a line is a warning above so many percent over',
    unit: 'percent',
    usual: 10,
    least: 0,
    most: 100,
    confidence: 'design',
    why: 'Our own figure. Up to it, it is said for information.',
  },
  'invoices-pay-days': {
    says: 'An invoice that names no day is due so many days after its date',
    unit: 'days',
    usual: 30,
    least: 0,
    most: 90,
    confidence: 'general-knowledge',
    why: 'Public bodies are commonly said to pay within 30 days. We have not read the law itself.',
  },
  'invoices-same-days': {
    says: 'The same lines are looked for in invoices of so many days before and after',
    unit: 'days',
    usual: 400,
    least: 31,
    most: 1000,
    confidence: 'design',
    why: 'Our own figure.',
  },
  'invoices-answer-days': {
    says: 'A supplier is asked to answer a letter about a dispute within',
    unit: 'days',
    usual: 28,
    least: 7,
    most: 90,
    confidence: 'design',
    why: 'Our own figure, said in the letter.',
  },
} as const satisfies FigureSet
export type SettingName = keyof typeof settingNames
export const allSettings = Object.keys(settingNames) as readonly SettingName[]

export type Figures = FiguresOf<typeof settingNames>
export const usualFigures: Figures = usualOf(settingNames)
