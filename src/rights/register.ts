import type { Confidence } from '../kernel/rule.ts'
import { accountRules } from './rules/account.ts'
import { amountRules } from './rules/amount.ts'
import { buyingRules } from './rules/buying.ts'
import { capacityRules } from './rules/capacity.ts'
import { clockLimits, unlimitedRules } from './rules/clock-limits.ts'
import { cohortRules } from './rules/cohorts.ts'
import { complainingRules } from './rules/complaining.ts'
import { consentRules } from './rules/consent.ts'
import { decidingRules } from './rules/deciding.ts'
import { educationRules } from './rules/education.ts'
import { entitlementRules } from './rules/entitlement.ts'
import { exclusionRules } from './rules/exclusions.ts'
import { learningRules } from './rules/learning.ts'
import { maternityRules } from './rules/maternity.ts'
import { payeeRules } from './rules/payee.ts'
import { planningRules } from './rules/planning.ts'
import { policyRules } from './rules/policy.ts'
import { powerRules } from './rules/powers.ts'
import { practiceRules } from './rules/practice.ts'
import { repayingRules } from './rules/repaying.ts'
import { returningRules } from './rules/returning.ts'
import { reviewingRules } from './rules/reviewing.ts'
import { spreadingRules } from './rules/spreading.ts'
import { stoppingRules } from './rules/stopping.ts'
import { wheelchairRules } from './rules/wheelchairs.ts'
import type { AnyRule, RuleId } from './types.ts'

/** Every rule that the service knows, in the order in which a budget meets them. */
export const register: readonly AnyRule[] = [
  ...entitlementRules,
  ...cohortRules,
  ...policyRules,
  ...maternityRules,
  ...educationRules,
  ...consentRules,
  ...capacityRules,
  ...powerRules,
  ...decidingRules,
  ...planningRules,
  ...amountRules,
  ...accountRules,
  ...payeeRules,
  ...buyingRules,
  ...reviewingRules,
  ...repayingRules,
  ...stoppingRules,
  ...exclusionRules,
  ...clockLimits,
  ...unlimitedRules,
  ...wheelchairRules,
  ...complainingRules,
  ...returningRules,
  ...spreadingRules,
  ...learningRules,
  ...practiceRules,
]

const byId = new Map(register.map(one => [one.id, one]))

/** The rule of that id; throws where there is none, since ids are written by us. */
export function findRule(id: RuleId): AnyRule {
  const found = byId.get(id)
  if (!found) throw new RangeError(`there is no rule ${id}`)
  return found
}

const words: Readonly<Record<Confidence, string>> = {
  'statute-read': 'This is the law. We have read it.',
  origin:
    'This stands in the documents that this service was asked to carry out. We have not read it in the law.',
  secondary: 'An official or other public page says this. We have not read it in the law.',
  forerunner: 'We read this in the earlier rules of 2010. We have not read it in the rules of 2013.',
  'general-knowledge': 'This is general knowledge. We have not read it in the law.',
  design: 'This is how this service works. It is not law.',
  'local-setting': 'This is a local setting. It is not a rule of law.',
}

/** The words that must stand beside whatever rests on a rule of that confidence. */
export const sayConfidence = (confidence: Confidence): string => words[confidence]
