import { ageOn, type PlainDate } from '../../kernel/days.ts'
import { exclusionOn, mayPayFamily, oneOff, rolesOn } from '../../rights/public.ts'
import type { FamilyPaid, HeldWay, HolderKind, Order } from '../types.ts'

/** What is chosen when an agreement is prepared, with what the choice meets in the record. */
export type Preparing = {
  readonly day: PlainDate
  readonly born: PlainDate | null
  readonly diedOn: PlainDate | null
  readonly hasEnded: boolean
  /** The day the plan's version is in force from; null where it is not signed off. */
  readonly planFrom: PlainDate | null
  readonly from: PlainDate
  readonly ways: readonly HeldWay[]
  /** Lines of the plan for which no way was said, or ways for a line that the plan does not have. */
  readonly linesNotMatched: number
  readonly canDecide: boolean
  readonly holder: Exclude<HolderKind, 'none' | 'third-party'> | null
  /** The relationship or organisation that was chosen as the holder stands and holds on the day. */
  readonly holderFound: boolean
  readonly thirdPartyFound: boolean
  readonly consent: { readonly asWho: 'the-person' | 'representative'; readonly on: PlainDate } | null
  readonly insurance: { readonly from: PlainDate; readonly until?: PlainDate | null } | null
  readonly exclusionsAsked: boolean
  readonly exclusions: readonly Order[]
  readonly oneOff: {
    readonly items: number
    readonly paymentsInYear: number
    readonly mostItems?: number
  } | null
  readonly family: readonly FamilyPaid[]
}

export const prepareSays = {
  'plan-not-signed-off': 'Sign the plan off first: an agreement is made on a plan that was agreed',
  'person-has-died': 'The person has died, so there is nothing to prepare',
  'has-ended': 'This budget has ended. A new budget needs a new request',
  'birth-not-known': 'Write down the date of birth first: it decides who consents and who may hold the money',
  'way-not-said-for-each-line': 'Say for each line of the plan how it is held',
  'no-line': 'The plan has no line, so there is nothing to hold',
  'starts-before-plan': 'The agreement cannot begin before the plan is in force',
  'reason-for-another-way': 'Give the reason for each line that is held in another way than was asked for',
  'exclusions-not-asked': 'Ask about each kind of court order that rules out a direct payment',
  'excluded-from-direct-payment':
    'A court order rules out a direct payment on that day. Notional and third party stay open for' +
    ' the whole sum',
  'holder-not-chosen': 'Choose who holds the direct payment',
  'holder-not-found': 'Choose a holder from the list: this one is not there, or no longer holds',
  'third-party-not-chosen': 'Choose the organisation that holds the third-party budget',
  'child-cannot-hold': 'Somebody under 16 cannot hold the money. Choose a representative or a nominee',
  'cannot-decide-for-themselves':
    'The person cannot decide this for themselves, so a representative or nominee holds the money',
  'can-decide-so-nominee':
    'The person can decide for themselves. Whoever holds the money for them is a nominee, not a ' +
    'representative',
  'consent-from-the-person': 'Consent must come from the person: they are 16 or over and can decide',
  'consent-from-representative':
    'Consent must come from a parent or representative: the person is under 16 or cannot decide this',
  'consent-in-the-future': 'The day of the consent cannot be in the future',
  'ends-before-it-begins': 'The last day of the insurance or of an order cannot be before the first',
  'no-item-named': 'Say how many things the one-off payment is for',
  'more-than-five-items': 'There are more items than a one-off payment may hold here',
  'another-payment-in-the-year':
    'A one-off payment for several items must be the only payment in the financial year',
  'family-payment-needs-decision':
    'Write down why the payment to family or a friend in the household is necessary, or leave it out',
} as const
export type PrepareReason = keyof typeof prepareSays

const direct = (ways: readonly HeldWay[]): boolean => ways.some(({ decided }) => decided === 'direct-payment')
const third = (ways: readonly HeldWay[]): boolean => ways.some(({ decided }) => decided === 'third-party')

