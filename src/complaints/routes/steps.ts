import type { Route } from '../../access/public.ts'
import { typedDay } from '../../platform/forms.ts'
import {
  answerComplaint,
  keepPromise,
  noteOmbudsman,
  reopenComplaint,
  withdrawComplaint,
} from '../actions/answer.ts'
import * as handle from '../actions/handle.ts'
import { addToComplaint } from '../actions/make.ts'
import * as forms from '../forms.ts'
import { AnswerFields } from '../pages/answer-fields.tsx'
import * as fields from '../pages/fields.tsx'
import type { Seen } from '../pages/shows.ts'
import { numberAt } from './seeing.ts'
import { stepRoutes, toComplaint } from './step.ts'

const which = ({ found, one }: Seen) => ({ reference: found.reference, number: one?.number ?? 0 })
const at = '/complaints/:reference/:number'

const handling: readonly Route[] = [
  ...stepRoutes({
    at: `${at}/acknowledgement`,
    allow: 'complaints.handle',
    title: 'Tell them that it arrived',
    button: 'Send the letter',
    fields: fields.AcknowledgeFields,
    form: forms.nothingForm,
    act: (doing, { of }) => handle.acknowledge(doing, which(of)),
    fieldOf: { first: 'letter' },
    done: 'acknowledged',
    back: toComplaint,
  }),
  ...stepRoutes({
    at: `${at}/consent`,
    allow: 'complaints.handle',
    title: 'Note that the person agrees',
    button: 'Save',
    fields: fields.ConsentFields,
    form: (_of, today) => forms.consentForm(today),
    act: (doing, { of, value }) => handle.noteConsent(doing, { ...which(of), ...value }),
    fieldOf: { first: 'on-day' },
    done: 'consent',
    back: toComplaint,
  }),
  ...stepRoutes({
    at: `${at}/hearing`,
    allow: 'complaints.answer',
    title: 'Decide whether it is heard although it is late',
    button: 'Save the decision',
    fields: fields.HearingFields,
    form: forms.hearingForm,
    act: (doing, { of, value }) => handle.decideLate(doing, { ...which(of), ...value }),
    fieldOf: { first: 'heard' },
    done: 'hearing',
    back: toComplaint,
  }),
  ...stepRoutes({
    at: `${at}/concerns`,
    allow: 'complaints.handle',
    title: 'Note who may not answer it',
    button: 'Save',
    fields: fields.ConcernFields,
    form: forms.concernForm,
    act: (doing, { of, value }) => handle.noteConcern(doing, { ...which(of), ...value }),
    fieldOf: { first: 'actor' },
    done: 'concern',
    back: toComplaint,
  }),
  ...stepRoutes({
    at: `${at}/plan`,
    allow: 'complaints.handle',
    title: 'How the complaint is looked into',
    button: 'Save what was agreed',
    fields: fields.PlanFields,
    form: (_of, today) => forms.planForm(today),
    begins: ({ one }) => typedDay('answerBy', one?.answerBy ?? null),
    act: (doing, { of, value }) => handle.planHandling(doing, { ...which(of), ...value }),
    fieldOf: {
      first: 'points',
      'not-staff-here': 'handler',
      'handler-complained-of': 'handler',
      'day-past': 'answerBy-day',
      'no-council-in-it': 'lead',
    },
    done: 'planned',
    back: toComplaint,
  }),
  ...stepRoutes({
    at: `${at}/notes`,
    allow: 'complaints.handle',
    title: 'A working note',
    button: 'Save the note',
    fields: fields.NoteFields,
    form: forms.noteForm,
    act: (doing, { of, value }) => handle.noteWork(doing, { ...which(of), ...value }),
    fieldOf: { first: 'words' },
    done: 'noted',
    back: toComplaint,
  }),
  ...stepRoutes({
    at: `${at}/delays`,
    allow: 'complaints.handle',
    title: 'Explain why it takes longer',
    button: 'Send the letter',
    fields: fields.DelayFields,
    form: (_of, today) => forms.delayForm(today),
    act: (doing, { of, value }) => handle.explainDelay(doing, { ...which(of), ...value }),
    fieldOf: { first: 'because', 'day-past': 'answerBy-day' },
    done: 'delayed',
    back: toComplaint,
  }),
]

const answering: readonly Route[] = [
  ...stepRoutes({
    at: `${at}/answer`,
    allow: 'complaints.answer',
    title: 'Answer the complaint',
    button: 'Sign and send the answer',
    fields: AnswerFields,
    form: ({ one }, today) => forms.answerForm(one ?? { points: [] }, today),
    act: (doing, { of, value }) => answerComplaint(doing, { ...which(of), ...value }),
    fieldOf: { first: 'outcome-1', 'rule-unknown': 'rules-1', 'reasons-missing': 'reasons-1' },
    done: 'answered',
    back: toComplaint,
  }),
  ...stepRoutes({
    at: `${at}/promises/:promise`,
    allow: 'complaints.handle',
    title: 'Note that it is done',
    button: 'Save',
    fields: (of, _today, address) => fields.KeptFields(of, Number(address['promise'])),
    form: (_of, today) => forms.keptForm(today),
    begins: (_of, { today }) => typedDay('on', today),
    act: (doing, { of, asked, value }) =>
      keepPromise(doing, { ...which(of), promise: numberAt(asked, 'promise'), ...value }),
    fieldOf: { first: 'on-day' },
    done: 'kept',
    back: toComplaint,
    isThere: ({ one }, asked) =>
      one?.promises.some(each => each.number === numberAt(asked, 'promise')) ?? false,
  }),
  ...stepRoutes({
    at: `${at}/ombudsman`,
    allow: 'complaints.handle',
    title: 'The ombudsman',
    button: 'Save',
    fields: fields.OmbudsmanFields,
    form: (_of, today) => forms.ombudsmanForm(today),
    act: (doing, { of, value }) => noteOmbudsman(doing, { ...which(of), ...value }),
    fieldOf: { first: 'what', 'at-once-reasons': 'atOnceBecause', 'before-it-happened': 'on-day' },
    done: 'ombudsman',
    back: toComplaint,
  }),
]

const ofFamilyToo: readonly Route[] = [
  ...stepRoutes({
    at: `${at}/evidence`,
    allow: 'complaints.add',
    title: 'Add words or a paper',
    button: 'Send',
    fields: fields.PaperFields,
    form: forms.paperForm,
    act: (doing, { of, value, file }) => addToComplaint(doing, { ...which(of), ...value, file }),
    fieldOf: { first: 'note', 'not-a-paper': 'file' },
    done: 'added',
    back: toComplaint,
    files: true,
  }),
  ...stepRoutes({
    at: `${at}/withdrawal`,
    allow: 'complaints.add',
    title: 'Withdraw the complaint',
    button: 'Withdraw it',
    fields: fields.WithdrawFields,
    form: forms.becauseForm,
    act: (doing, { of, value }) => withdrawComplaint(doing, { ...which(of), ...value }),
    fieldOf: { first: 'because' },
    done: 'withdrawn',
    back: toComplaint,
  }),
  ...stepRoutes({
    at: `${at}/reopening`,
    allow: 'complaints.add',
    title: 'Open the complaint again',
    button: 'Open it again',
    fields: fields.ReopenFields,
    form: forms.becauseForm,
    act: (doing, { of, value }) => reopenComplaint(doing, { ...which(of), ...value }),
    fieldOf: { first: 'because' },
    done: 'reopened',
    back: toComplaint,
  }),
]

/** Every form about one complaint. */
export const stepsOfComplaint: readonly Route[] = [...handling, ...answering, ...ofFamilyToo]
