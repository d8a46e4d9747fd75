import { later, type PlainDate } from '../../kernel/days.ts'
import { minus, negative, nothing, type Pence, plus } from '../../kernel/money.ts'
import {
  type AccountName,
  allocatedTo,
  bankOf,
  commissionedFor,
  contingencyOf,
  contributedBy,
  type NewEntry,
  type Posting,
  passedOnKey,
} from '../../ledger/public.ts'
import type { ChairWay } from '../../rights/public.ts'
import type { Agreed, Contribution, Giver, InvoiceHow, Round } from '../types.ts'
import { giverSays } from './say.ts'

/** The lines that a wheelchair budget pays for. */
export const chairLine = 'chair'
export const repairLine = 'repairs'

/** What the NHS puts in for the chair itself, without the money for repairs. */
export const chairMoney = ({ nhsPays, repairMoney }: Pick<Agreed, 'nhsPays' | 'repairMoney'>): Pence =>
  minus(nhsPays, repairMoney)

/**
 * Does what somebody adds come to the NHS, which passes it on to the supplier? Where the NHS buys the chair,
 * all of it does. Of another chair the person pays their own part straight to the supplier; what others give
 * comes through us. Where the person buys with a direct payment, nothing does. Our own way (design).
 */
export function comesThroughUs(way: ChairWay, giver: Giver): boolean {
  if (way === 'direct-payment') return false
  return way === 'notional-with-contribution' || giver !== 'person'
}

/** What a giver's money is kept under, each apart from the others: `charity-1`. */
export const giverKey = ({ number }: Pick<Round, 'number'>, of: Pick<Contribution, 'giver' | 'number'>) =>
  number === 1 ? `${of.giver}-${of.number}` : `${of.giver}-${of.number}-of-${number}`

/** What of the contributions comes through the NHS. */
export const throughUs = ({ choice, contributions }: Pick<Round, 'choice' | 'contributions'>) =>
  contributions.filter(one => choice !== null && comesThroughUs(choice.way, one.giver))

export const sumOf = (some: readonly Pick<Contribution, 'amount'>[]): Pence =>
  plus(nothing, ...some.map(({ amount }) => amount))

/** How a supplier's invoice is paid: the service buys what the NHS owns; the rest leaves by a run. */
export const howPaid = (way: ChairWay): InvoiceHow =>
  way === 'third-party' ? 'run' : way === 'direct-payment' ? 'to-person' : 'bought'

/** What of an invoice the NHS carries: of a chair that it buys, all that nobody else adds. */
export const nhsShareOf = (round: Round, total: Pence): Pence =>
  round.agreed !== null && round.agreed.owner === 'person'
    ? chairMoney(round.agreed)
    : minus(total, sumOf(throughUs(round)))

type Moves = readonly (readonly [account: AccountName, sum: Pence])[]
const postingsOf = (moves: Moves): readonly Posting[] =>
  moves.filter(([, sum]) => sum !== 0n).map(([account, sum]) => ({ account, pence: sum }))

type Whose = Pick<Round, 'id' | 'organisation' | 'person' | 'reference'>
type About = { readonly what: string; readonly on: PlainDate; readonly because: string }
const entryOf = (round: Whose, { what, on, because }: About, moves: Moves): NewEntry => ({
  key: `wheelchair:${what}`,
  effectiveOn: on,
  because: because.slice(0, 500),
  organisation: round.organisation,
  person: round.person,
  postings: postingsOf(moves),
})

/** The budget is agreed: the chair's money is set aside, and the repair money apart from it. */
export const agreedEntry = (
  round: Whose,
  { startsOn, ...agreed }: Pick<Agreed, 'startsOn' | 'nhsPays' | 'repairMoney'>,
  fund: AccountName,
): NewEntry =>
  entryOf(round, { what: `${round.id}:agreed`, on: startsOn, because: 'Wheelchair budget, as agreed' }, [
    [fund, negative(agreed.nhsPays)],
    [allocatedTo(round.reference), chairMoney(agreed)],
    [contingencyOf(round.reference), agreed.repairMoney],
  ])

/** What a giver promised has come: it is held for the supplier, under their name alone. */
export const receivedEntry = (
  round: Whose & Pick<Round, 'number'>,
  one: Pick<Contribution, 'id' | 'giver' | 'number' | 'amount'>,
  on: PlainDate,
): NewEntry =>
  entryOf(
    round,
    { what: `contribution:${one.id}`, on, because: `Given for the wheelchair: ${giverSays[one.giver]}` },
    [
      [bankOf(round.reference), negative(one.amount)],
      [contributedBy(round.reference, giverKey(round, one)), one.amount],
    ],
  )

type Billed = {
  readonly id: string
  readonly theirs: string
  readonly total: Pence
  readonly on: PlainDate
  readonly fund: AccountName
}

/** What the supplier's payment is for, by funder: the NHS's share, and each giver's own. */
export const billedLines = (round: Round, total: Pence) => [
  { line_key: chairLine, amount: nhsShareOf(round, total) },
  ...throughUs(round).map(one => ({ line_key: passedOnKey(giverKey(round, one)), amount: one.amount })),
]

