import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Deciding, Power, Relation } from '../../rights/public.ts'
import type { Line, Purpose, ShareAnswer } from '../types.ts'
import type { Decides } from './who-decides.ts'

/** Each decision as it is asked of somebody. */
export const decidingSays = {
  'hold-money': 'Having a direct payment, and holding the money',
  'agree-plan': 'Agreeing the plan',
  'where-to-live': 'Where to live',
  'share-information': 'What others may know',
  'name-nominee': 'Naming somebody to receive the money',
} as const satisfies Record<Deciding, string>

export const ableSays = {
  child: 'Under 16',
  presumed: 'Taken to be able',
  'found-able': 'Found able',
  'found-unable': 'Found not able',
  'birth-unknown': 'Birthday not known',
} as const satisfies Record<Decides['able'], string>

export const foundSays = { has: 'Can decide this', 'has-not': 'Cannot decide this' } as const

export const powerSays = {
  'parental-responsibility': 'Parental responsibility (under 16)',
  deputy: 'Deputy, by the Court of Protection',
  'lasting-power-property': 'Lasting power: property and money',
  'lasting-power-health': 'Lasting power: health and welfare',
  attorney: 'Older, enduring power',
  'appointed-by-icb': 'Appointed by the board',
} as const satisfies Record<Power, string>

export const mayDecideSays = { yes: 'Yes', no: 'No', 'as-the-order-says': 'As the order says' } as const

export const purposeSays = {
  'joint-plan': 'One plan together with the council',
  school: 'With the school',
  hospital: 'With the hospital',
  survey: 'A survey of the national team',
  research: 'Research',
} as const satisfies Record<Purpose, string>

/** What a body gets to know for a purpose, in words for the family. */
export const purposeMeans = {
  'joint-plan':
    'Its officers see the plan, the lines of the council and the total of each part. They do ' +
    'not see the NHS’s own lines or evidence about health.',
  school: 'What the school needs to know to keep the plan going in school hours.',
  hospital: 'What the hospital needs to know when you come in: who helps, and how.',
  survey: 'The national team may send you questions. Answers are counted without your name.',
  research: 'Researchers may use what is asked for, for one named piece of research.',
} as const satisfies Record<Purpose, string>

export const answerSays = {
  given: 'Shared',
  refused: 'Not shared',
  withdrawn: 'Not shared: taken back',
  'not-asked': 'Nobody was asked yet',
} as const satisfies Record<ShareAnswer | 'not-asked', string>

/** Is it shared on a day? A consent that has run out or not begun shares nothing. */
export const isShared = ({ answer, from, until }: Pick<Line, 'answer' | 'from' | 'until'>, day: PlainDate) =>
  answer === 'given' && (from === null || from <= day) && (until === null || day <= until)

export const sayWhen = (from: PlainDate | null, until: PlainDate | null): string =>
  [from && `from ${sayShortDay(from)}`, until && `until ${sayShortDay(until)}`].filter(Boolean).join(' ')

export const paidForSays = { care: 'Care', 'help-with-managing': 'Help with managing the money' } as const

export const relationSays: Readonly<Record<Relation, string>> = {
  'spouse-or-partner': 'Husband, wife or partner',
  parent: 'Parent',
  'parent-in-law': 'Parent of a husband, wife or partner',
  child: 'Son or daughter',
  'child-in-law': 'Husband, wife or partner of a son or daughter',
  'step-child': 'Stepson or stepdaughter',
  sibling: 'Brother or sister',
  'aunt-or-uncle': 'Aunt or uncle',
  grandparent: 'Grandparent',
  friend: 'Friend or lodger',
  other: 'Somebody else',
}
