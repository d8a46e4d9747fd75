import { ageOn } from '../../kernel/days.ts'
import { all, draftOpen, isOpen, momentOn, newest, stageOf } from '../rules/stage.ts'
import type { PlanShows } from './shows.ts'

type LinkOf = readonly [at: string, says: string]
type Row = readonly [boolean, ...LinkOf]

const forFamily = ({ plan, sides, today }: PlanShows): readonly Row[] => {
  const asks = sides.includes('family') || sides.includes('council')
  const moment = momentOn(plan, today)
  const asked = newest(plan, 'budget-asked')
  return [
    [asks && draftOpen(plan) !== null, 'comments', 'Say what you think of the draft'],
    [
      asks && moment !== 'other-time' && !(asked !== null && momentOn(plan, asked.on) === moment),
      'budget',
      'Ask for a personal budget',
    ],
  ]
}

const forCouncil = ({ plan, sides }: PlanShows): readonly Row[] => {
  const stage = stageOf(plan)
  const council = sides.includes('council')
  const final = newest(plan, 'final-plan') !== null
  const assessing = stage === 'assessing' || stage === 'draft'
  return [
    [council && stage === 'asked', 'decision', 'Note whether the child will be assessed'],
    [council && assessing, 'advice', 'Note that advice is asked for'],
    [council && !final, 'pauses', 'Note a pause'],
    [council && stage === 'assessing', 'no-plan', 'Tell the family that there will be no plan'],
    [
      council && (stage === 'assessing' || stage === 'reassessing' || stage === 'final'),
      'draft',
      'Send the draft plan',
    ],
    [council && stage === 'draft', 'final', 'Issue the final plan'],
    [council && stage === 'final', 'review', 'Note the yearly review'],
    [council && stage === 'final', 'reassessment', 'Begin a new assessment'],
    [council && final, 'payments', 'Note the first direct payment of a strand'],
    [
      council && newest(plan, 'payment-began') !== null,
      'payments/review',
      'Note the review of a direct payment',
    ],
    [council && final, 'ending', 'End the plan'],
  ]
}

const forBoth = ({ plan, sides, budget, today, mayMove }: PlanShows): readonly Row[] => {
  const staff = sides.includes('council') || sides.includes('health')
  const health = sides.includes('health')
  const age = plan.born === null ? 0 : ageOn(plan.born, today)
  const asked = newest(plan, 'adult-asked') !== null
  const moved = newest(plan, 'moved') !== null
  return [
    [staff && stageOf(plan) !== 'asked', 'lines', 'Write a line of section J'],
    [
      health && budget === null && newest(plan, 'budget-asked') !== null,
      'joint-budget',
      'Open the joint budget',
    ],
    [health && budget !== null, 'shares', 'Propose who pays which strand'],
    [staff && age >= 13, 'early-indication', 'Note what the young person was told early'],
    [health && age >= 16 && !asked, 'adult-request', 'Ask for the adult decision'],
    [staff && asked && !moved, 'handover', 'Sign the hand-over to adult care'],
    [mayMove && asked && !moved && budget !== null, 'move', 'Move the budget to adult care'],
  ]
}

/** Advice that was asked for and has not come, for those who may note that it came. */
const waiting = ({ plan, sides }: PlanShows): readonly Row[] =>
  all(plan, 'advice-asked')
    .filter(one => !all(plan, 'advice-received').some(came => came.about === one.number))
    .map(one => [
      sides.includes('council') || (sides.includes('health') && one.choice === 'health'),
      `advice/${one.number}/received`,
      `Note that advice came from ${one.who ?? 'them'}`,
    ])

const Elsewhere = ({ budget, seesBudget, shared }: PlanShows) => {
  if (budget === null || !(seesBudget || shared)) return null
  return (
    <ul>
      {seesBudget ? (
        <>
          <li>
            <a href={`/cases/${budget}`}>The joint budget</a>
          </li>
          <li>
            <a href={`/local-offer/${budget}`}>The local offer: can I buy this?</a>
          </li>
        </>
      ) : null}
      {shared ? (
        <li>
          <a href={`/funding/${budget}`}>Who pays which share</a>
        </li>
      ) : null}
    </ul>
  )
}

/** What can be done now, each on a page of its own, and where the budget is found. */
export const Links = (shows: PlanShows) => {
  const open = isOpen(stageOf(shows.plan))
  const rows = [...forFamily(shows), ...waiting(shows), ...forCouncil(shows), ...forBoth(shows)]
  const links = rows.filter(([so]) => so && open).map(([, at, says]): LinkOf => [at, says])
  return (
    <>
      {links.length === 0 ? null : (
        <>
          <h2>What you can do</h2>
          <ul>
            {links.map(([at, says]) => (
              <li key={at}>
                <a href={`/ehc/${shows.plan.reference}/${at}`}>{says}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Elsewhere {...shows} />
    </>
  )
}
