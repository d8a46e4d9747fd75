import type { Condition, HolderKind } from '../types.ts'

export type ConditionFacts = {
  readonly holder: HolderKind
  readonly employs: boolean
  readonly thirdPartyName: string
  readonly thirdParty: boolean
  readonly notional: boolean
  readonly oneOff: boolean
  readonly noticeDays: number
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const ofDirectPayment = ({ holder, employs, oneOff, noticeDays }: ConditionFacts): readonly Condition[] => [
  { key: 'plan-only', says: 'The money is used only for what the plan says.', rule: 'DP-PAY-01' },
  {
    key: 'evidence',
    says: 'We keep bank statements and receipts, and answer questions about them.',
    rule: 'DP-PAY-01',
  },
  ...(holder === 'managed-account' || oneOff
    ? []
    : [
        {
          key: 'own-account',
          says: 'The account is used for this money only, and only by the people named for it.',
          rule: 'DP-ACC-02',
        },
      ]),
  ...(employs
    ? [
        {
          key: 'insurance',
          says: 'Employer’s insurance is in place before anybody is employed, for as long as they are.',
          rule: 'DP-STAFF-02',
        },
      ]
    : []),
  ...(holder === 'representative'
    ? [
        {
          key: 'representative',
          says: 'The representative acts in the person’s best interests and is party to every contract.',
          rule: 'DP-REP-03',
        },
      ]
    : []),
  {
    key: 'consent-back',
    says:
      'Consent can be taken back at any time. The direct payment then stops and care is arranged ' +
      'another way.',
    rule: 'DP-CON-01',
  },
  {
    key: 'notice',
    says:
      `The NHS gives at least ${days(noticeDays)} written notice, with reasons, before it reduces or ` +
      'stops the money, unless the law says that it must stop at once.',
    rule: 'DP-STOP-N1',
  },
]

/** What the one who signs agrees to, in plain words: only what fits the way this budget is held. */
export function conditionsFor(facts: ConditionFacts): readonly Condition[] {
  const direct = facts.holder !== 'none' && facts.holder !== 'third-party'
  return [
    ...(direct ? ofDirectPayment(facts) : []),
    ...(facts.thirdParty
      ? [
          {
            key: 'third-party',
            says:
              `${facts.thirdPartyName} holds the money, arranges the care in the plan and ` +
              'employs any assistants.',
            rule: 'DP-AGR-01',
          },
        ]
      : []),
    ...(facts.notional
      ? [
          {
            key: 'notional',
            says: 'The NHS arranges and pays for the lines marked so, as the plan says.',
            rule: 'DP-AGR-01',
          },
        ]
      : []),
    { key: 'tell-us', says: 'We tell the NHS when something important changes.', rule: 'DP-PAY-01' },
  ]
}
