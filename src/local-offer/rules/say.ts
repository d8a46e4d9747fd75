import { type Pence, sayMoney } from '../../kernel/money.ts'
import { findRule, type Relation } from '../../rights/public.ts'
import type { Answer, Every, Sign } from '../types.ts'
import type { ByRule, WhyPerson } from './answer.ts'

/** What a thing may be, as it is asked: `Alcohol`, `Repaying a debt`. */
export const saySign = (sign: Sign): string =>
  sign === 'DEBT' ? 'Money that is owed already: a debt' : findRule(sign).says.replace(/^.*: (.+)\.$/, '$1')

export const answerSays: Readonly<Record<Answer, string>> = {
  yes: 'Yes',
  'yes-if': 'Yes, with conditions',
  no: 'No',
  'not-yet': 'Not yet',
}

const everySays: Readonly<Record<Every, string>> = {
  once: 'once',
  week: 'a week',
  month: 'a month',
  year: 'a year',
}
export const everyLabel = (every: Every): string => (every === 'once' ? 'Once' : `Every ${every}`)
/** `£28.00 a month`. */
export const saySum = (sum: Pence, every: Every): string => `${sayMoney(sum)} ${everySays[every]}`

export const whyPersonSays: Readonly<Record<WhyPerson, string>> = {
  'family-in-household': 'It would pay somebody near to you, and that is for us to decide case by case.',
  'not-sure-what-it-is': 'You were not sure what kind of thing it is.',
  'words-say-something-else': 'Some of the words could mean something that the money does not buy.',
  'not-sure-of-the-plan': 'You were not sure whether it is in the plan.',
  'more-than-agreed': 'It costs more than the plan has for it.',
  'more-than-is-left': 'It costs more than is left for it this budget year.',
  'large-at-once': 'It costs more at once than the plan has for it in four weeks.',
  'local-line': 'Your board has a line of its own about this. That is a local setting, and no law.',
}

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

const ownMoney = 'You can buy it with money of your own.'
const byTheNhs = 'The NHS gives this in another way. Ask your GP surgery, or call 111.'
const insteadOf: Readonly<Record<Sign | 'NOT_IN_PLAN', string>> = {
  ALCOHOL: ownMoney,
  TOBACCO: ownMoney,
  GAMBLING: ownMoney,
  ILLEGAL: '',
  EMERGENCY: 'In an emergency call 999. For urgent help call 111.',
  PRIMARY_MEDICAL: byTheNhs,
  DENTAL_OPTICAL: 'An NHS dentist or optician can see you. Ask if you can get help with what it costs.',
  PLANNED_SURGERY: byTheNhs,
  MEDICINES: byTheNhs,
  INPATIENT: byTheNhs,
  VACCINATION: byTheNhs,
  SCREENING: byTheNhs,
  NCMP: byTheNhs,
  NHS_HEALTH_CHECK: byTheNhs,
  NHS_CHARGES: 'Ask a pharmacist if you can get help with NHS charges.',
  DEBT: 'Free advice on debts can help. Tell your team if the budget is too small for what it is for.',
  NOT_IN_PLAN:
    'If it helps with what the plan is for, the plan can be changed. Ask us to look at it: a person will.',
}

/** What else could be done, for each thing that stood against it; a sentence each, none twice. */
export const sayInstead = (codes: ByRule['codes']): string =>
  [...new Set(codes.map(code => insteadOf[code]).filter(says => says !== ''))].join(' ')

/** Why a rule says what it says, in words for everybody. */
export function sayReasons({ answer, because, codes }: ByRule, lineSays: string): string {
  if (because === 'debt-from-the-plan') return `It is owed for something in the plan: ${lineSays}.`
  if (because === 'in-plan') return `It is in the plan: ${lineSays}. There is money for it.`
  if (answer === 'not-yet') return 'It is not in the plan, and the money buys what was agreed in the plan.'
  return codes.map(code => findRule(code).says).join(' ')
}
