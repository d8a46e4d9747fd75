import { addDays, daysInside, type PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, timesRoundedHalfUp } from '../../kernel/money.ts'
import { overspentBy } from './run-out.ts'
import { usualFigures } from './settings.ts'

/** What is known of a budget's evidence. */
export type EvidenceFacts = {
  readonly weekly: Pence
  readonly from: PlainDate
  /** The last day held; null while no end is set. */
  readonly endsOn: PlainDate | null
  /** The last day that a statement speaks for; null where none was sent. */
  readonly shownUntil: PlainDate | null
  readonly questions: number
  readonly callAsked: boolean
  readonly spent: Pence
}

export type Standing = {
  /** The day by which the next statement is expected. */
  readonly statementDue: PlainDate
  readonly overdue: boolean
  readonly overspent: Pence | null
  readonly needsAnswer: boolean
}

/** Days after the last one shown within which a statement is expected, where none are set: four months. */
export const usualDays = usualFigures['bank-statement-days']

/** What of a budget's evidence needs an answer, on a day. The days between statements are a local setting. */
export function standingOf(facts: EvidenceFacts, today: PlainDate, every: number): Standing {
  const until = facts.endsOn !== null && facts.endsOn < today ? facts.endsOn : today
  const statementDue = addDays(facts.shownUntil ?? addDays(facts.from, -1), every)
  const complete = facts.endsOn !== null && facts.shownUntil !== null && facts.shownUntil >= facts.endsOn
  const overdue = !complete && statementDue < today
  const days = until < facts.from ? 0 : daysInside(facts.from, until)
  const agreedSoFar = days === 0 ? nothing : timesRoundedHalfUp(facts.weekly, BigInt(days), 7n)
  const overspent = overspentBy({ spent: facts.spent, agreedSoFar, weekly: facts.weekly })
  return {
    statementDue,
    overdue,
    overspent,
    needsAnswer: overdue || overspent !== null || facts.questions > 0,
  }
}
