import type { MaternityAudience, MaternityStage } from '../../rights/public.ts'
import type { Ending, How, Said } from '../types.ts'
import type { Stand } from './stand.ts'

/** The three stages, in words; the words of the profession stand beside them once. */
export const stageSays = {
  antenatal: 'Care in pregnancy',
  intrapartum: 'Care at the birth',
  postnatal: 'Care after the birth',
} as const satisfies Record<MaternityStage, string>

export const stageHint = {
  antenatal: 'Check-ups, scans and classes until the birth. Midwives call it antenatal.',
  intrapartum: 'Where the baby is born, and who is there. Midwives call it intrapartum.',
  postnatal: 'Visits and help in the first weeks. Midwives call it postnatal.',
} as const satisfies Record<MaternityStage, string>

export const audienceSays = {
  all: 'Everybody who is pregnant here',
  'first-time': 'Women who are having their first baby',
  'low-risk': 'Women whose pregnancy is low risk',
  'named-clinics': 'Women who go to some clinics',
  nobody: 'Nobody at the moment',
} as const satisfies Record<MaternityAudience, string>

export const standSays = {
  offered: 'Offered',
  declined: 'Declined',
  choosing: 'Choosing',
  confirming: 'Choice to be confirmed',
  chosen: 'All chosen',
  complete: 'All three stages are over',
  'pregnancy-ended': 'Closed',
  'handed-over': 'Moved to another area',
  stopped: 'No longer wanted',
} as const satisfies Record<Stand, string>

export const saidSays = {
  accepted: 'Yes, I want to choose',
  declined: 'No, thank you',
} as const satisfies Record<Said, string>

export const endingSays = {
  'pregnancy-ended': 'The pregnancy has ended, or the baby has died',
  'moved-away': 'She moves to another area',
  'not-wanted': 'She does not want the budget any more',
} as const satisfies Record<Ending, string>

export const howSays = {
  'as-chosen': 'Where she chose',
  emergency: 'Somewhere else, because it had to be',
} as const satisfies Record<How, string>
