import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { FigureSet, FiguresOf } from '../../kernel/figures.ts'
import type { Age } from '../types.ts'

const ours = { unit: 'days', least: 1, most: 730, confidence: 'design' } as const

/** How many days ahead a body tells of what changes. Without a setting: our own days, and no rule of law. */
export const settingNames = {
  'birthday-16-days-ahead': {
    ...ours,
    says: 'The 16th birthday is told ahead by',
    usual: 182,
    why: 'Half a year, so that consent, sight and account can change hands in time. This is our own choice.',
  },
  'birthday-18-days-ahead': {
    ...ours,
    says: 'The 18th birthday is told ahead by',
    usual: 273,
    why: 'Nine months, because the adult decision takes longer. This is our own choice.',
  },
  'birthday-adult-move-days-ahead': {
    ...ours,
    says: 'The 14th and 17th birthdays of the move to adult care are told ahead by',
    usual: 91,
    why: 'A quarter of a year, for a meeting to be held. This is our own choice.',
  },
  'consents-renewal-days-ahead': {
    ...ours,
    says: 'What ends or is to be looked at again is listed ahead by',
    usual: 56,
    why: 'Eight weeks, as long as a new paper may take. This is our own choice.',
  },
} as const satisfies FigureSet
export type Figures = FiguresOf<typeof settingNames>

const figureOfAge = {
  14: 'birthday-adult-move-days-ahead',
  16: 'birthday-16-days-ahead',
  17: 'birthday-adult-move-days-ahead',
  18: 'birthday-18-days-ahead',
} as const satisfies Record<Age, keyof typeof settingNames>

/** The first day on which a birthday is told. */
export const tellFrom = (figures: Figures, age: Age, birthday: PlainDate): PlainDate =>
  addDays(birthday, -figures[figureOfAge[age]])

/** Is a birthday told on a day? From its first day until the day before it. */
export const isTold = (
  figures: Figures,
  { age, birthday }: { readonly age: Age; readonly birthday: PlainDate },
  day: PlainDate,
): boolean => tellFrom(figures, age, birthday) <= day && day < birthday
