/**
 * What people need so that they can read, hear and be understood: asked, recorded, flagged, shared and met,
 * as the Accessible Information Standard (DAPB1605) asks of every NHS body. The list is ours, in plain
 * words; the four groups are the standard's. Other languages are not part of the standard and are met all
 * the same.
 */
import type { PlainDate } from '../../kernel/days.ts'

export type NeedGroup =
  | 'contact-method'
  | 'information-format'
  | 'communication-support'
  | 'communication-professional'

export const needGroupSays = {
  'contact-method': 'How we get in touch',
  'information-format': 'How we write',
  'communication-support': 'What helps when we meet',
  'communication-professional': 'Who we bring along',
} as const satisfies Record<NeedGroup, string>

/** `asks` is the one question that the need cannot be met without; `staff` is what to do about it. */
type Kind = {
  readonly group: NeedGroup
  readonly says: string
  readonly staff: string
  readonly asks?: string
}

export const communicationNeeds = {
  'email-instead': {
    group: 'contact-method',
    says: 'E-mail me, do not telephone',
    staff: 'E-mail. Do not telephone.',
  },
  'text-instead': {
    group: 'contact-method',
    says: 'Send me text messages, do not telephone',
    staff: 'Send a text message. Do not telephone.',
  },
  'letter-instead': { group: 'contact-method', says: 'Write letters to me', staff: 'Write a letter.' },
  relay: {
    group: 'contact-method',
    says: 'Ring me through Relay UK',
    staff: 'Dial 18001 before the number and wait for the relay assistant.',
  },
  'through-somebody': {
    group: 'contact-method',
    says: 'Get in touch through somebody who helps me',
    staff: 'Get in touch through the person named.',
    asks: 'Who should we get in touch with?',
  },
  'large-print': {
    group: 'information-format',
    says: 'Large print',
    staff: 'Print letters in the size that was asked for.',
    asks: 'What size of print can you read? Most people ask for 18 point',
  },
  'easy-read': {
    group: 'information-format',
    says: 'Easy Read: short sentences with pictures',
    staff: 'Send the Easy Read version.',
  },
  'plain-language': {
    group: 'information-format',
    says: 'Short, plain words',
    staff: 'Use short, plain words.',
  },
  braille: {
    group: 'information-format',
    says: 'Braille',
    staff: 'Send braille.',
    asks: 'Which braille do you read: contracted (grade 2) or uncontracted (grade 1)?',
  },
  audio: { group: 'information-format', says: 'Something to listen to', staff: 'Send a recording.' },
  'screen-reader': {
    group: 'information-format',
    says: 'A file that a screen reader can read aloud',
    staff: 'Send an accessible file by e-mail, never a scan.',
  },
  'bsl-film': {
    group: 'information-format',
    says: 'A film in British Sign Language',
    staff: 'Send a film in British Sign Language.',
  },
  'other-language': {
    group: 'information-format',
    says: 'Letters in another language',
    staff: 'Have letters translated.',
    asks: 'Which language do you read?',
  },
  lipreading: {
    group: 'communication-support',
    says: 'I read lips',
    staff: 'Face the person, in good light, and do not cover your mouth.',
  },
  'hearing-loop': {
    group: 'communication-support',
    says: 'A hearing loop',
    staff: 'Meet where there is a hearing loop that works.',
  },
  'communication-aid': {
    group: 'communication-support',
    says: 'I talk with a communication aid, such as eye-gaze or a picture board',
    staff: 'Leave time for the aid. Wait for the answer and do not finish sentences.',
    asks: 'Which aid do you use, and what should we know about it?',
  },
  'longer-appointment': {
    group: 'communication-support',
    says: 'A longer appointment',
    staff: 'Book twice the usual time.',
  },
  advocate: {
    group: 'communication-support',
    says: 'An advocate who speaks up with me',
    staff: 'Arrange an advocate before the meeting.',
  },
  'bsl-interpreter': {
    group: 'communication-professional',
    says: 'A British Sign Language interpreter',
    staff: 'Book a registered interpreter.',
  },
  'deafblind-manual': {
    group: 'communication-professional',
    says: 'An interpreter who uses the deafblind manual alphabet',
    staff: 'Book a deafblind manual interpreter.',
  },
  lipspeaker: { group: 'communication-professional', says: 'A lipspeaker', staff: 'Book a lipspeaker.' },
  'speech-to-text': {
    group: 'communication-professional',
    says: 'Somebody who types what is said',
    staff: 'Book a speech-to-text reporter.',
  },
  'language-interpreter': {
    group: 'communication-professional',
    says: 'An interpreter for another language',
    staff: 'Book an interpreter. Never use a child or a family member for this.',
    asks: 'Which language do you speak?',
  },
} as const satisfies Record<string, Kind>

export type CommunicationNeed = keyof typeof communicationNeeds

const kind = (need: CommunicationNeed): Kind => communicationNeeds[need]
export const everyNeed = Object.keys(communicationNeeds) as readonly CommunicationNeed[]
export const needsOfGroup = (group: NeedGroup): readonly CommunicationNeed[] =>
  everyNeed.filter(need => kind(need).group === group)
/** The question that must be answered with the need; null where none is asked. */
export const asksAlso = (need: CommunicationNeed): string | null => kind(need).asks ?? null

/** A need as recorded: since when, until when (inside), in which detail, and whether others may be told. */
export type RecordedNeed = {
  readonly need: CommunicationNeed
  readonly detail: string | null
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly mayShare: boolean
}

/**
 * The day on which the person was last asked, which counts even when nothing is needed; null when never
 * asked.
 */
export type Communication = { readonly askedOn: PlainDate | null; readonly needs: readonly RecordedNeed[] }

export const needsOn = ({ needs }: Communication, day: PlainDate): readonly RecordedNeed[] =>
  needs.filter(({ from, until }) => from <= day && (until === null || day <= until))

/** Nobody has asked this person yet: staff are told so on the record. */
export const mustStillBeAsked = ({ askedOn }: Communication, day: PlainDate): boolean =>
  askedOn === null || askedOn > day

/** The flag on every page of the record, one short line a need; empty where there is none. */
export const flag = (of: Communication, day: PlainDate): readonly string[] =>
  needsOn(of, day).map(({ need, detail }) => `${kind(need).says}${detail === null ? '' : `: ${detail}`}`)

/** What to do before writing, ringing or meeting, in the order of the groups. */
export const whatToDo = (of: Communication, day: PlainDate): readonly string[] =>
  needsOn(of, day).map(({ need }) => kind(need).staff)

/** The needs that other organisations may be told of: shared only with the person's yes. */
export const toShare = (of: Communication, day: PlainDate): readonly RecordedNeed[] =>
  needsOn(of, day).filter(({ mayShare }) => mayShare)

/** The forms in which letters must be sent; empty means an ordinary letter will do. */
export const lettersAs = (of: Communication, day: PlainDate): readonly CommunicationNeed[] =>
  needsOn(of, day)
    .map(({ need }) => need)
    .filter(need => kind(need).group === 'information-format')

/** False where the person asked not to be telephoned. */
export const mayTelephone = (of: Communication, day: PlainDate): boolean =>
  !needsOn(of, day).some(({ need }) =>
    ['email-instead', 'text-instead', 'letter-instead', 'through-somebody'].includes(need),
  )
