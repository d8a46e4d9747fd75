import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  DataTable,
  Details,
  EmptyState,
  Money,
  Reading,
  RuleNote,
  SummaryList,
  Tag,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { findRule } from '../../rights/public.ts'
import {
  endingSays,
  needSays,
  ownerSays,
  repairsSays,
  stageSays,
  standingSays,
  standsIn,
  waySays,
  whatOf,
} from '../rules/say.ts'
import { daysOf, stageOf, waitedFor, waits } from '../rules/stage.ts'
import { repairMoneyLeft, worthOf } from '../rules/terms.ts'
import type { Agreed, Round } from '../types.ts'
import { Links, Repairs } from './having.tsx'
import { Billed, Contributions, LedgerLink } from './money.tsx'
import type { BudgetShows } from './shows.ts'

const Waiting = ({ referredOn, today }: Pick<BudgetShows, 'referredOn' | 'today'>) => {
  const { weeks, late } = waitedFor(referredOn, today)
  return (
    <p>
      Referred on {sayDay(referredOn)}. That is {weeks === 1 ? '1 week' : `${weeks} weeks`} ago.{' '}
      {late ? <Tag means="overdue">Longer than 18 weeks</Tag> : null}
    </p>
  )
}

const agreedFacts = (round: Round, agreed: Agreed) => [
  { says: 'What you get', is: <bdi>{whatOf(round)}</bdi> },
  ...(round.choice === null ? [] : [{ says: 'Which way', is: waySays[round.choice.way] }]),
  { says: 'The NHS pays', is: sayMoney(agreed.nhsPays) },
  {
    says: 'To be paid beside the NHS',
    is: agreed.personPays === 0n ? 'Nothing' : sayMoney(agreed.personPays),
  },
  { says: 'Who owns the chair', is: ownerSays[agreed.owner] },
  { says: 'Who repairs it', is: repairsSays[agreed.repairs] },
  ...(agreed.repairMoney === 0n
    ? []
    : [
        {
          says: 'Repair money left',
          is: `${sayMoney(repairMoneyLeft(round))} of ${sayMoney(agreed.repairMoney)}`,
        },
      ]),
  { says: 'From', is: sayDay(agreed.startsOn) },
  { says: 'Until', is: sayDay(agreed.endsOn) },
  ...round.endings
    .filter(({ what }) => what === 'given-up')
    .map(end => ({ says: `Given up ${sayShortDay(end.on)}`, is: <bdi>{end.because}</bdi> })),
  ...(round.handedOver === null
    ? []
    : [
        { says: 'Handed over', is: sayDay(round.handedOver.on) },
        { says: 'Serial number', is: <bdi>{round.handedOver.serial}</bdi> },
        ...(round.handedOver.gs1 === null ? [] : [{ says: 'GS1 number', is: round.handedOver.gs1 }]),
      ]),
]

const assessedFacts = (round: Round) => [
  { says: 'The right', is: standingSays[round.standing] },
  ...(round.chair === '' ? [] : [{ says: 'The chair that meets the need', is: <bdi>{round.chair}</bdi> }]),
  ...(round.value === 0n
    ? []
    : [{ says: 'What the budget is worth', is: `${sayMoney(worthOf(round))}, once` }]),
  ...(round.voucher === null
    ? []
    : [
        {
          says: 'From an old voucher',
          is: `It ends on ${sayShortDay(round.voucher.until)}, as the voucher did`,
        },
      ]),
  { says: 'Assessed', is: `${sayShortDay(round.assessedOn)}, ${round.assessor}` },
  { says: 'How much is needed', is: needSays[round.need] },
]

const Quotes = ({ round }: { round: Round }) =>
  round.quotes.length === 0 ? null : (
    <DataTable
      caption="Quotes"
      columns={[
        { says: 'What, and from whom' },
        { says: 'Total, with VAT', numeric: true },
        { says: 'Valid until' },
      ]}
      rows={round.quotes.map(one => ({
        key: one.id,
        cells: [
          <span key="what">
            <bdi>{one.says}</bdi>, from <bdi>{one.supplier}</bdi>
          </span>,
          <span key="total">
            <Money sum={one.total} />
            <span className="app-table__about">
              {one.vat === 0n ? 'No VAT' : `${sayMoney(one.net)} and ${sayMoney(one.vat)} VAT`}
            </span>
          </span>,
          sayShortDay(one.validUntil),
        ],
      }))}
      empty="No quote is in."
    />
  )

const rulesAlways = ['WHEELCHAIR-HAVE', 'WHEELCHAIR-WHO', 'WHEELCHAIR-VALUE', 'WHEELCHAIR-18-WEEKS']

const Rules = ({ round }: { round: Round | null }) => (
  <Details says="Where this is written, and how sure we are">
    {[...new Set([...rulesAlways, ...(round?.agreed?.rules ?? [])])].map(id => (
      <RuleNote key={id} {...findRule(id)} />
    ))}
  </Details>
)

const Before = ({ rounds }: { rounds: readonly Round[] }) =>
  rounds.length < 2 ? null : (
    <>
      <h2>Before</h2>
      <ul>
        {rounds.slice(1).map(one => (
          <li key={one.id}>
            {sayShortDay(one.assessedOn)}:{' '}
            <bdi>{one.chair === '' ? standingSays[one.standing] : one.chair}</bdi>
            {one.agreed === null ? '' : `, ${sayMoney(one.agreed.nhsPays)} from the NHS`}
            {one.endings.map(end => `, ${endingSays[end.what]} ${sayShortDay(end.on)}`)}
          </li>
        ))}
      </ul>
    </>
  )

/** A wheelchair budget: where it stands, what you get, what you pay, who owns and repairs, until when. */
export function budgetPage(shows: BudgetShows): Page {
  const { rounds, today, staff } = shows
  const round = rounds[0] ?? null
  const stage = round === null ? 'referred' : stageOf(daysOf(round), today)
  return {
    title: 'Wheelchair budget',
    back: staff ? '/wheelchairs' : '/home',
    person: shows.person,
    ...(shows.done === undefined ? {} : { done: shows.done }),
    body: (
      <Reading>
        <h1>Wheelchair budget</h1>
        <p>
          <Tag means={stage === 'has-chair' ? 'good' : waits(stage) ? 'waiting' : 'over'}>
            {stageSays[stage]}
          </Tag>
        </p>
        <p>{standsIn(stage, round)}</p>
        {waits(stage) ? <Waiting {...shows} /> : null}
        {round === null ? (
          <EmptyState says="Nothing is assessed yet." next="You will be asked to come, or visited." />
        ) : null}
        {round?.agreed ? (
          <>
            <h2>What is agreed</h2>
            <SummaryList facts={agreedFacts(round, round.agreed)} />
          </>
        ) : null}
        {round === null ? null : (
          <>
            <h2>What was found</h2>
            <SummaryList facts={assessedFacts(round)} />
            <Quotes round={round} />
            <Contributions {...shows} round={round} />
            <Billed round={round} today={today} />
            <Repairs {...shows} round={round} />
            <LedgerLink {...shows} />
          </>
        )}
        <Links {...shows} round={round} stage={stage} />
        <Before rounds={rounds} />
        <Rules round={round} />
      </Reading>
    ),
  }
}
