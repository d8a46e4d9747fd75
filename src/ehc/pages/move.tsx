import { transitionDates } from '../../clocks/public.ts'
import { ageOn, sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { InsetText, SummaryList, WarningCallout } from '../../nhs/public.ts'
import { newest, signature } from '../rules/stage.ts'
import type { PlanShows } from './shows.ts'

const signedOf = ({ plan }: PlanShows, side: Parameters<typeof signature>[1]): string => {
  const signed = signature(plan, side)
  return signed === null ? 'Not yet' : `For ${sayShortDay(signed.on)}, by ${signed.byName}`
}

/** While the adult decision is open, the money goes on: staff are warned, the family is told. */
const Open = ({ move, staff, plan }: PlanShows) => {
  const goesOn = move === null ? '' : `${sayMoney(move.weekly)} a week goes on until it is decided.`
  if (staff && move?.alarm === 'adult-decision-overdue')
    return (
      <WarningCallout heading="The adult decision is overdue">
        <p>The young person is 18, and adult care is not decided. {goesOn} Nothing stops by itself.</p>
      </WarningCallout>
    )
  return move === null || newest(plan, 'moved') !== null ? null : (
    <InsetText>
      <p>You are 18. Your money goes on as it is, also while adult care is being decided.</p>
    </InsetText>
  )
}

const daysOf = (shows: PlanShows) => {
  const { plan } = shows
  if (plan.born === null) return []
  const dates = transitionDates(plan.born)
  const told = newest(plan, 'early-indication')
  const moved = newest(plan, 'moved')
  return [
    { says: 'Help with the move, from 14', is: sayShortDay(dates.supportFrom) },
    { says: 'First check for adult care, at 16', is: sayShortDay(dates.checklistReferral) },
    { says: 'Decision in principle, at 17', is: sayShortDay(dates.decisionInPrinciple) },
    { says: 'Adult care is ready, at 18', is: sayShortDay(dates.packageReady) },
    {
      says: 'Told early what adults get',
      is: told === null ? 'Not yet' : `${sayShortDay(told.on)}, by ${told.who}: ${told.words}`,
    },
    { says: 'Adult decision asked for', is: askedIs(shows) },
    { says: 'Children’s side has signed', is: signedOf(shows, 'handover-childrens') },
    { says: 'Adult side has signed', is: signedOf(shows, 'handover-adults') },
    { says: 'Adult care pays', is: moved === null ? 'Not yet' : `From ${sayDay(moved.on)}` },
  ]
}

const askedIs = ({ plan, adult, seesBudget }: PlanShows) => {
  const on = newest(plan, 'adult-asked')?.on
  const day = on === undefined ? 'Not yet' : sayShortDay(on)
  return adult !== null && seesBudget ? <a href={`/cases/${adult}`}>{day}</a> : day
}

/** The move to adult care, from 14 on: four days, what was told, who has signed, from when it pays. */
export const Move = (shows: PlanShows) => {
  const { plan, today } = shows
  if (plan.born === null || ageOn(plan.born, today) < 14 || newest(plan, 'final-plan') === null) return null
  return (
    <>
      <Open {...shows} />
      <h2>The move to adult care</h2>
      <p>Education may go on until 25. Health and care move at 18.</p>
      <SummaryList facts={daysOf(shows)} />
    </>
  )
}
