import { nothing, plus, sayMoney } from '../../kernel/money.ts'
import { type Strand, strandNames, strands } from '../../needs/public.ts'
import { DataTable, EmptyState, InsetText, Money } from '../../nhs/public.ts'
import { answerSays } from '../rules/say.ts'
import { aWeek, decisionOf, inBudget, regimes } from '../rules/section-j.ts'
import { isOpen, newest, stageOf } from '../rules/stage.ts'
import type { Line, StrandTotal } from '../types.ts'
import type { PlanShows } from './shows.ts'

/** Why a line is not in the budget, or who still has to agree it. */
function standingOf(line: Line): string {
  const decision = decisionOf(line)
  if (line.blockContract) return 'Not in the budget: its sum cannot be taken out of a contract'
  if (line.place) return 'Not in the budget: money cannot buy a place at a school or college'
  if (decision !== null) return answerSays[decision.answer]
  return line.strand === 'health' ? 'The NHS has to agree it' : 'The council has to agree it'
}

const bodyOf = (strand: Strand, { names }: PlanShows): string =>
  strand === 'health' ? names.health : names.council

const Act = ({ line, shows }: { line: Line; shows: PlanShows }) => {
  const { sides, plan } = shows
  const own = sides.includes(line.strand === 'health' ? 'health' : 'council')
  const decision = decisionOf(line)
  const again = plan.facts.some(one => one.what === 'asked-again' && one.about === line.number)
  const at = `/ehc/${plan.reference}/lines/${line.number}`
  if (!isOpen(stageOf(plan))) return null
  const mayDecide = own && (decision === null || (decision.round === 1 && again))
  if (mayDecide && newest(plan, 'budget-asked') !== null)
    return (
      <a href={`${at}/decision`}>
        Decide<span className="nhsuk-u-visually-hidden">: {line.says}</span>
      </a>
    )
  if (decision?.round === 1 && !again && decision.answer !== 'direct-payment' && !own)
    return (
      <a href={`${at}/reconsideration`}>
        Ask to look again<span className="nhsuk-u-visually-hidden">: {line.says}</span>
      </a>
    )
  return again && decision?.round === 1 ? <>Asked to look again</> : null
}

const rowOf = (shows: PlanShows) => (line: Line) => ({
  key: line.id,
  cells: [
    <bdi key="says">{line.says}</bdi>,
    <span key="year">
      <Money sum={line.yearly} />
      {inBudget(line) ? null : <span className="app-table__about">For information</span>}
    </span>,
    inBudget(line) ? <Money key="week" sum={aWeek(line.yearly)} /> : 'Not paid out',
    <span key="stands">
      {standingOf(line)}
      {decisionOf(line) === null ? null : <bdi className="app-table__about">{decisionOf(line)?.because}</bdi>}
    </span>,
    <Act key="act" line={line} shows={shows} />,
  ],
})

const columns = [
  { says: 'What' },
  { says: 'A year', numeric: true },
  { says: 'A week', numeric: true },
  { says: 'How it stands' },
  { says: 'What you can do', unseen: true },
]

const InAll = ({ total, shows }: { total: StrandTotal; shows: PlanShows }) => (
  <p>
    <bdi>{bodyOf(total.strand, shows)}</bdi> pays {sayMoney(total.inBudget)} a year,{' '}
    {sayMoney(aWeek(total.inBudget))} a week.
    {total.notSeparable > 0n ? ` ${sayMoney(total.notSeparable)} more a year cannot be taken out.` : ''}
  </p>
)

const OneStrand = ({ strand, shows }: { strand: Strand; shows: PlanShows }) => {
  const lines = shows.lines.filter(line => line.strand === strand)
  const total = shows.totals.find(one => one.strand === strand)
  return (
    <section>
      <h3>{strandNames[strand]}</h3>
      <p className="nhsuk-hint">
        {regimes[strand].says}.{' '}
        {strand === 'social-care'
          ? 'You may be asked to pay a part of this strand.'
          : 'This strand is free to you.'}
      </p>
      {total === undefined ? null : <InAll total={total} shows={shows} />}
      {lines.length > 0 ? (
        <DataTable
          caption={`${strandNames[strand]}: what it is for`}
          columns={columns}
          rows={lines.map(rowOf(shows))}
          empty=""
        />
      ) : (
        <p>
          {total === undefined ? 'Nothing in this strand.' : 'Its lines are seen by the body that pays them.'}
        </p>
      )}
    </section>
  )
}

/** Section J: three strands, each under its own rules, with what cannot be taken out and why. */
export const SectionJ = (shows: PlanShows) => {
  const year = plus(nothing, ...shows.totals.map(({ inBudget: sum }) => sum))
  const apart = shows.totals.some(({ notSeparable }) => notSeparable > 0n)
  return (
    <>
      <h2>Section J: the personal budget</h2>
      {shows.totals.length === 0 ? (
        <EmptyState says="Section J is empty." next="Each body writes what it would pay." />
      ) : (
        <p>
          In the budget: <strong>{sayMoney(year)} a year</strong>, {sayMoney(aWeek(year))} a week.
        </p>
      )}
      {apart ? (
        <InsetText>
          <p>
            Some of the money is in a block contract. That is one price for many children. Nobody can say
            which part of it is for this child alone, so it is not in the budget. The sum beside it is a
            guess, and shows what the help is worth. The child still gets the help.
          </p>
        </InsetText>
      ) : null}
      {shows.totals.length === 0
        ? null
        : strands.map(strand => <OneStrand key={strand} strand={strand} shows={shows} />)}
    </>
  )
}
