import { ways } from '../types.ts'
import { allSteps, type Pathway } from './pathway.ts'

export const fastTrack: Pathway = {
  id: 'fast-track',
  name: 'Fast track continuing healthcare',
  who: 'Adults whose condition is getting worse quickly and who may be near the end of life',
  rights: ['ADULT_CHC_FAST_TRACK-HAVE', 'ADULT_CHC_FAST_TRACK-NO-DEFAULT', 'ADULT_CHC-AGE'],
  funders: 'nhs-alone',
  ways,
  steps: allSteps,
  clocks: ['CHC-FT', 'CHC-APPEAL', 'PHB-REQUEST', 'DP-DEC-07'],
  reviews: ['DP-REV-01', 'DP-REV-02', 'DP-REV-06'],
  evidence: ['Fast track form, accepted', 'Day and hour it was accepted'],
}
