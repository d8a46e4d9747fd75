import { allSteps, type Pathway } from '../pathway.ts'
import { ways } from '../types.ts'

export default {
  id: 'fast-track',
  group: 'fast-track',
  place: 2,
  name: 'Fast track continuing healthcare',
  who: 'Adults whose condition is getting worse quickly and who may be near the end of life',
  hint: 'The same, arranged quickly because somebody is getting worse quickly.',
  rights: ['ADULT_CHC_FAST_TRACK-HAVE', 'ADULT_CHC_FAST_TRACK-NO-DEFAULT', 'ADULT_CHC-AGE'],
  funders: 'nhs-alone',
  ways,
  steps: allSteps,
  clocks: ['CHC-FT', 'CHC-APPEAL', 'PHB-REQUEST', 'DP-DEC-07'],
  decideBy: null,
  domains: 'adult',
  ages: { from: 18, until: null },
  asks: null,
  reviews: ['DP-REV-01', 'DP-REV-02', 'DP-REV-06'],
  evidence: ['Fast track form, accepted', 'Day and hour it was accepted'],
} satisfies Pathway
