import type { Facts, Stage, Whose } from '../types.ts'

type Names<Of> = { [Name in keyof Facts]-?: Facts[Name] extends Of ? Name : never }[keyof Facts]
export type DayFact = Exclude<Names<Facts['endsOn']>, 'outcome'>

/** One thing that must be so of the facts. `reached`: on or before today. `past`: before today. */
export type Condition =
  | readonly ['set' | 'unset', keyof Facts]
  | readonly ['reached' | 'past', DayFact]
  | readonly ['is', 'outcome' | 'planTo', string]
  | readonly ['yes' | 'no', 'paidOut']

/**
 * The stages in the order in which they are asked: the first whose conditions all hold is the one. One
 * table, read
 * by the rule (`stage.ts`) and turned into SQL for the caseload (`queries/stage-sql.ts`), so that the two
 * agree.
 */
export const stageTable: readonly (readonly [Stage, readonly Condition[]])[] = [
  ['closed', [['set', 'closedOn']]],
  ['withdrawn', [['set', 'withdrawnOn']]],
  ['ended', [['past', 'endsOn']]],
  ['ending', [['set', 'endsOn']]],
  [
    'looked-at-again',
    [
      ['is', 'outcome', 'refused'],
      ['set', 'againOn'],
    ],
  ],
  ['refused', [['is', 'outcome', 'refused']]],
  [
    'being-decided',
    [
      ['unset', 'decidedOn'],
      ['set', 'workerId'],
    ],
  ],
  ['asked', [['unset', 'decidedOn']]],
  ['running', [['reached', 'firstPaidOn']]],
  [
    'running',
    [
      ['reached', 'heldFrom'],
      ['no', 'paidOut'],
    ],
  ],
  [
    'ready-to-pay',
    [
      ['set', 'heldFrom'],
      ['set', 'accountApprovedOn'],
    ],
  ],
  [
    'ready-to-pay',
    [
      ['set', 'heldFrom'],
      ['no', 'paidOut'],
    ],
  ],
  ['account', [['set', 'heldFrom']]],
  ['agreement', [['set', 'signedOffOn']]],
  ['waiting-for-sign-off', [['is', 'planTo', 'approver']]],
  ['planning', [['set', 'planOn']]],
  ['sum-shown', [['set', 'sumShownOn']]],
  ['needs', []],
]

export type TurnRow = {
  readonly of: readonly Stage[]
  readonly when?: readonly Condition[]
  readonly whose: Whose
  /** Since the first of these days that there is, else since the request was received. */
  readonly since: readonly DayFact[]
  readonly by?: DayFact
  readonly will: string
}

const needsToRunning = [
  'needs',
  'sum-shown',
  'planning',
  'waiting-for-sign-off',
  'agreement',
  'account',
  'ready-to-pay',
  'running',
] as const satisfies readonly Stage[]

const newAgreement = ['agreement', 'running'] as const satisfies readonly Stage[]

/** Whose turn it is at each stage: the first row of the stage whose conditions all hold. */
export const turnTable: readonly TurnRow[] = [
  { of: ['closed'], whose: 'nobody', since: ['closedOn'], will: '' },
  { of: ['withdrawn'], whose: 'nobody', since: ['withdrawnOn'], will: '' },
  { of: ['refused'], whose: 'nobody', since: ['decidedOn'], will: '' },
  {
    of: ['ended'],
    whose: 'worker',
    since: ['endsOn'],
    will: 'settle what is left and close the case',
  },
  { of: ['ending'], whose: 'worker', since: ['noticeOn'], by: 'endsOn', will: 'bring it to a safe end' },
  {
    of: ['looked-at-again'],
    whose: 'leader',
    since: ['againOn'],
    by: 'againBy',
    will: 'look at the decision again',
  },
  { of: ['asked'], whose: 'team', since: ['receivedOn'], by: 'decideBy', will: 'decide' },
  { of: ['being-decided'], whose: 'worker', since: ['receivedOn'], by: 'decideBy', will: 'decide' },
  {
    of: needsToRunning,
    when: [['set', 'againOn']],
    whose: 'leader',
    since: ['againOn'],
    by: 'againBy',
    will: 'look at the decision again',
  },
  {
    of: needsToRunning,
    when: [['set', 'doubtOn']],
    whose: 'worker',
    since: ['doubtOn'],
    by: 'doubtBy',
    will: 'answer what was said about the sum',
  },
  {
    of: ['waiting-for-sign-off', 'agreement', 'running'],
    when: [['is', 'planTo', 'approver']],
    whose: 'approver',
    since: ['planSince'],
    will: 'sign off the plan',
  },
  {
    of: ['planning', 'agreement', 'running'],
    when: [['is', 'planTo', 'family']],
    whose: 'family',
    since: ['planSince'],
    will: 'read the plan and say what should be different',
  },
  {
    of: ['planning'],
    whose: 'worker',
    since: ['planSince'],
    will: 'write the plan',
  },
  {
    of: newAgreement,
    when: [
      ['set', 'agreementOn'],
      ['unset', 'personSignedOn'],
    ],
    whose: 'family',
    since: ['agreementOn'],
    will: 'sign the agreement',
  },
  {
    of: newAgreement,
    when: [
      ['set', 'agreementOn'],
      ['unset', 'bodySignedOn'],
    ],
    whose: 'approver',
    since: ['personSignedOn'],
    will: 'sign the agreement for the NHS',
  },
  { of: ['agreement'], whose: 'worker', since: ['signedOffOn'], will: 'write the agreement' },
  {
    of: ['account'],
    when: [['unset', 'accountGivenOn']],
    whose: 'family',
    since: ['heldSignedOn'],
    will: 'give the bank account for the money',
  },
  { of: ['account'], whose: 'finance', since: ['accountGivenOn'], will: 'check the bank account' },
  {
    of: ['ready-to-pay'],
    when: [['no', 'paidOut']],
    whose: 'worker',
    since: ['heldSignedOn'],
    by: 'heldFrom',
    will: 'start the care',
  },
  {
    of: ['ready-to-pay'],
    whose: 'finance',
    since: ['accountApprovedOn'],
    by: 'firstDueOn',
    will: 'make the first payment',
  },
  {
    of: ['running'],
    whose: 'worker',
    since: ['reviewedOn', 'firstPaidOn', 'heldFrom'],
    by: 'reviewDueOn',
    will: 'hold the next review',
  },
  { of: ['sum-shown'], whose: 'worker', since: ['sumShownOn'], will: 'begin the plan' },
  {
    of: ['needs'],
    when: [['set', 'sumOn']],
    whose: 'worker',
    since: ['sumOn'],
    will: 'show the sum',
  },
  {
    of: ['needs'],
    when: [['set', 'assessedOn']],
    whose: 'worker',
    since: ['assessedOn'],
    will: 'work out the sum',
  },
  { of: ['needs'], whose: 'worker', since: ['decidedOn'], will: 'assess what support is needed' },
]
