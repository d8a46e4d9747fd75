import type { PlainDate } from '../../kernel/days.ts'
import { ageOn } from '../../kernel/days.ts'
import type { FigureSet, FiguresOf } from '../../kernel/figures.ts'

/** How many years a budget lasts, as each body sets it for itself from a day. */
export const settingNames = {
  'wheelchair-years-adult': {
    says: 'A wheelchair budget of an adult lasts',
    unit: 'years',
    usual: 5,
    least: 1,
    most: 10,
    confidence: 'secondary',
    why: 'A local page says that a budget usually lasts five years or three.',
  },
  'wheelchair-years-child': {
    says: 'A wheelchair budget of a child lasts',
    unit: 'years',
    usual: 3,
    least: 1,
    most: 10,
    confidence: 'secondary',
    why: 'A local page says five years or three. That the shorter is for a child is our reading of it.',
  },
  'wheelchair-tell-before': {
    says: 'Before a wheelchair budget ends we write so long before',
    unit: 'days',
    usual: 91,
    least: 14,
    most: 365,
    confidence: 'design',
    why: 'Our own: three months are enough for a repair, or for a new look.',
  },
} as const satisfies FigureSet
export type Figures = FiguresOf<typeof settingNames>

/** Under 18: as we count adults and children here; how the national collection does was not read. */
export const isChildOn = (born: PlainDate | null, day: PlainDate): boolean =>
  born !== null && ageOn(born, day) < 18

/** How many years a budget lasts that begins on a day. */
export const yearsFor = (figures: Figures, born: PlainDate | null, day: PlainDate): number =>
  figures[isChildOn(born, day) ? 'wheelchair-years-child' : 'wheelchair-years-adult']
