import { pathway } from '../pathway.ts'

export default pathway({
  id: 'adult-continuing-healthcare',
  group: 'adult-continuing-healthcare',
  place: 1,
  name: 'Adult continuing healthcare',
  who: 'Adults whose care at home or elsewhere is paid for by the NHS alone',
  hint: 'The NHS alone pays for the care of somebody of 18 or over.',
  rights: ['ADULT_CHC-ASK', 'ADULT_CHC-HAVE', 'ADULT_CHC-DEFAULT', 'ADULT_CHC-MOVE-BY', 'ADULT_CHC-AGE'],
  funders: 'nhs-alone',
  clocks: ['CHC-DECISION', 'CHC-APPEAL', 'CHC-IRP', 'PHB-REQUEST', 'DP-DEC-07'],
  decideBy: 'CHC-DECISION',
  domains: 'adult',
  ages: { from: 18, until: null },
  reviews: ['DP-REV-01', 'DP-REV-02', 'DP-REV-06', 'CHC-REVIEW', 'CHC-REVIEW-YEARLY'],
  evidence: ['Letter that says NHS Continuing Healthcare is granted', 'Day from which it is granted'],
})
