import { type FigureSet, type FiguresOf, usualOf } from '../../kernel/figures.ts'

/** The figures of a body's own that the checks of payments rest on, as dated settings. None is law. */
export const settingNames = {
  'payments-bank-change-days': {
    says: 'Bank details that changed in so many days before a payment are looked at again',
    unit: 'days',
    usual: 30,
    least: 0,
    most: 365,
    confidence: 'design',
    why: 'Our own figure.',
  },
  'payments-unusual-percent': {
    says: 'A payment above so much of the largest one before it is looked at',
    unit: 'percent',
    usual: 150,
    least: 100,
    most: 1000,
    confidence: 'design',
    why: 'Our own figure: one and a half times.',
  },
  'payments-enough-before': {
    says: 'Fewer payments than this say nothing about what is usual',
    unit: 'payments',
    usual: 3,
    least: 1,
    most: 12,
    confidence: 'design',
    why: 'Our own figure. At most the last twelve are looked at.',
  },
  'payments-little-percent': {
    says: 'Of what was agreed ahead, little is left below',
    unit: 'percent',
    usual: 20,
    least: 0,
    most: 50,
    confidence: 'design',
    why: 'Our own figure: a fifth. It only warns.',
  },
} as const satisfies FigureSet

export type Figures = FiguresOf<typeof settingNames>
export const usualSettings: Figures = usualOf(settingNames)
