import type { FigureSet, FiguresOf } from '../../kernel/figures.ts'

/** What each board sets for itself, from a day. */
export const settingNames = {
  'complaint-answer-days': {
    says: 'We answer a complaint within',
    unit: 'days',
    usual: null,
    least: 5,
    most: 180,
    confidence: 'design',
    why: 'We found no limit in law. Where a board sets none, the day is agreed for each complaint.',
  },
  'learnt-kept-back': {
    says: 'In public counts we keep back all up to',
    unit: 'complaints',
    usual: 7,
    least: 7,
    most: 20,
    confidence: 'general-knowledge',
    why: 'General knowledge of how national figures are kept: 1 to 7 is kept back.',
  },
  'learnt-rounded': {
    says: 'In public counts we round to the nearest',
    unit: 'complaints',
    usual: 5,
    least: 5,
    most: 20,
    confidence: 'general-knowledge',
    why: 'General knowledge of how national figures are kept: to the nearest 5.',
  },
} as const satisfies FigureSet
export type Figures = FiguresOf<typeof settingNames>
