import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

export const complaintsAbout = ['nhs', 'council', 'both'] as const
/** Whom a complaint is about: the NHS board, the council, or both. */
export type ComplaintAbout = (typeof complaintsAbout)[number]
export type Ombudsman = 'health-ombudsman' | 'local-government-ombudsman' | 'both-ombudsmen-together'

const ombudsmen = {
  nhs: 'health-ombudsman',
  council: 'local-government-ombudsman',
  both: 'both-ombudsmen-together',
} as const satisfies Record<ComplaintAbout, Ombudsman>

export const whichOmbudsman = rule<{ readonly about: ComplaintAbout }, Ombudsman>({
  id: 'COMPLAINT-OMBUDSMAN',
  says:
    'After the answer the health ombudsman looks at the NHS’s part, the local government ombudsman at a ' +
    'council’s, and both together at both.',
  by: [at.knownComplaints],
  from: null,
  cases: complaintsAbout.map(about => ({ says: about, facts: { about }, answer: ombudsmen[about] })),
  decide: ({ about }) => ombudsmen[about],
})

export const atOnce = rule<{ readonly answered: boolean }, 'may-go' | 'only-with-reasons'>({
  id: 'COMPLAINT-AT-ONCE',
  says: 'The ombudsman expects that the body has answered first; with good reasons they may look at once.',
  by: [at.knownComplaints],
  from: null,
  cases: [
    { says: 'answered', facts: { answered: true }, answer: 'may-go' },
    { says: 'not answered yet', facts: { answered: false }, answer: 'only-with-reasons' },
  ],
  decide: ({ answered }) => (answered ? 'may-go' : 'only-with-reasons'),
})

export const lateComplaint = rule<{ readonly inTime: boolean }, 'heard' | 'may-be-heard'>({
  id: 'COMPLAINT-LATE',
  says:
    'A complaint made later than that may be heard if there were good reasons for the wait and it ' +
    'can still be looked into fairly.',
  by: [at.knownComplaints],
  from: null,
  cases: [
    { says: 'in time', facts: { inTime: true }, answer: 'heard' },
    { says: 'late', facts: { inTime: false }, answer: 'may-be-heard' },
  ],
  decide: ({ inTime }) => (inTime ? 'heard' : 'may-be-heard'),
})

export const whoComplains = rule<{ readonly somebodyElse: boolean }, 'may' | 'may-with-consent'>({
  id: 'COMPLAINT-WHO',
  says: 'The person may complain, or a parent or representative; anybody else with the person’s consent.',
  by: [at.knownComplaints],
  from: null,
  cases: [
    { says: 'the person or who stands for them', facts: { somebodyElse: false }, answer: 'may' },
    { says: 'somebody else', facts: { somebodyElse: true }, answer: 'may-with-consent' },
  ],
  decide: ({ somebodyElse }) => (somebodyElse ? 'may-with-consent' : 'may'),
})

export const complainedTogether = duty({
  id: 'COMPLAINT-JOINT',
  says: 'Where a complaint is about the NHS and a council, they agree who leads and give one answer.',
  by: [at.knownComplaints],
  from: null,
  answer: 'one-leads-one-answer',
})

type Signing = { readonly complainedOf: boolean; readonly decided: boolean }
export const whoAnswers = rule<Signing, 'may' | 'somebody-else'>({
  id: 'COMPLAINT-SIGNED-BY',
  says: 'The answer is signed by somebody who is not complained of and did not decide what it is about.',
  by: [at.complaintsOurWay],
  from: null,
  cases: [
    { says: 'had no part', facts: { complainedOf: false, decided: false }, answer: 'may' },
    { says: 'is complained of', facts: { complainedOf: true, decided: false }, answer: 'somebody-else' },
    { says: 'decided it first', facts: { complainedOf: false, decided: true }, answer: 'somebody-else' },
  ],
  decide: ({ complainedOf, decided }) => (complainedOf || decided ? 'somebody-else' : 'may'),
})

export const complaintAnswered = duty({
  id: 'COMPLAINT-ANSWER',
  says:
    'We found no number of days in law for the answer to a complaint; the body may set a local time, ' +
    'and agrees a day for each complaint.',
  by: [at.knownComplaints],
  from: null,
  answer: 'none-found',
})

export const careGoesOn = duty({
  id: 'COMPLAINT-NO-HARM',
  says: 'A complaint never changes the care, the budget or how somebody is treated.',
  by: [at.complaintsOurWay],
  from: null,
  answer: 'care-goes-on',
})

/** A small count is kept back, another one is rounded; `null` where it is kept back. */
type Counted = { readonly count: number; readonly keptBackUpTo: number; readonly roundedTo: number }
export const printedCount = rule<Counted, number | null>({
  id: 'COMPLAINT-COUNTS',
  says: 'Counts of 1 to 7 are kept back, all others are rounded to the nearest 5, so that nobody is found.',
  by: [at.knownComplaints],
  from: null,
  cases: [
    { says: 'none', facts: { count: 0, keptBackUpTo: 7, roundedTo: 5 }, answer: 0 },
    { says: 'seven', facts: { count: 7, keptBackUpTo: 7, roundedTo: 5 }, answer: null },
    { says: 'eight', facts: { count: 8, keptBackUpTo: 7, roundedTo: 5 }, answer: 10 },
    { says: 'twelve', facts: { count: 12, keptBackUpTo: 7, roundedTo: 5 }, answer: 10 },
    { says: 'a board’s own figures', facts: { count: 8, keptBackUpTo: 10, roundedTo: 5 }, answer: null },
  ],
  decide: ({ count, keptBackUpTo, roundedTo }) => {
    if (count === 0) return 0
    return count <= keptBackUpTo ? null : Math.round(count / roundedTo) * roundedTo
  },
})

export const senReconsidered = duty({
  id: 'SEN-LOOK-AGAIN',
  says:
    'A direct payment in an EHC plan that is refused or cut comes with reasons; it is looked at again ' +
    'once if the family asks.',
  by: [at.senLookAgain],
  from: null,
  answer: 'reconsideration',
})

export const complainingRules = [
  whoComplains,
  lateComplaint,
  complainedTogether,
  complaintAnswered,
  whoAnswers,
  careGoesOn,
  whichOmbudsman,
  atOnce,
  printedCount,
  senReconsidered,
]

/** The rules on complaints that another module decides by. */
export const complaining = { whoComplains, lateComplaint, whoAnswers, whichOmbudsman, atOnce, printedCount }
