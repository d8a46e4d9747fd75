/** Which right somebody has, what the rules ask at each step, and how sure we are of each of them. */
export { type AccountFacts, type AccountProblem, accountProblems } from './answers/account.ts'
export { type BuyAnswer, canIBuy, type Wish } from './answers/buying.ts'
export { afterNominationWithdrawn, consentOn, type RoleFacts, rolesOn } from './answers/consent.ts'
export { type DefaultAnswer, defaultOn, partsReached, type Share } from './answers/default.ts'
export { planBudget } from './answers/education.ts'
export { type ExcludingOrder, type ExclusionAnswer, exclusionOn } from './answers/exclusion.ts'
export { mayPayFamily } from './answers/family.ts'
export { type BeforeMoney, type BeforeMoneyReason, firstPayment } from './answers/first-payment.ts'
export { netting, oneOff } from './answers/money.ts'
export { repayBy, repaymentNotice, stopping } from './answers/notice.ts'
export { decideParts, type Part, type PartsAnswer, sayPartsProblem } from './answers/parts.ts'
export { mustReconsider, type ReconsiderSubject } from './answers/reconsideration.ts'
export { afterEvent, type ReviewEvent } from './answers/review-event.ts'
export { type CohortFact, type RightAnswer, type RightFacts, rightOn } from './answers/right.ts'
export { type Explanation, explain, listRules } from './explain.ts'
export { type Pathway, pathwayOf, pathways, type Step } from './pathways.ts'
export { findRule, register, sayConfidence } from './register.ts'
export { backedBy, inForceOn, together } from './rule.ts'
export { type NeverCode, neverCodes } from './rules/buying.ts'
export { clockLimits, type Limit } from './rules/clock-limits.ts'
export { decideAfresh, noGapAt18, type Place, places } from './rules/cohorts.ts'
export { childrensAge } from './rules/entitlement.ts'
export { type Exclusion, exclusions } from './rules/exclusions.ts'
export { type Relation, relations } from './rules/payee.ts'
export { type RepaymentGround, repaymentGrounds } from './rules/repaying.ts'
export { type Booking, firstReview, type Lane, lanes, lanesApart, laterReview } from './rules/reviewing.ts'
export { type StopGround, stopGrounds } from './rules/stopping.ts'
export { sayReason, sayRight } from './say.ts'
export { figureOn, type Setting, type SettingKey, settingKeys, settingOn } from './settings.ts'
export {
  type AnyRule,
  type Backed,
  type Cohort,
  cohorts,
  type RightKind,
  type RuleId,
  type Way,
  ways,
} from './types.ts'
