import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { DataTable, Money, SummaryList } from '../../nhs/public.ts'
import { howSays, outcomeSays, repaidSays } from '../say.ts'
import type { RecoveryShows } from './shows.ts'
import { KeptTable } from './working.tsx'

/** The objection in the words of whoever made it. */
export const Said = ({ one }: RecoveryShows) =>
  one.objection === null ? null : (
    <>
      <h2>What was said against it</h2>
      <p>
        <bdi>{one.objection.saidBy}</bdi>, {sayShortDay(one.objection.saidOn)}, {howSays[one.objection.how]}:
      </p>
      <blockquote dir="auto" className="nhsuk-inset-text">
        {one.objection.words}
      </blockquote>
      {one.objection.file === null ? null : (
        <p>
          <a href={`/recoveries/${one.reference}/${one.number}/file`}>Open the paper that was sent with it</a>
        </p>
      )}
    </>
  )

/** The second decision, and who made it. */
export const Answered = ({ one }: RecoveryShows) =>
  one.answer === null ? null : (
    <>
      <h2>Our answer: {outcomeSays[one.answer.outcome].toLowerCase()}</h2>
      <p>{one.answer.because}</p>
      {one.answer.alsoKept.length === 0 ? null : (
        <KeptTable kept={one.answer.alsoKept} caption="Protected now, too" />
      )}
      <p>
        <bdi>{one.answer.byName}</bdi>, {one.answer.byRole}, {sayShortDay(one.answer.answeredOn)}. They did
        not propose it and did not send the first letter.
      </p>
    </>
  )

const soFar = (one: RecoveryShows['one'], { repaid, amount }: RecoveryShows['terms']): string =>
  `${one.way === 'net' ? 'Taken off' : 'Paid back'} so far: ${sayMoney(repaid)} of ${sayMoney(amount)}`

/** What came back so far. */
export const Repaid = ({ one, terms }: RecoveryShows) =>
  one.posted === null || (one.way === 'net' && one.repaid.length === 0) ? null : (
    <DataTable
      caption={soFar(one, terms)}
      columns={[{ says: 'Day' }, { says: 'How' }, { says: 'Amount', numeric: true }]}
      rows={one.repaid.map((each, place) => ({
        key: String(place),
        cells: [
          sayShortDay(each.on),
          `${repaidSays[each.how]}${each.words === '' ? '' : `: ${each.words}`}`,
          <Money key="sum" sum={each.amount} />,
        ],
      }))}
      empty="Nothing has come back yet."
    />
  )

/** What happened and what comes, by day, so that nobody has to guess. */
export function Days({ one, terms, standing }: RecoveryShows) {
  const rows: readonly (readonly [PlainDate | null | undefined, string])[] = [
    [one.proposedOn, `Proposed by ${one.proposedByName}`],
    [one.notice?.sentOn, `Letter sent. Decided by ${one.notice?.byName}, ${one.notice?.byRole}`],
    [one.objection?.saidOn, `${one.objection?.saidBy} objected`],
    [one.answer?.answeredOn, `Looked at again by ${one.answer?.byName}, ${one.answer?.byRole}`],
    [one.withdrawn?.on, `Taken back by ${one.withdrawn?.byName}: ${one.withdrawn?.because}`],
    [one.posted?.on, one.way === 'net' ? 'To come off the next payment' : 'Entered as to be paid back'],
    ...(['told', 'answered', 'objected'].includes(standing)
      ? ([[terms.movesOn, 'The first day on which anything moves']] as const)
      : []),
    ...(one.way === 'repay' && ['told', 'answered', 'to-enter', 'to-repay', 'late'].includes(standing)
      ? ([[terms.repayBy, 'Repay by']] as const)
      : []),
  ]
  return (
    <SummaryList facts={rows.flatMap(([day, says]) => (day == null ? [] : [{ says, is: sayDay(day) }]))} />
  )
}
