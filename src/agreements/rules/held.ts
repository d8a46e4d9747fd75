import type { PlainDate } from '../../kernel/days.ts'
import { accountProblems, exclusionOn, type RuleId } from '../../rights/public.ts'
import type { AccountId, AccountOwner, AgreementId, HolderKind, Order, PaidPart } from '../types.ts'

/** An account as it counts for paying: never its numbers. */
export type HeldAccount = {
  readonly id: AccountId
  readonly whose: AccountOwner
  readonly name: string
  readonly ending: string
  readonly givenOn: PlainDate
  readonly approvedOn: PlainDate | null
  /** The day on which it was refused or given up; it does not count from that day on. */
  readonly closedOn: PlainDate | null
  readonly keptForThisMoney: boolean
  readonly statementsShowEachLine: boolean
  readonly othersUseIt: boolean
}

/** Everything that this module knows about paying one budget. */
export type HeldFacts = {
  /** Null where there is no agreement yet: then all the rest is empty. */
  readonly agreement: AgreementId | null
  readonly holder: HolderKind
  readonly holderName: string
  readonly thirdPartyName: string
  readonly parts: readonly PaidPart[]
  readonly planAgreedOn: PlainDate | null
  readonly signedByPersonOn: PlainDate | null
  readonly signedByBodyOn: PlainDate | null
  readonly consents: readonly PlainDate[]
  readonly consentsWithdrawn: readonly PlainDate[]
  /** Null where the money is not held by a nominee. */
  readonly nominee: { readonly agreedOn: PlainDate | null; readonly bodyAgreedOn: PlainDate | null } | null
  readonly accounts: readonly HeldAccount[]
  readonly oneOff: boolean
  readonly employs: boolean
  readonly insurances: readonly { readonly from: PlainDate; readonly until: PlainDate | null }[]
  readonly exclusions: readonly Order[]
  /** The last day on which it is held; null while no end is set. */
  readonly endsOn: PlainDate | null
  readonly diedOn: PlainDate | null
}

export const holdReasons = [
  'no-agreement',
  'plan-not-agreed',
  'agreement-not-signed-by-person',
  'agreement-not-signed-by-body',
  'no-consent',
  'consent-withdrawn',
  'nominee-has-not-agreed',
  'nominee-not-agreed-by-ICB',
  'account-not-given',
  'account-not-approved',
  'account-not-kept-for-this-money',
  'account-not-auditable',
  'account-open-to-others',
  'employer-insurance-not-in-place',
  'excluded-from-direct-payment',
  'ended',
  'person-died',
] as const
export type HoldReason = (typeof holdReasons)[number]

/** The rule behind each reason; what it says, its source and how sure we are of it stand in `rights`. */
export const ruleOfReason = {
  'no-agreement': 'DP-AGR-01',
  'plan-not-agreed': 'DP-PLAN-01',
  'agreement-not-signed-by-person': 'DP-AGR-01',
  'agreement-not-signed-by-body': 'DP-AGR-01',
  'no-consent': 'DP-CON-01',
  'consent-withdrawn': 'DP-STOP-M1',
  'nominee-has-not-agreed': 'DP-NOM-03',
  'nominee-not-agreed-by-ICB': 'DP-NOM-03',
  'account-not-given': 'DP-ACC-01',
  'account-not-approved': 'DP-ACC-01',
  'account-not-kept-for-this-money': 'DP-ACC-02',
  'account-not-auditable': 'DP-ACC-03',
  'account-open-to-others': 'DP-ACC-04',
  'employer-insurance-not-in-place': 'DP-STAFF-02',
  'excluded-from-direct-payment': 'DP-EXCL-ONLY-DIRECT-PAYMENT',
  ended: 'DP-STOP-N1',
  'person-died': 'DP-STOP-D8',
} as const satisfies Record<HoldReason, RuleId>

const by = (done: PlainDate | null, day: PlainDate): boolean => done !== null && done <= day

/**
 * The account that counts for a part on a day: the one approved last and not given up, else the one given
 * last
 * that waits for an answer; null where there is none.
 */
export function accountOn(facts: HeldFacts, day: PlainDate, part: PaidPart): HeldAccount | null {
  const ofPart = facts.accounts.filter(({ whose }) => (whose === 'third-party') === (part === 'third-party'))
  const open = ofPart.filter(({ closedOn }) => closedOn === null || closedOn > day)
  const approved = open.filter(({ approvedOn }) => by(approvedOn, day))
  const newest = (all: readonly HeldAccount[], of: (one: HeldAccount) => PlainDate | null) =>
    [...all].sort((a, b) => ((of(a) ?? '') < (of(b) ?? '') ? 1 : -1))[0] ?? null
  return approved.length > 0 ? newest(approved, one => one.approvedOn) : newest(open, one => one.givenOn)
}

