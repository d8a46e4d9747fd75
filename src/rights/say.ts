import type { DefaultReason } from './answers/default.ts'
import type { RightReason } from './answers/right.ts'
import { type Exclusion, ruleOfExclusion } from './rules/exclusions.ts'
import type { RightKind } from './types.ts'

export { sayProblem } from './say-problem.ts'

/** What stands behind a request, told to the person. Only the first three may speak of a right. */
const rights: Readonly<Record<RightKind, string>> = {
  'right-to-have': 'You have the right to have a personal health budget.',
  'right-to-request': 'You have the right to request a personal budget, and the council must prepare one.',
  'right-to-ask': 'You have the right to ask for a personal health budget.',
  'decide-afresh': 'The right as a child has ended. Adult continuing healthcare is to be decided afresh.',
  'policy-expectation': 'The NHS is expected to offer this to you. That is policy, not law.',
  'policy-option': 'The NHS may offer this to you as an option. That is policy, not law.',
  'pilot-notional-only': 'A pilot may offer you a budget that is named and never paid out. It is not law.',
  'local-offer': 'No law gives you a budget. Your local NHS may still decide to offer you one.',
  none: 'Nothing gave you a budget on that day.',
}
export const sayRight = (right: RightKind): string => rights[right]

type Reason = RightReason | DefaultReason | 'council-share'

const reasons: Readonly<Record<Reason, string>> = {
  'power-to-pay-but-no-right': 'The NHS had the power to pay a budget, but nobody had a right to it yet.',
  'no-power-to-pay-yet': 'The NHS had no power to make direct payments yet.',
  'in-no-group-with-a-right': 'On that day you were in none of the groups that have a right.',
  'asked-before-2019-12-02': 'The right for this group began on 2 December 2019, after that day.',
  'asked-before-2016-04-01': 'The option for this group was expected by April 2016, after that day.',
  'asked-before-2014-09-01': 'The right to request a budget in an EHC plan began on 1 September 2014.',
  'asked-before-the-pilot': 'The maternity pilot had not begun by that day.',
  'under-18': 'NHS Continuing Healthcare is for people aged 18 or over.',
  'over-17': 'Continuing care for children is for people aged 17 or under.',
  'decide-adult-CHC-afresh': 'Adult continuing healthcare has to be decided afresh at 18.',
  'section-not-known': 'We need the section of the Mental Health Act under which you were detained.',
  'section-2-does-not-lead-to-section-117':
    'Detention under section 2 alone does not lead to section 117 after-care.',
  'section-does-not-lead-to-section-117':
    'Detention under that section does not lead to section 117 after-care.',
  'no-change-in-need-or-chair': 'Neither the need nor the condition of the chair has changed.',
  'not-eligible-for-the-service': 'You are not eligible for the wheelchair service.',
  'wheelchair-need-not-known':
    'We need to know if you are eligible for the wheelchair service, or what has changed.',
  'the-body-decides': 'For this group the local NHS decides for itself.',
  'before-the-default': 'Before 1 April 2019 no budget was expected by default.',
  'not-home-based': 'The expectation is for care at home, and this care is given elsewhere.',
  'fast-track-excluded-from-default': 'The expectation does not reach the fast track. The right does.',
  'children-excluded-from-default': 'The expectation does not reach children. The right does.',
  'default-is-for-continuing-healthcare': 'The expectation is for NHS Continuing Healthcare only.',
  'council-share': 'The right does not reach the part that the council pays for.',
}
const isReason = (name: string): name is Reason => Object.hasOwn(reasons, name)

/** The sentence for the name of a reason. An exclusion is told in the words of its rule. */
export const sayReason = (name: Reason | Exclusion): string =>
  isReason(name) ? reasons[name] : ruleOfExclusion(name).says
