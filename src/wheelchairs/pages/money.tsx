import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { minus, nothing, plus, sayMoney } from '../../kernel/money.ts'
import { DataTable, type Fact, Money, SummaryList } from '../../nhs/public.ts'
import { comesThroughUs } from '../rules/money.ts'
import { giverSays } from '../rules/say.ts'
import { promisedTo } from '../rules/terms.ts'
import type { Invoice, Round } from '../types.ts'
import type { BudgetShows } from './shows.ts'

/** Who pays what the NHS does not, to whom, and what has come. */
export const Contributions = ({ round, reference, may }: BudgetShows & { round: Round }) => {
  const { promised, received } = promisedTo(round)
  if (round.contributions.length === 0) return null
  return (
    <DataTable
      caption={`Who pays the rest: ${sayMoney(promised)} promised, ${sayMoney(received)} has come`}
      columns={[{ says: 'Who' }, { says: 'How much', numeric: true }, { says: 'Promised' }, { says: 'Came' }]}
      rows={round.contributions.map(one => ({
        key: one.id,
        cells: [
          <span key="who">
            {giverSays[one.giver]}: <bdi>{one.who}</bdi>
            {round.choice === null ? null : (
              <span className="app-table__about">
                {comesThroughUs(round.choice.way, one.giver)
                  ? 'To the NHS, which passes it on to the supplier'
                  : 'Straight to the supplier'}
              </span>
            )}
          </span>,
          <Money key="sum" sum={one.amount} />,
          sayShortDay(one.promisedOn),
          one.givenBackOn !== null ? (
            `Given back ${sayShortDay(one.givenBackOn)}`
          ) : one.receivedOn !== null ? (
            sayShortDay(one.receivedOn)
          ) : may.write && round.agreed !== null && round.endings.length === 0 ? (
            <a key="came" href={`/wheelchairs/${reference}/contributions/${one.number}/received`}>
              Note that it came<span className="nhsuk-u-visually-hidden"> from {one.who}</span>
            </a>
          ) : (
            'Not yet'
          ),
        ],
      }))}
      empty="Nobody has promised anything."
    />
  )
}

function whenPaid({ how, leftOn }: Invoice, today: PlainDate): string {
  if (how === 'bought') return 'The wheelchair service pays it'
  if (leftOn === null) return 'Not yet. It leaves with the next payment run'
  return `${leftOn > today ? 'It leaves us' : 'It left us'} on ${sayDay(leftOn)}`
}

const billedFacts = (bill: Invoice, today: PlainDate): readonly Fact[] => {
  const rest = minus(bill.total, plus(bill.nhsPays, bill.passedOn))
  return [
    { says: 'From', is: <bdi>{bill.supplier}</bdi> },
    { says: 'Invoice', is: <bdi>{`${bill.theirs} of ${sayShortDay(bill.datedOn)}`}</bdi> },
    { says: 'It comes to', is: sayMoney(bill.total) },
    { says: 'The NHS pays', is: sayMoney(bill.nhsPays) },
    ...(bill.passedOn === nothing ? [] : [{ says: 'Passed on from others', is: sayMoney(bill.passedOn) }]),
    ...(rest === nothing ? [] : [{ says: 'You pay the supplier', is: sayMoney(rest) }]),
    {
      says: bill.how === 'to-person' ? 'Paid to your account' : 'Paid to the supplier',
      is: whenPaid(bill, today),
    },
  ]
}

/** What the supplier billed, who pays which part of it, and whether it has left. */
export const Billed = ({ round, today }: { readonly round: Round; readonly today: PlainDate }) =>
  round.invoice === null ? null : (
    <>
      <h2>The supplier’s invoice</h2>
      <SummaryList facts={billedFacts(round.invoice, today)} />
    </>
  )

/** The way to every pound of it, once money is set aside. */
export const LedgerLink = ({ reference, rounds }: BudgetShows) =>
  rounds.every(one => one.agreed === null) ? null : (
    <p>
      <a href={`/ledger/${reference}`}>Every pound of this budget</a>
    </p>
  )
