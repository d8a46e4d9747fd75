import { sayMoment, sayShortDay } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { negative } from '../../kernel/money.ts'
import { type Fact, type MoneyRow, MoneyTable, Reading, SummaryList } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { sayAccount } from '../accounts.ts'
import type { AccountName, Entry, EntryId, Posting } from '../types.ts'

export type EntryShows = {
  readonly reference: Reference
  readonly entry: Entry
  /** The names of funders by their accounts. */
  readonly funds: ReadonlyMap<AccountName, string>
  readonly person?: Page['person'] | undefined
}

const link = (reference: Reference, entry: EntryId, says: string) => (
  <a href={`/ledger/${reference}/${entry}`}>{says}</a>
)

function factsOf({ reference, entry }: EntryShows): readonly Fact[] {
  const { effectiveOn, recordedAt, by, because, key, reverses, reversedBy } = entry
  return [
    { says: 'Why', is: because },
    { says: 'Counts from', is: sayShortDay(effectiveOn) },
    { says: 'Entered', is: sayMoment(recordedAt) },
    { says: 'Entered by', is: <bdi>{by}</bdi> },
    ...(reverses === null
      ? []
      : [{ says: 'Undoes', is: link(reference, reverses, 'The entry that it undoes') }]),
    ...(reversedBy === null
      ? []
      : [{ says: 'Undone by', is: link(reference, reversedBy, 'The entry that undid it') }]),
    { says: 'Key', is: key },
  ]
}

const rowOf = ({ account, pence }: Posting, place: number, funds: EntryShows['funds']): MoneyRow => ({
  key: String(place),
  says: funds.get(account) ?? sayAccount(account),
  about: account,
  sums: pence > 0n ? [pence, null] : [null, negative(pence)],
})

/** One entry opened: what moved from where to where, who entered it, why, both days and the key. */
export const entryPage = (shows: EntryShows): Page => ({
  title: shows.entry.because,
  back: `/ledger/${shows.reference}`,
  ...(shows.person === undefined ? {} : { person: shows.person }),
  body: (
    <Reading>
      <h1>{shows.entry.because}</h1>
      <MoneyTable
        caption={`What moved, counted from ${sayShortDay(shows.entry.effectiveOn)}`}
        what="Place"
        columns={['Into', 'Out of']}
        rows={shows.entry.postings.map((posting, place) => rowOf(posting, place, shows.funds))}
        total="In all"
        empty="Nothing moved."
      />
      <SummaryList facts={factsOf(shows)} />
    </Reading>
  ),
})
