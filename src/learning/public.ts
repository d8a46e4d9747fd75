// The door of `learning`: who may join, who has a place, what a site's page shows. See README.md.
export {
  type Comment,
  type Decision,
  decisionSays,
  type PublicPage,
  publicAt,
  type SitePage,
  toldOf,
  whyNotDecided,
} from './rules/comments.ts'
export { type Applicant, type Employer, employers, type JoiningRules, nextStep } from './rules/joining.ts'
export { type Asking, completion, type Places, placesOf, type Series } from './rules/places.ts'
