import { ageOn, type PlainDate } from '../../kernel/days.ts'
import type { FigureSet, FiguresOf } from '../../kernel/figures.ts'
import type { Step } from './known.ts'

const unread =
  'We know that national guidance names days. We have not read it. Nothing is promised until this is set.'
const days = {
  unit: 'days',
  usual: null,
  least: 1,
  most: 730,
  confidence: 'local-setting',
  why: unread,
} as const

/** In how many days each review comes, as each body sets it from a day; no day is promised before that. */
export const settingNames = {
  'registers-community-days': { ...days, says: 'At home: a review is held after it was asked for, within' },
  'registers-again-days': { ...days, says: 'At home: the next review comes after the last one, within' },
  'registers-after-admission-days': { ...days, says: 'In hospital: the first review comes within' },
  'registers-inpatient-adult-days': { ...days, says: 'In hospital, 18 or over: the next review within' },
  'registers-inpatient-child-days': { ...days, says: 'In hospital, under 18: the next review within' },
} as const satisfies FigureSet
export type Figures = FiguresOf<typeof settingNames>
export type FigureName = keyof typeof settingNames

/** Which figure counts for a step that begins on a day. Whose birthday is not known is an adult here. */
export function figureOf(step: Step, born: PlainDate | null, from: PlainDate): FigureName {
  if (step !== 'inpatient') return `registers-${step}-days`
  const child = born !== null && ageOn(born, from) < 18
  return child ? 'registers-inpatient-child-days' : 'registers-inpatient-adult-days'
}
