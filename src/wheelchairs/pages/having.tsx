import { sayShortDay } from '../../kernel/days.ts'
import { minus, sayMoney } from '../../kernel/money.ts'
import { DataTable, Money } from '../../nhs/public.ts'
import { isGivenUp } from '../rules/money.ts'
import type { Stage } from '../rules/stage.ts'
import type { Repair, Round } from '../types.ts'
import type { BudgetShows } from './shows.ts'

const Done = ({ reference, repair, write }: { reference: string; repair: Repair; write: boolean }) => {
  if (repair.done !== null)
    return (
      <>
        {sayShortDay(repair.done.on)}: <bdi>{repair.done.says}</bdi>
      </>
    )
  return write ? (
    <a href={`/wheelchairs/${reference}/repairs/${repair.number}/done`}>
      Note that it is done<span className="nhsuk-u-visually-hidden">: {repair.words}</span>
    </a>
  ) : (
    <>Not yet</>
  )
}

/** What was repaired, and who paid it. */
export const Repairs = ({ round, reference, may }: BudgetShows & { readonly round: Round }) =>
  round.handedOver === null ? null : (
    <DataTable
      caption="Repairs"
      columns={[
        { says: 'Asked' },
        { says: 'What is wrong' },
        { says: 'Done' },
        { says: 'Cost', numeric: true },
        { says: 'Paid' },
      ]}
      rows={round.repairs.map(one => ({
        key: one.id,
        cells: [
          sayShortDay(one.askedOn),
          <bdi key="words">{one.words}</bdi>,
          <Done key="done" reference={reference} repair={one} write={may.write} />,
          one.done === null ? '' : <Money key="cost" sum={one.done.cost} />,
          one.done === null
            ? ''
            : `NHS ${sayMoney(one.done.nhsPays)}, you ${sayMoney(minus(one.done.cost, one.done.nhsPays))}`,
        ],
      }))}
      empty="No repair was asked for."
    />
  )

type LinkOf = readonly [at: string, says: string]

const isUnbilled = (round: Round): boolean =>
  round.agreed !== null && round.invoice === null && !isGivenUp(round)

function linksFor(shows: BudgetShows & { readonly round: Round | null; readonly stage: Stage }) {
  const { may, round, rounds, stage } = shows
  const open = round !== null && round.agreed === null && stage !== 'no-right'
  const over = round === null || round.endings.length > 0
  const rows: readonly (readonly [boolean, ...LinkOf])[] = [
    [may.ask && stage === 'has-chair', 'repairs', 'Ask for a repair'],
    [
      may.ask && !over && round.handedOver !== null && round.newLook === null,
      'new-look',
      'Ask for a new look, because the need or the chair has changed',
    ],
    [
      may.write && (round === null || stage === 'no-right' || round.handedOver !== null || isGivenUp(round)),
      'assessment',
      'Write down an assessment',
    ],
    [may.write && open, 'quotes', 'Note a quote'],
    [may.write && open, 'choice', 'Note what they chose'],
    [may.write && open, 'contributions', 'Note who pays the rest'],
    [may.agree && open && round.choice !== null, 'agreement', 'Agree the budget'],
    [may.write && stage === 'agreed', 'handover', 'Hand the chair over'],
    [
      may.agree && stage === 'agreed' && round?.invoice === null,
      'giving-up',
      'Give the budget up before the chair comes',
    ],
    [may.write && rounds.some(isUnbilled), 'invoice', 'Note the supplier’s invoice'],
    [
      may.write &&
        round?.agreed?.owner === 'nhs' &&
        round.handedOver !== null &&
        !round.endings.some(one => one.what === 'handed-back'),
      'hand-back',
      'Note that the chair was handed back',
    ],
  ]
  return rows.filter(([so]) => so).map(([, at, says]): LinkOf => [at, says])
}

/** What can be done now, each on a page of its own. */
export const Links = (shows: BudgetShows & { readonly round: Round | null; readonly stage: Stage }) => {
  const links = linksFor(shows)
  return links.length === 0 ? null : (
    <>
      <h2>What you can do</h2>
      <ul>
        {links.map(([at, says]) => (
          <li key={at}>
            <a href={`/wheelchairs/${shows.reference}/${at}`}>{says}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
