import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, timesRoundedHalfUp } from '../../kernel/money.ts'
import { type ChairTerms, type ChairWay, wheelchairRight } from '../../rights/public.ts'
import type { Change, Quote, QuoteKind, RepairPart, Round } from '../types.ts'
import { daysOf, stageOf } from './stage.ts'
import { promisedTo, repairMoneyLeft } from './terms.ts'

/** Every reason why something cannot be done with a wheelchair budget, as a sentence at its field. */
export const problemSays = {
  'not-allowed': 'Your role cannot do this here',
  'caller-may-not-do-this': 'The person you act for may not ask for this',
  'case-is-closed': 'The request was refused or taken back',
  'round-is-open': 'The look before this one is not finished',
  'no-change-said': 'They have a chair. Choose what has changed: the need or the chair',
  'has-no-chair-yet': 'They have no chair of this service yet. Choose another reason',
  'worth-missing': 'Enter what the chair that meets the need would cost the NHS',
  'chair-missing': 'Say which chair would meet the need',
  'worth-without-right': 'Leave out chair and cost: this reason gives no budget',
  'assessed-before-referred': 'The day of the assessment cannot be before the referral',
  'voucher-half': 'Enter both what the voucher is worth and its last day, or neither',
  'voucher-over': 'The voucher is over already',
  'no-right': 'There is no right to a budget with what was found',
  'agreed-already': 'This is agreed already',
  'does-not-add-up': 'The price without VAT and the VAT must add up to the total',
  'vat-not-usual': 'VAT on added features is 20%, or nothing for somebody who is exempt',
  'quote-expired': 'The quote is not valid any more. Ask for a new one',
  'quote-missing': 'Choose the quote that it is for',
  'quote-of-other-kind': 'Features need a quote for features, another chair a quote for a chair',
  'nothing-chosen': 'Nobody has chosen a way yet',
  'not-granted': 'The request is not granted yet. Decide it first',
  'wrote-it': 'You wrote this assessment, so somebody else has to agree it',
  'not-what-is-to-pay': 'What is promised does not come to what is to be paid beside the NHS',
  'not-agreed': 'Nothing is agreed yet',
  'handed-over-already': 'The chair was handed over already',
  'not-received': 'Not all that was promised has come yet',
  'before-it-began': 'The day cannot be before the budget began',
  'billed-already': 'The supplier’s invoice is noted already',
  'not-as-quoted': 'The invoice does not come to the quote that was agreed. Ask the supplier for another one',
  'other-supplier': 'The invoice is not from the supplier of the quote that was agreed',
  'more-than-set-aside': 'That does not fit what is set aside for the chair and what others add',
  'no-agreement-signed': 'A direct payment needs an agreement that both sides have signed',
  'repairer-missing': 'Enter who did the repair and the number of their invoice: we pay them',
  'how-given-back-missing': 'Say how what others gave was given back to them',
  'no-chair': 'No chair was handed over',
  ended: 'This budget has ended',
  'asked-already': 'A new look was asked for already',
  'no-such-repair': 'There is no such repair that is not done',
  'no-such-contribution': 'There is no such promise that has not come',
  'nothing-added': 'Nothing was added to this chair. Choose the chair itself',
  'before-it-was-asked': 'The day cannot be before the repair was asked for',
  'not-of-the-nhs': 'The chair is the person’s own. It is not handed back',
} as const
export type Problem = keyof typeof problemSays

type Check = readonly [boolean, Problem]
export const those = (checks: readonly Check[]): readonly Problem[] =>
  checks.filter(([so]) => so).map(([, problem]) => problem)

const isOver = (round: Round): boolean => round.endings.length > 0
const changed: readonly string[] = ['clinical-need-changed', 'condition-of-chair'] satisfies Change[]
const gives = (round: Round): boolean => wheelchairRight(round.standing, round.assessedOn).rightNow

export type NewRound = Pick<
  Round,
  'referredOn' | 'assessedOn' | 'assessor' | 'standing' | 'need' | 'chair' | 'repairYearly'
> & {
  readonly value: Pence
  readonly voucherValue: Pence | null
  readonly voucherUntil: PlainDate | null
}

/** May a new look be written down? The one before must have come to a chair, or to no right. */
export function whyNotAssess(asked: NewRound, before: Round | null, caseOpen: boolean): readonly Problem[] {
  const stage = before === null ? null : stageOf(daysOf(before), asked.assessedOn)
  const hasChair = before !== null && before.handedOver !== null
  const givenUp = before !== null && isOver(before) && !hasChair
  const right = wheelchairRight(asked.standing, asked.assessedOn).rightNow
  return those([
    [!caseOpen, 'case-is-closed'],
    [stage !== null && stage !== 'no-right' && !hasChair && !givenUp, 'round-is-open'],
    [hasChair && asked.standing === 'referred-and-eligible', 'no-change-said'],
    [!hasChair && changed.includes(asked.standing) && asked.voucherValue === null, 'has-no-chair-yet'],
    [asked.assessedOn < asked.referredOn, 'assessed-before-referred'],
    [right && asked.value === nothing, 'worth-missing'],
    [right && asked.chair === '', 'chair-missing'],
    [!right && (asked.value > nothing || asked.chair !== ''), 'worth-without-right'],
    [(asked.voucherValue === null) !== (asked.voucherUntil === null), 'voucher-half'],
    [asked.voucherUntil !== null && asked.voucherUntil <= asked.assessedOn, 'voucher-over'],
  ])
}

