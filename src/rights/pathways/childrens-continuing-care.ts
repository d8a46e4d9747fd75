import { ways } from '../types.ts'
import { allSteps, type Pathway } from './pathway.ts'

export const childrensContinuingCare: Pathway = {
  id: 'childrens-continuing-care',
  name: 'Children’s continuing care',
  who: 'Children and young people up to 17 whose needs other services cannot meet alone',
  rights: [
    'CYP_CONTINUING_CARE-ASK',
    'CYP_CONTINUING_CARE-HAVE',
    'CYP_CONTINUING_CARE-NO-DEFAULT',
    'CYP_CONTINUING_CARE-AGE',
    'CYP_CONTINUING_CARE-AT-18',
    'CYP_CONTINUING_CARE-NO-GAP',
  ],
  funders: 'nhs-part',
  ways,
  steps: allSteps,
  clocks: [
    'CYPCC-PREASSESS',
    'CYPCC-DECISION',
    'CYPCC-NOTIFY',
    'CYPCC-ADULT-14',
    'CYPCC-ADULT-16',
    'CYPCC-ADULT-17',
    'CYPCC-ADULT-18',
    'PHB-REQUEST',
    'DP-DEC-07',
  ],
  reviews: ['DP-REV-01', 'DP-REV-02', 'DP-REV-06', 'CYPCC-REVIEW', 'CYPCC-REVIEW-YEARLY'],
  evidence: ['Decision of the continuing care panel', 'Day from which care is agreed'],
}