/**
 * The invoice is there. Where the service buys, it is a cost at once; where a run pays it, what others gave
 * is made ready to leave with it. What the chair cost less than was set aside goes back to the fund.
 */
export function invoiceEntries(round: Round, billed: Billed): readonly NewEntry[] {
  const { agreed, reference, choice } = round
  if (agreed === null || choice === null) return []
  const on = later(billed.on, agreed.startsOn)
  const share = nhsShareOf(round, billed.total)
  const because = `the chair, invoice ${billed.theirs}`
  const given = throughUs(round)
  const out: Moves = given.map(one => [contributedBy(reference, giverKey(round, one)), negative(one.amount)])
  const bought: Moves = [
    [allocatedTo(reference), negative(share)],
    [commissionedFor(reference, chairLine), share],
    ...out,
    ...given.map(one => [commissionedFor(reference, passedOnKey(giverKey(round, one))), one.amount] as const),
  ]
  const ready: Moves = [...out, [allocatedTo(reference), sumOf(given)]]
  const rest = minus(chairMoney(agreed), share)
  const about = { what: `invoice:${billed.id}`, on }
  const moves = howPaid(choice.way) === 'bought' ? bought : given.length > 0 ? ready : []
  const says =
    howPaid(choice.way) === 'bought' ? `Wheelchair: ${because}` : `What others gave, for ${because}`
  return [
    ...(moves.length === 0 ? [] : [entryOf(round, { ...about, because: says }, moves)]),
    ...(rest === nothing
      ? []
      : [
          entryOf(
            round,
            { what: `rest:${billed.id}`, on, because: 'The chair cost less than was set aside' },
            [
              [allocatedTo(reference), negative(rest)],
              [billed.fund, rest],
            ],
          ),
        ]),
  ]
}

type Mended = {
  readonly id: string
  readonly on: PlainDate
  readonly says: string
  readonly nhsPays: Pence
  readonly fund: AccountName
}
/**
 * A repair is done: repair money is made ready to leave for whoever did it. What the NHS repairs itself is a
 * cost of the fund at once. Nothing moves where the NHS pays nothing.
 */
export function repairEntries(round: Round, mended: Mended): readonly NewEntry[] {
  const { reference, agreed } = round
  if (agreed === null || mended.nhsPays === nothing) return []
  const about = { what: `repair:${mended.id}`, on: mended.on, because: `Repair: ${mended.says}` }
  const [from, to] =
    agreed.repairs === 'person'
      ? [contingencyOf(reference), allocatedTo(reference)]
      : [mended.fund, commissionedFor(reference, repairLine)]
  return [
    entryOf(round, about, [
      [from, negative(mended.nhsPays)],
      [to, mended.nhsPays],
    ]),
  ]
}

export type UnspentWhy = 'period-over' | 'replaced'
const unspentSays = {
  'period-over': 'Repair money that nobody needed: the period is over',
  replaced: 'Repair money that nobody needed: a new budget takes its place',
} as const satisfies Record<UnspentWhy, string>

/** What is left of the repair money goes back to the fund. */
export const unspentEntry = (
  round: Whose,
  { amount, on, why }: { readonly amount: Pence; readonly on: PlainDate; readonly why: UnspentWhy },
  fund: AccountName,
): NewEntry =>
  entryOf(round, { what: `${round.id}:unspent`, on, because: unspentSays[why] }, [
    [contingencyOf(round.reference), negative(amount)],
    [fund, amount],
  ])

/** Has it been given up before the chair came? Its money is back, and nothing more is owed for it. */
export const isGivenUp = ({ endings }: Pick<Round, 'endings'>): boolean =>
  endings.some(one => one.what === 'given-up')

/** What came through us and has not been given back. */
export const toGiveBack = (round: Pick<Round, 'choice' | 'contributions'>): readonly Contribution[] =>
  throughUs(round).filter(one => one.receivedOn !== null && one.givenBackOn === null)

/**
 * It is given up before the chair comes: what was set aside goes back to the fund, and what each giver had
 * added goes back out of their own account to where it came from.
 */
export function givenUpEntries(round: Round, on: PlainDate, fund: AccountName): readonly NewEntry[] {
  const { agreed, reference } = round
  if (agreed === null) return []
  const because = 'The wheelchair budget is given up before the chair comes'
  return [
    entryOf(round, { what: `${round.id}:given-up`, on: later(on, agreed.startsOn), because }, [
      [allocatedTo(reference), negative(chairMoney(agreed))],
      [contingencyOf(reference), negative(agreed.repairMoney)],
      [fund, agreed.nhsPays],
    ]),
    ...toGiveBack(round).map(one =>
      entryOf(
        round,
        {
          what: `given-back:${one.id}`,
          on: later(on, one.receivedOn ?? on),
          because: `Given back, since the chair does not come: ${giverSays[one.giver]}`,
        },
        [
          [contributedBy(reference, giverKey(round, one)), negative(one.amount)],
          [bankOf(reference), one.amount],
        ],
      ),
    ),
  ]
}