function aboutConsent({ consents, consentsWithdrawn }: HeldFacts, day: PlainDate): readonly HoldReason[] {
  const last = (days: readonly PlainDate[]) =>
    days
      .filter(one => one <= day)
      .sort()
      .at(-1) ?? null
  const [given, withdrawn] = [last(consents), last(consentsWithdrawn)]
  if (given === null) return ['no-consent']
  return withdrawn !== null && withdrawn >= given ? ['consent-withdrawn'] : []
}

function aboutNominee({ nominee }: HeldFacts, day: PlainDate): readonly HoldReason[] {
  if (nominee === null) return []
  const reasons: HoldReason[] = []
  if (!by(nominee.agreedOn, day)) reasons.push('nominee-has-not-agreed')
  if (!by(nominee.bodyAgreedOn, day)) reasons.push('nominee-not-agreed-by-ICB')
  return reasons
}

/**
 * A one-off payment may use an everyday account; an organisation's own account is not asked these questions.
 */
function aboutAccount(facts: HeldFacts, day: PlainDate, part: PaidPart): readonly HoldReason[] {
  const account = accountOn(facts, day, part)
  if (account === null) return ['account-not-given']
  const approved = by(account.approvedOn, day)
  if (part === 'third-party') return approved ? [] : ['account-not-approved']
  return accountProblems({
    approved,
    managed: account.whose === 'managed-account',
    keptForThisMoney: account.keptForThisMoney || facts.oneOff,
    statementsShowEachLine: account.statementsShowEachLine,
    onlyNamedPeopleUseIt: !account.othersUseIt || facts.oneOff,
  }).problems
}

const insuredOn = ({ insurances }: HeldFacts, day: PlainDate): boolean =>
  insurances.some(({ from, until }) => from <= day && (until === null || day <= until))

const aboutDirectPayment = (facts: HeldFacts, day: PlainDate): readonly HoldReason[] => [
  ...aboutConsent(facts, day),
  ...aboutNominee(facts, day),
  ...aboutAccount(facts, day, 'direct-payment'),
  ...(facts.employs && !insuredOn(facts, day) ? (['employer-insurance-not-in-place'] as const) : []),
  ...(exclusionOn(facts.exclusions, day).directPayment === 'excluded'
    ? (['excluded-from-direct-payment'] as const)
    : []),
]

const aboutSigning = (facts: HeldFacts, day: PlainDate): readonly HoldReason[] => {
  const reasons: HoldReason[] = []
  if (facts.agreement === null) reasons.push('no-agreement')
  if (!by(facts.planAgreedOn, day)) reasons.push('plan-not-agreed')
  if (facts.agreement !== null && !by(facts.signedByPersonOn, day))
    reasons.push('agreement-not-signed-by-person')
  if (facts.agreement !== null && !by(facts.signedByBodyOn, day)) reasons.push('agreement-not-signed-by-body')
  return reasons
}

/**
 * Every reason why money may not be paid on a day, as far as how it is held decides it; empty where nothing
 * stands in the way. `part` is the direct payment unless said, or the third party where that is all there is.
 * Consent, nominee, insurance and exclusions concern the direct payment only (V-08, V-10, V-19).
 */
export function whyNotHeld(facts: HeldFacts, day: PlainDate, part?: PaidPart): readonly HoldReason[] {
  const asked = part ?? facts.parts[0] ?? 'direct-payment'
  const ofPart = asked === 'third-party' ? aboutAccount(facts, day, asked) : aboutDirectPayment(facts, day)
  return [
    ...aboutSigning(facts, day),
    ...(facts.agreement === null ? [] : ofPart),
    ...(facts.endsOn !== null && facts.endsOn < day ? (['ended'] as const) : []),
    ...(by(facts.diedOn, day) ? (['person-died'] as const) : []),
  ]
}

/**
 * The first day, from one on, on which nothing stands in the way of a part; null while something is not
 * done.
 */
export function firstDayHeld(facts: HeldFacts, from: PlainDate, part?: PaidPart): PlainDate | null {
  const days = [
    facts.planAgreedOn,
    facts.signedByPersonOn,
    facts.signedByBodyOn,
    ...facts.consents,
    facts.nominee?.agreedOn,
    facts.nominee?.bodyAgreedOn,
    ...facts.accounts.map(({ approvedOn }) => approvedOn),
    ...facts.insurances.map(one => one.from),
    exclusionOn(facts.exclusions, from).considerFrom,
  ]
  const candidates = [from, ...days.filter(day => day !== null && day !== undefined)].filter(
    day => day >= from,
  )
  return candidates.sort().find(day => whyNotHeld(facts, day, part).length === 0) ?? null
}
