import { pathway } from '../pathway.ts'

export default pathway({
  id: 'childrens-continuing-care',
  group: 'childrens-continuing-care',
  place: 3,
  name: 'Children’s continuing care',
  who: 'Children and young people up to 17 whose needs other services cannot meet alone',
  hint: 'The NHS pays for extra care of somebody of 17 or under.',
  rights: [
    'CYP_CONTINUING_CARE-ASK',
    'CYP_CONTINUING_CARE-HAVE',
    'CYP_CONTINUING_CARE-NO-DEFAULT',
    'CYP_CONTINUING_CARE-AGE',
    'CYP_CONTINUING_CARE-AT-18',
    'CYP_CONTINUING_CARE-NO-GAP',
  ],
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
  decideBy: 'CYPCC-DECISION',
  domains: 'child',
  ages: { from: 0, until: 17 },
  reviews: ['DP-REV-01', 'DP-REV-02', 'DP-REV-06', 'CYPCC-REVIEW', 'CYPCC-REVIEW-YEARLY'],
  evidence: ['Decision of the continuing care panel', 'Day from which care is agreed'],
})