type Check = readonly [boolean, PrepareReason]
const found = (checks: readonly Check[]): readonly PrepareReason[] =>
  checks.filter(([wrong]) => wrong).map(([, reason]) => reason)

const aboutPlan = (facts: Preparing): readonly Check[] => [
  [facts.planFrom === null, 'plan-not-signed-off'],
  [facts.diedOn !== null, 'person-has-died'],
  [facts.hasEnded, 'has-ended'],
  [facts.born === null, 'birth-not-known'],
  [facts.planFrom !== null && facts.ways.length + facts.linesNotMatched === 0, 'no-line'],
  [facts.linesNotMatched > 0, 'way-not-said-for-each-line'],
  [facts.planFrom !== null && facts.from < facts.planFrom, 'starts-before-plan'],
  [
    facts.ways.some(({ asked, decided, because }) => asked !== decided && !because?.trim()),
    'reason-for-another-way',
  ],
]

/** Who consents decides who may hold: a representative stands in, a nominee only receives (V-09). */
function aboutHolder({ born, day, canDecide, holder, holderFound, ...facts }: Preparing): readonly Check[] {
  if (!direct(facts.ways) || born === null) return []
  const child = ageOn(born, day) < 16
  const roles = rolesOn({ born, hasCapacity: canDecide, representatives: [], wantsHolder: false }, day)
  const own = roles.consents === 'the-person'
  return [
    [holder === null, 'holder-not-chosen'],
    [holder !== null && !holderFound, 'holder-not-found'],
    [holder === 'person' && child, 'child-cannot-hold'],
    [holder === 'person' && !child && !own, 'cannot-decide-for-themselves'],
    [holder === 'representative' && own, 'can-decide-so-nominee'],
    [facts.consent?.asWho === 'representative' && own, 'consent-from-the-person'],
    [facts.consent?.asWho === 'the-person' && !own, 'consent-from-representative'],
    [facts.consent !== null && facts.consent.on > day, 'consent-in-the-future'],
  ]
}

const endsBefore = (span: { readonly from: PlainDate; readonly until?: PlainDate | null } | null): boolean =>
  span !== null && span.until != null && span.until < span.from

/** An exclusion bars the direct payment and nothing else (V-08). */
const aboutExclusions = ({
  ways,
  exclusionsAsked,
  exclusions,
  insurance,
  from,
}: Preparing): readonly Check[] => [
  [[insurance, ...exclusions].some(endsBefore), 'ends-before-it-begins'],
  [direct(ways) && !exclusionsAsked, 'exclusions-not-asked'],
  [
    direct(ways) && exclusionOn(exclusions, from).directPayment === 'excluded',
    'excluded-from-direct-payment',
  ],
]

/** A payment to family or friends of the household needs the body's own decision in some cases (V-32). */
export const needsDecision = (one: FamilyPaid, forChild: boolean): boolean =>
  mayPayFamily({ relation: one.relation, sameHousehold: one.sameHousehold, forChild }, one.paidFor).needs ===
  'ICB-decision'

/** Every reason why this agreement cannot be prepared, in the order of the form; empty where it can. */
export function whyNotPrepare(facts: Preparing): readonly PrepareReason[] {
  const child = facts.born !== null && ageOn(facts.born, facts.day) < 16
  return [
    ...found(aboutPlan(facts)),
    ...found(aboutExclusions(facts)),
    ...found([[third(facts.ways) && !facts.thirdPartyFound, 'third-party-not-chosen']]),
    ...found(aboutHolder(facts)),
    ...(facts.oneOff === null ? [] : oneOff(facts.oneOff).reasons),
    ...found([
      [
        facts.family.some(one => needsDecision(one, child) && !one.because?.trim()),
        'family-payment-needs-decision',
      ],
    ]),
  ]
}
