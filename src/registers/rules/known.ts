import { ageOn, type PlainDate, plainDate } from '../../kernel/days.ts'
import type { Rule } from '../../kernel/rule.ts'
import type { ReviewKind } from '../types.ts'

const knownOf = (part: string, title: string) => ({
  cite: `architecture/sources/general-knowledge.md#${part}`,
  title: `General knowledge: ${title}`,
  address: null,
  read: plainDate('2026-11-29'),
})
const undated = { confidence: 'general-knowledge', from: null, until: null } as const

type Yes = { readonly saidYes: boolean; readonly bestInterests: boolean }

/** Nobody is on the list unless they, or who may for them, said yes; or it was decided in their interests. */
export const onlyWithAYes: Rule<Yes, boolean> = {
  ...undated,
  id: 'registers-consent',
  says: 'Somebody is on the list only with consent, or with a decision in their best interests.',
  source: knownOf('registers-of-people-at-risk', 'who is on a register of people at risk of admission'),
  cases: [
    { says: 'said yes', facts: { saidYes: true, bestInterests: false }, answer: true },
    {
      says: 'cannot decide, and it was decided',
      facts: { saidYes: false, bestInterests: true },
      answer: true,
    },
    { says: 'neither', facts: { saidYes: false, bestInterests: false }, answer: false },
  ],
  decide: ({ saidYes, bestInterests }) => saidYes || bestInterests,
}

type About = { readonly born: PlainDate; readonly hasEhcPlan: boolean; readonly day: PlainDate }
const leon = plainDate('2008-05-10')

/** Which review it is: with education under 18, and later with an education, health and care plan. */
export const kindOfReview: Rule<About, ReviewKind> = {
  ...undated,
  id: 'registers-review-kind',
  says: 'Under 18, or with an education, health and care plan, education is part of the review.',
  source: knownOf('care-and-treatment-reviews', 'care (education) and treatment reviews'),
  cases: [
    {
      says: 'the day before the eighteenth birthday',
      facts: { born: leon, hasEhcPlan: false, day: plainDate('2026-05-09') },
      answer: 'care-education-and-treatment',
    },
    {
      says: 'the eighteenth birthday, with no plan',
      facts: { born: leon, hasEhcPlan: false, day: plainDate('2026-05-10') },
      answer: 'care-and-treatment',
    },
    {
      says: 'the eighteenth birthday, with a plan',
      facts: { born: leon, hasEhcPlan: true, day: plainDate('2026-05-10') },
      answer: 'care-education-and-treatment',
    },
  ],
  decide: ({ born, hasEhcPlan, day }) =>
    hasEhcPlan || ageOn(born, day) < 18 ? 'care-education-and-treatment' : 'care-and-treatment',
}

type InHospital = {
  readonly inHospital: boolean
  readonly heldSinceAdmission: boolean
  readonly asked: boolean
}
export type Step = 'after-admission' | 'inpatient' | 'community' | 'again'

/** Which review comes next. That there are such reviews is known to us; their days are set locally. */
export const nextStep: Rule<InHospital, Step> = {
  ...undated,
  id: 'registers-review-step',
  says:
    'There is a review before somebody goes into hospital, one soon after they went, and more while they ' +
    'are there.',
  source: knownOf('care-and-treatment-reviews', 'care (education) and treatment reviews'),
  cases: [
    {
      says: 'at home, a review was asked for',
      facts: { inHospital: false, heldSinceAdmission: false, asked: true },
      answer: 'community',
    },
    {
      says: 'at home, nothing was asked for',
      facts: { inHospital: false, heldSinceAdmission: false, asked: false },
      answer: 'again',
    },
    {
      says: 'in hospital, none was held since',
      facts: { inHospital: true, heldSinceAdmission: false, asked: true },
      answer: 'after-admission',
    },
    {
      says: 'in hospital, one was held since',
      facts: { inHospital: true, heldSinceAdmission: true, asked: false },
      answer: 'inpatient',
    },
  ],
  decide: ({ inHospital, heldSinceAdmission, asked }) => {
    if (inHospital) return heldSinceAdmission ? 'inpatient' : 'after-admission'
    return asked ? 'community' : 'again'
  },
}

/** The rules of this module, as its pages show them. */
export const knownRules = [onlyWithAYes, kindOfReview, nextStep] as const
