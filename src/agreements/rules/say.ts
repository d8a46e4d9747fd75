import { sayProblem } from '../../rights/public.ts'
import type { AccountOwner, AsWho, FactKind, HolderKind, How } from '../types.ts'
import type { HoldReason } from './held.ts'

/** Why money may not be paid, each as a sentence. */
export const holdReasonSays = {
  'no-agreement': 'There is no agreement yet.',
  'plan-not-agreed': sayProblem('plan-not-agreed'),
  'agreement-not-signed-by-person': 'The person, or who stands in for them, has not signed the agreement.',
  'agreement-not-signed-by-body': 'The NHS has not signed the agreement.',
  'no-consent': sayProblem('no-consent'),
  'consent-withdrawn': 'Consent to the direct payment was withdrawn. The direct payment must stop.',
  'nominee-has-not-agreed': sayProblem('nominee-has-not-agreed'),
  'nominee-not-agreed-by-ICB': sayProblem('nominee-not-agreed-by-ICB'),
  'account-not-given': 'No bank account has been given.',
  'account-not-approved': sayProblem('account-not-approved'),
  'account-not-kept-for-this-money': sayProblem('account-not-kept-for-this-money'),
  'account-not-auditable': sayProblem('account-not-auditable'),
  'account-open-to-others': sayProblem('account-open-to-others'),
  'employer-insurance-not-in-place': sayProblem('employer-insurance-not-in-place'),
  'excluded-from-direct-payment':
    'A court order rules out a direct payment for now. The other two ways stay open.',
  ended: 'The agreement has ended.',
  'person-died': 'The person has died.',
} as const satisfies Record<HoldReason, string>

export const holderSays = {
  none: 'Nobody: the NHS arranges and pays',
  person: 'The person',
  representative: 'A representative',
  nominee: 'A nominee, named to receive the money',
  'third-party': 'An organisation that holds the money and arranges the care',
  'managed-account': 'A managed account: an organisation keeps the account and pays as the holder says',
} as const satisfies Record<HolderKind, string>

export const ownerSays = {
  person: 'The person’s',
  representative: 'The representative’s',
  nominee: 'The nominee’s',
  'third-party': 'The organisation’s that holds the budget',
  'managed-account': 'A managed account, kept by an organisation',
} as const satisfies Record<AccountOwner, string>

export const factSays = {
  consent: 'Consent to the direct payment',
  'consent-withdrawn': 'Consent withdrawn',
  'signed-by-person': 'Signed',
  'signed-by-body': 'Signed for the NHS',
  'nominee-agreed': 'The nominee agreed',
  'body-agreed-nominee': 'The NHS agreed to the nominee',
  'nominee-withdrawn': 'The nomination was withdrawn in writing',
  'employer-insurance': 'Employer’s insurance',
  exclusion: 'Court order that rules out a direct payment',
} as const satisfies Record<FactKind, string>

export const asWhoSays = {
  'the-person': 'the person',
  parent: 'parent',
  representative: 'representative',
  nominee: 'nominee',
  holder: 'holder of the money',
  body: 'for the NHS',
  staff: 'noted by staff',
} as const satisfies Record<AsWho, string>

export const howSays = {
  online: 'on line',
  paper: 'on paper',
  telephone: 'by telephone',
  meeting: 'at a meeting',
} as const satisfies Record<How, string>