/** While nothing is agreed, quotes, choices and promises may be noted. */
export const whyNotNote = (round: Round): readonly Problem[] =>
  those([
    [!gives(round), 'no-right'],
    [round.agreed !== null, 'agreed-already'],
  ])

type NewQuote = Pick<Quote, 'net' | 'vat' | 'total' | 'validUntil'> & { readonly kind: QuoteKind }
export function whyNotQuote(round: Round, quote: NewQuote, today: PlainDate): readonly Problem[] {
  const usual = [nothing, timesRoundedHalfUp(quote.net, 20n, 100n)]
  return [
    ...whyNotNote(round),
    ...those([
      [quote.net + quote.vat !== quote.total, 'does-not-add-up'],
      [quote.kind === 'features' && !usual.includes(quote.vat), 'vat-not-usual'],
      [quote.validUntil < today, 'quote-expired'],
    ]),
  ]
}

const kindFor = (way: ChairWay): QuoteKind => (way === 'notional-with-contribution' ? 'features' : 'chair')

export function whyNotChoose(
  round: Round,
  { way, quote }: { readonly way: ChairWay; readonly quote: Quote | null },
  today: PlainDate,
): readonly Problem[] {
  const needsOne = way !== 'notional'
  return [
    ...whyNotNote(round),
    ...those([
      [needsOne && quote === null, 'quote-missing'],
      [needsOne && quote !== null && quote.kind !== kindFor(way), 'quote-of-other-kind'],
      [needsOne && quote !== null && quote.validUntil < today, 'quote-expired'],
    ]),
  ]
}

type Agreeing = {
  readonly terms: ChairTerms | null
  readonly startsOn: PlainDate
  readonly granted: boolean
  readonly by: string | null
}
/** May it be agreed? By somebody else than who wrote it, once it is known who pays every penny. */
export function whyNotAgree(round: Round, { terms, startsOn, granted, by }: Agreeing): readonly Problem[] {
  const quote = round.choice?.quote ?? null
  const { promised } = promisedTo(round)
  return [
    ...whyNotNote(round),
    ...those([
      [!granted, 'not-granted'],
      [by !== null && by === round.writtenBy, 'wrote-it'],
      [round.choice === null || terms === null, 'nothing-chosen'],
      [quote !== null && quote.validUntil < startsOn, 'quote-expired'],
      [startsOn < round.assessedOn, 'before-it-began'],
      [round.voucher !== null && round.voucher.until <= startsOn, 'voucher-over'],
      [terms !== null && promised !== terms.personPays, 'not-what-is-to-pay'],
    ]),
  ]
}

export const whyNotReceive = (round: Round, number: number): readonly Problem[] =>
  those([
    [round.agreed === null, 'not-agreed'],
    [isOver(round) && round.handedOver === null, 'ended'],
    [
      !round.contributions.some(one => one.number === number && one.receivedOn === null),
      'no-such-contribution',
    ],
  ])

export const whyNotHandOver = (round: Round, on: PlainDate): readonly Problem[] =>
  those([
    [round.agreed === null, 'not-agreed'],
    [round.handedOver !== null, 'handed-over-already'],
    [isOver(round), 'ended'],
    [round.contributions.some(one => one.receivedOn === null), 'not-received'],
    [round.agreed !== null && on < round.agreed.startsOn, 'before-it-began'],
  ])

export const whyNotAskRepair = (round: Round): readonly Problem[] =>
  those([
    [round.handedOver === null, 'no-chair'],
    [isOver(round), 'ended'],
  ])

export const whyNotAskLook = (round: Round): readonly Problem[] => [
  ...whyNotAskRepair(round),
  ...those([[round.newLook !== null, 'asked-already']]),
]

/** Is there repair money that whoever does the repair is paid from? */
const paysRepairer = (round: Round): boolean => repairMoneyLeft(round) > nothing

type Mended = {
  readonly number: number
  readonly on: PlainDate
  readonly part: RepairPart
  readonly cost: Pence
  readonly supplier: string | null
  readonly theirs: string | null
}
export function whyNotRepaired(round: Round, mended: Mended): readonly Problem[] {
  const { number, on, part, cost, supplier, theirs } = mended
  const repair = round.repairs.find(one => one.number === number && one.done === null)
  return those([
    [repair === undefined, 'no-such-repair'],
    [repair !== undefined && on < repair.askedOn, 'before-it-was-asked'],
    [
      (supplier === null) !== (theirs === null) ||
        (supplier === null && paysRepairer(round) && cost > nothing),
      'repairer-missing',
    ],
    [part === 'added' && round.agreed?.repairs === 'nhs', 'nothing-added'],
  ])
}

export const whyNotHandBack = (round: Round, on: PlainDate): readonly Problem[] =>
  those([
    [round.handedOver === null, 'no-chair'],
    [round.agreed !== null && round.agreed.owner !== 'nhs', 'not-of-the-nhs'],
    [round.endings.some(one => one.what === 'handed-back'), 'ended'],
    [round.handedOver !== null && on < round.handedOver.on, 'before-it-began'],
  ])
