import { type PlainDate, plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'
import type { Cohort } from '../types.ts'
import { rightFrom, wideningFrom } from './entitlement.ts'

const on = plainDate
const askFrom = on('2014-04-01')
const askUntil = on('2014-09-30')
export const defaultFrom = on('2019-04-01')
export const moveBy = on('2020-04-01')

const toAsk = (id: string, says: string) =>
  duty({ id, says, by: [at.originCohorts], from: askFrom, until: askUntil, answer: 'right-to-ask' })
const toHave = (id: string, says: string) =>
  duty({ id, says, by: [at.reg32B, at.si20141611], from: rightFrom, answer: 'right-to-have' })
const widened = (id: string, says: string) =>
  duty({ id, says, by: [at.part6A2019], from: wideningFrom, answer: 'right-to-have' })

export const adultAsk = toAsk(
  'ADULT_CHC-ASK',
  'From April 2014 adults with NHS Continuing Healthcare may ask for a budget.',
)
export const adultHave = toHave(
  'ADULT_CHC-HAVE',
  'Since 1 October 2014 adults with NHS Continuing Healthcare have the right to have a budget.',
)
export const fastTrackHave = toHave(
  'ADULT_CHC_FAST_TRACK-HAVE',
  'Since 1 October 2014 people on the fast track have the right to have a budget.',
)
export const childrenAsk = toAsk(
  'CYP_CONTINUING_CARE-ASK',
  'From April 2014 families with children’s continuing care may ask.',
)
export const childrenHave = toHave(
  'CYP_CONTINUING_CARE-HAVE',
  'Since 1 October 2014 children with continuing care have the right to have a budget.',
)
export const afterCareHave = widened(
  'S117_AFTERCARE-HAVE',
  'Since 2 December 2019 people with section 117 after-care have the right to have a budget.',
)
export const wheelchairHave = widened(
  'WHEELCHAIR-HAVE',
  'Since 2 December 2019 people who use the wheelchair service have the right to have a budget.',
)

const homes = ['home', 'sheltered', 'supported-living', 'shared-living'] as const
/** Where somebody is looked after. */
export type Place = (typeof homes)[number] | 'nursing-home' | 'care-home' | 'hospital'
export const places = [...homes, 'nursing-home', 'care-home', 'hospital'] as const
const isHome = (place: Place): boolean => homes.some(home => home === place)

type Package = { readonly place: Place; readonly from: PlainDate; readonly on: PlainDate }
export type DefaultAnswer = 'default' | 'existing-package' | 'not-home-based' | 'before-the-default'

export const homeDefault = rule<Package, DefaultAnswer>({
  id: 'ADULT_CHC-DEFAULT',
  says: 'Since 1 April 2019 care at home under NHS Continuing Healthcare is expected to be a budget.',
  by: [at.chcQuestions],
  from: defaultFrom,
  cases: [
    {
      says: 'a home package of the day before, asked later',
      facts: { place: 'home', from: on('2019-03-31'), on: on('2019-06-03') },
      answer: 'existing-package',
    },
    {
      says: 'a home package of the first day',
      facts: { place: 'home', from: on('2019-04-01'), on: on('2019-06-03') },
      answer: 'default',
    },
    {
      says: 'shared living counts as home',
      facts: { place: 'shared-living', from: on('2019-05-13'), on: on('2019-06-03') },
      answer: 'default',
    },
    {
      says: 'a nursing home does not',
      facts: { place: 'nursing-home', from: on('2019-05-13'), on: on('2019-06-03') },
      answer: 'not-home-based',
    },
    {
      says: 'the last day before the expectation',
      facts: { place: 'home', from: on('2019-03-01'), on: on('2019-03-31') },
      answer: 'before-the-default',
    },
  ],
  decide: ({ place, from, on }) => {
    if (on < defaultFrom) return 'before-the-default'
    if (!isHome(place)) return 'not-home-based'
    return from < defaultFrom ? 'existing-package' : 'default'
  },
})

export const moveExisting = duty({
  id: 'ADULT_CHC-MOVE-BY',
  says: 'Home packages that were there before were to move to a budget by 1 April 2020.',
  by: [at.chcQuestions],
  from: defaultFrom,
  answer: { moveBy },
})
export const fastTrackNoDefault = duty({
  id: 'ADULT_CHC_FAST_TRACK-NO-DEFAULT',
  says: 'The expectation that care at home is a budget does not reach the fast track; the right does.',
  by: [at.chcQuestions],
  from: defaultFrom,
  answer: 'fast-track-excluded-from-default',
})
export const childrenNoDefault = duty({
  id: 'CYP_CONTINUING_CARE-NO-DEFAULT',
  says: 'The expectation that care at home is a budget does not reach children; the right does.',
  by: [at.chcQuestions],
  from: defaultFrom,
  answer: 'children-excluded-from-default',
})
export const decideAfresh = duty({
  id: 'CYP_CONTINUING_CARE-AT-18',
  says: 'At 18 the child’s right ends and adult continuing healthcare is decided afresh.',
  by: [at.knownAdultMove],
  from: null,
  answer: 'decide-adult-CHC-afresh',
})
export const noGapAt18 = duty({
  id: 'CYP_CONTINUING_CARE-NO-GAP',
  says: 'While the adult decision is still open, the money goes on: there is no gap.',
  by: [at.knownAdultMove],
  from: null,
  answer: 'payment-goes-on',
})

/** The section of the Mental Health Act somebody was detained under, as written on the order. */
export type Section = string
const leadTo117: ReadonlySet<Section> = new Set(['3', '37', '45A', '47', '48'])
const section2 = 'section-2-does-not-lead-to-section-117'
/** `s.37/41` and `section 45a` as the list writes them: 37 and 45A. */
const plainSection = (section: Section): string =>
  /^(?:s(?:ection)?\.?)?\s*(\d+[a-z]?)/i.exec(section.trim())?.[1]?.toUpperCase() ?? section
export type SectionAnswer = 'leads-to-section-117' | typeof section2 | 'section-does-not-lead-to-section-117'
export const sectionsThatCount = rule<{ readonly section: Section }, SectionAnswer>({
  id: 'S117_AFTERCARE-SECTIONS',
  says: 'After-care follows detention under sections 3, 37, 45A, 47 or 48, not under section 2 alone.',
  by: [at.afterCarePages],
  from: null,
  cases: [
    { says: 'section 3', facts: { section: '3' }, answer: 'leads-to-section-117' },
    { says: 'a hospital order', facts: { section: '37' }, answer: 'leads-to-section-117' },
    { says: 'a restricted hospital order', facts: { section: 's.37/41' }, answer: 'leads-to-section-117' },
    { says: 'written in small letters', facts: { section: 'Section 45a' }, answer: 'leads-to-section-117' },
    { says: 'section 2 alone', facts: { section: '2' }, answer: section2 },
    { says: 'a holding power', facts: { section: '5(2)' }, answer: 'section-does-not-lead-to-section-117' },
  ],
  decide: ({ section }) => {
    const plain = plainSection(section)
    if (leadTo117.has(plain)) return 'leads-to-section-117'
    return plain === '2' ? section2 : 'section-does-not-lead-to-section-117'
  },
})

export const afterCareFree = rule<{ readonly group: Cohort }, 'free-of-charge' | 'council-may-ask'>({
  id: 'S117_AFTERCARE-FREE',
  says: 'Section 117 after-care is free of charge, also the part that the council pays for.',
  by: [at.knownAfterCare],
  from: null,
  cases: [
    { says: 'after-care', facts: { group: 'section-117' }, answer: 'free-of-charge' },
    { says: 'another joint package', facts: { group: 'joint-funded' }, answer: 'council-may-ask' },
  ],
  decide: ({ group }) => (group === 'section-117' ? 'free-of-charge' : 'council-may-ask'),
})

export const wheelchairStandings = [
  'referred-and-eligible',
  'clinical-need-changed',
  'condition-of-chair',
  'no-change-in-need-or-chair',
  'not-eligible-for-the-service',
] as const
export type WheelchairStanding = (typeof wheelchairStandings)[number]
const chairNow = new Set<WheelchairStanding>([
  'referred-and-eligible',
  'clinical-need-changed',
  'condition-of-chair',
])
export const wheelchairWho = rule<{ readonly standing: WheelchairStanding }, boolean>({
  id: 'WHEELCHAIR-WHO',
  says: 'The right is for somebody referred and eligible, or whose need or chair has changed.',
  by: [at.wheelchairPages],
  from: null,
  cases: wheelchairStandings.map(standing => ({
    says: standing.replaceAll('-', ' '),
    facts: { standing },
    answer: chairNow.has(standing),
  })),
  decide: ({ standing }) => chairNow.has(standing),
})

export const cohortRules = [
  adultAsk,
  adultHave,
  fastTrackHave,
  childrenAsk,
  childrenHave,
  afterCareHave,
  wheelchairHave,
  homeDefault,
  moveExisting,
  fastTrackNoDefault,
  childrenNoDefault,
  decideAfresh,
  noGapAt18,
  sectionsThatCount,
  afterCareFree,
  wheelchairWho,
]
