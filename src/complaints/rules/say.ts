import type {
  About,
  AgainOutcome,
  AgainSubject,
  AgreedWay,
  ChcWhat,
  How,
  LearntFrom,
  Maker,
  OmbudsmanName,
  Outcome,
} from '../types.ts'
import { hiddenSays } from './names.ts'
import type { Stage } from './stage.ts'

export const problemSays = {
  'not-allowed': 'You cannot do this',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'maker-missing': 'Enter who complains',
  'words-missing': 'Say what happened',
  'wants-missing': 'Say what should be put right',
  'happened-later': 'It cannot have happened after the complaint came',
  'late-reason':
    'This was more than twelve months ago. Say why the complaint comes now: it may still be heard',
  'not-read-back': 'Read it back to whoever telephones, and tick that you did',
  'not-a-paper': 'Choose a PDF, a picture (JPEG or PNG) or a plain text',
  over: 'This complaint is answered or over. Open it again first',
  'acknowledged-already': 'Somebody has told them already that it arrived',
  'not-acknowledged': 'First tell them that the complaint arrived',
  'consent-not-needed': 'The person complains, or whoever stands for them: no consent is needed',
  'consent-already': 'The consent is noted already',
  'consent-missing': 'Somebody else complains: the person’s consent must be noted first',
  'before-it-happened': 'The day cannot be before what is complained of',
  'not-late': 'It came within twelve months, so it is heard',
  'heard-already': 'This is decided already',
  'late-undecided': 'It came late. First decide whether it is heard',
  'complained-of': 'You are complained of. Somebody else has to do this',
  'decided-first': 'You decided what this is about. Somebody else has to sign the answer',
  'handler-complained-of': 'This person is complained of. Choose somebody else',
  'not-staff-here': 'Choose somebody who works here',
  'day-past': 'Choose a day that is still to come',
  'points-missing': 'Write each point of the complaint on a line of its own',
  'points-too-many': 'Use at most 20 points',
  'no-council-in-it': 'This complaint is about the NHS only, so the NHS leads',
  'not-planned': 'First agree with them how it is looked into',
  'point-left-out': 'Answer every point',
  'reasons-missing': 'Give the reasons for each point',
  'rule-unknown': 'There is no rule with that name. The list of rules has them all',
  'promise-half': 'Say what is promised, who does it and by when, or leave all three out',
  'no-such-promise': 'There is no such promise',
  'kept-already': 'It is noted already that this was done',
  'before-the-answer': 'The day cannot be before the answer',
  'still-open': 'It is still open',
  'noted-already': 'This is noted already',
  'at-once-reasons': 'There is no answer yet. Say why the ombudsman is asked at once',
  'did-not-go': 'First note that it went to the ombudsman',
  'step-out-of-turn': 'Another step comes first',
  'undue-delay-reasons': 'The local review is not answered. Say what delay makes them ask the panel now',
  'one-is-open': 'We are looking at it already. Send anything more as a message',
  'decider-missing': 'Say who decided it, as the letter says',
  'must-be-looked-at': 'This must be looked at again: it was not looked at in the last six months',
  'answered-already': 'This is answered already',
  'decided-it-before': 'You made the decision, so somebody else has to look at it again',
  'not-answered': 'There is nothing yet to learn from: answer first',
  'no-such-page': 'Write addresses of pages here, each on a line, like /requests/new',
  'own-lesson': 'You wrote this. Somebody else has to read and publish it',
  'published-already': 'This is published already',
  ...hiddenSays,
} as const
export type Problem = keyof typeof problemSays

export const stageSays = {
  'to-acknowledge': 'To be acknowledged',
  'late-to-decide': 'Late: to be decided whether it is heard',
  'consent-awaited': 'Waiting for the person’s consent',
  'to-plan': 'To be agreed how it is looked into',
  looking: 'Being looked into',
  answered: 'Answered',
  'not-heard': 'Came too late, not heard',
  withdrawn: 'Withdrawn',
} as const satisfies Record<Stage, string>

export const makerSays = {
  person: 'The person',
  parent: 'A parent',
  representative: 'A representative',
  'somebody-else': 'Somebody else, with the person’s consent',
} as const satisfies Record<Maker, string>
export const howSays = {
  online: 'On line',
  telephone: 'By telephone',
  letter: 'By letter or e-mail',
  meeting: 'In a conversation',
} as const satisfies Record<How, string>
export const aboutSays = {
  nhs: 'The NHS board',
  council: 'The council',
  both: 'The NHS board and the council',
} as const satisfies Record<About, string>
export const outcomeSays = {
  upheld: 'Upheld: you are right',
  partly: 'Partly upheld: you are right in part',
  not: 'Not upheld: we do not agree',
} as const satisfies Record<Outcome, string>
export const outcomeShort = { upheld: 'Upheld', partly: 'Partly upheld', not: 'Not upheld' } as const
export const agreedSays = {
  agreed: 'They agreed',
  'not-agreed': 'They did not agree',
  'not-reached': 'They did not want to talk, or could not be reached',
} as const satisfies Record<AgreedWay, string>

export const ombudsmanSays = {
  'health-ombudsman': 'the Parliamentary and Health Service Ombudsman',
  'local-government-ombudsman': 'the Local Government and Social Care Ombudsman',
  'both-ombudsmen-together': 'the health ombudsman and the local government ombudsman together',
} as const satisfies Record<OmbudsmanName, string>

export const chcSays = {
  letter: 'The decision letter on continuing healthcare was sent',
  'review-asked': 'A local review was asked for',
  'review-answered': 'The local review was answered',
  'panel-asked': 'NHS England was asked for an independent panel',
  'panel-answered': 'The panel’s decision came',
} as const satisfies Record<ChcWhat, string>

export const subjectSays = {
  'left-out-of-plan': 'Something was left out of the plan',
  'amount-cut': 'The money was cut',
  'sen-direct-payment': 'A direct payment in an EHC plan was refused or cut',
} as const satisfies Record<AgainSubject, string>
export const againSays = {
  upheld: 'The decision stays as it was',
  changed: 'The decision is changed',
  'not-looked-at-again': 'We do not look again now',
} as const satisfies Record<AgainOutcome, string>
export const learntFromSays = {
  answer: 'An answer to a complaint',
  reconsideration: 'Looking at a decision again',
  ombudsman: 'A decision of the ombudsman',
} as const satisfies Record<LearntFrom, string>
