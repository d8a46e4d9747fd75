import { readThousandths, type Thousandths } from '../../kernel/money.ts'
import type { Domain, SupportLine } from '../types.ts'

/**
 * What does not fit together in an assessment and its support. Warnings: a person decides, with the reason.
 */
export type Warning =
  | 'more-than-168-hours-a-week'
  | 'more-than-seven-nights-a-week'
  | 'severe-need-without-support'
  | 'assistant-without-training'
  | 'two-lines-alike'
  | 'own-rate-without-a-reason'
  | 'no-domain-was-assessed'
  | 'nothing-for-the-nights'

export const warningSays = {
  'more-than-168-hours-a-week':
    'The hours add up to more than there are in a week (168). Two people at once? Say so in the line.',
  'more-than-seven-nights-a-week': 'Waking nights and sleep-ins add up to more than seven a week.',
  'severe-need-without-support': 'A need was found severe or a priority, but there is no line of care.',
  'assistant-without-training':
    'An assistant is employed and a need is high or above, but no training is planned.',
  'two-lines-alike': 'Two lines say the same thing at the same time. Was one entered twice?',
  'own-rate-without-a-reason': 'A rate of its own was used without a reason.',
  'no-domain-was-assessed': 'There is no assessment by care domains yet.',
  'nothing-for-the-nights':
    'Breathing or altered consciousness was found severe or a priority, but nothing is planned for the ' +
    'nights.',
} as const satisfies Record<Warning, string>

/**
 * NHS continuing healthcare looks at twelve care domains, children's continuing care at ten (general
 * knowledge).
 */
export const adultDomains = [
  'Breathing',
  'Nutrition',
  'Continence',
  'Skin',
  'Mobility',
  'Communication',
  'Psychological and emotional needs',
  'Cognition',
  'Behaviour',
  'Drug therapies and medication',
  'Altered states of consciousness',
  'Other significant care needs',
] as const
export const childDomains = [
  'Breathing',
  'Eating and drinking',
  'Mobility',
  'Continence and elimination',
  'Skin and tissue viability',
  'Communication',
  'Drug therapies and medicines',
  'Psychological and emotional needs',
  'Seizures',
  'Challenging behaviour',
] as const
export const levels = ['no needs', 'low', 'moderate', 'high', 'severe', 'priority'] as const

const thousandths = (text: string): bigint => readThousandths(text) ?? (0n as Thousandths)
const weeklyOf = (lines: readonly SupportLine[], units: readonly string[]): bigint =>
  lines
    .filter(line => units.includes(line.unit) && line.per === 'week')
    .reduce((sum, line) => sum + thousandths(line.units), 0n)
const alike = (line: SupportLine): string =>
  [line.says, line.when, line.unit, line.rateName].join('|').toLowerCase()
const grave = (domains: readonly Domain[], name?: RegExp): boolean =>
  domains.some(one => (one.level === 'severe' || one.level === 'priority') && (!name || name.test(one.name)))

/**
 * Everything that does not fit, in the order of weight. Pure: facts in, a list out, empty when all is well.
 */
export function consistencyOf({
  domains,
  lines,
}: {
  domains: readonly Domain[]
  lines: readonly SupportLine[]
}): readonly Warning[] {
  const warnings: Warning[] = []
  const nights = weeklyOf(lines, ['night', 'sleep-in'])
  if (domains.length === 0) warnings.push('no-domain-was-assessed')
  if (weeklyOf(lines, ['hour']) > 168_000n) warnings.push('more-than-168-hours-a-week')
  if (nights > 7000n) warnings.push('more-than-seven-nights-a-week')
  if (grave(domains) && !lines.some(line => line.kind === 'care'))
    warnings.push('severe-need-without-support')
  if (grave(domains, /breathing|consciousness|seizures/i) && nights === 0n)
    warnings.push('nothing-for-the-nights')
  if (
    lines.some(line => line.employed) &&
    domains.some(one => ['high', 'severe', 'priority'].includes(one.level)) &&
    !lines.some(line => line.kind === 'training')
  )
    warnings.push('assistant-without-training')
  if (new Set(lines.map(alike)).size < lines.length) warnings.push('two-lines-alike')
  if (lines.some(line => line.rateName === null && !line.ownRateBecause?.trim()))
    warnings.push('own-rate-without-a-reason')
  return warnings
}
