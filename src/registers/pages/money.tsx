import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { DataTable, Details, SummaryList } from '../../nhs/public.ts'
import type { Carried, Joined } from '../queries/budget.ts'
import type { Counted } from '../rules/hospital.ts'
import { purposeSays } from '../rules/say.ts'
import type { EntryShows } from './shows.ts'

const strandSays: Readonly<Record<Carried['strand'], string>> = {
  health: 'NHS',
  'social-care': 'Council, social care',
  education: 'Education',
}

const partSays = ({ strand, name, weekly }: Carried): string =>
  `${strandSays[strand]} (${name}) ${sayMoney(weekly)}`

const factsOf = (budget: Joined, purpose: string) => [
  { says: 'What it is for', is: purpose },
  { says: 'Asked', is: sayShortDay(budget.askedOn) },
  {
    says: 'Decided',
    is:
      budget.decided === null
        ? 'Not yet'
        : `${sayShortDay(budget.decided.on)}: ${budget.decided.granted ? 'yes' : 'no'}`,
  },
  { says: 'Planned', is: budget.plannedOn === null ? 'Not yet' : sayShortDay(budget.plannedOn) },
  ...(budget.whole ? agreedFacts(budget) : []),
]

const agreedFacts = (budget: Joined) => [
  { says: 'Agreed', is: budget.agreedOn === null ? 'Not yet' : sayShortDay(budget.agreedOn) },
  { says: 'Begins', is: budget.begins === null ? 'No day yet' : sayDay(budget.begins) },
]

const Lines = ({ budget, board }: { budget: Joined; board: string }) => (
  <>
    <DataTable
      caption="Who pays which part, a week"
      columns={[{ says: 'What' }, { says: 'A week', numeric: true }, { says: 'Who pays' }]}
      rows={budget.lines.map((line, place) => ({
        key: `${place}-${line.says}`,
        cells: [
          line.says,
          sayMoney(line.weekly),
          line.parts.length === 0 ? `NHS (${board})` : line.parts.map(partSays).join('. '),
        ],
      }))}
      empty="The plan is not agreed yet."
    />
    {budget.lines.length === 0 ? null : (
      <p>
        {budget.whole ? 'Together' : 'The lines that you see'} {sayMoney(budget.weekly)} a week
        {budget.carried.length === 0 ? '' : `: ${budget.carried.map(partSays).join(', ')}`}.
      </p>
    )}
  </>
)

/** The budget beside the list as one joined plan: how far it is, and who pays which part of it. */
export const BudgetPart = ({ entry, budget, board, may, staff }: EntryShows) => (
  <>
    <h2 className="nhsuk-heading-m">The budget</h2>
    {entry.budget === null ? <p>No budget is joined yet.</p> : null}
    {entry.budget !== null && budget === null ? (
      <p>There is a budget. You can’t see it: it is not yours to see.</p>
    ) : null}
    {entry.budget === null || budget === null ? null : (
      <>
        <SummaryList facts={factsOf(budget, purposeSays[entry.budget.purpose])} />
        <Lines budget={budget} board={board} />
        <p>
          <a href={`/cases/${budget.reference}`}>
            {staff ? `The case ${budget.reference}` : 'Your budget, step by step'}
          </a>
        </p>
      </>
    )}
    {may.write ? (
      <p>
        <a href={`/registers/${entry.id}/budget`}>
          {entry.budget === null ? 'Join a budget' : 'Join another budget'}
        </a>
      </p>
    ) : null}
  </>
)

const spanOf = ({ from, until }: Counted): string => `${sayShortDay(from)} to ${sayShortDay(until)}`
const rows: readonly (readonly [string, (of: Counted) => string])[] = [
  ['Counted from and to', spanOf],
  ['Days in hospital', of => `${of.days} of ${of.of} days`],
  ['Stays that began', of => String(of.admissions)],
  ['Crises', of => String(of.crises)],
  ['Beds asked for', of => String(of.bedsAsked)],
]

/** What was written down before the budget and since, side by side, and that it proves nothing. */
export const CountedPart = ({ counted }: EntryShows) =>
  counted === null ? null : (
    <>
      <h2 className="nhsuk-heading-m">Days in hospital, as they were written down</h2>
      <DataTable
        caption="The 12 months before the budget began, and the time since"
        columns={[{ says: 'What' }, { says: 'The 12 months before' }, { says: 'Since' }]}
        rows={rows.map(([says, of]) => ({
          key: says,
          cells: [says, of(counted.before), counted.since === null ? 'Not begun yet' : of(counted.since)],
        }))}
        empty=""
      />
      <p>
        This does not prove that the budget did it. Other things changed too, and nobody knows what would have
        happened without it.
      </p>
      <Details says="How this is counted">
        <p>
          The day somebody goes in and the day they leave both count as days in hospital. A day with two stays
          counts once. The first day of the budget belongs to the time since. Somebody who is still in
          hospital is counted until today.
        </p>
        <p>
          Only what is written down here is counted. A stay that nobody wrote down is missing. The two times
          are not equally long, so compare the days with how many there were.
        </p>
      </Details>
    </>
  )
