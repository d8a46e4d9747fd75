import { pathway } from '../pathway.ts'

export default pathway({
  id: 'fast-track',
  group: 'fast-track',
  place: 2,
  name: 'Fast track continuing healthcare',
  who: 'Adults whose condition is getting worse quickly and who may be near the end of life',
  hint: 'The same, arranged quickly because somebody is getting worse quickly.',
  rights: ['ADULT_CHC_FAST_TRACK-HAVE', 'ADULT_CHC_FAST_TRACK-NO-DEFAULT', 'ADULT_CHC-AGE'],
  funders: 'nhs-alone',
  clocks: ['CHC-FT', 'CHC-APPEAL', 'PHB-REQUEST', 'DP-DEC-07'],
  domains: 'adult',
  ages: { from: 18, until: null },
  evidence: ['Fast track form, accepted', 'Day and hour it was accepted'],
})
