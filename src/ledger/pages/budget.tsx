import { later, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { Details, type MoneyRow, MoneyTable, Reading, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { kindOf, sayAccount } from '../accounts.ts'
import type { Move, Pot } from '../pots.ts'
import type { AccountName } from '../types.ts'
import { HoldsOf, type KeptBack } from './holds.tsx'

export type BudgetShows = {
  readonly reference: Reference
  readonly today: PlainDate
  /** Each account with what it holds, in the order in which people ask. */
  readonly holds: readonly { readonly account: AccountName; readonly pence: Pence }[]
  readonly pots: readonly Pot[]
  /** The address that shows earlier movements too; null where all are shown. */
  readonly earlier: string | null
  readonly person?: Page['person'] | undefined
  readonly keptBack: KeptBack
}

/** What each pot is, in a sentence above its table. */
const about: Readonly<Record<string, string>> = {
  held: 'Money paid into the budget’s bank account, and what statements show was spent from it.',
  allocated: 'Money that is promised to this budget and has not been paid out yet.',
  contingency: 'Money kept for what nobody could foresee. Ask your team before you use it.',
  'to-recover': 'Money that was decided to be paid back. You were told in writing why, how much and by when.',
}

const sums = ({ in: into, out, left }: Move): readonly (Pence | null)[] => [into, out, left]

const standing = {
  stands: null,
  'was-undone': <Tag means="over">Undone later</Tag>,
  undoes: <Tag means="over">Undoes an entry</Tag>,
} as const

/** Today, or the last day of what is entered already: a payment that was released leaves on a later day. */
const upTo = (moves: readonly Move[], today: PlainDate): PlainDate =>
  moves.reduce((last, { on }) => later(last, on), today)

const moveRow = (reference: Reference, move: Move): MoneyRow => ({
  key: move.entry,
  says: (
    <>
      <a href={`/ledger/${reference}/${move.entry}`}>{move.says}</a> {standing[move.standing]}
    </>
  ),
  about: sayShortDay(move.on),
  sums: sums(move),
})

const PotTable = ({ pot, reference, today }: { pot: Pot; reference: Reference; today: PlainDate }) => (
  <section>
    <h2>{sayAccount(pot.account)}</h2>
    <p>{about[kindOf(pot.account) ?? '']}</p>
    <MoneyTable
      caption={`Money in and out, up to ${sayShortDay(upTo(pot.moves, today))}`}
      captionSize="s"
      what="What happened"
      columns={['In', 'Out', 'Left then']}
      rows={pot.moves.map(move => moveRow(reference, move))}
      empty="Nothing has happened here yet."
    />
  </section>
)

const holdsRow = ({ account, pence }: BudgetShows['holds'][number]): MoneyRow => ({
  key: account,
  says: sayAccount(account),
  sums: [pence],
})

const HowToRead = () => (
  <Details says="How to read these figures">
    <p>
      Every pound is in one place at a time. When money moves, it leaves one place and arrives in another, so
      the figures always add up.
    </p>
    <p>
      Nothing here is ever rubbed out. A mistake is put right by an entry that undoes it, and both stay here
      to be seen. Open any line to see who entered it, when and why.
    </p>
  </Details>
)

/** A budget's money for the family and for staff: where it is now, and what came in and went out. */
export const budgetPage = (shows: BudgetShows): Page => {
  const { reference, today, holds, pots, earlier, person, keptBack } = shows
  const moves = pots.flatMap(pot => pot.moves)
  return {
    title: `Where the money is, budget ${reference}`,
    ...(person === undefined ? {} : { person }),
    errors: keptBack.errors,
    status: keptBack.errors.length > 0 ? 422 : 200,
    body: (
      <>
        <Reading>
          <h1>
            <span className="nhsuk-caption-l">Budget {reference}</span> Where the money is
          </h1>
          <MoneyTable
            caption={
              upTo(moves, today) === today
                ? `On ${sayShortDay(today)}`
                : `With all that is entered up to ${sayShortDay(upTo(moves, today))}`
            }
            what="Place"
            columns={['Amount']}
            rows={holds.filter(({ pence }) => pence !== nothing).map(holdsRow)}
            total="Given to this budget in all"
            empty="All the money of this budget has been given back."
          />
          <HoldsOf reference={reference} {...keptBack} />
          <HowToRead />
        </Reading>
        {pots.map(pot => (
          <PotTable key={pot.account} pot={pot} reference={reference} today={today} />
        ))}
        {earlier === null ? null : (
          <p>
            <a href={earlier}>Show what happened earlier</a>
          </p>
        )}
      </>
    ),
  }
}
