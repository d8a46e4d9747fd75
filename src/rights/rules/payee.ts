import { plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const since = plainDate('2013-08-01')

export const usePerPlan = duty({
  id: 'DP-PAY-01',
  says: 'The holder uses the money as planned, keeps evidence and answers questions about it.',
  by: [at.knownConditions],
  from: null,
  answer: ['only-for-the-plan', 'keep-evidence', 'give-information'],
})

/** The close family of the parallel rules; the list of regulation 7(8) is thought to have the same shape. */
export const closeFamily = [
  'spouse-or-partner',
  'parent',
  'parent-in-law',
  'child',
  'child-in-law',
  'step-child',
  'sibling',
  'aunt-or-uncle',
  'grandparent',
] as const
export const relations = [...closeFamily, 'friend', 'other'] as const
export type Relation = (typeof relations)[number]
const isFamily = (relation: Relation): boolean => closeFamily.some(one => one === relation)

export type CareBy = {
  readonly relation: Relation
  readonly sameHousehold: boolean
  readonly forChild?: boolean
}
export const necessary = 'necessary-to-meet-the-need-satisfactorily'
export type FamilyTest = typeof necessary | 'or-to-promote-the-welfare-of-the-child'
export const familyForCare = rule<CareBy, readonly FamilyTest[]>({
  id: 'DP-PAY-02',
  says: 'Close family in the same household are paid for care only where that is necessary.',
  by: [at.narrowFamily, at.northernIreland, at.knownFamily],
  from: since,
  cases: [
    {
      says: 'a wife at home',
      facts: { relation: 'spouse-or-partner', sameHousehold: true },
      answer: [necessary],
    },
    {
      says: 'a sister who lives elsewhere',
      facts: { relation: 'sibling', sameHousehold: false },
      answer: [],
    },
    { says: 'a lodger', facts: { relation: 'friend', sameHousehold: true }, answer: [] },
    {
      says: 'a child’s aunt at home',
      facts: { relation: 'aunt-or-uncle', sameHousehold: true, forChild: true },
      answer: [necessary, 'or-to-promote-the-welfare-of-the-child'],
    },
  ],
  decide: ({ relation, sameHousehold, forChild = false }) => {
    if (!sameHousehold || !isFamily(relation)) return []
    return forChild ? [necessary, 'or-to-promote-the-welfare-of-the-child'] : [necessary]
  },
})
export const familyList = rule<{ readonly relation: Relation }, boolean>({
  id: 'DP-PAY-03',
  says: 'Close family: partner, parents, children, siblings, aunts, uncles, grandparents, in-laws.',
  by: [at.northernIreland, at.knownFamily],
  from: null,
  cases: relations.map(relation => ({
    says: relation.replaceAll('-', ' '),
    facts: { relation },
    answer: isFamily(relation),
  })),
  decide: ({ relation }) => isFamily(relation),
})
export const connectedPerson = rule<CareBy, boolean>({
  id: 'DP-PAY-04',
  says: 'Since 2017 close family and friends who live in the household are connected persons.',
  by: [at.connectedPeople],
  from: null,
  cases: [
    { says: 'a friend who lodges', facts: { relation: 'friend', sameHousehold: true }, answer: true },
    { says: 'a wife at home', facts: { relation: 'spouse-or-partner', sameHousehold: true }, answer: true },
    { says: 'a friend next door', facts: { relation: 'friend', sameHousehold: false }, answer: false },
    { says: 'a stranger who lodges', facts: { relation: 'other', sameHousehold: true }, answer: false },
  ],
  decide: ({ relation, sameHousehold }) => sameHousehold && relation !== 'other',
})
export const livingApart = duty({
  id: 'DP-PAY-05',
  says: 'Relatives who live elsewhere may be paid without more.',
  by: [at.councilFamily],
  from: null,
  answer: 'lives-apart',
})
export const helpWithManaging = duty({
  id: 'DP-PAY-MANAGING',
  says: 'Paying a connected person to help with managing the money is a grant of its own, apart from care.',
  by: [at.knownFamily],
  from: null,
  answer: 'ICB-decision',
})

export const outsideRegister = duty({
  id: 'DP-STAFF-01',
  says: 'An assistant whom the holder employs directly does not have to register with the care regulator.',
  by: [at.cqc2014, at.deliveryStep5],
  from: null,
  answer: 'outside-registration',
})
type Insured = { readonly employsDirectly: boolean; readonly insured: boolean }
export const employerInsurance = rule<Insured, 'employer-insurance-not-in-place' | null>({
  id: 'DP-STAFF-02',
  says: 'Where assistants are employed directly, the employer’s insurance is in place.',
  by: [at.deliveryStep5],
  from: null,
  cases: [
    { says: 'employs, insured', facts: { employsDirectly: true, insured: true }, answer: null },
    {
      says: 'employs, not insured',
      facts: { employsDirectly: true, insured: false },
      answer: 'employer-insurance-not-in-place',
    },
    { says: 'an agency', facts: { employsDirectly: false, insured: false }, answer: null },
  ],
  decide: ({ employsDirectly, insured }) =>
    employsDirectly && !insured ? 'employer-insurance-not-in-place' : null,
})
export const training = duty({
  id: 'DP-STAFF-03',
  says: 'The plan names the training needed; the budget pays for it, unless an agency’s rate holds it.',
  by: [at.deliveryStep5],
  from: null,
  answer: 'training-in-plan-and-budget',
})
export const delegatedTasks = duty({
  id: 'DP-STAFF-04',
  says: 'A registered practitioner who passes on a clinical task trains, signs off and stays accountable.',
  by: [at.delegation],
  from: null,
  answer: ['training', 'competence-sign-off', 'three-way-record'],
})
export const regulatedStaff = duty({
  id: 'DP-STAFF-05',
  says: 'Before a regulated professional is hired, registration and indemnity are checked.',
  by: [at.knownStaff],
  from: null,
  answer: ['registration', 'indemnity'],
})
export const childAssistant = duty({
  id: 'DP-STAFF-06',
  says: 'An assistant for a child starts after the enhanced certificate has been seen. This is a local rule.',
  by: [at.councilChildren],
  from: null,
  answer: 'certificate-seen-before-start',
})

export const payeeRules = [
  usePerPlan,
  familyForCare,
  familyList,
  connectedPerson,
  livingApart,
  helpWithManaging,
  outsideRegister,
  employerInsurance,
  training,
  delegatedTasks,
  regulatedStaff,
  childAssistant,
]
