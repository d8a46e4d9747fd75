/** What kind of thing happened, for the filters of the timeline. */
export const kinds = {
  asking: 'Asking and deciding',
  needs: 'Needs and the sum',
  plan: 'Plan',
  agreement: 'Agreement and account',
  money: 'Payments and spending',
  review: 'Reviews and the end',
  letter: 'Letters and messages',
  people: 'People and details',
} as const
export type Kind = keyof typeof kinds | 'other'

type Said = readonly [kind: Kind, says: string, family?: string]

/** Each name in the record as a sentence; the third is the person's own words for it, where they differ. */
const sentences: Readonly<Record<string, Said>> = {
  'request-made': ['asking', 'Asked for a budget'],
  'request-decided': ['asking', 'Decided on the request', 'We decided on your request'],
  'request-withdrawn': ['asking', 'Withdrew the request'],
  'reconsideration-asked': ['asking', 'Asked to look at the decision again'],
  'reconsideration-answered': ['asking', 'Looked at the decision again and answered'],
  'examination-asked': ['asking', 'Asked what a change of a rule would mean'],
  'evidence-added': ['asking', 'Added evidence of eligibility', 'Added a paper to your request'],
  'case-allocated': ['asking', 'Gave the case to a case worker', 'A case worker took your case'],
  'budget-offered': ['asking', 'Offered a budget'],
  'offer-accepted': ['asking', 'The offer was accepted'],
  'offer-declined': ['asking', 'The offer was declined'],
  'needs-assessed': ['needs', 'Wrote the assessment', 'Wrote down what you need'],
  'support-written': ['needs', 'Wrote down the support needed'],
  'sum-worked-out': ['needs', 'Worked out the sum'],
  'sum-shown-to-family': ['needs', 'Showed the sum to the family', 'Showed you the sum'],
  'sum-doubted': ['needs', 'Said that the sum is not right'],
  'doubt-answered': ['needs', 'Answered what was said about the sum'],
  'plan-drafted': ['plan', 'Began a version of the plan'],
  'plan-written': ['plan', 'Wrote in the plan'],
  'plan-handed-to-family': ['plan', 'Handed the plan to the family', 'Handed the plan to you'],
  'plan-handed-to-case-worker': ['plan', 'Handed the plan to the case worker'],
  'plan-handed-to-approver': ['plan', 'Handed the plan on to be signed off'],
  'plan-signed-off': ['plan', 'Signed off the plan'],
  'assistant-engaged': ['agreement', 'Took a personal assistant on'],
  'assistant-terms-changed': ['agreement', 'Agreed another rate with an assistant'],
  'assistant-particulars-changed': ['agreement', 'Changed the particulars of an assistant’s job'],
  'payroll-firm-chosen': ['agreement', 'Chose who works the pay out'],
  'assistant-job-ending': ['agreement', 'Wrote down that an assistant’s job ends'],
  'assistant-signs-in': ['people', 'An assistant signs in to fill in hours'],
  'assistant-leave-noted': ['money', 'Wrote down leave of an assistant'],
  'assistant-leave-taken-back': ['money', 'Took an entry of leave back'],
  'healthcare-task-handed-over': ['plan', 'Named a healthcare task for an assistant'],
  'competence-signed-off': ['plan', 'Wrote down that an assistant is signed off for a task'],
  'hours-sent': ['money', 'Sent an assistant’s hours'],
  'timesheet-approved': ['money', 'Approved an assistant’s hours'],
  'timesheet-sent-back': ['money', 'Sent an assistant’s hours back'],
  'payslip-received': ['money', 'A payslip of an assistant arrived'],
  'agreement-prepared': ['agreement', 'Wrote the agreement'],
  'agreement-signed-by-person': ['agreement', 'Signed the agreement'],
  'agreement-signed-by-body': ['agreement', 'Signed the agreement for the NHS'],
  consent: ['agreement', 'Noted that consent was given'],
  'consent-withdrawn': ['agreement', 'Noted that consent was withdrawn'],
  'signed-by-person': ['agreement', 'Noted the signature of the person'],
  'signed-by-body': ['agreement', 'Noted the signature of the NHS'],
  'nominee-agreed': ['agreement', 'Noted that the nominee agreed'],
  'body-agreed-nominee': ['agreement', 'Agreed to the nominee for the NHS'],
  'nominee-withdrawn': ['agreement', 'Noted that the nominee stepped back'],
  'employer-insurance': ['agreement', 'Noted the employer’s insurance'],
  exclusion: ['agreement', 'Noted an order that rules out a direct payment'],
  'account-given': ['agreement', 'Gave the bank account'],
  'account-approved': ['agreement', 'Approved the bank account'],
  'account-refused': ['agreement', 'Did not approve the bank account'],
  'account-closed': ['agreement', 'Closed the bank account'],
  'agreement-ended': ['review', 'Decided that the budget ends'],
  'budget-allocated': ['money', 'Set the money of the year aside'],
  'credit-note-entered': ['money', 'Entered a supplier’s credit note'],
  'supplier-owes-back': ['money', 'A supplier owes money back'],
  'payments-scheduled': ['money', 'Set when the money is paid'],
  'payment-made': ['money', 'Paid'],
  'payment-stopped': ['money', 'Stopped a payment'],
  'payment-returned': ['money', 'A payment came back'],
  'payment-owed': ['money', 'Added something to be paid once'],
  'statement-imported': ['money', 'Sent a bank statement'],
  'statement-refused': ['money', 'A bank statement could not be taken'],
  'receipt-added': ['money', 'Added a receipt'],
  'bank-question-answered': ['money', 'Answered a question about a payment'],
  'payee-forgotten': ['money', 'Took back what a payee is called'],
  'wheelchair-assessed': ['needs', 'Wrote down which wheelchair meets the need'],
  'wheelchair-quoted': ['money', 'Noted a quote for a wheelchair'],
  'wheelchair-chosen': ['agreement', 'Noted which way to a wheelchair was chosen'],
  'wheelchair-promised': ['money', 'Noted who adds to the wheelchair'],
  'wheelchair-received': ['money', 'Noted that what was promised came'],
  'wheelchair-agreed': ['agreement', 'Agreed the wheelchair budget'],
  'wheelchair-handed-over': ['agreement', 'Handed the wheelchair over'],
  'wheelchair-repair-asked': ['agreement', 'Asked for a repair of the wheelchair'],
  'wheelchair-repaired': ['money', 'Noted a repair of the wheelchair'],
  'wheelchair-look-asked': ['needs', 'Asked for a new look at the wheelchair'],
  'wheelchair-replaced': ['agreement', 'Closed the old wheelchair budget'],
  'wheelchair-handed-back': ['agreement', 'Noted that the wheelchair was handed back'],
  'recovery-proposed': ['money', 'Proposed to ask for money back'],
  'recovery-told': ['money', 'Wrote that money is asked back', 'Wrote to you that money is asked back'],
  'recovery-objected': ['money', 'Objected to paying money back'],
  'recovery-answered': ['money', 'Answered the objection'],
  'recovery-paused': ['money', 'Paused what is asked back'],
  'recovery-withdrawn': ['money', 'Took back what was asked'],
  'recovery-entered': ['money', 'Entered money as to be paid back'],
  'recovery-repaid': ['money', 'Noted that money was paid back'],
  'review-booked': ['review', 'Booked a review'],
  'review-held': ['review', 'Held a review'],
  'change-noted': ['review', 'Noted a change between reviews'],
  'end-settled': ['review', 'Noted something for the end of the budget'],
  'case-closed': ['review', 'Closed the case'],
  'letter-sent': ['letter', 'Sent a letter'],
  'message-sent': ['letter', 'Wrote a message'],
  'person-added': ['people', 'Wrote the person down', 'Wrote your name down'],
  'contact-changed': ['people', 'Changed how to reach the person', 'Changed how we reach you'],
  'communication-needs-written': ['people', 'Wrote down how to talk and write'],
  'death-recorded': ['people', 'Recorded the death'],
  'parent-named': ['people', 'Wrote down a parent'],
  'carer-named': ['people', 'Named a carer'],
  'representative-named': ['people', 'Named a representative'],
  'nominee-named': ['people', 'Named a nominee'],
  'helper-named': ['people', 'Named a helper'],
  'invitation-taken-up': ['people', 'Took up the invitation to help'],
  'relationship-revoked': ['people', 'Ended what somebody may do'],
  'call-begun': ['people', 'Began to act for a caller'],
  'call-ended': ['people', 'Ended the call'],
  'removal-from-the-record-asked': ['people', 'Asked to take a line out of the record'],
}

/** A name that nobody wrote a sentence for is still readable: `plan-signed-off` is "Plan signed off". */
const plain = (name: string): string => {
  const words = name.replaceAll('-', ' ').trim()
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** What happened, as a sentence: to the person and their family in their words. */
export function sayHappened(name: string, to: 'family' | 'staff'): string {
  const [, says, family] = sentences[name] ?? ['other', plain(name)]
  return to === 'family' ? (family ?? says) : says
}

export const kindOf = (name: string): Kind => sentences[name]?.[0] ?? 'other'

/** The names of one kind, for asking only for those. */
export const namesOf = (kind: Kind): readonly string[] =>
  Object.keys(sentences).filter(name => kindOf(name) === kind)
